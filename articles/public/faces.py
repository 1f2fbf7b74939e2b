"""A page as printed, for readers: its picture, and a link over each of its live articles."""

from typing import NamedTuple

from articles.models import Face, Page

UNITS = 1000  # of the drawing that lies over the picture, across and down


class Area(NamedTuple):
    """An article's place: `shapes` are the points of SVG polygons."""

    url: str
    headline: str
    shapes: list[str]
    mark: str  # by which an address of the page points there; "" where a story only goes on


class PrintedFace(NamedTuple):
    face: Face
    areas: list[Area]


def face_of(page, printed):
    """How a page looks in print, with `printed` stories on it; None where readers may not see.

    What goes on from elsewhere leads to the whole.
    """
    if page.face is None:
        return None
    sha256, sizes = page.face
    areas = [
        Area(
            each.url,
            each.headline,
            [_points(shape) for shape in each.shapes],
            "" if each.is_continued else each.number,
        )
        for each in sorted(printed, key=lambda each: each.position)
        if each.shapes
    ]
    return PrintedFace(Face(sha256=sha256, sizes=sizes), areas)


def public_face(sha256):
    """The face whose pictures have this hash, if a page that readers may see looks so, or None."""
    return _public_faces().filter(sha256=sha256).first()


def _public_faces():
    return Face.objects.filter(page__in=Page.objects.facing_readers()).exclude(sha256="")


def _points(shape):
    return " ".join(f"{x * UNITS:.1f},{y * UNITS:.1f}" for x, y in shape)
