"""How a marker is written that a story goes on elsewhere: 下转第二版, ▶▶上接A01版, 转02版."""

import re
from collections.abc import Sequence

from articles.parsing.typography.rows import Row

OPENS, CLOSES = r"（(【［\[〔", r")）】］\]〕"
# Arrows, marks and spaces beside the words: whatever is neither word nor sentence.
SIGN = rf"[^\w，。；：！？、“”…{OPENS}{CLOSES}]"
_INSIDE = rf"[^，。；{OPENS}{CLOSES}]"
_NUMBER = r"第?\s?(?:[A-Z]\s?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
PAGE = rf"\s?{_NUMBER}\s?版(?![画本税权主块式面图书])"
_TITLED = r"(?:《[^》]{1,40}》)?"  # 上接1版《云麓晚报》
# Short words that only a page's number makes a marker: 转02版, 接A1版, 文转第2版
_BARE_ONWARD, _BARE_BACK = r"全?文?转", r"全?文?接"

EITHER_WAY = re.compile("(?<!上)接")  # 紧接A03版 stands below what breaks off as well
JUMP_ENDS = "）)】］〕版→▶►"  # of a row that may end with one


def alone(words: str) -> str:
    """A marker in a row of its own; `words` are joined by |."""
    return (
        rf"(?:{SIGN}|“)*(?:"
        rf"[{OPENS}]\s?(?:{words}){_INSIDE}{{1,24}}{_TITLED}[{CLOSES}]"
        rf"|(?:{words}){_INSIDE}{{0,12}}版{_INSIDE}{{0,8}}"
        rf"|(?:下转|上接)\s?[A-Z]?\d{{1,2}}"
        rf"|[{OPENS}](?:{_BARE_ONWARD}|{_BARE_BACK}){PAGE}[{CLOSES}]"
        rf"|(?:{_BARE_ONWARD}|{_BARE_BACK}){PAGE}"
        rf")(?:{SIGN}|[①-⑩”])*"
    )


def behind(words: str) -> str:
    """A marker behind a story's last word."""
    return (
        rf"(?:{SIGN}|[{OPENS}]){{0,5}}(?:"
        rf"(?:{words}){_INSIDE}{{1,12}}版{_INSIDE}{{0,8}}|(?:下转|紧转)\s?[A-Z]?\d{{1,2}}"
        rf"|(?<!\w){_BARE_ONWARD}{PAGE}"
        rf")(?:{SIGN}|[{CLOSES}①-⑩]){{0,5}}$"
    )


def ahead(words: str) -> str:
    """A marker before a story's first word; `words` are those that point back."""
    return (
        rf"[{OPENS}]\s?(?:{words}|紧?上?接|{_BARE_BACK}){_INSIDE}{{1,14}}版{_INSIDE}{{0,8}}"
        rf"{_TITLED}[{CLOSES}]"
        rf"|[{OPENS}]\s?上接\s?[A-Z]?\d{{1,2}}[{CLOSES}]"
        rf"|{SIGN}{{0,4}}(?:上接|紧接|{_BARE_BACK}){PAGE}(?:{SIGN}|[①-⑩])*"
        rf"|{SIGN}{{1,4}}上接\s?[A-Z]?\d{{1,2}}(?!\d)"
    )


def back(words: str) -> str:
    """What points back in any of these."""
    return rf"(?:{words}){_INSIDE}{{0,14}}版|上接\s?[A-Z]?\d|(?<!转)接{PAGE}"


def points_back(rows: Sequence[Row], place: int, back: re.Pattern) -> bool:
    """上接; 紧接 as well, unless it stands right below a text that nothing follows."""
    if back.search(rows[place].text) is None:
        return False
    below = rows[place + 1] if place + 1 < len(rows) else None
    ends = place > 0 and not rows[place].blank and (below is None or below.blank)
    return not (ends and EITHER_WAY.search(rows[place].text))
