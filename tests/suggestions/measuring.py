"""How near suggested headlines come to true ones: python -m tests.suggestions.measuring

A headline's nearness is the F1 of its character pairs with the printed one, best of three. Much of
it is out of reach: `reach` is the share of the printed headline's pairs that the lead has at all.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from articles.parsing.offers.suggestions import headlines

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
SHARED = Path(os.environ.get("NEWSROOM_SHARED") or ROOT.parent / "shared") / "pages"
LEAD = 400  # characters

Story = tuple[str, list[str]]


def stories(folder: Path) -> list[Story]:
    """(printed headline, paragraphs without byline) of labelled pages, each article once."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        for article in page.get("articles", []):
            if article["headline"] and article["paragraphs"]:
                found[article["headline"]] = _without_byline(article)
    return list(found.items())


def news_of_the_corpus() -> list[Story]:
    paths = sorted(CORPUS.glob("*_pages.json"))
    articles = (a for path in paths for a in json.loads(path.read_text(encoding="utf-8")))
    return [(a["headline"], a["paragraphs"]) for a in articles if a["kind"] in ("news", "wire")]


def _without_byline(article: dict) -> list[str]:
    first, *rest = article["paragraphs"]
    for matter in sorted(article.get("ignorable") or [], key=len, reverse=True):
        first = first.removeprefix(matter).lstrip()
    return [first, *rest]


def nearness(story: Story) -> float:
    printed, paragraphs = story
    return max((likeness(printed, text) for text in headlines(paragraphs)), default=0.0)


def likeness(text: str, other: str) -> float:
    """F1 of the pairs of characters."""
    one, two = pairs(text), pairs(other)
    return 2 * (one & two).total() / ((one + two).total() or 1)


def pairs(text: str) -> Counter:
    plain = [char for char in text if char.isalnum()]
    return Counter(a + b for a, b in pairwise(plain))


def reach(story: Story) -> float:
    printed, paragraphs = story
    wanted = pairs(printed)
    return (wanted & pairs("".join(paragraphs)[:LEAD])).total() / (wanted.total() or 1)


def mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / (len(found) or 1)


def main() -> None:
    sets = {"own corpus, news": news_of_the_corpus(), "demo pages": stories(CORPUS / "demo")}
    if SHARED.is_dir():
        sets["labelled pages"] = stories(SHARED)
    for name, found in sets.items():
        near = [nearness(story) for story in found]
        half = sum(value >= 0.5 for value in near)
        print(f"{name}: {len(found)} headlines, best of three {mean(near):.3f},", end=" ")
        print(f"at least half {half / len(found):.0%}, reach {mean(map(reach, found)):.2f}")


if __name__ == "__main__":
    main()
