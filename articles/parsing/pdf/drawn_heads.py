"""Headlines that are drawn: shapes or pictures that stand like a line of large type."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.parsing.pdf.at_pictures import is_beside, is_over, is_under
from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.parts import Body, is_signed_piece
from articles.parsing.pdf.pdfium import LOST, Glyph, Shape
from articles.parsing.pdf.pieces import Piece

ROW_HEIGHT = 0.9, 9.0  # of the body's type
SEVERAL_ROWS = 16.0  # of the body's type: kicker, headline and deck in one picture
LEAST_WIDTH = 2.5  # of the body's type
FLAT = 3.0  # a picture that is a headline is that much wider than high
ROW_GAP = 1.3  # of a row's height: between the rows of one headline
SIGNED = 2.0  # of the byline's type: below a drawn headline
LARGE = 1.2  # of the page's usual type: a sign of unknown meaning may be a headline's
LEAST_POINTS = 60  # of a path: an ornament has fewer


@dataclass(slots=True)
class DrawnHead:
    """The box of what may be a drawn headline, in points."""

    left: float
    top: float
    right: float
    bottom: float
    kind: str  # curves, picture
    size: float  # height of one row
    story: int = 0
    text: str = ""
    vertical: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def find_drawn(figures: Figures, pieces: Sequence[Piece], body: Body) -> list[DrawnHead]:
    """Rows of curves, flat pictures and pictures of letters, with no character in them."""
    curves = [s for s in figures.curves if s.points >= LEAST_POINTS]
    rows = [s for s in curves if _is_row(s, body) and not _holds_text(s, pieces)]
    shown = [*figures.letterings, *(s for s in figures.pictures if s.kind == "picture")]
    flat = [s for s in shown if _is_flat(s, body)]
    flat = [s for s in flat if not _holds_text(s, pieces) and not _is_captioned(s, pieces)]
    return [*_stacked(rows), *(_head(s, "picture") for s in flat)]


def unknown_heads(characters: list[Glyph]) -> list[Shape]:
    """Take large signs of unknown meaning out of the characters: as good as drawn."""
    sizes = Counter(round(g.size, 1) for g in characters)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    large = [g for g in characters if g.char == LOST and g.size >= LARGE * usual and not g.turn]
    gone = {id(g) for g in large}
    characters[:] = [g for g in characters if id(g) not in gone]
    return [
        Shape("curves", g.x, g.y - 0.88 * g.size, g.right, g.y + 0.12 * g.size, 0, LEAST_POINTS)
        for g in large
    ]


def _head(shape: Shape, kind: str) -> DrawnHead:
    box = shape.left, shape.top, shape.right, shape.bottom
    high, wide = shape.bottom - shape.top, shape.right - shape.left
    return DrawnHead(*box, kind, min(high, wide), vertical=high > 1.6 * wide)


def _is_row(shape: Shape, body: Body, most: float = ROW_HEIGHT[1]) -> bool:
    """Whether it is as high, or as wide where it runs downwards, as a row of large type."""
    high, wide = (shape.bottom - shape.top) / body.size, (shape.right - shape.left) / body.size
    return ROW_HEIGHT[0] <= min(high, wide) <= most and max(high, wide) >= LEAST_WIDTH


def _is_flat(shape: Shape, body: Body) -> bool:
    """Whether a picture is as flat as a headline and no photo, or shows letters and no more."""
    flat = shape.right - shape.left >= FLAT * (shape.bottom - shape.top)
    if shape.shows == "letters":
        return _is_row(shape, body, SEVERAL_ROWS)
    return flat and shape.shows != "photo" and _is_row(shape, body)


def _holds_text(shape: Shape, pieces: Sequence[Piece]) -> bool:
    return any(
        min(p.right, shape.right) - max(p.left, shape.left) > 0
        and min(p.bottom, shape.bottom) - max(p.top, shape.top) > 0.4 * p.size
        for p in pieces
    )


def sign_drawn(heads: Sequence[DrawnHead], pieces: Sequence[Piece], body: Body) -> None:
    """A byline in the middle below a drawn headline is a part of the head, a kicker or deck too."""
    level = [head for head in heads if not head.vertical]
    for piece in [p for p in pieces if p.part == "body" and not p.vertical]:
        if is_signed_piece(piece):
            is_part = any(_is_signed_by(head, piece) for head in level)
        else:
            other = (piece.face, round(piece.size, 1)) != (body.face, body.size)
            row = len(piece.lines) == 1 and piece.text[-1] not in "。，、；："
            is_part = other and row and any(_is_lined_up(head, piece) for head in level)
        if is_part:
            piece.part = "head"


def _is_lined_up(head: DrawnHead, piece: Piece) -> bool:
    """A row of another type than the text right above or below, in the middle or flush with it."""
    gap = max(piece.top - head.bottom, head.top - piece.bottom)
    middle = abs(head.left + head.right - piece.left - piece.right) <= 2 * piece.em
    flush = abs(head.left - piece.left) <= 0.6 * piece.em
    near = -0.3 * piece.size <= gap <= ROW_GAP * max(piece.size, 0.5 * head.size)
    return near and (middle or flush)


def _is_signed_by(head: DrawnHead, piece: Piece) -> bool:
    middle = abs(head.left + head.right - piece.left - piece.right) <= 2 * piece.em
    return middle and -0.3 * piece.size <= piece.top - head.bottom <= SIGNED * piece.size


def _is_captioned(shape: Shape, pieces: Sequence[Piece]) -> bool:
    """Whether what stands at it tells of a photo: sentences or a credit."""
    return any(
        (is_under(p, shape) or is_beside(p, shape) or is_over(p, shape))
        and (p.part == "credit" or (p.part == "caption" and "。" in p.text))
        for p in pieces
    )


def _stacked(rows: list[Shape]) -> list[DrawnHead]:
    heads: list[DrawnHead] = []
    for row in sorted(rows, key=lambda s: s.top):
        head = next((h for h in heads if _is_below(h, row)), None)
        if head is None:
            heads.append(_head(row, "curves"))
            continue
        head.left, head.right = min(head.left, row.left), max(head.right, row.right)
        head.bottom = max(head.bottom, row.bottom)
        head.vertical = head.bottom - head.top > 1.6 * (head.right - head.left)
    return heads


def _is_below(head: DrawnHead, row: Shape) -> bool:
    if head.vertical or row.bottom - row.top > 1.6 * (row.right - row.left):
        aside = max(head.left, row.left) - min(head.right, row.right)
        return head.vertical and aside <= ROW_GAP * head.size and row.top < head.bottom
    gap = row.top - head.bottom
    over = min(head.right, row.right) - max(head.left, row.left)
    return gap <= ROW_GAP * max(head.size, row.bottom - row.top) and over > 0
