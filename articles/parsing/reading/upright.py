"""Text on its side or running downwards, as if its rows ran across: they begin at the left."""

from dataclasses import replace

from articles.records import Box, Layout, Place

TALL = 1.5  # of the type's size: a line as high as that runs downwards


def upright_layout(layout: Layout) -> Layout:
    """The layout with the boxes of lines and drawn headlines in the text's own directions."""
    turned = _turned_layout(layout)
    tall = {p.block for p in turned.places if p and _is_tall(p, turned)}
    if not tall:
        return turned
    places = [
        replace(p, box=_laid(p.box, turned)) if p and p.block in tall else p for p in turned.places
    ]
    return replace(turned, places=tuple(places))


def _is_tall(place: Place, layout: Layout) -> bool:
    high = (place.box.bottom - place.box.top) * layout.height
    wide = (place.box.right - place.box.left) * layout.width
    return high >= TALL * place.size > wide


def _laid(box: Box, layout: Layout) -> Box:
    """A line that runs downwards, as it would run across: the lines left of it are below it."""
    side = layout.height / layout.width
    return Box(box.top * side, (1 - box.right) / side, box.bottom * side, (1 - box.left) / side)


def _turned_layout(layout: Layout) -> Layout:
    if layout.turn not in (90, 180, 270):
        return layout
    sides = layout.width, layout.height
    wide, high = sides if layout.turn == 180 else sides[::-1]
    places = [p and replace(p, box=_turned(p.box, layout.turn)) for p in layout.places]
    drawn = [replace(d, box=_turned(d.box, layout.turn)) for d in layout.drawn]
    return replace(layout, width=wide, height=high, places=tuple(places), drawn=tuple(drawn))


def _turned(box: Box, turn: int) -> Box:
    """In page units; `turn` is how the text is turned on the page, in degrees to the right."""
    if turn == 90:
        return Box(box.top, 1 - box.right, box.bottom, 1 - box.left)
    if turn == 180:
        return Box(1 - box.right, 1 - box.bottom, 1 - box.left, 1 - box.top)
    return Box(1 - box.bottom, box.left, 1 - box.top, box.right)
