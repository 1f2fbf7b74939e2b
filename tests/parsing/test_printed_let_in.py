"""What is let into a page's columns or boxes: pull quotes, advertisements, a name at a headline."""

from articles.parsing import ledger
from articles.records import Role
from tests.parsing.printing import text_at
from tests.parsing.test_printed_openings import COLUMNS, FIRST, HEADLINE, SECOND, THIRD, text_of
from tests.parsing.test_printed_orders import EVEN, rows_of, standing
from tests.parsing.test_printed_stories import record_of, set_column

QUOTE = "心里踏实打算再多种几亩"
SAID = [*SECOND[:2], "今年" + QUOTE[:11], "，" + THIRD[0][:13]]
LEFT = ["\u3000\u3000本报讯（记者 陆小舟）青禾区", *FIRST[1:], *SECOND[:1]]


def quoted_page(rules=""):
    """Two columns that a pull quote parts; the text goes down the first, then the second one."""
    page = text_at(150, 282, 20, HEADLINE) + rules
    page += set_column(50, 256, [*LEFT, "种植户们早早就来了，坐满了一"])
    page += set_column(210, 256, ["院子，还有人站在门外头听讲。", *SAID[1:], "大家都说好，"])
    page += text_at(125, 164, 14, QUOTE)
    page += set_column(50, 126, ["屋子的人，连过道里也站着好些", "人，一直听到太阳落山才散去。"])
    return page + set_column(210, 126, ["明年还要再办几期，请专家来讲", "一讲怎样防虫。"])


def test_a_pull_quote_between_columns_heads_no_story_and_parts_no_text():
    for rules in ("", "50 188 310 1 re f 50 146 310 1 re f\n"):
        record = record_of(quoted_page(rules), width=420)
        (article,) = record.articles
        assert article.headline == HEADLINE
        body = text_of(article)
        assert "坐满了一屋子的人" in body
        assert body.endswith("怎样防虫。")
        assert [x.role for x in record.labels if x.unit is None] == [Role.FURNITURE]
        assert ledger(record).closed


def test_a_headline_whose_words_its_text_repeats_is_no_pull_quote():
    """Another story ends above it, with a full stop."""
    other = ["\u3000\u3000近日，" + QUOTE[:9], QUOTE[9:] + "的种植户们来了。"]
    page = text_at(50, 256, 20, HEADLINE) + set_column(50, 230, [*FIRST[:2], "春耕备耕的知识。"])
    page += text_at(50, 170, 20, QUOTE) + set_column(50, 140, other)
    assert [a.headline for a in record_of(page).articles] == [HEADLINE, QUOTE]


def test_the_smaller_rows_of_a_boxed_advertisement_are_its_text():
    rows = ["全场商品一律八折起", "地址：望江区青砖坊大道口", "天天都有新花样"]
    page = COLUMNS + text_at(50, 256, 20, HEADLINE) + "40 20 480 120 re S\n"
    page += text_at(200, 112, 20, "百年老店诚邀加盟")
    for k, (row, left) in enumerate(zip(rows, (226, 208, 238), strict=True)):
        page += text_at(left, 84 - 19 * k, 12, row)
    advert = record_of(page, width=560).articles[-1]
    assert advert.headline == "百年老店诚邀加盟"
    assert [p.text for p in advert.paragraphs] == rows


def test_a_name_below_a_standing_headline_is_its_authors():
    page = standing(300, 262, "老屋灶火") + text_at(296, 166, 9, "江一苇")
    page += set_column(50, 270, [*EVEN, *EVEN, EVEN[1]]) + text_at(50, 170, 10, "再会。")
    (article,) = record_of(page).articles
    assert article.headline == "老屋灶火"
    assert [c.name for c in article.credits] == ["江一苇"]


def test_a_row_that_wavers_stays_whole_where_a_smaller_one_beside_it_ends():
    """Recognised text: characters stand a little off their row, a smaller row a little higher."""
    row = "".join(
        text_at(50 + 15 * k, 200 - (0.5 if k == 4 else 0), 15, sign)
        for k, sign in enumerate("湿地里的小账本")
    )
    page = row + text_at(250, 202.4, 8.6, "沿河的步道修好了，傍晚散步的人多")
    assert "湿地里的小账本" in rows_of(page)
