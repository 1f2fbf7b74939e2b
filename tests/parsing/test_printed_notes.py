"""Names, notes and numbered rows at the edges of texts, as their place and their face tell them."""

from io import BytesIO

import pytest
from PIL import Image

from articles.parsing.pdf.reading import read_pdf
from articles.records import Role
from tests.parsing.printing import text_at
from tests.parsing.test_printed_openings import FIRST, HEADLINE, SECOND, THIRD, WIDE, text_of
from tests.parsing.test_printed_orders import bold, record_in_two_faces, rows_of
from tests.parsing.test_printed_photos import FULL, OTHER, whole, words_at
from tests.parsing.test_printed_places import PARAGRAPH, record
from tests.parsing.test_printed_rivers import ROWS, TAIL
from tests.parsing.test_printed_stories import record_of, set_column
from tests.parsing.test_printed_subheads import subheads_of
from tests.pdf.made import Placed, Printed, pdf_of

FAR = {"width": 880, "height": 300}


def test_a_note_in_brackets_over_two_rows_is_no_subhead():
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, [*FIRST, *ROWS, TAIL])
    page += bold(50, 116, 10, "（作者单位：青禾区山前镇农技") + bold(150, 102, 10, "推广站）")
    (article,) = record_in_two_faces(page).articles
    assert subheads_of(article) == []
    assert article.paragraphs[-1].text == "（作者单位：青禾区山前镇农技推广站）"


def test_a_point_that_a_font_calls_a_bullet_operator_is_one_between_names():
    assert "走街串巷·寻找老味道" in rows_of(text_at(50, 250, 10, "走街串巷∙寻找老味道"))


def test_a_byline_at_the_right_edge_moves_no_headline_out_of_its_middle():
    """The headline is centred over four columns, of which it reaches over two."""
    words = [Printed(HEADLINE, 440, 40, 20), Printed("本报记者 陆小舟", 760, 64)]
    words += [*words_at(50, 84, [*ROWS[:5], FULL]), Printed(OTHER, 60, 58, 20)]
    for x, rows in zip((210, 370, 530, 690), (FIRST, SECOND, THIRD[:1], [*PARAGRAPH]), strict=True):
        words += words_at(x, 84, rows)
    found = record(words, width=880)
    assert [a.headline for a in found.articles] == [HEADLINE, OTHER]
    assert text_of(found.articles[0]).startswith(whole((FIRST, SECOND, THIRD[:1])))


def test_a_name_far_right_of_its_headline_over_columns_that_begin_level_is_the_authors():
    page = text_at(50, 272, 20, HEADLINE) + bold(790, 246, 10, "葛存厚")
    for x, rows in zip(
        (50, 210, 370, 530, 690), (FIRST, SECOND, THIRD, PARAGRAPH, FIRST), strict=True
    ):
        page += set_column(x, 228, rows)
    found = record_in_two_faces(page, **FAR)
    (label,) = [x for x in found.labels if x.role is Role.BYLINE]
    assert label.unit == found.articles[0].unit
    assert "葛存厚" not in text_of(found.articles[0])


def test_a_name_in_its_own_face_over_a_column_begins_a_story():
    """Another story ends in the column left of it; the next column shares the headline's words."""
    page = text_at(60, 282, 20, OTHER) + set_column(50, 256, [*FIRST, *ROWS[:2], FULL])
    page += text_at(236, 282, 20, "送技到田记") + bold(320, 256, 10, "葛存厚")
    page += set_column(210, 242, [*PARAGRAPH, *ROWS[:2]])
    page += set_column(370, 256, ["送技到田记得送技到田记得天天", "送技到田记。"])
    first, second = record_in_two_faces(page, **WIDE).articles
    assert (first.headline, second.headline) == (OTHER, "送技到田记")
    assert text_of(first) == whole(([*FIRST, *ROWS[:2], FULL],))


def test_the_only_headline_in_a_box_heads_its_text_also_beside_a_photo():
    page = text_at(50, 580, 20, OTHER) + set_column(50, 550, [*FIRST, *ROWS, FULL])
    page += set_column(210, 550, [*PARAGRAPH, *PARAGRAPH])
    page += "0.9 g 40 20 500 250 re f 0 g\n" + text_at(50, 246, 20, "送技到田")
    page += set_column(210, 120, [*FIRST, FULL]) + set_column(370, 120, PARAGRAPH)
    page += "210 136 300 126 re f\n"
    found = record_of(page, width=560, height=620).articles
    assert [a.headline for a in found] == [OTHER, "送技到田"]


def test_a_short_last_row_behind_a_hung_comma_begins_the_next_column():
    """One row shows the gutter; the comma reaches over it."""
    left = ["\u3000\u3000他走了四年山路天天", "去讲课，乡亲们全都记得很清楚，"]
    page = set_column(50, 250, left) + text_at(50, 222, 10, ROWS[0][:13])
    page += text_at(202, 250, 10, ROWS[1][:13]) + text_at(202, 236, 10, "时。")
    page += set_column(50, 180, [*ROWS, TAIL]) + set_column(202, 180, [*ROWS, TAIL])
    assert "时。" in rows_of(page)


NUMBERED = ["\u3000\u3000一、把种子送上山", "\u3000\u3000二、把夜校办起来吧"]


def test_numbered_rows_of_one_text_are_of_one_kind():
    """The first leaves as much white at its end as it is indented, as a centred row does."""
    rows = [*FIRST, FULL, NUMBERED[0] + "上山", *PARAGRAPH, NUMBERED[1], *PARAGRAPH]
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, rows)
    (article,) = record_of(page).articles
    assert subheads_of(article) == []
    assert "二、把夜校办起来吧" in [p.text for p in article.paragraphs]


def test_a_full_row_without_a_mark_over_an_opening_one_is_a_paragraph():
    """Where rows above and below it stand at the edge it begins no indented block."""
    title = "\u3000\u3000二、把力气都用在育苗上面"
    rows = [*FIRST, FULL, title, *PARAGRAPH, *PARAGRAPH]
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, rows)
    (article,) = record_of(page).articles
    assert title.strip() in [p.text for p in article.paragraphs]


def faint(size):
    """A photo in a few tones of grey."""
    out = BytesIO()
    Image.effect_noise(size, 30).save(out, "PNG")
    with Image.open(out) as image:
        image.save(saved := BytesIO(), "JPEG", quality=95)
    return saved.getvalue()


def test_a_faint_photo_is_no_drawn_headline_either():
    words = [Printed(HEADLINE, 200, 105, 20)]
    words += [*words_at(50, 135, FIRST), *words_at(210, 135, SECOND), *words_at(370, 135, THIRD)]
    printed = read_pdf(pdf_of([*words, Placed(faint((180, 30)), 50, 40, 460, 55)]))
    assert printed.layout.drawn == ()


CAPTION = "技术人员在田头讲解。"


def test_a_sentence_in_its_own_type_right_above_a_photo_is_its_caption():
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, [*FIRST, FULL])
    page += bold(220, 256, 9, CAPTION) + "210 186 140 66 re f\n"
    page += set_column(210, 168, PARAGRAPH)
    found = record_in_two_faces(page)
    assert text_of(found.articles[0]) == whole(([*FIRST, FULL], PARAGRAPH))
    assert [photo.caption for photo in found.photos] == [CAPTION]


def test_narrow_rows_in_their_own_type_beside_a_photo_are_its_caption():
    page = text_at(60, 282, 20, HEADLINE) + "50 130 240 130 re f\n"
    page += bold(298, 160, 9, "技术人员在") + bold(298, 148, 9, "田头讲解。")
    page += set_column(50, 110, [*FIRST, FULL]) + set_column(210, 110, PARAGRAPH)
    found = record_in_two_faces(page)
    assert text_of(found.articles[0]) == whole(([*FIRST, FULL], PARAGRAPH))
    assert [photo.caption for photo in found.photos] == [CAPTION]


def test_a_signature_of_two_rows_in_its_own_face_is_no_subhead():
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, [*FIRST, *ROWS, TAIL])
    page += bold(60, 116, 10, "青禾证券山前镇营业部陆") + bold(160, 102, 10, "小舟")
    (article,) = record_in_two_faces(page).articles
    assert subheads_of(article) == []


def test_a_byline_in_a_column_belongs_to_no_headline_behind_another_one():
    """It stands lower than the headline that is nearer, and level with the far one's foot."""
    words = [Printed(HEADLINE, 230, 38, 22), Printed("◎陆小舟", 50, 84)]
    words += [Printed("夜市摊位上新", 540, 38, 17), Printed("大家都来看看", 540, 60, 17)]
    words += [*words_at(50, 98, [*FIRST, *ROWS, FULL]), *words_at(210, 82, [*PARAGRAPH, *ROWS[:4]])]
    words += [*words_at(370, 82, [ROWS[5], TAIL]), *words_at(530, 92, [*SECOND, *THIRD])]
    found = record(words, width=720)
    assert sorted(a.headline for a in found.articles) == [HEADLINE, "夜市摊位上新大家都来看看"][:2]


@pytest.mark.parametrize("names", ["苗穗", "陆舟何田"])
def test_names_alone_in_a_face_of_their_own_over_the_text_are_no_deck(names):
    """The kicker is smaller than they are."""
    page = text_at(60, 292, 9, "今日谈") + text_at(60, 268, 18, HEADLINE)
    page += bold(110, 250, 10, " ".join(names)) + set_column(50, 230, [*FIRST, *ROWS, TAIL])
    (article,) = record_in_two_faces(page).articles
    assert (article.kicker, article.headline, article.deck) == ("今日谈", HEADLINE, None)


def test_a_day_in_brackets_over_a_byline_below_a_headline_beside_its_text_is_its_deck():
    page = text_at(50, 262, 18, "在农技会议") + text_at(50, 238, 18, "上的讲话")
    page += text_at(55, 218, 10, "（2012年3月") + text_at(75, 204, 10, "20日）")
    page += bold(65, 190, 10, "县长 陆小舟")
    page += set_column(160, 262, [*FIRST, *ROWS, TAIL]) + set_column(310, 262, [*ROWS, TAIL])
    (article,) = record_in_two_faces(page, width=480).articles
    assert (article.headline, article.deck) == ("在农技会议上的讲话", "（2012年3月20日）")
