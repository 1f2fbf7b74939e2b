"""Dates that do not exist, fall on another weekday, or are told as past before they came."""

import re
from collections.abc import Iterator
from datetime import date

from articles.checks.findings import Hit
from articles.parsing.dates.checks import contradictions
from articles.texts.manuscripts import Manuscript, Part, Spot

# A text of no day is read in a leap year: only what no year has is impossible then.
ANY_DAY = date(2000, 1, 1)
NAMES_A_YEAR = re.compile(
    r"(?:1[0-9]|20|２０|二[〇○零])[0-9０-９〇○零一二三四五六七八九]{2}\s?[年\-/.]"
)


def wrong_days(manuscript: Manuscript) -> Iterator[Hit]:
    for part in manuscript.parts:
        text = "\n".join(part.paragraphs)
        for code, mention in contradictions(text, manuscript.day or ANY_DAY):
            if manuscript.day is None and not _holds_in_any_year(code, mention):
                continue
            yield _hit(part, code, mention)


def _holds_in_any_year(code, mention):
    named = NAMES_A_YEAR.match(mention.text) is not None
    return code == "date_impossible" or (code == "weekday_wrong" and named)


def _hit(part: Part, code, mention) -> Hit:
    place, start = 0, mention.start
    while start > len(part.paragraphs[place]):
        start -= len(part.paragraphs[place]) + 1
        place += 1
    end = start + len(mention.text)
    return Hit(code, Spot(part.name, place), start, end, {"text": mention.text})
