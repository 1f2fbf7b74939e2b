"""Headlines that a lead offers: candidates in its own words, for an editor to take or leave."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.parsing.dates.grammar import MENTION
from articles.parsing.offers.headline_grammar import (
    ACTOR,
    ACTS,
    AROUND,
    BODY,
    BRACKETS,
    CLOCK,
    DEED_START,
    DIGIT,
    DOES,
    ELSEWHERE,
    EVENT,
    HAN,
    HELD,
    IN_PLACE,
    IN_PLACES,
    MANNER,
    OFFICIAL,
    OPENING,
    PLACE,
    QUOTED,
    SAID,
    SAYS,
    SENTENCE,
    SLOGAN,
    SPOKEN,
    TELLING,
    TOLD,
    VERBS,
    WEAK_END,
    WEAK_START,
    WHO,
)
from articles.parsing.overlap import bigrams

SHORTEST, LONGEST = 7, 27  # characters
HANDY = 24  # characters beyond which the place of an event goes
LATER = 0.6  # what each sentence before it takes from a candidate's worth
ALIKE = 0.6  # share of common bigrams from which two candidates are one
NO_DEED = 0.4  # what a candidate without a verb is worth less
SHORT = 0.15  # and one without what merely tells more
DEED = 0.5  # what a clause cut down to who did what is worth more
LEAD = 700  # characters of running text that are looked at
SENTENCES = 8  # that are looked at
SCENE = 3  # sentences that a story may open with before it tells its news
TOPIC = 4000  # characters that tell what the story is about


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    late: float  # sentences that are between it and the one that tells the news
    place: int  # in its sentence


def headlines(paragraphs: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    """Up to `limit` headlines in words of the lead, best first, each unlike the others.

    They are cut, never written: every candidate is made of runs of the lead itself, in their
    order. Machine-made until an editor takes one.
    """
    topic = _Topic("\n".join(paragraphs)[:TOPIC])
    scored: dict[str, float] = {}
    for clause, text, weight in _candidates(paragraphs):
        score = topic.score(text) + weight - LATER * min(clause.late, 4) - 0.02 * clause.place
        scored[text] = max(score, scored.get(text, score))
    return tuple(_unlike(sorted(scored, key=lambda text: (-scored[text], text)), limit))


class _Topic:
    """What a story keeps coming back to, as weights of character bigrams."""

    def __init__(self, text: str):
        plain = [c for c in text if HAN.match(c) or c.isalnum()]
        self.counts = Counter(a + b for a, b in pairwise(plain))

    def score(self, text: str) -> float:
        pairs = bigrams(text)
        if not pairs:
            return 0.0
        centre = sum(math.log2(self.counts.get(pair, 1)) for pair in pairs) / len(pairs)
        signs = 0.4 * (VERBS.search(text) is not None) + 0.3 * (BODY.match(text) is not None)
        signs -= NO_DEED * (VERBS.search(text) is None)
        signs += 0.3 * (EVENT.search(text) is not None)
        return (
            centre * 0.4
            + signs
            - abs(len(text) - 15) * 0.03
            - 0.5 * (SPOKEN.search(text) is not None)
            - 0.25 * (len(DIGIT.findall(text)) > 3)
        )


def _candidates(paragraphs: Sequence[str]) -> Iterator[tuple[_Clause, str, float]]:
    """Clause, candidate, and how much more its kind is worth."""
    for sentence in _sentences(paragraphs):
        subject = ""
        for place, clause in enumerate(sentence):
            bare = _bare(clause.text)
            readings = [(text, 0.0) for text in _readings(bare)]
            readings += [(text, DEED) for text in _deeds(bare, subject)]
            readings += [(text, SHORT) for text in _shortened(bare, subject)]
            if says := SAYS.match(bare):
                readings.append((bare[says.end() :], DEED))
            if place:
                before = sentence[place - 1].text
                readings += [(pair, 0.0) for pair in _pair(before, bare)]
                readings += [(text, DEED) for text in _continued(_bare(before), bare)]
            yield from ((clause, text, more) for text, more in readings if _stands_alone(text))
            subject = _subject(bare) or subject


def _subject(bare: str) -> str:
    """Who acts: 某县图书馆, 某某一行."""
    who = WHO.match(bare)
    if who:
        return who["who"]
    body = BODY.match(bare.removeprefix("由"))
    if body:
        return body["body"]
    actor = ACTOR.match(bare)
    return actor["who"] if actor else ""


def _shortened(bare: str, subject: str) -> Iterator[str]:
    """The clause without manner, occasion and what merely tells more, in steps; with its actor."""
    plain = _without(MANNER, AROUND.sub("", MENTION.sub("", bare)))
    start = DEED_START.match(plain)
    if start and subject:
        deed = plain[start.end() :]
        yield from (subject + text for text in (deed, _without(TELLING, deed)))
        return
    steps = (plain, IN_PLACES.sub("", plain), SLOGAN.sub("", plain), _without(TELLING, plain))
    yield from dict.fromkeys(steps)


def _without(pattern: re.Pattern, text: str) -> str:
    """Cut out what the pattern finds, but nothing out of a quotation or a title."""
    masked = QUOTED.sub(lambda found: "　" * len(found[0]), text)
    for found in reversed(list(pattern.finditer(masked))):
        text = text[: found.start()] + text[found.end() :]
    return text


def _continued(before: str, bare: str) -> Iterator[str]:
    """A clause that is only the subject of the next: …毕业生，正陆续走向工作岗位."""
    held = ELSEWHERE.match(bare)
    if held:
        yield before.rpartition("的")[2] + held["verb"]
    elif MANNER.match(bare) and not VERBS.search(before):
        whole = _without(MANNER, MENTION.sub("", before)) + _without(MANNER, bare)
        yield from (whole, _without(TELLING, whole))


def _sentences(paragraphs: Sequence[str]) -> Iterator[list[_Clause]]:
    """Clauses of each of the first sentences."""
    text = "\n".join(paragraphs)[:LEAD]
    sentences = SENTENCE.findall(SAID.sub("", text))[:SENTENCES]
    opening = [TOLD.search(sentence) or VERBS.search(sentence) for sentence in sentences[:SCENE]]
    news = next((k for k, told in enumerate(opening) if told), 0)
    for number, sentence in enumerate(sentences):
        yield [
            _Clause(words, number - news if number > news else (news - number) / 2, place)
            for place, part in enumerate(_split(sentence))
            if (words := part.strip(" 。！？；\n"))
        ]


def _split(sentence: str) -> list[str]:
    """Clauses, cut at commas that stand outside quotation marks and brackets."""
    masked = QUOTED.sub(lambda found: "　" * len(found[0]), sentence)
    cuts = [place for place, sign in enumerate(masked) if sign in "，："]
    edges = [-1, *cuts, len(sentence)]
    return [sentence[a + 1 : b] for a, b in pairwise(edges)]


def _bare(text: str) -> str:
    """Without the time, the place and the phrases that only lead up to the news."""
    text = BRACKETS.sub("", text)
    for _again in range(3):
        before = text
        text = OPENING.sub("", text)
        found = MENTION.match(text)
        if found:
            text = CLOCK.sub("", text[found.end() :].removeprefix("起"))
        if text == before:
            break
    return IN_PLACE.sub("", text)


def _readings(bare: str) -> Iterator[str]:
    """The clause itself, and what is left when dates and attributes go."""
    if PLACE.match(bare):
        return
    yield bare
    undated = MENTION.sub("", bare)
    if undated != bare:
        yield undated
    if "的" in bare:
        yield bare.partition("的")[2]


def _deeds(bare: str, subject: str) -> Iterator[str]:
    """Who did what and what took place, without titles, places and names of campaigns."""
    official = OFFICIAL.match(bare)
    if official:
        yield bare[official.end("titles") :]
    undated = MENTION.sub("", bare)
    for text in (undated, SLOGAN.sub("", undated)):
        found = [deed for deed in _done(text, subject) if _stands_alone(deed)]
        yield from found
        if found:
            return


def _done(text: str, subject: str) -> Iterator[str]:
    yield from _held(text)
    body = BODY.match(text)
    act = ACTS.match(text)
    if subject and act:
        yield subject + text[act.start("act") :]
    done = DOES.search(text)
    who = body["body"] if body and done and body.end() <= done.start() else subject
    if done and who:
        yield who + done["act"] + done["what"]


def _held(text: str) -> Iterator[str]:
    """…推介会在云澧市举行; where that is too long, …推介会举行."""
    short = text.removeprefix("由").rpartition("的")[2]
    held = HELD.match(short)
    if held is None:
        return
    if len(short) <= HANDY:
        yield short
        return
    what = held["what"]
    if what.startswith("“") and what.find("”") == len(what) - 1:
        what = what[1:-1]
    if len(what + held["verb"]) > HANDY:
        what = what.partition("暨")[0]
    yield what + held["verb"]
    if what.endswith("仪式"):
        yield what.removesuffix("仪式")


def _stands_alone(text: str) -> bool:
    return (
        SHORTEST <= len(text) <= LONGEST
        and len(HAN.findall(text)) >= SHORTEST - 2
        and _is_whole(text)
    )


def _is_whole(text: str) -> bool:
    return not WEAK_END.search(text) and not WEAK_START.match(text) and _balanced(text)


def _balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("“”", "《》", "（）", "‘’"))


def _pair(before: str, bare: str) -> Iterator[str]:
    """Two short clauses side by side, as a headline of two halves."""
    halves = (_bare(before), bare)
    if all(4 <= len(half) <= 12 and _is_whole(half) for half in halves):
        yield " ".join(halves)


def _unlike(texts: Iterable[str], limit: int) -> Iterator[str]:
    """The first of them that do not repeat one another."""
    taken: list[set[str]] = []
    for text in texts:
        if len(taken) == limit:
            return
        pairs = bigrams(text)
        if all(len(pairs & other) <= ALIKE * min(len(pairs), len(other)) for other in taken):
            taken.append(pairs)
            yield text
