"""Where lines may hold columns that stand close: all can be cut to one width, many are full."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.parsing.typography.lines import is_spaced
from articles.parsing.typography.rows import CLOSERS, STRONG_ENDS
from articles.records import Line

LEAST, SHARE = 4, 0.3  # lines that hold two full pieces and more; of a stretch's
NARROWEST, WIDEST = 7.0, 28.0  # em of a column
OFF, OVER = 0.9, 1.1  # em by which a piece may miss its width, or hang over
INDENT = 2.0  # em by which a paragraph's first row is shorter
FEWEST = 3.0  # em of what stands behind the first piece
MOST_SIZES = 20  # widths that are tried
LONGEST = 240  # characters of a line
APART = 6  # lines from one that is cut to the next
NEAR = 16  # lines in which so many have gaps
MOST_LINES = 200  # of a stretch

CLOSING = "".join(CLOSERS)
LATIN = re.compile("[A-Za-z,.;:] +[A-Za-z]")
Cut = tuple[float, int]  # em before a gap, and its place in the line


def stretches(lines: Sequence[Line]) -> list[tuple[int, int, float]]:
    """(first, last, column width) of stretches, from the page's top to its foot."""
    wide = NARROWEST + FEWEST
    told = [k for k, line in enumerate(lines) if " " in line.text and line.width >= wide]
    if not any(
        below - above <= NEAR for above, below in zip(told, told[LEAST - 1 :], strict=False)
    ):
        return []
    gapped = [k for k, x in enumerate(lines) if x.width >= wide and " " in x.raw]
    page = _Gaps(lines, [k for k in gapped if not is_spaced(lines[k].raw.strip())])
    found = [run for size in page.sizes() for run in page.runs(size)]
    taken, owned = [], bytearray(len(lines))
    for _, first, last, size in sorted(found, key=lambda run: -run[0]):
        while first < last and owned[first]:
            first += 1
        while first < last and owned[last - 1]:
            last -= 1
        if last - first >= LEAST and not any(owned[first:last]):
            owned[first:last] = b"\1" * (last - first)
            taken.append((first, last, size))
    return sorted(taken)


class _Gaps:
    """The lines of a page, and where those that may hold several pieces have gaps."""

    def __init__(self, lines: Sequence[Line], told: Sequence[int]):
        self.lines = lines
        self.cuts: dict[int, list[Cut]] = {}
        self.cut_at: dict[float, list[int]] = {}  # {em of a first piece: lines that may have it}
        for place in told:
            most = min(WIDEST, lines[place].width - FEWEST)
            for em in {em for em, _ in self._cuts_in(place) if NARROWEST <= em <= most}:
                self.cut_at.setdefault(em, []).append(place)

    def _cuts_in(self, place: int) -> list[Cut]:
        if place not in self.cuts:
            raw = self.lines[place].raw
            self.cuts[place] = cuts_of(raw) if len(raw) <= LONGEST else []
        return self.cuts[place]

    def _cut_near(self, size: float) -> set[int]:
        """Lines in which a piece so wide stands before others."""
        near = [places for em, places in self.cut_at.items() if abs(em - size) <= OFF]
        return set().union(*near)

    def sizes(self) -> list[float]:
        """Widths of the first pieces of many lines, the commonest first."""
        near = {em: len(self._cut_near(em)) + len(self.cut_at[em]) for em in self.cut_at}
        often = [em for em in near if near[em] - len(self.cut_at[em]) >= LEAST]
        return sorted(often, key=lambda em: (-near[em], em))[:MOST_SIZES]

    def runs(self, size: float) -> Iterator[tuple[int, int, int, float]]:
        """(full lines, first, last, size) of neighbouring lines that this width can cut."""
        full, opening = self._cut_near(size), self._cut_near(size - INDENT)
        for marks in self._dense(sorted(full | opening), size):
            inside = [k for k in marks if k in full]
            if len(inside) < LEAST:
                continue
            first, last = inside[0], marks[-1] + 1
            while first - 1 in marks:
                first -= 1
            count = sum(k >= first for k in marks)
            if count >= SHARE * (last - first) <= SHARE * MOST_LINES:
                while last - first < MOST_LINES and self._goes_on(last, size):
                    last += 1
                yield len(inside), first, last, size

    def _dense(self, marks: Sequence[int], size: float) -> Iterator[list[int]]:
        """Runs of lines that are cut, few others between them, and all can be."""
        run: list[int] = []
        for place in marks:
            if not self._fits(place, size):
                continue
            if run and (place - run[-1] > APART or not self._together(run[-1], place, size)):
                yield run
                run = []
            run.append(place)
        if run:
            yield run

    def _together(self, above: int, below: int, size: float) -> bool:
        """Whether no blank line stands between, and no line that cannot be cut."""
        inside = range(above + 1, below)
        near = self.lines[below].number - self.lines[above].number == below - above
        return near and all(self._fits(place, size) for place in inside)

    def _goes_on(self, place: int, size: float) -> bool:
        """Whether the first column, whose last row ends no paragraph, goes on in this line."""
        if place >= len(self.lines) or not self._together(place - 1, place, size):
            return False
        raw = self.lines[place - 1].raw
        inside = [at for em, at in self._cuts_in(place - 1) if em <= size + OVER]
        above = raw[: inside[-1]] if inside and self._is_wide(place - 1, size) else raw
        return self._fits(place, size) and not ends_sentence(above.rstrip())

    def _is_wide(self, place: int, size: float) -> bool:
        return self.lines[place].width > size + OVER

    def _fits(self, place: int, size: float) -> bool:
        """Whether the line can be cut into pieces none of which is wider."""
        begin, most, total = 0.0, size + OVER, self.lines[place].width
        if total <= most or len(self.lines[place].raw) > LONGEST:
            return total <= most
        for here, following in pairwise([0.0, *(em for em, _ in self._cuts_in(place)), total]):
            if following - begin > most:
                begin = here
            if following - begin > most:
                return False
        return True


def ends_sentence(text: str) -> bool:
    return text.rstrip(CLOSING)[-1:] in STRONG_ENDS


def cuts_of(raw: str) -> list[Cut]:
    """The gaps of a line, but for those between words in Latin letters."""
    found, em = [], 0.0
    begin, stop = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    for place in range(begin, stop):
        if raw[place] != " ":
            em += 0.5 if raw[place] < "\x80" else 1.0
        elif raw[place - 1] != " " and not LATIN.match(raw, place - 1):
            found.append((em, place))
    return found
