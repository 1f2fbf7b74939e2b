"""What each row plainly is by its own words: opening, byline, credit, page matter, text."""

import re
from collections.abc import Sequence

from articles.parsing.bylines import has_role_word, read_credits, split_ending
from articles.parsing.grammar import (
    DATE,
    ISSUE_NUMBER,
    LONGEST_JUMP,
    PAGE_LABEL,
    WEEKDAY,
    Grammar,
    grammar,
)
from articles.parsing.lines import HAN
from articles.parsing.rows import LONE_MARK, Kind, Row, join_rows
from articles.parsing.rules import Rules
from articles.records import CreditRole, Line

LONGEST_MATTER = 200  # characters of a row that may be anything but running text
SIGNING = re.compile(r"[^，。；（）]{0,8}记者(?:\s|[^，。；在了从获]{2,4}(?:\s|$))|本报记者$")
POINTER = re.compile(
    r".{4,40}[（(【]?(?:(?:详见|请看|见)\s?(?:本报)?(?:今日)?|[▶▲►→])\s?第?[A-Z]?[\d一二三四五六七八九十]{1,3}版[）)】]?"
    r"|.{4,40}[▶▲►→>＞]{1,3}\s?第?[A-Z]?\d{1,2}版?"
)
POINTER_SIGN = re.compile("[版▶▲►→>＞]")
SIGNING_DATE = re.compile(
    r"(?:\d{4}年\d{1,2}月\d{1,2}日"
    r"|[二〇○Ｏ零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)"
    r"(?:\s?[①-⑳]\s?\d{0,2}|\d{2,3})?"
)
LED_CREDIT = re.compile(
    r"[（(]?(?:文[/／、]?)?(?:图|摄影|摄|供图|制图|图片)\s?[/／:：]\s?[^。，！？；]{2,20}[）)]?"
)
PICTURE_CREDIT = re.compile(
    r"[（(]?[^。，！？；]{0,50}?(?:摄影报道|摄影|摄|供图|图片|图|制图|绘图|提供|资料图片|视频截图)[）)]?"
)
SENT_BY = re.compile(rf"[（(]?[{HAN}]{{2,10}}发[（(][{HAN}\s]{{2,10}}摄[）)][）)]?")
PAPER_PAGE = re.compile(
    rf"(?:{PAGE_LABEL})\s*[{HAN}·・\-—/]{{0,6}}|[{HAN}·・\-—/]{{1,8}}\s*(?:{PAGE_LABEL})"
)
LUNAR_DATE = re.compile(
    r"(?:农历|夏历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?"
    r"闰?[正冬腊一二三四五六七八九十]{1,2}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?"
)
DATED = re.compile(rf"(?:{DATE})|{WEEKDAY}|{ISSUE_NUMBER}")


def build_rows(lines: Sequence[Line], rules: Rules) -> list[Row]:
    """Rows of a page in printed order, classified."""
    return _Classifier(join_rows(lines), rules).run()


class _Classifier:
    """Gives each row its kind; a byline or credit may run over up to three rows."""

    def __init__(self, rows: list[Row], rules: Rules):
        self.rows, self.rules = rows, rules
        self.grammar: Grammar = grammar(rules)
        self.titles = rules.notices + rules.corrections
        self.rest_of_opening = -1  # a row that only ends the words of the opening before it

    def run(self) -> list[Row]:
        further, before = None, None
        for place, row in enumerate(self.rows):
            if place == self.rest_of_opening:
                pass
            elif len(row.text) > LONGEST_MATTER:
                self._open_long(row)
            elif _may_be_matter(further, before, row) and self._is_hinted(row.text):
                self._classify(place)
            elif row.text.isdigit() and len(row.text) <= 3 and before is not None and before.strong:
                row.kind = Kind.MARK  # ②16 whose circle a tool has folded away
            elif row.text[-1] in "）)版":
                self._end_with_signature(place)
            further, before = before, row
        self._spread_furniture()
        self._find_sign_offs()
        return self.rows

    def _is_hinted(self, text: str) -> bool:
        words = self.grammar
        if text[0] in words.first_signs and words.hint_at_start.match(text):
            return True
        return words.hint.search(text) is not None

    def _open_long(self, row: Row) -> None:
        """Of an endless row only the first words are read."""
        if self.grammar.opening.match(row.text[:LONGEST_MATTER]):
            row.kind = Kind.OPENING

    def _find_sign_offs(self) -> None:
        """A name and a date under a text are its signature, not the page's date."""
        for place in [k for k, row in enumerate(self.rows) if k > 1 and "年" in row.text]:
            above, name, row = self.rows[place - 2 : place + 1]
            if row.kind not in (Kind.FURNITURE, Kind.TEXT):
                continue
            named = name.kind is Kind.TEXT and not name.weak and len(name.text) <= 24
            told = above.kind is Kind.TEXT and above.strong
            if named and told and SIGNING_DATE.fullmatch(row.text):
                row.kind = name.kind = Kind.SIGN_OFF

    def _classify(self, place: int) -> None:
        row = self.rows[place]
        text = row.text
        if self._opens(place) and self._may_open(place):
            row.kind = Kind.OPENING
        elif self.grammar.mark.fullmatch(text):
            row.kind = Kind.MARK
        elif len(text) <= 30 and self.grammar.jump.fullmatch(text):
            row.kind = Kind.JUMP
        elif POINTER_SIGN.search(text) and POINTER.fullmatch(text) and "。" not in text:
            row.kind = Kind.FURNITURE
        elif self._is_title(place):
            row.kind = Kind.COLUMN
        elif self.grammar.column.fullmatch(text):
            index = text.strip("【】[]■●◆▲★ ") in self.rules.index_columns
            row.kind = Kind.FURNITURE if index else Kind.COLUMN
        elif self._is_furniture(row) and not self._is_inside(place):
            row.kind = Kind.FURNITURE
        elif len(text) <= 60:
            self._sign(place)
        if row.text[-1] in "）)版" and row.kind in (Kind.TEXT, Kind.OPENING):
            self._end_with_signature(place)
        if row.kind is Kind.TEXT and self.grammar.jump_in.match(text):
            row.kind = Kind.OPENING

    def _end_with_signature(self, place: int) -> None:
        """（张三 李四） at the end of a row, or begun on the row before, ends the story."""
        row = self.rows[place]
        text = row.text
        for above in reversed(self.rows[max(0, place - 2) : place]):
            if "（" in text:
                break
            text = above.text + text
        ending = split_ending(text, self.rules)[1]
        row.signed = bool(ending) and ending.strip("（）()") not in self.rules.ending_words
        compiled = row.text.strip("（）()") in self.rules.ending_words
        last = text[-LONGEST_JUMP:]
        points = "版" in last and self.grammar.jump_out.search(last)
        if ending or compiled or points:
            row.strong = row.weak = row.final = True

    def _opens(self, place: int) -> bool:
        """本报讯, 新华社北京4月20日电; the words may be cut at the row's end."""
        text = self.rows[place].text
        if self.grammar.opening.match(text):
            return True
        if len(text) > 18 or "，" in text or place + 1 >= len(self.rows):
            return False
        if not text[-1].isdigit() and text[-1] not in "月日本报":
            return False
        if self.grammar.opening.match(text + self.rows[place + 1].text) is None:
            return False
        self.rest_of_opening = place + 1
        return True

    def _may_open(self, place: int) -> bool:
        """本报讯 in the middle of a sentence opens nothing."""
        if not place or self.rows[place].blank or self.rows[place].indent:
            return True
        before = self.rows[place - 1]
        if before.weak or before.kind is not Kind.TEXT:
            return True
        return "（" in self.rows[place].text[:14] or before.text[-1] not in "，、；："

    def _is_title(self, place: int) -> bool:
        """停水通知, 更 正, 关于…的通告: a whole row, and no sentence goes on in it."""
        text = self.rows[place].text.replace(" ", "")
        if not text.endswith(self.titles) or not self.grammar.title.fullmatch(text):
            return False
        before = self.rows[place - 1] if place else None
        return (
            before is None or before.kind is not Kind.TEXT or before.text[-1] not in "，、；：（“"
        )

    def _is_inside(self, place: int) -> bool:
        """A clause goes on in this row."""
        row, before = self.rows[place], self.rows[place - 1] if place else None
        return (
            before is not None
            and before.kind in (Kind.TEXT, Kind.OPENING)
            and not row.blank
            and before.text[-1] in "，、；"
        )

    def _is_furniture(self, row: Row) -> bool:
        text = row.text
        if "。" in text:
            return False
        staff = len(self.grammar.staff.findall(text))
        if staff >= 2 or (
            staff and len(text) <= 14 and ("：" in text or ":" in text or " " in text)
        ):
            return True
        if self.grammar.contact.search(text) and len(text) <= 60:
            return True
        left = DATED.sub("", text)
        if left == text or "，" in text:
            return False
        return self._is_page_matter(left)

    def _is_page_matter(self, left: str) -> bool:
        """What remains beside a date: a paper's name, a section, a page label, or nothing."""
        pieces = left.replace("·", " ").split()
        return all(self._is_page_piece(p) for p in pieces) and len(pieces) <= 8

    def _is_page_piece(self, piece: str) -> bool:
        return bool(
            PAPER_PAGE.fullmatch(piece)
            or self.grammar.paper.fullmatch(piece)
            or self.grammar.staff.match(piece)
            or len(piece) <= 4
        )

    def _sign(self, place: int) -> None:
        """Byline or credit, over as few rows as say it and as many as belong to it."""
        row = self.rows[place]
        if place and not self._may_sign(place):
            return
        text, best = "", None
        for stop in range(place, min(place + 3, len(self.rows))):
            part = self.rows[stop]
            if stop > place and best and SIGNING.match(part.text):
                break
            text += (" " if text and _names_touch(text, part.text) else "") + part.text
            if part.strong or len(text) > 70:
                break
            kind = self._signature(text)
            if kind is not None and (best is None or kind is Kind.CREDIT):
                best = (kind, stop)
            if kind is Kind.CREDIT:
                break
        if best is None:
            return
        kind, stop = best
        for part in self.rows[place : stop + 1]:
            part.kind = kind
            part.goes_on = part is not row

    def _may_sign(self, place: int) -> bool:
        before = self.rows[place - 1]
        row = self.rows[place]
        if row.text[0] in self.rules.byline_marks:
            return True
        if before.text.count("（") > before.text.count("）"):
            return False
        if SIGNING.match(row.text) and before.text[-1] not in "，、；：（“和":
            return True
        if before.weak or row.blank or before.kind is not Kind.TEXT or row.indent:
            return True
        return abs(before.width - row.width) > 1 and before.text[-1] not in "，、；："

    def _signature(self, text: str) -> str | None:
        if text[-1:].isdigit():
            text = LONE_MARK.sub("", text)
        if not text or text.count("（") != text.count("）"):
            return None
        if text.strip("（）()") in self.rules.ending_words:
            return None
        led = LED_CREDIT.fullmatch(text)
        if led or PICTURE_CREDIT.fullmatch(text) or SENT_BY.fullmatch(text):
            names = read_credits(text, self.rules, CreditRole.PHOTOGRAPHER)
            if names and any(c.role is CreditRole.PHOTOGRAPHER for c in names):
                return Kind.CREDIT
            if text.strip("（）()").endswith(("供图", "提供", "资料图片", "视频截图", "资料图")):
                return Kind.CREDIT
        marked = text[0] in self.rules.byline_marks and len(text) <= 30
        bracket = text[0] in "（(" and text[-1] in "）)"
        english = text.startswith(self.rules.english_openings)
        if marked or bracket or english or has_role_word(text, self.rules):
            names = read_credits(text.strip("（）()"), self.rules, CreditRole.AUTHOR)
            if names:
                return Kind.BYLINE
        return None

    def _spread_furniture(self) -> None:
        """Names of paper and section beside a date or a staff line are page matter as well."""
        rows = self.rows
        edge = {*range(min(4, len(rows))), *range(max(0, len(rows) - 4), len(rows))}
        found = [k for k, r in enumerate(rows) if r.kind is Kind.FURNITURE]
        queue = [*found, *edge]
        while queue:
            place = queue.pop()
            for near in (place - 1, place, place + 1):
                if 0 <= near < len(rows) and rows[near].kind is Kind.TEXT:
                    if self._is_beside(near) or near in edge:
                        self._mark_page_matter(near, self._is_between(near))
                    if rows[near].kind is Kind.FURNITURE:
                        queue.append(near)

    def _is_beside(self, place: int) -> bool:
        rows = self.rows
        return any(
            0 <= k < len(rows) and rows[k].kind is Kind.FURNITURE for k in (place - 1, place + 1)
        )

    def _is_between(self, place: int) -> bool:
        """Page matter on both sides, or on one and the page's end on the other."""
        rows = self.rows
        sides = (place - 1, place + 1)
        outside = [not 0 <= k < len(rows) or rows[k].kind is Kind.FURNITURE for k in sides]
        return all(outside) and self._is_beside(place)

    def _mark_page_matter(self, place: int, between: bool) -> None:
        row = self.rows[place]
        if len(row.text) > 14 or row.weak:
            return
        labelled = PAPER_PAGE.fullmatch(row.text) and any(c.isdigit() for c in row.text)
        named = self.grammar.paper.fullmatch(row.text.replace(" ", ""))
        section = between and len(row.text) <= (6 if "·" in row.text else 4)
        if labelled or named or section or LUNAR_DATE.fullmatch(row.text):
            row.kind = Kind.FURNITURE


def _may_be_matter(further: Row | None, before: Row | None, row: Row) -> bool:
    """Not the next of three even rows of a paragraph: only others are read word by word."""
    if further is None or before is None or row.blank or row.indent:
        return True
    if before.weak or further.weak or before.kind is not Kind.TEXT or further.kind is not Kind.TEXT:
        return True
    even = -1.1 < row.width - before.width < 1.1 and -1.1 < before.width - further.width < 1.1
    return not even or row.text[0] in "□■○●◎本" or "记者" in row.text


def _names_touch(before: str, after: str) -> bool:
    """A word of its own begins on the next row."""
    return after.startswith(("通讯员", "记者", "本报")) or before.endswith(("记者", "通讯员"))
