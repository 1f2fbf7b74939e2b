"""Subheads that a full row above hides, told by form: 回得来：…, 留得住：…, or 2．要不要填？"""

from collections import Counter
from collections.abc import Sequence

from articles.parsing.typography.breaks import Place
from articles.parsing.typography.columns import ITEM
from articles.parsing.typography.rows import Kind, Row

WIDEST = 16.0  # em
FEWEST = 4  # characters
CLOSEST = 5  # characters by which two siblings may differ in length
MARKS = frozenset("，。；！？、…—")
QUESTIONS, ANSWERED = 3, "问答"  # rows; with which an interview's paragraphs begin
ENOUGH = 2  # siblings that share no more than their first character


def mark_siblings(rows: Sequence[Row], places: Sequence[Place]) -> None:
    """Make subheads of the first rows of paragraphs that are of the known subheads' form."""
    _mark_questions(rows, places)
    heads = [k for k, place in enumerate(places) if place.head]
    known = [rows[k].text for k in heads if _stands_alone(rows, places, k)]
    if not known:
        return
    shapes = Counter((form, len(text)) for text in known for form in _forms(text))
    forms = Counter(form for form, _ in shapes.elements())
    for place in [k for k, above in enumerate(rows[:-2], 1) if above.strong]:
        row = rows[place]
        if places[place].head or not _may_be(row):
            continue
        following = rows[place + 1]
        if following.kind is not Kind.TEXT or places[place + 1].head or places[place + 1].opens:
            continue
        if _has_sibling(row.text, shapes, forms):
            places[place].head, places[place].opens = True, False
            places[place + 1].opens = True


def _mark_questions(rows: Sequence[Row], places: Sequence[Place]) -> None:
    """1．第一志愿没录上怎么办？: several of one row each, and each with its answer below."""
    asked = [k for k, row in enumerate(rows[:-1]) if row.text[-1] == "？" and _asks(rows, k)]
    for place in asked if len(asked) >= QUESTIONS else ():
        if rows[place + 1].kind is Kind.TEXT and not places[place].head:
            places[place].head, places[place].opens = True, False
            places[place + 1].opens = True


def _asks(rows: Sequence[Row], place: int) -> bool:
    row, above = rows[place], rows[place - 1] if place else None
    numbered = row.kind is Kind.TEXT and row.text[0] not in ANSWERED and ITEM.match(row.text)
    return bool(numbered) and above is not None and above.strong


def _stands_alone(rows: Sequence[Row], places: Sequence[Place], place: int) -> bool:
    """A headline row between two texts."""
    if not 0 < place < len(rows) - 1 or not _may_be(rows[place]):
        return False
    beside = (place - 1, place + 1)
    return all(rows[k].kind is Kind.TEXT and not places[k].head for k in beside)


def _may_be(row: Row) -> bool:
    text = row.text
    plain = row.kind is Kind.TEXT and not row.spaced and row.width <= WIDEST
    return plain and len(text) >= FEWEST and MARKS.isdisjoint(text)


def _forms(text: str) -> tuple[tuple, ...]:
    """Where its colon stands, and what it begins with."""
    colon = text.find("：")
    first = ("begins", text[0])
    return (("colon", colon), first) if 1 < colon < len(text) - 2 else (first,)


def _has_sibling(text: str, shapes: Counter, forms: Counter) -> bool:
    """`shapes` counts the known subheads by form and length, `forms` by form alone."""
    kind, *_ = _forms(text)
    lengths = range(len(text) - CLOSEST, len(text) + CLOSEST + 1)
    if not any((kind, length) in shapes for length in lengths):
        return False
    return kind[0] == "colon" or forms[kind] >= ENOUGH
