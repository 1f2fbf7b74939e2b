"""What can be seen of a heading's rows beside what the rules of `heads` know, and what it tells.

A mark is what may be told of a row, of two neighbouring rows or of a way to read them all. What
each is worth was learned from headings (`tests/headings`) and stands in `head_weights`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from articles.parsing.overlap import plain, share
from articles.parsing.reading.head_weights import WORTH
from articles.parsing.reading.predicates import is_question
from articles.parsing.reading.seams import HeadRow, Seams

TOLD = (0, 0.15, 0.5, 0.75)  # share of a row's pairs that those have, up to each
NARROW = (4, 6)  # em of a row
LEAST = 0.5  # em: a row of signs without a width has some
SUMS = (12, 15, 22)  # em of two rows
SHARES = (0.8, 1.3, 1.7)  # of one width in another
LENGTHS = (9, 11, 15, 21)  # em of a headline
BROKEN, JOINED = (-1, 0.5, 1.2), (-3, -1, 2.5)  # what the rules say of a seam
# Signs and words of a row
SEEN = {
    "quotes": re.compile("“"),
    "ends in a quotation": re.compile("”$"),
    "digits": re.compile("[0-9]"),
    "a number in words": re.compile("[一二三四五六七八九十百千万亿两]"),
    "done": re.compile("了"),
    "the": re.compile("的"),
    "a place first": re.compile("^.{0,4}[省市县区镇乡村]"),
    "a label": re.compile(
        "^(?:关注|聚焦|走进|探访|记者|本报|系列|来自|特别|热点|现场|追踪|编辑|评论|专家|读|我们|身边|一线|新春"
        "|图片|人物|新闻)"
    ),
}
KICKER, HEADLINE, DECK = "kicker", "headline", "deck"
ABOVE, BELOW = "kicker | headline", "headline | deck"


class Marks:
    """Those of one heading, and what every way to read it is worth by them."""

    def __init__(self, rows: Sequence[HeadRow], seams: Seams, first: str):
        """`first` are the text's first words without signs: a story tells its heading there."""
        self.texts, self.widths = [row.text for row in rows], [row.width for row in rows]
        self.seams, self.predicates = seams, seams.clauses.predicates
        self.told = [share(text, first) for text in self.texts]
        self.verbs = [self.predicates.has_one(text) for text in self.texts]
        self.of_rows = [list(self._of_row(k)) for k in range(len(rows))]
        self.of_seams = [list(self._of_seam(k)) for k in range(1, len(rows))]

    def gain(self, start: int, stop: int) -> float:
        """What they add for rows :start as kicker, start:stop as headline and stop: as deck."""
        return sum([WORTH.get(mark, 0.0) for mark in self.placed(start, stop)])

    def placed(self, start: int, stop: int) -> Iterator[tuple[str, str]]:
        """(mark, role) of all that is seen, as often as it is seen."""
        for k, marks in enumerate(self.of_rows):
            for role in _roles(k, start, stop):
                for mark in marks:
                    yield mark, role
        for k, marks in enumerate(self.of_seams, 1):
            role = _seam_role(k, start, stop)
            for mark in marks:
                yield mark, role
        yield from self._of_whole(start, stop)

    def _of_row(self, k: int) -> Iterator[str]:
        text = self.texts[k]
        yield f"width {bisect_left(NARROW, self.widths[k])}"
        yield f"told {bisect_left(TOLD, self.told[k])}"
        for name, pattern in SEEN.items():
            if pattern.search(text):
                yield name
        if is_question(text):
            yield "asks"
        if self.verbs[k]:
            yield "a verb"
        if self.predicates.wants_more(text):
            yield "wants more"

    def _of_seam(self, k: int) -> Iterator[str]:
        """Of rows k - 1 and k."""
        x, y = self.texts[k - 1 : k + 1]
        above, below = self.widths[k - 1 : k + 1]
        yield f"share {bisect_left(SHARES, below / max(LEAST, above))}"
        yield f"sum {bisect_left(SUMS, above + below)}"
        yield f"broken {bisect_left(BROKEN, self.seams.broken[k - 1])}"
        yield f"joined {bisect_left(JOINED, self.seams.joins[k - 1])}"
        if " " in y and " " not in x:
            yield "spaced below"
        if not self.verbs[k - 1] and not self.verbs[k]:
            yield "no verbs"
        if self.told[k - 1] < 0.3 and self.told[k] >= 0.5:
            yield "told below"
        if not share(x, plain(y)):
            yield "nothing shared"

    def _of_whole(self, start: int, stop: int) -> Iterator[tuple[str, str]]:
        size, widths = len(self.texts), self.widths[start:stop]
        widest = max(LEAST, *widths)
        yield f"{min(stop - start, 4)} rows", HEADLINE
        yield f"length {bisect_left(LENGTHS, sum(widths))}", HEADLINE
        if start:
            yield f"{min(start, 2)} rows", KICKER
            yield f"share {bisect_left(SHARES, max(self.widths[:start]) / widest)}", KICKER
        if stop < size:
            yield f"{min(size - stop, 3)} rows", DECK
            yield f"share {bisect_left(SHARES, max(self.widths[stop:]) / widest)}", DECK


def _roles(k: int, start: int, stop: int) -> tuple[str, ...]:
    """Of row k: a headline's only, first and last rows are that as well."""
    if not start <= k < stop:
        return (KICKER if k < start else DECK,)
    if stop - start == 1:
        return HEADLINE, "only"
    return (HEADLINE, "first" if k == start else "last" if k == stop - 1 else "inner")


def _seam_role(k: int, start: int, stop: int) -> str:
    """Of the seam above row k."""
    if k in (start, stop):
        return ABOVE if k == start else BELOW
    return HEADLINE if start < k < stop else "kicker or deck"
