"""What it costs to part two rows of headlines that stand below each other."""

from articles.parsing.reading.parts import Piece
from articles.parsing.reading.seams import CONTINUING

HALVES = 0.9  # two short rows of one length look like one headline
TORN = 4.0  # a headline cut in two between two stories
FEW, MOST_UNLIKE = 6.5, 2.0  # em of a row too short for a headline
WIDEST_HALF, UNLIKE = 9, 1.5  # em


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


def hang_together(above: Piece, below: Piece) -> bool:
    """Whether one row of a headline cannot stand without the other."""
    text = above.text
    torn = text.count("“") > text.count("”") or text[-1] in "，、：；"
    return torn or above.label or below.text.startswith(CONTINUING)
