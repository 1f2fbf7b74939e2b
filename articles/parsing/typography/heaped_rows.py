"""Rows that are headlines of many stories, written in one place by a tool."""

from collections import Counter
from collections.abc import Sequence

from articles.parsing.typography.rows import Row

CLAUSE = "，"


def is_heap(rows: Sequence[Row], most: int) -> bool:
    """More uneven rows than the `most` that one headline has, and no sentence in them."""
    if len(rows) <= most or any("。" in row.text for row in rows):
        return False
    even = max(Counter(row.width for row in rows).values())
    told = sum(CLAUSE in row.text for row in rows)
    return max(even, 2 * told) <= len(rows) / 2
