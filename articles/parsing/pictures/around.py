"""A caption's surroundings: the words of the text around its photo, the column of its rows."""

from collections.abc import Sequence

from articles.parsing.overlap import is_repeated
from articles.parsing.pictures import openings
from articles.parsing.typography.columns import HANGING
from articles.parsing.typography.rows import NEVER_FIRST, TEXTUAL, Row

WINDOW = 60  # rows around a photo whose words tell a headline
ECHO = 0.5
INDENTED = 2.9  # em, at most, by which the first row is shorter than the others


class Around:
    """The running text on both sides of the row that ends a caption."""

    def __init__(self, rows: Sequence[Row], stop: int):
        self.rows, self.stop, self.near = rows, stop, ""

    def told(self, text: str) -> float:
        """Share of the pairs of characters that the text around repeats."""
        around = self._text()
        own = set(map(str.__add__, text, text[1:]))
        return sum(is_repeated(pair, around) for pair in own) / max(1, len(own))

    def is_headline(self, place: int) -> bool:
        """A row without a comma or a full stop whose words the text around it repeats."""
        text = self.rows[place].text
        return len(text) >= 4 and not openings.MARKS.search(text) and self.told(text) >= ECHO

    def is_torn(self, start: int) -> bool:
        """What stands on both sides of this row's beginning is one word in the text around it."""
        above, row = self.rows[start - 1], self.rows[start]
        if above.weak or above.text[-1] in NEVER_FIRST:
            return False
        return above.text[-1] + row.text[0] in self._text()

    def _text(self) -> str:
        if not self.near:
            near = self.rows[max(0, self.stop - WINDOW) : self.stop + WINDOW]
            self.near = "\n".join([r.text for r in near if r.kind in TEXTUAL])
        return self.near


def column_of(rows: Sequence[Row], inner: Sequence[float]) -> float:
    """The column of a caption's rows; `inner` are the widths of those between, sorted."""
    if inner:
        width = inner[(len(inner) - 1) // 2]
        return width - 1.0 if _hangs(rows, width) else width
    first, last = rows[0], rows[-1]
    return max(first.width, min(last.width, first.width + INDENTED))


def _hangs(rows: Sequence[Row], width: float) -> bool:
    """Whether all rows of this width end in a sign that may hang, and others fill one less."""
    full = [row for row in rows if row.width == width]
    less = any(row.width == width - 1.0 and row.text[-1] not in HANGING for row in rows[1:])
    return less and all(row.text[-1] in HANGING for row in full)
