"""How a story's first and last words say who wrote it: 本报讯（记者 张三）…, …（李四）."""

import re

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.words.bylines import LONGEST_BYLINE, has_role_word, is_unit, read_credits
from articles.parsing.words.grammar import grammar
from articles.records import CreditRole

# 记者张三，通讯员李四报道：
FURTHER = rf"，(?=[{HAN}]{{0,4}}(?:记者|通讯员))"
# 本报记者 张三 报道： at the very start, or after the source; 通讯员 张三 报道：
SIGNED_OPENING = re.compile(
    rf"[□■○●]?\s?(?:本报)?[{HAN}]{{0,6}}?(?:记者|通讯员)(?:[\s{HAN}、]|{FURTHER}){{2,24}}?\s?(?:报道|摄影报道)(?:\s?[：:\s]|(?=[0-9“昨今近]))"
)
# 晚报讯 记者张三报道, whose last word ended a row
REPORTED_BY = re.compile(
    rf"\s?((?:[{HAN}]{{0,6}}?(?:记者|通讯员)\s?[{HAN}]{{2,3}}(?:[ 、][{HAN}]{{2,3}}){{0,3}}\s?)"
    "{1,2})报道"
)
UNIT = re.compile(rf"(?:(?![为在见图到于是和])[{HAN}]){{4,12}}")  # who signs for an office
CLOSING = re.compile(r"(?<![（(]\d)(?<![（(]\d\d)[）)]")  # not that of 高二（3）班
LONGEST_BRACKET = 90  # characters
LONGEST_NAMES = 40  # characters behind the last sentence
# …随叫随到。”本报记者张三 实习生李四, … ■张三: names without brackets behind the last word
BARE_SIGNATURE = re.compile(
    rf"(?:[。！？!?…][”’）]?)\s?((?:[□■○●◆◎]\s?)?(?:[{HAN}]{{0,4}}(?:记者|通讯员)|(?<=[□■○●◆◎\s])[{HAN}])[{HAN}\s、·]{{1,36}})$"
)
ONE_NAME = re.compile(rf"[{HAN}]{{0,4}}(?:记者|通讯员) ?[{HAN}]{{2,3}}")  # 通讯员 公交宣
SENTENCE_ENDS = "。！？!?…”’）》"
REPORTED = re.compile(r"^\s?报道[：:]")  # （记者 张三）报道：


def split_opening(text: str, rules: Rules) -> tuple[str, str, str]:
    """A story's first words → (byline as printed, source, the rest of the text)."""
    dateline = grammar(rules).opening.match(text)
    end = dateline.end() if dateline else 0
    source = text[:end]
    place = end + len(text[end:]) - len(text[end:].lstrip())
    if source and text[0] == "【" and text[end - 1] != "】":
        end = _end_of_signed_source(text, end, rules)
    elif text[place : place + 1] in ("（", "("):
        close = _closing(text, place)
        inner = text[place + 1 : close]
        if close > 0 and _is_signature(inner, rules, bool(source)):
            end = close + 1
    elif source:
        signed = _signed_opening(text[place:]) or _reported(text[place:], rules)
        end = max(end, place + signed)
    else:
        end = _signed_opening(text)
    rest = (
        REPORTED.sub("", text[end:], count=1) if text[end - 1 : end] in ("）", ")") else text[end:]
    )
    return text[:end].strip(), source.strip(" 【】[]"), rest.lstrip(" \u3000：:")


def _end_of_signed_source(text: str, end: int, rules: Rules) -> int:
    """【云麓晚报报道 特约记者 张三】: who wrote it stands in the brackets of the source."""
    close = text.find("】", end, end + LONGEST_BRACKET)
    signed = close > 0 and _is_signature(text[end:close].strip(), rules, after_source=True)
    return close + 1 if signed else end


def _closing(text: str, place: int) -> int:
    """Where the bracket ends that begins there, （高二（3）班 张三）; -1 if it does not."""
    found = CLOSING.search(text, place, place + LONGEST_BRACKET)
    return found.start() if found else -1


def _is_signature(inner: str, rules: Rules, after_source: bool) -> bool:
    if has_role_word(inner, rules):
        return len(inner) <= LONGEST_BYLINE
    return after_source and read_credits(inner, rules, CreditRole.REPORTER) is not None


def _signed_opening(text: str) -> int:
    """End of 本报记者 张三 报道 at the very start, 0 where there is none."""
    match = SIGNED_OPENING.match(text)
    return match.end() if match else 0


def _reported(text: str, rules: Rules) -> int:
    """The same where nothing parts it from the text, and the first has a family name."""
    match = REPORTED_BY.match(text)
    names = read_credits(match[1].strip(), rules, CreditRole.REPORTER) if match else None
    return match.end() if names and names[0].name[0] in rules.surnames else 0


def split_ending(text: str, rules: Rules) -> tuple[str, str]:
    """A last paragraph → (the text, the signature in brackets that ends it or "")."""
    if not text.endswith(("）", ")")):
        return split_bare_ending(text, rules)
    place = max(text.rfind("（"), text.rfind("("))
    if place < 0 or len(text) - place > 50:
        return text, ""
    inner, before = text[place + 1 : -1], text[:place].rstrip()
    apart = before[-1] in SENTENCE_ENDS if before else has_role_word(inner, rules)
    if apart and is_ending_signature(inner, rules):
        return before, text[place:]
    return text, ""


def split_bare_ending(text: str, rules: Rules) -> tuple[str, str]:
    """The same of names without brackets: …。”本报记者张三实习生李四

    At a text's end one name that no family has may sign as well: 通讯员 棠水宣.
    """
    names = _bare_names(text, rules)
    if names and (_are_names(names, rules) or ONE_NAME.fullmatch(names)):
        return text[: len(text) - len(names)].rstrip(), names
    return text, ""


def ends_with_names(text: str, rules: Rules) -> bool:
    """The same of a row below which the text might go on: one such name must stand apart."""
    names = _bare_names(text, rules)
    apart = ONE_NAME.fullmatch(names) is not None and " " in names
    return bool(names) and (apart or _are_names(names, rules))


def _bare_names(text: str, rules: Rules) -> str:
    signature = BARE_SIGNATURE.search(text, max(0, len(text) - LONGEST_NAMES))
    names = read_credits(signature[1], rules, CreditRole.AUTHOR) if signature else None
    if not names or any(name.role is CreditRole.PHOTOGRAPHER for name in names):
        return ""
    return signature[1]


def _are_names(signature: str, rules: Rules) -> bool:
    """Whether nothing but names can stand there: each opens with a family name, or both who
    reported and who wrote to the paper are told, be it by the pen name of an office."""
    names = read_credits(signature, rules, CreditRole.AUTHOR) or ()
    told = {name.role for name in names}
    if {CreditRole.REPORTER, CreditRole.CORRESPONDENT} <= told:
        return True
    return all(name.name[0] in rules.surnames or "·" in name.name for name in names)


def is_named_opening(text: str, rules: Rules) -> bool:
    """Whether a story's first words name who wrote it: 本报讯（记者…）"""
    opening = split_opening(text[:120], rules)[0]
    return opening.endswith(("）", ")")) or has_role_word(opening, rules)


def is_source_note(inner: str, rules: Rules) -> bool:
    """（综合）, （据《云麓日报》）: says where a piece comes from, and names nobody."""
    patterns = grammar(rules)
    return (
        inner in rules.ending_words
        or patterns.source_note.fullmatch(inner) is not None
        or patterns.dateline.fullmatch(inner) is not None
    )


def is_ending_signature(inner: str, rules: Rules) -> bool:
    """（郭扬 方扬烨）, （记者 张三）, （张三）, （本报群工部）: who signs and nothing else."""
    if is_source_note(inner, rules):
        return True
    names = read_credits(inner, rules, CreditRole.AUTHOR)
    if not names and (inner in rules.surnames or _is_unit(inner, rules)):
        return True  # （林）, （县医院宣传科）
    if not names:
        return names is not None  # （市委办）
    if has_role_word(inner, rules):
        return True
    return all(c.name[0] in rules.surnames or "·" in c.name for c in names)


def _is_unit(inner: str, rules: Rules) -> bool:
    return UNIT.fullmatch(inner) is not None and is_unit(inner, rules)
