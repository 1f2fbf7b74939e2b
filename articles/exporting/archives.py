"""An issue as digital archives take it: METS, ALTO and the pictures of its pages, in a zip."""

import hashlib
from collections import defaultdict
from collections.abc import Callable
from typing import BinaryIO

from django.conf import settings

from articles.exporting.choosing import Chosen
from articles.exporting.mirror.packing import Pack
from articles.exporting.printed import issue as issue_of
from articles.exporting.printed import pages_of
from articles.exporting.states import write_one_state
from articles.exporting.texts import articles_of
from articles.files import private_files
from articles.formats.alto import Sheet, alto
from articles.formats.mets import File, Piece, mets
from articles.formats.printing import PrintedLine, blocks_of
from articles.labelling import layouts
from articles.models import Article, Face, JoinedPart, Page, Photo
from articles.refusals import Refusal, Refused
from articles.sentences import sentence as _

MM10 = 254 / 72  # tenths of a millimetre in a point


def write(chosen: Chosen, file: BinaryIO, say: Callable[[int, int], None]):
    """One issue, into a file that can be wound back. `say` hears how many pages are done, of how
    many.
    """
    paper = chosen.publication.slug

    def once():
        issue = issue_of(paper, chosen.issue.date)
        if issue is None:
            raise Refused(Refusal("unseen", _("Readers see nothing of this issue any more.")))
        _write(issue, file, say)

    write_one_state(paper, file, once)


def _write(issue, file, say):
    pages, articles = pages_of(issue), articles_of(issue)
    sources = {row.sequence: row for row in _sources(issue)}
    printed = _printed(issue, sources.values(), {page.sequence for page in pages})
    pieces = [
        Piece(each, tuple(blocks_of(each, printed.get(each.number, ())))) for each in articles
    ]
    files = []
    with Pack(file) as pack:
        for done, page in enumerate(pages):
            say(done, len(pages))
            for told, data in _files_of(page, sources[page.sequence], pieces):
                pack.add(told.name, [data])
                files.append(told)
        told = mets(issue, pages, pieces, files, site=settings.SITE_ADDRESS)
        pack.add("mets.xml", [told])
    say(len(pages), len(pages))


def _sources(issue):
    """The pages with their sources and their layouts."""
    return Page.objects.filter(issue=issue.pk).select_related("layout")


def _printed(issue, pages, shown):
    """{number of an article: its lines in the order of print, on whichever page of the issue}

    Only lines of articles that are live are looked at, and of those nothing but their places is
    told: what stood there may have been put right since.
    """
    lines_of = {page.pk: _lines_of(page) for page in pages if page.sequence in shown}
    found = defaultdict(list)
    for number, page, numbers in _own_lines(issue):
        lines = lines_of.get(page, {})
        found[number] += [line for each in numbers for line in lines.get(each, ())]
    return found


def _lines_of(page):
    """{number: what stands side by side in that line}"""
    found = defaultdict(list)
    for line in layouts.lines_of(page):
        found[line.number].append(PrintedLine(line.text, page.sequence, line.box))
    return found


def _own_lines(issue):
    """(number of a live article, page, numbers of lines): the article's own, then those of what
    was joined to it, then its photos'."""
    live = Article.objects.published().filter(page__issue=issue.pk)
    yield from live.values_list("number", "page", "source_lines")
    pieces = JoinedPart.objects.filter(whole__in=live, piece__page__issue=issue.pk)
    rows = pieces.order_by("whole", "position")
    yield from rows.values_list("whole__number", "piece__page", "piece__source_lines")
    photos = Photo.objects.filter(article__in=live, page__issue=issue.pk)
    rows = photos.order_by("article", "position", "pk")
    yield from rows.values_list("article__number", "page", "source_lines")


def _files_of(page, source, pieces):
    """(File, bytes) of a page: its words, and its picture where readers may see it."""
    image = f"images/{page.sequence:04}.webp" if page.face else ""
    if image:
        data = _picture(page.face)
        yield _file(image, page, "Images", "reference image", "image/webp", data), data
    own = [
        (piece.article.number, [block for block in piece.blocks if block.page == page.sequence])
        for piece in pieces
    ]
    words = alto(page, [each for each in own if each[1]], _sheet(page, source, image))
    name = f"alto/{page.sequence:04}.xml"
    yield _file(name, page, "Text", "ocr", "text/xml", words), words


def _picture(face):
    with private_files.read(Face(sha256=face.sha256).webp(face.width)) as file:
        return file.read()


def _file(name, page, group, use, media_type, data):
    digest = hashlib.sha256(data).hexdigest()
    return File(name, page.sequence, group, use, media_type, len(data), digest)


def _sheet(page, source, image):
    """In pixels of the picture, or as large as the PDF is; of a page of text nothing is known."""
    if page.face:
        return Sheet(page.face.width, page.face.height, "pixel", image)
    layout = getattr(source, "layout", None)
    return layout and Sheet(layout.width * MM10, layout.height * MM10, "mm10")
