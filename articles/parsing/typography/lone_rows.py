"""Single rows that end in ？！” or ：, above headline rows, a byline or a paragraph: headlines."""

from collections.abc import Iterable, Sequence

from articles.parsing.typography.breaks import Place
from articles.parsing.typography.head_words import ASKED, is_plain_question, is_quotation, speaks
from articles.parsing.typography.page_words import PageWords
from articles.parsing.typography.rows import Kind, Row

SEVERAL, SHORT = 2, 0.8  # questions; of the width of the row below
ENDS = "？！?!”：:"


class LoneRows:
    """Knows such a row by what stands around it, once the headline rows of the page are known."""

    def __init__(self, rows: Sequence[Row], places: Sequence[Place], words: PageWords):
        self.rows, self.places, self.words = rows, places, words

    def find_questions(self, alone: Iterable[int]) -> None:
        """荒坡怎么变茶园？: questions that stand alone between two texts, several on a page."""
        found = [place for place in alone if self._asks_between(place)]
        if len(found) >= SEVERAL:
            for place in found:
                self.places[place].head = True

    def _asks_between(self, place: int) -> bool:
        around = self.rows[max(0, place - 1) : place + 2]
        if len(around) < 3 or not is_plain_question(self.rows[place].text):
            return False
        above, row, below = around
        texts = above.kind is row.kind is below.kind is Kind.TEXT and above.strong
        shown = self.places[place - 1].head or self.places[place + 1].head
        return texts and not shown and row.width < SHORT * below.width

    def is_headline(self, place: int, *, continues: bool) -> bool:
        """`continues`: the paragraph above may go on in this row."""
        row = self.rows[place]
        if "。" in row.text or row.text[-1] not in ENDS or row.text.startswith(ASKED):
            return False
        if speaks(row):
            return False
        below = place + 1 < len(self.rows) and self.places[place + 1].head
        alone = row.blank or not continues or self.words.echo(place)
        return (below and alone) or self._is_signed_below(place) or self._is_exclaimed(place)

    def _is_exclaimed(self, place: int) -> bool:
        """冰棍卖疯了！ above a paragraph, where nothing could go on that stands before."""
        before, row = self.rows[place - 1] if place else None, self.rows[place]
        after = self.rows[place + 1] if place + 1 < len(self.rows) else None
        if before is None or after is None or after.kind is not Kind.TEXT or "，" in row.text:
            return False
        fresh = before.kind in (Kind.CREDIT, Kind.BYLINE, Kind.FURNITURE) or before.final
        cried = row.text[-1] in "？！" or (is_quotation(row.text) and self.words.echo(place))
        return fresh and cried and row.width < after.width

    def _is_signed_below(self, place: int) -> bool:
        """A byline that opens a text stands under this row."""
        if place + 2 >= len(self.rows) or self.places[place + 2].head:
            return False
        byline, text = self.rows[place + 1 : place + 3]
        return byline.kind is Kind.BYLINE and text.kind is Kind.TEXT and byline.text[0] not in "（("
