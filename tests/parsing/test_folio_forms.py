"""What folios and staff lines say, in the forms of other papers."""

import pytest

from articles.parsing import parse_page
from articles.records import Folio
from tests.parsing.columns import FIRST, HEAD, page

DAY = {"date": "2026-11-05", "weekday": "星期四"}
FOLIOS = {
    "二〇二六年十一月五日 星期四 第三版": Folio(**DAY, label="三"),
    "2026年\n11月5日\n星期四\n第12345号\n今日8版": Folio(**DAY, number="12345"),
    "云麓日报\n2026/11/5 星期四 NO.4616 今日5版": Folio(**DAY, paper="云麓日报", number="4616"),
    "2026.11.5 星期四\n03版·民生": Folio(**DAY, label="03", section="民生"),
    "2026.11.5 星期四\n三版·民生": Folio(**DAY, label="三", section="民生"),
    "03｜民生｜云麓日报｜2026年11月05日 星期四": Folio(
        **DAY, paper="云麓日报", label="03", section="民生"
    ),
    "2026年11月5日 星期四 总第10453期 A05": Folio(**DAY, label="A05", number="10453"),
    "11月5日 星期四 2026年\nA05 民生": Folio(**DAY, label="A05", section="民生"),
    "民生A05\n2026年11月5日 星期四": Folio(**DAY, label="A05", section="民生"),
    "云麓日报\n2026年11月5日 星期四\n编辑 陆小舟 □校对 何田": Folio(**DAY, paper="云麓日报"),
}


@pytest.mark.parametrize("printed", FOLIOS)
def test_a_folio_says(printed):
    record = parse_page(page(printed, HEAD, FIRST))
    assert record.folio == FOLIOS[printed]
    assert [article.headline for article in record.articles] == [HEAD]


STAFF = {
    "责编/陆小舟 美编/何田 校对/秦知远": ["陆小舟", "何田", "秦知远"],
    "责编：陆 舟 林知夏 美编：何 田": ["陆舟", "林知夏", "何田"],
    "执行主编 陆舟/值班主任 何田/编辑 林知夏": ["陆舟", "何田", "林知夏"],
    "主编：陆舟｜责编：何田｜版面：林知夏": ["陆舟", "何田", "林知夏"],
    "责编 | 陆小舟 视觉 | 何田": ["陆小舟", "何田"],
    "责任编辑/陆小舟 版式编辑/何田": ["陆小舟", "何田"],
    "编辑：陆小舟、何田": ["陆小舟", "何田"],
    "责编：陆小舟 要闻 电话：0000-5550123": ["陆小舟"],
}


@pytest.mark.parametrize("printed", STAFF)
def test_a_staff_line_names(printed):
    record = parse_page(page(HEAD, FIRST, printed))
    assert [credit.name for credit in record.staff] == STAFF[printed]
