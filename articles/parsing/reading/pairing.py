"""Headlines ↔ bodies: every way to share out the rows between two bodies, the best one taken."""

import math
import re
from collections.abc import Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from articles.parsing.overlap import Overlap
from articles.parsing.reading.cuts import PICTURE, TORN, hang_together, pair_cost, torn_apart
from articles.parsing.reading.first_subheads import opens_below_byline
from articles.parsing.reading.heaps import Heap, find_heap, parts_of
from articles.parsing.reading.parts import BodyText, Gap, Piece, Story
from articles.parsing.reading.reclaiming import reclaim
from articles.parsing.reading.subheads import Subheads

BEAM = 8
FAR_AHEAD = 9.0  # of a reading without a rival
MOST_SUBHEADS = 40
MOST_PIECES = 14  # more rows than that between two bodies are no headlines to be shared out
MISSING = {True: -2.3, False: -5.0}  # by whether the body announces itself
BOTH_SIDES = -7.0
STRANGER = 1.2  # a headline that says nothing of its text
INVENTED = 1.2  # and that was torn from its neighbour's
CLEAN, OWN = 1.0, 0.05  # of two headlines, each of which tells so much more of its own text
MORE_ROWS = 0.6
CUT = 0.6  # rows that follow each other mostly head one story
TWICE_SIGNED = 3.5
LATE, OPENING = 3.0, 0.6  # a headline below its byline; a subhead there
UNSIGNED, OFTEN_UNSIGNED = 2.0, 0.5  # a story that nowhere says who wrote it
FEW_UNSIGNED = 0.7  # where as many are signed as not
UNUSUAL, FEW_SUBHEADS = 1.8, 1.0  # the same on a page where nobody signs: each story is short
TELLS_WHEN = 1.0  # with its first words
OFF_BLANK = 0.8  # stories parted where no blank line is, though one is near


CORRECTION = re.compile(r"本报\d")


class _Side:
    """The pieces on one side of a story, and what they are together."""

    __slots__ = (
        "late", "opens_below", "pieces", "rows", "signed", "size", "text", "titled", "torn",
    )  # fmt: skip

    def __init__(self, pieces: Sequence[Piece]):
        self.pieces, self.size = tuple(pieces), len(pieces)
        heads = [p.text for p in pieces if not p.byline]
        self.rows, self.text = len(heads), "".join(heads)
        self.signed = self.rows < self.size
        self.titled = True in [p.title for p in pieces]
        self.torn = False  # its neighbour has rows of the same gap, and may have had these
        self.opens_below = opens_below_byline(pieces)
        self.late = 0  # bylines behind a headline
        if heads and self.signed:
            bylines = [p.byline for p in pieces]
            self.late = sum(bylines[bylines.index(False) :])


class _State(NamedTuple):
    score: float
    first: int  # first body of the story that is open
    before: _Side
    trail: tuple | None = None  # (state before, how, pieces, body): linked list of decisions
    decision: tuple = ()  # how it reads the gap that it comes from, and how many pieces with that


_new_state = partial(tuple.__new__, _State)  # of one whole tuple: made in half the time


def pair(bodies: Sequence[BodyText], gaps: Sequence[Gap]) -> tuple[list[Story], float]:
    """Stories in printed order; `gaps` has one more entry than `bodies`. Also p(before)."""
    heads = (p.text for gap in gaps for p in gap.pieces if not p.byline)
    overlap = Overlap((b.text for b in bodies), heads)
    heap = find_heap(gaps)
    if heap and (stories := _pair_with_heap(heap, bodies, gaps, overlap)):
        return stories, 0.5
    search = _Search(bodies, gaps, overlap)
    stories = search.run()
    search.lean(_chance_before(stories), stories)
    stories = search.run_closely()
    chance = _chance_before(stories)
    for story in stories:
        _note_share(story, overlap)
    reclaim(stories, overlap)
    return stories, chance


def _chance_before(stories: Sequence[Story]) -> float:
    """That a headline of the page stands before its body, told by those that are read."""
    before = sum(1 for s in stories if any(not p.byline for p in s.before))
    after = sum(1 for s in stories if any(not p.byline for p in s.after))
    return (before + 0.7) / (before + after + 1.4)


def _pair_with_heap(
    heap: Heap, bodies: Sequence[BodyText], gaps: Sequence[Gap], overlap: Overlap
) -> list[Story]:
    """Stories whose headlines all stand in the heap; [] where that is not so."""
    bare = list(gaps)
    bare[heap.gap] = Gap([p for p in gaps[heap.gap].pieces if p.byline])
    stories = _Search(bodies, bare, overlap).run_closely()
    if any(not p.byline for s in stories for p in (*s.before, *s.after)):
        return []
    shares = heap.share_out(parts_of(stories, bodies))
    if len(shares) < 2:
        return []
    begun = {story.bodies[0]: story for story in stories}
    for part, start, stop in shares:
        if part.begins:
            story = begun[part.body]
            story.before += heap.pieces[start:stop]
            story.heaped = True
            _note_share(story, overlap)
        else:
            story.hidden.append((part.body, part.paragraph))
    return stories


def _note_share(story: Story, overlap: Overlap) -> None:
    """How much of its headline the story speaks of."""
    heads = [p.text for p in (*story.before, *story.after) if not p.byline]
    ends = story.bodies[0], story.bodies[-1]
    story.share = overlap.share("".join(heads), *ends) if heads else 0.0


def _by_decision(ways: Sequence[tuple]) -> dict[tuple, float]:
    """The best score of each way to read the gap before the last one; the ways are sorted."""
    return {state.decision: score for score, state, *_ in reversed(ways)}


def _lead(rivals: dict[tuple, float], state: _State) -> float:
    """How much better the state reads its gap than the best other reading of it."""
    others = [score for decision, score in rivals.items() if decision != state.decision]
    return rivals[state.decision] - max(others) if others else FAR_AHEAD


def _trail_of(state: _State) -> Iterator[_State]:
    """The states that led to this one, the last first."""
    while state.trail is not None:
        yield state
        state = state.trail[0]
    yield state


class _Search:
    """Beam search over the gaps; a state knows the story that is open."""

    def __init__(self, bodies, gaps, overlap: Overlap):
        self.bodies, self.gaps, self.overlap = bodies, gaps, overlap
        self.subheads = Subheads(bodies, gaps, overlap)
        self.cuts = [self._cuts(index) for index in range(1, len(bodies))]
        self.judged: dict[tuple, list[tuple[float, bool, bool, bool]]] = {}
        bylines = any(piece.byline for gap in gaps for piece in gap.pieces)
        self.signs = bylines or any(body.announced or body.signed for body in bodies)
        self.trail: list[_State] = []  # the best reading of the last run
        self.lean(0.5)

    def lean(self, chance: float, stories: Sequence[Story] = ()) -> None:
        """Set the page's chance that a headline stands before its body, and what it signs.

        Where it signs nothing, it tells by its subheads whether it is one of short items.
        """
        self.log_before, self.log_after = math.log(chance), math.log(1 - chance)
        self.unsigned = UNSIGNED if self.signs else UNUSUAL
        if stories:
            signed = sum(story.is_signed(self.bodies) for story in stories)
            joined = sum(len(story.inner) for story in stories)
            odds = math.log((signed + 1) / (len(stories) - signed + 1)) + FEW_UNSIGNED
            if not self.signs:
                odds = math.log((joined + 1) / (len(stories) + 1)) + FEW_SUBHEADS
            self.unsigned = min(self.unsigned, max(OFTEN_UNSIGNED, odds))
        self.closed: dict[tuple, list[float]] = {}

    def run(self) -> list[Story]:
        """The stories of the best reading."""
        for _ in self._read_gaps():
            pass
        return self._stories()

    def run_closely(self) -> list[Story]:
        """The same, each with its margin: how much better its gaps are read than otherwise."""
        rivals = list(map(_by_decision, self._read_gaps()))
        leads = [FAR_AHEAD, *map(_lead, rivals[1:], self.trail[1:]), FAR_AHEAD]
        stories = self._stories()
        for story in stories:
            story.margin = min(leads[story.bodies[0] : story.bodies[-1] + 2])
        return stories

    def _read_gaps(self) -> Iterator[list[tuple]]:
        """Every way behind each gap, the best first, after the last of which the trail is known."""
        lead, tail = _Side(self.gaps[0].pieces), _Side(self.gaps[-1].pieces)
        states = [_State(self._lead_score(lead.pieces, 0), 0, lead)]
        for index, cuts in enumerate(self.cuts, 1):
            ways = [way for state in states for way in self._ways(state, index, cuts)]
            ways.sort(key=itemgetter(0), reverse=True)
            yield ways
            states = [self._grown(*way, index) for way in ways[:BEAM]]
        last = len(self.bodies) - 1
        ending = [(tail, None, 0.0)]
        ways = [(s.score + self._close(s, last, ending)[0], s) for s in states]
        ways.sort(key=itemgetter(0), reverse=True)
        yield ways
        self.trail = list(_trail_of(ways[0][1]))[::-1]

    def _ways(self, state: _State, index: int, cuts: list[tuple]) -> list[tuple]:
        """(score, state, cut): the story ends in this gap, or, without a cut, goes on behind it."""
        score = state.score
        ends = self._close(state, index - 1, cuts)
        ways = [(score + end + cut[2], state, cut) for cut, end in zip(cuts, ends, strict=True)]
        merge = self.subheads.scores[index]
        if merge is not None and index - state.first <= MOST_SUBHEADS:
            if self.gaps[index].pieces:
                above = state.trail[2] if state.trail and state.trail[1] == "merge" else ()
                merge += self.subheads.odds_below(above, index)
            ways.append((score + merge, state, None))
        return ways

    def _grown(self, score: float, state: _State, cut: tuple | None, index: int) -> _State:
        """The state behind a gap, once it is known to be among the best."""
        if cut is None:
            how, pieces = "merge", tuple(self.gaps[index].pieces)
            first, before = state.first, state.before
        else:
            after, before, _ = cut
            how, pieces, first = "cut", after.pieces, index
        trail = (state, how, pieces, index)
        return _new_state((score, first, before, trail, (how, len(pieces))))

    def _cuts(self, index: int) -> list[tuple[_Side, _Side, float]]:
        """Every way to share out a gap between two stories, and what each costs."""
        pieces = self.gaps[index].pieces
        most = len(pieces)
        cuts = []
        for cut in range(most + 1) if most <= MOST_PIECES else (0, most):
            after, before = _Side(pieces[:cut]), _Side(pieces[cut:])
            score = self._cut_score(index, cut)
            if after.rows and before.rows:
                after.torn = before.torn = not self._tell_apart(after.text, before.text, index)
                score += 0.0 if after.torn else CLEAN
            cuts.append((after, before, score))
        return cuts

    def _tell_apart(self, after: str, before: str, index: int) -> bool:
        """Whether each of two headlines speaks of its own text, and less of the other's."""
        gains = [
            self.overlap.share(text, own, own) - self.overlap.share(text, other, other)
            for text, own, other in ((after, index - 1, index), (before, index, index - 1))
        ]
        return min(gains) >= OWN

    def _cut_score(self, index: int, cut: int) -> float:
        """What it costs to give the first pieces of a gap to the story above it."""
        pieces = self.gaps[index].pieces
        lead = self._lead_score(pieces[cut:], index)
        title = self._title_score(pieces, cut, self.bodies[index])
        return lead + title - self._off_blank(pieces, cut, index)

    def _title_score(self, pieces: list[Piece], cut: int, body: BodyText) -> float:
        """更正 belongs to the correction under it, and to no headline above it."""
        if not CORRECTION.match(body.text):
            return 0.0
        titles = [k for k, p in enumerate(pieces) if p.title and len(p.text) <= 8]
        return sum(3.0 if k == cut else -3.0 for k in titles)

    def _off_blank(self, pieces: list[Piece], cut: int, index: int) -> float:
        """Cost of parting two stories at a place without a blank line."""
        blanks = [p.blank for p in pieces] + [self.bodies[index].blank]
        cost = OFF_BLANK if any(blanks) and not blanks[cut] else 0.0
        cost += PICTURE * sum(k != cut for k in torn_apart(pieces))
        if 0 < cut < len(pieces):
            above, below = pieces[cut - 1 : cut + 1]
            if not above.byline and not below.byline:
                return cost + CUT + pair_cost(above, below)
            heads_items = above.title and below.byline  # 要闻简报 below its items
            return cost + (TORN if hang_together(above, below) and not heads_items else 0.0)
        return cost

    def _lead_score(self, pieces: Sequence[Piece], index: int) -> float:
        """A byline between headline and body is in its place, one before the headline is not."""
        bylines = [p.byline for p in pieces].count(True)
        if not bylines:
            return 0.0
        seen_byline, score = False, -2.5 if self.bodies[index].announced else 0.0
        score -= 3.0 * (bylines - 1)
        for piece in pieces:
            if not piece.byline and seen_byline:
                score -= LATE
            seen_byline = seen_byline or piece.byline
        return score

    def _close(self, state: _State, last: int, cuts: list[tuple]) -> list[float]:
        """Scores of the story that ends before the gap, by what of the gap is its own."""
        key = (state.first, state.before.size, last)
        ends = self.closed.get(key)
        if ends is None:
            if key not in self.judged:
                self.judged[key] = self._judge(state.first, state.before, last, cuts)
            self.closed[key] = ends = [
                score + before * self.log_before + after * self.log_after - bare * self.unsigned
                for score, before, after, bare in self.judged[key]
            ]
        return ends

    def _judge(
        self, first: int, before: _Side, last: int, cuts: list[tuple]
    ) -> list[tuple[float, bool, bool, bool]]:
        """For each end of a story: its score but for the page's habits, its sides with heads,
        and whether nobody signs it.

        Its headline, on one side of it, speaks of its text.
        """
        if before.opens_below and self._has_subheads(first, last):
            return self._judge_opened(first, before, last, cuts)
        return self._judge_headed(first, before, last, cuts)

    def _has_subheads(self, first: int, last: int) -> bool:
        return any(gap.pieces for gap in self.gaps[first + 1 : last + 1])

    def _judge_opened(self, first: int, before: _Side, last: int, cuts: list[tuple]) -> list[tuple]:
        """A row below the byline is the first subhead, if there is a headline beside it."""
        headline = _Side(before.pieces[:-1])
        opened = self._judge_headed(first, headline, last, cuts)
        headed = self._judge_headed(first, before, last, cuts)
        return [
            (score + LATE - OPENING, above, below, bare) if above or below else other
            for (score, above, below, bare), other in zip(opened, headed, strict=True)
        ]

    def _judge_headed(
        self, first: int, before: _Side, last: int, cuts: list[tuple]
    ) -> list[tuple[float, bool, bool, bool]]:
        headed = before.rows > 0
        above, strange = self._head_score(before, first, last) if headed else (0.0, 0.0)
        opening = self.bodies[first]
        missing = MISSING[opening.announced or (before.signed and not opening.kept)]
        bare_above = self._is_bare(first, before, last)
        told = bare_above and self.bodies[first].tells_when
        judged = []
        for after, _, _ in cuts:
            score = self._signing_score(first, before, last, after)
            bare = bare_above and not (after.signed or after.titled)
            if bare and told:
                score += TELLS_WHEN
            if headed:
                score = score + (BOTH_SIDES if after.rows else 0.0) + above - strange
            if after.rows:
                below, stranger = self._head_score(after, first, last)
                score = score + below - stranger
            elif not headed:
                score += missing
            judged.append((score, headed, after.rows > 0, bare))
        return judged

    def _head_score(self, side: _Side, first: int, last: int) -> tuple[float, float]:
        """How well the rows of one side head the bodies, and what is off if they are strangers."""
        share, odds = self.overlap.judge(side.text, first, last)
        strange = share < 0.2 and not (self.bodies[first].kept or side.titled)
        cost = STRANGER + (INVENTED if side.torn else 0.0) if strange else 0.0
        return odds - MORE_ROWS * (side.rows - 1), cost

    def _signing_score(self, first: int, before: _Side, last: int, after: _Side) -> float:
        """A story is signed once: at its head or at its end."""
        opening, ending = self.bodies[first], self.bodies[last]
        score = -3.0 * after.late
        if opening.named and after.signed:
            score -= TWICE_SIGNED
        if before.signed and (after.signed or before.titled):  # nobody signs a notice
            score -= 3.0
        if last > first and (opening.named or before.signed) and ending.signed_off:
            score -= TWICE_SIGNED
        return score

    def _is_bare(self, first: int, before: _Side, last: int) -> bool:
        """Whether nothing above it or in it says who wrote the story, though something should."""
        opening = self.bodies[first]
        signed = opening.announced or self.bodies[last].signed or before.signed
        return not (signed or before.titled or opening.kept)

    def _stories(self) -> list[Story]:
        stories = [Story([0], before=list(self.trail[0].before.pieces))]
        for new in self.trail[1:]:
            _, how, pieces, index = new.trail
            if how == "merge":
                stories[-1].bodies.append(index)
                if pieces:
                    stories[-1].inner[index] = list(pieces)
            else:
                stories[-1].after = list(pieces)
                stories.append(Story([index], before=list(new.before.pieces)))
                torn = new.before.rows > 0 and any(not p.byline for p in pieces)
                stories[-2].contested |= torn
                stories[-1].contested |= torn
        stories[-1].after = list(self.gaps[-1].pieces)
        return stories
