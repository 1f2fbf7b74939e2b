"""Stories that begin inside the text of one that lost its headline."""

import re
from collections.abc import Sequence

from articles.parsing.overlap import bigrams
from articles.parsing.reading.pairing import CORRECTION
from articles.parsing.reading.parts import BodyText, Story
from articles.parsing.typography.lines import HAN

MOST_PARAGRAPHS = 40
LEAST = 0.0  # score with which a second story begins
TURN = 0.3  # where the column changes or a picture stands
OPENING = 60  # characters in which a story's first words name who wrote it
HAN_ONLY = re.compile(f"[^{HAN}]")
ITEM_MARK = re.compile("[●◆■▲★◎○◇△□▶]")


def hidden_start(story: Story, bodies: Sequence[BodyText]) -> int:
    """Number of the paragraph at which an article of its own begins inside a body, 0 for none.

    The headline after it belongs to the second, and the first has lost its own: told where the
    headline is a notice's, or where two writers have signed.
    """
    if len(bodies[story.bodies[0]].paragraphs) > MOST_PARAGRAPHS:
        return 0
    if len(story.bodies) > 1 or any(not p.byline for p in story.before):
        return 0
    body = bodies[story.bodies[0]]
    if not body.announced and not story.before:  # what stands before is its byline
        return 0
    pieces = [p for p in story.after if not p.byline]
    if pieces and pieces[-1].title:
        return _titled_start(pieces[-1].text, body.paragraphs)
    if _is_signed_twice(story, bodies):
        return _second_start(bigrams("".join([p.text for p in pieces])), body)
    return 0


def _is_signed_twice(story: Story, bodies: Sequence[BodyText]) -> bool:
    """Named at its head and signed at its end: by two writers, who wrote two stories."""
    opening, ending = bodies[story.bodies[0]], bodies[story.bodies[-1]]
    first = [p.text for p in story.before if p.byline] + [opening.text[:OPENING]] * opening.named
    last = [p.text for p in story.after if p.byline] + [ending.text] * ending.signed_off
    return bool(first and last) and HAN_ONLY.sub("", last[-1])[-2:] not in "".join(first)


def _second_start(own: frozenset[str], body: BodyText) -> int:
    """Where the second of two stories begins: where the words change, and the column as well."""
    parts = [bigrams(p) for p in body.paragraphs]
    best, start = LEAST, 0
    for cut in range(1, len(parts)):
        above, below = frozenset().union(*parts[:cut]), frozenset().union(*parts[cut:])
        told = len(own & below) + 0.5 * len(own & parts[cut]) - 2 * len(own & above)
        score = told / len(own) if own else 0.0
        score -= len(above & below) / max(1, min(len(above), len(below)))
        score += TURN * (cut in body.turns)
        if score > best:
            best, start = score, cut
    return start


def _titled_start(title: str, paragraphs: Sequence[str]) -> int:
    """Where a notice, a correction or brief items begin under a story that is announced.

    乡镇短讯 heads the first item, 停水通知 the first paragraph that speaks of 停水.
    """
    own = bigrams(title[:-2])
    for number, text in enumerate(paragraphs):
        if not number:
            continue
        if ITEM_MARK.match(text) or CORRECTION.match(text):
            return number if not ITEM_MARK.match(paragraphs[0]) else 0
        if own and own & bigrams(text):
            told = own & bigrams("".join(paragraphs[:number]))
            return 0 if told else number
    return 0
