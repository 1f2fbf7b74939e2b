"""Headings with their parts, each set in the rows that an editor may break it into.

`written.jsonl` holds invented headings of seventeen hands; all but the seventh had never seen how
the parser reads. `known.jsonl` holds those of this project's own articles, golden pages and tests.
Those of whole articles by other hands are taken from `tests/corpus/hands`.
A line is one heading: its settings as [kicker rows, headline rows, deck rows], the first words of
its text, whose hand wrote it, and how much it weighs.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from articles.parsing import DEFAULT_RULES
from articles.parsing.reading.heads import Heading
from articles.parsing.reading.row_marks import HeadRow
from tests.typesetting.headings import balanced
from tests.typesetting.wrapping import tokenize
from tests.typesetting.written import hands

FOLDER = Path(__file__).resolve().parent
WRITTEN, KNOWN = FOLDER / "written.jsonl", FOLDER / "known.jsonl"
ALONE = 0.5  # of a heading without kicker and deck: here they are set in rows too often
LABELLED = 24.0
ARTICLES = 101  # number of the first hand that wrote whole articles
OF_ARTICLES = 3.0
LEAD, NARROW = 150, 12  # characters of a text; em of a row that a column leaves whole
PARTS = ("kicker", "headline", "deck")


class Sample(NamedTuple):
    """A heading as it is set once, where its headline begins and stops, and what it weighs."""

    heading: Heading
    start: int
    stop: int
    weight: float
    hand: int = 0

    @property
    def is_read(self) -> bool:
        return self.heading.read()[:2] == (self.start, self.stop)


def samples(path: Path) -> Iterator[Sample]:
    for line in path.read_text("utf-8").splitlines():
        entry = json.loads(line)
        for parts in entry["settings"]:
            yield _sample(parts, entry["lead"], entry["weight"], entry["hand"])


def _sample(parts: Sequence[Sequence[str]], lead: str, weight: float, hand: int = 0) -> Sample:
    kicker, headline, deck = parts
    rows = [HeadRow(text, _width(text), False) for text in (*kicker, *headline, *deck)]
    heading, start = Heading(rows, lead, DEFAULT_RULES), len(kicker)
    weight *= 1.0 if kicker or deck else ALONE
    return Sample(heading, start, start + len(headline), weight, hand)


def of_articles() -> Iterator[Sample]:
    """Headings of the articles that other hands wrote, on one row a part and in narrower columns.

    Among them are what headings alone seldom have: names of columns above the headline.
    """
    for hand, articles in enumerate(hands().values(), ARTICLES):
        for article in articles:
            lead = "".join([part["text"] for part in article["paragraphs"]])[:LEAD]
            whole = [[article[part]] if article[part] else [] for part in PARTS]
            if whole[1]:
                for parts in (whole, [list(_broken(rows)) for rows in whole]):
                    yield _sample(parts, lead, OF_ARTICLES, hand)


def _broken(rows: Sequence[str]) -> Iterator[str]:
    for row in rows:
        if " " in row:
            yield from row.split(" ")
        elif _width(row) > NARROW:
            yield from balanced(tokenize(row), 2)
        else:
            yield row


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)


def labelled(folder: Path) -> Iterator[Sample]:
    """Headings of labelled pages, in the rows in which they are printed there, once each."""
    seen = set()
    for path in sorted(folder.glob("*.json")):
        lines = path.with_suffix(".txt").read_text("utf-8").split("\n")
        lines = [" ".join(line.split()) for line in lines if line.strip()]
        for article in json.loads(path.read_text("utf-8"))["articles"]:
            parts = [_printed(article.get(part) or "", lines) for part in PARTS]
            if parts[1] and str(parts) not in seen and sum(map(len, parts)) > 1:
                seen.add(str(parts))
                yield _sample(parts, "".join(article["paragraphs"]), LABELLED)


def _printed(part: str | list[str], lines: Sequence[str]) -> list[str]:
    """The neighbouring lines that spell it."""
    wanted = "".join("".join(part).split())
    for start in range(len(lines) if wanted else 0):
        spelled, stop = "", start
        while stop < len(lines) and spelled != wanted and wanted.startswith(spelled):
            spelled += lines[stop].replace(" ", "")
            stop += 1
        if spelled == wanted:
            return list(lines[start:stop])
    return []
