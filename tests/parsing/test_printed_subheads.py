"""Subheads that only their type or their place tells from a deck, a caption or a row of text."""

import pytest

from tests.parsing.printing import text_at
from tests.parsing.test_printed_heads import subheads_of
from tests.parsing.test_printed_openings import FIRST, HEADLINE, SECOND, WIDE, text_of
from tests.parsing.test_printed_orders import EVEN, bold, record_in_two_faces, rows_of, standing
from tests.parsing.test_printed_rivers import ROWS, TAIL
from tests.parsing.test_printed_stories import record_of, set_column

WHOLE = [*FIRST, SECOND[0]]
PARAGRAPH = ["\u3000\u3000" + ROWS[0][:12], *ROWS[1:3], TAIL]
NEXT = ["\u3000\u3000" + ROWS[3][:12], *ROWS[4:], TAIL]


def test_a_subhead_a_little_larger_than_the_text_heads_its_column_and_is_no_deck():
    """Its like stands in the text of the first column."""
    page = text_at(190, 282, 20, HEADLINE) + text_at(150, 262, 10, "本报记者 陆小舟")
    page += (
        set_column(50, 240, WHOLE)
        + text_at(50, 180, 11, "把种子送上山")
        + set_column(50, 166, PARAGRAPH)
    )
    page += text_at(210, 240, 11, "把夜校办起来") + set_column(210, 226, NEXT)
    page += set_column(370, 240, [*ROWS[1:3], TAIL])
    (article,) = record_of(page, **WIDE).articles
    assert article.deck is None
    assert subheads_of(article) == ["把种子送上山", "把夜校办起来"]


def test_a_subhead_at_the_columns_edge_ends_a_column_and_begins_one():
    """A tenth larger than the text, the first at a column's foot, a line beside it."""
    page = text_at(150, 272, 20, HEADLINE) + set_column(50, 240, WHOLE)
    page += text_at(50, 182, 11, "把种子送上山") + set_column(210, 240, PARAGRAPH)
    page += text_at(370, 240, 11, "把夜校办起来") + set_column(370, 226, NEXT)
    (article,) = record_of(page + "200 130 .5 120 re f\n", **WIDE).articles
    assert subheads_of(article) == ["把种子送上山", "把夜校办起来"]
    begins = "".join((*WHOLE, "把种子送上山", *PARAGRAPH)).replace("\u3000", "")
    assert text_of(article).startswith(begins)


def test_a_column_of_one_row_and_a_subhead_goes_on_below_it():
    page = text_at(150, 272, 20, HEADLINE) + set_column(50, 240, [*FIRST, *SECOND[1:]])
    page += set_column(210, 240, ["油菜。"]) + text_at(210, 225, 11, "把夜校办起来")
    page += set_column(210, 211, [*NEXT[:-1], "倍。"])
    (article,) = record_of(page, **WIDE).articles
    assert subheads_of(article) == ["把夜校办起来"]
    assert text_of(article).endswith("合作社的账本比去年厚了整整一倍。")


def test_a_subhead_below_a_photo_is_no_caption():
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, WHOLE)
    page += bold(50, 188, 10, "把种子送上山") + set_column(50, 174, PARAGRAPH)
    page += "210 186 140 80 re f\n" + bold(210, 172, 10, "把夜校办起来")
    record = record_in_two_faces(page + set_column(210, 158, NEXT))
    assert len(record.photos) == 0
    assert subheads_of(record.articles[0]) == ["把种子送上山", "把夜校办起来"]


def test_a_subhead_over_a_text_that_goes_on_from_another_page_is_no_deck():
    page = text_at(50, 282, 20, HEADLINE) + bold(90, 258, 10, "把种子送上山")
    page += set_column(50, 242, ["\u3000\u3000（上接1版）" + ROWS[0][:6], *ROWS[1:3], TAIL])
    page += bold(90, 172, 10, "把夜校办起来") + set_column(50, 156, NEXT)
    (article,) = record_in_two_faces(page).articles
    assert (article.headline, article.deck) == (HEADLINE, None)
    assert subheads_of(article) == ["把种子送上山", "把夜校办起来"]


def test_a_headline_as_large_as_the_standing_one_above_it_is_the_next_one():
    page = standing(57, 280, "山里来了放映队") + set_column(90, 276, [*EVEN, *EVEN[1:], "走了。"])
    page += text_at(50, 120, 20, "更正") + set_column(50, 94, PARAGRAPH)
    assert [a.headline for a in record_of(page).articles] == ["山里来了放映队", "更正"]


def test_columns_of_few_rows_end_where_the_rows_of_their_neighbour_end():
    """They are drawn one right after the other, a word's white apart."""
    short = ["了夜校。", "\u3000\u3000教室里坐得满满当当。"]
    page = set_column(50, 250, [*FIRST[:2], "春耕备耕的知识，他还问大家："])
    page += text_at(205, 222, 10, short[0]) + set_column(50, 208, [*ROWS, TAIL])
    assert "了夜校。" in rows_of(page)


def test_an_opening_quote_that_hangs_out_of_its_column_stays_with_its_words():
    page = set_column(50, 250, WHOLE) + text_at(50, 194, 10, "叮铃铃一响，孩子们像小鹿一样")
    page += set_column(50, 180, [*ROWS, TAIL]) + text_at(41, 194, 10, "“")
    assert "“叮铃铃一响，孩子们像小鹿一样" in rows_of(page)


@pytest.mark.parametrize("face", [bold, text_at])
def test_a_question_between_two_paragraphs_is_a_subhead_as_others_are(face):
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, WHOLE)
    page += face(80, 188, 10, "种子从哪里来？") + set_column(50, 168, PARAGRAPH)
    page += set_column(210, 256, NEXT)
    record = record_in_two_faces(page)
    assert subheads_of(record.articles[0]) == ["种子从哪里来？"]


def test_a_question_that_somebody_is_asked_opens_a_paragraph_of_the_text():
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, WHOLE)
    page += text_at(70, 188, 10, "可是，谁来教你呢？") + set_column(50, 174, PARAGRAPH)
    page += set_column(210, 256, NEXT)
    record = record_in_two_faces(page)
    assert subheads_of(record.articles[0]) == []


def test_a_subhead_a_third_larger_than_the_text_stands_in_it():
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, WHOLE)
    page += bold(50, 192, 13.4, "把种子送上山") + set_column(50, 176, PARAGRAPH)
    page += set_column(210, 256, [*ROWS[1:3], TAIL, *NEXT])
    (article,) = record_in_two_faces(page, **WIDE).articles
    assert subheads_of(article) == ["把种子送上山"]


def test_subheads_with_a_blank_row_around_them_make_their_like_at_a_columns_head_known():
    """The second column begins with one right below the headline: it is no deck."""
    page = text_at(120, 282, 20, HEADLINE) + set_column(50, 252, WHOLE)
    page += bold(80, 186, 10, "把种子送上山") + set_column(50, 162, PARAGRAPH)
    page += bold(240, 252, 10, "把夜校办起来") + set_column(210, 238, NEXT)
    (article,) = record_in_two_faces(page).articles
    assert (article.headline, article.deck) == (HEADLINE, None)
    assert subheads_of(article) == ["把种子送上山", "把夜校办起来"]


def test_a_subhead_below_a_photo_is_known_by_others_with_a_blank_row_around_them():
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, WHOLE)
    page += bold(80, 190, 10, "把种子送上山") + set_column(50, 166, PARAGRAPH)
    page += "210 186 140 80 re f\n" + bold(240, 172, 10, "把夜校办起来")
    record = record_in_two_faces(page + set_column(210, 158, NEXT))
    assert len(record.photos) == 0
    assert subheads_of(record.articles[0]) == ["把种子送上山", "把夜校办起来"]


def test_the_row_that_a_text_begins_with_is_a_subhead_like_the_others():
    page = text_at(60, 282, 20, HEADLINE) + bold(50, 256, 10, "案情") + set_column(50, 242, WHOLE)
    page += bold(50, 184, 10, "审理") + set_column(50, 170, PARAGRAPH)
    (article,) = record_in_two_faces(page).articles
    assert subheads_of(article) == ["案情", "审理"]


def test_the_first_subhead_right_below_the_headlines_byline_is_no_deck():
    """A fifth larger than the text, as those that stand inside of it are."""
    page = text_at(60, 282, 20, HEADLINE) + text_at(90, 262, 10, "本报记者 陆小舟")
    page += text_at(50, 246, 12, "把种子送上山") + set_column(50, 231, PARAGRAPH)
    page += text_at(50, 172, 12, "把夜校办起来") + set_column(50, 157, NEXT)
    (article,) = record_of(page).articles
    assert (article.headline, article.deck) == (HEADLINE, None)
    assert subheads_of(article) == ["把种子送上山", "把夜校办起来"]


def test_a_subhead_that_could_be_a_name_is_none_at_a_columns_head():
    """时 is a family name, but the page's subheads are set as 时间 is."""
    page = text_at(60, 282, 20, HEADLINE) + set_column(50, 256, WHOLE)
    page += bold(110, 198, 10, "考点") + set_column(50, 184, PARAGRAPH)
    page += bold(270, 256, 10, "时间") + set_column(210, 242, PARAGRAPH)
    (article,) = record_in_two_faces(page).articles
    assert subheads_of(article) == ["考点", "时间"]


def test_a_subhead_in_its_own_face_is_no_second_row_of_a_byline():
    page = text_at(60, 282, 20, HEADLINE) + text_at(50, 258, 10, "本报记者 陆小舟")
    page += bold(100, 242, 10, "案情回放") + set_column(50, 228, PARAGRAPH)
    page += bold(100, 170, 10, "法院判决") + set_column(50, 156, NEXT)
    (article,) = record_in_two_faces(page).articles
    assert [x.name for x in article.credits] == ["陆小舟"]
    assert subheads_of(article) == ["案情回放", "法院判决"]
