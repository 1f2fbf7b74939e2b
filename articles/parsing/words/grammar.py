"""The patterns made of a house's words: what opens a story, signs it, or belongs to the page."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.words import jumps

DATE = r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
DATE_IN_WORDS = (
    r"([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月"
    r"([一二三四五六七八九十]{1,3})日"
)
WEEKDAY = rf"(?:(?:星期|礼拜)[一二三四五六日天]|周[一二三四五六日天](?![{HAN}]))"  # not 周一丽
ISSUE_NUMBER = r"(?:总?第\s?\d{1,6}\s?期|今日\s?\d{1,2}\s?版|第\s?\d{1,6}\s?号|N[oO]\.?\s?\d{2,6})"
# Two pages printed as one: 2-3版, A02/A03版, 第4、5版
SPREAD = r"第?\s?([A-Z]?\d{1,2})\s?[-—－~～/／、]\s?[A-Z]?\d{1,2}\s?(?:版|(?=\s*[通跨]版))"
PAGE_LABEL = (
    SPREAD.replace("(", "(?:", 1)
    + r"|第\s?[A-Z]?\d{1,2}\s?版|[A-Z]?\d{1,2}(?:\s?版)?|第?[一二三四五六七八九十]{1,3}版"
)
# A correction begins by naming what it corrects: 本报4月20日三版刊发的…
SPOKEN_ON = r"(?:[（(]\d{4}年\d{1,2}月\d{1,2}日[）)])?"  # behind who gave a speech
CORRECTED = r"本报(?:\d{4}年)?\d{1,2}月\d{1,2}日[^，。；]{0,12}?"
LONGEST_JUMP = 40  # characters of （下转第三版） and what may follow it
SEPARATORS = str.maketrans(dict.fromkeys("|｜│丨/／", " "))
MARK = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first; those of one first character stand together.

    So the pattern tells from one character which few words are possible, or that none is.
    """
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        by_first[word[0]].append(re.escape(word[1:]))
    return "|".join(f"{re.escape(k)}(?:{'|'.join(ends)})" for k, ends in by_first.items())


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled patterns of one Rules; each runs in linear time."""

    hint: re.Pattern  # a row where this finds nothing,
    hint_at_start: re.Pattern  # nor this at its beginning, is plain text
    first_signs: frozenset[str]  # with which that beginning begins
    opening: re.Pattern  # 本报讯, 新华社北京4月20日电
    dateline: re.Pattern  # the same, inside joined text
    role: re.Pattern  # the role words of a byline
    slashed: re.Pattern  # 张三/文见习记者李四/摄: where the second one's role touches the word
    last_words: re.Pattern  # …受到欢迎。据新华社
    glued: re.Pattern  # 上门检修线路 本报记者 张三: two things that a tool wrote on one line
    agency: re.Pattern  # （影像中国） behind a credit
    after_names: tuple[str, ...]  # 翟鹏程 摄: the words of a photographer, the longest first
    staff: re.Pattern
    staff_names: re.Pattern  # 责任编辑：陆小舟 何 田
    staff_led: re.Pattern  # 责编：陆小舟 at a row's start
    contact: re.Pattern
    paper: re.Pattern
    jump: re.Pattern
    section: re.Pattern  # 体育新闻, 文化·旅游
    imprint: re.Pattern  # 本报地址：…
    led: re.Pattern  # 作者：, 文/
    writer: re.Pattern  # 读者 张三: its first group is the name
    jump_back: re.Pattern  # 上接第一版, wherever it stands
    jump_in: re.Pattern  # （上接第一版） before the first word
    leading_note: re.Pattern  # 编者按：
    jump_out: re.Pattern  # （下转第三版） after the last
    column: re.Pattern
    salutation: re.Pattern  # 编辑同志：
    issuer: re.Pattern  # 岚汀县供水公司: who gives a notice
    mark: re.Pattern
    stamp: re.Pattern  # 付印清样, once or again
    title: re.Pattern  # 停水通知, 关于…的通告
    prompt: re.Pattern  # 扫一扫 看视频
    page_picture: re.Pattern  # 本版图片由张三提供: its first group says who took them
    source_note: (
        re.Pattern
    )  # 据《云麓日报》, 作者单位：…: what a bracket after the last word may say


def _dateline(rules: Rules) -> str:
    """本报讯; 新华社北京4月20日电; of an agency not listed: its name, a place, a date, 电."""
    ends, roles = _any(rules.dateline_ends), rules.reporter_words + rules.correspondent_words
    day = r"(?:\d{1,2}\s?月\s?)?"
    hotline = r"(?:(?:新闻)?热线\s?[\d-]{5,14}\s?)?"  # 本报新闻热线96110消息
    named = rf"[（(]|(?:{_any(rules.reporter_words + rules.correspondent_words + rules.ranks)})"
    house = rf"[{HAN}]{{0,6}}(?:{_any(rules.house_ends)})讯(?=\s?(?:{named}))"  # 晚报讯 记者张三
    house += (
        rf"|[{HAN}]{{0,6}}(?:(?:{_any(rules.paper_ends)})讯(?![息号，])|在线讯(?=[\s\d昨今近]))"
    )
    signed = rf"(?=\s?[（(][^，。（）()]{{0,6}}(?:{_any(roles)}))"
    paper = rf"[（(][{HAN}]{{1,8}}(?:{_any(rules.house_ends)})[）)]"  # 云麓网消息（云麓晚报）
    house += rf"|[{HAN}]{{2,8}}(?:讯|消息|报道)(?:{paper})?{signed}|[{HAN}]{{2,8}}{paper}{signed}"
    house += rf"|[{HAN}]{{0,6}}(?:热线\s?[\d-]{{4,14}}|[\d-]{{4,14}}\s?热线)\s?(?:讯|消息|报道)"
    bracketed = (
        rf"(?<=【)(?!(?:{_any(rules.columns)})】)[^，。】]{{1,20}}(?:{ends})(?=】)"  # 【本市讯】
        rf"|(?<=【)[{HAN}]{{0,6}}(?:{_any(rules.house_ends)})报道(?=】|\s[^，。】]{{2,30}}】)"
    )
    return (
        rf"[【\[]?(?:据\s?|综合)?(?:{_any(rules.desk_sources)}|{house}|(?:{_any(rules.agencies)}){hotline}"
        rf"[^，。；（）()：\s]{{0,12}}?\s?{day}(?:\d{{1,2}}\s?日\s?)?(?:{ends})"
        rf"|[{HAN}]{{2,12}}\s?{day}\d{{1,2}}\s?日\s?(?:{ends})|{bracketed})[】\]]?"
    )


def _opening(rules: Rules) -> str:
    return (
        rf"{_dateline(rules)}(?=[\s：（(【“《0-9{HAN}]|$)(?!员|人|社|刊|道|息|话|视|脑|力|影|子|网)"
        rf"|(?={CORRECTED}(?:{_any(rules.printed_words)}))"
    )


def _hint(rules: Rules) -> str:
    """Each way begins with a fixed character; what stands before it is looked at afterwards.

    A class instead, in any one way, and the search would try them all at every character.
    """
    words = rules.reporter_words + rules.correspondent_words + rules.jump_words
    words += rules.staff_words + rules.contact_words + rules.columns
    words += (*"摄图▶▲►→>＞）", *MARK, "供稿", "提供", "特稿", "航拍", "资料照片")
    words += ("日电", "日讯", "报讯", "讯（", "讯 （", "。据", "”据", "。■", "。 ■")
    words += tuple(f"{word}{sign}" for word in rules.writers for sign in " ：:")
    words += tuple(f"{word} " for word in rules.offices)
    words += tuple(f"-{month}" for month in "01")  # 2026-11-05
    words += (*rules.plate_marks, *(" ".join(mark) for mark in rules.plate_marks))
    words += rules.salutations + rules.prompts + rules.weather_openings + rules.imprints
    # Of an anonymous byline what is rarest, as its first character is looked for everywhere.
    words += ("评论员", "综合报道", "本报综合", "编辑部", "观看更多")
    days = "|".join(f"{week}[一二三四五六日天]" for week in ("星期", "周", "礼拜"))
    ends = {"日", "月", *(word[-1] for word in rules.notices + rules.corrections)}
    last = "|".join(f"{re.escape(end)}$" for end in sorted(ends))
    after = r"版(?<=\d.)|班(?<=[\d一二三四五六七八九十）].)|年(?<=\d{4}.)"
    return rf"{_any(words)}|{days}|第\d|{after}|{last}"


def _words_at_start(rules: Rules) -> tuple[str, ...]:
    words = rules.desk_sources + rules.agencies + rules.english_openings + rules.proof_stamps
    words += tuple(f"{word}{sign}" for word in rules.author_words for sign in "：:/／")
    cut = ("报料人", "者", "员 ", "讯员 ")  # of 记者 and 通讯员
    return (*words, *rules.byline_marks, *rules.taken_from, *cut, "据", "（", "(", "【")


def _title(rules: Rules) -> str:
    """停水通知, 更正; 岚汀县人民政府关于森林防火的通告."""
    titles, issuers = _any(rules.notices + rules.corrections), _any(rules.issuer_ends)
    return (
        rf"[{HAN}]{{0,6}}(?:{titles})|[{HAN}]{{2,12}}(?:{issuers})(?:{titles})"
        rf"|[{HAN}]{{0,16}}关于[^，。；：]{{2,24}}的(?:{titles})"
    )


def _column(rules: Rules) -> str:
    """【简讯】, 乡镇短讯."""
    briefs = rf"(?:{_any(rules.briefs_columns)})(?:[两二三四五六七八九十]则)?"  # 简讯三则
    name = rf"(?:{_any(rules.columns)}|[{HAN}]{{0,4}}{briefs})"
    return rf"[\[【■●◆▲★☆○◎□·・]*\s?{name}\s?[\]】■●◆▲★☆○◎□·・]*"


def _section(rules: Rules) -> str:
    """体育新闻, 文化·旅游."""
    name, end = _any(rules.sections), _any(rules.section_ends)
    return rf"(?:{name})(?:[·・]?(?:{name}))?(?:{end})?|[{HAN}]{{2,4}}(?:{_any(rules.voices)})"


def _writer(rules: Rules) -> str:
    """本报评论员 张三, 读者：李四, 市中医院 内科主任 王五."""
    name = rf"([{HAN}]{{2,4}}|[{HAN}]\s[{HAN}])"
    led = rf"(?:{_any(rules.writers)})(?:\s?[：:]\s?|\s)|(?:{_any(rules.offices)})\s"
    return rf"[□■○●—\s]{{0,4}}(?:[{HAN}]{{2,12}}\s)?[{HAN}]{{0,12}}(?:{led}){name}{SPOKEN_ON}"


def _salutation(rules: Rules) -> str:
    """编辑同志：, and not 编辑：, behind which a name follows."""
    return rf"(?:{_any(sorted({*rules.salutations} - {*rules.staff_words}))})[：:]"


@lru_cache(maxsize=8)
def desk_of(rules: Rules) -> re.Pattern:
    """本报副刊部, 云麓晚报编辑部, 本报信息部提供: who of the house signs."""
    paper = rf"本[报刊社台]|[{HAN}]{{1,6}}(?:{_any(rules.paper_ends)})社?"
    return re.compile(rf"(?:{paper})[{HAN}]{{1,6}}[部室组站](?:提供|供稿|整理|综合)?")


# 2月17日 阴, 11月3日 晴转多云: heads what was written on that day
DIARY = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日[\s，]{1,2}"
    "[多小中大雷阵]{0,2}[晴阴雨雪雾云][多小中大雷阵转间到晴阴雨雪雾云]{0,8}"
)


@lru_cache(maxsize=8)
def answer_of(rules: Rules) -> re.Pattern:
    """编后：, 【编者注】, 回音 alone in its row: below a letter."""
    words = _any(rules.answers + rules.leading_notes)
    return re.compile(rf"[【\[■●◆]?\s?(?:{words})\s?(?:[】\]：:]|$)")


def _glued(rules: Rules) -> str:
    """A headline, and behind it who wrote another story, or how that opens."""
    roles = _any(rules.reporter_words + rules.correspondent_words)
    return rf"\S[ {rules.byline_marks}]+(?:{_any(rules.desk_sources)}|本报(?:{roles})|(?:{roles}) )"


def _role_words(rules: Rules) -> str:
    roles = rules.reporter_words + rules.correspondent_words + rules.author_words
    return _any(roles + rules.photographers + rules.photographer_words)


def _last_words(rules: Rules) -> str:
    """据新华社 behind a sentence; “新闻热线”线索提供, 报料人张先生，奖励60元 in a row."""
    source = rf"[。！？”](?:据|综合)\s?(?:{_any(rules.agencies)})(?:电|讯|消息)?$"
    return rf"{source}|^[^，。；：]{{2,16}}(?:线索提供|提供线索)[）)]?$|^报料人[^。；：]{{2,16}}$"


def _agency(rules: Rules) -> str:
    """（影像中国）, （影像中心）, （新华社发） behind a credit."""
    keeper = rf"{_any(rules.picture_agencies)}|[{HAN}]{{2,6}}(?:中心|社|发)"
    return rf"(?<=[摄图道])\s?[（(/／]\s?(?:{keeper})[）)]?$"


def _prompt(rules: Rules) -> str:
    asked, shown = _any(rules.prompts), _any(rules.prompted)
    return (
        rf"(?:请|欢迎)?(?:{asked})\s?(?:{shown})?[！!]?|(?:{shown})[！!]?"
        r"|(?:更多精彩|观看更多).{0,8}"
    )


def _page_picture(rules: Rules) -> str:
    """本版图片均由本报记者 张三 摄."""
    return (
        rf"[（(]?(?:{_any(rules.page_pictures)})(?:除署名外)?[，：:]?(?:均|都|皆)?(?:为|由)?\s?"
        rf"([^，。；]{{2,30}}?)\s?(?:{_any(rules.photographer_words)})[）)]?"
    )


def _staff_names(staff: str) -> str:
    """A role and up to four names, which may be padded: 责编：陆小舟 何 田."""
    ends = rf"(?=\s|$|[／/｜|、，（{MARK}□■●◆])"
    name = rf"(?:[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}]){ends}"
    more = rf"(?:[\s、，／/]{{1,2}}(?!{staff}|[{HAN}]{{1,4}}\s?[：:／/]){name}){{0,3}}"
    return rf"({staff})\s?[：:／/｜|]?\s?({name}{more})"


@lru_cache(maxsize=8)
def grammar(rules: Rules) -> Grammar:
    """The patterns for these rules, compiled once."""
    signing = rules.reporter_words + rules.correspondent_words
    staff = _any(rules.staff_words)
    return Grammar(
        hint=re.compile(_hint(rules)),
        hint_at_start=re.compile(rf"{_any(_words_at_start(rules))}|本报\d"),
        first_signs=frozenset(word[0] for word in (*_words_at_start(rules), "本报")),
        opening=re.compile(_opening(rules)),
        dateline=re.compile(_dateline(rules)),
        role=re.compile(_role_words(rules)),
        slashed=re.compile(rf"(?<=[/／][文图])(?={_any(rules.ranks + signing)})"),
        last_words=re.compile(_last_words(rules)),
        glued=re.compile(_glued(rules)),
        agency=re.compile(_agency(rules)),
        after_names=tuple(sorted(rules.photographer_words, key=len, reverse=True)),
        staff_names=re.compile(_staff_names(staff)),
        staff_led=re.compile(rf"(?:{staff})\s?[：:]\s?[{HAN}]{{2,3}}(?:\s|$)"),
        staff=re.compile(rf"(?:{staff})(?:\s?[：:／/｜|]?\s?[{HAN}]|[：:])"),
        contact=re.compile(rf"(?:{_any(rules.contact_words)})\s?[：:]?\s?[0-9A-Za-z]"),
        paper=re.compile(rf"[{HAN}]{{1,8}}(?:{_any(rules.paper_ends)})"),
        jump=re.compile(jumps.alone(_any(rules.jump_words))),
        section=re.compile(_section(rules)),
        imprint=re.compile(rf"(?:{_any(rules.imprints)})\s?[：:]"),
        led=re.compile(rf"(?:{_any(rules.author_words)})[：:/／]"),
        writer=re.compile(_writer(rules)),
        jump_back=re.compile(jumps.back(_any(rules.jumps_back))),
        leading_note=re.compile(rf"[【\[■●◆]?\s?(?:{_any(rules.leading_notes)})\s?[】\]：:■●◆\s]"),
        jump_in=re.compile(jumps.ahead(_any(rules.jumps_back))),
        jump_out=re.compile(jumps.behind(_any(rules.jump_words))),
        column=re.compile(_column(rules)),
        issuer=re.compile(rf"[{HAN}A-Za-z（）()·]{{1,24}}\s?(?:{_any(rules.issuer_ends)})"),
        salutation=re.compile(_salutation(rules)),
        mark=re.compile(rf"[{MARK}]\s?\d{{0,2}}"),
        stamp=re.compile(rf"(?:(?:{_any(rules.proof_stamps)})\s?)+"),
        title=re.compile(_title(rules)),
        prompt=re.compile(_prompt(rules)),
        page_picture=re.compile(_page_picture(rules)),
        source_note=re.compile(rf"(?:{_any(rules.ending_openings)})[^，。；（）]{{0,30}}"),
    )
