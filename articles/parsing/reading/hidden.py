"""Stories that begin inside the text of one that lost its headline."""

import re
from collections.abc import Sequence

from articles.parsing.overlap import bigrams
from articles.parsing.reading.pairing import CORRECTION
from articles.parsing.reading.parts import BodyText, Story
from articles.parsing.typography.lines import HAN

MOST_PARAGRAPHS = 40
LEAST, ONE_WRITER = 0.0, 0.5  # score with which a second story begins, and one of the same writer
UNSIGNED = 0.8  # with which one does where nobody signs it
ALONE, LEAST_OWN = 1.4, 4  # the same where nearly all others are signed; pairs of a headline
HEADED, STRANGE = 0.4, 0.2  # score with which one does under a headline; share of its pairs
MOST_HEADS = 3  # rows of that headline
LED = 1.0  # of what the headline says, in the paragraph that begins the story
SHORTEST = 12  # pairs of the first of two stories: more than its first words 本报讯（记者…）
TURN = 0.3  # where the column changes or a picture stands
OPENING = 60  # characters in which a story's first words name who wrote it
HAN_ONLY = re.compile(f"[^{HAN}]")
ITEM_MARK = re.compile("[●◆■▲★◎○◇△□▶]")


def hidden_above(story: Story, below: Story | None, bodies: Sequence[BodyText]) -> int:
    """The same of a story with a headline of its own, where another stands between it and the next.

    `below` is the next story, whose headline the first rows over it are not: they say nothing of
    it, and much of the end of the text above.
    """
    last = bodies[story.bodies[-1]]
    headed = [p.text for p in story.after if not p.byline]
    if len(last.paragraphs) > MOST_PARAGRAPHS or story.inner:
        return 0
    least = LEAST if _signed_twice(story, bodies) else UNSIGNED
    if headed:
        return _second_start(bigrams("".join(headed)), "", last, least)
    heads = [p for p in below.before if not p.byline] if below and not below.inner else []
    if len(heads) < 2:
        return 0
    text = bigrams("".join([bodies[place].text for place in below.bodies]))
    for count in range(1, min(MOST_HEADS, len(heads) - 1) + 1):
        own = bigrams("".join([p.text for p in heads[:count]]))
        if own and len(own & text) < STRANGE * len(own):
            start = _second_start(own, "", last, max(least, HEADED))
            if start:
                return start
    return 0


def hidden_start(story: Story, bodies: Sequence[BodyText], unsigned: float) -> int:
    """Number of the paragraph of its last body at which an article of its own begins, 0 for none.

    The headline after it belongs to the second, and the first has lost its own: told where the
    headline is a notice's, where two writers have signed, or where the column changes and nothing
    of what the headline says stands above; `unsigned` is the score that this takes.
    """
    first, last = bodies[story.bodies[0]], bodies[story.bodies[-1]]
    if len(last.paragraphs) > MOST_PARAGRAPHS or not (first.announced or story.before):
        return 0
    pieces = [p for p in story.after if not p.byline]
    if len(story.bodies) == 1 and pieces and pieces[-1].title:
        return _titled_start(pieces[-1].text, last.paragraphs)
    if any(not p.byline for p in story.before):
        return 0
    above = "".join([bodies[place].text for place in story.bodies[:-1]])
    own = bigrams("".join([p.text for p in pieces]))
    if names := _signed_twice(story, bodies):
        least = ONE_WRITER if names[1] in names[0] else LEAST
        return _second_start(own, above, last, least)
    if len(own) < LEAST_OWN or not last.turns:
        return 0
    start = _second_start(own, above, last, unsigned)
    told = own & bigrams(above + "".join(last.paragraphs[:start]))
    return start if start in last.turns and len(told) < STRANGE * len(own) else 0


def _signed_twice(story: Story, bodies: Sequence[BodyText]) -> tuple[str, str] | None:
    """Who is named at its head, and the end of who signs at its end: two stories' writers."""
    opening, ending = bodies[story.bodies[0]], bodies[story.bodies[-1]]
    first = [p.text for p in story.before if p.byline] + [opening.text[:OPENING]] * opening.named
    last = [p.text for p in story.after if p.byline] + [ending.text] * ending.signed_off
    return ("".join(first), HAN_ONLY.sub("", last[-1])[-2:]) if first and last else None


def _second_start(own: frozenset[str], before: str, body: BodyText, best: float) -> int:
    """Where the second of two stories begins: where the words change, and the column as well."""
    parts, start, told_before = [bigrams(p) for p in body.paragraphs], 0, bigrams(before)
    for cut in range(1, len(parts)):
        above, below = told_before.union(*parts[:cut]), frozenset().union(*parts[cut:])
        if len(above) < SHORTEST:
            continue
        told = len(own & below) + LED * len(own & parts[cut]) - 2 * len(own & above)
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
