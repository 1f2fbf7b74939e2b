"""Dates that cannot be right: no such day, the wrong weekday, or told as past after the issue."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from articles.parsing.dates.grammar import rest_of_sentence, speaks_of_the_future
from articles.parsing.dates.mentions import DateMention, mentions
from articles.parsing.dates.spans import Note, Precision
from articles.parsing.dates.years import contradicting_years
from articles.parsing.doubts import doubt
from articles.records import ArticleRecord, Doubt, Line, Paragraph

PAST = re.compile(
    r"(?<![为除极])了(?!解)|已(?!知)|曾(?!祖)|顺利|圆满|成功|获悉|了解到|闭幕|落幕|揭晓|收官|落下帷幕"
    r"|召开|举行|举办|开展|走进|来到|前往|启动|参加|率队|通报|印发|开幕|启用|开工|竣工"
)
# Only a date in figures can be misprinted; 明天 cannot.
IN_FIGURES = re.compile(r"[0-9０-９月]")
MOST = 20  # doubts of one article; nobody reads more
# What announces the future by its nature.
ANNOUNCING = frozenset({"notice", "index"})


def contradictions(
    text: str, issue_date: date, told_on: date | None = None
) -> tuple[tuple[str, DateMention], ...]:
    """(kind of doubt, mention) for each date in the text that cannot be right."""
    return tuple(contradicting(text, mentions(text, issue_date, told_on), issue_date))


def contradicting(
    text: str, found: Iterable[DateMention], issue_date: date
) -> Iterable[tuple[str, DateMention]]:
    """The same for mentions that are at hand."""
    for mention in found:
        if mention.note is Note.IMPOSSIBLE:
            yield "date_impossible", mention
        elif mention.note is Note.WEEKDAY_WRONG:
            yield "weekday_wrong", mention
        elif _told_too_early(text, mention, issue_date):
            yield "date_after_issue", mention


def dateline_day(article: ArticleRecord, issue_date: date) -> date | None:
    """The day of 新华社北京4月20日电: what 今天 and 20日 are counted from."""
    days = [
        found.last
        for found in mentions(article.source, issue_date)
        if found.precision is Precision.DAY
    ]
    return days[-1] if days else None


def date_doubts(
    article: ArticleRecord,
    text: str,
    found: Iterable[DateMention],
    issue_date: date,
    lines: Sequence[Line] = (),
) -> tuple[Doubt, ...]:
    """Doubts of an article's dates, each at its line.

    `text` holds the article's paragraphs, one a line; `found` are its mentions.
    """
    if article.kind in ANNOUNCING:
        found = [mention for mention in found if mention.note is not Note.NONE]
    by_number = {line.number: line.text for line in lines}
    wrong = [(kind, m.start, m.text) for kind, m in contradicting(text, found, issue_date)]
    wrong += [
        ("year_contradicts_issue", place, wording)
        for place, wording in contradicting_years(text, issue_date)
    ]
    return tuple(
        doubt(kind, _line_of(article, text, place, wording, by_number), article.unit, wording)
        for kind, place, wording in wrong[:MOST]
    )


def _told_too_early(text: str, mention: DateMention, issue_date: date) -> bool:
    if mention.note is Note.LUNAR:
        return False  # 正月十五 may be that of any year
    if mention.precision is not Precision.DAY or mention.first is None or mention.last is None:
        return False
    if mention.first <= issue_date or not IN_FIGURES.search(mention.text):
        return False
    if speaks_of_the_future(text, mention.start, mention.end):
        return False
    return PAST.search(rest_of_sentence(text, mention.end, 80)) is not None


def _line_of(
    article: ArticleRecord, text: str, start: int, wording: str, lines: Mapping[int, str]
) -> int:
    """The printed line on which the words begin that start there in the text."""
    place = text.count("\n", 0, start)
    if place >= len(article.paragraphs):
        return article.lines[0]
    paragraph = article.paragraphs[place]
    return _line_in(paragraph, text, start, wording, lines) or paragraph.lines[0]


def _line_in(
    paragraph: Paragraph, text: str, start: int, wording: str, lines: Mapping[int, str]
) -> int | None:
    """Found by the words around it: what stands before a paragraph's text may have been cut."""
    opening = text.rfind("\n", 0, start) + 1
    before = _plain(text[max(opening, start - 8) : start])
    wanted = before + _plain(wording)
    printed = [(number, _plain(lines.get(number, ""))) for number in paragraph.lines]
    place = "".join(words for _number, words in printed).find(wanted)
    if place < 0:
        return None
    place += len(before)
    for number, words in printed:
        if place < len(words):
            return number
        place -= len(words)
    return None


def _plain(text: str) -> str:
    return "".join(text.split())
