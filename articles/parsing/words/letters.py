"""Who signs a reader's letter, in a row of its own below it: 青石巷28户居民, 一位高三家长."""

from collections.abc import Sequence

from articles.parsing.rules import Rules
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.words.grammar import answer_of

MOST_ROWS = 80  # of a letter
LONGEST = 24  # characters of such a row
MARKS = frozenset("，。；：！？、")
ENDS = "：:"


def sign_letters(rows: Sequence[Row], rules: Rules) -> None:
    """The row ends the letter, but for an answer right below it: 编后：…"""
    for start in [k for k, row in enumerate(rows) if _greets(row)]:
        for place in range(start + 2, min(len(rows), start + MOST_ROWS)):
            row, below = rows[place], rows[place + 1] if place + 1 < len(rows) else None
            if row.kind not in (Kind.TEXT, Kind.GREETING):
                break
            if not _stands_alone(rows[place - 1], row):
                continue
            if below is not None and _answers(below, rules):
                row.kind = Kind.LIST
            elif row.text.endswith(rules.letter_writers):
                row.kind = Kind.SIGN_OFF
                break


def _greets(row: Row) -> bool:
    return row.kind is Kind.GREETING and row.text[-1] in ENDS


def _stands_alone(above: Row, row: Row) -> bool:
    plain = row.kind is Kind.TEXT and len(row.text) <= LONGEST and MARKS.isdisjoint(row.text)
    return plain and above.kind is Kind.TEXT and above.strong


def _answers(below: Row, rules: Rules) -> bool:
    """编后：…, 编者按：…"""
    return below.kind is Kind.TEXT and answer_of(rules).match(below.text) is not None
