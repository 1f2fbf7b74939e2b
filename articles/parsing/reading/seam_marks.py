"""What can be seen where two rows of a heading meet: one headline broken in two, or two parts."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from articles.parsing.overlap import plain, share
from articles.parsing.reading.clauses import Clauses
from articles.parsing.reading.predicates import is_question
from articles.parsing.reading.row_marks import LEAST, HeadRow

CONTINUING = ("的", "和", "与", "及", "暨", "关于", "等", "之", "了", "着", "们", "以及")
CONTINUING += ("该怎么", "该如何", "何时", "为何", "咋")  # 流感疫苗 / 该怎么打
SHARES = (0.6, 0.8, 0.95, 1.05, 1.3, 1.7, 2.5)  # of one width in another
SUMS = (9, 12, 15, 18, 22, 28)  # em of two rows
LITTLE, MUCH = 0.3, 0.5  # shares of a row that the text tells


class SeamMarks:
    """Asked about each two neighbouring rows of one heading."""

    def __init__(self, rows: Sequence[HeadRow], told: Sequence[float], clauses: Clauses):
        """`told` is the share of each row that the text tells."""
        self.rows, self.told, self.clauses = rows, told, clauses
        self.verbs = [clauses.predicates.has_one(row.text) for row in rows]
        self.asks = [is_question(row.text) for row in rows]

    def of(self, k: int) -> Iterator[str]:
        """The marks of the seam above row k."""
        above, below = self.rows[k - 1].text, self.rows[k].text
        further = self.rows[k + 1].text if k + 1 < len(self.rows) else ""
        yield from self._of_widths(k)
        yield from self._of_words(above, below)
        yield from self.clauses.breaks(above, below, further)
        verbs, told = self.verbs[k - 1 : k + 1], self.told[k - 1 : k + 1]
        if verbs[0] == verbs[1]:
            yield "verbs" if verbs[0] else "no verbs"
        if told[0] < LITTLE and told[1] >= MUCH:
            yield "told below"
        if told[1] < LITTLE and told[0] >= MUCH:
            yield "told above"
        if self.asks[k] and not self.asks[k - 1]:
            yield "asked"

    def _of_widths(self, k: int) -> Iterator[str]:
        above, below = self.rows[k - 1].width, self.rows[k].width
        yield f"share {bisect_left(SHARES, below / max(LEAST, above))}"
        yield f"sum {bisect_left(SUMS, above + below)}"

    def _of_words(self, above: str, below: str) -> Iterator[str]:
        if below.startswith(CONTINUING):
            yield "continuing"
        if above.startswith("关于") and below.endswith(self.clauses.rules.notices):
            yield "concerning"  # …进行停水作业 / 有关事项的通告
        if (" " in above) != (" " in below):
            yield "spaced below" if " " in below else "spaced above"
        if _are_alike(above, below):
            yield "clauses of one length"
        if not share(above, plain(below)):
            yield "nothing shared"


def _are_alike(above: str, below: str) -> bool:
    """投资四百元 / 安装只六天 增产近半倍: clauses of one length, which stand in one part."""
    clauses = f"{above} {below}".split(" ")
    return len(clauses) > 2 and len({len(clause) for clause in clauses}) == 1
