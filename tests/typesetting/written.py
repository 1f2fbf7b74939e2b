"""Pages of articles as other hands wrote them, bylines and all: each hand is a paper of its own.

Nobody who wrote them had seen the parser or the corpus that it was first tried on, so they tell
how other papers are read. A line of `corpus/hands/NAME.jsonl` is one article: `byline` is a row
above or below the text (`byline_place`), `credits` are all who sign it, and a paragraph is a text,
a subhead, verse or the rows of a list. A photo stands in its own article, or right above or below
it; of a photo story the text is a caption. Whose role no printed word tells is an author.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from .captions import caption_rows
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
ROLES = {"记者": "reporters", "通讯员": "correspondents"}
ROLE_WORD = re.compile("记者|通讯员|实习生|整理|编辑|编译|[文图][/／]")
FURTHEST = 24  # characters between such a word and the last name that it tells
PHOTO_STORY, TAKEN = "图片新闻", re.compile("摄影?(?:报道)?[）)]?$")
INSIDE = 0.5  # chance that a photo stands at a column break of its article
# What is taken for byline, if a name or a source stands in it: first words, last brackets, and
# a whole short paragraph.
OPENING = re.compile(
    "[^，。（(]{0,12}?[讯电道]?[ \u3000]*(?:本报)?(?:特约)?(?:记者|通讯员)[^，。：]{1,24}报道"
    "[：: \u3000]"
    "|(?:[^，。！？（(]{0,24}[讯电日道])?[ \u3000]*[（(][^）)]{2,60}[）)]|[^，。]{0,14}[讯电]"
)
ENDING = re.compile("[（(][^（）()]{2,60}[）)]$|(?<=[。”]) 本报记者[^，。]{2,12}$")
WHOLE = re.compile("[^。！？]{2,40}")
# The same, though it names nobody of the credits
NOTE = re.compile("（[^（）。]{2,40}）|报料人[^。]{2,20}|本报编辑部|(?:解答专家|讲述人)：[^。]+")
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
    stories, captions, told, broken = [], [], [], []
    for article in map(_as_photo, articles):
        photos, truths = _photos(article, setting, rng)
        captions += truths
        rows, cut = _illustrated(_rows(article, setting, rng), photos, rng)
        if article["paragraphs"] or article["headline"]:
            broken += [[len(told), paragraph] for paragraph in cut]
            told.append(_truth(article))
        stories.append(Story(rows, {}))
    text, truth = put_together(stories, [], setting, rng)
    pieces = {"articles": told, "captions": captions, "broken": len(broken)}
    return text, {**truth, **pieces, "broken_pieces": broken}


def _as_photo(article: dict) -> dict:
    """A photo story, whose text is the caption of its first photo: a headline is left."""
    if not article["paragraphs"]:
        return {**article, "byline": None}  # its photo names who took it
    if article["kind"] != PHOTO_STORY or any(photo["caption"] for photo in article["photos"]):
        return article
    text = "".join(part["text"] for part in article["paragraphs"])
    ending = ENDING.search(text)
    credit = article["byline"] or (ending[0] if ending and TAKEN.search(ending[0]) else None)
    credit = credit or next((photo["credit"] for photo in article["photos"]), None)
    taken = [one["name"] for one in article["credits"]]
    photo = {"caption": text.removesuffix(credit or ""), "credit": credit, "photographers": taken}
    return {**article, "paragraphs": [], "byline": None, "photos": [photo]}


def _photos(
    article: dict, setting: Setting, rng: random.Random
) -> tuple[list[list[Row]], list[dict]]:
    """The rows of each photo and its truth."""
    digits = EXTRACTORS[setting.extractor].split_digits
    rows, truths = [], []
    for photo in article["photos"]:
        caption = {"text": photo["caption"], **photo}
        if caption["text"]:
            made = caption_rows(caption, setting=setting, split_digits=digits, rng=rng)
            rows.append(made[0])
            truths.append(made[1])
    return rows, truths


def _illustrated(
    rows: list[Row], photos: Iterable[list[Row]], rng: random.Random
) -> tuple[list[Row], list[int]]:
    """The story's rows with its photos at a column break, or above or below all of it.

    The numbers are those of the paragraphs that a photo breaks into.
    """
    story, broken = any(row.starts == "paragraph" for row in rows), []
    for photo in photos:
        breaks = [k for k, row in enumerate(rows) if row.starts == "column"]
        if breaks and rng.random() < INSIDE:
            place = rng.choice(breaks)
            broken.append(rows[place].paragraph)
            rows = rows[:place] + photo + rows[place:]
        else:
            rows = photo + rows if story and rng.random() < 0.5 else rows + photo
    return rows, broken


def _rows(article: dict, setting: Setting, rng: random.Random) -> list[Row]:
    byline, below = article["byline"], article["byline_place"] == "below"
    body = [Row(byline, "byline")] if byline and not below else []
    body += _body(article["paragraphs"], setting, rng)
    body += [Row(byline, "bottom")] if byline and below else []
    head = []
    if article["headline"]:
        head = heading_rows(article, most_lines=setting.heading_lines, rng=rng)
    after = setting.order == "after"
    if setting.order == "mixed" and body and _announces(article):
        after = rng.random() < 0.5
    rows = body + head if after else head + body
    return [replace(rows[0], starts="story"), *rows[1:]] if rows else []


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
    printed = re.sub(r"\s", "", "\n".join([article["byline"] or "", *paragraphs]))
    names = {role: [] for role in (*ROLES.values(), "authors")}
    for one in article["credits"]:
        names[_told(one, printed)].append(one["name"])
    told = {name for role in ROLES.values() for name in names[role]}  # who took pictures as well
    names["authors"] = [name for name in names["authors"] if name not in told]
    return {
        **{part: article[part] for part in ("kicker", "headline", "deck")},
        **names,
        "paragraphs": paragraphs,
        "subheads": subheads,
        "ignorable": _ignorable(article, paragraphs),
        "source": article["kind"],
    }


def _told(credit: dict, printed: str) -> str:
    """The role of who signs, if the last such word before the name is one for it."""
    for match in re.finditer(re.escape(credit["name"]), printed):
        words = ROLE_WORD.findall(printed, max(0, match.start() - FURTHEST), match.start())
        role = ROLES.get(words[-1]) if words else None
        if role == f"{credit['role']}s":
            return role
    return "authors"


def _ignorable(article: dict, paragraphs: Sequence[str]) -> list[str]:
    names = [one["name"] for one in article["credits"]]
    found = [article["byline"]] if article["byline"] else []
    if not paragraphs:
        return found
    opening, ending = OPENING.match(paragraphs[0]), ENDING.search(paragraphs[-1])
    for match in filter(None, (opening, ending, *map(WHOLE.fullmatch, paragraphs))):
        bare = re.sub(r"\s", "", match[0])
        if any(name in bare for name in names) or (match is opening and SOURCE.search(match[0])):
            found.append(match[0].strip())
    return found + [text for text in paragraphs if NOTE.fullmatch(text)]
