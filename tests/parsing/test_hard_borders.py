"""Where stories, headlines and columns meet: each rule on a page that needs it."""

from types import SimpleNamespace

import pytest

from articles.parsing.reading import bodies, hidden, pairing, telling
from articles.parsing.typography import breaks, columns, interruptions, layout
from articles.parsing.words import bylines, classify
from tests import golden
from tests.parsing.columns import (
    BODY,
    HEAD,
    LEAD,
    OTHER,
    OTHER_BODY,
    OTHER_HEAD,
    OTHER_SECOND,
    SECOND,
    column,
    page,
    read,
    story,
)

TWICE = hidden._signed_twice
LONG = SECOND.replace("，留下", "，还把老楼的线路从头到尾细细查了一遍，换下旧灯泡，留下")
CAPTION = column("11月5日，青石桥社区广场上，居民伴着音乐跳起了广场舞。", 10, 0)
WIDE, *REST = column(LONG, 16).splitlines()
ROWS = "".join(REST)
NOTICE = "为有效预防森林火灾，保护森林资源和人民群众生命财产安全，现将有关事项通告如下："


def outline(source: str) -> list[tuple]:
    """What is read of each article: headline, deck, subheads, first words, who is named."""
    return [
        (
            a["headline"],
            a["deck"],
            tuple(a["subheads"]),
            a["paragraphs"][0][:8] if a["paragraphs"] else "",
            (*a["reporters"], *a["correspondents"], *a["authors"]),
        )
        for a in read(source)["articles"]
    ]


ONE = (HEAD, None, (), BODY[:8], ("林知夏",))
TWO = (OTHER_HEAD, None, (), OTHER_BODY[:8], ("宋南星",))
# The rule | page | what is read | module or class, name, what stands instead.
BORDERS = {
    "brackets of which one is half as wide": (
        page(HEAD, "本报讯\n(  记者 林知夏、何田）" + column(BODY, 14, 6), OTHER_HEAD, OTHER),
        [(*ONE[:4], ("林知夏", "何田")), TWO],
        bylines, "has_even_brackets", lambda text: text.count("（") == text.count("）"),
    ),
    "a desk's mark on its own row ends a story": (
        page("本报记者 林知夏", story(BODY, SECOND), "④14", "志愿者进社区",
             story(OTHER_BODY, SECOND) + "（宋南星）③1", OTHER_HEAD),
        [("志愿者进社区", *ONE[1:]), TWO],
        classify, "end_at_mark", lambda *_: None,
    ),
    "two signatures are of two stories": (
        page(HEAD, story(LEAD, SECOND), column(LEAD.replace("林知夏", "何田")),
             column(OTHER_BODY), column(OTHER_SECOND) + "\n本报记者 宋南星", OTHER_HEAD),
        [ONE, (None, None, (), BODY[:8], ("何田",)), TWO],
        hidden, "_signed_twice", lambda *_: None,
    ),
    "two signatures of one writer are of two stories": (
        page(HEAD, story(LEAD, SECOND), column(LEAD.replace("林知夏", "何田")),
             column(OTHER_BODY), column(OTHER_SECOND) + "\n本报记者 何田", OTHER_HEAD),
        [ONE, (None, None, (), BODY[:8], ("何田",)), (*TWO[:4], ("何田",))],
        hidden, "ONE_WRITER", 9.0,
    ),
    "brief items below a story that has its headline": (
        page("\n".join([HEAD, "记者 林知夏", column(BODY, 18), "●清理河道三条，共六公里。",
                        "●修路六条，铺沥青两万平方米。", "●添置路灯三百盏。", "乡镇简讯"])),
        [ONE, ("乡镇简讯", None, (), "●清理河道三条，", ())],
        hidden, "_titled_start", lambda *_: 0,
    ),
    "below a photo a text goes on in another column": (
        page(HEAD, f"{column(LEAD, 16)}\n{WIDE}\n{CAPTION}\n陆小舟 摄\n{column(ROWS, 20, 0)}",
             OTHER_HEAD, OTHER),
        [ONE, TWO],
        interruptions, "_resume_cost", lambda *_: interruptions.LONE,
    ),
    "a wide row with a comma is no headline of one row": (
        page(OTHER_HEAD, OTHER, "关于森林防火的通告", column(NOTICE, 26),
             "一、禁火期自今年十一月二十日起。", "二、禁火区内严禁一切野外用火。"),
        [TWO, ("关于森林防火的通告", None, (), NOTICE[:8], ())],
        layout, "CLAUSE", "～",
    ),
}  # fmt: skip

# The rule | golden page | module or class, name, what stands instead.
PAGES = {
    "two headlines that each speak of their own text": (
        "border_06", pairing._Search, "_tell_apart", lambda *_: False,
    ),
    "a full row below a full one goes on": ("border_07", layout, "GOES_ON", 0.4),
    "a column keeps its width where numbers make rows narrow": (
        "typeset_28", breaks, "_tells", lambda *_: True,
    ),
    "what a blank line tells before any row, it tells before a digit": (
        "varied_42", columns, "BORROWED", 0.0,
    ),
    "the second of two stories, below the subheads of the first": (
        "border_09", hidden, "_signed_twice",
        lambda story, bodies: len(story.bodies) == 1 and TWICE(story, bodies),
    ),
    "a notice ends with its day": (
        "border_10", bodies.Gathering, "_stops_inside",
        lambda self, body: not self.rows[body.rows[-1]].weak,
    ),
    "the column changes where the second story begins": (
        "border_05", telling.Telling, "_turns_at", lambda *_: False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("last", "fits"), [("，", True), ("电", False)], ids=["hung", "not"])
def test_a_row_a_square_wider_than_its_column_fits_if_a_sign_hangs_over(last, fits):
    row, below = (_Row("志愿者走进青石桥社区检修水" + sign) for sign in (last, "线"))
    assert (columns.misfit(row, below, row.width - 1) == 0) is fits


class _Row(SimpleNamespace):
    def __init__(self, text: str):
        super().__init__(text=text, width=float(len(text)), flex=0.0, spaced=False)


@pytest.mark.parametrize(("name", "place", "rule", "instead"), PAGES.values(), ids=PAGES)
def test_a_golden_page_is_whole_by_its_rule(monkeypatch, name, place, rule, instead):
    text, truth = golden.PAGES / f"{name}.txt", golden.PAGES / f"{name}.json"
    assert golden.read(text, truth).perfect
    monkeypatch.setattr(place, rule, instead)
    assert not golden.read(text, truth).perfect


@pytest.mark.parametrize(
    ("source", "found", "place", "name", "instead"), BORDERS.values(), ids=BORDERS
)
def test_a_border_is_found_by_its_rule(monkeypatch, source, found, place, name, instead):
    assert outline(source) == found
    monkeypatch.setattr(place, name, instead)
    bylines.read_credits.cache_clear()
    assert outline(source) != found
    bylines.read_credits.cache_clear()
