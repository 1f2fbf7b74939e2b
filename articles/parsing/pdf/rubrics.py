"""The name of a column: set off over several briefs, or on its own ground over a headline."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from articles.parsing.pdf.boxes import TITLE_SIGNS
from articles.parsing.pdf.figures import Figures, is_inside
from articles.parsing.pdf.parts import Body, is_running
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.pieces import Piece
from articles.parsing.pdf.quotes import rules_right_at
from articles.parsing.rules import Rules

LONGEST = 10  # characters
LONGEST_TAG = 6  # the same of a name on its own ground over a single story
LARGER = 1.15  # of such a name: the headline below
UNDER = 0.8  # of such a name: the white to a rule that it stands on
LONG = 3.0  # times as long as the name: a rule that it stands on
INDENT = 2.5  # em by which the first text below a short ground may begin elsewhere
REACH = 6.0  # of the body's type: from a short ground to that text
NEAR = 3.0  # of the body's type: white between it and the first headline
FITTED = 0.35  # the same between rules
LEAST_RULED = 3  # stories between rules: of two, the second may be another column's
ONE_SIZE = 0.04  # of the first headline: headlines that are no subheads of it
SAME_SIZE = 0.2  # of the first headline: the next ones are as large, but for what fits


def set_rubrics_aside(
    pieces: Sequence[Piece], figures: Figures, body: Body, rules: Rules
) -> list[Piece]:
    """Make page matter of a name on its own ground or between two rules of its column's width.

    Right below it stand two stories or more, with headlines of one type and no rule between; or
    three or more, or two in one box or of a column known by its name, between which rules as wide
    as the column stand. A short name on a ground of its own may stand over a single headline.
    The headlines of one size below such a name, which are no subheads, are the answer.
    """
    titles: list[Piece] = []
    for piece in pieces:
        if _is_tag(piece, pieces, figures, body):
            piece.part = "margin"
        if piece.part != "head" or piece.vertical or len(piece.lines) != 1:
            continue
        if len(piece.text) > LONGEST:
            continue
        known = figures.frame_of(piece) or any(x in piece.text for x in rules.briefs_columns)
        for own in _set_off_by(piece, figures):
            ground = _as_wide_as_its_column(own, pieces, figures, body)
            plain, ruled = (
                _stories_of(piece, ground, pieces, figures, body, ruled=ruled)
                for ruled in (False, True)
            )
            if len(plain) >= 2 or len(ruled) >= (2 if known else LEAST_RULED):
                piece.part = "margin"
                alike = plain if len(plain) >= 2 else ruled
                titles += [p for p in alike if abs(p.size / alike[0].size - 1) <= ONE_SIZE]
    return titles


def _is_tag(piece: Piece, pieces: Sequence[Piece], figures: Figures, body: Body) -> bool:
    """A short word alone on its ground or over a long rule, next below it a larger headline."""
    if piece.part not in ("head", "body", "caption") or len(piece.lines) != 1 or piece.vertical:
        return False
    word = piece.text.replace(" ", "").strip(TITLE_SIGNS)
    if not 2 <= len(word) <= LONGEST_TAG or not all("\u3400" <= c <= "\u9fff" for c in word):
        return False
    box = figures.frame_of(piece)
    heads = [p for p in pieces if p.part == "head" and p.size >= LARGER * piece.size]
    heads = [p for p in heads if box is None or is_inside(p, box)]
    for ground in _grounds_of(piece, figures, body):
        alone = not any(is_inside(p, ground) for p in pieces if p is not piece)
        if alone and any(_is_next_below(p, ground, pieces, body) for p in heads):
            return True
    return False


def _grounds_of(piece: Piece, figures: Figures, body: Body) -> list[Shape]:
    """Its own ground, or a rule right below that begins with it and is much longer."""
    return [g for g in figures.grounds if is_inside(piece, g)] + [
        bar
        for bar in figures.bars
        if -1 <= bar.top - piece.bottom <= UNDER * piece.size
        and abs(bar.left - piece.left) <= body.em
        and bar.right - bar.left >= LONG * piece.width
    ]


def _is_next_below(head: Piece, ground: Shape, pieces: Sequence[Piece], body: Body) -> bool:
    """Without text between; a headline in the middle of its columns begins further right."""
    near = head.left >= ground.left - body.em and head.top - ground.bottom <= NEAR * head.size
    if head.top < ground.bottom - 1 or not (_overlaps(head, ground) or near):
        return False
    left = min(head.left, ground.left) if near else head.left
    return not any(
        p.part == "body"
        and ground.bottom - 1 <= p.top < head.top
        and min(p.right, head.right) > max(p.left, left)
        and (len(p.lines) > 2 or is_running(p))
        for p in pieces
    )


def _set_off_by(piece: Piece, figures: Figures) -> list[Shape]:
    """Its ground, or the rules right above and right below it, the lower one last."""
    grounds = [g for g in figures.grounds if is_inside(piece, g)]
    return grounds or rules_right_at(piece, figures)[1:]


def _stories_of(
    rubric: Piece,
    ground: Shape,
    pieces: Sequence[Piece],
    figures: Figures,
    body: Body,
    *,
    ruled: bool,
) -> list[Piece]:
    """Headlines as large as the first, each over a text, down to what ends the column."""
    end = _end_of_column(ground, pieces, figures, body, ruled=ruled)
    box = figures.frame_of(rubric)
    column = [p for p in pieces if _is_in(p, ground, body) and ground.bottom - 1 <= p.top < end]
    column = sorted((p for p in column if figures.frame_of(p) is box), key=lambda p: p.top)
    if not column or column[0].top - rubric.bottom > NEAR * body.size:
        return []
    opening = list(takewhile(lambda p: p.part == "head", column))
    if not opening:
        return []
    first = max(opening, key=lambda p: p.size)
    heads = [k for k, p in enumerate(column) if _is_like(p, first, ruled=ruled)]
    if ruled:  # a photo or a deck may stand between
        spans = pairwise([*heads, None])
        return [column[a] for a, b in spans if any(p.part == "body" for p in column[a:b])]
    below = (next((q for q in column[k + 1 :] if _overlaps(q, column[k])), None) for k in heads)
    return [column[k] for k, q in zip(heads, below, strict=True) if q and q.part == "body"]


def _as_wide_as_its_column(
    ground: Shape, pieces: Sequence[Piece], figures: Figures, body: Body
) -> Shape:
    """A short ground stands for its box, which it begins, or the text that begins below it."""
    box = figures.frame_of(ground)
    inside = [p for p in pieces if figures.frame_of(p) is box and p.top >= ground.bottom - 1]
    if box and box is not ground:
        whole = sum(figures.frame_of(p) is box for p in pieces) == len(inside) + 1
        return replace(ground, left=box.left, right=box.right) if whole else ground
    near = [p for p in inside if abs(p.left - ground.left) <= INDENT * body.em]
    near = [p for p in near if p.top - ground.bottom <= REACH * body.size]
    texts = [p for p in near if p.part == "body" and is_running(p)]
    return replace(ground, right=max([ground.right, *(p.right for p in texts)]))


def _end_of_column(
    ground: Shape, pieces: Sequence[Piece], figures: Figures, body: Body, *, ruled: bool
) -> float:
    """Where a rule or a piece that is wider than the column stands below.

    Where briefs are `ruled`, a rule of their own width parts them only.
    """
    reach = body.em
    bars = [b for b in figures.bars if b is not ground and _covers(b, ground, reach)]
    if ruled:
        bars = [b for b in bars if not _covers(ground, b, reach)]
    wide = [p for p in pieces if _overlaps(p, ground) and not _is_in(p, ground, body)]
    ends = [x.top for x in (*bars, *wide) if x.top > ground.bottom + 1]
    return min(ends, default=float("inf"))


def _is_in(piece: Piece, ground: Shape, body: Body) -> bool:
    return ground.left - body.em <= piece.left and piece.right <= ground.right + body.em


def _overlaps(piece: Piece, ground: Shape) -> bool:
    return min(piece.right, ground.right) - max(piece.left, ground.left) > 0


def _covers(bar: Shape, ground: Shape, reach: float) -> bool:
    return bar.left <= ground.left + reach and ground.right - reach <= bar.right


def _is_like(piece: Piece, first: Piece, *, ruled: bool) -> bool:
    near = abs(piece.size / first.size - 1) <= (FITTED if ruled else SAME_SIZE)
    same = near and (ruled or piece.face == first.face)
    return piece.part == "head" and not piece.vertical and same
