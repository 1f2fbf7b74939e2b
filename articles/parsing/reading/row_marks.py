"""What can be seen of one row of a heading: its words, its signs, its length."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.parsing.reading.clauses import ENDED, PERSONS, VISIT, Clauses
from articles.parsing.reading.column_names import is_column
from articles.parsing.reading.phrases import (
    FROM_TO,
    NUMBERED,
    RESULT,
    SPEAKER,
    TIMED,
    TITLE,
)
from articles.parsing.reading.predicates import is_question
from articles.parsing.rules import Rules
from articles.parsing.typography.head_words import is_exclamation
from articles.parsing.typography.lines import HAN

TOLD = (0, 0.15, 0.5, 0.75)  # share of a row's pairs that the text has, up to each
WIDTHS = (4, 6, 8, 11, 14, 18)  # em of a row
LEAST = 0.5  # em: a row of signs without a width has some
SLOGAN, TALK = 4, 6  # characters at least
SIGNS = {
    "a quotation": re.compile("^“[^“”]*”[！？]?$"),
    "quotes": re.compile("“"),
    "opens with a quotation": re.compile("^“"),
    "ends in a quotation": re.compile("”$"),
    "a book": re.compile("《"),
    "digits": re.compile("[0-9]"),
    "a number in words": re.compile("[一二三四五六七八九十百千万亿两]"),
    "done": re.compile("了"),
    "the": re.compile("的"),
    "a place first": re.compile("^.{0,4}[省市县区镇乡村州国]"),
    "an institution first": re.compile(
        f"^[{HAN}“”]{{2,10}}?(?:厂|公司|集团|大学|中学|小学|学院|医院|法院|检察院|研究院|研究所"
        "|公安局|派出所|管理局|银行|车间|班组|大队|中队|支队|编队|社区|合作社|协会|政府|委员会|省委|市委"
        "|县委|区委|党委|总队|部队|博物馆|图书馆|[省市县区][^，。 ]局)"
    ),
    "a label": re.compile(
        "^(?:关注|聚焦|走进|探访|记者|本报|系列|来自|特别|热点|现场|追踪|编辑|评论|专家|读|我们|身边|一线|新春"
        "|图片|人物|新闻)"
    ),
    "a comma": re.compile("[，；]"),
    "a pause": re.compile("、"),
    "a colon": re.compile("："),
    "ends in a colon": re.compile("：$"),
    "brackets": re.compile("[（(]"),
    "ends a sentence": re.compile(f"[{ENDED}]$"),
    "who says": SPEAKER,
    "when": TIMED,
    "from and to": FROM_TO,
    "a title": TITLE,
    "a number first": NUMBERED,
    "a visit": VISIT,
}


Asked = Callable[[str], object]


class HeadRow(NamedTuple):
    """One row of a headline block."""

    text: str
    width: float
    blank: bool


class RowMarks:
    """Asked about the rows of one heading, each for itself."""

    def __init__(self, clauses: Clauses):
        told = clauses.predicates
        self.rules = clauses.rules
        self.asked: dict[str, Asked] = {
            **_words(self.rules),
            "a verb": told.has_one,
            "wants more": told.wants_more,
            "an actor": told.is_actor,
            "a name": told.names,
            "no subject": told.lacks_subject,
            "an institution": clauses.is_institution,
            "issued": clauses.is_issued,
            "held": clauses.is_held,
            "a part": clauses.is_part,
            "torn": clauses.is_torn,
        }

    def of(self, text: str, width: float, told: float) -> Iterator[str]:
        """The marks of a row; `told` is the share of it that the text tells."""
        yield f"width {bisect_left(WIDTHS, width)}"
        yield f"told {bisect_left(TOLD, told)}"
        yield from [name for name, pattern in SIGNS.items() if pattern.search(text)]
        found = [name for name, asked in self.asked.items() if asked(text)]
        yield from found
        if "wants more" not in found and self._is_slogan(text):
            yield "a slogan"
        first, gap, second = text.partition(" ")
        if gap:
            yield "even clauses" if len(first) == len(second) else "spaced"
        yield f"^{text[0]}"
        yield f"{text[-1]}$"

    def _is_slogan(self, text: str) -> bool:
        """打造人民满意城管: an aim that nobody is named for."""
        return len(text) >= SLOGAN and text.startswith(self.rules.kicker_openings)


@lru_cache(maxsize=8)
def _words(rules: Rules) -> dict[str, Asked]:
    """{mark: what asks a row for it}, by the words of a house."""

    def opens(*words: str) -> Callable[[str], bool]:
        return lambda text: text.startswith(words)

    def ends(*words: str) -> Callable[[str], bool]:
        return lambda text: text.endswith(words)

    return {
        "opens a deck": opens(*rules.deck_openings),
        "ends a deck": ends(*rules.deck_ends),
        "ends a kicker": ends(*rules.kicker_ends),
        "advice": opens(*rules.advice_openings),
        "looks ahead": opens(*rules.outlooks),
        "goes on": opens(*rules.clause_followers),
        "an event": ends(*rules.events),
        "a notice": ends(*rules.notices),
        "a place": ends(*rules.place_ends),
        "inspects": ends(*rules.inspecting),
        "concerning": opens("关于"),
        "who came": attending(rules).fullmatch,
        "a result": RESULT.fullmatch,
        "talk": lambda text: len(text) >= TALK and text.startswith(rules.interview_openings),
        "a column": lambda text: is_column(text, rules),
        "asks": is_question,
        "cries": is_exclamation,
        "a person first": opens(*PERSONS),
    }


@lru_cache(maxsize=8)
def attending(rules: Rules) -> re.Pattern:
    """张三主持 李四等出席并讲话"""
    verbs = "|".join(sorted(rules.attending, key=len, reverse=True))
    clause = rf"[{HAN}、]{{2,14}}?(?:{verbs})(?:并(?:{verbs}))?"
    return re.compile(rf"{clause}(?:[ ，]{clause})*")
