"""A page as printed, for readers: its picture, and a link over each of its live articles."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from articles.models import Article, Face, JoinedPart, Page, Region

UNITS = 1000  # of the drawing that lies over the picture, across and down


@dataclass(frozen=True)
class Area:
    """An article's place: `shapes` are the points of SVG polygons."""

    article: Article
    shapes: list[str]


@dataclass(frozen=True)
class PrintedFace:
    face: Face
    areas: list[Area]


def face_of(page):
    """How the page, read with its face, looks in print; None where readers may not see that."""
    face = getattr(page, "face", None)
    if face is None or not _public_faces().filter(pk=face.pk).exists():
        return None
    return PrintedFace(face, _areas(page))


def public_face(sha256):
    """The face whose pictures have this hash, if a page that readers may see looks so, or None."""
    return _public_faces().filter(sha256=sha256).first()


def _public_faces():
    return Face.objects.filter(page__in=Page.objects.facing_readers()).exclude(sha256="")


def _areas(page):
    """In the order of print. A piece that goes on from another page leads to the whole."""
    whole = JoinedPart.objects.filter(piece=OuterRef("article")).values("whole")[:1]
    regions = Region.objects.filter(article__page=page).annotate(whole=Subquery(whole))
    regions = list(regions.order_by("article__position", "article"))
    wanted = {region.whole or region.article_id for region in regions}
    live = Article.objects.published().for_index().in_bulk(wanted)
    return [
        Area(live[pk], [_points(shape) for shape in region.shapes])
        for region in regions
        if (pk := region.whole or region.article_id) in live
    ]


def _points(shape):
    return " ".join(f"{x * UNITS:.1f},{y * UNITS:.1f}" for x, y in shape)
