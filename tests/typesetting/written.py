"""Pages of articles as other hands wrote them, bylines and all: each hand is a paper of its own.

Nobody who wrote them had seen the parser or the corpus that it was first tried on, so they tell
how other papers are read. A line of `corpus/hands/NAME.jsonl` is one article: `byline` is a row
above or below the text (`byline_place`), `credits` are all who sign it, and a paragraph is a text,
a subhead, verse or the rows of a list.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from .extractors import EXTRACTORS
from .flowing import flow
from .headings import heading_rows
from .page import put_together
from .rows import Row
from .sampling import CORPUS
from .setting import Setting, draw_setting
from .story import Story

HANDS = CORPUS / "hands"
FEWEST, MOST = 3, 6  # articles of a page
LINED = ("verse", "rows")
SIGNED = {"reporters": "reporter", "correspondents": "correspondent", "authors": "author"}
# What is taken for byline, if a name or a source stands in it: first words and last brackets.
OPENING = re.compile(
    "(?:[^，。！？（(]{0,24}[讯电日道])?[ \u3000]*[（(][^）)]{2,60}[）)]|[^，。]{0,14}[讯电]"
    "|[^，。（(]{0,12}(?:讯|电|道)?[ \u3000]*(?:本报)?(?:特约)?(?:记者|通讯员)[^，。：]{1,24}?"
    "(?:报道|讯|电)?(?=[：: \u3000])"
)
ENDING = re.compile("[（(][^（）()]{2,60}[）)]$")
SOURCE = re.compile("[讯电]")


def hands() -> dict[str, list[dict]]:
    """{hand: its articles}"""
    return {
        path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for path in sorted(HANDS.glob("*.jsonl"))
    }


def written_pages(
    articles: Sequence[dict], count: int, seed: int
) -> Iterator[tuple[str, str, dict]]:
    """(page id, text, truth) of pages that hold every article about equally often."""
    rng, left = random.Random(f"written {seed}"), []
    for number in range(1, count + 1):
        page_seed = rng.randrange(10**9)
        own = random.Random(page_seed)
        setting = replace(
            draw_setting(own), missing_headlines=0.0, marks=False, jump_out=False, extras=False
        )
        while len(left) < MOST:
            left += rng.sample(articles, len(articles))
        chosen = [left.pop() for _ in range(own.randint(FEWEST, MOST))]
        text, truth = _page(chosen, setting, own)
        page_id = f"W{number:03d}"
        yield page_id, text, {"page_id": page_id, "seed": page_seed, **truth}


def _page(articles: Iterable[dict], setting: Setting, rng: random.Random) -> tuple[str, dict]:
    stories, captions = [], []
    for article in articles:
        if any(part["kind"] == "text" for part in article["paragraphs"]):
            stories.append(_story(article, setting, rng))
        captions += [
            {"text": photo["caption"], **photo} for photo in article["photos"] if photo["caption"]
        ]
    return put_together(stories, captions, setting, rng)


def _story(article: dict, setting: Setting, rng: random.Random) -> Story:
    byline, below = article["byline"], article["byline_place"] == "below"
    body = [Row(byline, "byline")] if byline and not below else []
    body += _body(article["paragraphs"], setting, rng)
    body += [Row(byline, "bottom")] if byline and below else []
    head = heading_rows(article, most_lines=setting.heading_lines, rng=rng)
    head = head if article["headline"] else []
    after = setting.order == "after"
    if setting.order == "mixed" and _announces(article):
        after = rng.random() < 0.5
    rows = body + head if after else head + body
    return Story([replace(rows[0], starts="story"), *rows[1:]], _truth(article))


def _announces(article: dict) -> bool:
    """Whether the text itself tells that a story begins; else its heading must stand above."""
    first = article["paragraphs"][0]["text"]
    return bool(article["byline"]) or SOURCE.search(first[:14]) is not None


def _body(parts: Sequence[dict], setting: Setting, rng: random.Random) -> Iterator[Row]:
    digits = EXTRACTORS[setting.extractor].split_digits
    above = 0  # paragraphs, as the truth counts them
    for kind, group in groupby(parts, itemgetter("kind")):
        texts = [part["text"] for part in group]
        if kind == "subhead":
            yield from (Row(text, "subhead") for text in texts)
        elif kind in LINED:
            for text in texts:
                lines = _lines(text)
                yield from (Row(line, "" if k else "paragraph") for k, line in enumerate(lines))
                above += len(lines)
        else:
            for row in flow(texts, {}, setting=setting, split_digits=digits, rng=rng):
                yield replace(row, paragraph=above + row.paragraph)
            above += len(texts)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _truth(article: dict) -> dict:
    paragraphs, subheads = [], []
    for part in article["paragraphs"]:
        if part["kind"] == "subhead":
            subheads.append({"before": len(paragraphs), "text": part["text"]})
        else:
            paragraphs += _lines(part["text"]) if part["kind"] in LINED else [part["text"]]
    names = {
        role: [one["name"] for one in article["credits"] if one["role"] == as_written]
        for role, as_written in SIGNED.items()
    }
    return {
        **{part: article[part] for part in ("kicker", "headline", "deck")},
        **names,
        "paragraphs": paragraphs,
        "subheads": subheads,
        "ignorable": _ignorable(article, paragraphs),
        "source": article["kind"],
    }


def _ignorable(article: dict, paragraphs: Sequence[str]) -> list[str]:
    names = [one["name"] for one in article["credits"]]
    found = [article["byline"]] if article["byline"] else []
    opening, ending = OPENING.match(paragraphs[0]), ENDING.search(paragraphs[-1])
    for match in filter(None, (opening, ending)):
        bare = re.sub(r"\s", "", match[0])
        if any(name in bare for name in names) or (match is opening and SOURCE.search(match[0])):
            found.append(match[0].strip())
    return found
