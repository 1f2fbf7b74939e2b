"""Why a PDF was refused, with the sentence that says what to do next."""

REFUSALS = {
    "empty": "The file is empty. Choose the file that holds the page.",
    "broken": "The PDF cannot be read: %(reason)s. Export it again from the program that made it.",
    "encrypted": "The PDF asks for a password. Save it without one and upload it again.",
    "too_large": "The file has %(size)s bytes; at most %(limit)s are read. Split it into pages.",
    "too_many_pages": "The PDF has %(pages)s pages; at most %(limit)s are read. Split it.",
    "no_such_page": "The PDF has %(pages)s pages; there is no page %(page)s.",
    "page_too_large": (
        "Page %(page)s measures %(width)s × %(height)s points; at most %(limit)s are read. "
        "Check the page size in the program that made it."
    ),
    "too_much_text": (
        "Page %(page)s holds %(count)s characters; at most %(limit)s are read. "
        "Export the page again without hidden layers."
    ),
    "no_text": (
        "Page %(page)s holds no text, only pictures: it is a scan or its text was turned into "
        "curves. Export it with its text, or install text recognition on the server: "
        "pip install -r requirements-extras.txt."
    ),
    "unmapped": (
        "Page %(page)s: its fonts do not say which characters their signs are; of %(count)s, "
        "%(lost)s are unknown. Export it again with its text, or install text recognition on the "
        "server: pip install -r requirements-extras.txt."
    ),
}


class PdfError(ValueError):
    """A PDF that cannot be read. `code` names the reason, `message % params` tells it."""

    def __init__(self, code: str, **params: object):
        self.code = code
        self.message = REFUSALS[code]
        self.params = params
        super().__init__(self.message % params)

    def __reduce__(self):
        """Exceptions travel between processes by their arguments."""
        return _again, (self.code, self.params)


def _again(code: str, params: dict) -> PdfError:
    return PdfError(code, **params)
