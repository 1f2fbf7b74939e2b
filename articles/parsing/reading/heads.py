"""The rows of one headline block → kicker, headline, deck: every reading scored, the best taken."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from articles.parsing.reading.clauses import Clauses
from articles.parsing.reading.head_marks import Marks
from articles.parsing.reading.row_marks import HeadRow
from articles.parsing.rules import Rules

NO_SENSE = {True: -0.3, False: 0.0}  # of a blank line, where the page does not tell
# Pairs of rows by whether they are one headline and a blank line parts them, before any is seen.
EXPECTED = {(True, True): 1.0, (True, False): 1.0, (False, True): 3.0, (False, False): 1.0}
CLEAR, MOST_SENSE = 1.0, 2.4  # a reading's lead that teaches; log-odds
NEAR = 0.4  # log-odds, at most, for rows without a blank line: kickers often have none


class HeadReading(NamedTuple):
    """Rows before `start` are kicker, from `stop` on deck; `margin` is the lead over the rest."""

    start: int
    stop: int
    margin: float


class Heading:
    """A block of rows that belong to one article, and every way to read it."""

    def __init__(self, rows: Sequence[HeadRow], body: str, rules: Rules):
        self.rows = rows
        self.ways: list[tuple[int, int, float]] = []
        if len(rows) > 1:
            self.marks = Marks(rows, Clauses(body, rules))
            self.ways = list(self.marks.gains())

    def read(self, blanks: Mapping[bool, float] = NO_SENSE) -> HeadReading:
        """The likeliest way; `blanks` is what a blank line, or none, tells here: `blank_sense`."""
        if not self.ways:
            return HeadReading(0, 1, 9.0)
        readings = sorted(
            ((score + self._parted(i, j, blanks), i, j) for i, j, score in self.ways), reverse=True
        )
        best = readings[0]
        return HeadReading(best[1], best[2], best[0] - readings[1][0])

    def _parted(self, start: int, stop: int, blanks: Mapping[bool, float]) -> float:
        """What the blank lines say of it."""
        seams = enumerate(self.rows[1:], 1)
        return sum([blanks[row.blank] * (-1 if k in (start, stop) else 1) for k, row in seams])


def read_heads(rows: Sequence[HeadRow], body: str, rules: Rules) -> HeadReading:
    """The likeliest partition of a block of rows that belong to one article."""
    return Heading(rows, body, rules).read()


def blank_sense(headings: Iterable[Heading]) -> Mapping[bool, float]:
    """Half the log-odds that two rows are one headline with a blank line between them, or none.

    Told by the headings of the page that are read without a doubt.
    """
    headings = [heading for heading in headings if len(heading.rows) > 1]
    if not any(row.blank for heading in headings for row in heading.rows[1:]):
        return NO_SENSE
    seen = dict(EXPECTED)
    for heading in headings:
        reading = heading.read()
        if reading.margin >= CLEAR:
            for place, row in enumerate(heading.rows[1:], 1):
                seen[place not in (reading.start, reading.stop), row.blank] += 1
    if seen == EXPECTED:
        return NO_SENSE
    share = {one: seen[one, True] / (seen[one, True] + seen[one, False]) for one in (True, False)}
    odds = {
        True: math.log(share[True] / share[False]),
        False: math.log((1 - share[True]) / (1 - share[False])),
    }
    return {blank: max(-MOST_SENSE, min(NEAR, x)) / 2 for blank, x in odds.items()}
