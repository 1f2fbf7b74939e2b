"""What is done in the background to pages that came as PDFs. Every job may run twice."""

from django_tasks import task

from articles.images import cutouts, faces
from articles.labelling import ocr
from articles.models import Page


@task()
def draw_face(page):
    """`page` is a primary key; a page that was deleted meanwhile needs no face."""
    if found := _page(page):
        faces.draw(found)


@task()
def cut_photos(page):
    if found := _page(page):
        cutouts.cut_photos(found)


@task()
def read_drawn_headlines(page):
    if found := _page(page):
        ocr.suggest_drawn_headlines(found)


def _page(pk):
    pages = Page.objects.filter(pk=pk, source_file__isnull=False)
    return pages.select_related("source_file", "layout", "run").first()
