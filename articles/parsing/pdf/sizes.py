"""Lines of which each has a size of its own, as recognised text laid over a scan: one body type."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median_low

from articles.parsing.pdf.printing import Printed

SAME_TYPE = 0.08  # by which the lines of one type differ where they were measured
FEWEST = 8  # sizes so near to each other that no hand chose them
COMMONEST = 0.5  # of the lines; on a set page most of the body have one size


def steadied(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, those of the body in one size where their sizes waver."""
    flat = [line for line in lines if not line.vertical]
    if not flat:
        return list(lines)
    usual = median_low(line.size for line in flat)
    near = [line for line in flat if abs(line.size / usual - 1) <= SAME_TYPE]
    counts = Counter(round(line.size, 1) for line in near)
    if len(counts) < FEWEST or counts.most_common(1)[0][1] >= COMMONEST * len(near):
        return list(lines)
    em = median_low(line.em for line in near)
    same = {id(line) for line in near}
    return [replace(x, size=usual, em=em) if id(x) in same else x for x in lines]
