"""Numbers that a line's end has cut between two digits: joined, but for an editor to check."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.parsing.doubts import doubt
from articles.records import ArticleRecord, Doubt, Line

DIGITS = "0123456789"
IN_NUMBERS = f"{DIGITS}.,%"


def cut_numbers(lines: Sequence[Line], articles: Sequence[ArticleRecord]) -> Iterator[Doubt]:
    """11月2 and 9日: 29, if nothing stood between them."""
    cut = {
        one.number: (one.text, other.text, other.number)
        for one, other in pairwise(lines)
        if other.text[:1] in DIGITS and one.text[-1:] in DIGITS and one.text and other.text
    }
    if not cut:
        return
    for article in articles:
        for paragraph in article.paragraphs:
            for line, after in pairwise(paragraph.lines):
                if line in cut and cut[line][2] == after:
                    number = _around(cut[line])
                    if number in paragraph.text:
                        yield doubt("number_joined", line, article.unit, number)


def _around(pieces: tuple[str, str, int]) -> str:
    """The whole number that the joint makes."""
    before, after, _number = pieces
    tail = before[len(before.rstrip(IN_NUMBERS)) :]
    head = after[: len(after) - len(after.lstrip(IN_NUMBERS))]
    return tail + head.rstrip(".,")
