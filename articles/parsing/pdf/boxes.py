"""Boxes that part no stories: a headline's coloured ground, a box its headline stands over.

And such as hold none: the day's headlines, an advertisement.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from articles.parsing.pdf.figures import Figures, is_inside
from articles.parsing.pdf.parts import Body, is_running, is_signed_piece
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.pieces import Piece
from articles.parsing.pdf.strips import Head
from articles.parsing.rules import Rules

BELOW = 2.5  # of the body's type: from a headline's ground to the text
MOST_ROWS = 4  # of a headline
SMALLER = 0.7  # of the largest type in an advertisement: its text
FEWEST_ROWS = 3  # of that text; fewer are a deck
OVER = 1.6  # of the headline's type: from a headline to the box below it
CENTRED = 1.5  # em
LID = 3.0  # points by which a ground's edges miss those of the box that it lies on
TITLE_SIGNS = "【】[]■●◆▲★▍· "  # around the name of a box or of a column
POINTER = re.compile(r"(?:[A-Z]0?\d{1,2}|\d{1,2}\s?版|[一二三四五六七八九十]版)\W{0,3}$")
FEWEST_POINTERS = 2
MOST_IN_ADVERT = 60  # characters


def set_boxes_aside(pieces: Sequence[Piece], figures: Figures, rules: Rules) -> None:
    """Make page matter of the day's headlines, each with its page (导读), and of advertisements.

    These have their mark (公益广告) and a few words, but no text.
    """
    for name in pieces:
        word, frame = name.text.strip(TITLE_SIGNS), figures.frame_of(name)
        if frame is None or word not in rules.index_columns + rules.adverts:
            continue
        inside = [p for p in pieces if figures.frame_of(p) is frame]
        points = sum(bool(POINTER.search(x.text)) for p in inside for x in p.lines)
        few = sum(p.characters for p in inside) <= MOST_IN_ADVERT
        advert = word in rules.adverts and few and not any(map(is_running, inside))
        if advert or (word in rules.index_columns and points >= FEWEST_POINTERS):
            for piece in inside:
                piece.part = "margin"


def lift_grounds(figures: Figures, pieces: Sequence[Piece], body: Body) -> None:
    """Forget the boxes in which only a headline stands, its text right below.

    The text's own box, where the ground lies on it like a lid, then begins with the ground.
    """
    lids = list(figures.grounds)
    for frame in list(figures.frames):
        inside = [p for p in pieces if figures.frame_of(p) is frame]
        lid = any(_is_lid_of(frame, box) for box in figures.frames)
        let_in = lid or _is_flanked(frame, pieces, body)
        if _is_headline(inside) and (
            let_in or any(_is_right_below(p, frame, body) for p in pieces)
        ):
            figures.frames.remove(frame)
            lids.append(frame)
    for place, box in enumerate(figures.frames):
        top = min((ground.top for ground in lids if _is_lid_of(ground, box)), default=box.top)
        figures.frames[place] = replace(box, top=top)


def lift_grids(figures: Figures, pieces: Sequence[Piece]) -> None:
    """Forget the boxes in which only a table stands, and the rules of it: its title is above."""
    for frame in list(figures.frames):
        inside = [p for p in pieces if figures.frame_of(p) is frame]
        if inside and all(line.cells > 1 for p in inside for line in p.lines):
            figures.frames.remove(frame)
            figures.bars = [bar for bar in figures.bars if not _is_rule_of(bar, frame)]


def _is_rule_of(bar: Shape, frame: Shape) -> bool:
    return (
        frame.left - LID <= bar.left
        and bar.right <= frame.right + LID
        and frame.top - LID <= bar.top <= frame.bottom + LID
    )


def find_adverts(figures: Figures, pieces: Sequence[Piece]) -> None:
    """In a box of nothing but large rows, as advertisements have, the smaller ones are the text."""
    boxed: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        boxed[id(figures.frame_of(piece))].append(piece)
    for inside in [boxed[id(frame)] for frame in figures.frames if id(frame) in boxed]:
        if any(p.part != "head" or p.vertical for p in inside):
            continue
        title = max(inside, key=lambda p: p.size)
        rest = [p for p in inside if p.top > title.top and p.size <= SMALLER * title.size]
        if sum(len(p.lines) for p in rest) >= FEWEST_ROWS:
            for piece in rest:
                piece.part = "body"


def _is_lid_of(ground: Shape, box: Shape) -> bool:
    """Whether the ground lies on the box's upper edge and is as wide."""
    sides = abs(ground.left - box.left), abs(ground.right - box.right)
    return max(sides) <= LID and abs(box.top - ground.bottom) <= LID and box is not ground


def _is_headline(pieces: Sequence[Piece]) -> bool:
    heads = sum(p.part == "head" for p in pieces)
    rows = sum(len(p.lines) for p in pieces)
    rest = all(p.part == "head" or is_signed_piece(p) for p in pieces)
    return bool(heads) and rest and rows <= MOST_ROWS


def _is_flanked(frame: Shape, pieces: Sequence[Piece], body: Body) -> bool:
    """Whether columns of text pass it on both sides, in the midst of which it stands."""
    beside = [
        p
        for p in pieces
        if p.part == "body"
        and len(p.lines) > 2
        and min(p.bottom, frame.bottom) - max(p.top, frame.top) > body.size
    ]
    near = BELOW * body.em
    return any(-1 <= frame.left - p.right <= near for p in beside) and any(
        -1 <= p.left - frame.right <= near for p in beside
    )


def _is_right_below(piece: Piece, frame: Shape, body: Body) -> bool:
    over = min(piece.right, frame.right) - max(piece.left, frame.left)
    near = -1 <= piece.top - frame.bottom <= BELOW * body.size
    return piece.part == "body" and near and over >= 0.5 * piece.width


def raise_boxes(figures: Figures, pieces: Sequence[Piece], heads: Sequence[Head]) -> None:
    """Let a box of text that has no headline reach up to the one right over it."""
    for place, frame in enumerate(figures.frames):
        inside = [p for p in pieces if is_inside(p, frame)]
        if not inside or any(p.part == "head" for p in inside):
            continue
        over = [h for h in heads if _is_right_over(h, frame)]
        if over:
            top = max(over, key=lambda h: h.bottom).top
            figures.frames[place] = replace(frame, top=top - 1)


def _is_right_over(head: Head, frame: Shape) -> bool:
    em = min(p.em for p in head.pieces)
    inside = frame.left - em <= head.left and head.right <= frame.right + em
    middle = abs(head.left + head.right - frame.left - frame.right) <= 2 * CENTRED * em
    aligned = middle or abs(head.left - frame.left) <= CENTRED * em
    near = -1 <= frame.top - head.bottom <= OVER * head.size
    return inside and aligned and near and not head.vertical
