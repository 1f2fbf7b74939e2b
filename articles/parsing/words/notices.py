"""What stands below a notice and is its own: whom to ask, who gives it and on which day."""

import re
from collections.abc import Sequence
from itertools import pairwise

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import KEPT, LONE_MARK, Kind, Row
from articles.parsing.words.bylines import is_unit
from articles.parsing.words.grammar import Grammar, desk_of, grammar
from articles.parsing.words.matter import CUT_NUMBER, LONGEST_PIECE, NUMBER, PageMatter

SIGNING_DATE = re.compile(
    r"(?:\d{4}年\d{1,2}月\d{1,2}日"
    r"|[二〇○Ｏ零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)"
    r"(?:\s?[①-⑳]\s?\d{0,2}|\d{2,3})?"
)
SIGNING_DAY = re.compile(r"\d{1,2}月\d{1,2}日")  # 12月8日 under who gives a notice
DAY_ENDS = frozenset("日0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
DESK_ENDS = DAY_ENDS - {"日"} | frozenset("部室组站供稿理合")  # a desk's mark may stand behind it
CLOSERS = "”’）"
SENTENCE = re.compile("[，。；！？]")
FURTHER = re.compile(f"[{HAN}]{{0,4}}(?:时间|日期|地点|地址|方式|期限|范围|人数)[：:]")
LONGEST_FORMULA = 8  # characters of 特此公告
NEXT_ROWS = 8  # rows of what follows that may speak of who gives it
TOP_ROWS = 8  # rows of a page in which such a body may publish the paper
NOTICE_ROWS = 40  # rows from a notice's title to its last


class Notices:
    """Knows such rows by the words of a house."""

    def __init__(self, rules: Rules):
        self.rules, self.matter = rules, PageMatter(rules)
        self.grammar: Grammar = grammar(rules)
        self.desk = desk_of(rules)

    def find_signatures(self, rows: Sequence[Row]) -> None:
        """Who gives a notice and on which day; asked again once tables and rolls are known."""
        self._end_at_formulas(rows)
        self._find_sign_offs(rows)
        self._sign_notices(rows)
        self._sign_lists(rows)
        self._sign_for_house(rows)

    def keep_contacts(self, rows: Sequence[Row]) -> None:
        """The telephone number under a notice is the notice's, not the page's."""
        for title in self._notices(rows):
            for place in range(title + 1, min(title + NOTICE_ROWS, len(rows))):
                row, above = rows[place], rows[place - 1]
                if row.kind is Kind.TEXT:
                    own = self._is_number_of(row, above)
                else:
                    own = row.kind is Kind.FURNITURE and self._is_contact_of(row, above)
                if own:
                    row.kind = Kind.SIGN_OFF
                elif row.kind not in (Kind.TEXT, Kind.SIGN_OFF):
                    break

    def _end_at_formulas(self, rows: Sequence[Row]) -> None:
        """特此通告 ends a notice, with a mark behind it or without."""
        signs = {closing[0] for closing in self.rules.closings}
        for row in [row for row in rows if row.text[0] in signs]:
            short = len(row.text) <= LONGEST_FORMULA and row.text.startswith(self.rules.closings)
            if short and row.kind is Kind.TEXT:
                row.strong = row.weak = True

    def _find_sign_offs(self, rows: Sequence[Row]) -> None:
        """A name and a date under a text are its signature, not the page's date."""
        for place in [k for k, row in enumerate(rows[2:], 2) if row.text[-1] in DAY_ENDS]:
            name, row = rows[place - 1 : place + 1]
            if row.kind not in (Kind.FURNITURE, Kind.TEXT):
                continue
            if self._gives_and_dates(row.text) and (name.strong or name.kind is Kind.SIGN_OFF):
                row.kind = Kind.SIGN_OFF
                continue
            if SIGNING_DATE.fullmatch(row.text) and name.text.startswith(self.rules.closings):
                row.kind = Kind.SIGN_OFF
                continue
            named = name.kind is Kind.TEXT and not name.weak and len(name.text) <= 24
            text = self._above_contacts(rows, self._above_issuers(rows, place - 2))
            above = rows[text]
            told = above.kind is Kind.SIGN_OFF or above.kind in KEPT
            told = told or (above.kind is Kind.TEXT and above.strong)
            told = told or (place >= TOP_ROWS and self._is_issuer(name.text))
            dated = SIGNING_DATE.fullmatch(row.text) or (
                SIGNING_DAY.fullmatch(row.text) and is_unit(name.text, self.rules)
            )
            if named and told and dated:
                for signing in rows[text + 1 : place + 1]:
                    signing.kind = Kind.SIGN_OFF

    def _gives_and_dates(self, text: str) -> bool:
        """岚汀县供水公司 2026年3月5日 in one row."""
        day = SIGNING_DATE.search(text)
        if day is None or day.end() < len(text):
            return False
        return self._is_issuer(text[: day.start()].replace(" ", ""))

    def _sign_notices(self, rows: Sequence[Row]) -> None:
        """Who gives a notice stands alone under it: at the page's end, or above the next title."""
        for title in self._notices(rows):
            for place in range(title + 1, len(rows)):
                row = rows[place]
                if row.kind is Kind.COLUMN or row.kind is Kind.OPENING:
                    break
                gives = row.kind is Kind.TEXT and self._may_give(rows, place, rows[title].text)
                if gives or (row.kind is Kind.TEXT and self._mourns(rows, place)):
                    row.kind = Kind.SIGN_OFF

    def _sign_lists(self, rows: Sequence[Row]) -> None:
        """云湖县教育局 云湖县教育工会 in one row below a list or a sentence: they head nothing."""
        for above, row in pairwise(rows):
            ended = above.kind in KEPT or (above.kind is Kind.TEXT and above.strong)
            two = ended and row.kind is Kind.TEXT and " " in row.text
            if two and self._is_issuer(row.text):
                row.kind = Kind.SIGN_OFF

    def _sign_for_house(self, rows: Sequence[Row]) -> None:
        """本报副刊部 alone below a text's last sentence; a headline that asks has such a byline."""
        for above, row in pairwise(rows):
            if row.text[-1] not in DESK_ENDS or row.kind not in (Kind.TEXT, Kind.BYLINE):
                continue
            ended = above.kind is Kind.TEXT and above.text.rstrip(CLOSERS)[-1:] == "。"
            if ended and self.desk.fullmatch(LONE_MARK.sub("", row.text)):
                row.kind = Kind.SIGN_OFF

    def _notices(self, rows: Sequence[Row]) -> list[int]:
        """Where the titles of notices stand."""
        titles = [k for k, row in enumerate(rows) if row.kind is Kind.COLUMN]
        return [k for k in titles if rows[k].text.replace(" ", "").endswith(self.rules.notices)]

    def _is_number_of(self, row: Row, above: Row) -> bool:
        """咨询电话：0000-5550123 under a notice's last sentence."""
        ended = above.strong or above.kind is Kind.SIGN_OFF
        whole = row.text[-1].isdigit() or len(row.text) <= LONGEST_PIECE
        return ended and whole and row.text.startswith(self.rules.contact_openings)

    def _is_contact_of(self, row: Row, above: Row) -> bool:
        """The same where it was taken for the page's."""
        contact = row.goes_on or CUT_NUMBER.search(row.text) or self.matter.is_contact(row.text)
        under = above.kind in (Kind.TEXT, Kind.SIGN_OFF)
        return bool(under and contact) and not self.matter.is_staff(row.text)

    def _may_give(self, rows: Sequence[Row], place: int, title: str) -> bool:
        row, above = rows[place], rows[place - 1]
        after = rows[place + 1] if place + 1 < len(rows) else None
        last = after is None or after.kind in (Kind.COLUMN, Kind.FURNITURE, Kind.SIGN_OFF)
        last = last or row.text in title  # 棠溪县人民法院公告
        last = last or (row.blank and after.blank)
        last = last or self._is_apart(rows, place)
        last = last and not (after and after.text.startswith("关于"))  # its title begins here
        ended = above.strong or above.kind in KEPT or above.kind is Kind.SIGN_OFF
        return last and ended and self._is_issuer(row.text)

    def _is_apart(self, rows: Sequence[Row], place: int) -> bool:
        """Whether a row stands with the text above and not with what follows, or signs with others.

        The next story speaks of no such body, so it does not begin here.
        """
        stop = place + 1
        while stop < len(rows) and self._signs_too(rows[stop]):
            stop += 1
        if stop == len(rows) or rows[stop].text.startswith("关于"):
            return stop == len(rows)
        following = "".join([row.text for row in rows[stop : stop + NEXT_ROWS]])
        if rows[place].blank or any(row.text in following for row in rows[place:stop]):
            return False
        headed = rows[stop].kind in (Kind.TEXT, Kind.COLUMN)
        joint = stop > place + 1 or rows[place - 1].kind is Kind.SIGN_OFF
        return joint or rows[stop].blank or not headed

    def _signs_too(self, row: Row) -> bool:
        return row.kind is Kind.TEXT and not row.blank and self._is_issuer(row.text)

    def _is_issuer(self, text: str) -> bool:
        """岚汀县供水公司, or two such bodies; 柜员识破骗局 ends in no office."""
        parts = text.split()
        whole = len(parts) > 1 and all(map(self.grammar.issuer.fullmatch, parts))
        issuer = whole or self.grammar.issuer.fullmatch(text) is not None
        return issuer and not text.endswith(self.rules.no_offices)

    def _mourns(self, rows: Sequence[Row], place: int) -> bool:
        """子：雷响 女：雷霏, 率全家泣告: below the last sentence of an obituary."""
        text, above = rows[place].text, rows[place - 1]
        named = text.startswith(self.rules.kin) or text.endswith(self.rules.mourned)
        return named and not SENTENCE.search(text) and (above.strong or above.kind is Kind.SIGN_OFF)

    def _above_issuers(self, rows: Sequence[Row], place: int) -> int:
        """Several may give one notice, each in a row of its own."""
        while place > 0 and rows[place].kind is Kind.TEXT and self._is_issuer(rows[place].text):
            place -= 1
        return place

    def _above_contacts(self, rows: Sequence[Row], place: int) -> int:
        while place > 0 and self._is_further(rows[place]):
            place -= 1
        return place

    def _is_further(self, row: Row) -> bool:
        """What stands between a notice's last sentence and who gives it: 报名时间：3月5日."""
        if row.kind is Kind.TEXT:
            return not row.weak and FURTHER.match(row.text) is not None
        return row.kind is Kind.FURNITURE and self._tells_contact(row)

    def _tells_contact(self, row: Row) -> bool:
        """咨询电话：0000-5550123, or one of the two rows that a tool made of it."""
        begun = row.text.startswith(self.rules.contact_openings) and CUT_NUMBER.search(row.text)
        return bool(begun or NUMBER.fullmatch(row.text)) or self.matter.is_contact(row.text)
