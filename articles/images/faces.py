"""How pages look in print: drawn once, kept privately, with the place of every article."""

import hashlib

from articles import parsing
from articles.files import private_files, sources
from articles.labelling import layouts
from articles.models import Face, Region
from articles.parsing.pdf.regions import regions
from articles.refusals import Refused
from articles.sandbox import pdf_child

WIDTHS = (800, 1600, 3200)  # pixels; at most 200 dpi


def draw(page):
    """Draw the page of a PDF, unless it is drawn already. Done twice, it is done once.

    A PDF that cannot be drawn leaves the reason: the page is read without a picture.
    """
    known = Face.objects.filter(page=page).first()
    if known is not None and known.sizes and _is_whole(known):
        return known
    try:
        with sources.opened(page.source_file) as file:
            drawn = pdf_child.draw_page(file, page.source_index, widths=WIDTHS)
    except Refused as refused:
        facts = {"sizes": [], "sha256": "", "problem": str(refused)}
    else:
        facts = _keep(drawn)
    face, _made = Face.objects.update_or_create(page=page, defaults=facts)
    return face


def _keep(drawn):
    face = Face(sha256=hashlib.sha256(drawn.sizes[0][2]).hexdigest())
    for width, _height, data in drawn.sizes:
        private_files.put(face.webp(width), data)
    private_files.put(face.jpeg, drawn.jpeg)
    sizes = [[width, height] for width, height, _data in drawn.sizes]
    return {"sizes": sizes, "sha256": face.sha256, "problem": ""}


def _is_whole(face):
    names = [face.jpeg, *(face.webp(width) for width in face.widths)]
    return all(private_files.is_there(name) for name in names)


def renew_regions(page):
    """Store where the page's articles stand, by its labels and the lines that each was made of."""
    layout = layouts.layout_of(page)
    if layout is None or page.run is None:
        return
    articles = page.articles.exclude(import_key=None).only("source_lines")
    labels = _labels_of_articles(parsing.labels_from_json(page.run.labels), articles)
    Region.objects.filter(article__in=articles).delete()
    found = regions(labels, layout)
    Region.objects.bulk_create(
        Region(article=article, shapes=[found[article.pk]])
        for article in articles
        if article.pk in found
    )


def _labels_of_articles(labels, articles):
    """The labels with articles' keys for units; lines of no article are the page's own."""
    owners = {line: article.pk for article in articles for line in article.source_lines}
    return [label._replace(unit=owners.get(label.line)) for label in labels]
