"""What only places and faces tell: captions without a credit, columns beside photos, openings."""

from io import BytesIO

import pytest
from PIL import Image

from articles.parsing import parse_page
from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import text_at
from tests.parsing.test_printed_openings import FIRST, HEADLINE, SECOND, THIRD, text_of
from tests.parsing.test_printed_orders import in_two_faces, rows_of
from tests.parsing.test_printed_photos import FULL, OTHER, whole, words_at
from tests.parsing.test_printed_rivers import ROWS, TAIL
from tests.parsing.test_printed_stories import record_of, set_column
from tests.parsing.test_printed_subheads import WIDE, bold, record_in_two_faces, subheads_of
from tests.pdf.made import Placed, Printed, jpeg, pdf_of

PARAGRAPH = ["\u3000\u3000" + ROWS[1][:12], *ROWS[2:5], ROWS[0], FULL]
CAPTION = "技术人员在田头讲解。"


def record(words, **page):
    printed = read_pdf(pdf_of(words, **page))
    return parse_page(printed.text, layout=printed.layout)


def test_a_row_between_a_photo_and_a_text_that_goes_on_is_a_caption():
    """It is of the text's own type and names nobody; the text stops above and goes on below."""
    words = [Printed(HEADLINE, 60, 40, 20), *words_at(50, 72, [*FIRST, *ROWS[:2]])]
    words += [Printed(CAPTION, 50, 228), *words_at(50, 248, [*ROWS[2:], TAIL])]
    found = record([*words, Placed(jpeg((90, 60)), 50, 146, 140, 78)])
    assert text_of(found.articles[0]) == whole((FIRST, ROWS, [TAIL]))
    assert [photo.caption for photo in found.photos] == [CAPTION]


def test_a_row_in_the_middle_below_a_photo_over_two_columns_is_a_caption():
    words = [Printed(HEADLINE, 60, 40, 20), Printed(CAPTION, 150, 202)]
    words += [*words_at(50, 224, [*FIRST, FULL]), *words_at(210, 224, [*PARAGRAPH])]
    found = record([*words, Placed(jpeg((90, 60)), 50, 70, 300, 128)])
    assert text_of(found.articles[0]) == whole(([*FIRST, FULL], PARAGRAPH))
    assert [photo.caption for photo in found.photos] == [CAPTION]


def test_a_few_narrow_rows_beside_a_photo_are_its_caption():
    words = [Printed(HEADLINE, 60, 40, 20), Printed("技术人员", 298, 160)]
    words += [Printed("在田头讲解。", 298, 174)]
    words += [*words_at(50, 210, [*FIRST, FULL]), *words_at(210, 210, PARAGRAPH)]
    found = record([*words, Placed(jpeg((90, 60)), 50, 70, 240, 128)])
    assert text_of(found.articles[0]) == whole(([*FIRST, FULL], PARAGRAPH))
    assert [photo.caption for photo in found.photos] == [CAPTION]


def test_the_rest_of_a_text_below_a_photo_is_no_caption():
    """It stands as close to its next rows as they do to each other."""
    words = [Printed(HEADLINE, 60, 40, 20), *words_at(50, 72, [*FIRST, *ROWS[:2]])]
    words += words_at(50, 232, [TAIL, *PARAGRAPH])
    found = record([*words, Placed(jpeg((90, 60)), 50, 146, 140, 78)])
    assert text_of(found.articles[0]) == whole((FIRST, ROWS[:2], [TAIL], PARAGRAPH))


def blocks_of(page):
    """How many pieces the text in small type was cut into."""
    layout = read_pdf(in_two_faces(page, **WIDE)).layout
    return len({p.block for p in layout.places if p and p.part == "body"})


def test_an_opening_in_bold_type_that_ends_inside_a_row_stays_with_its_text():
    page = text_at(60, 282, 20, HEADLINE) + bold(70, 256, 10, "本报讯（记者 何田 通讯员")
    page += bold(50, 242, 10, "陆小舟）") + text_at(90, 242, 10, "全县春耕现场会召开")
    assert blocks_of(page + set_column(50, 228, [*ROWS, TAIL])) == 1


def test_a_signature_in_another_face_that_begins_inside_a_row_stays_with_its_text():
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, [*FIRST, *ROWS])
    page += text_at(50, 130, 10, "倍，都说好。") + bold(110, 130, 10, "（特约记")
    assert blocks_of(page + bold(50, 116, 10, "者 何田 通讯员 陆小舟）")) == 1


def test_a_first_column_left_of_a_headline_that_is_centred_over_the_others_begins_its_text():
    """The headline does not reach over the column right of that one."""
    columns = [*FIRST, *ROWS], [TAIL, *PARAGRAPH[:3], *SECOND[:2]], [*ROWS[:5], TAIL], PARAGRAPH
    words = [Printed(HEADLINE, 360, 62, 20), *words_at(50, 60, columns[0])]
    for x, rows in zip((210, 370, 530), columns[1:], strict=True):
        words += words_at(x, 100, rows)
    (article,) = record(words, width=720).articles
    assert (article.headline, text_of(article)) == (HEADLINE, whole(columns))


def test_a_column_that_a_photo_parts_is_one_where_a_headline_stands_right_of_it():
    """The columns below the headline end with a photo; the one beside it goes on below its own."""
    words = [Printed(HEADLINE, 250, 60, 20), *words_at(50, 60, [*FIRST, ROWS[0]])]
    words += words_at(50, 220, [*ROWS[1:], TAIL])
    words += [*words_at(210, 100, [*PARAGRAPH[:5]]), *words_at(370, 100, [ROWS[5], TAIL])]
    photos = [Placed(jpeg((90, 60)), 50, 122, 140, 90), Placed(jpeg((90, 60)), 210, 180, 300, 120)]
    (article,) = record([*words, *photos]).articles
    assert article.headline == HEADLINE
    assert text_of(article).startswith(whole((FIRST, ROWS, [TAIL])))


def test_a_photo_over_a_headline_is_not_where_the_columns_below_begin():
    """The first of them stands left of the headline, which is centred over them all."""
    words = [Printed(HEADLINE, 290, 210, 20), *words_at(50, 250, [*FIRST, ROWS[0]])]
    words += [*words_at(210, 250, [ROWS[1], *ROWS[2:4], FULL]), *words_at(370, 250, PARAGRAPH)]
    words += words_at(530, 250, [*FIRST[:1], *ROWS[1:3], FULL])
    words += [Printed(OTHER, 730, 62, 20), *words_at(690, 70, [*FIRST, *ROWS, *ROWS[:3], TAIL])]
    photo = Placed(jpeg((90, 60)), 50, 70, 620, 130)
    found = record([*words, photo], width=880)
    assert HEADLINE in [a.headline for a in found.articles]
    own = next(a for a in found.articles if a.headline == HEADLINE)
    assert text_of(own).startswith(whole((FIRST, ROWS[:2])))


def test_a_larger_subhead_at_a_columns_head_is_no_deck():
    """It stands in the headline's middle, a little lower than the first row of the next column."""
    page = text_at(200, 282, 20, HEADLINE) + set_column(50, 252, [*FIRST, *ROWS[:3], FULL])
    page += bold(244, 247, 12, "把夜校办起来") + set_column(210, 229, PARAGRAPH)
    page += set_column(370, 252, [*ROWS[1:3], TAIL])
    page += bold(404, 204, 12, "把种子送上山") + set_column(370, 186, [*PARAGRAPH[:2], FULL])
    (article,) = record_in_two_faces(page, **WIDE).articles
    assert (article.headline, article.deck) == (HEADLINE, None)
    assert subheads_of(article) == ["把夜校办起来", "把种子送上山"]


def grey(size):
    """A photo as newsprint has it: without colours."""
    out = BytesIO()
    Image.effect_noise(size, 60).save(out, "JPEG")
    return out.getvalue()


def test_a_flat_grey_photo_is_no_drawn_headline():
    words = [Printed(HEADLINE, 200, 105, 20)]
    words += [*words_at(50, 135, FIRST), *words_at(210, 135, SECOND), *words_at(370, 135, THIRD)]
    found = record([*words, Placed(grey((180, 30)), 50, 40, 460, 55)])
    assert [a.headline for a in found.articles] == [HEADLINE]


def curve(left, bottom, wide, high):
    """A drawn row of letters, as outlines are."""
    points = ((left + wide * k / 80, bottom + high * (k * 7 % 10) / 10) for k in range(81))
    return f"{left} {bottom} m " + " ".join(f"{x:.1f} {y:.1f} l" for x, y in points) + " f\n"


@pytest.mark.parametrize(("rule", "headline"), [("50 222 300 1 re f\n", HEADLINE), ("", None)])
def test_a_rule_parts_a_drawn_row_from_the_headline_below_it(rule, headline):
    page = curve(60, 232, 260, 24) + rule + text_at(60, 198, 20, HEADLINE)
    page += set_column(50, 172, [*FIRST, FULL]) + set_column(210, 172, PARAGRAPH)
    assert record_of(page, **WIDE).articles[0].headline == headline


def test_a_first_character_with_a_space_behind_it_is_no_column():
    """What follows stands where rows above and below are indented."""
    page = text_at(70, 256, 10, "本报讯（通讯员 何田 记") + text_at(50, 242, 10, "陆")
    page += text_at(68.5, 242, 10, "晓舟）山里来了放映") + text_at(158.5, 242, 10, "队大家")
    page += set_column(50, 228, [ROWS[0], TAIL, "\u3000\u3000各村都有人来。", *PARAGRAPH])
    assert any(row.startswith("陆 晓舟") for row in rows_of(page))


def test_a_text_that_says_at_its_end_who_photographed_it_is_no_caption():
    """It goes on level with the column beside it, without a photo near by."""
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, [*FIRST, *ROWS])
    page += set_column(210, 256, [TAIL, "\u3000\u3000" + ROWS[1][:12], FULL])
    page += set_column(210, 214, ["\u3000\u3000（特约记者 何田 摄影报道）"])
    found = record_of(page)
    assert found.photos == ()
    assert whole(([TAIL, ROWS[1][:12], FULL],)) in text_of(found.articles[0])
