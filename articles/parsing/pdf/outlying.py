"""Kickers, columns' names, decks and bylines at the side of their headline, over no part of it.

A headline is set in the middle of its columns, the column's name at their left edge above it; a
deck that begins with a dash ends at their right edge, and so may a byline. What shows that the two
belong together is what stands below: text or a photo that begins at one height under both.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.parts import Body, kinds_of, shares_column
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.pieces import Piece
from articles.parsing.pdf.strips import HEAD_GAP, Head
from articles.parsing.rules import Rules
from articles.parsing.typography.rows import Kind
from articles.parsing.words.bylines import opens_with_family

SMALLER = 0.9  # of the headline's type
ASIDE = 0.65  # of a standing headline's type: a kicker or a deck beside it
OVERLAP = 0.2  # of the narrower one: what reaches further over a headline stands at it
SHORT_KICKER = 8  # characters
LARGE = 0.6  # of the headline's type: another headline
LEVEL = 1.8  # of the text's type: its columns begin within that much, a byline over one of them
LONGEST = 24  # characters
LONGEST_BYLINE = 40
NAME = (2, 3)  # characters
NEXT_COLUMN = 14.0  # em from a headline to a name at its side
EVEN = 0.6  # of the type: columns begin at one height
OVER_TEXT = 1.6  # of its type: white below a name at its column's head
GUTTER = 4.0  # em between two columns
DASHES = ("—", "─")
GOES_ON = "。，、；："
FAR = 6.0  # of the text's type: so far above a text a byline is none of that
OTHER_SIZE = 1.04  # of the text's type


def raise_decks(pieces: Sequence[Piece], body: Body) -> None:
    """A row behind a dash, in a type of its own, is a deck where a headline ends above its side."""
    heads = [p for p in pieces if p.part == "head" and not p.vertical]
    for piece in pieces:
        row = piece.part == "body" and len(piece.lines) == 1 and piece.text.startswith(DASHES)
        other = piece.face != body.face or piece.size > OTHER_SIZE * body.size
        if row and other and piece.text[-1] not in GOES_ON and len(piece.text) <= LONGEST:
            above = [h for h in heads if piece.size <= SMALLER * h.size]
            if any(_is_near(piece.top - h.bottom, piece, h) for h in above):
                piece.part = "head"


def raise_bylines(
    pieces: Sequence[Piece], figures: Figures, rules: Rules, subheads: Collection[tuple]
) -> None:
    """A byline at the side below a headline's foot, with nothing over it, is a part of it.

    So is a name alone, which no word tells, if it is not of the type of `subheads`: 时间.
    """
    heads = [p for p in pieces if p.part == "head" and not p.vertical]
    rows = [p for p in pieces if p.part == "body" and len(p.lines) == 1]
    names = [p for p in rows if (round(p.size, 1), p.face) not in subheads and _is_name(p, rules)]
    for piece in [p for p in rows if _is_byline(p) or p in names]:
        below = _below(pieces, figures, without=piece)
        over = [h for h in heads if h.top < piece.top and shares_column(h, piece)]
        near = [h for h in heads if _is_near(piece.top - h.bottom, piece, h)]
        if not _is_byline(piece):
            near = [h for h in near if _is_at_name(h, piece, below)]
        for head in near:
            # A wide headline reaches over the byline at the side of its deck.
            free = all(h.bottom < head.top - head.size or shares_column(h, head) for h in over)
            if (
                free
                and not _fenced(piece, head, figures)
                and _share_text(piece, head, heads, below)
            ):
                piece.part = "head"
                piece.rows[0].kind = Kind.BYLINE
        if piece.part == "body" and _heads_column(piece, pieces):
            piece.rows[0].kind = Kind.BYLINE


def _heads_column(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether it is in a face of its own right over a text, and no text stands over it."""
    column = [p for p in pieces if p is not piece and shares_column(p, piece)]
    below = min((p for p in column if p.top > piece.top), key=lambda p: p.top, default=None)
    above = max((p for p in column if p.top < piece.top), key=lambda p: p.top, default=None)
    over_text = below is not None and below.part == "body" and below.face != piece.face
    near = over_text and below.top - piece.bottom <= OVER_TEXT * piece.size
    return near and (above is None or above.part == "head")


def _is_at_name(head: Piece, name: Piece, below: Sequence[Piece | Shape]) -> bool:
    """In the next column, or further where all columns from here to there begin at one height."""
    if name.left - head.right <= NEXT_COLUMN * name.em:
        return True
    tops: list[Piece | Shape] = []
    for text in [p for p in below if p.top >= name.bottom - 1]:
        inside = head.left - name.em <= text.left and text.left < name.right
        if inside and not any(shares_column(text, p) for p in tops):
            tops.append(text)
    level = [p for p in tops if abs(p.top - tops[0].top) <= EVEN * name.size]
    edges = sorted((p.left, p.right) for p in level)
    joined = all(b[0] - a[1] <= GUTTER * name.em for a, b in pairwise(edges))
    return len(level) == len(tops) > 1 and joined and edges[-1][1] >= name.right - name.em


def _is_name(piece: Piece, rules: Rules) -> bool:
    name = piece.text.replace(" ", "")
    han = all("\u3400" <= sign <= "\u9fff" for sign in name)
    return han and len(name) in NAME and opens_with_family(name, rules)


def _is_byline(piece: Piece) -> bool:
    return kinds_of(piece) == {Kind.BYLINE}


def _is_byline_alone(block: Piece | Head) -> bool:
    pieces = [block] if isinstance(block, Piece) else block.pieces
    return all(_is_byline(p) for p in pieces)


def _below(
    pieces: Sequence[Piece], figures: Figures, without: Piece | None = None
) -> list[Piece | Shape]:
    """Texts and photos, from the top."""
    texts = [p for p in pieces if p.part == "body" and p is not without]
    return sorted([*texts, *figures.pictures], key=lambda p: p.top)


def _is_near(gap: float, small: Piece | Head, large: Piece | Head) -> bool:
    return -0.2 * small.size <= gap <= HEAD_GAP * large.size


def join_outlying(heads: Sequence[Head], pieces: Sequence[Piece], figures: Figures) -> list[Head]:
    """The heads; one that stands at the side of a larger one is a part of that."""
    things = _below(pieces, figures)
    texts = [x for x in things if isinstance(x, Piece)]
    rest = list(heads)
    for head in [h for h in heads if _is_short(h)]:
        near = [h for h in rest if h is not head and _is_at_side(head, h, figures)]
        near = [h for h in near if not any(_stands_between(x, head, h) for x in rest)]
        below = things if _is_byline(head.pieces[0]) else texts
        near = [h for h in near if _share_text(head, h, rest, below)]
        if len(near) == 1:
            rest.remove(head)
            near[0].pieces += head.pieces
            near[0].settle()
    for head in [h for h in rest if h.vertical and not h.drawn]:
        beside = [h for h in rest if _tops_beside(h, head, texts, figures)]
        rest = [h for h in rest if h not in beside]
        _take_beside(head, sorted((p for h in beside for p in h.pieces), key=lambda p: p.top))
    return rest


def _tops_beside(small: Head, standing: Head, texts: Sequence[Piece], figures: Figures) -> bool:
    """Over the text at a standing headline's side, level with its top; no text is at the other."""
    if small.vertical or small.drawn or small.size > ASIDE * standing.size:
        return False
    frame = figures.frame_of(standing.pieces[0])
    if figures.frame_of(small.pieces[0]) is not frame:
        return False
    right = small.left > standing.left
    gap = small.left - standing.right if right else standing.left - small.right
    level = abs(small.top - standing.top) <= standing.size
    if not level or not -1 <= gap <= 2 * standing.size:
        return False
    below = [p for p in texts if p.top > small.bottom - 1 and shares_column(p, small)]
    other = [
        p
        for p in texts
        if figures.frame_of(p) is frame
        and (p.right <= standing.left + 1) is right
        and (p.left >= standing.right - 1) is not right
        and -1 <= max(standing.left - p.right, p.left - standing.right) <= 2 * standing.size
        and min(p.bottom, standing.bottom) > max(p.top, standing.top)
    ]
    return bool(below) and below[0].top - small.bottom <= 2 * standing.size and not other


def _take_beside(standing: Head, pieces: Sequence[Piece]) -> None:
    """Kicker and deck over its text: the headline keeps its own box, beside which that stands."""
    short = len(pieces) > 1 or any(len(p.text) <= SHORT_KICKER for p in pieces)
    first = pieces[:1] if short and not _is_byline(pieces[0]) else []
    standing.pieces = [*first, *standing.pieces, *pieces[len(first) :]]


def _stands_between(other: Head, small: Head, large: Head) -> bool:
    """Whether another headline at the same height is nearer to what stands aside."""
    if other is small or other is large or other.size < LARGE * large.size:
        return False
    level = min(other.bottom, large.bottom) - max(other.top, large.top) > 0
    left, right = sorted((small, large), key=lambda h: h.left)
    return level and left.left <= other.left and other.right <= right.left


def _is_short(head: Head) -> bool:
    (piece, *others) = head.pieces
    most = LONGEST_BYLINE if _is_byline(piece) else LONGEST
    return not (others or head.drawn or piece.vertical) and len(piece.text) <= most


def _is_at_side(small: Head, large: Head, figures: Figures) -> bool:
    """Left of the other and right above its top, or a deck, right below its foot."""
    if large.vertical or large.drawn or small.size > SMALLER * large.size:
        return False
    is_byline = _is_byline(small.pieces[0])
    over = min(small.right, large.right) - max(small.left, large.left)
    if over > OVERLAP * min(small.width, large.width) and not is_byline:
        return False
    if figures.frame_of(small.pieces[0]) is not figures.frame_of(large.pieces[0]):
        return False
    is_below = small.text.startswith(DASHES) or is_byline
    gap = small.top - large.bottom if is_below else large.top - small.bottom
    is_left = small.left < large.left
    near = _is_near(gap, small, large) and (is_below or is_left)
    return near and not _fenced(small, large, figures)


def _fenced(a: Piece | Head, b: Piece | Head, figures: Figures) -> bool:
    """Whether a vertical rule stands between the two."""
    left, right = sorted((a, b), key=lambda h: h.left)
    return any(
        left.right <= f.left <= right.left and f.top < right.bottom and left.top < f.bottom
        for f in figures.fences
    )


def _share_text(
    small: Piece | Head,
    large: Piece | Head,
    heads: Sequence[Piece | Head],
    texts: Sequence[Piece | Shape],
) -> bool:
    """Whether text begins at one height under both of them, and no headline before it."""
    bottom = max(small.bottom, large.bottom)
    found = []
    for head in (small, large):
        below = [p for p in texts if p.top > head.bottom - 1 and shares_column(p, head)]
        if not below:
            return False
        found.append(below[0])
        others = [h for h in heads if h is not small and h is not large]
        if any(
            shares_column(h, head) and head.top < h.top and h.top < below[0].top for h in others
        ):
            return False
    first, second = found
    size = next((p.size for p in (first, second) if isinstance(p, Piece)), small.size)
    level = abs(first.top - second.top) <= LEVEL * size
    if first.top - second.top > FAR * size and _is_byline_alone(small):
        level = True  # it stands over white, beside a photo or its caption
    return level and min(first.top, second.top) >= bottom - 0.3 * size
