"""A text as HTML, and without what neither XML nor JSON readers take."""

import re
from html import escape

# XML 1.0 has no place for them, and no reader a use.
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text):
    return UNSPEAKABLE.sub("", text)


def html_of(blocks):
    """The blocks of a body, escaped piece by piece."""
    return "\n".join(map(_html, blocks))


def _html(block):
    if block.kind == "note":
        lines = "".join(f"<p>{escape(line)}</p>" for line in block.lines)
        return f"<blockquote>{lines}</blockquote>"
    name = "h2" if block.kind == "subhead" else "p"
    return f"<{name}>{escape(block.text)}</{name}>"


def text_of(blocks):
    """One paragraph a line, without line marks."""
    return "\n".join(line for block in blocks for line in block.lines)
