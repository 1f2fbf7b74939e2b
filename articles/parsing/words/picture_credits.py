"""How a row says who took a picture, or goes on to say it in the next row."""

import re
from collections.abc import Sequence

from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import Kind, Row

SENTENCE_END = re.compile("[。！？]”?")
LONGEST_TAIL = 30  # characters of a credit behind a caption's last word
LONGEST_NAME = 3  # characters of what is cut off a name
LONGEST_REST = 4  # characters of a credit's word on the next row
BARE_CREDIT = re.compile(f"[{HAN}]{{2,4}} ?摄")  # 张三 摄
LED_CREDIT = re.compile(
    r"[（(]?(?:文[/／、]?)?(?:(?:图|摄影|摄|供图|制图|图片)\s?[/／:：]\s?|摄影 )"
    r"[^。，！？；]{2,20}[）)]?"
)
# 摄影：张三 behind a caption's last word; the row may begin inside the word
LED_END = re.compile(f"(?:影|摄|图)\\s?[：:／/]\\s?(?:[{HAN}]{{2,4}}|[{HAN}]\\s[{HAN}])[）)]?$")
LED_CUT = re.compile(f"(?:影|摄|图)\\s?[：:／/]\\s?[{HAN}]{{0,2}}$")  # 摄影：司 / 马光
LED_REST = re.compile(f"影?\\s?[：:／/]\\s?[{HAN}]{{2,4}}")  # 摄 / 影：张三, 摄影 / ／张三
# 县气象局供图, 图片由县档案馆提供, but not 群众积极提供
UNNAMED_CREDIT = re.compile(
    r"[（(]?[^\d为]{0,24}(?:供图|资料图片|视频截图|资料图|资料照片|无人机航拍)[）)]?|[（(]?本[报刊]资料[）)]?|[（(][^\d为]{0,24}提供[）)]"
    r"|(?:[^\d为]{0,6}由)[^\d为]{2,20}提供|[^\d为]{0,20}[局院馆社校司区队者家属本人位]提供"
)
PICTURE_CREDIT = re.compile(
    r"[（(]?[^。，！？；]{0,50}?(?:摄影报道|摄影|摄|供图|图片|图|制图|绘图|航拍|提供|资料图片|视频截图"
    r"|资料照片|^[（(]?本[报刊]资料|摄于[^。，！？；]{2,14})[）)]?"
)


def rest_below(rows: Sequence[Row], place: int, words: Sequence[str]) -> str:
    """影报道, 道）: what of a photographer's word stands alone on the next row."""
    below = rows[place + 1] if place + 1 < len(rows) else None
    if below is None or below.kind is not Kind.TEXT or below.blank:
        return ""
    if rows[place].text[-1] in "摄影图" and LED_REST.fullmatch(below.text):
        return below.text
    named = len(below.text) <= LONGEST_NAME and below.text.isalpha() and not below.weak
    if named and LED_CUT.search(rows[place].text[-LONGEST_TAIL:]):
        return below.text
    if len(below.text) > LONGEST_REST:
        return ""
    text, bare = rows[place].text, below.text.rstrip("）)")
    cut = any(word.endswith(bare) and text.endswith(word[: -len(bare)]) for word in words)
    return below.text if bare and cut and text + bare not in words else ""


def ends_as_credit(rows: Sequence[Row], place: int, words: tuple[str, ...]) -> str | None:
    """What of a credit's last word stands on the next row; None where the row ends in none."""
    text, rest = rows[place].text, rest_below(rows, place, words)
    if rest:
        return rest
    if text.rstrip("）)").endswith(words) or LED_END.search(text[-LONGEST_TAIL:]):
        return ""
    return None


def goes_on_inside(rows: Sequence[Row], place: int) -> bool:
    """海 摄 below 汽车座椅。周力: the row above ends behind a sentence, in a name."""
    above = rows[place - 1] if place and not rows[place].blank else None
    told = above is not None and above.kind is Kind.TEXT and not above.weak
    return told and SENTENCE_END.search(above.text[-LONGEST_TAIL:]) is not None
