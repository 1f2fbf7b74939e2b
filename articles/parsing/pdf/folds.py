"""Two pages on one sheet: each is put into stories by itself."""

from collections.abc import Callable, Sequence
from dataclasses import fields

from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.pieces import Piece

MIDDLE = 0.42, 0.58  # of the printed width: where a fold lies
WHITE = 3.5  # em, at least: two margins, where gutters are one or two em wide
FEWEST = 4  # pieces of a page


def pages_of(pieces: Sequence[Piece], figures: Figures) -> list[tuple[list[Piece], Figures]]:
    """The sheet's pages from the left, each with its figures; one where nothing shows a fold."""
    fold = _fold(pieces, figures)
    if fold is None:
        return [(list(pieces), figures)]
    return [
        ([p for p in pieces if is_on(p)], _part(figures, is_on))
        for is_on in (lambda x: x.right <= fold, lambda x: x.left >= fold)
    ]


def _fold(pieces: Sequence[Piece], figures: Figures) -> float | None:
    """Where a broad white goes down through the middle of a sheet that is wider than high."""
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    top, bottom = min(p.top for p in pieces), max(p.bottom for p in pieces)
    low, high = (left + share * (right - left) for share in MIDDLE)
    if right - left <= bottom - top:
        return None
    things = [*pieces, *(s for shapes in _lists(figures) for s in shapes)]
    before = [x.right for x in things if (x.left + x.right) / 2 <= (left + right) / 2]
    after = [x.left for x in things if (x.left + x.right) / 2 > (left + right) / 2]
    near, far = max(before, default=left), min(after, default=right)
    em = sorted(p.em for p in pieces)[len(pieces) // 2]
    enough = FEWEST <= sum(p.right <= near for p in pieces) <= len(pieces) - FEWEST
    inside = low <= (near + far) / 2 <= high
    return (near + far) / 2 if enough and inside and far - near >= WHITE * em else None


def _lists(figures: Figures) -> list[list]:
    return [getattr(figures, kind.name) for kind in fields(figures)]


def _part(figures: Figures, is_on: Callable) -> Figures:
    return Figures(*([shape for shape in shapes if is_on(shape)] for shapes in _lists(figures)))
