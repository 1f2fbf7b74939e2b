"""What a page says of itself: paper, date, label and section, and who made it."""

import re
from collections.abc import Sequence

from articles.parsing.dates.grammar import number_of, year_of
from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.words.grammar import DATE_IN_WORDS, SEPARATORS, SPREAD, WEEKDAY, grammar
from articles.records import Credit, CreditRole, Folio

IN_WORDS = re.compile(DATE_IN_WORDS)
FULL_DATE = re.compile(r"(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})(?:\s?日)?")
LABEL = re.compile(
    rf"第?\s?([A-Z]?\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?版"
    rf"|(?:^|\s)([A-Z]?\d{{1,2}})(?=[{HAN}\s]|$)|(?<=[{HAN}])\s?([A-Z]?\d{{1,2}})(?=\s|$)"
)
# 4月29日 星期一 2024年
YEAR_LAST = re.compile(rf"(\d{{1,2}})月(\d{{1,2}})日\s*(?:{WEEKDAY})?\s*(\d{{4}})年")
PAGE = re.compile(r"第?\s?(?:[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,3})\s?版|[A-Z]\d{1,2}")
SPREAD_LABEL = re.compile(SPREAD)  # the first of its pages
NUMBER = re.compile(r"总?第\s?(\d{2,6})\s?[期号]|(?<![A-Za-z])N[oO]\.?\s?(\d{2,6})")
PART_OF_DATE = re.compile(r"\d{4}\s?年|\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?")  # 2026年 / 4月20日
DAY = re.compile(WEEKDAY)
BETWEEN = re.compile(r"[\s\d]+")
WORD = re.compile(f"[{HAN}·]{{2,8}}")
NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}](?![{HAN}])")
FIXED = re.compile(rf"{WEEKDAY}|[年月日版期第]+")  # no name of a section
EXTENT = re.compile(r"今日\s?\d{1,2}\s?版")  # how many pages there are, not which one this is


def read_folio(texts: Sequence[str], rules: Rules) -> Folio:
    """The facts of the page matter; a date only when it is the only one."""
    texts = [EXTENT.sub(" ", text) for text in texts]
    joined = " ".join(texts)
    dates = {_iso(m) for m in FULL_DATE.finditer(joined)} | _dates_in_words(joined)
    dates = dates or {f"{m[3]}-{int(m[1]):02}-{int(m[2]):02}" for m in YEAR_LAST.finditer(joined)}
    weekday = DAY.search(joined)
    left = [_undated(text) for text in texts]
    undated = [text.replace("日", " ") for text in left]
    label = next(filter(None, map(SPREAD_LABEL.search, undated)), None) or next(
        filter(None, map(LABEL.search, undated)), None
    )
    number = NUMBER.search(joined)
    staff = grammar(rules).staff_names
    bare = [PAGE.sub(" ", staff.sub(" ", text)) for text in left]
    words = [w for t in bare for w in map(_stripped, BETWEEN.split(t)) if WORD.fullmatch(w)]
    paper = next((w for w in words if grammar(rules).paper.fullmatch(w)), "")
    section = next((w for w in words if w != paper and _is_section(w, rules)), "")
    return Folio(
        paper=paper,
        date=dates.pop() if len(dates) == 1 else "",
        weekday=weekday[0] if weekday else "",
        label=next(filter(None, label.groups())) if label else "",
        section=section,
        number=next(filter(None, number.groups())) if number else "",
    )


def _stripped(word: str) -> str:
    return word.strip("·・:：")


def _undated(text: str) -> str:
    """The text without what else has digits: the date, the issue's number."""
    text = IN_WORDS.sub(" ", text)
    text = PART_OF_DATE.sub(" ", FULL_DATE.sub(" ", text))
    return NUMBER.sub(" ", DAY.sub(" ", text)).translate(SEPARATORS)


def _iso(match: re.Match) -> str:
    year, month, day = (int(part) for part in match.groups())
    return f"{year:04}-{month:02}-{day:02}"


def _dates_in_words(text: str) -> set[str]:
    """二〇二六年四月二十日"""
    found = (match.groups() for match in IN_WORDS.finditer(text))
    return {f"{year_of(y)}-{number_of(m):02}-{number_of(d):02}" for y, m, d in found}


def _is_section(word: str, rules: Rules) -> bool:
    fixed = (
        FIXED.fullmatch(word) or word.endswith(rules.publisher_ends) or word in rules.contact_words
    )
    return not fixed and not grammar(rules).staff.search(word) and word not in rules.staff_words


def read_staff(texts: Sequence[str], rules: Rules) -> tuple[Credit, ...]:
    """责任编辑：… 版式：… → credits."""
    out = []
    for text in texts:
        for match in grammar(rules).staff_names.finditer(text):
            printed, role = match[0].strip(), _staff_role(match[1])
            names = [name.replace(" ", "") for name in NAME.findall(match[2])]
            first, *more = names
            named = [name for name in more if _is_name(name, rules)]
            out += [Credit(name, role, printed) for name in (first, *named)]
    return tuple(dict.fromkeys(out))


def _is_name(word: str, rules: Rules) -> bool:
    """Of a second word behind a role: 责编：陆小舟 何 田."""
    return word[0] in rules.surnames or word[:2] in rules.double_surnames


def _staff_role(word: str) -> CreditRole:
    if "校" in word or "审" in word:
        return CreditRole.PROOFREADER
    if any(part in word for part in ("美", "版式", "组版", "排版", "制版", "照排", "设计", "视觉")):
        return CreditRole.DESIGNER
    return CreditRole.EDITOR
