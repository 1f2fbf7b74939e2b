"""The rows of one headline block → kicker, headline, deck: every reading scored, the best taken."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from articles.parsing.overlap import bigrams, plain, share
from articles.parsing.reading.clauses import ENDED, SHORT, TOLD, TWICE, Clauses
from articles.parsing.reading.column_names import is_framed
from articles.parsing.reading.head_marks import Marks
from articles.parsing.reading.phrases import (
    NUMBERED,
    RESULT,
    SESSION,
    SPEAKER,
    TEACHES,
    TIMED,
    TITLE,
    UNTELLING,
)
from articles.parsing.reading.predicates import is_question
from articles.parsing.reading.seams import ATTENDING, FROM_TO, HeadRow, Seams, attending
from articles.parsing.rules import Rules
from articles.parsing.typography.head_words import is_exclamation

APART = -0.3
NARROWED, SHORT_ROW = -1.0, 0.6  # of a row so much narrower than the one above it
CLAUSES = 2.0  # what clauses of a deck may gain by standing apart
ACTOR = 3.0  # 县检察院 says who did it, and no headline does that alone
NO_SENSE = {True: -0.3, False: 0.0}  # of a blank line, where the page does not tell
# Pairs of rows by whether they are one headline and a blank line parts them, before any is seen.
EXPECTED = {(True, True): 1.0, (True, False): 1.0, (False, True): 3.0, (False, False): 1.0}
CLEAR, MOST_SENSE = 1.0, 2.4  # a reading's lead that teaches; log-odds
NEAR = 0.4  # log-odds, at most, for rows without a blank line: kickers often have none
LONG = 11  # em of a row that small type fills
MOST_KICKER = 4  # rows of a kicker, and one more
MOST_ROWS = 12  # no headline has more; a thousand short rows must not be tried in every length
LEAD = 120  # characters: the lead paragraph of a news story
REACH, ORDER = 240, 0.6  # characters in which a story tells first what its headline says
DISTANCE = 60  # characters between what two rows tell: clearly one after the other
SAYS = 3.5  # …会上指出 over what was said
NEWS = 0.5  # of a row's pairs in the lead: it tells the news
NEWS_FIRST = 0.3  # of a row that does so above a wider one: a headline above its deck
CRIED = 2.0  # “这条路通了！” is set in large type
TORN = 1.5  # small type has room for the whole of a clause
PARALLEL = 1.6  # clauses of one length over a headline of one clause
LEAST_TOLD = 3  # pairs of a row that the text has
LARGE = 8  # em of a row that large type fills
TORN_DECK = 1.5  # small type has room for more than a headline's row before it breaks a clause
SMALLER = 0.7  # of the headline's width: small type hardly fills less
OCCASION = 2.2
BARE, NAMED = 3.5, 6.0  # 召开会议 is no news, what it did is; 召开九届八次全体会议
LEADS_IN, WHOLE = 3.0, 24  # em
UNTOLD, ASKED = 1.5, 2.0
URGED, VISITED = 3.0, 2.5
TELLS_LESS = 3.0
WHEN, WHEN_ALONE = 1.2, 1.0  # of a kicker that says just that; of a headline over its deck
RUBRIC = 6.0  # [记者调查] says of what kind a story is, wherever it stands
TALK, LEAST_TALK = 2.5, 6  # 访市疾控中心主任医师 张三; characters
# Weighed on headings of several authors, invented and real (docs/parser-measures.md)
OUTLOOK = 1.5  # 预计明年6月建成通车, below what has been done
CUE = 0.7  # what the words of a deck are worth where one tells it
NARROW, NARROWER = 1.2, 0.6  # of a deck hardly wider than a headline's row, or less wide


class HeadReading(NamedTuple):
    """Rows before `start` are kicker, from `stop` on deck; `margin` is the lead over the rest."""

    start: int
    stop: int
    margin: float


def spot(text: str, body: str) -> float | None:
    """Where in the body the pairs of the text stand on average; None where too few do."""
    places = sorted(place for pair in bigrams(text) if (place := body.find(pair)) >= 0)
    return places[len(places) // 2] if len(places) >= LEAST_TOLD else None


class Heading:
    """A block of rows that belong to one article, and every way to read it."""

    def __init__(self, rows: Sequence[HeadRow], body: str, rules: Rules):
        self.rows, self.rules = rows, rules
        self.texts, self.widths = [row.text for row in rows], [row.width for row in rows]
        self.ways: list[tuple[int, int, float]] = []
        if len(rows) > 1:
            self._weigh(body)

    def read(self, blanks: Mapping[bool, float] = NO_SENSE) -> HeadReading:
        """The likeliest way; `blanks` is what a blank line, or none, tells here: `blank_sense`."""
        if not self.ways:
            return HeadReading(0, 1, 9.0)
        joins = [
            join + blanks[row.blank]
            for join, row in zip(self.seams.joins, self.rows[1:], strict=True)
        ]
        readings = sorted(
            ((score + self._parted(i, j, joins), i, j) for i, j, score in self.ways), reverse=True
        )
        best = readings[0]
        return HeadReading(best[1], best[2], best[0] - readings[1][0])

    def _weigh(self, body: str) -> None:
        """What each way is worth, but for the seams between its rows."""
        self.clauses, size = Clauses(body, self.rules), len(self.rows)
        lead, whole = plain(self.clauses.body[:LEAD]), self.clauses.plain
        first = whole[:REACH]
        self.lead = [share(text, lead) for text in self.texts]
        self.told = [share(text, whole) for text in self.texts]
        self.spots = [spot(text, first) for text in self.texts]
        self.torn = [self.clauses.is_torn(text) for text in self.texts]
        self.seams = Seams(self.rows, self.clauses, self.told)
        self.kickers = [0.0, *(self._kicker_words(i) for i in range(1, min(size, MOST_KICKER)))]
        self.marks = Marks(self.rows, self.seams, first)
        self.ways = [
            (i, j, self._score(i, j) + self.marks.gain(i, j))
            for i in range(len(self.kickers))
            for j in range(i + 1, min(size, i + MOST_ROWS) + 1)
        ]

    def by_rules(self, i: int, j: int) -> float:
        """What the rules say of a way, without its marks and blank lines."""
        return self._score(i, j) + self._parted(i, j, self.seams.joins)

    def _parted(self, i: int, j: int, joins: Sequence[float]) -> float:
        """Rows of one part hang together, and those of two do not."""
        total = 0.0
        for k, join in enumerate(joins):
            if k + 1 in (i, j):
                total -= join
            else:  # a deck or a kicker may be several clauses, each on its own row
                apart = self._apart(k)
                total += join if i <= k < j else max(join, apart)
                if k >= j and apart == APART and join < APART:
                    total += min(-join, CLAUSES)
            if i <= k < j - 1 and j - i > 2 and self.seams.broken[k] < 1.0:
                total -= 1.0
        return total

    def _apart(self, k: int) -> float:
        """What two rows of a deck or a kicker cost at most; only its last row may be short."""
        narrow = self.widths[k + 1] < SHORT_ROW * self.widths[k] and k + 2 < len(self.rows)
        return NARROWED if narrow else APART

    def _score(self, i: int, j: int) -> float:
        """Rows :i as kicker, i:j as headline, j: as deck."""
        total = self._headline(i, j)
        if i:
            words = self.kickers[i] + self._quoted(i, j)
            total += words + self._kicker_size(i, j) + self._ahead(i, j, 0, i)
        if j < len(self.rows):
            words = self._deck_words(i, j)
            total += words + self._deck_size(i, j) - self._too_narrow(i, j) * (words < CUE)
            total += self._ahead(i, j, j, len(self.rows)) + ORDER * self._comes_first(i, j)
        return total

    def _quoted(self, i: int, j: int) -> float:
        """A quotation is the headline from its first sign to its last."""
        return 1.5 if self.texts[i][0] == "“" and self.texts[j - 1][-1] == "”" else 0.0

    def _kicker_words(self, i: int) -> float:
        text, first = "".join(self.texts[:i]), self.texts[i]
        score = 0.0
        if i == 1 and self.seams.led:
            score += 4.0
        if i == 1 and self.clauses.is_institution(text):
            score += 1.0
        if self._is_slogan(text):
            score += 2.5 if self.lead[i] >= NEWS else 1.5
        if i == 1 and len(text) >= LEAST_TALK and text.startswith(self.rules.interview_openings):
            score += TALK
        if i == 1 and self.clauses.is_visited(text, self.texts[1]):
            score += VISITED
        if i == 1 and TIMED.search(text):
            score += WHEN
        if self.clauses.is_said(text, self.texts[i]):
            score += SAYS
        elif FROM_TO.match(text):
            score += 2.0
        if i == 1 and self.clauses.is_occasion(text, first) and not self.clauses.is_held(text):
            score += 2.2
        if i == 1 and self.clauses.predicates.wants_more(text.rstrip("！")):
            ended = False  # 全省首例！
            score += BARE if text[-1] == "！" else 0.0
        else:
            ended = text[-1] in ENDED and not is_question(first)  # one asks, the other too
        score -= 1.5 if ended or TITLE.search(text) else 0.0
        if text.endswith("召开会议") and attending(self.rules).fullmatch(self.texts[-1]):
            score += BARE
        if i == 1 and self.clauses.is_issued(text):
            score += BARE
        if SESSION.search(text) and self.clauses.is_held(text):
            score -= NAMED  # no line above it, but the news
        if any(self.torn[:i]):
            score -= TORN
        elif " " in text:
            score += PARALLEL if i == 1 and self._is_parallel(text, first) else 0.6
        if "，" in text and not (text[0] == "“" and text[-1] == "”"):
            score -= 1.0  # a space parts its clauses
        return score

    def _kicker_size(self, i: int, j: int) -> float:
        row, widths = self.rows[0], self.widths[i:j]
        widest = max(widths)
        score = (-0.3 if len(self.rows) > 2 else -0.5) - 1.2 * (i - 1)
        if i == 1 and self._is_label(self.rows[1]):
            score += 2.5 if self.clauses.is_place(row.text, self.rows[1].text) else 1.8
        elif widest > max(16, 2 * row.width) and not self._is_slogan(row.text):
            score -= 1.5
        if row.width > 2 * sum(widths):
            score -= 1.5  # what is left is half a headline
        told = i == 1 and self.told[0] >= NEWS and not self._is_slogan(row.text)
        if told and row.width < widest:
            score -= NEWS_FIRST
        if i > 1 and self.widths[i - 1] < 0.6 * row.width:
            score -= 1.0  # and this row its other half
        spaced = any(" " in text for text in self.texts[:i])
        if row.width >= max(0 if spaced else LONG, 1.3 * widest):
            score += 1.0
        if i == 1 and self._leads_in(row.width + sum(widths)):
            score += LEADS_IN
        if i == 1 and self._asks(row, self.rows[1]):
            score += ASKED
        even = len(widths) == 2 and abs(widths[0] - widths[1]) <= 1
        if even and widest <= min(LARGE, SMALLER * row.width):
            score += 1.5  # two even rows in large type
        return score

    def _leads_in(self, width: float) -> bool:
        """库区三镇移民群众 / 盼望县里尽快…: a subject whose sentence is too long for a headline."""
        return width > WHOLE and self.clauses.predicates.are_subject_and_verb(*self.texts[:2])

    def _asks(self, above: HeadRow, below: HeadRow) -> bool:
        """从下月起，全省下调用电价格 / 电价下调影响几何: a short question in large type."""
        short = below.width <= SMALLER * above.width
        return short and is_question(below.text) and not is_question(above.text)

    def _is_slogan(self, text: str) -> bool:
        """打造人民满意城管: an aim that nobody is named for."""
        slogan = len(text) >= 4 and text.startswith(self.rules.kicker_openings)
        return slogan and not self.clauses.predicates.wants_more(text)

    def _is_parallel(self, text: str, below: str) -> bool:
        """节水六成 增产一成: clauses of one length, above a row that has no such."""
        return " " not in below and len({len(clause) for clause in text.split(" ")}) == 1

    def _is_label(self, below: HeadRow) -> bool:
        """社论, 石桥镇 over a headline much longer, of which it is no subject."""
        row = self.rows[0]
        if row.width > SHORT or below.width < TWICE * row.width:
            return False
        place = self.clauses.is_place(row.text, below.text)
        if place and " " in below.text:  # two clauses need no subject
            return True
        told = self.clauses.predicates
        if told.is_actor(row.text) or told.wants_more(row.text):
            return False
        if told.wants_object(row.text, below.text):
            return False
        return (place or self.told[0] < TOLD) and not self.clauses.goes_on(below.text)

    def _urges(self, i: int, text: str) -> bool:
        """市委常委会召开会议强调 / 扎实推进… / 以实干…: what is said goes on, and is no deck."""
        said = i == 1 and self.clauses.is_said(*self.texts[:2])
        return said and text.startswith((*self.rules.kicker_openings, "以", "把", "让"))

    def _deck_words(self, i: int, j: int) -> float:
        text, above, widths = "".join(self.texts[j:]), self.texts[j - 1], self.widths[i:j]
        widest = max(widths)
        score = 0.0
        if text.startswith(self.rules.deck_openings):
            score += 6.0
        if len(text) >= LEAST_TALK and text.startswith(self.rules.interview_openings):
            score += TALK
        if j == 1 and self.clauses.is_held(above):
            score += 1.0  # what was decided
        elif not i and j == 1 and self.clauses.is_occasion(above, text):
            score -= OCCASION  # no headline tells of games by their name alone
        if SPEAKER.match(text):
            score += 2.0
        if any(attending(self.rules).fullmatch(each) for each in self.texts[j:]):
            score += ATTENDING
        if j == i + 1 and self.clauses.predicates.are_subject_and_verb(above, text):
            score -= UNTOLD  # the row above says nothing without it
        if self._urges(i, text):
            score -= URGED
        if any(is_exclamation(each) for each in self.texts[j:]):
            score -= CRIED
        if text.startswith(self.rules.outlooks) or TEACHES.search(text):
            score += OUTLOOK
        if text.endswith(self.rules.deck_ends):
            score += 1.5
        if above[-1] in "？?" and not is_question(text):
            score += 1.2  # an answer
        if text.startswith(self.rules.advice_openings) and sum(widths) > 6:
            score += 1.8
        if self.widths[j] >= widest >= 7 and NUMBERED.match(text):
            score += 1.2
        if RESULT.fullmatch(text):
            score += 2.0
        if "，" in text and len(text) >= 14:
            score += 0.8
        if any(self.torn[j:]):
            return score - TORN
        return score + (0.6 if " " in text else 0.0)

    def _deck_size(self, i: int, j: int) -> float:
        widths, widest = self.widths[j:], max(self.widths[i:j])
        score = -0.8 - 0.4 * (len(widths) - 1)
        if max(widths) < SMALLER * widest:
            score -= 1.0
        if 1.3 * widest <= widths[0] <= 3 * widest:
            score += 1.2
        if len(widths) == 2 and abs(widths[0] - widths[1]) <= 1 and widths[0] >= 7:
            score += 0.8  # clauses of one length
        torn = any(broken >= 1.0 for broken in self.seams.broken[j:])
        return score - (TORN_DECK if torn and max(widths[:-1]) < widest else 0.0)

    def _too_narrow(self, i: int, j: int) -> float:
        """What a deck costs that no word tells and that is hardly wider than the headline."""
        share = sum(self.widths[j:]) / max(1.0, *self.widths[i:j])
        return NARROW * (share < 1.05) + NARROWER * (share < 0.8)

    def _ahead(self, i: int, j: int, start: int, stop: int) -> float:
        """How much more of the lead the headline tells than the rows beside it."""
        headline = sum(self.lead[i:j]) / (j - i)
        beside = sum(self.lead[start:stop]) / (stop - start)
        return 1.5 * (headline - beside)

    def _tells_less(self, text: str) -> bool:
        """访县剧团团长张三 beside what he said; the reason, or the day, of what stands beside."""
        talk = text.startswith(self.rules.interview_openings) and len(text) >= LEAST_TALK
        return talk or UNTELLING.match(text) is not None

    def _comes_first(self, i: int, j: int) -> float:
        """From -1 to 1: whether the text tells what the headline says before what its deck says."""
        own = [spot for spot in self.spots[i:j] if spot is not None]
        other = [spot for spot in self.spots[j:] if spot is not None]
        if not own or not other:
            return 0.0
        later = sum(other) / len(other) - sum(own) / len(own)
        return max(-1.0, min(1.0, later / DISTANCE))

    def _headline(self, i: int, j: int) -> float:
        widths = self.widths[i:j]
        length = sum(widths)
        score = -0.5 * max(0, j - i - 2)
        score -= 0.7 * (length > 22) + 0.8 * (length > 28)
        *others, widest = sorted(widths)
        if len(others) > 1 and widest >= 1.8 * others[-1]:
            score -= 1.0  # set in smaller type than the other rows
        score -= 0.8 * (widest > 16) + 0.8 * (widest > 20)
        if length < 6:
            score -= 1.0
        if j == i + 1 and self.clauses.is_institution(self.texts[i]):
            score -= ACTOR
        if any(map(is_framed, self.texts[i:j])):
            score -= RUBRIC
        below = j < len(self.rows) and not self.texts[j].startswith(self.rules.deck_openings)
        below = below and TIMED.search(self.texts[i])
        if j == i + 1 and self._tells_less(self.texts[i]):
            score -= TELLS_LESS
        elif j == i + 1 and below:
            score -= WHEN_ALONE
        return score


def read_heads(rows: Sequence[HeadRow], body: str, rules: Rules) -> HeadReading:
    """The likeliest partition of a block of rows that belong to one article."""
    return Heading(rows, body, rules).read()


def blank_sense(headings: Iterable[Heading]) -> Mapping[bool, float]:
    """Half the log-odds that two rows are one headline with a blank line between them, or none.

    Told by the headings of the page that are read without a doubt.
    """
    headings = [heading for heading in headings if len(heading.rows) > 1]
    if not any(row.blank for heading in headings for row in heading.rows[1:]):
        return NO_SENSE
    seen = dict(EXPECTED)
    for heading in headings:
        reading = heading.read()
        if reading.margin >= CLEAR:
            for place, row in enumerate(heading.rows[1:], 1):
                seen[place not in (reading.start, reading.stop), row.blank] += 1
    if seen == EXPECTED:
        return NO_SENSE
    share = {one: seen[one, True] / (seen[one, True] + seen[one, False]) for one in (True, False)}
    odds = {
        True: math.log(share[True] / share[False]),
        False: math.log((1 - share[True]) / (1 - share[False])),
    }
    return {blank: max(-MOST_SENSE, min(NEAR, x)) / 2 for blank, x in odds.items()}
