"""What stands where on a page that came as a PDF: kept beside its text, given to the parser."""

from articles import parsing, records
from articles.models import PageLayout


def keep(page, layout: records.Layout):
    """Store what was read with the page's text."""
    PageLayout.objects.create(
        page=page,
        data=parsing.layout_to_json(layout),
        extractor=layout.extractor,
        width=layout.width,
        height=layout.height,
    )


def layout_of(page) -> records.Layout | None:
    """None for a page that came as text."""
    if page.source_file_id is None:
        return None
    return parsing.layout_from_json(page.layout.data)


def certainty_of(page) -> float | None:
    """How sure text recognition was, from 0 to 1; None for a page whose file holds its text."""
    return PageLayout.objects.filter(page=page).values_list("data__certainty", flat=True).first()


def parse(page) -> records.PageRecord:
    """What the present parser makes of a page: of its text, and of what stands where."""
    return parsing.parse_page(page.text, layout=layout_of(page))


def lines_of(page) -> tuple[records.Line, ...]:
    """The page's lines, with their places where it came as a PDF."""
    return parsing.lines_of(page.text, layout=layout_of(page))
