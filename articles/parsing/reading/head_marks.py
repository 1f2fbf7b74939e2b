"""What can be seen of a heading's rows, and what it tells of the ways to read them.

A mark is what may be told of a row, of two neighbouring rows or of a way to read them all. What
each is worth was learned from headings by `python -m tests.headings` and stands in `WEIGHTS`.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from articles.parsing.overlap import bigrams, share
from articles.parsing.reading.clauses import Clauses
from articles.parsing.reading.row_marks import LEAST, HeadRow, RowMarks
from articles.parsing.reading.seam_marks import SeamMarks

SHARES = (0.6, 0.8, 1.05, 1.3, 1.7, 2.5)  # of one width in another
LENGTHS = (6, 9, 11, 13, 15, 18, 21, 24, 28)  # em of a headline
AHEAD = (-0.4, -0.15, -0.01, 0.01, 0.15, 0.4)  # shares of the lead
LATER = (-60, -20, 0, 20, 60)  # characters
LEAST_TOLD = 3  # pairs of a row that the text has
LEAD = 100  # characters of a text in which it tells what its headline says
MOST_KICKER = 4  # rows of a kicker, and one more
MOST_ROWS = 12  # no headline has more; a thousand short rows must not be tried in every length
NONE: Mapping[str, float] = {}
WEIGHTS = Path(__file__).with_name("head_weights.json")
WORTH: Mapping[str, Mapping[str, float]] = json.loads(WEIGHTS.read_text("utf-8"))  # log-odds
KICKER, HEADLINE, DECK = "kicker", "headline", "deck"
PARTS = (KICKER, HEADLINE, DECK)
ONLY, FIRST, INNER, LAST = (
    {part: f"{place} {part}" for part in PARTS} for place in ("only", "first", "inner", "last")
)
ABOVE, BELOW = "kicker | headline", "headline | deck"
WITHIN = {part: f"{part} | {part}" for part in PARTS}


class Marks:
    """Those of one heading, and what every way to read it is worth by them."""

    def __init__(self, rows: Sequence[HeadRow], clauses: Clauses):
        self.texts, self.widths = [row.text for row in rows], [row.width for row in rows]
        self.clauses = clauses
        lead = clauses.plain[:LEAD]
        self.told = [share(text, lead) for text in self.texts]
        self.spots = [spot(text, lead) for text in self.texts]
        asked, seams = RowMarks(clauses), SeamMarks(rows, self.told, clauses)
        self.of_rows = [
            list(asked.of(row.text, row.width, told))
            for row, told in zip(rows, self.told, strict=True)
        ]
        self.of_seams = [list(seams.of(k)) for k in range(1, len(rows))]

    def gains(self) -> Iterator[tuple[int, int, float]]:
        """Every (start, stop) with what speaks for it: rows :start are kicker, stop: are deck."""
        size = len(self.texts)
        rows = [_summed(marks) for marks in self.of_rows]
        seams = [_summed(marks) for marks in self.of_seams]
        for start in range(min(size, MOST_KICKER)):
            for stop in range(start + 1, min(size, start + MOST_ROWS) + 1):
                total = 0.0
                for k, worth in enumerate(rows):
                    for role in self._roles(k, start, stop):
                        total += worth.get(role, 0.0)
                for k, worth in enumerate(seams, 1):
                    total += worth.get(_seam_role(k, start, stop), 0.0)
                for mark, role in self._of_whole(start, stop):
                    total += WORTH.get(mark, NONE).get(role, 0.0)
                yield start, stop, total

    def placed(self, start: int, stop: int) -> Iterator[tuple[str, str]]:
        """(mark, role) of all that is seen, as often as it is seen."""
        for k, marks in enumerate(self.of_rows):
            for role in self._roles(k, start, stop):
                for mark in marks:
                    yield mark, role
        for k, marks in enumerate(self.of_seams, 1):
            role = _seam_role(k, start, stop)
            for mark in marks:
                yield mark, role
        yield from self._of_whole(start, stop)

    def _roles(self, k: int, start: int, stop: int) -> tuple[str, str]:
        """Of row k: its part, and whether it is that part alone, its first or its last row."""
        if k < start:
            part, first, last = KICKER, 0, start - 1
        elif k < stop:
            part, first, last = HEADLINE, start, stop - 1
        else:
            part, first, last = DECK, stop, len(self.texts) - 1
        if first == last:
            return part, ONLY[part]
        return part, (FIRST if k == first else LAST if k == last else INNER)[part]

    def _of_whole(self, start: int, stop: int) -> Iterator[tuple[str, str]]:
        size, widths = len(self.texts), self.widths[start:stop]
        widest, length = max(LEAST, *widths), sum(widths)
        yield f"{min(start, 3)} {min(stop - start, 4)} {min(size - stop, 3)} rows", "whole"
        yield f"{min(stop - start, 5)} rows", HEADLINE
        yield f"length {bisect_left(LENGTHS, length)}", HEADLINE
        if len(widths) == 2 and abs(widths[0] - widths[1]) <= 1:
            yield "two even rows", HEADLINE
        if self.texts[start][0] == "“" and self.texts[stop - 1][-1] == "”":
            yield "quoted", HEADLINE
        if start:
            yield from ((mark, KICKER) for mark in self._of_kicker(start, stop, widest))
        if stop < size:
            yield from ((mark, DECK) for mark in self._of_deck(start, stop, widest))

    def _of_kicker(self, start: int, stop: int, widest: float) -> Iterator[str]:
        above = self.widths[:start]
        yield f"{min(start, 3)} rows"
        yield f"share {bisect_left(SHARES, max(above) / widest)}"
        yield f"ahead {bisect_left(AHEAD, self._ahead(start, stop, 0, start))}"

    def _of_deck(self, start: int, stop: int, widest: float) -> Iterator[str]:
        below = self.widths[stop:]
        yield f"{min(len(below), 4)} rows"
        yield f"share {bisect_left(SHARES, max(below) / widest)}"
        yield f"in all {bisect_left(SHARES, sum(below) / widest)}"
        yield f"ahead {bisect_left(AHEAD, self._ahead(start, stop, stop, len(self.texts)))}"
        own = [spot for spot in self.spots[start:stop] if spot is not None]
        other = [spot for spot in self.spots[stop:] if spot is not None]
        if own and other:
            later = sum(other) / len(other) - sum(own) / len(own)
            yield f"later {bisect_left(LATER, later)}"
        if len(below) == 2 and abs(below[0] - below[1]) <= 1:
            yield "two even rows"

    def _ahead(self, i: int, j: int, start: int, stop: int) -> float:
        """How much more of the lead the headline tells than the rows beside it."""
        headline = sum(self.told[i:j]) / (j - i)
        return headline - sum(self.told[start:stop]) / (stop - start)


def _seam_role(k: int, start: int, stop: int) -> str:
    """Of the seam above row k."""
    if k in (start, stop):
        return ABOVE if k == start else BELOW
    return WITHIN[KICKER if k < start else HEADLINE if k < stop else DECK]


def _summed(marks: Iterable[str]) -> dict[str, float]:
    """{role: what the marks are worth together}."""
    total: dict[str, float] = {}
    for mark in marks:
        for role, worth in WORTH.get(mark, NONE).items():
            total[role] = total.get(role, 0.0) + worth
    return total


def spot(text: str, body: str) -> float | None:
    """Where in the body the pairs of the text stand on average; None where too few do."""
    places = sorted(place for pair in bigrams(text) if (place := body.find(pair)) >= 0)
    return places[len(places) // 2] if len(places) >= LEAST_TOLD else None
