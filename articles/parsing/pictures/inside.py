"""Captions that nobody signs, between two rows of one sentence."""

from collections.abc import Iterator, Sequence

from articles.parsing.pictures.openings import OPENING_WORD, TEXT_WORD
from articles.parsing.typography.columns import INDENT, keeps_indents
from articles.parsing.typography.head_words import ASKED, HARDLY_FIRST, SELDOM_FIRST, ends_a_word
from articles.parsing.typography.rows import Kind, Row

MOST_ROWS, LONGEST, SHORTEST = 3, 40, 4  # rows and characters of one
NEAR, FEW = 4, 2  # rows on either side that tell the column; that are text for certain
EVEN = 1.1  # em between two rows of one column
SHORT = 2.6  # em that a paragraph's last row lacks
MARKS = frozenset("，。；")
FLUSH = 0.2  # of the rows below such a row, where paragraphs are not set in


def mark_inside(rows: Sequence[Row]) -> None:
    """The text above breaks off in a full row, and goes on below, where no paragraph begins."""
    found = list(_inside(rows))
    if found and _sets_in(rows):
        for caption in found:
            for row in rows[caption.start : caption.stop]:
                row.kind = Kind.CAPTION


def _inside(rows: Sequence[Row]) -> Iterator[range]:
    for last in range(2, len(rows) - 2):
        row = rows[last]
        if (
            row.strong
            and row.text[-1] == "。"
            and row.kind is Kind.TEXT
            and len(row.text) < LONGEST
        ):
            start = _start(rows, last)
            if start and _breaks_off(rows, start, last) and _goes_on(rows, last + 1):
                yield range(start, last + 1)


def _start(rows: Sequence[Row], last: int) -> int:
    """The first row of a sentence apart, by a blank line or where the column changes; 0 without."""
    size = 0
    for start in range(last, max(0, last - MOST_ROWS), -1):
        row, above = rows[start], rows[start - 1]
        size += len(row.text)
        inner = row.text[:-1] if start == last else row.text
        told = not MARKS.isdisjoint(inner)
        ended = above.weak or above.text[-1].isdigit()
        if row.kind is not Kind.TEXT or size > LONGEST or told or ended:
            return 0
        if row.blank:
            begins = row.text[0] not in HARDLY_FIRST and row.text[0] not in SELDOM_FIRST
            begins = begins and row.text[0] not in "“‘0123456789" and not ends_a_word(row.text)
            return start if begins and size >= SHORTEST and not TEXT_WORD.match(row.text) else 0
    return 0


def _breaks_off(rows: Sequence[Row], start: int, last: int) -> bool:
    """A full row of text stands above, and the sentence apart fills no row of its column."""
    above = rows[max(0, start - NEAR) : start]
    if len(above) < NEAR or any(row.kind is not Kind.TEXT for row in above[-FEW:]):
        return False
    column = max([row.width for row in above if row.kind is Kind.TEXT])
    return above[-1].width >= column - EVEN and rows[last].width < column - EVEN


def _goes_on(rows: Sequence[Row], stop: int) -> bool:
    """The row below is a full one, or a sentence's end, and is not set in."""
    row, further = rows[stop], rows[stop + 1 : stop + NEAR]
    if row.kind is not Kind.TEXT or row.indent >= 1 or not further:
        return False
    if row.text.startswith(ASKED) or TEXT_WORD.match(row.text) or OPENING_WORD.match(row.text):
        return False
    told = not MARKS.isdisjoint("".join([row.text, *[other.text for other in further[:1]]]))
    widths = [other.width + other.indent for other in further if other.kind is Kind.TEXT]
    return told and bool(widths) and row.width >= max(widths) - INDENT / 2


def _sets_in(rows: Sequence[Row]) -> bool:
    """Whether the page's paragraphs begin two em in, by a space or by their width."""
    if keeps_indents(rows):
        return True
    begun, flush = 0, 0
    for place in range(NEAR, len(rows) - 1):
        above, row = rows[place - 1], rows[place]
        if above.kind is Kind.TEXT is row.kind and above.strong:
            column = max([other.width for other in rows[place - NEAR : place]])
            if above.width < column - SHORT:
                begun += 1
                flush += row.width > column - INDENT / 2
    return begun > 2 and flush <= FLUSH * begun
