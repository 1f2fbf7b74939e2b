"""What each row plainly is by its own words: opening, byline, credit, page matter, text."""

import re
from collections.abc import Sequence

from articles.parsing.rules import Rules
from articles.parsing.typography.hanging import turn_hanging
from articles.parsing.typography.head_words import is_cut_day
from articles.parsing.typography.margins import mark_set_off
from articles.parsing.typography.rows import LONE_MARK, TEXTUAL, Kind, Row, join_rows
from articles.parsing.words.bylines import (
    BOTH,
    BOTH_FIRST,
    LEADING_MARK,
    SENT_BY,
    has_even_brackets,
    has_role_word,
    opens_with_family,
    read_credits,
    words_and_pictures,
)
from articles.parsing.words.grammar import LONGEST_JUMP, Grammar, grammar
from articles.parsing.words.items import join_items
from articles.parsing.words.jumps import JUMP_ENDS, points_back
from articles.parsing.words.letters import keep_last_words
from articles.parsing.words.matter import EDGE, PageMatter
from articles.parsing.words.notices import Notices
from articles.parsing.words.picture_credits import (
    LED_CREDIT,
    LONGEST_TAIL,
    PICTURE_CREDIT,
    SENTENCE_END,
    UNNAMED_CREDIT,
    ends_as_credit,
    goes_on_inside,
    rest_below,
)
from articles.parsing.words.signed_text import (
    SIGNED_OPENING,
    is_source_note,
    split_ending,
    split_opening,
)
from articles.parsing.words.signing import (
    PUPIL,
    SIGNING,
    bracket_opens,
    end_at_mark,
    end_with_names,
    end_with_note,
    ends_inside,
    is_answered,
    join_datelines,
    may_sign,
    names_touch,
    runs_in,
    tells_after_mark,
)
from articles.records import CreditRole, Line

LONGEST_ROLE = 12  # characters in which a bracket says that reporters follow
SOURCE, LONGEST_SOURCE = re.compile("(?:摘自|转自|原载|选自|来源[：:])《[^《》，。]{2,12}》"), 18
LONGEST_MATTER = 200  # characters of a row that may be anything but running text
CLAUSE_END = re.compile("[，。！？；]")  # no names stand on both sides of one
EVEN = 1.1  # em between two rows of a paragraph
FIRST_WORD = 5  # characters of a caption's: 眼下，
CASE = re.compile(r"[（(〔\[]\d{4}[）)〕\]][^，。；：]{2,20}号")


def build_rows(lines: Sequence[Line], rules: Rules) -> list[Row]:
    """Rows of a page in printed order, classified."""
    rows = join_rows(lines)
    turn_hanging(rows)
    mark_set_off(rows)
    return _Classifier(rows, rules).run()


class _Classifier:
    """Gives each row its kind; a byline or credit may run over up to three rows."""

    def __init__(self, rows: list[Row], rules: Rules):
        self.rows, self.rules = rows, rules
        self.grammar: Grammar = grammar(rules)
        self.matter = PageMatter(rules)
        self.titles = rules.notices + rules.corrections
        self.words_after = rules.photographer_words
        self.unsigned = rules.picture_words + rules.interview_openings
        self.marks = rules.byline_marks + " —－"
        self.rest_of_opening = -1  # a row that only ends the words of the opening before it

    def run(self) -> list[Row]:
        further, before = None, None
        hint, hint_at_start = self.grammar.hint.search, self.grammar.hint_at_start.match
        first_signs, ending = self.grammar.first_signs, len(self.rows) - EDGE
        for place, row in enumerate(self.rows):
            if place == self.rest_of_opening or row.final:
                pass
            elif len(row.text) > LONGEST_MATTER:
                self._open_long(row)
            elif (place >= ending or _may_be_matter(further, before, row)) and (
                hint(row.text) or (row.text[0] in first_signs and hint_at_start(row.text))
            ):
                self._classify(place)
            elif len(row.text) <= 3 and row.text.isdigit() and before is not None and before.strong:
                row.kind = Kind.MARK  # ②16 whose circle a tool has folded away
            elif row.text[-1] in JUMP_ENDS:
                self._end_with_signature(place)
            if row.kind is Kind.MARK and before is not None:
                end_at_mark(before)
            further, before = before, row
        join_datelines(self.rows, self.rules)
        join_items(self.rows, self.rules)
        self.matter.find_torn_stamps(self.rows)
        self.matter.free_rotas(self.rows)
        self.matter.spread(self.rows)
        self.matter.join_contacts(self.rows)
        notices = Notices(self.rules)
        notices.keep_contacts(self.rows)
        notices.find_signatures(self.rows)
        keep_last_words(self.rows, self.rules)
        return self.rows

    def _open_long(self, row: Row) -> None:
        """Of an endless row only the first words are read."""
        if self.grammar.opening.match(row.text[:LONGEST_MATTER]):
            row.kind = Kind.OPENING

    def _classify(self, place: int) -> None:
        row = self.rows[place]
        text = row.text
        if self._opens(place) and self._may_open(place):
            row.kind = Kind.OPENING
            self._take_names(place)
        elif self.grammar.mark.fullmatch(text):
            row.kind = Kind.MARK
        elif len(text) <= LONGEST_JUMP and self.grammar.jump.fullmatch(text):
            back = points_back(self.rows, place, self.grammar.jump_back)
            row.kind = Kind.ENTRY if back else Kind.JUMP
        elif self.matter.points(text) or self.grammar.page_picture.fullmatch(text):
            row.kind = Kind.FURNITURE
        elif self._greets(text):
            row.kind = Kind.GREETING
        elif self._is_title(place):
            row.kind = Kind.COLUMN
        elif self.grammar.column.fullmatch(text):
            index = text.strip("【】[]■●◆▲★ ") in self.rules.index_columns
            row.kind = Kind.FURNITURE if index else Kind.COLUMN
        elif self.matter.holds(text) and not self._is_inside(place):
            row.kind = Kind.FURNITURE
        elif len(text) <= 60:
            rest = ends_as_credit(self.rows, place, self.words_after)
            if rest is not None and goes_on_inside(self.rows, place):
                self._sign_inside(place, rest)
            signed = end_with_note(row, self.rules)
            signed = signed or (rest is None and end_with_names(self.rows, place, self.rules))
            signed = signed or is_answered(self.rows, place)
            if row.kind is Kind.TEXT and not signed:
                self._sign(place)
            if row.kind is Kind.TEXT and rest is not None and not signed:
                self._sign_inside(place, rest)
        if (row.text[-1] in JUMP_ENDS or "下转" in row.text[-8:]) and row.kind in TEXTUAL:
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
        if self.grammar.opening.match(text) and not split_opening(text, self.rules)[2]:
            return  # 云麓网（云麓晚报）（记者张三）: these names open a story
        ending = split_ending(text, self.rules)[1]
        if ending and is_answered(self.rows, place):
            return
        row.signed = bool(ending) and not is_source_note(ending.strip("（）()"), self.rules)
        bare = text.strip("（）()")
        compiled = text[0] in "（(" and is_source_note(bare, self.rules)
        last = text[-LONGEST_JUMP:]
        points = ("版" in last or "转" in last) and self.grammar.jump_out.search(last)
        if ending or compiled or points:
            row.strong = row.weak = row.final = True

    def _opens(self, place: int) -> bool:
        """本报讯, 新华社北京4月20日电; the words may be cut at the row's end."""
        text = self.rows[place].text
        if self.grammar.opening.match(text):
            return True
        if ("记者" in text or "通讯员" in text) and SIGNED_OPENING.match(text):
            above = self.rows[place - 1] if place else None
            return above is None or above.kind is not Kind.OPENING or above.strong
        if text[0] in "（(" and bracket_opens(self.rows, place):
            return True
        if len(text) > 18 or "，" in text or place + 1 >= len(self.rows):
            return False
        if not text[-1].isdigit() and text[-1] not in "月日本报消专）":
            return False
        if self.grammar.opening.match(text + self.rows[place + 1].text) is None:
            return False
        self.rest_of_opening = place + 1
        return True

    def _take_names(self, place: int) -> None:
        """新华社北京4月20日电 / （记者张三）: the opening goes on in the next row."""
        below = self.rows[place + 1] if place + 1 < len(self.rows) else None
        if below is None or below.text[0] not in "（(" or below.blank:
            return
        whole = self.grammar.dateline.fullmatch(self.rows[place].text) is not None
        if whole and has_role_word(below.text[:LONGEST_ROLE], self.rules):
            self.rest_of_opening, below.goes_on = place + 1, True

    def _may_open(self, place: int) -> bool:
        """本报讯 in the middle of a sentence opens nothing."""
        if not place or self.rows[place].blank or self.rows[place].indent:
            return True
        before = self.rows[place - 1]
        if before.weak or before.kind is not Kind.TEXT:
            return True
        return "（" in self.rows[place].text[:14] or before.text[-1] not in "，、；："

    def _greets(self, text: str) -> bool:
        """编辑同志：, （2026）云0199民初456号: stands alone above a text and is part of it."""
        if text[-1] in "：:":
            return text[:-1].replace(" ", "") in self.rules.salutations
        return text[-1] == "号" and CASE.fullmatch(text) is not None

    def _is_title(self, place: int) -> bool:
        """停水通知, 更 正, 关于…的通告: a whole row, and no sentence goes on in it."""
        text = self.rows[place].text.replace(" ", "")
        if not text.endswith(self.titles) or not self.grammar.title.fullmatch(text):
            return False
        if text.startswith(self.rules.closings):
            return False
        before = self.rows[place - 1] if place else None
        return (
            before is None or before.kind is not Kind.TEXT or before.text[-1] not in "，、；：（“"
        )

    def _is_inside(self, place: int) -> bool:
        """A clause goes on in this row."""
        row, before = self.rows[place], self.rows[place - 1] if place else None
        if before is None or before.kind not in TEXTUAL or row.blank:
            return False
        told = "，" in row.text and not before.weak and abs(before.width - row.width) <= EVEN
        told = told or (not before.weak and self.matter.tells_number(before.text, row.text))
        return told or before.text[-1] in "，、；"

    def _sign(self, place: int) -> None:
        """Byline or credit, over as few rows as say it and as many as belong to it."""
        row = self.rows[place]
        if place and not may_sign(self.rows, place, self.rules):
            return
        told = "记者" in row.text and runs_in(self.rows, place, self.rules)
        if told or row.text.startswith(self.unsigned):
            return
        text, best = "", None
        for stop in range(place, min(place + 3, len(self.rows))):
            part = self.rows[stop]
            if stop > place and (
                (best and SIGNING.match(part.text)) or self.grammar.opening.match(part.text)
            ):
                break
            text += (" " if text and names_touch(text, part.text) else "") + part.text
            if part.strong or len(text) > 70 or CLAUSE_END.search(part.text):
                break
            below = self.rows[stop + 1 : stop + 2]
            kind = None if is_cut_day(text, below) else self._signature(text)
            goes_on = best is not None and ends_inside(self.rows[stop - 1].text, part)
            if kind is not None and (best is None or kind is Kind.CREDIT or goes_on):
                best = (kind, stop)
            if kind is Kind.CREDIT:
                break
        if best is None:
            return
        kind, stop = best
        if kind is Kind.CREDIT and self._heads_text(place, stop):
            kind = Kind.BYLINE
        for part in self.rows[place : stop + 1]:
            part.kind = kind
            part.goes_on = part is not row
        if kind is Kind.CREDIT:
            self._end_credit(stop)

    def _end_credit(self, place: int) -> None:
        """张三 摄 / 影报道: its last word goes on in the next row."""
        if rest_below(self.rows, place, self.words_after):
            below = self.rows[place + 1]
            below.kind, below.goes_on = Kind.CREDIT, True

    def _heads_text(self, place: int, stop: int) -> bool:
        """张三 摄影报道 between a title and a text: who wrote it took its pictures as well."""
        if not place or stop + 1 >= len(self.rows) or not BOTH.search(self.rows[stop].text):
            return False
        title, text = self.rows[place - 1], self.rows[stop + 1]
        told = title.strong or 0 < title.text.find("，") < FIRST_WORD or title.text[0].isdigit()
        told = told or (title.weak and title.text[-1] not in "”》")
        return title.kind is text.kind is Kind.TEXT and not told

    def _sign_inside(self, place: int, rest: str) -> None:
        """A credit that begins behind the last word of its caption: …跳起了舞。张三 / 摄"""
        start, text = place, self.rows[place].text + rest
        while start and place - start < 2 and not SENTENCE_END.search(text):
            start -= 1
            if self.rows[start].kind is not Kind.TEXT:
                return
            text = self.rows[start].text + text
        ends = [match.end() for match in SENTENCE_END.finditer(text)]
        tail = text[ends[-1] :].strip() if ends else ""
        if not tail or len(tail) > LONGEST_TAIL or self._signature(tail) is not Kind.CREDIT:
            return
        names = read_credits(tail, self.rules, CreditRole.PHOTOGRAPHER) or ()
        if not all(name.name[0] in self.rules.surnames for name in names):
            return
        for part in self.rows[start : place + 1]:
            part.kind, part.goes_on = Kind.CREDIT, True
        self.rows[start].goes_on, self.rows[start].inline = False, True
        self._end_credit(place)

    def _signature(self, text: str) -> str | None:
        if text[-1:].isdigit():
            text = LONE_MARK.sub("", text)
        text = self.grammar.slashed.sub(" ", LEADING_MARK.sub("", text))
        text = self.grammar.agency.sub("", text)
        if not text or not has_even_brackets(text):
            return None
        if text[0] in "（(":
            inside = text.strip("（）()")
            if is_source_note(inside, self.rules) or inside.startswith(self.rules.table_notes):
                return None
        elif self._signs_for_nobody(text):
            return Kind.BYLINE
        both = (BOTH_FIRST.match(text) or BOTH.search(text)) if "文" in text else None
        if (both and "文" in both[0]) or ("文" in text and words_and_pictures(text, self.rules)):
            names = read_credits(text, self.rules, CreditRole.AUTHOR)
            return Kind.BYLINE if names else None
        led = LED_CREDIT.fullmatch(text) or SENT_BY.fullmatch(text)
        if led or (PICTURE_CREDIT.fullmatch(text) and not text.endswith(self.rules.figures)):
            names = read_credits(text, self.rules, CreditRole.PHOTOGRAPHER)
            if names and any(c.role is CreditRole.PHOTOGRAPHER for c in names):
                return Kind.CREDIT
            if UNNAMED_CREDIT.fullmatch(text):
                return Kind.CREDIT
        writer = self.grammar.writer.fullmatch(text) or PUPIL.fullmatch(text)
        if writer and opens_with_family(writer[1].replace(" ", ""), self.rules):
            return Kind.BYLINE
        return self._named(text)

    def _signs_for_nobody(self, text: str) -> bool:
        """本报评论员; 摘自《科学生活》."""
        anonymous = text.lstrip(self.marks).replace(" ", "") in self.rules.anonymous_bylines
        return anonymous or (len(text) <= LONGEST_SOURCE and SOURCE.fullmatch(text) is not None)

    def _named(self, text: str) -> str | None:
        """A byline, if names stand in the row and a word, a mark or brackets say so."""
        marked = text[0] in self.rules.byline_marks and len(text) <= 30
        bare = text.strip(self.marks)
        marked = marked and not tells_after_mark(bare, self.rules)
        bracket = text[0] in "（(" and text[-1] in "）)"
        led = text.startswith(self.rules.english_openings) or self.grammar.led.match(text)
        if text[0] in "（(" and not bracket:
            return None
        if marked or bracket or led or has_role_word(text, self.rules):
            inner = text[1:-1] if bracket else text
            names = read_credits(inner, self.rules, CreditRole.AUTHOR)
            if text.startswith(self.rules.deck_openings) or self._may_be_told(text):
                known = all(self._is_known(name.name) for name in names or ())
                names = names if known else None
            if names or (bracket and names is not None):
                return Kind.BYLINE
        return None

    def _may_be_told(self, text: str) -> bool:
        """记者招待会, ——记者带你看: nothing but the word says that names follow."""
        marked = text[0] in self.marks and not has_role_word(text, self.rules)  # □记者核实
        return " " not in text and "本报" not in text and text[0] not in "（(" and not marked

    def _is_known(self, name: str) -> bool:
        return name[0] in self.rules.surnames or "·" in name


def _may_be_matter(further: Row | None, before: Row | None, row: Row) -> bool:
    """Not the next of three even rows of a paragraph: only others are read word by word."""
    if further is None or before is None or row.blank or row.indent:
        return True
    if before.weak or further.weak or before.kind is not Kind.TEXT or further.kind is not Kind.TEXT:
        return True
    even = -1.1 < row.width - before.width < 1.1 and -1.1 < before.width - further.width < 1.1
    signs = row.text[0] in "□■○●◎本（(【▶" or row.text[-1] in "摄图" or row.text[-2:] == "摄）"
    signs = signs or "摄影" in row.text or "：" in row.text  # 新闻热线：…
    return not even or signs or "记者" in row.text or "通讯员" in row.text
