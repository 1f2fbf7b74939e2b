"""Headlines that a tool wrote in one place (Q12): read, and only while their rule is there."""

from articles.parsing.reading import heaps, kept, stories
from articles.parsing.reading.heaps import Heap, Part
from articles.parsing.reading.parts import Piece
from articles.parsing.typography import layout, rows
from articles.parsing.typography.columns import mode_width
from articles.parsing.words import matter
from tests.parsing.columns import HEAD, LEAD, OTHER_HEAD, OTHER_LEAD, articles, column, story
from tests.parsing.tables import by_rule, holds_by_rule
from tests.parsing.test_texts_of_tools import TREE

POND = (
    "本报讯（记者何田）东塘清淤工程昨天完工，塘水清了，鱼也多了。村里在塘边栽柳树两百棵，"
    "修好石板路，傍晚来散步的人一天比一天多。"
)
STEEL = "一种最新的炼钢方法在芦花钢厂试成了。它花钱少，装机快，钢的产量增加近三成，工人们很高兴。"
TREES = f"本报讯（记者韦知秋）{TREE}"
NEWS = [story(LEAD), story(OTHER_LEAD), story(POND)]
POND_HEAD = "东塘清淤塘水清"
UNSIGNED_POND = POND.partition("）")[2]


def page(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def headings_of(source: str) -> list[str]:
    """The rows that go to each story, whatever they are there."""
    parts = [
        [article[part] or "" for part in ("kicker", "headline", "deck")]
        for article in articles(source)
    ]
    return ["".join(heading).replace(" ", "") for heading in parts]


# The rule | page | what is asked | the answer | module or class, name, what stands instead.
HEAPS = {
    "a heading may have six rows and more": (
        page(*NEWS, HEAD, OTHER_HEAD, "塘边栽柳两百棵", "修好石板路一条", "东塘清淤", "工程完工",
             "塘水清了鱼也多", "傍晚散步的人一天比一天多"),
        headings_of, [HEAD, OTHER_HEAD,
         "塘边栽柳两百棵修好石板路一条东塘清淤工程完工塘水清了鱼也多傍晚散步的人一天比一天多"],
        heaps, "MOST_SHARE", 4,
    ),
    "rows that the page's texts repeat are no poem": (
        page(*NEWS, story(TREES), "志愿者上门", "检修水电线路", "更换老化插座", "云麓镇万亩",
             "油菜机播忙", "二十台播种机下田", "东塘清淤", "塘水清了", "议事会动手修枝",
             "议成事情十四件"),
        headings_of, ["志愿者上门检修水电线路更换老化插座", "云麓镇万亩油菜机播忙二十台播种机下田",
         "东塘清淤塘水清了", "议事会动手修枝议成事情十四件"],
        kept, "HEAPED", 1.0,
    ),
    "short rows of one width that end no sentence are no column": (
        page(*NEWS, "志愿者上门", "检修水电线", "路受到欢迎", "云麓镇万亩", "油菜机播忙",
             "东塘清淤泥", "塘水变清了"),
        headings_of,
        ["志愿者上门检修水电线路受到欢迎", "云麓镇万亩油菜机播忙", "东塘清淤泥塘水变清了"],
        layout, "own_widths", lambda rows, chunks: [mode_width(rows, *chunk) for chunk in chunks],
    ),
    "a stamp between the last headline and the printer's line": (
        page(*NEWS, HEAD, OTHER_HEAD, POND_HEAD, "样", "报", "云麓报 A03 2026 C M Y K"),
        headings_of, [HEAD, OTHER_HEAD, POND_HEAD],
        matter.PageMatter, "find_torn_stamps", lambda *_: None,
    ),
    "a byline is no rest of a quotation above it": (
        page(HEAD, column(LEAD, 24), "“塘水清了", "”", "○ 本报记者 何田", column(UNSIGNED_POND)),
        headings_of, [HEAD, "“塘水清了”"], rows, "BYLINE_MARKS", "",
    ),
    "a story that only the headline below it tells, in another column": (
        page(story(LEAD), column(STEEL, 20), "芦花钢厂试成炼钢新法", story(OTHER_LEAD), OTHER_HEAD),
        headings_of, ["", "芦花钢厂试成炼钢新法", OTHER_HEAD],
        stories, "ALONE", 9.0,
    ),
    "a lead that says nothing of the headline below, and text in another column": (
        page(column("本报讯（记者林知夏）“原来要等半天，没想到一杯水没喝完就好了。”", 16),
             column("县里把高频事项打包，上线二十一个主题场景，跑一次就能办一串，群众都说好。", 22),
             "政务服务跑一次办一串", story(OTHER_LEAD), OTHER_HEAD),
        headings_of, ["政务服务跑一次办一串", OTHER_HEAD],
        stories, "ALONE", 0.8,
    ),
}  # fmt: skip


@by_rule(HEAPS)
def test_q12_headlines_of_a_heap_go_to_their_stories(row, monkeypatch):
    holds_by_rule(row, monkeypatch)


def test_a_quotation_is_not_cut_between_two_headlines():
    parts = [Part(text, True, number, 0) for number, text in enumerate((OTHER_LEAD, POND))]
    texts = ["云麓镇开播", "“万亩油菜机", "播种机下田", "东塘清淤工程”"]
    heap = Heap(2, [Piece((k,), text, False, width=len(text)) for k, text in enumerate(texts)])
    assert [(share.start, share.stop) for share in heap.share_out(parts)] == [(0, 1), (1, 4)]
