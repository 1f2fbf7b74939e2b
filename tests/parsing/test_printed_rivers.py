"""Columns in which story follows story, columns left empty, and rows set wide apart."""

from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_openings import BODY, FIRST, HEADLINE, SECOND, THIRD, text_of
from tests.parsing.test_printed_stories import record_of, set_column

ROWS = [
    "县里今年新修了三条乡村公路，",
    "运货的车子可以一直开到果园，",
    "沿路还装上了两百多盏太阳能灯",
    "村里的老人晚上散步也不用手电",
    "年轻人把果子卖到了更远的城市",
    "合作社的账本比去年厚了整整一",
]
TAIL = "倍，大家都说好。"
# Columns that each end with a paragraph.
WHOLE = [*FIRST, SECOND[0]], [*SECOND[1:], THIRD[0]], THIRD[1:]
DECK = "——青禾区农技站春耕一线见闻"
OTHERS = ["渡口樟树又发芽", "夜市摊位上新", "老街书店开门", "水库鱼苗下塘"]


def story(x, y, headline, rows):
    """A headline in one column, and its text below; `y` is the headline's baseline."""
    opened = ["\u3000\u3000" + rows[0][:12], *rows[1:]]
    return text_at(x, y, 14, headline) + set_column(x, y - 24, opened)


def test_a_text_runs_on_from_the_foot_of_its_column_to_the_top_of_the_next():
    page = story(50, 470, OTHERS[0], [*ROWS, TAIL])
    page += story(50, 330, OTHERS[1], [*ROWS, *ROWS[:4]])
    page += set_column(210, 470, [*ROWS[4:], TAIL]) + story(210, 400, OTHERS[2], [*ROWS, TAIL] * 2)
    page += set_column(370, 470, ["\u3000\u3000书店还办起了读书会，大", *ROWS[4:], TAIL])
    page += story(370, 378, OTHERS[3], [*ROWS, TAIL])
    found = {a.headline: text_of(a) for a in record_of(page, width=560, height=520).articles}
    assert list(found) == OTHERS
    assert found[OTHERS[1]].endswith(TAIL)
    assert found[OTHERS[2]].endswith("".join(["读书会，大", *ROWS[4:], TAIL]))


def test_a_headline_is_centred_over_a_column_that_stays_empty():
    page = text_at(285, 251, 20, HEADLINE) + text_at(75, 240, 10, "本报记者 陆小舟")
    for x, y, rows in zip((50, 210, 370), (226, 240, 240), WHOLE, strict=True):
        page += set_column(x, y, rows)
    page += story(530, 150, OTHERS[0], [*ROWS, TAIL])
    first, second = record_of(page, width=720).articles
    assert (first.headline, text_of(first)) == (HEADLINE, BODY)
    assert second.headline == OTHERS[0]


def test_rows_set_wide_apart_are_one_column():
    page = text_at(170, 306, 28, HEADLINE)
    for x, rows in zip((50, 210, 370), WHOLE, strict=True):
        for k, row in enumerate(rows):
            left = x + (20 if row[0] == "\u3000" else 0)
            page += text_at(left, 276 - 21 * k, 10, row.strip("\u3000"))
    places = read_pdf(pdf(page, width=560, height=340)).layout.places
    assert len({place.block for place in places if place}) == 1 + len(WHOLE)


def test_a_subhead_below_the_deck_tops_its_own_column():
    page = text_at(200, 290, 20, HEADLINE) + text_at(190, 266, 12, DECK)
    page += set_column(50, 240, WHOLE[0]) + set_column(370, 240, WHOLE[2])
    page += text_at(259, 240, 10.5, "送到田里") + set_column(210, 226, WHOLE[1])
    decks = [a.deck for a in record_of(page, width=560, height=340).articles]
    assert decks == [DECK]
