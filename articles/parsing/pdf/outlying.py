"""Kickers, columns' names and decks set at the side of their headline, over or under no part of it.

A headline is set in the middle of its columns, the column's name at their left edge above it; a
deck that begins with a dash ends at their right edge. What shows that the two belong together is
the text: it begins at one height under both, below the lower one.
"""

from collections.abc import Sequence

from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.parts import Body, shares_column
from articles.parsing.pdf.pieces import Piece
from articles.parsing.pdf.strips import HEAD_GAP, Head

SMALLER = 0.9  # of the headline's type
LEVEL = 1.8  # of the text's type: its columns begin within that much, a byline over one of them
LONGEST = 24  # characters
DASHES = ("—", "─")
GOES_ON = "。，、；："
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


def _is_near(gap: float, small: Piece | Head, large: Piece | Head) -> bool:
    return -0.2 * small.size <= gap <= HEAD_GAP * large.size


def join_outlying(heads: Sequence[Head], pieces: Sequence[Piece], figures: Figures) -> list[Head]:
    """The heads; one that stands at the side of a larger one is a part of that."""
    texts = sorted((p for p in pieces if p.part == "body"), key=lambda p: p.top)
    rest = list(heads)
    for head in [h for h in heads if _is_short(h)]:
        near = [h for h in rest if h is not head and _is_at_side(head, h, figures)]
        near = [h for h in near if _share_text(head, h, rest, texts)]
        if len(near) == 1:
            rest.remove(head)
            near[0].pieces += head.pieces
            near[0].settle()
    return rest


def _is_short(head: Head) -> bool:
    (piece, *others) = head.pieces
    return not (others or head.drawn or piece.vertical) and len(piece.text) <= LONGEST


def _is_at_side(small: Head, large: Head, figures: Figures) -> bool:
    """Left of the other and right above its top, or a deck, right below its foot."""
    if large.vertical or large.drawn or small.size > SMALLER * large.size:
        return False
    if shares_column(small, large) or figures.frame_of(small.pieces[0]) is not figures.frame_of(
        large.pieces[0]
    ):
        return False
    is_deck = small.text.startswith(DASHES)
    gap = small.top - large.bottom if is_deck else large.top - small.bottom
    left, right = sorted((small, large), key=lambda h: h.left)
    fenced = any(
        left.right <= f.left <= right.left and f.top < right.bottom and left.top < f.bottom
        for f in figures.fences
    )
    return _is_near(gap, small, large) and (is_deck or small is left) and not fenced


def _share_text(small: Head, large: Head, heads: Sequence[Head], texts: Sequence[Piece]) -> bool:
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
    level = abs(first.top - second.top) <= LEVEL * first.size
    return level and min(first.top, second.top) >= bottom - 0.3 * first.size
