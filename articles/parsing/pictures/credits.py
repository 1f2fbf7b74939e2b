"""A credit that begins behind the last word of its caption, in one row with it."""

from articles.parsing.rules import Rules
from articles.parsing.words.bylines import read_credits
from articles.records import CreditRole

LONGEST_CREDIT = 40  # characters
CREDIT_STARTS = ("本", "新", "记", "通", "（", "(", "□", "■", "首", "见", "实", "特", "融", "全")
PICTURE_BY = ("图/", "图／", "摄/", "摄影/")


def split_credit(caption: str, printed: str, rules: Rules) -> tuple[str, str]:
    """A caption without the credit that follows its last sentence in the same row."""
    inside = max(printed.rfind(sign) for sign in "。！？") + 1
    if inside:
        inside += printed[inside : inside + 1] == "”"
        return caption + printed[:inside], printed[inside:].strip()
    end = max(caption.rfind(sign) for sign in "。！？”")
    tail = _off_the_name(caption[end + 1 :].strip(), rules)
    if end < 0 or not tail or len(tail) > LONGEST_CREDIT:
        return caption, printed
    parts = " " if tail.endswith(rules.reporter_words + rules.correspondent_words) else ""
    whole = tail + parts + printed
    credits = read_credits(whole, rules, CreditRole.PHOTOGRAPHER)
    bare = whole.strip("（）()")
    signed = bare.endswith(rules.photographer_words) or bare.startswith(PICTURE_BY)
    if not credits or not signed or (not tail.startswith(CREDIT_STARTS) and printed):
        return caption, printed
    return caption[: end + 1], whole


def _off_the_name(credit: str, rules: Rules) -> str:
    """`潘 飞摄`, whose last word stood on a row of its own, as `潘 飞 摄`."""
    words = sorted(rules.photographer_words, key=len, reverse=True)
    word = next((w for w in words if credit.endswith(w)), "")
    name = credit[: len(credit) - len(word)]
    return f"{name} {word}" if word and name[-2:-1] == " " and name[-1] != " " else credit
