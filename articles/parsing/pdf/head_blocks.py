"""Pieces of headlines → head blocks: kicker, headline, deck and byline of one story each."""

from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.pdf.figures import Figures, is_inside
from articles.parsing.pdf.parts import kinds_of
from articles.parsing.pdf.pieces import Piece
from articles.parsing.pdf.strips import HEAD_GAP, Head, Strip
from articles.parsing.typography.rows import Kind

PEAK = 0.85  # of a headline's largest type: as large as that is a headline by itself
CLOSE = 0.7  # of the larger type: white from where on pieces they must be lined up
STANDING_GAP = 0.8  # of the larger type: between the lines of a headline that runs downwards
FOOT_GAP = 1.5  # of the type of a headline that runs downwards: to the name below it
LONGEST_FOOT = 12  # characters of that
SMALLER = 0.9
BYLINE_GAP = 3.5  # of its own type: below its headline


def find_heads(pieces: Sequence[Piece], figures: Figures) -> list[Head]:
    """Head pieces one above the other, without a rule or a text between them."""
    parts = sorted((p for p in pieces if p.part == "head"), key=lambda p: (p.top, p.left))
    texts = [p for p in pieces if p.part == "body" and len(p.lines) > 2]
    heads: list[list[Piece]] = []
    for piece in parts:
        near = [
            h
            for h in heads
            if any(_is_one_head(p, piece, figures) and not _ends_beside(p, piece, texts) for p in h)
        ]
        joined = [p for h in near for p in h] + [piece]
        heads = [h for h in heads if h not in near]
        heads.append(joined)
    heads = [part for head in heads for part in _at_next_peak(head)]
    return _with_bylines([Head(h).settle() for h in heads], figures)


def _at_next_peak(head: list[Piece]) -> list[list[Piece]]:
    """Headlines one below the other: after a deck and more white than before it stands the next."""
    pieces = sorted(head, key=lambda p: p.top)
    large = PEAK * max(p.size for p in pieces)
    peaks = [k for k, p in enumerate(pieces) if p.size >= large]
    if any(p.vertical for p in pieces) or peaks[-1] - peaks[0] < len(peaks):
        return [head]
    gaps = [b.top - a.bottom for a, b in pairwise(pieces)]
    cut = max(range(peaks[0], peaks[-1]), key=lambda k: gaps[k])
    others = max((gap for k, gap in enumerate(gaps) if k != cut), default=0.0)
    small = any(p.size < 0.8 * large for p in pieces[peaks[0] : peaks[-1]])
    if not small or gaps[cut] <= 1.5 * max(others, 0.2 * pieces[0].size):
        return [head]
    return [pieces[: cut + 1], *_at_next_peak(pieces[cut + 1 :])]


def _ends_beside(upper: Piece, lower: Piece, texts: Sequence[Piece]) -> bool:
    """Whether columns stand at both sides of the upper one and end above the lower one.

    So it is let into its own text, and the next headline begins below both.
    """
    beside = [
        p
        for p in texts
        if min(p.bottom, upper.bottom) - max(p.top, upper.top) > 0.5 * upper.size
        and p.bottom <= lower.top + 0.3 * lower.size
    ]
    near = 4 * min(upper.em, lower.em)
    return any(0 <= upper.left - p.right <= near for p in beside) and any(
        0 <= p.left - upper.right <= near for p in beside
    )


def _with_bylines(heads: list[Head], figures: Figures) -> list[Head]:
    """A byline that stands off its headline belongs to it all the same; it heads no story."""
    signs = [h for h in heads if all(kinds_of(p) == {Kind.BYLINE} for p in h.pieces)]
    rest = [h for h in heads if h not in signs]
    for sign in signs:
        over = [h for h in rest if _is_over_byline(h, sign, figures)]
        if not over:
            continue
        heads.remove(sign)
        nearest = max(over, key=lambda h: h.bottom)
        nearest.pieces += sign.pieces
        nearest.settle()
    return heads


def seat_bylines(heads: Sequence[Head], strips: Sequence[Strip], figures: Figures) -> list[Head]:
    """The heads that are no byline alone; such a byline goes to the column it stands over."""
    rest = []
    for head in heads:
        alone = all(kinds_of(p) == {Kind.BYLINE} for p in head.pieces) and not head.drawn
        under = [s for s in strips if _is_signed_by(s, head, figures)] if alone else []
        if under:
            strip = min(under, key=lambda s: s.top)
            strip.pieces[:0] = head.pieces
            strip.top = head.top
        else:
            rest.append(head)
    return rest


def _is_signed_by(strip: Strip, sign: Head, figures: Figures) -> bool:
    gap = strip.top - sign.bottom
    left = min(strip.left, strip.edges[0])
    begins = left - strip.em <= sign.left < strip.edges[1] - strip.em
    same = figures.frame_of(strip) == figures.frame_of(sign)
    return same and begins and -0.3 * strip.size <= gap <= BYLINE_GAP * strip.size


def _is_over_byline(head: Head, sign: Head, figures: Figures) -> bool:
    if head.vertical or figures.frame_of(head) != figures.frame_of(sign):
        return False
    gap, size = sign.top - head.bottom, sign.pieces[0].size
    over = min(head.right, sign.right) - max(head.left, sign.left)
    barred = any(
        head.bottom - 1 <= bar.top <= sign.top + 1
        and bar.left < sign.right
        and sign.left < bar.right
        for bar in figures.bars
    )
    return 0 <= gap <= BYLINE_GAP * size and over >= 0.5 * sign.width and not barred


def _is_one_head(a: Piece, b: Piece, figures: Figures) -> bool:
    if figures.frame_of(a) != figures.frame_of(b):
        return False
    if a.vertical != b.vertical:
        return is_foot_of(*((a, b) if a.vertical else (b, a)))
    if a.vertical:
        gap = max(a.left, b.left) - min(a.right, b.right)
        heights = min(a.bottom, b.bottom) - max(a.top, b.top)
        return gap <= STANDING_GAP * max(a.size, b.size) and heights > 0
    upper, lower = (a, b) if a.top <= b.top else (b, a)
    gap = lower.top - upper.bottom
    over = min(a.right, b.right) - max(a.left, b.left)
    if over <= 0.2 * min(a.width, b.width):
        return False
    if not -0.4 * min(a.size, b.size) <= gap <= HEAD_GAP * max(a.size, b.size):
        return False
    as_large = lower.size >= 0.9 * upper.size  # what is smaller may be the byline of a column
    loose = not (_is_lined_up(a, b) or _is_on_ground_over(upper, lower, figures))
    if gap > CLOSE * max(a.size, b.size) and as_large and loose:
        return False
    return not any(
        upper.bottom - 1 <= bar.top <= lower.top + 1
        and min(bar.right, b.right) - max(bar.left, b.left) > 0.3 * b.width
        for bar in figures.bars
    )


def _is_on_ground_over(upper: Piece, lower: Piece, figures: Figures) -> bool:
    """Whether a column's name stands on its own ground, which is as wide as what is below it."""
    return any(
        is_inside(upper, g)
        and g.left - lower.em <= lower.left
        and lower.right <= g.right + lower.em
        for g in figures.grounds
    )


def is_foot_of(standing: Piece, piece: Piece) -> bool:
    """Whether a short row, as a name is, stands right below a headline that runs downwards."""
    short = len(piece.lines) == 1 and len(piece.text) <= LONGEST_FOOT and not piece.vertical
    middle = abs(standing.middle - piece.middle) <= 0.5 * standing.em
    short = short and piece.size < SMALLER * standing.size  # what is as large is a headline
    return short and middle and -1 <= piece.top - standing.bottom <= FOOT_GAP * standing.em


def _is_lined_up(a: Piece, b: Piece) -> bool:
    em = min(a.em, b.em)
    return abs(a.left - b.left) <= 0.3 * em or abs(a.middle - b.middle) <= em
