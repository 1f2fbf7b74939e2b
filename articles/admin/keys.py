"""Row numbers as they come in addresses and forms."""

LONGEST = 18  # digits that every database's key can hold


def key_of(text):
    """The number that `text` writes in plain digits, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None
