"""A page that lies on its side, as if its text stood upright: rows begin and end at the sides."""

from dataclasses import replace

from articles.records import Box, Layout


def upright_layout(layout: Layout) -> Layout:
    """The layout with the boxes of lines and drawn headlines in the text's own directions."""
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
