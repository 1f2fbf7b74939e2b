"""What it costs to part two rows of headlines that stand below each other."""

from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.reading.parts import Piece
from articles.parsing.reading.seam_marks import CONTINUING
from articles.parsing.typography.head_words import is_exclamation

HALVES = 0.9  # two short rows of one length look like one headline
TORN = 4.0  # a headline cut in two between two stories
FEW, MOST_UNLIKE = 6.5, 2.0  # em of a row too short for a headline
WIDEST_HALF, UNLIKE = 9, 1.5  # em
PICTURE = 1.5  # rows of one story's headline on both sides of a picture


def cut_cost(above: Piece, below: Piece) -> float:
    """Cost of giving the row below to another story than the one above."""
    cost = TORN if hang_together(above, below) else 0.0
    short = max(above.width, below.width) <= WIDEST_HALF
    alike = short and abs(above.width - below.width) <= UNLIKE
    return cost + (HALVES if alike else 0.0)


def pair_cost(above: Piece, below: Piece) -> float:
    """The same of two rows that stand between two stories, and in no heap of headlines."""
    short = max(above.width, below.width) <= FEW
    unlike = short and UNLIKE < abs(above.width - below.width) <= MOST_UNLIKE
    return cut_cost(above, below) + (HALVES if unlike else 0.0)


def torn_apart(pieces: Sequence[Piece]) -> list[int]:
    """Numbers of the pieces above which a picture or page matter stands, below another piece."""
    return [k for k, (a, b) in enumerate(pairwise(pieces), 1) if b.rows[0] > a.rows[-1] + 1]


def hang_together(above: Piece, below: Piece) -> bool:
    """Whether one row of a headline cannot stand without the other."""
    text = above.text
    torn = text.count("“") > text.count("”") or text[-1] in "，、：；"
    cried = " " in above.text and is_exclamation(below.text)  # a kicker of two clauses over it
    return torn or above.label or cried or below.text.startswith(CONTINUING)
