"""Numbers that a program wrote before every line: like line ends, they are no text of the page."""

import re
from collections import Counter
from collections.abc import Sequence

FEWEST, NEARLY_ALL = 12, 0.95  # lines with text; share of them whose numbers count on
FIRST = 400  # characters that tell at once where nothing is numbered
NUMBERED = re.compile(r"[ \t]{0,8}(\d{1,5})(?:[:：.|│][ \t]?|\t|(?= )|$)")
SPACES = re.compile(" *")


def without_numbers(source: str) -> str:
    """The text without the numbers before its lines, where they count all or all with text."""
    head = source[:FIRST].lstrip("\ufeff").splitlines()[:3]
    if not all(NUMBERED.match(line) for line in head if line.strip()):
        return source
    lines = source.lstrip("\ufeff").splitlines()
    told = [place for place, line in enumerate(lines) if line.strip()]
    if len(told) < FEWEST:
        return source
    for places in (range(len(lines)), told):
        counted = _counted(lines, places)
        if len(counted) >= NEARLY_ALL * len(told):
            return _cut(lines, counted)
    return source


def _counted(lines: Sequence[str], places: Sequence[int]) -> dict[int, int]:
    """{line: where its text begins} of the lines whose numbers tell how many came before."""
    found = {}
    for count, place in enumerate(places):
        if match := NUMBERED.match(lines[place]):
            found[place] = int(match[1]) - count, match.end()
    usual = Counter(offset for offset, _ in found.values()).most_common(1)
    return {k: end for k, (offset, end) in found.items() if offset == usual[0][0]}


def _cut(lines: Sequence[str], counted: dict[int, int]) -> str:
    rests = [line[counted.get(place, 0) :] for place, line in enumerate(lines)]
    gaps = [len(SPACES.match(rests[k])[0]) for k in counted if rests[k].strip()]
    gap = min(gaps, default=0)  # what is wider is an indent
    return "\n".join(rest[gap:] if k in counted else rest for k, rest in enumerate(rests)) + "\n"
