"""Quotes and brackets that are opened and not closed, or closed and not opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.checks.findings import Hit
from articles.texts.manuscripts import Manuscript, Spot

PAIRS = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "[": "]",
    "［": "］",
}
OPENERS = {closer: opener for opener, closer in PAIRS.items()}
# What runs on over paragraphs is opened again at the head of each and closed once.
RUNS_ON = frozenset("“‘「『")
# Typesetters mix the two widths of round brackets; that is another check's business.
SAME = {"(": "（", ")": "）", "[": "［", "]": "］"}
BEFORE_NUMBERING = re.compile(
    r"(?:^|[\s，。；：、！？,;:“])[0-9０-９a-zA-Z一二三四五六七八九十]{1,3}$"
)
LATIN = re.compile(r"[A-Za-z]")


@dataclass
class _Open:
    sign: str
    spot: Spot
    place: int


def unbalanced(manuscript: Manuscript) -> Iterator[Hit]:
    for part in manuscript.parts:
        still_open: list[_Open] = []
        for number, text in enumerate(part.paragraphs):
            yield from map(_unclosed, _not_carried_on(still_open, text))
            still_open = []
            yield from _walk(text, Spot(part.name, number), still_open)
        yield from map(_unclosed, still_open)


def _not_carried_on(still_open, text):
    """A quote runs on into a paragraph that begins with it again; nothing else does."""
    quotes = [opened for opened in still_open if opened.sign in RUNS_ON]
    if quotes and text.lstrip(" \u3000>#").startswith(quotes[0].sign):
        return [opened for opened in still_open if opened.sign not in RUNS_ON]
    return still_open


def _walk(text, spot, still_open) -> Iterator[Hit]:
    for place, sign in enumerate(text):
        if sign in PAIRS:
            still_open.append(_Open(SAME.get(sign, sign), spot, place))
        elif sign in OPENERS and not _means_something_else(text, place):
            opener = SAME.get(OPENERS[sign], OPENERS[sign])
            depth = next(
                (d for d in range(1, min(len(still_open), 8) + 1) if still_open[-d].sign == opener),
                0,
            )
            if not depth:
                yield Hit("unopened", spot, place, place + 1)
                continue
            for skipped in still_open[len(still_open) - depth + 1 :]:
                yield _unclosed(skipped)
            del still_open[len(still_open) - depth :]


def _means_something_else(text, place):
    """1) and a） count; the ’ of it’s leaves out."""
    before = text[max(0, place - 4) : place]
    if text[place] in ")）":
        return (
            BEFORE_NUMBERING.search(before) is not None and "(" not in before and "（" not in before
        )
    return text[place] == "’" and LATIN.search(before[-1:]) is not None


def _unclosed(opened) -> Hit:
    return Hit("unclosed", opened.spot, opened.place, opened.place + 1)
