"""Headlines over the last columns of their text, and what else other programs set around them."""

from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_heads import FIRST, HEADLINE, LEAD, SECOND, subheads_of
from tests.parsing.test_printed_insets import bodies_of
from tests.parsing.test_printed_orders import EVEN, bold, record_in_two_faces
from tests.parsing.test_printed_stories import record_of, set_column

OTHER = "古戏台修旧如旧"
GOES_ON = ["草坪上野餐，大家都说这里真好", *EVEN[1:]]
POEM = ["一只白鹭", "整个下午", "把影子", "借给了河流", "风说", "天要凉了", "收起自己的声音"]


def test_a_headline_over_the_last_column_heads_those_left_of_it():
    page = text_at(50, 382, 20, OTHER) + set_column(50, 356, [*FIRST, *SECOND])
    page += set_column(195, 356, [*FIRST, *SECOND]) + set_column(340, 356, [*FIRST, *SECOND])
    page += "50 262 435 0.5 re f\n"
    page += set_column(50, 246, EVEN * 2) + set_column(195, 246, EVEN * 2)
    page += text_at(342, 240, 20, HEADLINE[:6]) + text_at(342, 214, 20, HEADLINE[6:])
    page += set_column(340, 190, EVEN[:2])
    articles = {a.headline: bodies_of(a) for a in record_of(page, width=540, height=420).articles}
    whole = "".join((*EVEN, *EVEN)).replace("\u3000", "")
    assert articles[HEADLINE] == whole * 2 + "".join(EVEN[:2]).strip("\u3000")


def test_a_text_does_not_go_on_in_a_column_that_ends_above_it():
    """The rule parts a story over three columns from the one below its first two."""
    page = text_at(90, 382, 20, HEADLINE) + set_column(50, 356, LEAD)
    page += set_column(195, 356, FIRST) + set_column(340, 356, [*SECOND, *EVEN])
    page += "50 300 290 0.5 re f\n" + text_at(80, 270, 20, OTHER)
    page += set_column(50, 246, EVEN * 2) + set_column(195, 246, EVEN)
    articles = {a.headline: bodies_of(a) for a in record_of(page, width=540, height=420).articles}
    assert articles[HEADLINE].endswith("".join((*SECOND, *EVEN)).replace("\u3000", ""))


def test_a_rule_that_underlines_a_kicker_parts_it_from_no_headline():
    page = text_at(100, 286, 12, "春耕进行时") + "100 283 60 0.5 re f\n"
    page += text_at(50, 258, 20, HEADLINE) + set_column(50, 230, [*LEAD, *FIRST])
    page += set_column(195, 230, [*SECOND, *EVEN])
    (article,) = record_of(page).articles
    assert (article.kicker, article.headline) == ("春耕进行时", HEADLINE)


def test_standing_lines_that_were_drawn_row_by_row_run_downwards():
    """A kicker and two lines of a headline, by the height of their signs."""
    lines = ("女排三比一逆转", 63, 20), ("提前晋级四强", 40, 20), ("联赛第十三轮", 87, 12)
    signs = sorted(
        (270 - 0.88 * size - 1.1 * size * k, x, size, sign)
        for line, x, size in lines
        for k, sign in enumerate(line)
    )
    page = "".join(text_at(x, y, size, sign) for y, x, size, sign in reversed(signs))
    page += set_column(120, 262, [*LEAD, *FIRST]) + set_column(265, 262, [*SECOND, *EVEN])
    (article,) = record_of(page, width=420).articles
    assert article.headline.replace(" ", "") == "女排三比一逆转提前晋级四强"


def test_what_the_trim_cuts_off_is_no_text():
    page = text_at(50, 282, 20, HEADLINE) + set_column(50, 256, [*LEAD, *FIRST, *SECOND, *EVEN])
    page += set_column(215, 256, [*FIRST, *SECOND, *EVEN, *FIRST, *SECOND])
    page += text_at(60, 6, 6, "A05.indd")
    printed = read_pdf(pdf(page, extra="/TrimBox[20 20 380 290]"))
    assert ".indd" not in printed.text
    assert ".indd" in read_pdf(pdf(page)).text


def test_a_trim_box_that_cuts_off_much_text_is_none():
    page = text_at(50, 262, 20, HEADLINE) + set_column(50, 236, [*LEAD, *FIRST])
    assert "合作社" in read_pdf(pdf(page, extra="/TrimBox[20 200 380 290]")).text


def test_a_larger_row_below_a_photo_and_over_a_headline_is_its_kicker():
    photo = "50 260 130 90 re f\n"
    page = photo + text_at(50, 244, 9, "麦田里，技术员正在讲课。") + bold(50, 222, 11, "春耕进行时")
    page += text_at(50, 198, 16, HEADLINE) + set_column(50, 176, [*LEAD, *FIRST])
    page += set_column(215, 346, [*LEAD, *FIRST, *SECOND, *EVEN])
    articles = record_in_two_faces(page, height=400).articles
    assert ("春耕进行时", HEADLINE) in [(a.kicker, a.headline) for a in articles]


def test_each_row_of_a_poem_is_a_line_of_its_own():
    page = text_at(60, 262, 20, "秋水") + set_column(70, 236, POEM)
    page += text_at(195, 262, 20, HEADLINE) + set_column(195, 236, [*LEAD, *FIRST, *SECOND])
    poem = next(a for a in record_of(page).articles if a.headline == "秋水")
    assert [p.text for p in poem.paragraphs] == POEM


def test_a_subhead_of_two_rows_may_stand_an_em_off_the_middle():
    """At the head of a column, whose rows do not all reach its edge."""
    left = ["\u3000\u3000本报讯（记者 陆小舟）昨日", *EVEN[1:], *FIRST]
    page = text_at(50, 262, 20, HEADLINE) + set_column(50, 236, left)
    page += bold(220, 236, 10, "一查到底：七百") + bold(220, 222, 10, "个排口逐个敲门")
    page += set_column(195, 208, [*EVEN[:2], EVEN[1], "草地上放风筝。"])
    (article,) = record_in_two_faces(page).articles
    assert subheads_of(article) == ["一查到底：七百个排口逐个敲门"]


def test_a_headline_let_into_its_first_column_heads_it_without_indents():
    """No paragraph opens with an indent here: a sentence that breaks off tells what goes on."""
    flush = [row.strip("\u3000").ljust(13, "啊") for row in EVEN]
    page = set_column(50, 276, ["本报讯（记者何田）昨天上午", *flush[:2]])
    page += text_at(52, 206, 20, HEADLINE[:6]) + text_at(52, 180, 20, HEADLINE[6:])
    page += set_column(50, 152, ["路口的灯也亮了，住户们说呢", *flush[1:2], "晚上不黑了。"])
    page += set_column(195, 276, [*flush[:2], "大家都很高兴，说还要再来。"] * 3)
    page += set_column(340, 276, [*flush, *flush, *flush])
    article = next(a for a in record_of(page, width=500).articles if a.headline)
    text = bodies_of(article)
    assert text.startswith("昨天上午")
    assert text.index("路口的灯") < text.index("大家都很高兴")


def test_a_name_alone_at_the_side_below_a_headline_is_its_authors():
    page = text_at(50, 262, 20, HEADLINE[:6]) + text_at(293, 244, 10, "王小山")
    page += set_column(50, 226, [*FIRST, *SECOND]) + set_column(195, 226, [*EVEN, *FIRST])
    (article,) = record_of(page).articles
    assert [credit.name for credit in article.credits] == ["王小山"]
    assert "王小山" not in bodies_of(article)


def test_a_subhead_below_its_own_text_is_no_other_storys_that_stands_beside_it():
    """A headline at its height has a text of its own right below, which ends elsewhere."""
    page = text_at(195, 376, 20, HEADLINE) + set_column(195, 350, [*LEAD, *FIRST])
    page += bold(235, 252, 10, "往后怎么办") + set_column(195, 238, [*SECOND, *EVEN])
    page += text_at(50, 243, 20, OTHER[:6]) + set_column(50, 216, [*LEAD, *EVEN, *EVEN])
    page += set_column(50, 350, [*LEAD, *SECOND])
    articles = {a.headline: a for a in record_in_two_faces(page, height=400).articles}
    assert subheads_of(articles[HEADLINE]) == ["往后怎么办"]


def test_a_row_that_fills_its_column_is_no_kicker_of_the_headline_below():
    """A text goes on from the column before and stops above a headline let into its columns."""
    left = ["\u3000\u3000本报讯（记者 陆小舟）昨日", *EVEN[1:2] * 9]
    page = text_at(50, 322, 20, HEADLINE) + set_column(50, 296, left)
    page += set_column(195, 296, [EVEN[1]]) + set_column(195, 200, [*EVEN[1:2] * 2, "都来了。"])
    page += text_at(195, 258, 18, OTHER)
    kickers = [a.kicker for a in record_of(page, width=400, height=340).articles]
    assert not any(kickers)


def test_a_column_left_of_a_headline_may_begin_between_its_top_and_its_text():
    """Another story ends above that column."""
    page = text_at(50, 382, 12, OTHER) + set_column(50, 360, [*LEAD, *FIRST])
    page += set_column(50, 250, EVEN * 2)
    page += text_at(197, 300, 12, "田埂副刊") + text_at(197, 270, 28, "灶火")
    page += text_at(320, 246, 10, "陆小舟")
    page += set_column(195, 228, [*EVEN[1:], *EVEN[1:], EVEN[1]])
    page += set_column(340, 228, [*EVEN[1:], *EVEN[1:]])
    articles = {a.headline: bodies_of(a) for a in record_of(page, width=540, height=420).articles}
    assert articles["灶火"].startswith("".join(EVEN).strip("\u3000"))


def test_rows_that_fill_their_narrow_column_are_one_headline():
    """Though the words of the first one could be an aim, and the rest its news."""
    rows = ["研究部署", "安全生产", "和城市更", "新等工作"]
    page = "".join(text_at(50, 262 - 25 * k, 20, row) for k, row in enumerate(rows))
    text = ["\u3000\u3000会议指出，一季度全县安全", "生产形势平稳。"]
    page += set_column(150, 270, [*text, *EVEN]) + set_column(295, 270, [*SECOND, *EVEN])
    (article,) = record_of(page, width=480).articles
    assert (article.kicker, article.headline) == (None, "".join(rows))
