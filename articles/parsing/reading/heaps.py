"""Headlines that a tool wrote in one heap, above all texts or below them: each goes to its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from articles.parsing.overlap import Overlap
from articles.parsing.reading.cuts import cut_cost
from articles.parsing.reading.parts import BodyText, Gap, Piece, Story

LEAST, MOST = 3, 60  # rows of a heap
MOST_SHARE = 7  # rows of one headline
MOST_PARTS = 60
KNOWN = 0.2  # of a headline's pairs of characters; it speaks of its text
STRANGER = -2.5  # it does not
MORE_ROWS = 0.6
MISSING = -2.3
UNCLOSED = 3.0  # a quotation of which the other sign stands in another headline
UNPARTED = 0.8  # two headlines with nothing between, where blank lines part others
HIDDEN = -1.0  # a story that nothing but its headline tells


class Part(NamedTuple):
    """Text in which no story begins but, perhaps, at its first word."""

    text: str
    begins: bool  # one does begin there
    body: int
    paragraph: int  # of the body, the part's first


class Share(NamedTuple):
    """Rows start..stop-1 of a heap head the story that begins with this part."""

    part: Part
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Heap:
    """The headlines of gap number `gap`."""

    gap: int
    pieces: list[Piece]

    def share_out(self, parts: Sequence[Part]) -> list[Share]:
        """Each story's headline, in printed order; [] where they do not fit."""
        if len(parts) > MOST_PARTS:
            return []
        texts = [p.text for p in self.pieces]
        overlap = Overlap((part.text for part in parts), texts)
        parted = UNPARTED * any(p.blank for p in self.pieces[1:])
        cuts = [cut_cost(a, b) + parted * (not b.blank) for a, b in pairwise(self.pieces)]
        costs = [0.0, *cuts, 0.0]
        # For each number of parts read: {rows given to them: (score, the shares, as a linked list)}
        best: list[dict[int, tuple]] = [{} for _ in range(len(parts) + 1)]
        best[0][0] = (0.0, None)
        for first in range(len(parts)):
            for given, (score, trail) in best[first].items():
                for stop, last, gain in self._ways(parts, overlap, given, first):
                    total, ways = score + gain - costs[stop] * (stop > given), best[last + 1]
                    if stop not in ways or total > ways[stop][0]:
                        ways[stop] = (total, (trail, Share(parts[first], given, stop)))
        _, trail = best[-1].get(len(texts), (0.0, None))
        shares = list(_unrolled(trail))[::-1]
        headed = ["".join(texts[start:stop]) for _, start, stop in shares if stop > start]
        return shares if 2 * self._known(headed, overlap, parts) > len(headed) else []

    def _ways(
        self, parts: Sequence[Part], overlap: Overlap, given: int, first: int
    ) -> Iterator[tuple[int, int, float]]:
        """(rows given after it, last part, score) of each story that may begin with a part."""
        begins = 0.0 if parts[first].begins else HIDDEN
        most = min(given + MOST_SHARE, len(self.pieces))
        shares = ["".join([p.text for p in self.pieces[given:k]]) for k in range(given, most + 1)]
        for last in range(first, len(parts)):
            if last > first and parts[last].begins:
                return
            yield given, last, begins + MISSING
            for stop, text in enumerate(shares[1:], given + 1):
                if self._is_one(given, stop):
                    share, odds = overlap.judge(text, first, last)
                    # What a headline says stands in its story's first part, too.
                    odds = (odds + overlap.score(text, first, first)) / 2
                    odds += begins + (0.0 if share >= KNOWN else STRANGER)
                    odds -= UNCLOSED * (text.count("“") != text.count("”"))
                    yield stop, last, odds - MORE_ROWS * (stop - given - 1)

    def _is_one(self, start: int, stop: int) -> bool:
        """Whether the rows may be one headline: 更正 ends one, and a column's name begins it."""
        pieces = self.pieces[start:stop]
        return not any(p.title for p in pieces[:-1]) and not any(p.label for p in pieces[1:])

    def _known(self, headlines: Sequence[str], overlap: Overlap, parts: Sequence[Part]) -> int:
        """How many of the headlines speak of a text of the page."""
        places = range(len(parts))
        return sum(max(overlap.shares(text, places)) >= KNOWN for text in headlines)


def _unrolled(trail: tuple | None) -> Iterator[Share]:
    while trail is not None:
        trail, share = trail
        yield share


def find_heap(gaps: Sequence[Gap]) -> Heap | None:
    """More headlines than one story has, at the page's end or at its beginning."""
    for place in (len(gaps) - 1, 0):
        pieces = [p for p in gaps[place].pieces if not p.byline]
        if LEAST <= len(pieces) <= MOST:
            return Heap(place, pieces)
    return None


def parts_of(stories: Sequence[Story], bodies: Sequence[BodyText]) -> list[Part]:
    """The stories' texts, cut where a column changes or a picture stands."""
    parts: list[Part] = []
    for story in stories:
        for number in story.bodies:
            body = bodies[number]
            cuts = [0, *sorted(body.turns), len(body.paragraphs)]
            for start, stop in pairwise(cuts):
                begins = number == story.bodies[0] and not start
                text = "".join(body.paragraphs[start:stop])
                if start or begins:
                    parts.append(Part(text, begins, number, start))
                else:  # below a subhead
                    parts[-1] = parts[-1]._replace(text=parts[-1].text + text)
    return parts
