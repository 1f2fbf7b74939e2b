"""Figures of the heading that the text counts otherwise."""

import re
from collections.abc import Iterator

from articles.checks.findings import Hit
from articles.texts.manuscripts import Manuscript, Spot

HEADING = ("kicker", "headline", "deck")
UNTOLD = frozenset({*HEADING, "byline", "dateline", "source"})
UNITS = (
    "平方公里|平方米|公里|公斤|公顷|千米|千克|毫米|厘米|分钟|小时|个月|人次|万元|亿元|%|％|℃"
    "|亩|吨|元|人|名|户|个|项|条|家|座|台|位|岁|所|辆|米|天|次|场|件|批|处|栋|间|张|头|只|株|分|对|支|艘|架"
)
_DIGITS = "0-9０-９"
COUNTED = re.compile(
    rf"(?P<figure>(?<![{_DIGITS}])[{_DIGITS}]{{1,15}}"
    rf"(?:[,，][{_DIGITS}]{{3}}){{0,5}}(?:[.．][{_DIGITS}]{{1,9}})?"
    r"|[一二三四五六七八九两十百千〇零]{1,9})"
    rf"(?P<more>[余多]?)(?P<scale>[万亿千百]?)[余多]?(?P<unit>{UNITS})"
)
SCALES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
# Rounded on purpose, or one of a row.
ROUNDED = re.compile(r"(?:近|约|超|逾|余|破|超过|达|数|第|每|上|[-—～~至到·.：:/])$")
HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0}
HAN_SCALES = {"十": 10, "百": 100, "千": 1000}
# 一个, 一位 are words more often than figures.
LEAST = 2


def differing_figures(manuscript: Manuscript) -> Iterator[Hit]:
    """Where the text counts in the same unit, but never as much as the heading says."""
    counted = _counted(text for spot, text in manuscript.paragraphs() if spot.part not in UNTOLD)
    for part in HEADING:
        for place, text in enumerate(manuscript.part(part)):
            for match in COUNTED.finditer(text):
                others = counted.get(match["unit"], {})
                value = _value(match)
                if not others or value < LEAST or value in others or _is_loose(match, text):
                    continue
                words = {"figure": match[0], "others": "、".join(list(others.values())[:3])}
                yield Hit("figure_differs", Spot(part, place), *match.span(), words)


def _is_loose(match, text) -> bool:
    return (
        bool(ROUNDED.search(text[max(0, match.start() - 2) : match.start()]))
        or "余" in match[0]
        or "多" in match[0]
    )


def _counted(texts) -> dict[str, dict[float, str]]:
    """{unit: {value: the words}}, one walk through the text."""
    found = {}
    for text in texts:
        for match in COUNTED.finditer(text):
            found.setdefault(match["unit"], {}).setdefault(_value(match), match[0])
    return found


def _value(match) -> float:
    figure = match["figure"]
    if figure[0] in HAN_DIGITS or figure[0] in HAN_SCALES:
        number = _han_value(figure)
    else:
        number = float(figure.replace(",", "").replace("，", "").replace("．", "."))
    return round(number * SCALES[match["scale"]], 6)


def _han_value(words) -> int:
    """三十五 → 35, 二〇二六 → 2026."""
    if not any(sign in HAN_SCALES for sign in words):
        return int("".join(str(HAN_DIGITS[sign]) for sign in words))
    total, digit = 0, 0
    for sign in words:
        if sign in HAN_SCALES:
            total, digit = total + (digit or 1) * HAN_SCALES[sign], 0
        else:
            digit = HAN_DIGITS[sign]
    return total + digit
