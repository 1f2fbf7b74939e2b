"""Numbered lists of short items, as advice, offers and riddles have them: each item a paragraph."""

import re
from collections.abc import Sequence

from articles.parsing.typography.rows import Kind, Row

HAN_NUMBERS = "一二三四五六七八九十"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
FIRST_SIGNS = frozenset("123456789（(" + HAN_NUMBERS + CIRCLED)
# 1. or 1、, 一、, （1） or （一）, ①; not 1.20元.
ITEM = re.compile(
    rf"([1-9]\d?)[.．、)）](?!\d)|([{HAN_NUMBERS}])、"
    rf"|[（(]([1-9]\d?|[{HAN_NUMBERS}])[）)]|([{CIRCLED}])"
)
LEAST_ITEMS = 3
MOST_ROWS = 2  # of an item; one that is longer is a paragraph of a text
REACH = 8  # rows in which the next item of a longer list would stand
SHORT = 1.5  # em that a last row lacks
ENDS = "。；;！？"


def mark_lists(rows: Sequence[Row]) -> None:
    """Give the rows of numbered lists a kind of their own; a row that goes on opens nothing."""
    likely = [k for k, row in enumerate(rows) if row.text[0] in FIRST_SIGNS]
    items = {k: found for k in likely if (found := _number(rows[k])) is not None}
    for place, (_, number) in items.items():
        if number == 1 and rows[place].kind is not Kind.LIST:
            _mark(rows, items, _chain(items, place))


def _number(row: Row) -> tuple[int, int] | None:
    """(form, number) of a row that begins an item."""
    found = ITEM.match(row.text) if row.kind in (Kind.TEXT, Kind.FURNITURE) else None
    if found is None:
        return None
    sign = found[found.lastindex]
    number = int(sign) if sign.isdecimal() else (HAN_NUMBERS + CIRCLED).index(sign) % 10 + 1
    return found.lastindex, number


def _chain(items: dict[int, tuple[int, int]], place: int) -> list[int]:
    """The places of the items that count on from the first, each within reach of the one above."""
    form, chain = items[place][0], [place]
    while True:
        wanted = (form, len(chain) + 1)
        near = range(chain[-1] + 1, chain[-1] + 1 + MOST_ROWS)
        following = next((k for k in near if items.get(k) == wanted), None)
        if following is None:
            return chain
        chain.append(following)


def _mark(rows: Sequence[Row], items: dict[int, tuple[int, int]], chain: list[int]) -> None:
    further = (items[chain[0]][0], len(chain) + 1)
    stop = _end(rows, chain) if len(chain) >= LEAST_ITEMS else 0
    if not stop or any(items.get(k) == further for k in range(stop, stop + REACH)):
        return  # its items are paragraphs
    for place in range(chain[0], stop):
        rows[place].kind = Kind.LIST
        rows[place].goes_on = place not in chain
    if stop < len(rows) and len(ITEM.findall(rows[stop].text)) > 1:  # 谜底：1.竹笋 2.算盘
        rows[stop].kind = Kind.LIST


def _end(rows: Sequence[Row], chain: list[int]) -> int:
    """The row after the list; 0 where its last item goes on too far."""
    inner = rows[chain[0] : chain[-1] + 1]
    if any(row.kind not in (Kind.TEXT, Kind.FURNITURE) for row in inner):
        return 0
    widest = max(row.width for row in inner)
    if not any(row.text[-1] in ENDS for row in inner):  # each item is a row without an end
        return chain[-1] + 1 if len(inner) == len(chain) else 0
    for stop in range(chain[-1] + 1, chain[-1] + 1 + MOST_ROWS):
        below = rows[stop] if stop < len(rows) else None
        last = rows[stop - 1]
        if last.text[-1] in ENDS or below is None or below.kind is not Kind.TEXT:
            return stop
        if last.width <= widest - SHORT:
            return stop
    return 0
