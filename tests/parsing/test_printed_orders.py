"""PDF pages whose characters were written in an order of their own, and subheads of two rows."""

from itertools import zip_longest

from articles.parsing import parse_page
from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_heads import FIRST, HEADLINE, LEAD, SECOND, subheads_of
from tests.parsing.test_printed_stories import record_of, set_column

ROWS = ["清晨的集市刚刚开门，菜农们", "把带着露水的青菜摆上石台，", "一声声吆喝传出很远很远。"]
EVEN = [
    "\u3000\u3000沿河的步道修好了，傍晚",
    "散步的人多了起来，孩子们在",
    "草地上放风筝，笑声不断呢。",
]

BOLD = (
    b"/F3<</Type/Font/Subtype/Type0/BaseFont/SimHei/Encoding/UniGB-UCS2-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/SimHei/DW 1000"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/SimHei/Flags 4/FontBBox[0 -254 1000 880]"
    b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)


def bold(x, y, size, text):
    return text_at(x, y, size, text).replace("/F1", "/F3")


def in_two_faces(commands, face=b"SimHei", **size):
    other = BOLD.replace(b"SimHei", face)
    return pdf(commands, **size).replace(b"/F1 5 0 R", b"/F1 5 0 R" + other)


def record_in_two_faces(commands, face=b"SimHei", **size):
    printed = read_pdf(in_two_faces(commands, face, **size))
    return parse_page(printed.text, layout=printed.layout)


def rows_of(commands, **size):
    return read_pdf(pdf(commands, **size)).text.replace("\u3000", "").split("\n")


def downwards(x, y, rows, size=10, pitch=14):
    """The rows' characters one by one, each with those below it before the next."""
    return "".join(
        text_at(x + k * size, y - n * pitch, size, row[k])
        for k in range(max(map(len, rows)))
        for n, row in enumerate(rows)
        if k < len(row)
    )


def standing(x, y, text, size=20):
    return "".join(text_at(x, y - k * 1.1 * size, size, char) for k, char in enumerate(text))


def test_rows_that_were_written_downwards_are_read_across():
    found = rows_of(downwards(50, 250, ROWS) + set_column(215, 250, FIRST + SECOND))
    assert [row for row in ROWS if row in found] == ROWS


def test_a_standing_headline_that_was_written_in_parts_is_one():
    text = "山里来了放映队"
    parts = [standing(40, 260 - 22 * k, text[k : k + n]) for k, n in ((0, 3), (3, 4))]
    page = parts[1] + set_column(80, 262, LEAD + FIRST + SECOND) + parts[0]
    (article,) = record_of(page).articles
    assert article.headline == text


def test_the_last_character_of_a_row_is_not_cut_off_by_the_next_column():
    """It was written first, and two squares right of it the rows of the next column begin."""
    rows = [*ROWS, *ROWS[::-1], *ROWS]
    last = "".join(text_at(160, 250 - 14 * n, 10, rows[n][11]) for n in reversed(range(9)))
    page = last + set_column(50, 250, [row[:11] for row in rows])
    found = rows_of(page + set_column(180, 250, [row.strip("\u3000") for row in 3 * SECOND]))
    assert found[:9] == [row[:12] for row in rows]


def test_a_subhead_of_two_rows_is_one_subhead():
    page = (
        text_at(50, 282, 20, HEADLINE)
        + set_column(50, 256, LEAD)
        + bold(65, 210, 10, "从一粒种子说起来")
        + bold(75, 196, 10, "到满山的果")
        + set_column(50, 180, SECOND)
    )
    (article,) = record_in_two_faces(page).articles
    assert subheads_of(article) == ["从一粒种子说起来到满山的果"]


def test_a_subhead_of_two_rows_in_the_type_of_the_text_is_centred():
    page = (
        text_at(50, 282, 20, HEADLINE)
        + set_column(50, 256, EVEN)
        + text_at(60, 214, 10, "从一粒种子到满山都是果")
        + text_at(105, 200, 10, "的路")
        + set_column(50, 186, EVEN)
    )
    (article,) = record_of(page).articles
    assert subheads_of(article) == ["从一粒种子到满山都是果的路"]


def test_subheads_over_the_columns_below_a_headline_are_no_decks():
    page = (
        text_at(110, 282, 20, HEADLINE)
        + set_column(50, 246, LEAD)
        + bold(225, 261, 10, "种子送上山去")
        + set_column(200, 246, FIRST)
        + bold(375, 261, 10, "秋后再看收成")
        + set_column(350, 246, SECOND)
    )
    (article,) = record_in_two_faces(page, width=560).articles
    assert article.deck is None
    assert subheads_of(article) == ["种子送上山去", "秋后再看收成"]


def test_a_subhead_of_its_own_face_may_all_but_fill_the_foot_of_its_column():
    foot = "把补贴送到老区群众手里边"
    page = text_at(245, 284, 40, HEADLINE) + text_at(50, 256, 10, "本报记者 何田")
    page += set_column(50, 242, EVEN) + bold(55, 200, 10, foot)
    page += set_column(195, 256, ["\u3000\u3000农技人员送技到田间去，", *[EVEN[1]] * 4])
    page += "".join(set_column(x, 256, [EVEN[1]] * 5) for x in (340, 485))
    page += set_column(630, 256, [EVEN[1], EVEN[2]])
    articles = record_in_two_faces(page, width=820).articles
    assert [(a.headline, subheads_of(a)) for a in articles] == [(HEADLINE, [foot])]


def test_a_caption_over_two_columns_does_not_bridge_the_gutter_below_it():
    """Drawn row by row; the caption is set in its own face, and the first row below ends early."""
    left = [*EVEN, *EVEN[1:]]
    right = [*EVEN[1:], *EVEN[:2], EVEN[2]]
    below = ["草地上放起风筝来。", *EVEN[1:]], ["散步的人都停下了脚步看孩子", "草地上唱起歌来。"]
    page = text_at(120, 282, 20, "沿河的步道开放了")
    for k, (a, b) in enumerate(zip(left, right, strict=True)):
        page += set_column(50, 256 - 14 * k, [a]) + set_column(196, 256 - 14 * k, [b])
    page += "50 130 276 52 re f\n" + bold(
        50, 118, 10, "图为傍晚时分，居民在沿河的步道上散步休息，孩子们在草"
    )
    page += bold(50, 104, 10, "地上放起了风筝，追着笑着跑出去很远很远，乐在其中。")
    for k, rows in enumerate(zip_longest(*below)):
        for x, row in zip((50, 196), rows, strict=True):
            page += set_column(x, 88 - 14 * k, [row]) if row else ""
    found = {x.text for a in record_in_two_faces(page).articles for x in a.paragraphs}
    assert any("风筝来。" in text and "停下" not in text for text in found)
