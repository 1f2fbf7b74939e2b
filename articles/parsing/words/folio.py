"""What a page says of itself: paper, date, label and section, and who made it."""

import re
from collections.abc import Sequence

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.words.grammar import SPREAD, WEEKDAY, grammar
from articles.records import Credit, CreditRole, Folio

FULL_DATE = re.compile(r"(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})")
LABEL = re.compile(
    rf"第?\s?([A-Z]?\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?版"
    rf"|(?:^|\s)([A-Z]?\d{{1,2}})(?=[{HAN}\s]|$)|(?<=[{HAN}])\s?([A-Z]?\d{{1,2}})(?=\s|$)"
)
SPREAD_LABEL = re.compile(SPREAD)  # the first of its pages
NUMBER = re.compile(r"第\s?(\d{2,6})\s?[期号]")
DAY = re.compile(WEEKDAY)
BETWEEN = re.compile(r"[\s\d]+")
WORD = re.compile(f"[{HAN}·]{{2,8}}")
FIXED = re.compile(rf"{WEEKDAY}|[年月日版期第]+")  # no name of a section
EXTENT = re.compile(r"今日\s?\d{1,2}\s?版")  # how many pages there are, not which one this is


def read_folio(texts: Sequence[str], rules: Rules) -> Folio:
    """The facts of the page matter; a date only when it is the only one."""
    texts = [EXTENT.sub(" ", text) for text in texts]
    joined = " ".join(texts)
    dates = {_iso(m) for m in FULL_DATE.finditer(joined)}
    weekday = DAY.search(joined)
    undated = [_undated(text) for text in texts]
    label = next(filter(None, map(SPREAD_LABEL.search, undated)), None) or next(
        filter(None, map(LABEL.search, undated)), None
    )
    number = NUMBER.search(joined)
    words = [w for t in texts for w in BETWEEN.split(t) if WORD.fullmatch(w)]
    paper = next((w for w in words if grammar(rules).paper.fullmatch(w)), "")
    section = next((w for w in words if w != paper and _is_section(w, rules)), "")
    return Folio(
        paper=paper,
        date=dates.pop() if len(dates) == 1 else "",
        weekday=weekday[0] if weekday else "",
        label=next(filter(None, label.groups())) if label else "",
        section=section,
        number=number[1] if number else "",
    )


def _undated(text: str) -> str:
    """The text without what else has digits: the date, the issue's number."""
    text = FULL_DATE.sub(" ", text).replace("日", " ")
    return NUMBER.sub(" ", DAY.sub(" ", text))


def _iso(match: re.Match) -> str:
    year, month, day = (int(part) for part in match.groups())
    return f"{year:04}-{month:02}-{day:02}"


def _is_section(word: str, rules: Rules) -> bool:
    fixed = FIXED.fullmatch(word)
    return fixed is None and not grammar(rules).staff.search(word) and word not in rules.staff_words


def read_staff(texts: Sequence[str], rules: Rules) -> tuple[Credit, ...]:
    """责任编辑：… 版式：… → credits."""
    out = []
    pattern = grammar(rules).staff_name
    for text in texts:
        for match in pattern.finditer(text):
            out.append(Credit(match[2].replace(" ", ""), _staff_role(match[1]), match[0]))
    return tuple(dict.fromkeys(out))


def _staff_role(word: str) -> CreditRole:
    if "校" in word or "审" in word:
        return CreditRole.PROOFREADER
    if any(part in word for part in ("美", "版式", "组版", "排版", "制版", "照排", "设计", "视觉")):
        return CreditRole.DESIGNER
    return CreditRole.EDITOR
