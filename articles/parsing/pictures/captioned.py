"""Which picture of a page a caption belongs to, by where the two stand."""

from articles.records import Box, Layout, PageRecord, Picture

NEAR = 0.06  # of the page's height or width: a caption stands no further off
BELOW, BESIDE, ABOVE = 0.0, 0.02, 0.03  # what each place costs: below is usual
LEAST_SIDE = 0.03  # of the page
LEAST_PIXELS = 60
SHARED = 0.5


def captioned(record: PageRecord, layout: Layout) -> dict[int, Picture]:
    """{unit of a photo: its picture}, the surest first, each picture once. Reads boxes alone."""
    offers = [
        (cost, photo.unit, place)
        for photo in record.photos
        if (box := _box_of(photo.lines, layout))
        for place, picture in enumerate(layout.pictures)
        if is_photo(picture) and (cost := _cost(box, picture.box)) is not None
    ]
    found, taken = {}, set()
    for _gap, unit, place in sorted(offers):
        if unit not in found and place not in taken:
            found[unit] = layout.pictures[place]
            taken.add(place)
    return found


def is_photo(picture: Picture) -> bool:
    """Whether it is large enough; smaller ones are signs and ornaments."""
    box = picture.box
    sides = min(box.right - box.left, box.bottom - box.top)
    return sides >= LEAST_SIDE and min(picture.width_px, picture.height_px) >= LEAST_PIXELS


def _box_of(lines, layout: Layout) -> Box | None:
    places = [layout.places[n - 1] for n in lines if n <= len(layout.places)]
    boxes = [place.box for place in places if place is not None]
    return Box.around(boxes) if boxes else None


def _cost(caption: Box, picture: Box) -> float | None:
    """How far the caption stands from the picture; None if it cannot be its own."""
    across = min(caption.right, picture.right) - max(caption.left, picture.left)
    down = min(caption.bottom, picture.bottom) - max(caption.top, picture.top)
    if across >= SHARED * min(caption.right - caption.left, picture.right - picture.left):
        if caption.top + caption.bottom > picture.top + picture.bottom:
            return _near(max(0.0, caption.top - picture.bottom), BELOW)
        return _near(max(0.0, picture.top - caption.bottom), ABOVE)
    if down >= SHARED * (caption.bottom - caption.top):
        return _near(max(0.0, -across), BESIDE)
    return None


def _near(gap: float, usual: float) -> float | None:
    return gap + usual if gap <= NEAR else None
