"""What is the page's and no article's: folio, staff, hotlines, weather, prompts, pointers."""

import re
from collections.abc import Sequence

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.words.grammar import (
    DATE,
    DATE_IN_WORDS,
    ISSUE_NUMBER,
    PAGE_LABEL,
    SEPARATORS,
    WEEKDAY,
    Grammar,
    grammar,
)

EDGE = 4  # rows at the page's top and bottom where its name may stand
TOP = 7  # and where words of its matter may stand one below the other
LONGEST_CONTACT = 60  # characters
LONGEST_PLATE = 40
LONGEST_PIECE = 14
WIDEST_LABEL = 6  # em of a word above the page's matter
MOST_PIECES = 8
ARROWS = "▶▲►→"
POINTER = re.compile(
    r".{4,40}[（(【]?(?:(?:详见|请看|见)\s?(?:本报)?(?:今日)?|[▶▲►→])\s?第?[A-Z]?[\d一二三四五六七八九十]{1,3}版[）)】]?"
    r"|.{4,40}[▶▲►→>＞]{1,3}\s?第?[A-Z]?\d{1,2}版?"
    rf"|[{ARROWS}]{{1,3}}\s?(?:第\s?)?(?:[A-Z]\d{{1,2}}|\d{{1,2}}\s?版|0\d)\s?[^。，]{{4,30}}"
)
# 春游地图来了 8版
BARE_POINTER = re.compile(r"[^，。；：（）]{4,24}\s?第?[A-Z]?\d{1,2}版")
POINTER_SIGN = re.compile(f"[版{ARROWS}>＞]")
PAPER_PAGE = re.compile(
    rf"(?:{PAGE_LABEL})[:：]?\s*[{HAN}·・\-—/]{{0,6}}|[{HAN}·・\-—/]{{1,8}}\s*(?:{PAGE_LABEL})"
    rf"|·[{HAN}]{{2,6}}\s*\d{{2}}\s*[{HAN}]{{2,4}}"  # ·云岭周刊06三农 behind a paper's name
)
LONGEST_WORD = 14  # characters of a word beside a page's number, or with it
PAGE_SIGN = re.compile(r"[\d版]")  # no page's number is without one
PAGE_NUMBER = re.compile(r"(?:第?[A-Z]?\d{1,2}版|[A-Z]\d{1,2}|\d{2})\s?")
FIRST_HAN = "\u2e80"  # digits and Latin letters stand before it
GLUED = re.compile(rf"\d{{1,2}}[{HAN}]{{5}}")  # 38个社区可以送: counts, and numbers no page
LUNAR = (
    r"(?:农历|夏历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?"
    r"闰?[正冬腊一二三四五六七八九十]{1,2}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?"
)
LUNAR_DATE = re.compile(LUNAR)
DAY = r"\d{1,2}\s?月\s?\d{1,2}\s?日(?=\s*(?:星期|周))"
# 2026年11月 5 星期四, whose day stood in large type beside 日 or without it
TORN_DATE = r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}(?=\s*(?:星期|周))"
UNGROUPED = DATE_IN_WORDS.replace("(", "(?:")
DATED = re.compile(
    rf"(?:{DATE}|{UNGROUPED}|{TORN_DATE})(?:\s?{LUNAR})?|{DAY}|{WEEKDAY}(?:\s?{LUNAR}|\s?\d{{4}}年(?!\s?\d))?|{ISSUE_NUMBER}"
)
BRACKETS = str.maketrans("", "", "【】[]〔〕")
SHORT_PAPER = re.compile(rf"[{HAN}]{{2,5}}报(?=$|[\dA-Z第])")
LATIN_NAME = re.compile(r"[A-Z][A-Za-z .&·'-]{3,40}")
LABELLED = re.compile(rf"[A-Z]\d|\b0\d|版|^\d|^[{HAN}·]{{1,4}}\s?\d")
DEGREES = re.compile("℃|°C|[0-9]级")
# 晴转多云 东南风3级 12℃～23℃
WEATHER = re.compile(
    r"[晴阴多云雨雪雾霾东南西北偏微阵风转到间最高低气温度优良小中大雷今明天白夜日"
    r"0-9级℃°C%：:、，～~/\- —－]{6,40}。?"
)
# What is left of a contact row that was cut before its number or inside of it.
NUMBER = re.compile(r"[\d\s\-—－()（）转]{4,24}。?")
CALLED = ("电话：", "热线：")
# 如遇困难，可拨打热线; 四、投稿：电子邮箱…; …打本报热线12345反映: in a text
TOLD_TO_CALL = re.compile(
    "，[^，：:]*(?:拨打|致电)|^[一二三四五六七八九十]{1,2}、|打本报|[0-9]\\s?(?:反映|求助|咨询|投诉|诉说)"
)
HOUR = re.compile(r"(?:[上下中]午|凌晨|清晨|早晨|傍晚|夜里|晚上?)\s?\d{0,2}$")  # text tells it
SINCE = re.compile(r"[从自于至到在截凡]\s?\d{4}\s?年|\d{4}\s?年[^星周]{3,8}日[起止前后至到，]")
BEHIND_DATE = re.compile(rf"\d\s?日([{HAN}]{{1,4}})$")  # 1906年4月21日铁路通
CUT_NUMBER = re.compile(r"[：:]\s?(?:[\d\s（）()]{2,8}[\-—－]?)?$")
MOST_STAMPED, LONGEST_STAMPED = 24, 4  # rows, and characters of one
ROTA = re.compile(rf"{WEEKDAY}\s\S")
SKY = re.compile("[晴阴云雨雪]")


class PageMatter:
    """Knows by the words of a house what of a page is no article's."""

    def __init__(self, rules: Rules):
        self.rules = rules
        self.grammar: Grammar = grammar(rules)

    def holds(self, text: str) -> bool:
        """Whether the row is page matter by its own words."""
        if "。" in text or self.grammar.salutation.match(text):
            return False
        return (
            self.is_staff(text)
            or self.is_contact(text)
            or self.grammar.imprint.match(text) is not None
            or self._is_prompt(text)
            or self._is_weather(text)
            or self._is_folio(text)
            or self.grammar.stamp.fullmatch(text) is not None
            or self._is_plate_line(text)
        )

    def points(self, text: str) -> bool:
        """冬修水利开工（详见3版）: leads to another page."""
        return bool(
            POINTER_SIGN.search(text) and POINTER.fullmatch(text) and "。" not in text
        ) and not text.startswith(self.rules.picture_words)

    def is_contact(self, text: str) -> bool:
        """热线：0000-5550123"""
        short = len(text) <= LONGEST_CONTACT and TOLD_TO_CALL.search(text) is None
        return short and self.grammar.contact.search(text) is not None

    def tells_number(self, above: str, text: str) -> bool:
        """或救助热线12345求助: inside a clause, as no row of the page's own has a number."""
        number = self.grammar.contact.search(text) if "，" in above else None
        return bool(number and number.start()) and not any(sign in text for sign in "： ")

    def is_staff(self, text: str) -> bool:
        """责任编辑：陆小舟"""
        staff = len(self.grammar.staff.findall(text))
        if staff and "，" not in text and self.grammar.staff_led.match(text):
            return True
        short = len(text) <= 14 and "，" not in text and any(sign in text for sign in "：: ")
        return staff >= 2 or bool(staff and short)

    def _is_prompt(self, text: str) -> bool:
        """扫一扫 看视频: nobody can scan a text."""
        prompt = self.grammar.prompt
        return len(text) <= 20 and "，" not in text and prompt.fullmatch(text) is not None

    def _is_weather(self, text: str) -> bool:
        """今日天气 晴 偏北风3级 8℃, beside the paper's name."""
        openings = self.rules.weather_openings
        return text.startswith(openings) and "，" not in text and bool(DEGREES.search(text))

    def _is_folio(self, text: str) -> bool:
        """A date, and beside it at most a paper's name, a section and a page label."""
        left = DATED.sub("", text) if "，" not in text else text
        bracketed = text[0] in "（(" and text[-1] in "）)"  # the day of a speech, below its title
        if left == text or bracketed or left == "摄":  # on that day a picture was taken
            return False
        if HOUR.search(left) or SINCE.match(text):
            return False
        pieces = left.translate(SEPARATORS).replace("·", " ").split()
        if not all(map(self._is_piece, pieces)) or len(pieces) > MOST_PIECES:
            return False
        glued = None if re.search(WEEKDAY, text) else BEHIND_DATE.search(text)
        return glued is None or self.grammar.section.fullmatch(glued[1]) is not None

    def _is_running_head(self, text: str) -> bool:
        """云麓日报 02 要闻: a page's number, and beside it the name of paper or section."""
        if not PAGE_SIGN.search(text):
            return False
        words = text.translate(BRACKETS).split()
        if not 0 < len(words) <= MOST_PIECES or max(map(len, words)) > LONGEST_WORD:
            return False
        papers = [self.grammar.paper.match(w) or SHORT_PAPER.match(w) for w in words]
        left = [w[p.end() :] if p else w for w, p in zip(words, papers, strict=True)]
        named = any(papers) or any(map(self.grammar.section.fullmatch, words))
        return named and any(map(self._is_numbered, left))

    def _heads_page(self, text: str) -> bool:
        """A03 综合, or A03 alone, wherever a page begins below another one."""
        label = PAGE_NUMBER.match(text)
        if label is None:
            return False
        section = text[label.end() :]
        if text[0] == "第" or "版" in label[0]:
            return self.grammar.section.fullmatch(section) is not None
        return section in self.rules.sections if section else text[0].isalpha()

    def _is_numbered(self, word: str) -> bool:
        counted = any(char.isdigit() for char in word) or word[:1] == "第" or "版" in word[1:4]
        return counted and not GLUED.match(word) and PAPER_PAGE.fullmatch(word) is not None

    def _is_piece(self, piece: str) -> bool:
        if len(piece) <= 4 or PAPER_PAGE.fullmatch(piece) or self.grammar.staff.match(piece):
            return True
        paper = self.grammar.paper.match(piece)
        rest = piece[paper.end() :] if paper else piece
        if self._is_short_paper(piece):
            return True
        return bool(paper) and (not rest or len(rest) <= 4 or bool(PAPER_PAGE.fullmatch(rest)))

    def _is_short_paper(self, text: str) -> bool:
        """云麓报, 云麓特区报: no report of anything."""
        return len(text) <= 6 and text.endswith("报") and not text.endswith(self.rules.reports)

    def _is_plate_line(self, text: str) -> bool:
        """云麓报 A03 C M Y K: what the printer reads at the sheet's edge."""
        bare = text.replace(" ", "")
        return len(bare) <= LONGEST_PLATE and bare.endswith(self.rules.plate_marks)

    def spread(self, rows: Sequence[Row]) -> None:
        """Names of paper and section beside a date or a staff line are page matter as well."""
        self._mark_top(rows)
        edge = {*range(min(EDGE, len(rows))), *range(max(0, len(rows) - EDGE), len(rows))}
        found = [k for k, r in enumerate(rows) if r.kind is Kind.FURNITURE]
        queue = [*found, *edge]
        while queue:
            place = queue.pop()
            for near in (place - 1, place, place + 1):
                if 0 <= near < len(rows) and rows[near].kind is Kind.TEXT:
                    beside = _is_beside(rows, near)
                    if beside or near in edge:
                        self._mark(rows, near, beside=beside)
                    if rows[near].kind is Kind.FURNITURE:
                        queue.append(near)
        for row in [row for row in rows if row.text[0] < FIRST_HAN or row.text[0] == "第"]:
            if row.kind is Kind.TEXT and self._heads_page(row.text):
                row.kind = Kind.FURNITURE

    def free_rotas(self, rows: Sequence[Row]) -> None:
        """星期一 内科 何田, and so for each day: who is on duty, and no folio."""
        matter = [k for k, row in enumerate(rows) if row.kind is Kind.FURNITURE]
        days = {k for k in matter if ROTA.match(rows[k].text)}
        for place in days:
            if place - 1 in days and place + 1 in days:
                for row in rows[place - 1 : place + 2]:
                    row.kind = Kind.TEXT

    def _mark_top(self, rows: Sequence[Row]) -> None:
        """关注 / Focus / 2026.9.8: nothing but short words stands above the page's matter."""
        for place, row in enumerate(rows[:TOP]):
            if row.kind is Kind.TEXT and row.text[0].isdigit() and self._is_folio(row.text):
                row.kind = Kind.FURNITURE
            if row.kind is Kind.FURNITURE:
                for above in rows[:place]:
                    above.kind = Kind.FURNITURE
            elif row.kind is not Kind.TEXT or row.weak or row.width > WIDEST_LABEL:
                return

    def _mark(self, rows: Sequence[Row], place: int, *, beside: bool) -> None:
        row = rows[place]
        text = row.text
        if beside and not row.weak and self._names_house(text):
            row.kind = Kind.FURNITURE
        if self._is_running_head(text):
            row.kind = Kind.FURNITURE
        if beside and BARE_POINTER.fullmatch(text):
            row.kind = Kind.FURNITURE
        sky = beside or (SKY.search(text) and not _forecasts(rows, place))
        if sky and WEATHER.fullmatch(text) and DEGREES.search(text):
            row.kind = Kind.FURNITURE
        if len(text) > LONGEST_PIECE or row.weak:
            return
        # 寻访老作坊1 is a series, 要闻1 a page.
        numbered = beside or LABELLED.search(text) is not None
        labelled = numbered and self._is_numbered(text.translate(BRACKETS))
        named = self.grammar.paper.fullmatch(text.replace(" ", ""))
        section = _is_between(rows, place) and len(text) <= (8 if "·" in text else 4)
        known = self._is_section(rows, place)
        if labelled or named or section or known or LUNAR_DATE.fullmatch(text):
            row.kind = Kind.FURNITURE

    def _is_section(self, rows: Sequence[Row], place: int) -> bool:
        """体育新闻 at the page's top, or beside its matter: what the page is called."""
        name = rows[place].text.replace(" ", "")
        if name in self.rules.weather_openings:
            return True
        above = place == 0 or rows[place - 1].kind is Kind.FURNITURE
        if not above:  # 副刊 / 11版: nothing but page matter follows
            return name in self.rules.sections and _heads_matter(rows, place)
        words = rows[place].text.translate(BRACKETS).split()
        papers = [self.grammar.paper.fullmatch(word) for word in words]
        sections = [self.grammar.section.fullmatch(word) for word in words]
        return self.grammar.section.fullmatch(name) is not None or all(
            map(any, zip(papers, sections, strict=True))
        )

    def _names_house(self, text: str) -> bool:
        """YUNLU DAILY, 云麓报, 中共云麓县委主管主办."""
        if LATIN_NAME.fullmatch(text):
            return text.isupper() or text.upper().endswith(self.rules.latin_paper_ends)
        return self._is_short_paper(text) or (
            len(text) <= 24 and text.endswith(self.rules.publisher_ends)
        )

    def find_torn_stamps(self, rows: Sequence[Row]) -> None:
        """样 / 报: a stamp across the sheet, which a tool wrote last and a sign or two a row.

        A printer's line may stand below.
        """
        stamp, letters = self.grammar.stamp, ""
        end = len(rows)
        while end and rows[end - 1].kind is Kind.FURNITURE:
            end -= 1
        last = end
        for place in range(end - 1, max(-1, end - MOST_STAMPED), -1):
            text = rows[place].text.replace(" ", "")
            if len(text) > LONGEST_STAMPED and not stamp.fullmatch(text):
                break
            letters = text + letters
            if stamp.fullmatch(letters):
                last = place
        for row in rows[last:end]:
            row.kind = Kind.FURNITURE

    def join_contacts(self, rows: Sequence[Row]) -> None:
        """电话：, and its number on the next row: both are what the first begins."""
        words = self.rules.contact_words + self.rules.contact_openings
        likely = [k for k, x in enumerate(rows) if x.text[0] < FIRST_HAN or x.text[0] in "（）－转"]
        for place in [k for k in likely if k and NUMBER.fullmatch(rows[k].text)]:
            row, below = rows[place - 1], rows[place]
            if row.kind not in (Kind.TEXT, Kind.FURNITURE) or below.kind is not Kind.TEXT:
                continue
            if row.text.endswith(CALLED):
                below.strong = below.weak = True
            cut = CUT_NUMBER.search(row.text) and row.text.startswith(words)
            if cut and len(row.text) <= LONGEST_PIECE:
                row.kind = below.kind = Kind.FURNITURE
                below.goes_on = True


def _forecasts(rows: Sequence[Row], place: int) -> bool:
    """A sentence below a sentence: a forecast's, and not the weather beside the paper's name."""
    return place > 0 and rows[place].strong and rows[place - 1].strong


def _is_beside(rows: Sequence[Row], place: int) -> bool:
    sides = (place - 1, place + 1)
    return any(0 <= k < len(rows) and rows[k].kind is Kind.FURNITURE for k in sides)


def _heads_matter(rows: Sequence[Row], place: int) -> bool:
    """Whether page matter, and at once, follows to the page's end."""
    below = rows[place + 1 :]
    return bool(below) and not below[0].blank and all(r.kind is Kind.FURNITURE for r in below)


def _is_between(rows: Sequence[Row], place: int) -> bool:
    """Page matter on both sides, or on one and the page's end on the other."""
    sides = (place - 1, place + 1)
    outside = [not 0 <= k < len(rows) or rows[k].kind is Kind.FURNITURE for k in sides]
    return all(outside) and _is_beside(rows, place)
