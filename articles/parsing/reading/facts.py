"""Facts below a headline or a byline, a row each: 报料人：张先生, 报料时间：11月8日."""

import re
from collections.abc import Sequence
from functools import lru_cache

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import TEXTUAL, Kind, Row

LONGEST = 24  # characters of a fact
MOST_ROWS = 2  # over which it runs
LONGEST_STORY = 60  # of the row with which the last one begins: 报料内容：…


def mark_facts(rows: Sequence[Row], rules: Rules) -> None:
    """Give the rows of facts that another one follows a kind of their own: each is a paragraph."""
    pattern = _fact(rules)
    likely = {
        k
        for k, row in enumerate(rows)
        if row.kind in TEXTUAL and len(row.text) <= LONGEST_STORY and pattern.match(row.text)
    }
    for place in likely:
        stop = next((k for k in range(place + 1, place + 1 + MOST_ROWS) if k in likely), 0)
        if not stop or sum(len(row.text) for row in rows[place:stop]) > LONGEST:
            continue
        before = rows[place - 1] if place else None
        if before is None or before.kind is not Kind.TEXT or before.text[-1] not in "，、；":
            for row in rows[place:stop]:
                row.kind, row.goes_on = Kind.LIST, row is not rows[place]


@lru_cache(maxsize=8)
def _fact(rules: Rules) -> re.Pattern:
    words = "|".join(map(re.escape, rules.fact_ends))
    return re.compile(rf"[{HAN}]{{2}}(?:{words})[：:]")
