"""Where a byline or credit may begin, and how it goes on over several rows."""

import re
from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.rules import Rules
from articles.parsing.typography.head_words import ASKED
from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import LONE_MARK, Kind, Row
from articles.parsing.words.bylines import (
    CLASS,
    GIVEN_BY,
    has_role_word,
    opens_with_family,
    read_credits,
)
from articles.parsing.words.grammar import grammar
from articles.parsing.words.picture_credits import BARE_CREDIT
from articles.parsing.words.signed_text import ends_with_names, is_ending_signature
from articles.records import CreditRole

# …随叫随到。”本报记者, …元。 ■宋
BEGUN = re.compile(
    rf"[。！？!?…][”’）]?\s?[□■○●◆◎]?\s?(?:[{HAN}]{{0,4}}(?:记者|通讯员)|(?<=[■□])[{HAN}])"
)
# …随叫随到。”本报 / 记者张三
CUT_ROLE = re.compile("[。！？!?…][”’）]?(?:本|本报|本报记|记|通|通讯)$")
ROLES = ("记者", "通讯员")
ROLE_ENDS = ("记者", "报记者", "者", "讯员", "员")
LONGEST_TIP = 24  # characters of such a note
MOST_SIGNED = 3  # rows over which such names run
LONGEST_LED = 12  # of 文/张三, which needs no other sign
SLASHED = re.compile(rf"[{HAN}][/／](?:文|图|摄)(?=\s|$)")  # 张三/文 李四/图
SIGNING = re.compile(
    r"[^，。；（）]{0,8}记者(?:\s|[^，。；在了从获]{2,4}(?:\s|$))|(?:本|[^，。；（）]{1,5})[报社网台刊]记者$"
)
BRACKET_OPENING = re.compile(
    rf"[（(][{HAN}]{{0,6}}?(?:记者|通讯员)[^（()），。]{{2,40}}[）)]\s?(?:报道[：:]|[“{HAN}\d]{{4}})"
)
REPORTED = re.compile(r"记者[^，。；（）]{2,24}报道[：:]\S")
ONE_RUN = re.compile(f"[{HAN}]{{7,}}")
LONGEST_GIVEN = 3  # characters of a name
PUPIL = re.compile(rf"{CLASS}\s?([{HAN}]{{2,3}}|[{HAN}]\s[{HAN}])")


def may_sign(rows: Sequence[Row], place: int, rules: Rules) -> bool:
    """Whether a byline or credit may begin with this row, by what stands above it."""
    before = rows[place - 1]
    row = rows[place]
    if before.kind is Kind.OPENING and not before.weak and has_role_word(before.text, rules):
        return False  # 晚报讯 记者 张三 / 通讯员 李四 报道 昨日
    led = len(row.text) <= LONGEST_LED and grammar(rules).led.match(row.text)
    if (
        led
        or SLASHED.search(row.text)
        or GIVEN_BY.fullmatch(row.text.strip("（）"))
        or row.text[0] in rules.byline_marks
        or PUPIL.fullmatch(row.text)
    ):
        return True
    if before.text.count("（") > before.text.count("）"):
        return False
    names = row.text[1:-1] if row.text[0] in "（(" and row.text[-1] in "）)" else ""
    if names and before.text[-1] not in "，、；：（“和" and is_ending_signature(names, rules):
        return True  # be it as wide as the headline above it
    if before.text[-1] not in "，、；：（“和" and (
        SIGNING.match(row.text) or _is_signed_by_house(row.text, rules)
    ):
        return True
    if before.weak or row.blank or before.kind is not Kind.TEXT or row.indent:
        return True
    if before.text[-1] not in "，、；：（“" and BARE_CREDIT.fullmatch(row.text):
        return opens_with_family(row.text[:-1].strip(), rules)
    return abs(before.width - row.width) > 1 and before.text[-1] not in "，、；："


def _is_signed_by_house(text: str, rules: Rules) -> bool:
    """本报记者张三李四: names that lost the spaces between them, and nothing else."""
    led = text.startswith(rules.house_roles)
    return led and read_credits(text, rules, CreditRole.AUTHOR) is not None


def runs_in(rows: Sequence[Row], place: int, rules: Rules) -> bool:
    """新华社记者李斌、本报记者贾 / 西平报道：…: the text goes on behind the names.

    It does not where the row below opens a story itself.
    """
    text = rows[place].text
    further = [r for r in rows[place + 1 : place + 2] if not grammar(rules).opening.match(r.text)]
    reported = REPORTED.search(text + (further[0].text if further else ""))
    return reported is not None and reported.start() < len(text)


def bracket_opens(rows: Sequence[Row], place: int) -> bool:
    """（记者 张三 通讯员 李四）近日，…: who writes opens a text that goes on behind the bracket."""
    text = rows[place].text
    if "）" not in text and place + 1 < len(rows):
        text += rows[place + 1].text
    return BRACKET_OPENING.match(text) is not None


def join_datelines(rows: Sequence[Row], rules: Rules) -> None:
    """本报石桥8月26日电 / 本报记者 张三: a dateline of its own above who signs is of the byline."""
    for above, row in pairwise(rows):
        if above.kind is not Kind.OPENING or row.kind is not Kind.BYLINE or row.text[0] in "（(":
            continue
        if grammar(rules).dateline.fullmatch(above.text):
            above.kind, row.goes_on = Kind.BYLINE, True


def end_at_mark(row: Row) -> None:
    """A desk's mark on a row of its own ends the story, as one behind its last word does."""
    if row.weak:
        row.strong = row.final = True


def end_with_note(row: Row, rules: Rules) -> bool:
    """“新闻热线”线索提供, …受到欢迎。据新华社: who told the paper of it ends the story."""
    if not grammar(rules).last_words.search(LONE_MARK.sub("", row.text[-LONGEST_TIP:])):
        return False
    row.strong = row.weak = row.final = True
    return True


def end_with_names(rows: Sequence[Row], place: int, rules: Rules) -> bool:
    """…随叫随到。”记者张 / 三实习生李四: names behind the last word end the story."""
    start = place
    if place and rows[place].text.startswith(ROLE_ENDS) and CUT_ROLE.search(rows[place - 1].text):
        start = place - 1
    elif not BEGUN.search(rows[place].text):
        return False
    text, last = "", None
    for row in rows[start : start + MOST_SIGNED]:
        if text and ((row.blank and len(row.text) > 1) or row.kind is not Kind.TEXT):
            break  # one character is no headline: a name goes on at the top of a column
        text += (" " if text.endswith(ROLES) else "") + row.text
        if text.endswith(rules.photographer_words):  # …。本报记者张 / 三摄
            return False
        if ends_with_names(LONE_MARK.sub("", text), rules):
            last = row
    if last is not None:
        last.strong = last.weak = last.final = last.signed = True
    return last is not None


def is_answered(rows: Sequence[Row], place: int) -> bool:
    """问：…？（棠溪 何女士） above 答：…: who asked ends no text."""
    return place + 1 < len(rows) and rows[place + 1].text.startswith(ASKED[1])


def ends_inside(before: str, row: Row) -> bool:
    """通讯员卢望、 / 马林, 通讯员谷雨 / 晴: the row before ends among names, or inside of one."""
    among = before.endswith(("、", "记者", "通讯员"))
    return not row.blank and (among or len(row.text) == 1)


def tells_after_mark(bare: str, rules: Rules) -> bool:
    """■ 街坊小议, ●房租没有摆脱低租金, ●石桥乡 近日开展: no names stand behind the mark."""
    if len(bare) > LONGEST_GIVEN and bare.endswith(rules.column_ends):
        return True
    unit, _, rest = bare.strip().partition(" ")
    of_unit = len(unit) > 2 and unit[-1] in rules.unit_ends and " " not in rest and rest != ""
    told = of_unit and not opens_with_family(rest, rules)
    return told or ONE_RUN.fullmatch(bare) is not None


def names_touch(before: str, after: str) -> bool:
    """A word of its own begins on the next row."""
    return after.startswith(("通讯员", "记者", "本报")) or before.endswith(("记者", "通讯员"))
