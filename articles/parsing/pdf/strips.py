"""Pieces → strips, the columns of running text, and head blocks, the pieces of one headline."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.parsing.pdf.drawn_heads import DrawnHead
from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.parts import Body, kinds_of
from articles.parsing.pdf.pieces import Piece
from articles.parsing.pdf.printing import Printed
from articles.parsing.rules import Rules
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.words.grammar import grammar

LARGEST = 0.93  # of a headline's largest type: still the headline
GAP = 1.75  # rows from one line to the next between two pieces of one strip
HEAD_GAP = 1.35  # of the larger type: between the pieces of one headline
FEW = 3  # rows of a text's end and a subhead, which do not show how wide their column is
OPENS = 1.3, 2.9  # em that a paragraph's first row is indented


@dataclass(slots=True)
class Block:
    """Pieces that belong together, with the box around them."""

    pieces: list[Piece]
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0

    def measure(self) -> "Block":
        self.left = min(p.left for p in self.pieces)
        self.right = max(p.right for p in self.pieces)
        self.top = min(p.top for p in self.pieces)
        self.bottom = max(p.bottom for p in self.pieces)
        return self

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def text(self) -> str:
        return "".join(p.text for p in self.pieces)


@dataclass(slots=True)
class Strip(Block):
    """One column of running text; `edges` are the column's own, in points."""

    edges: tuple[float, float] = (0.0, 0.0)
    size: float = 0.0
    em: float = 0.0

    def settle(self) -> "Strip":
        self.measure()
        main = max(self.pieces, key=lambda p: p.characters)
        texts = [p for p in self.pieces if abs(p.left - main.left) < 3 * main.em]
        # A byline may run on beyond its column.
        texts = [p for p in texts if kinds_of(p) != {Kind.BYLINE}] or texts
        self.size, self.em = main.size, main.em
        lefts = [p.edge_left for p in texts if len(p.lines) > 1] or [p.edge_left for p in texts]
        self.edges = min(lefts), max(p.edge_right for p in texts)
        return self

    @property
    def anchor(self) -> Piece:
        """What tells the box it stands in: around an inset its own middle lies in that."""
        return self.pieces[-1]

    @property
    def first(self) -> Row:
        """The first row of the text; a byline may stand above it."""
        rows = [r for p in self.pieces for r in p.rows if r is not None]
        return next((r for r in rows if r.kind is not Kind.BYLINE), rows[0] if rows else BLANK)

    @property
    def is_signed(self) -> bool:
        """Whether a byline stands over its text."""
        rows = [r for p in self.pieces for r in p.rows if r is not None]
        return bool(rows) and rows[0].kind is Kind.BYLINE is not rows[-1].kind

    @property
    def last(self) -> Row:
        rows = [r for p in self.pieces for r in p.rows if r is not None]
        return rows[-1] if rows else BLANK

    @property
    def text_base(self) -> float:
        """The baseline of its first row of text, below the bylines."""
        lines = [(x, r) for p in self.pieces for x, r in zip(p.lines, p.rows, strict=True)]
        texts = [x for x, r in lines if r is None or r.kind is not Kind.BYLINE]
        return (texts or [lines[0][0]])[0].base

    @property
    def indent(self) -> float:
        """Em that the first row stands inside the column."""
        lines = [(x, r) for p in self.pieces for x, r in zip(p.lines, p.rows, strict=True)]
        text = [x for x, r in lines if r is None or r.kind is not Kind.BYLINE]
        return ((text or [lines[0][0]])[0].left - self.edges[0]) / self.em

    @property
    def is_titled(self) -> bool:
        """Whether it begins with a subhead: centred or in its own face, a paragraph below it."""
        lines = [(x, r) for p in self.pieces for x, r in zip(p.lines, p.rows, strict=True)]
        texts = [(x, r) for x, r in lines if r is None or r.kind is not Kind.BYLINE]
        if len(texts) < 2 or texts[0][1] is None or texts[0][1].weak:
            return False
        two = len(texts) > 2 and texts[1][1] is not None and not texts[1][1].weak
        if two and self._is_title([x for x, _ in texts[:2]], texts[2][0]):
            return True
        row, below = texts[0][0], texts[1][0]
        left, right = row.left - self.edges[0], self.edges[1] - row.right
        full = right < 0.8 * self.em and row.face == below.face
        if row.text[-1] in "，、；：":
            return False
        if full and not _is_evenly_in(left, right, self.em) and not self._is_over_flush(texts):
            return False
        centred = abs(left - right) <= 1.1 * self.em
        opens = OPENS[0] <= (below.left - self.edges[0]) / self.em <= OPENS[1]
        return opens and (centred or _is_other_type(row, below))

    def _is_over_flush(self, texts: Sequence[tuple[Printed, Row | None]]) -> bool:
        """Whether the third row stands at the column's edge: the second opens a paragraph.

        So the first, which ends no sentence, is none of the text.
        """
        return len(texts) > 2 and texts[2][0].left - self.edges[0] < 0.5 * self.em

    def _is_title(self, rows: Sequence[Printed], below: Printed) -> bool:
        """Two rows in the middle of the column, over a paragraph's first one."""
        white = [(row.left - self.edges[0], self.edges[1] - row.right) for row in rows]
        even = all(abs(left - right) <= 1.1 * self.em for left, right in white)
        one = rows[0].face == rows[1].face and abs(rows[0].size - rows[1].size) < 0.5
        opens = OPENS[0] <= (below.left - self.edges[0]) / self.em <= OPENS[1]
        return even and one and opens and white[1][0] >= self.em

    @property
    def is_lone_title(self) -> bool:
        """A single row that ends no sentence and does not fill its column: a subhead by itself."""
        return self.is_open_row and self.lack >= 0.8

    @property
    def is_open_row(self) -> bool:
        """A single row of words that neither ends a sentence nor breaks off in one."""
        lines = [(x, r) for p in self.pieces for x, r in zip(p.lines, p.rows, strict=True)]
        if len(lines) != 1 or lines[0][1] is None:
            return False
        row = lines[0][1]
        plain = row.kind is Kind.TEXT and not row.weak and row.text[-1] not in "，、；："
        return plain and len(row.text) > 1

    @property
    def ends_titled(self) -> bool:
        """Whether its last row is a subhead, whose paragraph opens in another column."""
        lines = [(x, r) for p in self.pieces for x, r in zip(p.lines, p.rows, strict=True)]
        if len(lines) < 2 or lines[-1][1] is None or lines[-2][1] is None:
            return False
        (row, here), (above, before) = lines[-1], lines[-2]
        if here.weak or here.kind is not Kind.TEXT or row.text[-1] in "，、；：" or not before.weak:
            return False
        left, right = row.left - self.edges[0], self.edges[1] - row.right
        if _is_other_type(row, above):
            placed = left <= OPENS[1] * self.em or abs(left - right) <= 1.1 * self.em
            return placed and right >= 0.3 * self.em
        # In the text's own type it is one only where no paragraph's first row would end there.
        return right >= 1.6 * self.em and abs(left - right) <= 0.4 * self.em

    @property
    def lack(self) -> float:
        """Em that the last row leaves free."""
        return (self.edges[1] - self.pieces[-1].lines[-1].right) / self.em


@dataclass(slots=True)
class Head(Block):
    """The pieces of one headline, from the top."""

    size: float = 0.0  # of its largest type
    drawn: DrawnHead | None = None  # the part of it that is no text

    def settle(self) -> "Head":
        self.measure()
        self.size = max(p.size for p in self.pieces)
        # Lines that run downwards are read from the right.
        self.pieces.sort(key=lambda p: (-p.right, p.top) if p.vertical else (p.top, p.left))
        return self

    def stands_at(self, drawn: DrawnHead) -> bool:
        """Whether it stands right above or below a drawn headline, as a kicker or a deck."""
        gap = max(drawn.top - self.bottom, self.top - drawn.bottom)
        over = min(drawn.right, self.right) - max(drawn.left, self.left)
        smaller = self.size <= 1.1 * drawn.size  # what is set beside it is no headline then
        near = over > 0 and gap <= HEAD_GAP * max(self.size, drawn.size)
        return not self.drawn and smaller and drawn.vertical == self.vertical and near

    def take(self, drawn: DrawnHead) -> None:
        """Make the drawn headline a part of this head."""
        self.drawn = drawn
        self.left, self.right = min(self.left, drawn.left), max(self.right, drawn.right)
        self.top, self.bottom = min(self.top, drawn.top), max(self.bottom, drawn.bottom)

    @property
    def vertical(self) -> bool:
        return max(self.pieces, key=lambda p: p.size).vertical

    @property
    def middle(self) -> float:
        """Of its largest rows: a byline may stand at the right edge of all columns."""
        if self.drawn:
            return (self.left + self.right) / 2
        large = [p for p in self.pieces if p.size >= LARGEST * self.size]
        return (min(p.left for p in large) + max(p.right for p in large)) / 2


class _Blank:
    """Stands in for a row where a piece holds only signs without width."""

    kind = Kind.TEXT
    strong = weak = final = True
    text = ""
    width = indent = 0.0


BLANK = _Blank()


@dataclass(slots=True)
class Photo:
    """The pieces of one caption and its credits."""

    pieces: list[Piece] = field(default_factory=list)


def _is_other_type(row: Printed, text: Printed) -> bool:
    """In a face of its own, or larger than the text by more than sizes waver."""
    return row.face != text.face or row.size > 1.04 * text.size


def _is_evenly_in(left: float, right: float, em: float) -> bool:
    """Set in the middle of the column with little white: rows of text begin at its edge."""
    return left >= 0.25 * em and abs(left - right) <= 0.4 * em


def find_strips(pieces: Sequence[Piece], figures: Figures, body: Body, rules: Rules) -> list[Strip]:
    """Columns of running text, each from its first row to its last."""
    texts = sorted((p for p in pieces if p.part == "body"), key=lambda p: p.top)
    others = [p for p in pieces if p.part in ("head", "caption", "credit")]
    strips: list[list[Piece]] = []
    for piece in texts:
        strip = next((s for s in reversed(strips) if _goes_on(s, piece, figures, body)), None)
        goes_on = strip is not None and _is_continued(strip, piece, rules)
        if strip is not None and (goes_on or not _is_parted(strip, piece, others, figures)):
            strip.append(piece)
        else:
            strips.append([piece])
    return [Strip(s).settle() for s in strips]


def _goes_on(strip: list[Piece], piece: Piece, figures: Figures, body: Body) -> bool:
    """Whether the piece stands in the strip's column, right below it."""
    last = strip[-1]
    left, right = min(p.left for p in strip), max(p.right for p in strip)
    gap = piece.top - last.bottom
    if not -0.3 * piece.size <= gap <= GAP * 1.4 * body.size - body.size:
        return False
    if figures.frame_of(last) != figures.frame_of(piece) or piece.vertical or last.vertical:
        return False
    over = min(right, piece.right) - max(left, piece.left)
    if over < 0.6 * min(right - left, piece.width):
        return False
    outside = max(left - piece.left, piece.right - right)
    alone = sum(len(p.lines) for p in strip) <= (2 if len(strip) == 1 else FEW)
    # Of a single row below a subhead nobody knows whether it is indented.
    reach = (OPENS[1] if len(piece.lines) == 1 else 1.2) * piece.em
    inside = piece.left - reach <= left and right <= piece.right + 1.2 * piece.em
    return outside <= 1.2 * piece.em or (alone and inside) or _grows_wider(last, piece)


def _is_continued(strip: list[Piece], piece: Piece, rules: Rules) -> bool:
    """Whether a subhead stands over a text that goes on from another page: （上接第一版）."""
    title, row = strip[-1], piece.rows[0]
    lone = len(strip) == 1 and len(title.lines) == 1 and kinds_of(title) == {Kind.TEXT}
    return lone and row is not None and grammar(rules).jump_in.match(row.text) is not None


def _grows_wider(last: Piece, piece: Piece) -> bool:
    """Whether a column that something set into it had made narrow goes on in its full width."""
    level = min(abs(last.edge_left - piece.edge_left), abs(last.edge_right - piece.edge_right))
    one = (last.face, round(last.size, 1)) == (piece.face, round(piece.size, 1))
    step = piece.lines[0].base - last.lines[-1].base
    close = len(last.lines) > 1 and step <= 1.1 * (last.lines[-1].base - last.lines[-2].base)
    return one and close and level <= 1.2 * piece.em and last.is_block and piece.is_block


def _is_parted(strip: list[Piece], piece: Piece, others: Sequence[Piece], figures: Figures) -> bool:
    """A story begins with this piece, or something stands between the two."""
    first, last = strip[0], strip[-1]
    row = next((r for r in piece.rows if r is not None), BLANK)
    end = next((r for r in reversed(last.rows) if r is not None), BLANK)
    signs = kinds_of(piece) <= {Kind.BYLINE, Kind.MARK, Kind.JUMP, Kind.ENTRY, Kind.SIGN_OFF}
    if row.kind is Kind.OPENING or (end.final and not signs):
        return True
    top = last is first and kinds_of(last) == {Kind.BYLINE}
    if end.kind is Kind.BYLINE and not signs and not top:
        return True
    for other in others:
        over = min(other.right, piece.right) - max(other.left, piece.left)
        if last.bottom <= other.top + 1 and other.bottom <= piece.top + 1 and over > 0:
            return True
    return any(
        last.bottom - 1 <= bar.top <= piece.top + 1
        and min(bar.right, piece.right) - max(bar.left, piece.left) > 0.5 * piece.width
        for bar in figures.bars
    )


def keep_indents(strips: Sequence[Strip]) -> bool:
    """Whether paragraphs on this page open with an indent."""
    rows = [(p, x) for s in strips for p in s.pieces if len(p.lines) > 3 for x in p.lines]
    indented = sum(1.4 <= p.indent(x) <= 2.8 for p, x in rows)
    return indented >= max(2, 0.03 * len(rows))
