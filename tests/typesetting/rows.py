"""A row is one printed line of the page with what it starts, before a tool writes it out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`starts`: story, head, part (of a heading), byline, paragraph, column, subhead, quote,
    digit, caption, credit, furniture, or "" for a line that goes on."""

    text: str
    starts: str = ""
    paragraph: int | None = None
    """Index of the paragraph that the row carries, when it carries one."""
    opens: bool = False
    """Whether the row opens its paragraph."""
