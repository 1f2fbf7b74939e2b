"""P33-P37, Q6, Q12: features beside news as other desks print them; each needs its rule."""

import re
from types import SimpleNamespace

import pytest

from articles.parsing.pictures import headed
from articles.parsing.reading import cuts, head_marks, hidden, subheads
from articles.parsing.reading.parts import Piece
from articles.parsing.typography import head_words, interruptions, layout, lone_rows, rows
from articles.parsing.words import classify, signed_text, signing
from tests import golden
from tests.parsing.columns import (
    BODY,
    FIRST,
    HEAD,
    LEAD,
    OTHER,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_LEAD,
    OTHER_SECOND,
    articles,
    column,
    page,
)
from tests.parsing.tables import (
    by_rule,
    captions_of,
    heads_of,
    holds_by_rule,
    one_headline,
    signers,
    texts_of,
)

NEVER = re.compile("(?!)")
SWANS = "11月15日，成群的小天鹅在白鹭湖湿地栖息觅食，引来游客。"
PIPES, PEOPLES = "供水管网改造月底完工", "人民路社区电路换新"
LETTER = "暖气费交了，暖气咋还不热？"
WALK = "本报记者走访竹器街九家铺子，听租客、房东和掮客各说各的话"
PARTS = [
    "容师傅的铺子在街口，一只竹篮要编两天，去年有人从省城专程来订，一订就是六十只，他编到了年根底下才交齐。",
    "何田把直播架在门槛上，三个月卖掉四千双竹筷，邻居的仓库也跟着空了一半，镇上快递站为此多添了一辆车。",
    "县里拿出八十万元修屋檐、铺电缆，街道还办起了培训班，头一期来了三十二名学员，最大的六十一，最小的十九。",
]
LANE = (
    "竹器街长不过三百步，二十七家铺子，靠一把篾刀吃饭的人还有五十多个，天亮就听得见劈竹子的声音。"
)
NEWS = "本报讯（记者林知夏）11月3日，棠溪县通报冬季供水安排，城区老旧管网改造月底前完工。"


def decks_of(source: str) -> list[str | None]:
    return [a["deck"] for a in articles(source)]


def parted(source: str) -> list[tuple]:
    """Of each story its headline, how many paragraphs it has, and its subheads."""
    return [
        (a["headline"], len(a["paragraphs"]), *[head["text"] for head in a["subheads"]])
        for a in articles(source)
    ]


TABLE = {
    "who signs stands alone over a text of which a later headline speaks": (
        page(FIRST, HEAD, "本报讯（记者何田）",
             f"{column(OTHER_BODY, 9)}\n{column(OTHER_SECOND, 9)}", OTHER_HEAD),
        parted, [(HEAD, 2), (OTHER_HEAD, 2)], hidden, "SHORTEST", 0,
    ),
    "a telephone number as wide as the headline above it": (
        page(FIRST, f"为独居老人检修水电线路\n{HEAD}\n值班热线0000-5550188"),
        decks_of, [None], classify, "EDGE", -9,
    ),
    "a headline of two clauses above a caption as wide": (
        page(FIRST, HEAD, column(OTHER_LEAD, 17), column(OTHER_SECOND, 17)
             + f"\n万亩油菜，机播正当时\n{column(SWANS, 9, 0)}\n陆小舟 摄"),
        captions_of, [SWANS], headed, "CLEAR_GAIN", 9.0,
    ),
    "a desk's folded mark above a headline that begins with 人": (
        page("\n".join([column(LEAD) + "12", HEAD, column(OTHER_LEAD) + "14", OTHER_HEAD,
                        column(NEWS) + "35", PIPES,
                        column(BODY.replace("11月3日", "本报讯 昨日")) + "27", PEOPLES])),
        heads_of, [(None, HEAD), (None, OTHER_HEAD), (None, PIPES), (None, PEOPLES)],
        rows, "MARKED", 99,
    ),
    "a mark behind an exclamation of half the width": (
        page(HEAD, f"{column(LEAD)}\n{column('让我们一起来添把力!')}15", OTHER_HEAD, OTHER),
        texts_of, [[BODY, "让我们一起来添把力!"], [OTHER_BODY, OTHER_SECOND]],
        rows, "FOLDED_MARK", NEVER,
    ),
    "an opening that names its reporters goes on in the next row": (
        page(HEAD, f"　　晚报讯 记者 何知秋\n通讯员 林公宣 报道 近日\n{column(BODY, 13, 0)}"),
        signers, [["何知秋", "林公宣"]], signing, "has_role_word", lambda *_: False,
    ),
    "a question over two rows, and below it who asks": (
        page(FIRST.replace("\n\n", "\n"), f"三千元一间铺面：\n租，还是等？\n{WALK}\n本报记者 容声\n"
             + column(LANE)),
        heads_of, [(None, None), (None, "三千元一间铺面：租，还是等？")],
        lone_rows.LoneRows, "are_headline", lambda *_: False,
    ),
    "a reader asks above his letter": (
        page(FIRST.replace("\n\n", "\n"), f"{LETTER}\n编辑同志：\n{column(LANE)}"),
        heads_of, [(None, None), (None, LETTER)],
        lone_rows.LoneRows, "_heads_below",
        lambda self, place: place + 1 < len(self.rows) and self.places[place + 1].head,
    ),
    "a link is no headline's": (
        page(column(LEAD), "报名请登录http://www.tangxi-\nvolunteer.example/join网站，\n随时都可以。"),
        parted, [(None, 2)], head_words, "LINKED", 0.0,
    ),
    "questions that count": (
        page("今冬供热“三问”", column(LANE, 14), "一问：价格涨吗？\n" + column(PARTS[0], 14),
             "二问：老管网修了没有？\n" + column(PARTS[1], 14)),
        parted, [("今冬供热“三问”", 3, "一问：价格涨吗？", "二问：老管网修了没有？")],
        lone_rows, "NUMBERED", NEVER,
    ),
    "a title with a comma over who wrote and took pictures": (
        page(OTHER_HEAD, OTHER, "断翅三十七天后，它重新飞上了天\n本报记者 容声 摄影报道\n"
             + column(LANE)),
        heads_of, [(None, OTHER_HEAD), (None, "断翅三十七天后，它重新飞上了天")],
        classify, "FIRST_WORD", 99,
    ),
}  # fmt: skip

# The rule | golden page | module or class, name, what stands instead.
PAGES = {
    "who reports, with nothing behind the last word": (
        "other_01", signed_text, "_reported", lambda *_: 0,
    ),
    "a cry under a headline's row is its second": ("other_03", layout, "CRY", 0.0),
    "short parts beside others of their kind stand under subheads": (
        "other_04", subheads.Subheads, "_by_neighbours", lambda *_: 0.0,
    ),
    "some signs hardly begin a paragraph": ("other_05", head_words, "SELDOM", 0.0),
    "the marks of three rows": ("other_06", head_marks, "WORTH", {}),
    "texts of a sentence are items": ("other_08", subheads, "SHORTEST", 0),
    "a question between subheads": ("other_09", lone_rows, "NEAR", 0),
    "the marks of a kicker": ("other_11", head_marks, "WORTH", one_headline(2)),
    "the marks of a deck below a kicker": ("other_12", head_marks, "WORTH", {}),
    "one subhead follows another": ("other_14", subheads, "BEYOND", 0.0),
    "the first row below a subhead is indented": (
        "border_08", layout._Layout, "before_full",
        lambda self, place: self.rows[place - 1].width >= self.places[place - 1].column - 1.0 > 0,
    ),
}  # fmt: skip


@by_rule(TABLE)
def test_a_page_is_read_by_its_rule(row, monkeypatch):
    holds_by_rule(row, monkeypatch)


@pytest.mark.parametrize(("name", "place", "rule", "instead"), PAGES.values(), ids=PAGES)
def test_a_golden_page_needs_its_rule(monkeypatch, name, place, rule, instead):
    text, truth = golden.PAGES / f"{name}.txt", golden.PAGES / f"{name}.json"
    assert golden.read(text, truth).perfect
    if name == "border_08":  # few rows keep their neighbours' column as well
        monkeypatch.setattr(layout, "FEW_OWN", 0.0)
    monkeypatch.setattr(place, rule, instead)
    assert not golden.read(text, truth).perfect


def test_a_picture_between_rows_of_headlines_is_where_they_part():
    pieces = [Piece((place,), HEAD, False) for place in (3, 4, 8)]
    assert cuts.torn_apart(pieces) == [2]


def test_a_cry_hangs_together_with_the_two_clauses_above_it():
    couplet, cry = (
        Piece((3,), "昔日泥泞没脚背 今朝硬路到门前", False),
        Piece((4,), "“盼了三十年！”", False),
    )
    assert cuts.hang_together(couplet, cry)
    assert not cuts.hang_together(Piece((3,), HEAD, False), cry)


def test_a_paragraph_that_begins_below_a_picture_hardly_ends_the_sentence_above_it():
    short, full = "水电线路换了新", "志愿者走进青石桥社区检修水"
    cost = {
        below: interruptions.break_cost(
            [_Row(full), _Row(full), _Row(full, "caption"), _Row(below), _Row(full)],
            0, 1, 13.0, flush=False,
        )
        for below in (short, full)
    }  # fmt: skip
    assert cost[short] > cost[full]


def test_briefs_that_their_title_counts_are_one_article():
    items = "▲近日，棠溪县修路六条。\n▲云麓镇添置路灯三百盏。"
    source = page(HEAD, FIRST, "简讯二则\n" + items, OTHER_HEAD, OTHER)
    assert heads_of(source) == [(None, HEAD), (None, "简讯二则"), (None, OTHER_HEAD)]


class _Row(SimpleNamespace):
    def __init__(self, text: str, kind: str = "text"):
        super().__init__(
            text=text, kind=kind, width=float(len(text)), blank=False, strong=False, indent=0.0
        )
