"""Large type that heads no text of its own, and small type that belongs to a headline."""

import pytest

from tests.parsing.printing import text_at
from tests.parsing.test_printed_openings import COLUMNS, FIRST, HEADLINE, SECOND, THIRD, text_of
from tests.parsing.test_printed_orders import EVEN, standing
from tests.parsing.test_printed_outlying import parts_of
from tests.parsing.test_printed_photos import OTHER, read, whole, words_at
from tests.parsing.test_printed_rivers import DECK, OTHERS, ROWS, TAIL
from tests.parsing.test_printed_stories import record_of, set_column
from tests.pdf.made import Placed, Printed, jpeg, pdf_of

PHOTO = jpeg((90, 60))
CAPTION = "图为果农在新修的公路边装车。"


def headed_photo(title_top, photo_top):
    """A photo 300 points wide, with its caption right below it and the title over one of both."""
    photo = Placed(PHOTO, 50, photo_top, 300, 160)
    below = max(photo_top + 160, title_top + 18) + 5
    return [Printed("枣儿红了", 164, title_top, 18), photo, Printed(CAPTION, 50, below, 9)]


@pytest.mark.parametrize(("title_top", "photo_top"), [(240, 264), (402, 240)])
def test_the_title_of_a_photo_heads_no_text_above_it(title_top, photo_top):
    words = [*words_at(50, 42, [*FIRST, *SECOND, *THIRD]), *words_at(210, 42, [*ROWS, *ROWS, TAIL])]
    (article,) = read(pdf_of([*words, *headed_photo(title_top, photo_top)]))
    assert (article.headline, text_of(article)[:8]) == (None, FIRST[0].strip()[:8])


def test_a_headline_over_a_photo_with_its_text_below_the_caption_heads_it():
    words = [
        Printed(OTHER, 50, 40, 20),
        Placed(PHOTO, 50, 66, 140, 90),
        Printed(CAPTION, 50, 160, 9),
    ]
    (article,) = read(pdf_of([*words, *words_at(50, 186, [*FIRST, *SECOND, *THIRD])]))
    assert (article.headline, text_of(article)) == (OTHER, whole((FIRST, SECOND, THIRD)))


def test_a_headline_over_a_photo_with_its_text_beside_both_heads_it():
    words = [Printed(OTHER, 50, 40, 20), Placed(PHOTO, 50, 66, 140, 90)]
    words += [Printed(CAPTION, 50, 160, 9), *words_at(210, 42, [*FIRST, *SECOND, *THIRD])]
    (article,) = read(pdf_of(words))
    assert (article.headline, text_of(article)) == (OTHER, whole((FIRST, SECOND, THIRD)))


def test_a_papers_name_beside_its_date_over_a_rule_is_no_headline():
    """It is the page's largest type, and no word tells that it names a paper."""
    page = text_at(50, 330, 44, "矿工生活") + text_at(260, 350, 9, "2026年3月7日 星期六")
    page += "50 320 470 1.5 re f\n" + text_at(100, 268, 20, HEADLINE) + COLUMNS
    record = record_of(page, width=560, height=400)
    assert [a.headline for a in record.articles] == [HEADLINE]
    assert "矿工生活" in record.furniture


def test_a_day_in_brackets_below_a_headline_is_its_deck():
    words = "（2012年3月20日）"
    page = text_at(50, 270, 20, OTHERS[0]) + text_at(70, 252, 12, words)
    page += set_column(50, 230, ["\u3000\u3000" + ROWS[0][:12], *ROWS[1:], TAIL])
    (article,) = record_of(page).articles
    assert parts_of(article) == (None, OTHERS[0], words)


@pytest.mark.parametrize(
    ("rows", "kicker", "deck"),
    [
        (["田埂夜话", DECK], "田埂夜话", DECK),
        (["田埂夜话"], "田埂夜话", None),
        (["下雨天就改在村里的祠堂"], None, "下雨天就改在村里的祠堂"),
    ],
)
def test_small_rows_over_the_text_beside_a_standing_headline_are_its_own(rows, kicker, deck):
    """One by itself is a kicker if it is short."""
    page = standing(57, 280, "山里来了放映队") + set_column(90, 234, [*EVEN, *EVEN[1:], "走了。"])
    page += "".join(text_at(90, 284 - 18 * k, 13 - 2 * k, row) for k, row in enumerate(rows))
    (article,) = record_of(page).articles
    assert parts_of(article) == (kicker, "山里来了放映队", deck)
