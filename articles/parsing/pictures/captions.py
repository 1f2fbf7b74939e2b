"""Photo credits → the rows of their captions: every row that may be the first is weighed."""

import math
from bisect import insort

from articles.parsing.pictures import openings
from articles.parsing.pictures.around import INDENTED, Around, column_of
from articles.parsing.pictures.headed import headline_above
from articles.parsing.pictures.orphans import orphan_start
from articles.parsing.pictures.unsigned import (
    MARKERS,
    is_apart,
    is_item,
    mark_numbered,
    paragraph_end,
)
from articles.parsing.typography.columns import (
    INDENT,
    has_room,
    misfit,
    read_blanks,
    stretches,
)
from articles.parsing.typography.head_words import (
    HARDLY_FIRST,
    HARDLY_LAST,
    ends_a_word,
    is_cut_number,
)
from articles.parsing.typography.rows import NEVER_FIRST, TEXTUAL, Kind, Row

LONGEST_CAPTION = 40  # rows
MOST_CHARACTERS = 240
TWO_SENTENCES = 1.5  # in two rows
FULL_END = 0.6  # the wider the column, the rarer does a full row end a sentence by chance
NARROW = 6.0  # em
USUAL = 80  # characters of a caption
LENGTHY, MOST_LENGTHY = 0.04, 2.0  # for each further one
DAY_INSIDE = 3.0  # of a day right behind it: there the caption begins
FITTING = 0.4  # for each row that fits, up to four
SETTLED = 5.0  # a reading so much worse than the best ends the search upwards
FEW = 5  # rows that tell little of their column
DASHES = ("——", "—")
LONGEST_POINTING = 60  # characters of a row
FURTHER = 4  # rows above, the one before it among them
CLOSED = "”’》）"  # a row that ends so may be a headline's
HEADING, MOST_HEADING, CUT = 7.0, 3, 2.0  # rows
TORN = 1.5
TOLD_GAP = 1.0
WHOLE = 1.8  # times as wide as the row above
ORPHAN = 3.0  # of a sentence apart that the caption leaves above
INNER = 3.0  # of a sign with which hardly a sentence begins: 的
LONGEST_NAME, NAMED = 3, -2.0
LEAST, SCRAP = 5, 7.0  # characters of a caption; what one of fewer costs, as 线路。
SHORTEST = 6  # of one with a headline right above it
NARROWER = 0.7  # than the row of text above
BROKEN = (0.6, -0.4)  # of such a row in a text that goes on, and that goes on without a doubt
SIGNED = 1.5  # of a first row right below a byline
ENDED = 3.0  # of the sentence above a caption into which the text below cannot go on
TITLED = 3.0  # of the row below 图片新闻
WIDER = 2.0  # than the other rows, where a first row is less wide


def mark_captions(rows: list[Row]) -> None:
    """Make a caption of the rows before each credit, as far up as they read as one."""
    parted, groups = read_blanks(rows, stretches(rows)).parted, []
    for place in [k for k, row in enumerate(rows) if row.kind is Kind.CREDIT]:
        if groups and groups[-1].stop == place:
            groups[-1] = range(groups[-1].start, place + 1)
        else:
            groups.append(range(place, place + 1))
    for credit in reversed(groups):  # where the text goes on below several photos
        _mark(rows, credit, parted)
    pointing = [
        k
        for k, row in enumerate(rows)
        if "图" in row.text or row.text[0] in MARKERS or openings.PERSON.search(row.text)
    ]
    mark_numbered(rows, pointing)
    _mark_unsigned(rows, pointing, parted)


def _mark_unsigned(rows: list[Row], places: list[int], parted: bool) -> None:
    """Captions that name nobody: a paragraph of its own that points to its picture."""
    for place in places:
        row, text = rows[place], rows[place].text
        if (
            len(text) > LONGEST_POINTING
            or row.kind is not Kind.TEXT
            or not openings.POINTING.search(text)
        ):
            continue
        stop = paragraph_end(rows, place)
        if stop == place or (stop < len(rows) and not is_apart(rows, stop)):
            continue
        start = place if openings.POINTING.match(row.text) else _Caption(rows, stop, parted).start()
        if start <= place and is_apart(rows, start) and not is_item(rows, place):
            for part in rows[start:stop]:
                part.kind = Kind.CAPTION


def _mark(rows: list[Row], credit: range, parted: bool) -> None:
    """Make a caption of the rows above its credit that are one."""
    stop = credit.start
    inline = rows[stop].inline
    if openings.counts_figures(rows, credit):
        return
    if not inline and (not stop or rows[stop - 1].kind is not Kind.TEXT):
        return
    after = credit.stop
    while after < len(rows) and rows[after].kind in (Kind.CAPTION, Kind.CREDIT):
        after += 1
    start = _Caption(rows, stop + inline, parted, below=after).start()
    opens = not inline and rows[start].kind is Kind.OPENING
    if opens or openings.sign_text(rows, start, credit, parted=parted):
        return
    for row in rows[start:stop]:
        row.kind = Kind.CAPTION


class _Caption:
    """Weighs each row above a credit as the first of the caption."""

    def __init__(self, rows: list[Row], stop: int, parted: bool, *, below: int | None = None):
        """`below` is the row under the photo, where the text may go on."""
        self.rows, self.stop, self.parted = rows, stop, parted
        # Whether that row begins no paragraph, and whether the text goes on there
        self.inside = below is not None and openings.is_inside(rows[below : below + 1])
        self.resumes = self.inside or (below is not None and openings.resumes(rows, below))
        self.around = Around(rows, stop)
        self.inner: list[float] = []  # widths of the rows between the first and the last, sorted
        self.column = 0.0  # width of the column, with the row in question as the first
        self.top = self._heading_top()
        self.headline = range(0)  # rows above a caption of several

    def start(self) -> int:
        """The row with which the caption begins most likely."""
        best, least, size, place = self.stop - 1, 99.0, 0, self.stop - 1
        while place >= max(0, self.stop - LONGEST_CAPTION) and self._may_hold(place):
            self._take(place)
            inside = self._inside(place)
            cost = inside + self._above(place) + self._first_words(place)
            cost += self._heading(place) - FITTING * min(4, self.stop - place - 1)
            long = size + len(self.rows[place].text) - USUAL
            cost += min(MOST_LENGTHY, LENGTHY * max(0, long))
            if cost < least:
                best, least = place, cost
            size += len(self.rows[place].text)
            settled = inside > least + SETTLED and self.stop - place > FEW
            if settled or size > MOST_CHARACTERS:
                break
            place -= 1
        return best

    def _may_hold(self, place: int) -> bool:
        row = self.rows[place]
        if row.inline and place == self.stop - 1:
            return True
        return row.kind in TEXTUAL and not (place < self.stop - 1 and row.final)

    def _inside(self, start: int) -> float:
        """How badly the rows from here on read as one paragraph in a column."""
        rows, last = self.rows, self.stop - 1
        if start == last:
            return 0.3 if rows[last].strong else 0.8
        column = self.column
        cost, by_chance = self._first_row(start), FULL_END * math.log(max(column, NARROW) / 4)
        for place in range(start, last):
            row = rows[place]
            if place > start:
                cost += misfit(row, rows[place + 1], column)
            cost += TWO_SENTENCES * (row.strong and last - start == 1)
            if row.strong and orphan_start(rows, place) != start:
                cost += 4.0 if row.width < column - INDENTED else by_chance
                cost += DAY_INSIDE if openings.DAY.match(rows[place + 1].text) else 0.0
            if rows[place + 1].blank:
                second = place == start < last - 1
                told = self._breaks_off(row)
                cost += TOLD_GAP if told else self._gap(rows[place + 1], row.strong, second)
        return cost + (3.0 if rows[last].width > column + 1.1 else 0.0)

    def _gap(self, row: Row, ended: bool, second: bool) -> float:
        """A blank line in a caption, which no column's end can have left there."""
        habit = second and self.parted and not ended
        if habit or row.text[0] in "“‘《（0123456789":  # before these some tools leave false ones
            return 2.0 if ended else 1.0
        return 4.5

    def _take(self, start: int) -> None:
        """Add one row above those that the column is told by."""
        if start < self.stop - 2 and not self.rows[start + 1].spaced:
            insort(self.inner, self.rows[start + 1].width)
        self.column = column_of(self.rows[start : self.stop], self.inner)

    def _first_row(self, start: int) -> float:
        """The first row is full, or two em shorter than the others."""
        row, following, column = self.rows[start], self.rows[start + 1], self.column
        if row.width > column + 1.1:
            return max(WIDER, misfit(row, following, column))
        if row.width - column <= 0 and row.width + row.flex >= column - INDENTED:
            return 0.0
        if row.width <= column - INDENT and not has_room(row, following, column - INDENT):
            return 0.0
        return misfit(row, following, column)

    def _above(self, start: int) -> float:
        """Whether what stands above can end there."""
        row, above = self.rows[start], self.rows[start - 1] if start else None
        if above is None or above.kind not in TEXTUAL or above.final:
            if self.resumes and above is not None and above.kind is Kind.BYLINE:
                return SIGNED  # the text begins there that goes on below the photo
            titled = above is not None and above.kind is Kind.COLUMN and "图" in above.text
            return -TITLED if titled and self._fills(start) else -0.8
        cost = -0.8 if row.blank else TORN * self.around.is_torn(start)
        cost -= 1.0 if row.indent >= 1.5 > above.indent else 0.0
        if above.strong:
            orphan = orphan_start(self.rows, start - 1) >= 0 or self._is_first(start - 1)
            cost += ENDED * self.inside
            return cost + ORPHAN * orphan + self._above_ended(start)
        worded = openings.OPENING_WORD.match(row.text) is not None
        if self._begins_anew(start):
            return cost
        apart = row.blank and (worded or row.text[0] not in "“‘0123456789")
        headed = (apart or worded or not self._is_even(start)) and self.around.is_headline(
            start - 1
        )
        if headed:
            return cost + 0.2
        if self._is_headed(start):
            return cost
        if not apart and self._is_even(start):
            if not (worded and self.resumes):
                return cost + 4.0
            indented = abs(row.width - self.column + INDENT) <= 0.6
            return cost + (1.5 if indented else 3.0)
        if row.blank and not worded and self._breaks_off(above):
            return cost + 4.0
        if not apart and start == self.stop - 1 and self.top == start:
            told = BROKEN[self.inside] if self._is_narrower(start) else 1.2
            return cost + (told if self.resumes and row.strong else 3.0)
        if above.weak or self.resumes:
            return cost + 0.8
        if self._is_even(start):
            return cost + 1.5
        return cost + (2.0 if above.text[-1] in "，、；：" else 1.2)

    def _is_narrower(self, start: int) -> bool:
        """The row above is a full one of the text around, and this one far from it."""
        row, further = self.rows[start], self.rows[max(0, start - FURTHER) : start]
        full = further[-1].width >= max([other.width for other in further]) - INDENTED
        return full and row.width < NARROWER * further[-1].width

    def _fills(self, start: int) -> bool:
        """No row below is wider, as those below a title are."""
        row = self.rows[start]
        widest = max([other.width for other in self.rows[start : self.stop]])
        return row.strong or row.width + row.indent >= widest - 1.1

    def _is_first(self, place: int) -> bool:
        """A sentence in one row of the caption's width, below a text of another that has ended."""
        row, above = self.rows[place], self.rows[place - 1] if place else None
        if above is None or not above.strong or place + 1 >= self.stop - 1:
            return False
        further = self.rows[place - 2] if place > 1 else above
        return abs(row.width - self.column) <= 0.6 and further.width > self.column + 2.6

    def _is_headed(self, start: int) -> bool:
        """A headline stands right above this row, and the caption has more rows than one."""
        if (
            not self.headline
            and start < self.stop - 1
            and openings.OPENING_WORD.match(self.rows[start].text)
            and not openings.OPENING_WORD.match(self.rows[start - 1].text)
        ):
            self.headline = headline_above(self.rows, start, self.stop, self.around.told)
        return start == self.headline.stop > 0

    def _begins_anew(self, start: int) -> bool:
        """图为…, below a row that ends in no mark; or anything below a deck's dash.

        Or a whole caption in one row, so much wider that the row above is none of its column.
        """
        above, row = self.rows[start - 1], self.rows[start]
        if row.width > WHOLE * above.width and openings.OPENING_WORD.match(row.text):
            return not openings.MARKS.search(above.text)
        pointed = openings.PICTURE_WORD.match(row.text) and above.text[-1] not in "，、"
        return not above.weak and (bool(pointed) or above.text.startswith(DASHES))

    def _above_ended(self, start: int) -> float:
        """A sentence ends above: at a paragraph's short last row rather than at a full one."""
        above, opens = self.rows[start - 1], openings.OPENING_WORD.match(self.rows[start].text)
        cost = 1.2 if self.resumes else 0.0
        alone = start == self.stop - 1
        # A paragraph may be one row, under the short last row of another.
        further = self.rows[max(0, start - (FURTHER if opens else 2)) : start - 1]
        widest = max((row.width for row in further if row.kind in TEXTUAL), default=0.0)
        if not above.blank and above.width < widest - 2.6:
            fits = not alone and above.width >= self.column - INDENTED
            return 2 * cost - (0.3 if fits else 1.0)
        even = not alone and self._is_even(start) and not self.rows[start].blank
        return cost + (1.0 if even else 0.0)

    def _is_even(self, start: int) -> bool:
        """The row above is as wide as the caption's column."""
        if start == self.stop - 1:
            return False
        above = self.rows[start - 1]
        return abs(above.width - self.column) <= 1.1 + above.flex

    def _first_words(self, start: int) -> float:
        row = self.rows[start]
        second = openings.SECOND_PICTURE.match(row.text) and self._goes_on(start)
        if row.text[0] in HARDLY_FIRST or ends_a_word(row.text):
            return INNER
        if row.text[0] in NEVER_FIRST or second or self._cuts_number(start):
            return 6.0
        if openings.TEXT_WORD.match(row.text):
            return 2.0
        if row.kind is Kind.OPENING:
            return 1.0
        if row.text.startswith(DASHES):
            return 4.0
        if is_item(self.rows, start):
            return 4.0
        if openings.OPENING_WORD.match(row.text):
            above = self.rows[start - 1] if start else None
            inside = above is not None and above.strong and not row.blank
            if inside and self._above_ended(start) >= 0:
                return -0.3
            return -1.5 if openings.PICTURE_WORD.match(row.text) else -1.0
        if start < self.stop - 1 and openings.OPENING_WORD.match(self.rows[start + 1].text):
            pointing = openings.PICTURE_WORD.match(self.rows[start + 1].text) is not None
            return 0.0 if row.weak or row.text[-1] in "，、；：" else 3.0 if pointing else 2.0
        rows = self.stop - start
        if rows == 1 and len(row.text) < LEAST and not row.inline:
            named = row.text.isalpha() and self.around.told(row.text) == 1.0  # 张三丰 alone
            return NAMED if named and len(row.text) == LONGEST_NAME else SCRAP
        if rows == 2 or (rows > 2 and row.width < self.column - 0.6):
            whole = rows > 2 or len(self.rows[self.stop - 1].text) >= SHORTEST
            return 1.5 if whole and self.around.is_headline(start) else 0.0
        return -1.0 if openings.PERSON.search(row.text) else 0.0

    def _breaks_off(self, row: Row) -> bool:
        """A row apart that stops in a sentence, and is no headline's: it has clauses before that.

        Nothing goes on below the picture.
        """
        told = "。" in row.text or row.text.count("，") > 1
        inside = not row.weak and row.text[-1] not in "，、；："
        return told and inside and row.blank and not self.resumes

    def _cuts_number(self, start: int) -> bool:
        """6月12 / 日: the row above has the number."""
        above, row = self.rows[start - 1] if start else None, self.rows[start]
        whole = above is None or above.weak or openings.DAY.match(row.text)
        return not whole and is_cut_number(above.text, row)

    def _heading(self, start: int) -> float:
        """What it costs to take rows that may be a headline, or some of them."""
        if start in self.headline:
            return HEADING
        if not self.top <= start < self.stop - 1:
            return 0.0
        if start > self.top:
            return 0.0 if self._stands_apart(start) else CUT
        rows = self.rows[start : self.stop - 1]
        if rows[-1].text[-1] in HARDLY_LAST:
            return 0.0  # 执法队员劝导商户将 / 店外物品搬回店内。
        if len(rows) == 1 and len(self.rows[self.stop - 1].text) < SHORTEST:
            return 0.0  # 电工在楼道检 / 修线路。
        parted = any(" " in row.text for row in rows)  # between two clauses
        told = parted + 2 * self.around.told("".join([row.text for row in rows]))
        return HEADING * told * (0.5 if self._stands_apart(start) else 1.0)

    def _stands_apart(self, start: int) -> bool:
        """A blank line stands above the caption, and none in it."""
        rows = self.rows[start : self.stop]
        return rows[0].blank and not any(row.blank for row in rows[1:])

    def _heading_top(self) -> int:
        """The first of some rows without a mark, between two sentences: they may be a headline."""
        last = self.stop - 1
        place = last
        row = self.rows[last]
        if not last or not row.strong or row.inline or self.around.is_torn(last):
            return last
        while place and last - place <= MOST_HEADING:
            row = self.rows[place - 1]
            if row.kind is not Kind.TEXT or row.strong:
                return place
            ended = row.weak and row.text[-1] not in CLOSED
            if ended or openings.MARKS.search(row.text) or openings.OPENING_WORD.match(row.text):
                return last
            place -= 1
        return last

    def _goes_on(self, start: int) -> bool:
        """Whether text stands above, and no other photo."""
        return start > 0 and self.rows[start - 1].kind is Kind.TEXT
