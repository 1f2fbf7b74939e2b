"""Lists of prizes with a row for each who won one: 一等奖（1名） / 《雪夜》 张三（石桥县）."""

import re
from collections.abc import Sequence

from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import Kind, Row

PRIZE = re.compile(
    rf"[{HAN}]{{0,6}}(?:[特一二三四]等奖|[金银铜]奖|优[秀胜]奖|提名奖|入围奖|组织奖|[{HAN}]{{2}}奖)"
    r"\s?[（(]?\s?\d{1,3}\s?[名个件篇项幅部]\s?[）)]?(?:[，、\s]?\s?(?:各?奖|赠)[^。；]{1,16})?"
)
SENTENCE = re.compile("[。；！？]")
MOST_ROWS, MOST_ITEM = 60, 4  # from one prize to the next; of one item
OF_LIST = frozenset((Kind.TEXT, Kind.BYLINE))  # （石桥县） by itself seems to sign


def mark_prizes(rows: Sequence[Row]) -> None:
    """Make each prize and each who won it a paragraph, where two prizes stand or more."""
    likely = [k for k, row in enumerate(rows) if "奖" in row.text and row.kind is Kind.TEXT]
    heads = [k for k in likely if PRIZE.fullmatch(rows[k].text)]
    while heads:
        chain = [heads.pop(0)]
        while heads and _is_list(rows[chain[-1] : heads[0]]):
            chain.append(heads.pop(0))
        if len(chain) > 1:
            _mark(rows, chain)


def _is_list(rows: Sequence[Row]) -> bool:
    told = any(SENTENCE.search(row.text) or row.kind not in OF_LIST for row in rows)
    return len(rows) <= MOST_ROWS and not told


def _mark(rows: Sequence[Row], chain: Sequence[int]) -> None:
    works = rows[chain[0] + 1].text.startswith("《")
    for head, stop in zip(chain, [*chain[1:], _end(rows, chain[-1] + 1, works=works)], strict=True):
        item = ""
        for row in rows[head:stop]:
            anew = not _goes_on(item, row.text, works=works)
            item = row.text if anew else item + row.text
            row.kind, row.goes_on = Kind.LIST, not anew


def _goes_on(item: str, text: str, *, works: bool) -> bool:
    """Whether a row belongs to the item above, which is a work's name, who made it and where."""
    if not item or PRIZE.fullmatch(item):
        return False
    return _is_open(item) or (works and not text.startswith("《")) or text[0] in "（("


def _is_open(item: str) -> bool:
    return any(item.count(left) > item.count(right) for left, right in ("（）", "《》", "〈〉"))


def _end(rows: Sequence[Row], start: int, *, works: bool) -> int:
    """The row behind the last item: where neither an item begins nor one is left open."""
    item, size, place = "", 0, start
    for place in range(start, min(start + MOST_ROWS, len(rows))):
        text = rows[place].text
        fresh = text.startswith("《") if works else text.endswith(("）", ")"))
        if rows[place].kind not in OF_LIST or SENTENCE.search(text):
            return place
        inside = item and size < MOST_ITEM and (_is_open(item) or (works and item[-1] not in "）)"))
        if not (fresh or inside or text[0] in "（("):
            return place
        item, size = (text, 1) if fresh else (item + text, size + 1)
    return place + 1
