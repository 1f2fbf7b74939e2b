"""The area of each article on its page."""

from articles.parsing import parse_page
from articles.parsing.pdf.reading import read_pdf
from articles.parsing.pdf.regions import regions
from tests.parsing.printing import pdf, text_at
from tests.parsing.test_printed_stories import LEFT, OTHER, PAGE, RIGHT, set_column


def areas_of(commands):
    printed = read_pdf(pdf(commands))
    record = parse_page(printed.text, layout=printed.layout)
    return record, regions(record.labels, printed.layout)


def size_of(points):
    around = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in around)) / 2


def test_an_article_of_one_column_is_a_rectangle():
    record, areas = areas_of(text_at(50, 260, 20, "农技人员送技到田") + set_column(50, 230, LEFT))
    (article,) = record.articles
    points = areas[article.unit]
    assert {x for x, _ in points} <= {0.125, 0.5, 0.525}
    assert size_of(points) > 0.07


def test_columns_of_different_heights_make_a_staircase():
    record, areas = areas_of(PAGE)
    points = areas[record.articles[0].unit]
    assert len(points) >= 6
    heights = sorted({y for _, y in points})
    assert len(heights) >= 3


def test_areas_of_two_articles_do_not_meet():
    record, areas = areas_of(PAGE)
    first, second = (areas[article.unit] for article in record.articles)
    assert max(y for _, y in first) < min(y for _, y in second)


def test_points_lie_on_the_page():
    _, areas = areas_of(PAGE + set_column(215, 100, RIGHT + OTHER))
    assert all(0 <= x <= 1 and 0 <= y <= 1 for points in areas.values() for x, y in points)
