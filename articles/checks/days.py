"""Dates that do not exist, fall on another weekday, or are told as past before they came."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import accumulate

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
        lengths = (len(paragraph) + 1 for paragraph in part.paragraphs)
        begins = list(accumulate(lengths, initial=0))[:-1] or [0]
        for code, mention in contradictions(text, manuscript.day or ANY_DAY):
            if manuscript.day is None and not _holds_in_any_year(code, mention):
                continue
            yield _hit(part, begins, code, mention)


def _holds_in_any_year(code, mention):
    named = NAMES_A_YEAR.match(mention.text) is not None
    return code == "date_impossible" or (code == "weekday_wrong" and named)


def _hit(part: Part, begins, code, mention):
    place = bisect_right(begins, mention.start) - 1
    start = mention.start - begins[place]
    end = start + len(mention.text)
    return Hit(code, Spot(part.name, place), start, end, {"text": mention.text})
