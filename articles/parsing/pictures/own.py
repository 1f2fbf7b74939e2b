"""Captions that nobody signs in a story whose writer took its pictures: 记者 张三 文/图."""

import re
from collections.abc import Iterator, Sequence

from articles.parsing.overlap import plain, share
from articles.parsing.pictures.openings import INDENTED, OPENING_WORD, TEXT_WORD, is_inside
from articles.parsing.pictures.orphans import is_block
from articles.parsing.typography.columns import keeps_indents
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.words.bylines import BOTH

MOST_ROWS, LONGEST = 4, 45  # rows and characters of such a caption
SHORTEST = 6
LONGEST_STORY = 120  # rows
NEAR = 6  # rows on either side that tell the column
NARROW = 0.75  # of it
ENOUGH, FURTHER = 2.0, 0.5  # and for another of the same story
EVEN = 1.1  # em between two rows of one column
INNER_MARK = re.compile("[。；：？！]")
# 文/本报记者 张三 图/本报记者 李四, 张三 文 李四 摄: who took the pictures, beside who wrote
TAKEN = re.compile(rf"{BOTH.pattern}|(?:^|\s)(?:图|摄影?)\s?[/／]|\s(?:图|摄影?)$")
# What is seen: 村民在塘边栽树, 电工正检修线路; and what is told
SHOWN = re.compile(r"在|正|[着把用]|的[\u4e00-\u9fff]{1,6}。$")
TOLD = re.compile("[了过]。?$|说|表示|介绍|据|将|会|已|没|不")
SIGNED = frozenset({Kind.BYLINE, Kind.OPENING})
ENDS = frozenset({*SIGNED, Kind.COLUMN, Kind.ENTRY})
SAME, APART, BROKEN, INSIDE, LAST = 0.5, 1.0, 1.0, 2.0, 2.0
UNINDENTED, SMALL, SEEN, FAR = 1.5, 1.5, 0.5, 1.0


def mark_own(rows: Sequence[Row]) -> None:
    """In each such story without a photo credit, the sentence that is most like a caption."""
    indented = None
    for story in _stories(rows):
        if any(rows[place].kind in (Kind.CREDIT, Kind.CAPTION) for place in story):
            continue
        indented = keeps_indents(rows) if indented is None else indented
        told = plain("".join([rows[place].text for place in story]))
        found = [
            (_likeness(rows, caption, story, told, indented), -caption.start, caption)
            for caption in _sentences(rows, story)
        ]
        best = max(found, default=(0.0,), key=lambda x: x[:2])[0]
        for likeness, _start, caption in found:
            if likeness >= (ENOUGH if likeness == best else ENOUGH + FURTHER):
                for place in caption:
                    rows[place].kind = Kind.CAPTION


def _stories(rows: Sequence[Row]) -> Iterator[range]:
    """The rows of each story that is signed so, above its text or behind its last word."""
    for place, row in enumerate(rows):
        if row.kind in SIGNED and TAKEN.search(_signature(row)):
            yield range(_top(rows, place), _stop(rows, place + 1))
        elif row.kind is Kind.TEXT and row.signed and BOTH.search(_ending(rows, place)):
            yield range(_start(rows, place), min(len(rows), place + 1 + MOST_ROWS))


def _top(rows: Sequence[Row], place: int) -> int:
    """The byline, or the first row of a sentence between it and the headline above."""
    for start in range(place - 1, max(0, place - MOST_ROWS), -1):
        if rows[start].kind is not Kind.TEXT or rows[start - 1].strong:
            return place
        if rows[start].blank:
            return start
    return place


def _signature(row: Row) -> str:
    """The byline, or the bracket that opens the text."""
    return row.text if row.kind is Kind.BYLINE else row.text.partition("）")[0]


def _ending(rows: Sequence[Row], place: int) -> str:
    return "".join([row.text for row in rows[max(0, place - 1) : place + 1]])


def _stop(rows: Sequence[Row], start: int) -> int:
    for place in range(start, min(len(rows), start + LONGEST_STORY)):
        if rows[place].kind in ENDS:
            return place
        if rows[place].final:
            return min(len(rows), place + 1 + MOST_ROWS)
    return min(len(rows), start + LONGEST_STORY)


def _start(rows: Sequence[Row], last: int) -> int:
    for place in range(last - 1, max(0, last - LONGEST_STORY), -1):
        if rows[place].kind in ENDS or rows[place].kind is Kind.CREDIT or rows[place].final:
            return place + 1 + MOST_ROWS * (rows[place].kind is Kind.OPENING)
    return max(0, last - LONGEST_STORY)


def _sentences(rows: Sequence[Row], story: range) -> Iterator[range]:
    """Rows that hold one whole short sentence."""
    for start in story:
        text = ""
        for place in range(start, min(story.stop, start + MOST_ROWS)):
            row = rows[place]
            if row.kind is not Kind.TEXT or (place > start and row.blank):
                break
            text += row.text
            if row.strong:
                if _may_caption(text) and _is_even(rows[start : place + 1]):
                    yield range(start, place + 1)
                break


def _is_even(rows: Sequence[Row]) -> bool:
    """Rows of one column, of which the last may be short, and no heading above a sentence."""
    widest = max([row.width for row in rows])
    return all(row.width >= widest - INDENTED for row in rows[:-1])


def _may_caption(text: str) -> bool:
    whole = text[-1] == "。" and not INNER_MARK.search(text[:-1])
    return whole and SHORTEST <= len(text) <= LONGEST and not TEXT_WORD.match(text)


def _likeness(
    rows: Sequence[Row], caption: range, story: range, told: str, indented: bool
) -> float:
    first, text = rows[caption.start], "".join([rows[place].text for place in caption])
    above = rows[caption.start - 1] if caption.start else None
    below = rows[caption.stop] if caption.stop < len(rows) else None
    column, width = _column(rows, caption, story), max([rows[place].width for place in caption])
    score = SMALL * (len(caption) > 1 and width <= NARROW * column)
    score += SEEN * bool(SHOWN.search(text)) - FAR * bool(TOLD.search(text))
    score += SEEN * bool(OPENING_WORD.match(text)) + SAME * (share(text, told) > 0)
    score += APART * first.blank
    if caption.stop < story.stop and below.kind is Kind.BYLINE:
        return score + LAST  # between the headline and who signs
    if len(caption) > 1 and -EVEN <= column - width <= INDENTED:
        return 0.0  # a paragraph
    if above is not None and above.final and above.kind is Kind.TEXT:
        return score + LAST
    begun = rows[story.start].kind is Kind.OPENING
    begun = begun or any("。" in rows[place].text for place in range(story.start, caption.start))
    begun = begun and not (first.blank and is_block(rows, caption.start))
    if above is None or above.kind is not Kind.TEXT or above.strong or not begun:
        inside = begun and above is not None and above.width >= column - EVEN
        return score + UNINDENTED * (indented and first.indent < 1 and not inside)
    if below is None or below.kind is not Kind.TEXT or abs(width - column) <= EVEN:
        return 0.0
    if is_inside([first]) or told.count(above.text[-1] + text[0]) > 1:
        return 0.0  # the end of a paragraph
    if is_inside([below]) or (indented and below.indent < 1):
        return score + INSIDE
    return score + BROKEN if first.blank and _goes_on(rows, caption.stop) else 0.0


def _column(rows: Sequence[Row], caption: range, story: range) -> float:
    """The width that most rows of the story near it reach."""
    near = [*range(max(story.start, caption.start - NEAR), caption.start)]
    near += range(caption.stop, min(story.stop, caption.stop + NEAR))
    widths = sorted([rows[place].width for place in near if rows[place].kind is Kind.TEXT])
    return widths[len(widths) * 2 // 3] if widths else 0.0


def _goes_on(rows: Sequence[Row], place: int) -> bool:
    """A full row stands below, or the last one of a paragraph."""
    row, further = rows[place], rows[place + 1] if place + 1 < len(rows) else None
    if row.indent or further is None or further.kind is not Kind.TEXT or further.blank:
        return not row.indent and row.strong
    return row.width >= further.width - EVEN / 2
