"""The rows of one headline block → kicker, headline, deck: every reading scored, the best taken."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.parsing.overlap import bigrams, plain, share
from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN

HANGING = "为的在和与被将对向至到把及让使从以当是之于"
CONTINUING = ("的", "和", "与", "及", "暨", "关于", "等")
# 寻访老作坊③, 老街故事之三, 邻里（三）, 连载⑫
SERIES = re.compile(
    r"[①-⑳]$|之[一二三四五六七八九十\d]{1,3}[）)]?$|[（(][一二三四五六七八九十\d]{1,3}[）)]$"
)
ROUND = re.compile("第[一二三四五六七八九十\\d]{1,3}(?:轮|场|站|天|比赛日)$")
TOPIC = re.compile(f"[{HAN}]{{2}}[·・丨|][{HAN}]{{2,6}}")  # 关注·高温
APART = -0.3
NO_SENSE = {True: -0.3, False: 0.0}  # of a blank line, where the page does not tell
# Pairs of rows by whether they are one headline and a blank line parts them, before any is seen.
EXPECTED = {(True, True): 1.0, (True, False): 1.0, (False, True): 3.0, (False, False): 1.0}
CLEAR, MOST_SENSE = 1.0, 2.4  # a reading's lead that teaches; log-odds
NEAR = 0.4  # log-odds, at most, for rows without a blank line: kickers often have none
LONGEST_COLUMN = 24  # characters of a column's or a series' name
SHORT, TWICE = 5, 1.6  # em of a place or a column over a headline so many times as wide
AFTER_EVENT = tuple("在将于开昨今明")
LONG = 11  # em of a row that small type fills
NAME = re.compile("[“《][^，。！？”》]{2,10}[”》]")  # an award, a title: what a verb above it wants
ENDED = "了吗呢吧？！?!"  # with which a sentence ends
SMALL = 0.4  # two short rows make one headline of usual length
EVEN = 0.5  # rows of one length are set in one type
MOST_ROWS = 12  # no headline has more; a thousand short rows must not be tried in every length
LEAD = 120  # characters: the lead paragraph of a news story
REACH, ORDER = 240, 0.6  # characters in which a story tells first what its headline says
DISTANCE = 60  # characters between what two rows tell: clearly one after the other
LEAST_TOLD = 3  # pairs of a row that the text has
LARGE = 8  # em of a row that large type fills
SMALLER = 0.7  # of the headline's width: small type hardly fills less
LONGEST_TIME = 8  # characters of 国庆假期
AMOUNT = re.compile(f"[〇零一二两三四五六七八九十百千万亿\\d.]+[{HAN}]{{1,3}}")  # 两万八千元
NUMBERED = re.compile("[〇零一二两三四五六七八九十百千万亿\\d]{2}")
PREDICATE = re.compile(f"[{HAN}][成出进上走起入到来满遍破]")  # 跑进, 捧回: a subject stands before
SPEAKER = re.compile(f"[{HAN}]{{2,7}}[：:][^：:]{{4}}")  # 医生：每天户外两小时最管用


@dataclass(frozen=True, slots=True)
class HeadRow:
    """One row of a headline block."""

    text: str
    width: float
    blank: bool


@dataclass(frozen=True, slots=True)
class HeadReading:
    """Rows before `start` are kicker, from `stop` on deck; `margin` is the lead over the rest."""

    start: int
    stop: int
    margin: float


def read_heads(
    rows: Sequence[HeadRow], body: str, rules: Rules, blanks: Mapping[bool, float] = NO_SENSE
) -> HeadReading:
    """The likeliest partition of a block of rows that belong to one article.

    `blanks` is what a blank line, or none, tells here for rows of one headline: `blank_sense`.
    """
    if len(rows) == 1:
        return HeadReading(0, 1, 9.0)
    scorer = _Scorer(rows, body, rules, blanks)
    readings = [
        (scorer.score(i, j), i, j)
        for i in range(min(len(rows), 4))
        for j in range(i + 1, min(len(rows), i + MOST_ROWS) + 1)
    ]
    readings.sort(reverse=True)
    best = readings[0]
    return HeadReading(best[1], best[2], best[0] - readings[1][0])


def blank_sense(
    blocks: Sequence[tuple[Sequence[HeadRow], HeadReading]],
) -> Mapping[bool, float]:
    """Half the log-odds that two rows are one headline with a blank line between them, or none.

    Told by the blocks of the page that are read without a doubt.
    """
    seen = dict(EXPECTED)
    for rows, reading in blocks:
        if reading.margin >= CLEAR:
            for place, row in enumerate(rows[1:], 1):
                seen[place not in (reading.start, reading.stop), row.blank] += 1
    if seen == EXPECTED:
        return NO_SENSE
    share = {one: seen[one, True] / (seen[one, True] + seen[one, False]) for one in (True, False)}
    odds = {
        True: math.log(share[True] / share[False]),
        False: math.log((1 - share[True]) / (1 - share[False])),
    }
    return {blank: max(-MOST_SENSE, min(NEAR, x)) / 2 for blank, x in odds.items()}


def is_column(text: str, rules: Rules) -> bool:
    """The name of a column or a series: 民生观察, 寻访老作坊③."""
    if len(text) > LONGEST_COLUMN:
        return False
    if text.strip("【】[]■●◆▲★ ") in rules.columns:
        return True
    folded = len(text) <= 9 and text[-1].isdecimal() and not text[-3:].isdecimal()
    return (
        folded
        or TOPIC.fullmatch(text) is not None
        or SERIES.search(text) is not None
        or (len(text) <= 8 and text.endswith(rules.column_ends))
    )


def spot(text: str, body: str) -> float | None:
    """Where in the body the pairs of the text stand on average; None where too few do."""
    places = sorted(place for pair in bigrams(text) if (place := body.find(pair)) >= 0)
    return places[len(places) // 2] if len(places) >= LEAST_TOLD else None


class _Scorer:
    def __init__(
        self, rows: Sequence[HeadRow], body: str, rules: Rules, blanks: Mapping[bool, float]
    ):
        self.blanks = blanks
        self.rows, self.body, self.rules = rows, body.replace(" ", ""), rules
        lead, whole = plain(self.body[:LEAD]), plain(self.body)
        self.lead = [share(r.text, lead) for r in rows]
        self.told = [share(r.text, whole) for r in rows]
        self.plain = whole
        self.spots = [spot(r.text, whole[:REACH]) for r in rows]
        self.broken = [self._broken(a.text, b.text) for a, b in pairwise(rows)]
        self.joins = [self._join(k) for k in range(len(rows) - 1)]

    def score(self, i: int, j: int) -> float:
        """Rows :i kicker, i:j headline, j: deck."""
        total = 0.0
        for k, join in enumerate(self.joins):
            if k + 1 in (i, j):
                total -= join
            else:  # a deck or a kicker may be several clauses, each on its own row
                total += join if i <= k < j else max(join, APART)
            if i <= k < j - 1 and j - i > 2 and self.broken[k] < 1.0:
                total -= 1.0
        if i:
            total += self._kicker(i, j)
        if j < len(self.rows):
            total += self._deck(i, j)
        return total + self._headline(i, j)

    def _join(self, k: int) -> float:
        """Evidence that rows k and k+1 are one headline broken in two."""
        a, b = self.rows[k], self.rows[k + 1]
        x, y = a.text, b.text
        score = self.blanks[b.blank]
        if y.startswith(self.rules.deck_openings):
            score -= 6.0
        if k == 0 and (is_column(x, self.rules) or x.endswith(self.rules.kicker_ends)):
            score -= 3.0
        if y.startswith(CONTINUING):
            score += 2.0
        if x[-1] in ENDED or self._is_occasion(x, y):
            score -= 1.0
        score += self.broken[k] + self._proportion(a, b)
        if self.broken[k] < 1.0 and min(a.width, b.width) > 6.5:
            score += 0.8 * (min(self.told[k], self.told[k + 1]) - 0.5) - 0.8
            follows = y.startswith(self.rules.clause_followers) and self.told[k + 1] >= 0.5
            score += 2.2 if follows else 0.0
        score -= 1.0 if (" " in x) != (" " in y) else 0.0
        return score

    def _broken(self, x: str, y: str) -> float:
        """Signs that row x is no clause of its own."""
        score = 0.0
        if x.count("“") > x.count("”") or x.count("《") > x.count("》"):
            score += 6.0
        if x[-1] in "，、；：":
            score += 2.5
        if AMOUNT.fullmatch(y) or (len(x) <= LONGEST_TIME and x.endswith(self.rules.time_ends)):
            score += 2.5
        elif PREDICATE.match(y) and not y.startswith(self.rules.kicker_openings):
            score += 1.2
        if x[-1] in HANGING or (NAME.fullmatch(y) and x[-1] not in "”》"):
            score += 2.0
        if x[-1] not in ENDED and x[-2:] + y[:2] in self.body:
            score += 2.5
        elif self._is_word(x[-2:] + y[0]) or self._is_word(x[-1] + y[:2]):
            score += 2.0
        elif x[-1] + y[0] in self.body and x[-1] not in f"”》{ENDED}" and y[0] not in "“《":
            score += 1.2
        place = self._is_place(x, y)
        if self._is_part(x) and not place and not self._is_occasion(x, y):
            score += 1.8
        if self._is_held(x):
            score -= 3.0
        if self._lacks_event(x) and y.endswith(self.rules.events):
            score += 3.0
        label = len(x) <= SHORT and len(y) >= 2 * len(x) and not share(x, self.plain)  # 有此一说
        return score + (1.5 if min(len(x), len(y)) <= 4 and not (place or label) else 0.0)

    def _is_word(self, letters: str) -> bool:
        """Three characters of the body, with no sign between them."""
        return letters.isalnum() and letters in self.body

    def _lacks_event(self, text: str) -> bool:
        """…召开 without the meeting that was held."""
        verb = next((v for v in self.rules.held_verbs if text.endswith(v)), None)
        return verb is not None and not text.removesuffix(verb).endswith(self.rules.events)

    def _is_held(self, text: str) -> bool:
        """…召开第二十次会议, …工作会议召开: an event and that it was held are all there."""
        if text.endswith(self.rules.events):
            return any(verb in text[2:] for verb in self.rules.held_verbs)
        verb = next((v for v in self.rules.held_verbs if text.endswith(v)), None)
        return verb is not None and text.removesuffix(verb).endswith(self.rules.events)

    def _is_part(self, text: str) -> bool:
        """A row that the body has word for word, and goes on from: a name, not a clause."""
        place = self.body.find(text)
        if place < 0 or len(text) > 12 or text.startswith(self.rules.kicker_openings):
            return False
        if text.endswith(self.rules.kicker_ends):
            return False
        after = self.body[place + len(text) : place + len(text) + 1]
        return after not in "，。；：！？”’"

    def _is_place(self, text: str, following: str) -> bool:
        """石桥镇 over a row so much longer that it is no half of it."""
        uneven = len(text) <= SHORT and len(following) >= TWICE * len(text)
        return uneven and text.endswith(self.rules.place_ends)

    def _is_occasion(self, text: str, following: str) -> bool:
        """市青少年乒乓球锦标赛第二轮 above what happened there; not above 在…举行."""
        held = (*self.rules.held_verbs, *AFTER_EVENT)
        occasion = ROUND.sub("", text).endswith(self.rules.occasions)
        return occasion and not following.startswith(held)

    def _proportion(self, a: HeadRow, b: HeadRow) -> float:
        short, long = sorted((a.width, b.width))
        score = 0.4 if short >= 0.7 * long and long <= 14 else 0.0
        score += SMALL if short >= 0.6 * long and long <= 9 else 0.0
        score += EVEN if long - short <= 0.5 and 7 <= long <= 14 else 0.0
        score += EVEN if 0.5 < long - short <= 1 and 8 <= long <= 10 else 0.0
        if short < 0.6 * long:
            score -= 0.8
        if long > 15:
            score -= 1.0
        if long > 20:
            score -= 1.5
        return score

    def _kicker(self, i: int, j: int) -> float:
        rows, headline = self.rows[:i], self.rows[i:j]
        text = "".join(r.text for r in rows)
        score = (-0.3 if len(self.rows) > 2 else -0.5) - 1.2 * (i - 1)
        first = headline[0].text
        score += 4.0 if i == 1 and is_column(text, self.rules) else 0.0
        follows = first.startswith(self.rules.clause_followers) or PREDICATE.match(first)
        told = self.told[0] > 0 and not self._is_place(text, first)
        uneven = rows[0].width <= SHORT and headline[0].width >= TWICE * rows[0].width
        short = i == 1 and uneven and not (follows or told)
        if short:  # 社论, 石桥镇
            score += 2.5 if self._is_place(text, headline[0].text) else 1.8
        elif max(r.width for r in headline) > max(16, 2 * rows[0].width):
            score -= 1.5
        if text.startswith(self.rules.kicker_openings) and len(text) >= 4:
            score += 1.5
        if text.endswith(self.rules.kicker_ends):
            score += 2.0
        least = 0 if " " in text else LONG
        if i == 1 and self._is_occasion(text, first) and not self._is_held(text):
            score += 2.2
        if rows[0].width >= max(least, 1.3 * max(r.width for r in headline)):
            score += 1.0
        score -= 1.5 if text[-1] in ENDED else 0.0
        large = [r.width for r in headline]
        if len(large) == 2 and max(large) <= min(LARGE, SMALLER * rows[0].width):
            score += 1.5 if abs(large[0] - large[1]) <= 1 else 0.0  # two even rows in large type
        if " " in text:
            score += 0.6
        if first[0] == "“" and headline[-1].text[-1] == "”":
            score += 1.5
        return score + self._ahead(i, j, 0, i)

    def _deck(self, i: int, j: int) -> float:
        rows, headline = self.rows[j:], self.rows[i:j]
        text = "".join(r.text for r in rows)
        score = -0.8 - 0.4 * (len(rows) - 1)
        if text.startswith(self.rules.deck_openings):
            score += 6.0
        if j == 1 and self._is_held(headline[0].text):
            score += 1.0  # what was decided
        if SPEAKER.match(text):
            score += 2.0
        if headline[-1].text[-1] in "？?":
            score += 1.2  # an answer
        widest = max(r.width for r in headline)
        if text.startswith(self.rules.advice_openings) and widest > 6:
            score += 1.8
        if rows[0].width >= widest >= 7 and NUMBERED.match(text):
            score += 1.2
        if max(r.width for r in rows) < SMALLER * widest:
            score -= 1.0
        if rows[0].width >= 1.3 * widest:
            score += 1.2
        if "，" in text and len(text) >= 14:
            score += 0.8
        if len(rows) == 2 and abs(rows[0].width - rows[1].width) <= 1 and rows[0].width >= 7:
            score += 0.8  # clauses of one length
        if " " in text:
            score += 0.6
        stop = len(self.rows)
        return score + self._ahead(i, j, j, stop) + ORDER * self._comes_first(i, j, j, stop)

    def _ahead(self, i: int, j: int, start: int, stop: int) -> float:
        """How much more of the lead the headline tells than the rows beside it."""
        headline = sum(self.lead[i:j]) / (j - i)
        beside = sum(self.lead[start:stop]) / (stop - start)
        return 1.5 * (headline - beside)

    def _comes_first(self, i: int, j: int, start: int, stop: int) -> float:
        """From -1 to 1: whether the text tells what the headline says before what they say."""
        own = [spot for spot in self.spots[i:j] if spot is not None]
        other = [spot for spot in self.spots[start:stop] if spot is not None]
        if not own or not other:
            return 0.0
        later = sum(other) / len(other) - sum(own) / len(own)
        return max(-1.0, min(1.0, later / DISTANCE))

    def _headline(self, i: int, j: int) -> float:
        length = sum(r.width for r in self.rows[i:j])
        score = -0.5 * max(0, j - i - 2)
        score -= 0.7 * (length > 22) + 0.8 * (length > 28)
        *others, widest = sorted(r.width for r in self.rows[i:j])
        if len(others) > 1 and widest >= 1.8 * others[-1]:
            score -= 1.0  # set in smaller type than the other rows
        score -= 0.8 * (widest > 16) + 0.8 * (widest > 20)
        if length < 6:
            score -= 1.0
        return score
