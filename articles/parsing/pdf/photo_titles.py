"""Headlines that are a photo's: over it or over its caption, with no text below to head."""

from collections.abc import Sequence

from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.parts import Body, shares_column
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.pieces import Piece
from articles.parsing.pdf.strips import Head

NEAR = 1.6  # of the headline's type: white to the photo
CAPTION = 3.0  # of the body's type: white to the caption, or to a further photo
BESIDE = 4.0  # em from a photo to a text beside it


class PhotoTitles:
    """Tells them by what stands in the photo's column down to the next headline or rule."""

    def __init__(self, pieces: Sequence[Piece], figures: Figures, body: Body):
        self.pieces, self.figures, self.body = pieces, figures, body
        self.photos = [p for p in figures.pictures if p.kind == "picture"]

    def holds(self, head: Head) -> bool:
        if head.vertical or head.drawn:
            return False
        return any(
            self._is_at(head, photo) and self._is_captioned(head, photo) for photo in self.photos
        )

    def _is_at(self, head: Head, photo: Shape) -> bool:
        """Right over the photo or right below it, and no wider."""
        em = self.body.em
        inside = photo.left - em <= head.left and head.right <= photo.right + em
        gap = max(photo.top - head.bottom, head.top - photo.bottom)
        return inside and -0.5 * head.size <= gap <= NEAR * head.size

    def _is_captioned(self, head: Head, photo: Shape) -> bool:
        """Captions and further photos stand below both, and no text does."""
        if self._begins_beside(head, photo):
            return False
        foot, captioned = max(head.bottom, photo.bottom), False
        for thing in self._below(head, photo):
            if thing.top - foot > CAPTION * self.body.size:
                break
            if isinstance(thing, Piece) and thing.part not in ("caption", "credit"):
                return captioned and thing.part != "body"
            captioned = captioned or isinstance(thing, Piece)
            if thing in self.figures.bars and captioned:
                break
            foot = max(foot, thing.bottom)
        return captioned

    def _below(self, head: Head, photo: Shape) -> list[Piece | Shape]:
        """What stands in the photo's column below both, from the top."""
        foot = max(head.bottom, photo.bottom) - self.body.size
        own = {id(p) for p in head.pieces}
        things = [*self.pieces, *self.photos, *self.figures.bars]
        column = [x for x in things if id(x) not in own and shares_column(x, photo)]
        return sorted((x for x in column if x.top >= foot), key=lambda x: x.top)

    def _begins_beside(self, head: Head, photo: Shape) -> bool:
        """Whether a text begins at the photo's side that stands under no other headline."""
        top, foot = min(head.top, photo.top), max(head.bottom, photo.bottom)
        frame = self.figures.frame_of(head)
        return any(
            p.part == "body"
            and top - self.body.size <= p.top < foot
            and -1 <= max(p.left - photo.right, photo.left - p.right) <= BESIDE * self.body.em
            and self.figures.frame_of(p) is frame
            and not self._continues(p, top)
            for p in self.pieces
        )

    def _continues(self, piece: Piece, top: float) -> bool:
        """Whether a text or another headline stands right above it in its column."""
        above = [
            p
            for p in self.pieces
            if p is not piece and p.top < piece.top and shares_column(p, piece)
        ]
        nearest = max(above, key=lambda p: p.bottom, default=None)
        near = nearest is not None and piece.top - nearest.bottom <= CAPTION * self.body.size
        return near and nearest.part in ("body", "head")
