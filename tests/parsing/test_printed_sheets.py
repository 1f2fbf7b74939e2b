"""Two pages on one sheet, and text whose lines were measured one by one on a scan."""

from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_heads import HEADLINE, LEFT
from tests.parsing.test_printed_openings import text_of
from tests.parsing.test_printed_stories import OTHER, record_of, set_column

LEFT_PAGE = [
    "\u3000\u3000本报讯（记者温言）消失了",
    "八年的旧书市场又办了起来，",
    "摊主按月轮换位置。",
]
RIGHT_PAGE = ["\u3000\u3000新系统今天起与公安联通，", "十分钟就能提交完毕了。"]
ENDS = ["\u3000\u3000七十一岁的老许守着两箱连", "环画，一本也舍不得卖呢。"]


def sheet(fold):
    """A text that breaks off at the left page's foot, and one at the right page's head."""
    right = 350 + fold
    page = text_at(50, 280, 18, HEADLINE) + set_column(50, 256, LEFT)
    page += text_at(50, 180, 18, "旧书摊回来了") + set_column(50, 156, LEFT_PAGE)
    page += set_column(215, 256, ENDS) + text_at(215, 200, 18, "澜江大桥封顶")
    page += set_column(215, 176, OTHER)
    page += text_at(right, 280, 18, "我市上线公证服务") + set_column(right, 256, LEFT)
    page += set_column(right + 165, 256, RIGHT_PAGE) + text_at(right + 165, 200, 18, "冬季供暖就绪")
    return page + set_column(right + 165, 176, OTHER)


def test_no_text_of_one_page_goes_on_in_the_other_of_the_sheet():
    record = record_of(sheet(fold=60), width=760)
    found = {a.headline: text_of(a) for a in record.articles}
    rows = [row.strip("\u3000") for row in RIGHT_PAGE]
    assert found["我市上线公证服务"].endswith("".join(rows))
    assert len(found) == 5


def test_a_sheet_through_whose_middle_a_headline_runs_is_one_page():
    page = text_at(250, 292, 20, "两岸三万居民出行不再绕道了") + sheet(fold=60)
    stories = read_pdf(pdf(page, width=760)).layout.places
    assert next(place for place in stories if place).part == "head"


def test_lines_of_the_body_whose_sizes_waver_are_of_one_type():
    wavering = [9.4, 9.5, 9.1, 9.6, 9.3, 9.7, 9.2, 9.8, 9.0, 9.9, 9.5, 9.1]
    rows = [*LEFT, *(OTHER * 3)][: len(wavering)]
    page = text_at(50, 280, 20, HEADLINE) + "".join(
        text_at(50 + 2 * size * (row[0] == "\u3000"), 256 - 14 * k, size, row.strip("\u3000"))
        for k, (row, size) in enumerate(zip(rows, wavering, strict=True))
    )
    places = [p for p in read_pdf(pdf(page)).layout.places if p and p.part == "body"]
    assert {p.size for p in places} == {9.5}
    assert len({p.block for p in places}) == 1
