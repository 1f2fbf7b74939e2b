"""Lists of prizes: 一等奖（3名）：…, names over several rows that end in no mark."""

import re
from collections.abc import Sequence

from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import Kind, Row

# 一等奖（3名，各奖电饭煲一只）：, 冠军：, 少年组： at an item's head, be its bracket cut
AWARD = re.compile(rf"[{HAN}]{{0,6}}(?:奖|第[一二三四五六七八]名|[冠亚季]军|组)[（(：:]")
HEAD = re.compile(rf"[{HAN}]{{1,8}}(?:[（(][^（()）]{{1,40}}[）)])?[：:]")
SENTENCE = re.compile("[。；！？]")
TOLD = re.compile("[，。；！？]")
LEAST, MOST_ROWS = 2, 10  # items; rows of one
SHORT = 4.5  # em that a row of names may lack, as the next one found no room


def mark_awards(rows: Sequence[Row]) -> None:
    """Make each item a paragraph, where one of them runs over rows and none ends in a mark."""
    heads = [k for k, row in enumerate(rows) if row.kind is Kind.TEXT and AWARD.match(row.text)]
    while heads:
        chain = [heads.pop(0)]
        while heads and heads[0] - chain[-1] <= MOST_ROWS:
            chain.append(heads.pop(0))
        if len(chain) >= LEAST:
            _mark(rows, chain)


def _mark(rows: Sequence[Row], chain: list[int]) -> None:
    stop = _end(rows, chain)
    items = [rows[a:b] for a, b in zip(chain, [*chain[1:], stop], strict=True)]
    if len(items) == stop - chain[0] or not all(map(_is_item, items)):
        return
    for item in items:
        for row in item:
            row.kind, row.goes_on = Kind.LIST, row is not item[0]


def _is_item(item: Sequence[Row]) -> bool:
    text = "".join([row.text for row in item])
    plain = all(row.kind is Kind.TEXT for row in item) and not SENTENCE.search(text)
    return plain and HEAD.match(text) is not None


def _end(rows: Sequence[Row], chain: list[int]) -> int:
    """The row after the last item: below a short row, or where a sentence begins.

    Where all others are a row each, the last one is as well.
    """
    widest = max([row.width for row in rows[chain[0] : chain[-1] + 1]])
    lines, text = len(chain) == chain[-1] - chain[0] + 1, ""
    for stop in range(chain[-1], min(len(rows), chain[-1] + MOST_ROWS)):
        row, whole = rows[stop], HEAD.match(text) is not None
        anew = TOLD.search(row.text) or row.blank or row.indent >= 1.5
        if row.kind is not Kind.TEXT or (whole and anew):
            return stop
        text += row.text
        if HEAD.match(text) and (lines or row.width < widest - SHORT):
            return stop + 1
    return min(len(rows), chain[-1] + MOST_ROWS)
