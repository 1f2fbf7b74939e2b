"""Lines → running text: what stands between two joined lines."""

import re
from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.typography.lines import HAN

JOINT_SIGN = re.compile("[\x00-\x7f（]")  # without one, no two lines have anything between them
MOST_CLAUSES = 4
TAIL = 80  # characters before a joint that may decide it
HIDING = "（( "  # without one, no line end has swallowed a space
LATIN_END = re.compile(r"[A-Za-z0-9,.;:!?'\")\]]$")
LINK = re.compile(r"(?:https?://|www\.|[\w.]+@)[^\s\u2e80-\uffef]*$")
SLOGAN = re.compile(rf"[“《][^”》。]*[{HAN}] [{HAN}][^”》。]*$")
# Inside （记者 张三 李四 a line end parts two whole names.
OPEN_NAMES = re.compile(
    rf"[（(][^（）()]*?[{HAN}]{{1,12}}[ 、][^（）()]*?(?<![{HAN}])[{HAN}]{{2,3}}$"
)
NEXT_NAME = re.compile(rf"[{HAN}]{{2,4}}(?<![组社部台局室院校司心])(?=[ ）)])")


def join_lines(
    texts: Sequence[str], widths: Sequence[float] = (), words: Sequence[str] = ()
) -> str:
    """One paragraph of its lines; `widths` in em tell a space that the line end swallowed.

    `words` (记者, 通讯员) may be cut at a line end and are not names.
    """
    whole = "".join(texts)
    if not JOINT_SIGN.search(whole):
        return whole
    may_hide = bool(widths) and any(sign in whole for sign in HIDING)
    if not may_hide and not _may_join_words(texts):
        return whole
    pieces, end, widest = [texts[0]], len(texts[0]), max(widths, default=0.0)
    for place, after in enumerate(texts[1:]):
        if end and after:
            if whole[end - 1].isascii() and after[0].isascii():
                pieces.append(_latin_joint(whole[max(0, end - TAIL) : end], after))
            elif may_hide:
                tail = whole[max(0, end - TAIL) : end]
                if _hidden_space(tail, after, widest - widths[place], words):
                    pieces.append(" ")
        pieces.append(after)
        end += len(after)
    return "".join(pieces)


def _may_join_words(texts: Sequence[str]) -> bool:
    """Whether a line ends, and the next one begins, with a Latin sign."""
    return True in [a[-1:].isascii() and b[:1].isascii() for a, b in pairwise(texts)]


def _latin_joint(tail: str, after: str) -> str:
    """What stands between words of two lines: a space, or nothing inside a number or a link."""
    if tail[-1].isdigit() and (after[0].isdigit() or after[0] in ".,%"):
        return ""
    if LINK.search(tail) or tail[-1] in "/-_@+=&" or not after[0].isalnum():
        return ""
    if not LATIN_END.search(tail) or (tail[-1] == "." and after[0].isdigit()):
        return ""
    return " "


def _hidden_space(before: str, after: str, slack: float, words: Sequence[str]) -> bool:
    """A list of slogans in quotes is parted by spaces, and the line ended at one of them."""
    near = before[-40:]
    if ("（" in near or "(" in near) and OPEN_NAMES.search(near) and NEXT_NAME.match(after):
        return not _cut_word(before, after, words)
    if slack < 1.0 or before[-1] in "，。、；：“《" or not "\u3400" <= after[0] <= "\u9fff":
        return False
    return " " in before and SLOGAN.search(before[-60:]) is not None


def _cut_word(before: str, after: str, words: Sequence[str]) -> bool:
    return any(
        before.endswith(word[:cut]) and after.startswith(word[cut:])
        for word in words
        for cut in range(1, len(word))
    )


def join_head(texts: Sequence[str]) -> str:
    """One headline of its rows; rows that are clauses of their own keep a space between them.

    Of more rows than MOST_CLAUSES the column's width broke them, and no clause's end.
    """
    if len(texts) > MOST_CLAUSES:
        return "".join(texts)
    out = texts[0] if texts else ""
    for text in texts[1:]:
        out += (" " if out and text and _is_parted(out, text) else "") + text
    return out


def _is_parted(before: str, after: str) -> bool:
    if before[-1].isascii() and after[0].isascii() and before[-1].isalpha():
        return True
    return _is_clause(before) and _is_clause(after) and not _open_quote(before)


def _is_clause(text: str) -> bool:
    return len(text) >= 8 and text[-1] not in "，、；：" and text[-1] not in "的和与为在"


def _open_quote(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count("《") > text.count("》")
