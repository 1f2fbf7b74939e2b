"""Columns of briefs whose items are signed each: ●…。（张三） ●…。（李四）"""

from collections.abc import Sequence

from articles.parsing.rules import Rules
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.words.signed_text import is_source_note, split_ending

LEAST = 2  # items that are signed


def join_items(rows: list[Row], rules: Rules) -> None:
    """Who signs an item ends that item, and not the column of them, where another follows.

    The bracket may have found no room in the item's last row; it is a part of it then.
    """
    mark, inside = "", []  # with which the item under way began; rows that are a part of another
    for place, row in enumerate(rows):
        above, below = rows[place - 1] if place else None, rows[place + 1 : place + 2]
        if row.text[0] in rules.item_marks and row.kind is Kind.TEXT:
            mark = row.text[0]
        elif row.blank and above is not None and above.strong and not _signs(row):
            mark = ""
        if not (row.final or _signs(row)):
            continue
        if mark and below and below[0].text[0] == mark and below[0].kind is Kind.TEXT:
            if row.kind is Kind.BYLINE:
                inside.append(place)
            row.final = row.signed = False
        else:
            mark = ""
    for place in reversed(inside):
        _take_signature(rows, place)


def _signs(row: Row) -> bool:
    return row.kind is Kind.BYLINE and row.text[0] in "（(" and row.text[-1] in "）)"


def _take_signature(rows: list[Row], place: int) -> None:
    """The row above ends with this one, and as far from the column's edge."""
    above, row = rows[place - 1], rows.pop(place)
    above.text, above.last = above.text + row.text, row.last
    above.width, above.flex, above.spaced = row.width, row.flex, row.spaced
    above.strong = above.weak = True


def item_signatures(paragraphs: Sequence[str], rules: Rules) -> list[str]:
    """Who signs the items of a text, where two or more are signed: each stays in its item."""
    mark = paragraphs[-1][:1] if paragraphs else ""
    if not mark or mark not in rules.item_marks:
        return []
    items = [text for text in paragraphs if text.startswith(mark)]
    endings = [split_ending(text, rules)[1] for text in items]
    found = [x for x in endings if x and not is_source_note(x.strip("（）()"), rules)]
    return found if len(found) >= LEAST else []
