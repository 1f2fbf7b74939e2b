"""What the pairing is given and gives back: bodies, the pieces between them, stories."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Piece:
    """Something that stands between two bodies: a headline row or a byline on its own line."""

    rows: tuple[int, ...]
    text: str
    byline: bool
    blank: bool = False
    width: float = 0.0
    title: bool = False  # cannot be a subhead: 更正, 停水通知
    label: bool = False  # the name of a column: a headline follows
    answer: bool = False  # 记者手记: stands inside of its story


@dataclass(slots=True)
class Gap:
    """What stands before body number `index`, in printed order."""

    pieces: list[Piece] = field(default_factory=list)


LEAD = re.compile("[0-9]{1,2}月[0-9]|[0-9]{1,2}日|近日|日前|昨日|昨天|今天|今日|连日来")
LEAD_STARTS = 30  # characters in which it does


@dataclass(slots=True)
class BodyText:
    """A body as the pairing sees it."""

    text: str
    announced: bool  # opens with 本报讯 or the like
    paragraphs: tuple[str, ...] = ()
    blank: bool = False  # a blank line stands before it
    signed: bool = False  # says at its beginning or its end who wrote it
    named: bool = False  # its first words name who wrote it
    signed_off: bool = False  # a signature stands after its last word
    set_off: bool = False  # by a space: it goes on with nothing above
    closed: bool = False  # ends with a signature or a desk's mark
    kept: bool = False  # a table, a roll of names or a poem: says nothing of its headline
    turns: frozenset[int] = frozenset()  # paragraphs where its column changes or a picture stands

    @property
    def tells_when(self) -> bool:
        """Whether its first words do: a story does so more often than a part below a subhead."""
        return LEAD.search(self.text, 0, LEAD_STARTS) is not None


@dataclass(slots=True)
class Story:
    """Bodies that are one article, with the pieces before and after them."""

    bodies: list[int]
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    inner: dict[int, list[Piece]] = field(default_factory=dict)  # subheads before a body
    opening: Piece | None = None  # a subhead before its first word
    margin: float = 0.0  # log-odds by which its borders are likelier than other ones
    share: float = 0.0  # overlap of headline and body
    contested: bool = False  # rows beside it went to its neighbour
    heaped: bool = False  # its headline stood in a heap of all others
    # Body and paragraph where others begin that only their headlines tell from this one.
    hidden: list[tuple[int, int]] = field(default_factory=list)

    def is_signed(self, texts: Sequence[BodyText]) -> bool:
        """Whether somebody is named, or a source; `texts` are those of the page."""
        byline = any(piece.byline for piece in (*self.before, *self.after))
        first, last = texts[self.bodies[0]], texts[self.bodies[-1]]
        return byline or first.announced or last.signed
