"""Single rows that end in ？！” or ：, above headline rows, a byline or a paragraph: headlines."""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence

from articles.parsing.typography.breaks import Place
from articles.parsing.typography.head_words import (
    ASKED,
    SHORT,
    is_plain_question,
    is_quotation,
    speaks,
)
from articles.parsing.typography.page_words import PageWords
from articles.parsing.typography.rows import Kind, Row

SEVERAL = 2  # questions, or subheads near one
OVER, FEW_ROWS = 1.1, 3  # em; rows of such a headline
NEAR = 60  # rows in which subheads stand beside each other
NUMBERED = re.compile("[一二三四五六七八九十]问[：:]")  # 二问：不热找谁？
ENDS = "？！?!”：:"


class LoneRows:
    """Knows such a row by what stands around it, once the headline rows of the page are known."""

    def __init__(self, rows: Sequence[Row], places: Sequence[Place], words: PageWords):
        self.rows, self.places, self.words = rows, places, words

    def find(self, stretches: Sequence[tuple[int, int]], continues: Callable[[int], bool]) -> None:
        """Make headline rows of such stretches; `continues` tells whether the paragraph above one
        may go on in it."""
        self.find_questions(start for start, stop in stretches if start == stop)
        for start, stop in stretches:
            if start == stop:
                found = self.is_headline(start, continues=continues(start))
            else:
                found = stop - start < FEW_ROWS and self.are_headline(start, stop)
            for place in self.places[start : stop + 1] if found else ():
                place.head = True

    def find_questions(self, alone: Iterable[int]) -> None:
        """荒坡怎么变茶园？: questions that stand alone between two texts, several on a page."""
        found = [place for place in alone if self._asks_between(place)]
        heads = [k for k, place in enumerate(self.places) if place.head and self._is_between(k)]
        for place in found:
            near = bisect(heads, place + NEAR) - bisect(heads, place - NEAR)
            if len(found) >= SEVERAL or near >= SEVERAL:
                self.places[place].head = True

    def _is_between(self, place: int) -> bool:
        """A headline's row alone between two texts: a subhead, it may be."""
        around = self.rows[max(0, place - 1) : place + 2]
        return (
            len(around) == 3
            and all(row.kind is Kind.TEXT for row in around)
            and (not self.places[place - 1].head and not self.places[place + 1].head)
        )

    def _asks_between(self, place: int) -> bool:
        around = self.rows[max(0, place - 1) : place + 2]
        text = self.rows[place].text
        asks = is_plain_question(text.replace("，", "", 1) or text) or NUMBERED.match(text)
        if len(around) < 3 or not asks:
            return False
        above, row, below = around
        texts = above.kind is row.kind is below.kind is Kind.TEXT and above.strong
        shown = self.places[place - 1].head or self.places[place + 1].head
        short = row.width < SHORT * below.width or NUMBERED.match(text) is not None
        return texts and not shown and short

    def is_headline(self, place: int, *, continues: bool) -> bool:
        """`continues`: the paragraph above may go on in this row."""
        row = self.rows[place]
        if "。" in row.text or row.text[-1] not in ENDS or row.text.startswith(ASKED):
            return False
        if speaks(row):
            return False
        alone = row.blank or not continues or self.words.echo(place)
        if (self._heads_below(place) and alone) or self._is_signed_below(place):
            return True
        return self._is_exclaimed(place)

    def are_headline(self, start: int, stop: int) -> bool:
        """3000元一平方米： / 买，还是等？: rows that end so between a text and a headline's."""
        rows, column = self.rows[start : stop + 1], self.places[start - 1].column if start else 0.0
        told = any("。" in row.text for row in rows) or rows[-1].text[-1] not in "？！?!"
        if told or not column or not self.rows[start - 1].strong or speaks(rows[-1]):
            return False
        # The last is too short for a text's row, the others as well, or too wide.
        short = rows[-1].width <= SHORT * column and not rows[-1].text.startswith(ASKED)
        if not short or any(SHORT * column < row.width <= column + OVER for row in rows):
            return False
        return self._heads_below(stop) or self._is_signed_below(stop)

    def _heads_below(self, place: int) -> bool:
        """A row of a headline stands under this row, or the word to the editor of a letter."""
        if place + 1 >= len(self.rows):
            return False
        return self.places[place + 1].head or self.rows[place + 1].kind is Kind.GREETING

    def _is_exclaimed(self, place: int) -> bool:
        """冰棍卖疯了！ above a paragraph, where nothing could go on that stands before."""
        before, row = self.rows[place - 1] if place else None, self.rows[place]
        after = self.rows[place + 1] if place + 1 < len(self.rows) else None
        if before is None or after is None or after.kind is not Kind.TEXT or "，" in row.text:
            return False
        fresh = before.kind in (Kind.CREDIT, Kind.BYLINE, Kind.FURNITURE) or before.final
        fresh = fresh or (self.places[place - 1].head and row.text[-1] == "！")
        cried = row.text[-1] in "？！" or (is_quotation(row.text) and self.words.echo(place))
        return fresh and cried and row.width < after.width

    def _is_signed_below(self, place: int) -> bool:
        """A byline that opens a text stands under this row."""
        if place + 2 >= len(self.rows) or self.places[place + 2].head:
            return False
        byline, text = self.rows[place + 1 : place + 3]
        return byline.kind is Kind.BYLINE and text.kind is Kind.TEXT and byline.text[0] not in "（("
