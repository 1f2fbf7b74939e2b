"""Layout ↔ compact JSON values, so that a page's geometry can be stored beside its text."""

from articles.records import Box, Drawn, Layout, Picture, Place

DIGITS = 5  # of page units: a hundredth of a point on a broadsheet


def layout_to_json(layout: Layout) -> dict:
    """Plain values; faces are numbered, boxes are lists of four."""
    faces = sorted({place.face for place in layout.places if place})
    return {
        "size": [layout.width, layout.height],
        "extractor": layout.extractor,
        "certainty": layout.certainty,
        "turn": layout.turn,
        "faces": faces,
        "places": [_place_to_json(place, faces) for place in layout.places],
        "drawn": [[*_corners(x.box), x.kind, x.story] for x in layout.drawn],
        "pictures": [[*_corners(x.box), x.index, x.width_px, x.height_px] for x in layout.pictures],
        "rules": [_corners(box) for box in layout.rules],
    }


def layout_from_json(data: dict) -> Layout:
    """The layout that `layout_to_json` wrote; raises ValueError for anything else."""
    try:
        faces = data["faces"]
        return Layout(
            width=float(data["size"][0]),
            height=float(data["size"][1]),
            places=tuple(_place(row, faces) for row in data["places"]),
            drawn=tuple(Drawn(Box(*row[:4]), row[4], row[5]) for row in data["drawn"]),
            pictures=tuple(Picture(Box(*row[:4]), *row[4:]) for row in data["pictures"]),
            rules=tuple(Box(*row) for row in data["rules"]),
            extractor=data["extractor"],
            certainty=data.get("certainty"),
            turn=data.get("turn", 0),
        )
    except (TypeError, ValueError, KeyError, IndexError) as error:
        raise ValueError(f"Not a stored layout: {error!r}") from error


def _place_to_json(place: Place | None, faces: list[str]) -> list | None:
    if place is None:
        return None
    face = faces.index(place.face)
    rest = [place.size, face, place.block, place.story, place.part, place.indent]
    return [*_corners(place.box), *rest]


def _place(row: list | None, faces: list[str]) -> Place | None:
    if row is None:
        return None
    left, top, right, bottom, size, face, block, story, part, indent = row
    box = Box(left, top, right, bottom)
    return Place(box, size, faces[face], block, story, part, indent)


def _corners(box: Box) -> list[float]:
    return [round(x, DIGITS) for x in (box.left, box.top, box.right, box.bottom)]
