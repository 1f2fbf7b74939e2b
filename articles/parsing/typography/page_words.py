"""The characters of a page's rows, to be asked whether two of them stand together elsewhere."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from articles.parsing.overlap import plain
from articles.parsing.typography.rows import Row

REACH = 20_000  # characters around a row that may tell its words: those of a page
ECHO, LEAST_PAIRS = 0.5, 4  # of a row's pairs


class PageWords:
    """The text of the rows, one row a line."""

    def __init__(self, rows: Sequence[Row]):
        self.rows = rows
        self.text = "\n".join([row.text for row in rows])
        self.offsets = [0, *accumulate([len(row.text) + 1 for row in rows])]

    def known(self, place: int, pair: str) -> int:
        """How often the page has the pair of characters around the row: 0, 1 or, for more, 2."""
        begin, end = max(0, self.offsets[place] - REACH), self.offsets[place] + REACH
        once = self.text.find(pair, begin, end)
        return 0 if once < 0 else 1 + (self.text.find(pair, once + 1, end) >= 0)

    def echo(self, place: int) -> bool:
        """Whether other rows of the page repeat half of the row, as a text does its headline."""
        pairs = [a + b for a, b in pairwise(plain(self.rows[place].text))]
        again = sum(self.known(place, pair) > 1 for pair in pairs)
        return len(pairs) >= LEAST_PAIRS and again >= ECHO * len(pairs)
