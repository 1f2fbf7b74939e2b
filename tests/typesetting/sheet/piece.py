"""A piece of the page: its inks and what is known of it, in its own coordinates."""

from dataclasses import dataclass, field, replace

from .ink import Ink, Rect, shifted


@dataclass(frozen=True)
class Known:
    """An article or a photo: its truth in words, and where it stands."""

    kind: str
    """article or caption."""
    truth: dict
    areas: list[Rect]
    """Rectangles whose union is the region; they may overlap."""
    box: Rect | None = None
    """Of the headline, or of the picture."""
    drawn: str = ""
    """How a headline without characters was made: curves or picture."""

    def moved(self, x: float, y: float) -> "Known":
        box = self.box and shifted(self.box, x, y)
        return replace(self, areas=[shifted(each, x, y) for each in self.areas], box=box)


@dataclass(frozen=True)
class Piece:
    width: float
    height: float
    inks: list[Ink] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)

    def moved(self, x: float, y: float) -> "Piece":
        return replace(
            self,
            inks=[ink.moved(x, y) for ink in self.inks],
            known=[each.moved(x, y) for each in self.known],
        )

    def with_(self, *others: "Piece") -> "Piece":
        """This piece with others laid over it, each where it stands."""
        return replace(
            self,
            inks=[*self.inks, *(ink for other in others for ink in other.inks)],
            known=[*self.known, *(each for other in others for each in other.known)],
        )
