"""The printed page beside its lines: its picture, what each unit covers, where each line stands."""

from dataclasses import dataclass
from functools import cached_property, partial

from django.http import FileResponse, Http404
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles.admin import access
from articles.admin.label_desk import addresses
from articles.admin.label_desk.panes import look_of
from articles.files import private_files, sources
from articles.labelling import layouts
from articles.models import Face, Page
from articles.parsing.pdf.regions import regions
from articles.records import Layout, PageRecord
from articles.refusals import Refused

REGION = (
    '<a class="region {}" href="#m-{}" data-unit="{}"><title>{}</title><polygon points="{}" /></a>'
)
UNITS = 1000  # of the drawing that lies over the picture, across and down
PRIVATE = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
# No script of a PDF may run, wherever somebody opens it.
BOXED = PRIVATE | {"Content-Security-Policy": "sandbox; default-src 'none'"}


@dataclass(frozen=True)
class DeskFace:
    """`face` is None or without sizes while there is no picture; the outlines are there all the
    same."""

    page: Page
    layout: Layout
    record: PageRecord
    face: Face | None

    @property
    def is_drawn(self):
        return bool(self.face and self.face.sizes)

    @property
    def problem(self):
        return self.face.problem if self.face else ""

    @cached_property
    def pictures(self):
        """[(width, address), …] from the narrowest on."""
        name = "admin:articles_page_face"
        return [(w, reverse(name, args=[self.page.pk, w])) for w in self.face.widths]

    @property
    def width(self):
        return round(self.layout.width)

    @property
    def height(self):
        return round(self.layout.height)

    @property
    def regions(self):
        """A link to its manuscript for every unit, around all its lines."""
        return format_html_join(
            "\n",
            REGION,
            (
                (look_of(unit), unit, unit, self._names.get(unit, unit), _points(corners))
                for unit, corners in regions(self.record.labels, self.layout).items()
            ),
        )

    @property
    def lines(self):
        """A box for every line, which the script asks for the lines inside a lasso."""
        return format_html_join(
            "\n",
            '<rect class="print-line" data-line="{}" x="{}" y="{}" width="{}" height="{}" />',
            (
                (number, *_units(box.left, box.top, box.right - box.left, box.bottom - box.top))
                for number, place in enumerate(self.layout.places, 1)
                if place is not None
                for box in [place.box]
            ),
        )

    @cached_property
    def _names(self):
        return {a.unit: f"{a.unit} {a.headline or ''}".strip() for a in self.record.articles}


def face_of(page, record):
    """The printed page for the label desk, or None for a page that came as text."""
    layout = layouts.layout_of(page)
    if layout is None:
        return None
    return DeskFace(page, layout, record, Face.objects.filter(page=page).first())


def _points(corners):
    return " ".join(f"{x * UNITS:.1f},{y * UNITS:.1f}" for x, y in corners)


def _units(*values):
    return [format_html("{}", round(value * UNITS, 1)) for value in values]


def urls(model_admin):
    """The addresses of a page's picture and PDF, for the urls of the pages' admin."""

    place = partial(addresses.place, model_admin)
    return [
        place("<int:pk>/face-<int:width>.webp", picture_view, "articles_page_face"),
        place("<int:pk>/source.pdf", pdf_view, "articles_page_pdf"),
    ]


def picture_view(model_admin, request, pk, width):
    page = _page(model_admin, request, pk)
    face = Face.objects.filter(page=page).exclude(sha256="").first()
    if face is None or width not in face.widths:
        raise Http404
    try:
        file = private_files.read(face.webp(width))
    except FileNotFoundError as missing:
        raise Http404 from missing
    return FileResponse(file, content_type="image/webp", headers=PRIVATE)


def pdf_view(model_admin, request, pk):
    """The PDF that the page came as, to be kept as a file: no browser opens it on our site."""
    page = _page(model_admin, request, pk)
    try:
        file = sources.opened(page.source_file)
    except Refused as missing:
        raise Http404 from missing
    name = f"{page.issue.publication.slug}_{page.issue.date}_{page.pk}.pdf"
    kind = "application/pdf"
    return FileResponse(file, as_attachment=True, filename=name, content_type=kind, headers=BOXED)


def _page(model_admin, request, pk):
    pages = Page.objects.select_related("issue__publication", "source_file").defer("source")
    page = pages.filter(pk=pk, source_file__isnull=False).first()
    return access.visible(model_admin, request, page)
