"""A headline between the end of a text and a caption in a column as wide as it."""

import re
from collections.abc import Callable, Sequence

from articles.parsing.typography.rows import TEXTUAL, Kind, Row

MOST_ROWS, LEAST = 6, 4  # characters of a row
# So much more of it than of the caption does the text around the photo repeat; and of one that
# is long, or of two clauses.
GAIN, FEW, CLEAR_GAIN = 0.15, 3, 0.3
ENDED = re.compile("[。；]|，.*，")


def headline_above(
    rows: Sequence[Row], start: int, stop: int, told: Callable[[str], float]
) -> range:
    """The rows of a headline right above a caption from `start` to `stop`, or none.

    `told` gives the share of a text that the text around the photo repeats.
    """
    top = start
    while top and start - top <= MOST_ROWS and _may_head(rows[top - 1]):
        top -= 1
    ended = not top or rows[top - 1].strong or rows[top - 1].kind not in TEXTUAL
    if top == start or start - top > MOST_ROWS or not ended:
        return range(0)
    gain = told(_text(rows[top:start])) - told(_text(rows[start:stop]))
    plain = start - top <= FEW and not any("，" in row.text for row in rows[top:start])
    return range(top, start) if gain >= (GAIN if plain else CLEAR_GAIN) else range(0)


def _text(rows: Sequence[Row]) -> str:
    return "".join([row.text for row in rows])


def _may_head(row: Row) -> bool:
    plain = row.kind is Kind.TEXT and not row.strong and len(row.text) >= LEAST
    return plain and row.text[-1] not in "，、：" and not ENDED.search(row.text)
