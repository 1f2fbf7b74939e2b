"""Lists without columns: rows of one form, as 15:00 …, …：4 7 1, 土豆 1.80元 or 王强 护士."""

import re
from collections.abc import Sequence

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.words.bylines import is_unit, opens_with_family

LONGEST = 40  # characters
GAP = re.compile("[:： \u00a0]")
LEAST_ROWS, LEAST_NAMED = 3, 2
# 一等奖：吕小满 秦怡然
GIVEN = re.compile(
    rf"[{HAN}]{{2,12}}[：:]\s?[{HAN}·（）]{{2,12}}(?:(?:[、 \u3000]\s?)[{HAN}·（）]{{2,12}}){{1,8}}"
)
SENTENCE = re.compile("[，。；！？]")
FORMS = {
    "hour": re.compile(r"\d{1,2}[:：]\d{2}\s"),
    "date": re.compile(r"\d{1,2}月\d{1,2}日\s+\d{1,2}[:：]\d{2}"),
    "day": re.compile(r"(?:星期|周)[一二三四五六日天][\s：:]"),
    "amount": re.compile(
        rf"[{HAN}（）·]{{1,12}}\s+\d[\d.]{{0,9}}\s?[{HAN}%/]{{0,6}}"
        rf"(?:\s+(?:[+\-－]?[\d.%]{{1,8}}|[{HAN}]{{1,3}}))?$"
    ),
    "numbers": re.compile(r".{2,24}?[：:]\s?\d[\d\s+|-]{3,30}$"),
}
PERSON = re.compile(rf"([{HAN}]\s[{HAN}]|[{HAN}·]{{2,12}})\s+([{HAN}A-Za-z0-9]{{3,24}})")
OF_BOTH = re.compile(r"（[男女][^（）]{0,8}）")  # 王霞（女）, 马云峰（男，回族）
PADDED = re.compile(rf"(?<=\s)([{HAN}])\s([{HAN}])$")


# 云麓县 多云，北部有小雨 7—19℃
FORECAST = re.compile(
    rf"[{HAN}]{{2,8}}\s+[^。；]{{1,24}}?-?\d{{1,2}}\s?[—～~－-]+\s?-?\d{{1,2}}\s?(?:℃|°C|度)"
)


def entry(raw: str, rules: Rules) -> list[str]:
    """The form of a row that may stand in a list; nothing for others."""
    if FORECAST.fullmatch(raw):
        return ["forecast"]
    if not GAP.search(raw) or len(raw) > LONGEST or SENTENCE.search(OF_BOTH.sub("", raw)):
        return []
    if GIVEN.fullmatch(raw):
        return ["names"]
    if _is_roll_of(raw, rules):
        return ["unit"]
    return [form for form, pattern in FORMS.items() if pattern.match(raw)]


def is_member(text: str, rules: Rules) -> bool:
    """炼钢厂转炉二班 张 三, 张三（女） 棠溪镇中心小学: one of several, and signs nothing."""
    if len(text) > LONGEST or not GAP.search(text) or SENTENCE.search(OF_BOTH.sub("", text)):
        return False
    return _is_roll_of(text, rules) or bool(person(text, rules))


def _is_roll_of(raw: str, rules: Rules) -> bool:
    """市人民医院 柳青 沈默: who was honoured there."""
    unit, *names = PADDED.sub(r"\1\2", OF_BOTH.sub("", raw).strip()).split() or ("",)
    known = len(unit) > 3 and is_unit(unit, rules)
    return known and bool(names) and all(opens_with_family(name, rules) for name in names)


def person(raw: str, rules: Rules) -> list[str]:
    """A name and, behind it, what the person is."""
    found = PERSON.fullmatch(OF_BOTH.sub(" ", raw)) if len(raw) <= LONGEST else None
    if found is None:
        return []
    name = found[1].replace(" ", "")
    known = "·" in name or name.startswith(rules.double_surnames) or name[0] in rules.surnames
    return [name] if known and ("·" in name or len(name) <= 4) else []


def are_entries(rows: Sequence[list[str]]) -> bool:
    """Three of one form or more; two of names behind a colon."""
    forms = {row[0] for row in rows}
    least = LEAST_NAMED if forms == {"names"} else LEAST_ROWS
    return len(rows) >= least and len(forms) == 1


def are_persons(rows: Sequence[list[str]]) -> bool:
    return len(rows) >= LEAST_ROWS
