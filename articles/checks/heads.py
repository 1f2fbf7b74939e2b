"""The length of a headline."""

from collections.abc import Iterator

from articles.checks.findings import Hit
from articles.texts.manuscripts import Manuscript, Spot

# Characters; two lines of a headline in print, and what a phone shows without cutting it.
MOST = 40


def long_headline(manuscript: Manuscript) -> Iterator[Hit]:
    for place, text in enumerate(manuscript.part("headline")):
        length = len("".join(text.split()))
        if length > MOST:
            words = {"length": length, "most": MOST}
            yield Hit("long_headline", Spot("headline", place), 0, len(text), words)
