"""Below a text: who signs a reader's letter (青石巷28户居民), and a remark in brackets."""

import re
from collections.abc import Sequence

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.words.bylines import opens_with_family
from articles.parsing.words.grammar import answer_of

MOST_ROWS = 80  # of a letter
LONGEST = 24  # characters of such a row
MOST_REMARK = 3  # rows
LONGEST_REST = 3  # of what is left of it for the next one
FROM_AND_NAME = re.compile(rf"[{HAN}\d]{{2,16}} ([{HAN}]{{2,4}})(?:等\d+人)?")
MARKS = frozenset("，。；：！？、")
ENDS = "：:"


def keep_last_words(rows: Sequence[Row], rules: Rules) -> None:
    """Rows that head nothing, though they stand alone below a text."""
    _sign_letters(rows, rules)
    _keep_remarks(rows, rules)


def _sign_letters(rows: Sequence[Row], rules: Rules) -> None:
    """The row ends the letter, but for an answer right below it: 编后：…"""
    for start in [k for k, row in enumerate(rows) if _greets(row)]:
        for place in range(start + 2, min(len(rows), start + MOST_ROWS)):
            if rows[place].kind is Kind.BYLINE and _answers(rows[place + 1 : place + 2], rules):
                rows[place].kind = Kind.LIST  # 泽安读者 张三 / 【编后】…
            if rows[place].kind not in (Kind.TEXT, Kind.GREETING):
                break
            if not _stands_alone(rows[place - 1], rows[place]):
                continue
            stop = place + 1 + _runs_over(rows[place : place + 2])
            answered = _answers(rows[stop : stop + 1], rules)
            if answered or _signs(rows[place], rows[stop - 1], rules):
                for row in rows[place:stop]:
                    row.kind = Kind.LIST if answered else Kind.SIGN_OFF
                    row.goes_on = row is not rows[place]
                break


def _keep_remarks(rows: Sequence[Row], rules: Rules) -> None:
    """（以上看法仅供参考，后果自负） below the last sentence is of it, over rows as well."""
    for place, row in enumerate(rows[1:], 1):
        if row.text[0] not in "（(" or row.kind not in (Kind.TEXT, Kind.BYLINE):
            continue
        above = rows[place - 1]
        if not (above.kind is Kind.TEXT and above.strong and not above.final):
            continue
        stop = _closing(rows, place)
        remark = "".join([part.text for part in rows[place:stop]])
        if "，" in remark and remark[1:].startswith(rules.ending_openings):
            for part in rows[place:stop]:
                part.kind, part.goes_on = Kind.LIST, part is not row


def _closing(rows: Sequence[Row], place: int) -> int:
    """The row after the one that ends in the bracket that begins there; `place` without one."""
    for stop in range(place, min(len(rows), place + MOST_REMARK)):
        if rows[stop].text[-1] in "）)":
            return stop + 1
        if rows[stop].kind not in (Kind.TEXT, Kind.BYLINE):
            break
    return place


def _runs_over(rows: Sequence[Row]) -> bool:
    """青石巷12号楼28户居 / 民: its last word found no room."""
    rest = rows[-1]
    plain = rest.kind is Kind.TEXT and not rest.blank and MARKS.isdisjoint(rest.text)
    return len(rows) == 2 and plain and len(rest.text) <= LONGEST_REST


def _greets(row: Row) -> bool:
    return row.kind is Kind.GREETING and row.text[-1] in ENDS


def _stands_alone(above: Row, row: Row) -> bool:
    plain = row.kind is Kind.TEXT and len(row.text) <= LONGEST and MARKS.isdisjoint(row.text)
    return plain and above.kind is Kind.TEXT and above.strong


def _signs(row: Row, last: Row, rules: Rules) -> bool:
    """青石巷28户居民; 棠溪县石桥村 张三等27人."""
    if last.text.endswith(rules.letter_writers):
        return True
    named = FROM_AND_NAME.fullmatch(row.text)
    return named is not None and opens_with_family(named[1], rules)


def _answers(below: Sequence[Row], rules: Rules) -> bool:
    """编后：…, 编者按：…, 回音"""
    return any(row.kind is Kind.TEXT and answer_of(rules).match(row.text) for row in below)
