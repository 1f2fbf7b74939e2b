"""Where one column's row touches the next one's: each way to tell that a gutter goes through."""

from articles.parsing.pdf.reading import read_pdf
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_openings import FIRST, SECOND, THIRD
from tests.parsing.test_printed_orders import BOLD, bold, rows_of
from tests.parsing.test_printed_rivers import ROWS, TAIL
from tests.parsing.test_printed_stories import set_column

SIGNED = "本报记者陆小舟通讯员何田心周子安"
FULL = "和新的麦种一起送到各家门口，"


def rows_in_two_faces(commands):
    file = pdf(commands).replace(b"/F1 5 0 R", b"/F1 5 0 R" + BOLD)
    return read_pdf(file).text.replace("\u3000", "").split("\n")


def test_a_byline_that_ends_where_the_next_column_begins_is_a_row_of_its_own():
    """Drawn right before that column, in a face of its own."""
    page = bold(50, 250, 10, SIGNED) + set_column(210, 250, ROWS)
    assert SIGNED in rows_in_two_faces(page + set_column(50, 236, [*FIRST, *SECOND]))


def test_a_row_of_smaller_type_right_before_a_column_is_none_of_it():
    small = "居民伴着音乐在广场上跳起舞孩子在一旁看"
    page = set_column(50, 278, [*FIRST, *SECOND[:1]]) + text_at(54, 208, 8, small)
    assert small in rows_of(page + set_column(210, 208, ROWS))


def test_a_comma_that_hangs_into_the_next_column_ends_its_row():
    """The rows are drawn across both columns."""
    left, right = [FULL, *(row[:13] for row in (*ROWS, *FIRST[1:]))], [*ROWS[::-1], *THIRD[:1]] * 2
    page = "".join(
        text_at(50, 250 - 14 * k, 10, a) + text_at(188, 250 - 14 * k, 10, b[:13])
        for k, (a, b) in enumerate(zip(left, right, strict=False))
    )
    assert FULL in rows_of(page)


def test_a_comma_that_hangs_over_the_line_between_columns_ends_its_row():
    page = text_at(50, 250, 10, FULL) + text_at(188, 250, 10, ROWS[1])
    page += text_at(50, 236, 10, ROWS[2][:13]) + text_at(188, 236, 10, ROWS[3])
    assert FULL in rows_of(page + "184 200 .5 70 re f\n")


def test_a_column_of_one_row_is_told_by_the_order_in_which_the_file_draws():
    page = set_column(50, 250, ROWS[2:4]) + text_at(198, 250, 10, "老街上的书店又开门了，来的")
    assert ROWS[2] in rows_of(page)


def test_a_caption_that_begins_where_a_hung_comma_ends_is_none_of_the_row():
    page = set_column(50, 250, [*ROWS[2:4], FULL]) + text_at(
        190, 222, 8, "居民伴着音乐跳起了广场舞"
    )
    for k in range(4):
        page += text_at(190, 211 - 11 * k, 8, "孩子们在一旁看得入了神。")
    assert FULL in rows_of(page)


def test_a_column_whose_paragraphs_end_above_and_below_shows_its_end_all_the_same():
    page = text_at(70, 250, 10, "一条一条修好了的路通车。")
    page += set_column(50, 236, [*ROWS[2:4], TAIL, *ROWS[4:]]) + text_at(196, 250, 10, "书店开门")
    assert "一条一条修好了的路通车。" in rows_of(page)
