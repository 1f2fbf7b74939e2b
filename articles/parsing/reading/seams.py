"""What speaks for two neighbouring rows of a heading being one headline broken in two."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from articles.parsing.reading.clauses import ENDED, SHORT, Clauses
from articles.parsing.reading.column_names import is_column, is_marked_off
from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.typography.rows import COUNTED

CONTINUING = ("的", "和", "与", "及", "暨", "关于", "等", "之", "了", "着", "们", "以及")
CONTINUING += ("该怎么", "该如何", "何时", "为何", "咋")  # 流感疫苗 / 该怎么打
SMALL = 0.4  # two short rows make one headline of usual length
EVEN = 0.5  # rows of one length are set in one type
ALIKE = 3.0
CUT_NUMBER = 6.0  # 连续16 / 年捧杯
MEASURES = COUNTED + "户家次项条台辆座米吨亩"
WIDE = 6.5  # em: rows of less make one headline easily
FOLLOWS = 2.2
GOES_ON = 1.0  # 民警巡逻遇险情 / 破窗救人: of one who stands above
ATTENDING, TALK = 3.0, 2.0
CONCERNING, TITLED = "关于", 4.0  # …进行停水作业 / 有关事项的通告
HALVES, UNEVEN = 7.5, 2.0  # em of two rows of which the second may advise and be no deck
DID, NEARLY = 1.5, 2.0  # em
FROM_TO = re.compile("从[^，。]{2,8}到[^，。]{2,8}$")  # 从一棵苗到一条链


class HeadRow(NamedTuple):
    """One row of a headline block."""

    text: str
    width: float
    blank: bool


@lru_cache(maxsize=8)
def attending(rules: Rules) -> re.Pattern:
    """张三主持 李四等出席并讲话"""
    verbs = "|".join(sorted(rules.attending, key=len, reverse=True))
    clause = rf"[{HAN}、]{{2,14}}?(?:{verbs})(?:并(?:{verbs}))?"
    return re.compile(rf"{clause}(?:[ ，]{clause})*")


class Seams:
    """Between each two rows of a heading, in order."""

    def __init__(self, rows: Sequence[HeadRow], clauses: Clauses, told: Sequence[float]):
        self.rows, self.clauses, self.told = rows, clauses, told
        self.rules = clauses.rules
        texts = [*(row.text for row in rows), ""]
        # By the name of a column
        self.led = is_column(texts[0], self.rules) or is_marked_off(*texts[:2])
        self.broken = [clauses.broken(*texts[k : k + 3]) for k in range(len(rows) - 1)]
        self.joins = [self._join(k) for k in range(len(rows) - 1)]

    def _join(self, k: int) -> float:
        """Evidence that rows k and k+1 are one headline broken in two."""
        a, b = self.rows[k], self.rows[k + 1]
        x, y = a.text, b.text
        score = 0.0
        if y.startswith(self.rules.deck_openings):
            score -= 6.0
        if attending(self.rules).fullmatch(y):
            score -= ATTENDING
        if y.startswith(self.rules.interview_openings) and len(y) > SHORT:
            score -= TALK
        even = max(a.width, b.width) <= HALVES and abs(a.width - b.width) <= UNEVEN
        halves = even and len(self.rows) == 2
        if y.startswith(self.rules.advice_openings) and (k or len(x) > SHORT) and not halves:
            score -= 1.5  # 秋冬咳嗽 / 别急着吃药 is one
        if k == 0 and (self.led or self.clauses.is_said(x, y)):
            score -= 3.0
        if FROM_TO.match(x) or y.endswith(self.rules.deck_ends):
            score -= 0.8
        if y.startswith(CONTINUING):
            score += 2.0
        if x.startswith(CONCERNING) and y.endswith(self.rules.notices):
            score += TITLED
        if x[-1] in ENDED or self.clauses.is_occasion(x, y):
            score -= 1.0
        if x[-1].isdigit() and y[0] in MEASURES:
            score += CUT_NUMBER
        score += self.broken[k] + self._proportion(a, b)
        if self.broken[k] < 1.0:
            score += self._whole(k)
        if self._are_alike(x, y):
            return score + ALIKE
        return score - (1.0 if (" " in x) != (" " in y) else 0.0)

    def _whole(self, k: int) -> float:
        """The same of rows of which the first could stand alone."""
        a, b = self.rows[k], self.rows[k + 1]
        wide = min(a.width, b.width) > WIDE
        if wide and b.text.startswith(self.rules.clause_followers) and self.told[k + 1] >= 0.5:
            score = FOLLOWS
        elif self.clauses.predicates.goes_on(b.text):
            return GOES_ON
        else:
            score = 0.0
        if wide:
            score += 0.8 * (min(self.told[k], self.told[k + 1]) - 0.5) - 0.8
            score += DID * self._did(a, b)
        return score

    def _are_alike(self, x: str, y: str) -> bool:
        """投资四百元 / 安装只六天 增产近半倍: clauses of one length, which stand in one part."""
        clauses = f"{x} {y}".split(" ")
        return len(clauses) > 2 and len({len(clause) for clause in clauses}) == 1

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

    def _did(self, a: HeadRow, b: HeadRow) -> bool:
        """…会议召开 / 部署主汛期重点任务: rows of about one length, of which the second says what
        the meeting of the first did.
        """
        even = abs(a.width - b.width) <= NEARLY
        return even and b.text.startswith(self.rules.meeting_verbs) and self.clauses.is_held(a.text)
