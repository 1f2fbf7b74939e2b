"""Photos and pull quotes at the heads and the feet of columns, and what clips leave of shapes."""

from io import BytesIO

import pytest
from PIL import Image

from articles.parsing import parse_page
from articles.parsing.pdf.reading import read_pdf
from articles.records import Role
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_openings import FIRST, HEADLINE, SECOND, THIRD, text_of
from tests.parsing.test_printed_orders import bold, record_in_two_faces
from tests.parsing.test_printed_rivers import ROWS, TAIL
from tests.parsing.test_printed_seen import BODY as SEEN_ROWS
from tests.parsing.test_printed_seen import GREY, WITH_PICTURE
from tests.parsing.test_printed_seen import page as page_with
from tests.parsing.test_printed_stories import LEFT, RIGHT, record_of, set_column
from tests.pdf.made import Placed, Printed, jpeg, pdf_of

HIGH = {"width": 560, "height": 420}
QUOTE = "打算再多种几亩油菜"
OTHER = "夜市摊位上新"


def rules(x, top, bottom, wide=140):
    return f"{x} {top} {wide} 1 re f {x} {bottom} {wide} 1 re f\n"


def two_stories(first, second, third):
    """One over three columns, and the next one below the first two."""
    page = text_at(200, 396, 20, HEADLINE) + first + second + third
    page += text_at(60, 180, 16, OTHER) + set_column(
        50, 154, ["\u3000\u3000" + ROWS[0][:12], *ROWS]
    )
    return page + set_column(210, 154, [*ROWS[2:], TAIL])


LONG = (
    [*FIRST, *SECOND],
    [*THIRD[:1], *ROWS[:4]],
    [ROWS[4], "。", "\u3000\u3000" + ROWS[1][:12], *ROWS[2:4], *ROWS[5:], TAIL],
)


def whole(columns):
    return "".join(row for rows in columns for row in rows).replace("\u3000", "")


def test_a_pull_quote_at_a_columns_foot_heads_no_story():
    """Between two rules, its words at the end of one column and at the head of the next."""
    first = set_column(50, 370, LONG[0]) + rules(50, 280, 252) + text_at(57, 262, 14, QUOTE)
    page = two_stories(first, set_column(210, 370, LONG[1]), set_column(370, 370, LONG[2]))
    record = record_of(page, **HIGH)
    assert [a.headline for a in record.articles] == [HEADLINE, OTHER]
    assert text_of(record.articles[0]) == whole(LONG)
    assert [x.role for x in record.labels if x.unit is None] == [Role.FURNITURE]


FULL = "书店办起读书会，大家都来了。"
OPENED = ["\u3000\u3000" + ROWS[1][:12], *ROWS[2:5], FULL]


def test_a_pull_quote_may_stand_right_above_the_words_that_it_repeats():
    """It cuts their sentence in two, so it is no headline of the text below it."""
    rows = [*LONG[0][:3], "今年", "合作社的账本比去年厚了整整一", *ROWS[:3], TAIL]
    first = (
        set_column(50, 370, rows[:3])
        + rules(50, 328, 300)
        + text_at(54, 311, 12, "合作社的账本比去年厚了")
    )
    first += set_column(50, 282, rows[4:])
    page = text_at(60, 396, 20, HEADLINE) + first
    (article,) = record_of(page, **HIGH).articles
    assert (article.headline, text_of(article)) == (HEADLINE, whole((rows[:3], rows[4:])))


def test_the_headline_of_a_news_story_says_its_first_sentence_again():
    """It stands right of its text, between rules, below another text."""
    news = ["\u3000\u3000本报讯（记者 何田）", "昨日，全县春耕现场会召开。", *ROWS, *ROWS[:2], TAIL]
    page = text_at(190, 396, 20, HEADLINE) + set_column(50, 370, [*FIRST, *ROWS[:2], TAIL])
    page += set_column(210, 370, [*SECOND, *THIRD]) + "50 278 300 1 re f\n"
    page += set_column(50, 250, news) + text_at(214, 245, 15, "全县春耕现场会召开")
    page += set_column(210, 210, [*ROWS[2:], TAIL])
    heads = [a.headline for a in record_of(page + "210 232 140 1 re f\n", **HIGH).articles]
    assert "全县春耕现场会召开" in heads


def with_head(words):
    """Words between two rules at the head of the last column, where a paragraph opens."""
    third = rules(370, 378, 350) + text_at(377, 360, 14, words) + set_column(370, 330, OPENED)
    second = set_column(210, 370, [*LONG[1], FULL])
    return two_stories(set_column(50, 370, LONG[0]), second, third)


def test_a_pull_quote_at_a_columns_head_heads_no_story():
    record = record_of(with_head(QUOTE), **HIGH)
    assert [a.headline for a in record.articles] == [HEADLINE, OTHER]
    assert text_of(record.articles[0]) == whole((*LONG[:2], [FULL], OPENED))


def test_a_headline_between_rules_whose_words_stand_nowhere_else_is_one():
    heads = [a.headline for a in record_of(with_head("山里来了放映队"), **HIGH).articles]
    assert "山里来了放映队" in heads


def words_at(x, top, rows):
    return [
        Printed(row.strip("\u3000"), x + (20 if row[0] == "\u3000" else 0), top + 14 * k)
        for k, row in enumerate(rows)
    ]


def read(data):
    printed = read_pdf(data)
    return parse_page(printed.text, layout=printed.layout).articles


def test_a_photo_may_stand_between_a_headline_and_all_of_its_columns():
    """Its byline reaches below the head of another story's column, which ends with a full row."""
    words = [Printed(OTHER, 50, 40, 20), Printed(HEADLINE, 240, 40, 20)]
    words += [Printed("□ 陆小舟", 290, 70), Printed(ROWS[0][:12], 70, 71)]
    words += words_at(50, 85, [*ROWS[1:4], FULL])
    words += [*words_at(210, 310, FIRST), *words_at(370, 310, [*SECOND, *THIRD])]
    other, article = read(pdf_of([*words, Placed(jpeg((90, 60)), 210, 84, 300, 215)]))
    assert other.headline == OTHER
    assert (article.headline, text_of(article)) == (HEADLINE, whole((FIRST, SECOND, THIRD)))


def test_a_column_that_holds_only_a_photo_parts_no_text():
    """The headline stands over two columns right of it, in the middle of all."""
    columns = [*FIRST, ROWS[3], FULL], OPENED[:3], [*ROWS[4:], *SECOND[1:]], [*THIRD[:2], TAIL]
    words = [Printed(HEADLINE, 360, 40, 20)]
    for x, rows in zip((50, 370, 530, 690), columns, strict=True):
        words += words_at(x, 80, rows)
    photo = Placed(jpeg((90, 60)), 210, 80, 140, 80)
    (article,) = read(pdf_of([*words, photo], width=880))
    assert (article.headline, text_of(article)) == (HEADLINE, whole(columns))


def test_one_photo_below_a_headline_and_the_column_beside_it_is_theirs():
    """The text begins left of the headline and goes on below the photo.

    Right of the headline the next story begins, whose own one stands over its third column.
    """
    opened = ["\u3000\u3000本报讯（记者 何田）" + ROWS[0][:2], *ROWS[1:3]]
    words = [*words_at(50, 60, opened), Printed(OTHER, 215, 62, 20)]
    words += [*words_at(50, 250, ROWS[3:6]), *words_at(210, 250, [TAIL, *OPENED[:2], TAIL])]
    words += [*words_at(370, 60, LEFT), Printed(HEADLINE[:7], 690, 60, 20)]
    words += [*words_at(530, 60, [*RIGHT, *SECOND[1:]]), *words_at(690, 88, THIRD)]
    photo = Placed(jpeg((90, 60)), 50, 112, 300, 130)
    first, second = read(pdf_of([*words, photo], width=880))
    assert (first.headline, second.headline) == (OTHER, HEADLINE[:7])
    assert text_of(first).endswith(whole((ROWS[1:6], [TAIL, *OPENED[:2], TAIL])))


def test_a_photo_between_a_text_and_the_headline_right_of_it_is_no_white():
    words = [*words_at(50, 60, [*FIRST, *ROWS[:1]]), *words_at(210, 60, [ROWS[1], *THIRD])]
    words += [Printed(row, 690, 60 + 26 * k, 20) for k, row in enumerate(("农技人员", "送技到田"))]
    (article,) = read(pdf_of([*words, Placed(jpeg((90, 60)), 370, 60, 300, 130)], width=880))
    assert (article.headline, text_of(article)) == (HEADLINE, whole((FIRST, ROWS[:2], THIRD)))


def test_a_text_begins_left_of_the_photo_that_its_headline_stands_over():
    """The photo fills the two columns in the middle; the last one is the text's end."""
    words = [Printed(HEADLINE, 270, 40, 20), *words_at(50, 72, [*FIRST, *SECOND, *THIRD[:1]])]
    words += words_at(530, 72, THIRD[1:])
    (article,) = read(pdf_of([*words, Placed(jpeg((90, 60)), 210, 72, 300, 110)], width=720))
    assert (article.headline, text_of(article)) == (HEADLINE, whole((FIRST, SECOND, THIRD)))


def test_a_headline_in_the_last_column_with_no_text_below_it_heads_what_is_left_of_it():
    """White stands between; the text opens with its byline, and so might be without headline."""
    words = [*words_at(50, 60, [*LEFT, *RIGHT]), *words_at(50, 220, FIRST)]
    words += [Printed(row, 280, 60 + 26 * k, 20) for k, row in enumerate(("水库边的", "放映队"))]
    words += [Printed("渡口", 50, 190, 20)]
    first, _ = read(pdf_of(words))
    assert (first.headline, text_of(first)[-12:]) == ("水库边的放映队", RIGHT[-1][-12:])


def test_a_text_goes_on_below_its_photo_and_not_another_above_it():
    """Of two texts of one column that break off, the upper one goes on in the next column."""
    words = [Printed(HEADLINE, 130, 40, 20), Printed(OTHER, 140, 180, 16)]
    words += [*words_at(50, 70, [*FIRST, *ROWS[:1]]), *words_at(210, 112, [ROWS[1], *THIRD])]
    words += [*words_at(50, 205, OPENED[:3]), *words_at(50, 360, ROWS[4:])]
    words += words_at(210, 360, [ROWS[3], TAIL])
    first, second = read(pdf_of([*words, Placed(jpeg((90, 60)), 50, 252, 300, 100)]))
    assert text_of(first) == whole((FIRST, ROWS[:2], THIRD))
    assert text_of(second) == whole((OPENED[:3], ROWS[4:], [ROWS[3], TAIL]))


def test_a_standing_headline_may_have_a_photo_beside_it_and_its_text_below_the_photo():
    words = [Printed(char, 50, 80 + 22 * k, 20) for k, char in enumerate("送技到田")]
    words += [*words_at(80, 250, FIRST), *words_at(240, 250, SECOND)]
    words += [Printed(OTHER, 50, 360, 20), Printed(ROWS[0][:12], 70, 400)]
    words += [Printed(row, 50, 414 + 14 * k) for k, row in enumerate([*ROWS, TAIL])]
    first, second = read(pdf_of([*words, Placed(jpeg((90, 60)), 80, 80, 300, 160)]))
    assert (first.headline, text_of(first)) == ("送技到田", whole((FIRST, SECOND)))
    assert second.headline == OTHER


IN_A_PHOTO = "图书馆前的银杏黄了，游人在树下歇脚。"


def test_what_stands_in_a_photo_over_its_credit_is_its_caption():
    """At the foot of the photo, in the text's own type; the credit ends at its other edge."""
    words = [Printed(HEADLINE, 200, 40, 20)]
    words += [*words_at(50, 250, FIRST), *words_at(210, 250, SECOND), *words_at(370, 250, THIRD)]
    photo = Placed(jpeg((90, 60)), 50, 70, 460, 170)
    inside = [Printed(IN_A_PHOTO, 60, 205), Printed("本报记者 陆小舟 摄", 400, 219)]
    printed = read_pdf(pdf_of([photo, *words, *inside]))
    record = parse_page(printed.text, layout=printed.layout)
    (article,) = record.articles
    assert text_of(article) == whole((FIRST, SECOND, THIRD))
    (found,) = record.photos
    assert (found.caption, [c.name for c in found.credits]) == (IN_A_PHOTO, ["陆小舟"])


def painted(size):
    """A JPEG of many tones, as an advertisement's photo has."""
    red, green = Image.linear_gradient("L").resize(size), Image.radial_gradient("L").resize(size)
    out = BytesIO()
    Image.merge("RGB", (red, green, red.rotate(90).resize(size))).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize(("strip", "drawn"), [(painted((180, 30)), 0), (jpeg((180, 30)), 1)])
def test_a_flat_photo_is_no_drawn_headline(strip, drawn):
    """An advertisement as wide as the page over a headline, which is the headline of its text."""
    words = [Printed(HEADLINE, 200, 105, 20)]
    words += [*words_at(50, 135, FIRST), *words_at(210, 135, SECOND), *words_at(370, 135, THIRD)]
    printed = read_pdf(pdf_of([*words, Placed(strip, 50, 40, 460, 55)]))
    assert len(printed.layout.drawn) == drawn
    (article,) = parse_page(printed.text, layout=printed.layout).articles
    assert (article.headline == HEADLINE) is not drawn
    assert text_of(article) == whole((FIRST, SECOND, THIRD))


def test_a_box_of_which_a_clip_leaves_a_rule_is_a_rule():
    """So WeasyPrint draws the border below a paragraph."""
    clipped = "q 50 150 300 1 re W n 50 150 300 100 re f Q\n"
    printed = read_pdf(pdf(clipped + set_column(50, 250, FIRST + SECOND)))
    (rule,) = printed.layout.rules
    assert (rule.bottom - rule.top) * 300 == pytest.approx(1, abs=0.1)


def test_a_photo_is_as_large_as_its_frame_shows_it():
    cut = b"q 300 200 100 90 re W n 250 0 0 450 280 100 cm /X Do Q"
    (photo,) = read_pdf(page_with(SEEN_ROWS + cut, GREY, resources=WITH_PICTURE)).layout.pictures
    wide, high = (photo.box.right - photo.box.left) * 600, (photo.box.bottom - photo.box.top) * 900
    assert (wide, high) == pytest.approx((100, 90), abs=1)


def test_what_a_clip_hides_altogether_is_not_there():
    hidden = b"q 0 0 10 10 re W n 250 0 0 450 280 100 cm /X Do Q"
    page = page_with(SEEN_ROWS + hidden, GREY, resources=WITH_PICTURE)
    assert read_pdf(page).layout.pictures == ()


def test_who_took_it_may_follow_the_sentence_above_a_photo():
    caption = "技术员讲解。"
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, [*FIRST, FULL])
    page += bold(212, 256, 9, caption + " 受访单位供图") + "210 186 140 66 re f\n"
    page += set_column(210, 168, OPENED)
    found = record_in_two_faces(page)
    assert text_of(found.articles[0]) == whole(([*FIRST, FULL], OPENED))
    assert [photo.caption for photo in found.photos] == [caption]


def test_text_above_a_caption_that_stands_over_its_flat_photo_is_none_of_it():
    """And the photo, as flat as a headline, is none."""
    rows = ["\u3000\u3000本报讯（记者 何田）昨日，", *ROWS[1:4], FULL]
    words = [Printed(HEADLINE, 100, 40, 20), *words_at(50, 70, rows)]
    words += [Printed("队员（白衣）突破上篮。陆小舟 摄", 50, 146, 8)]
    words += words_at(50, 216, OPENED)
    flat = Placed(jpeg((150, 40)), 50, 158, 140, 40)
    (article,) = read(pdf_of([*words, flat]))
    assert (article.headline, text_of(article)[-60:]) == (HEADLINE, whole((rows, OPENED))[-60:])
    assert text_of(article).endswith(whole((rows[1:], OPENED)))


def test_a_single_row_below_a_photo_has_the_photos_edges():
    """It is a paragraph, and the next column begins with one."""
    words = [Printed(HEADLINE, 100, 40, 20), *words_at(50, 70, [*FIRST[:2], FULL])]
    words += words_at(50, 236, ["\u3000\u3000今年新书到齐了吗？"])
    last = ["\u3000\u3000" + ROWS[0][:12], *ROWS[1:], *ROWS[1:], TAIL]
    words += words_at(210, 70, last)
    (article,) = read(pdf_of([*words, Placed(jpeg((90, 60)), 50, 140, 140, 88)]))
    assert text_of(article).startswith(whole(([*FIRST[:2], FULL],)))
    assert text_of(article).endswith("到齐了吗？" + whole((last,)))


def test_a_headline_left_of_its_text_that_begins_with_a_photo_and_its_caption_beside_it():
    words = [Printed("渡口樟树", 50, 40, 20), Printed("又发新芽", 50, 66, 20)]
    words += [Printed("村民在树下。", 286, 100, 8), Printed("陆小舟 摄", 286, 112, 8)]
    words += words_at(
        150, 150, ["\u3000\u3000本报讯（记者 何田）" + "渡口的樟树又发了芽", ROWS[1] + TAIL]
    )
    words += words_at(400, 40, [*ROWS, *ROWS, TAIL])
    (article,) = read(pdf_of([*words, Placed(jpeg((90, 60)), 150, 40, 130, 84)]))
    assert (article.headline or "").replace(" ", "") == "渡口樟树又发新芽"
