"""The name of a column, over briefs or on a ground of its own, heads no story."""

import pytest

from articles.parsing.pdf.reading import read_pdf
from articles.records import Role
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_openings import FIRST, HEADLINE, text_of
from tests.parsing.test_printed_outlying import parts_of
from tests.parsing.test_printed_rivers import OTHERS, ROWS, TAIL, WHOLE, story
from tests.parsing.test_printed_stories import record_of, set_column

NAME = "身边事"
HIGH = {"width": 300, "height": 520}
ON_GROUND = f"0 g 50 470 140 26 re f 1 g {text_at(100, 478, 12, NAME)} 0 g\n"
THICK_AND_THIN = f"50 494 140 4 re f 50 470 140 1 re f {text_at(100, 478, 14, NAME)}"
STORIES = story(50, 448, OTHERS[0], [*ROWS, TAIL]) + story(50, 310, OTHERS[1], [*ROWS, TAIL])


@pytest.mark.parametrize("name", [ON_GROUND, THICK_AND_THIN])
def test_the_name_of_a_column_of_briefs_is_no_kicker(name):
    record = record_of(name + STORIES, **HIGH)
    assert [parts_of(a) for a in record.articles] == [(None, h, None) for h in OTHERS[:2]]
    (label,) = [x for x in record.labels if x.unit is None]
    assert label.role is Role.FURNITURE


def test_the_same_over_a_single_story_is_no_kicker_either():
    """A rule ends its column; the next story is another one's."""
    page = ON_GROUND + story(50, 448, OTHERS[0], [*ROWS, TAIL]) + "50 328 140 1 re f\n"
    record = record_of(page + story(50, 300, OTHERS[1], [*ROWS, TAIL]), **HIGH)
    assert [parts_of(a) for a in record.articles] == [(None, h, None) for h in OTHERS[:2]]


def test_a_name_on_a_ground_as_wide_as_the_page_stands_over_a_headline_left_of_its_text():
    page = f"0 g 50 470 450 20 re f 1 g {text_at(60, 476, 9, NAME)} 0 g\n"
    page += text_at(50, 380, 20, OTHERS[2])
    page += set_column(210, 448, WHOLE[0]) + set_column(370, 448, WHOLE[1])
    record = record_of(page, width=560, height=520)
    (article,) = record.articles
    assert (article.kicker, article.headline) == (None, OTHERS[2])
    assert text_of(article) == "".join(x.strip() for x in (*WHOLE[0], *WHOLE[1]))


def test_what_is_longer_than_a_name_is_a_kicker_on_a_ground_of_its_own_too():
    aim = "今年全力保障春耕"
    page = ON_GROUND.replace(text_at(100, 478, 12, NAME), text_at(60, 478, 12, aim))
    (article,) = record_of(page + story(50, 448, OTHERS[0], [*ROWS, TAIL]), **HIGH).articles
    assert parts_of(article) == (aim, OTHERS[0], None)


def test_a_subhead_on_a_ground_stays_in_its_text_over_the_next_headline():
    page = story(50, 470, OTHERS[0], [*ROWS, TAIL])
    page += f"0.9 g 50 340 140 18 re f 0 g {text_at(110, 345, 10, NAME[:2])}"
    page += set_column(50, 320, ["\u3000\u3000" + ROWS[0][:12], *ROWS[1:], TAIL])
    (first, second) = record_of(page + story(50, 180, OTHERS[1], [*ROWS, TAIL]), **HIGH).articles
    assert (first.headline, second.headline) == (OTHERS[0], OTHERS[1])
    assert NAME[:2] in [p.text for p in first.paragraphs]


def test_a_larger_headline_further_below_takes_nothing_from_it():
    page = ON_GROUND + STORIES + text_at(50, 172, 20, OTHERS[2])
    record = record_of(page + set_column(50, 140, [*FIRST, *ROWS, TAIL]), **HIGH)
    assert [parts_of(a) for a in record.articles] == [(None, h, None) for h in OTHERS[:3]]


def test_a_rule_of_four_points_is_a_rule():
    (rule,) = read_pdf(pdf("50 150 300 4 re f\n" + set_column(50, 250, FIRST))).layout.rules
    assert (rule.bottom - rule.top) * 300 == pytest.approx(4, abs=0.1)


def test_a_headline_on_two_grounds_is_one_headline():
    """A ground for each row, one right below the other."""
    page = "0 g 50 250 140 26 re f 50 222 110 26 re f 1 g\n" + text_at(54, 257, 16, HEADLINE[:6])
    page += (
        text_at(54, 229, 16, HEADLINE[6:]) + "0 g\n" + set_column(50, 200, [*FIRST, *ROWS, TAIL])
    )
    (article,) = record_of(page).articles
    assert (article.headline, text_of(article)[:8]) == (HEADLINE, FIRST[0].strip()[:8])


def test_rules_as_wide_as_the_column_may_part_three_briefs():
    rules = "50 348 140 .5 re f 50 208 140 .5 re f\n"
    third = story(50, 180, OTHERS[2], [*ROWS, TAIL])
    second = story(50, 320, OTHERS[1], [*ROWS, TAIL])
    first = story(50, 448, OTHERS[0], [*ROWS[:4], TAIL])
    record = record_of(ON_GROUND + first + second + third + rules, **HIGH)
    assert [parts_of(a) for a in record.articles] == [(None, h, None) for h in OTHERS[:3]]


def test_a_known_name_heads_two_briefs_with_a_rule_between_in_sizes_that_fit_the_column():
    ground = ON_GROUND.replace(text_at(100, 478, 12, NAME), text_at(100, 478, 12, "简讯"))
    second = story(50, 300, OTHERS[1], [*ROWS, TAIL]).replace("/F1 14 ", "/F1 12 ")
    page = ground + story(50, 448, OTHERS[0], [*ROWS, TAIL]) + "50 328 140 1 re f\n" + second
    record = record_of(page, **HIGH)
    assert [parts_of(a) for a in record.articles] == [(None, h, None) for h in OTHERS[:2]]


def test_a_name_on_a_ground_may_stand_over_a_headline_on_its_own():
    """The kicker below shares the headline's ground."""
    page = f"0 g 50 470 300 16 re f 1 g {text_at(56, 474, 9, NAME)} 0 g\n"
    page += "0 g 50 400 300 60 re f 1 g\n" + text_at(160, 440, 12, "农技信箱")
    page += text_at(110, 410, 22, OTHERS[0]) + "0 g\n"
    page += set_column(50, 380, WHOLE[0]) + set_column(210, 380, WHOLE[1])
    (article,) = record_of(page, width=400, height=520).articles
    assert parts_of(article) == ("农技信箱", OTHERS[0], None)


@pytest.mark.parametrize("set_off", ["50 474 26 14 re S\n", "50 471 140 3 re f\n"])
def test_a_name_at_the_left_edge_over_a_headline_in_the_middle_is_no_story(set_off):
    """In a box of its own, or on a long rule."""
    page = set_off + text_at(52, 477, 10, NAME[:2]) + text_at(90, 440, 14, "鱼苗下塘")
    page += set_column(50, 416, [*WHOLE[0], *ROWS, TAIL])
    (article,) = record_of(page, **HIGH).articles
    assert parts_of(article) == (None, "鱼苗下塘", None)


SHORT_GROUND = f"0.8 g 56 468 60 26 re f 0 g {text_at(60, 474, 17, NAME)}"


@pytest.mark.parametrize("box", ["44 60 320 444 re S\n", ""])
def test_a_short_ground_names_the_column_of_all_briefs_below_it(box):
    """At the head of their box, or without one. The headlines are as large as subheads are."""
    page = box + SHORT_GROUND
    for top, head in zip((448, 368), OTHERS, strict=False):
        opened = ["\u3000\u3000" + ROWS[0][:12], *ROWS[1:3], TAIL]
        page += text_at(56, top, 11.5, head) + set_column(56, top - 17, opened)
    record = record_of(page, width=400, height=520)
    assert [parts_of(a) for a in record.articles] == [(None, h, None) for h in OTHERS[:2]]
