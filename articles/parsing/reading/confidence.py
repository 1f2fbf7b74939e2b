"""How far an article's reading can be trusted, from what was close while it was made.

Measured on typeset pages (docs/parser-measures.md): of the articles at `rules.sure` or above, 99
in 100 need no edit. Each weight is the share of right articles where that sign alone was found.
"""

from typing import NamedTuple

BEST = 0.99
CLEAR_HEAD = 5.0  # log-odds with which others' headings were read right in 97 of 100
HEAPED = 0.88  # a headline that was one of many in a heap
CLEAR_BORDERS = 6.5  # log-odds: with them a story can be sure among many that nobody signs


class Signs(NamedTuple):
    """What made a reading doubtful. Votes and margins are log-odds: small means close."""

    paragraph_vote: float  # the closest decision on a paragraph's start
    layout_margin: float  # the closest decision between headline rows and body
    head_rows: int
    head_margin: float  # between the best two readings as kicker, headline, deck
    head_share: float  # of the headline's rare character pairs that the body has
    contested: bool  # rows between two stories were shared out between them
    subheads: int
    finished: bool  # the last sentence is
    signed: bool  # somebody is named, or a source
    rejoined: bool
    interrupted: bool = False  # a picture stands inside a paragraph
    gapped: bool = False  # wide gaps run through the lines, as where two columns are read as one
    parted: bool = False  # columns that stood side by side were parted
    heaped: bool = False  # its headline stood in a heap of all others
    border_margin: float = 9.0  # the closest decision on where the story begins, ends or goes on
    among_unsigned: bool = False  # many stories of the page say nowhere who wrote them
    torn: bool = False  # the page's rows may be in disorder
    shadowed: bool = False  # parts of its headline stand there twice


def confidence(signs: Signs) -> float:
    """0 to 1; what the product of the signs' weights leaves."""
    value = BEST * _head_weight(signs)
    value *= _step(signs.paragraph_vote, ((1.5, 0.6), (3.0, 0.83), (3.5, 0.9)))
    value *= _step(signs.layout_margin, ((1.0, 0.65), (1.9, 0.85)))
    value *= 1.0 if not signs.subheads else 0.85 if signs.subheads > 2 else 0.5
    value *= 1.0 if signs.finished else 0.8
    value *= 1.0 if signs.signed else 0.8
    value *= 0.9 if signs.among_unsigned and signs.border_margin < CLEAR_BORDERS else 1.0
    value *= 0.85 if signs.interrupted else 1.0
    value *= 0.85 if signs.torn else 1.0
    value *= 0.4 if signs.gapped else 0.85 if signs.parted else 1.0
    return round(value * (0.7 if signs.rejoined else 1.0), 3)


def _head_weight(signs: Signs) -> float:
    if not signs.head_rows:
        return 0.87  # right or not, its headline has to be typed
    value = _step(signs.head_share, ((0.1, 0.7), (0.2, 0.82)))
    value *= 0.6 if signs.shadowed else 1.0
    if signs.head_rows == 1:
        value *= 0.9 if 0.2 <= signs.head_share < 0.35 else 1.0
    else:
        value *= _step(signs.head_margin, ((0.8, 0.6), (1.5, 0.75), (CLEAR_HEAD, 0.88)))
        value *= 0.7 if signs.head_rows > 5 else 1.0
    return value * (0.8 if signs.contested else HEAPED if signs.heaped else 1.0)


def _step(value: float, steps: tuple[tuple[float, float], ...]) -> float:
    for limit, weight in steps:
        if value < limit:
            return weight
    return 1.0
