"""Where paragraphs open on a printed page, and which rows are subheads, by indents and gaps."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise
from statistics import median_low

from articles.parsing.typography.columns import ITEM
from articles.parsing.typography.head_words import is_plain_question
from articles.parsing.typography.rows import Kind, Row
from articles.records import Place

INDENT = 1.3, 2.9  # em
SHORT = 1.5  # em that a paragraph's last row leaves free at least
FEWEST_ENDS = 2  # short last rows that show a text without indents
REFRAIN = 5  # characters with which each notice ends
FEWEST_NOTICES = 3
EVEN = 0.6  # em by which the white beside the rows of a subhead differs
LONGEST_SUBHEAD = 24, 36  # characters, in one row and in two
LOOSE = 1.35  # of the usual distance between rows
DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日(?:[①-⑳]\d{0,2})?")  # with a desk's mark or without
HANGING = frozenset("，。、；：！？”’）》")
NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、")
FEWEST_VERSES = 6  # rows
MOST_BROKEN, RAGGED = 0.1, 0.6  # of the rows of a poem: with a mark inside, and short of the column
MARK = re.compile("[，。；！？、]")
SUBHEAD = "subhead"
SUBHEAD_GOES_ON = "subhead goes on"  # its second row
SUBHEADS = frozenset((SUBHEAD, SUBHEAD_GOES_ON))
OPENS = "opens"


def find_openings(
    rows: Sequence[Row],
    places: Sequence[Place | None],
    bodies: Sequence[Sequence[int]],
    continued: Container[int] = frozenset(),
) -> dict[int, str]:
    """Of the rows of each body those that open a paragraph ("opens") or are a "subhead".

    `continued` are rows with which a text goes on from another page.
    """
    return _Openings(rows, places, bodies, continued).find()


class _Openings:
    def __init__(self, rows, places, bodies, continued):
        self.rows, self.places, self.bodies = rows, places, bodies
        self.continued = continued
        inside = [r for body in bodies for r in body]
        self.after = {a: b for body in bodies for a, b in pairwise(body)}
        self.before = {b: a for a, b in self.after.items()}
        self.indented = sum(self._is_indented(r) for r in inside) >= max(1, 0.03 * len(inside))
        self.pitch = self._usual_pitch()
        self.ems = self._usual_ems()
        self.columns = self._columns()
        self.rows_of = Counter(self.columns.values())
        self.right = self._edges()
        self.refrains = [self._refrain(body) for body in self.bodies]
        self.flush = {n for n, body in enumerate(bodies) if self._is_flush(body)}

    def find(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for body in self.bodies:
            if self._is_in_the_middle(body) or self._is_verse(body):
                found |= dict.fromkeys(body, OPENS)
                continue
            face = self._main_face(body)
            for place, row in enumerate(body):
                before = body[place - 1] if place else None
                after = body[place + 1] if place + 1 < len(body) else None
                if row in found:
                    continue
                if self._is_two_rowed(before, body[place : place + 3], face):
                    found[row], found[after] = SUBHEAD, SUBHEAD_GOES_ON
                elif self._is_subhead(before, row, after, face):
                    found[row] = SUBHEAD
                elif before is None or found.get(before) in SUBHEADS or self._opens(before, row):
                    found[row] = OPENS
            self._even_out(body, face, found)
            self._title_first(body, found)
        return found

    def _even_out(self, body: Sequence[int], main: tuple[str, float], found: dict) -> None:
        """What is numbered alike in the text's type is of one kind: 一、…, of which one is centred.

        A paragraph's first row may leave as much white at its end as it is indented.
        """
        alike = [
            row
            for row, after in pairwise(body)
            if NUMBERED.match(self.rows[row].text)
            and (self.places[row].face, self.places[row].size) == main
            and row in found
            and after in found
            and not self.rows[row].strong
        ]
        if {found[row] for row in alike} == {SUBHEAD, OPENS}:
            found.update(dict.fromkeys(alike, OPENS))

    def _title_first(self, body: Sequence[int], found: dict) -> None:
        """The row that the text begins with, in the type of its subheads, is one as well."""
        types = {
            (self.places[r].face, self.places[r].size) for r in body if found.get(r) == SUBHEAD
        }
        first, *rest = body
        short = len(self.rows[first].text) <= LONGEST_SUBHEAD[0] and not self.rows[first].strong
        alike = (self.places[first].face, self.places[first].size) in types
        if rest and alike and short and self._begins(rest[0]):
            found[first], found[rest[0]] = SUBHEAD, OPENS

    def _is_indented(self, row: int) -> bool:
        return INDENT[0] <= self.places[row].indent <= INDENT[1]

    def _is_flush(self, body: Sequence[int]) -> bool:
        """Set without indents on a page that has them, as small advertisements: rows end short."""
        if not self.indented or any(self._is_indented(row) for row in body):
            return False
        ends = [a for a in body[:-1] if self.rows[a].strong and self._lack(a) > SHORT]
        return len(ends) >= FEWEST_ENDS

    def _refrain(self, body: Sequence[int]) -> str:
        """The words with which notices end one after the other: 声明作废。"""
        ends = Counter(
            (self.rows[above].text + self.rows[row].text)[-REFRAIN:]
            for above, row in pairwise(body)
            if self.rows[row].strong and self._lack(row) > SHORT
        )
        words, times = ends.most_common(1)[0] if ends else ("", 0)
        return words if times >= FEWEST_NOTICES and 2 * times > ends.total() else ""

    def _is_in_the_middle(self, body: Sequence[int]) -> bool:
        """Rows of many widths over one middle, as an advertisement has: each is by itself."""
        boxes = [self.places[row].box for row in body]
        reach = EVEN * self._em(body[0])
        middles, lefts = [b.left + b.right for b in boxes], sorted(b.left for b in boxes)
        wide = sum(left - lefts[0] <= 2 * reach for left in lefts)
        return len(body) > 1 and max(middles) - min(middles) <= 2 * reach and wide <= len(body) / 2

    def _is_verse(self, body: Sequence[int]) -> bool:
        """Ragged rows of which hardly one goes on behind a mark: each is a line of its own."""
        texts = [self.rows[row].text for row in body]
        if len(body) < FEWEST_VERSES or any(text.isascii() for text in texts):
            return False
        broken = sum(MARK.search(text[:-1]) is not None for text in texts)
        ragged = sum(self._lack(row) > SHORT for row in body)
        return broken <= MOST_BROKEN * len(body) and ragged >= RAGGED * len(body)

    def _usual_pitch(self) -> float:
        steps = [self._step(a, b) for body in self.bodies for a, b in pairwise(body)]
        steps = sorted(s for s in steps if s > 0)
        return steps[len(steps) // 2] if steps else 1.0

    def _step(self, above: int, row: int) -> float:
        return self.places[row].box.top - self.places[above].box.top

    def _edges(self) -> dict[tuple[int, int], float]:
        """The right edge of each column, by story and left edge; hung signs stand beyond it."""
        ends: dict[tuple[int, int], dict[bool, float]] = {}
        for body in self.bodies:
            for row in body:
                column = ends.setdefault(self.columns[row], {})
                hung, right = self.rows[row].text[-1] in HANGING, self.places[row].box.right
                column[hung] = max(column.get(hung, 0.0), right)
        return {key: column.get(False, column.get(True, 0.0)) for key, column in ends.items()}

    def _columns(self) -> dict[int, tuple[int, int]]:
        """(story, column) of each row; columns are as many as there are left edges."""
        found: dict[int, tuple[int, int]] = {}
        for number, body in enumerate(self.bodies):
            edges = {r: self.places[r].box.left - self.places[r].indent * self._em(r) for r in body}
            column, last = 0, None
            for row in sorted(body, key=lambda r: edges[r]):
                if last is not None and edges[row] - last > self._em(row):
                    column += 1
                found[row], last = (number, column), edges[row]
        return found

    def _em(self, row: int) -> float:
        """Of the row's type, in page units."""
        return self.ems[self.places[row].size]

    def _usual_ems(self) -> dict[float, float]:
        """{size: the width of one square in page units}; single rows may be stretched."""
        found: dict[float, list[float]] = {}
        for body in self.bodies:
            for row in body:
                box, width = self.places[row].box, self.rows[row].width
                found.setdefault(self.places[row].size, []).append(
                    (box.right - box.left) / max(1.0, width)
                )
        return {size: median_low(ems) for size, ems in found.items()}

    def _main_face(self, body: Sequence[int]) -> tuple[str, float]:
        weights: dict[tuple[str, float], int] = {}
        for row in body:
            key = self.places[row].face, self.places[row].size
            weights[key] = weights.get(key, 0) + len(self.rows[row].text)
        return max(weights, key=lambda k: weights[k])

    def _is_subhead(self, before, row: int, after, main: tuple[str, float]) -> bool:
        """A row in a type of its own between two paragraphs, the upper of which another page may
        have.
        """
        place, text = self.places[row], self.rows[row].text
        if after is None or self.rows[row].kind is not Kind.TEXT:
            return False
        if before is None:
            return after in self.continued and self._is_centred(row)
        if self._tells(row) or len(text) > LONGEST_SUBHEAD[0] or text[-1] in "，、；：":
            return False
        if _is_open(text):
            return False
        if not self.rows[before].weak or not self._begins(after) or self._is_day(after):
            return False
        same = place.face == main[0] and abs(place.size - main[1]) <= 0.04 * main[1]
        if same:
            apart = self._is_centred(row) or self._stands_off(before, row)
            return apart and (not self.rows[row].strong or is_plain_question(text))
        below = self.places[after]
        signs = after not in self.after and (below.face, below.size) == (place.face, place.size)
        return not signs and not self._is_body_type(before, main, place)

    def _is_two_rowed(self, before, rows: Sequence[int], main: tuple[str, float]) -> bool:
        """Whether the first two rows are one subhead, between two paragraphs."""
        if before is None or len(rows) < 3 or not self.rows[before].weak:
            return False
        (upper, lower, after), text = rows, "".join(self.rows[r].text for r in rows[:2])
        plain = all(self.rows[r].kind is Kind.TEXT and not self._tells(r) for r in (upper, lower))
        if not plain or len(text) > LONGEST_SUBHEAD[1] or text[-1] in "，、；：":
            return False
        place, second = self.places[upper], self.places[lower]
        if (place.face, place.size) != (second.face, second.size) or not self._begins(after):
            return False
        if self._is_day(after):
            return False
        if place.face != main[0] or abs(place.size - main[1]) > 0.04 * main[1]:
            return not self._is_body_type(before, main, place)
        # A paragraph's first row is full, so none of two rows is as far in on both sides.
        even = all(abs(self.places[r].indent - self._lack(r)) <= EVEN for r in (upper, lower))
        return self.indented and self.rows[before].strong and even and second.indent >= 1.0

    def _tells(self, row: int) -> bool:
        """Whether it ends a sentence, as a subhead does that asks or cries out and none else."""
        return self.rows[row].strong and self.rows[row].text[-1] not in "？！"

    def _is_day(self, row: int) -> bool:
        """The day below a notice, with who gave it in the row above: each on a row of its own."""
        return DAY.fullmatch(self.rows[row].text.replace(" ", "")) is not None

    def _begins(self, row: int) -> bool:
        """Whether a paragraph may begin with this row."""
        return not self.indented or self.places[row].indent > 0.8

    def _is_centred(self, row: int) -> bool:
        """As far from the column's left edge as from its right one, and no opening row."""
        indent = self.places[row].indent
        if indent > INDENT[1] and self._stands_alone(row):
            return True
        off = abs(indent - self._lack(row))
        # What ends no sentence and leaves the same white on both sides is set like a title.
        return indent >= 1.0 and (off <= 0.4 or (off <= 1.0 and indent > INDENT[1]))

    def _stands_alone(self, row: int) -> bool:
        """Whether it is all that the text has of its column: nothing shows the other edge."""
        return self.rows_of[self.columns[row]] == 1

    def _stands_off(self, before: int, row: int) -> bool:
        """No paragraph's first row, as it is not indented, nor part of the one before."""
        indent, apart = self.places[row].indent, self._step(before, row) > LOOSE * self.pitch
        if self.indented and indent < INDENT[0] and self.rows[before].strong:
            inset = indent > 0.3 and abs(indent - self._lack(row)) <= 0.3
            return apart or inset or self._lack(before) > SHORT
        return apart and indent > 0.3 and abs(indent - self._lack(row)) <= 1.0

    def _is_body_type(self, row: int, main, place: Place) -> bool:
        """Whether the row above is of the supposed subhead's type: then both are text."""
        return self.places[row].face == place.face and place.face != main[0]

    def _opens(self, before: int, row: int) -> bool:
        above, here = self.rows[before], self.rows[row]
        # A day at the column's edge that follows a full row is one that the sentence speaks of.
        apart = above.weak or self._lack(before) > SHORT or self.places[row].indent > 0.8
        dated = self._is_day(row) and apart
        if here.kind is Kind.SIGN_OFF and here.goes_on:
            return False  # the number of 电话： in the row above
        if here.kind is Kind.SIGN_OFF or dated or self.places[row].part == "table":
            return True
        if here.text[0] in "，。、；：）》”’！？…%":
            return False
        if self._begins_note(before, row):
            return True
        if self._is_indented(row):
            block = self._is_indented(before) and not above.weak
            return not block or self._is_flush_below(before, row)
        if self.places[row].indent > INDENT[1]:
            return above.strong
        if self.indented and self.columns[row][0] not in self.flush:
            return above.weak and ITEM.match(here.text) is not None and self._lack(before) > SHORT
        return self._opens_flush(before, row, above)

    def _is_flush_below(self, before: int, row: int) -> bool:
        """Whether the text goes on at its column's edge, and ends so above: no indented block."""
        after, above = self.after.get(row), self.before.get(before)
        rows = [x for x in (above, after) if x is not None]
        return len(rows) == 2 and all(self.places[x].indent < INDENT[0] for x in rows)

    def _begins_note(self, before: int, row: int) -> bool:
        """（作者单位：… in a face of its own below the text's end, over two rows."""
        other = self.places[row].face != self.places[before].face
        return other and self.rows[before].strong and _is_open(self.rows[row].text)

    def _opens_flush(self, before: int, row: int, above: Row) -> bool:
        """Without indents: a short row above, or a gap."""
        if not above.weak:
            return False
        step = self._step(before, row)
        closes = above.text.endswith(self.refrains[self.columns[row][0]] or "\n")
        return step > LOOSE * self.pitch or self._lack(before) > SHORT or closes

    def _lack(self, row: int) -> float:
        """Em that the row leaves free at its column's right edge."""
        em = self._em(row)
        return (self.right[self.columns[row]] - self.places[row].box.right) / em if em else 0.0


def _is_open(text: str) -> bool:
    """Whether a bracket that the text begins with ends in a later row."""
    return text[0] == "（" and text.count("（") > text.count("）")
