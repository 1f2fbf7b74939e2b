"""The names of columns and series that stand over headlines."""

import re

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN

# 寻访老作坊③, 老街故事之三, 邻里（三）, 连载⑫; not 增产三分之一
SERIES = re.compile(
    r"[①-⑳]$|(?<!分)之[一二三四五六七八九十\d]{1,3}[）)]?$|[（(][一二三四五六七八九十\d]{1,3}[）)]$"
)
TOPIC = re.compile(f"[{HAN}]{{2}}[·・丨|][{HAN}]{{2,6}}")  # 关注·高温
SHORT_COLUMN, LONGEST_RUBRIC = 8, 5  # characters
# 【灯下夜话】, [记者调查], ·平凡人生·, ◆乡村笔记◆: between two signs
FRAMED = re.compile(
    f"【[^【】]{{2,14}}】|\\[[^\\[\\]]{{2,14}}\\]|([·•●◆■▲★◇])\\s?[{HAN}（）()①-⑳“”0-9]{{2,14}}\\s?\\1"
)
SAID = "最更也都很不被受引备将再"  # 居民最关注: who does what
LONGEST_COLUMN = 24  # characters of a column's or a series' name


def is_column(text: str, rules: Rules) -> bool:
    """The name of a column or a series: 民生观察, 寻访老作坊③."""
    if len(text) > LONGEST_COLUMN:
        return False
    if is_framed(text):
        return True
    text = text.strip("【】[]■●◆▲★ ") or text
    if text in rules.columns or SERIES.sub("", text) in rules.columns:  # 连载小说（5）
        return True
    folded = len(text) <= 9 and text[-1].isdecimal() and not text[-3:].isdecimal()
    return (
        folded
        or TOPIC.fullmatch(text) is not None
        or SERIES.search(text) is not None
        or (len(text) <= SHORT_COLUMN and _ends(text, rules.column_ends))
        or (len(text) <= LONGEST_RUBRIC and text.endswith(rules.rubric_ends))
    )


def is_framed(text: str) -> bool:
    """【灯下夜话】: by its signs alone."""
    return FRAMED.fullmatch(text) is not None


def _ends(text: str, names: tuple[str, ...]) -> bool:
    """Whether the text ends in such a word, and in no clause: 民生关注, not 居民最关注."""
    if not text.endswith(names):
        return False
    end = max([name for name in names if text.endswith(name)], key=len)
    return text.removesuffix(end)[-1:] not in (*SAID,)
