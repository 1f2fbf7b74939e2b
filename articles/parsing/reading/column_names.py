"""The names of columns and series that stand over headlines."""

import re

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN

# 寻访老作坊③, 老街故事之三, 邻里（三）, 连载⑫
SERIES = re.compile(
    r"[①-⑳]$|之[一二三四五六七八九十\d]{1,3}[）)]?$|[（(][一二三四五六七八九十\d]{1,3}[）)]$"
)
TOPIC = re.compile(f"[{HAN}]{{2}}[·・丨|][{HAN}]{{2,6}}")  # 关注·高温
SHORT_COLUMN, LONGEST_RUBRIC = 8, 5  # characters
SAID = "最更也都很不被受引备将再"  # 居民最关注: who does what
LONGEST_COLUMN = 24  # characters of a column's or a series' name


def is_column(text: str, rules: Rules) -> bool:
    """The name of a column or a series: 民生观察, 寻访老作坊③."""
    if len(text) > LONGEST_COLUMN:
        return False
    if text.strip("【】[]■●◆▲★ ") in rules.columns:
        return True
    folded = len(text) <= 9 and text[-1].isdecimal() and not text[-3:].isdecimal()
    return (
        folded
        or TOPIC.fullmatch(text) is not None
        or SERIES.search(text) is not None
        or (len(text) <= SHORT_COLUMN and _ends(text, rules.column_ends))
        or (len(text) <= LONGEST_RUBRIC and text.endswith(rules.rubric_ends))
    )


def _ends(text: str, names: tuple[str, ...]) -> bool:
    """Whether the text ends in such a word, and in no clause: 民生关注, not 居民最关注."""
    if not text.endswith(names):
        return False
    end = max([name for name in names if text.endswith(name)], key=len)
    return text.removesuffix(end)[-1:] not in (*SAID,)
