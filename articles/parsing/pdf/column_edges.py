"""The edges of a column of which only few rows are there: those of its neighbours."""

from collections.abc import Sequence

from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.strips import OPENS, Strip

FEW = 3  # rows that may all be indented, or all be short: they do not show their column
EVEN = 0.3  # em by which full rows differ
SAME_COLUMN = 2.9  # em between the left edges
INSET = 8.0  # rows that a headline let into its text takes of a column
RIGHT_BELOW = 2.5  # of the type's size: from a row to the box that is set into its column
FAR = 4.0  # rows between two texts of one column


def lend_edges(strips: Sequence[Strip], figures: Figures) -> None:
    """Give strips of few rows the edges of the column that they stand in."""
    for strip in strips:
        _lend_edges(strip, strips, figures)


def _lend_edges(strip: Strip, strips: Sequence[Strip], figures: Figures) -> None:
    """Rows too few to show their column stand in the column of the text above or below them."""
    if sum(len(p.lines) for p in strip.pieces) > FEW or _shows_itself(strip):
        return
    frame = figures.frame_of(strip)
    row = [s for s in strips if abs(s.top - strip.top) < 0.8 * strip.size and s is not strip]
    before = sorted((s.edges for s in row if s.edges[1] < strip.left), reverse=True)[:2]
    place = end = 0.0
    if _are_alike(before, strip.em):  # columns of one width follow at one distance
        (left, right), (further, _) = before
        place, end = 2 * left - further, right + left - further
        if abs(strip.edges[0] - place) / strip.em <= 0.3 and right - left > 2 * strip.em:
            strip.edges = strip.edges[0], max(strip.edges[1], end)
            return
    if _lend_from_box(strip, strips, figures):
        return
    near = [s for s in strips if s is not strip and _shows_column(s, strip)]
    near = near or [s for s in strips if s is not strip and _is_over_inset(s, strip)]
    near = near or [s for s in strips if s is not strip and _is_centred_below(s, strip)]
    near = [s for s in near if figures.frame_of(s) == frame]
    if near:
        best = min(near, key=lambda s: _distance(s, strip))
        strip.edges = min(best.edges[0], strip.edges[0]), max(best.edges[1], strip.edges[1])
        return
    if place and 0.3 < (strip.edges[0] - place) / strip.em <= SAME_COLUMN:
        strip.edges = place, max(strip.edges[1], end)
        return
    # Elsewhere on the page columns begin two squares further left.
    above = [s for s in strips if s is not strip and _is_indented_from(s, strip)]
    above = [s for s in above if figures.frame_of(s) == frame]
    if above and sum(len(p.lines) for p in strip.pieces) == 1:
        best = min(above, key=lambda s: s.edges[1] - s.edges[0])
        strip.edges = best.edges[0], max(best.edges[1], strip.edges[1])


def _are_alike(edges: Sequence[tuple[float, float]], em: float) -> bool:
    """Whether these are two columns of one width."""
    widths = [right - left for left, right in edges]
    return len(widths) == 2 and abs(widths[0] - widths[1]) <= em


def _shows_itself(strip: Strip) -> bool:
    """Whether an indented row and one at the edge below it end at one place, as full rows do."""
    if len(strip.pieces) != 1 or len(strip.pieces[0].lines) != 2:
        return False
    upper, lower = strip.pieces[0].lines
    opens = OPENS[0] <= (upper.left - lower.left) / strip.em <= OPENS[1]
    return opens and abs(upper.right - lower.right) <= EVEN * strip.em


def _lend_from_box(strip: Strip, strips: Sequence[Strip], figures: Figures) -> bool:
    """A box or a picture right below, or a picture right above, shows how wide the column is.

    It is as wide as one is elsewhere. So it is with a single row; more of them reach from edge
    to edge themselves.
    """
    if sum(len(p.lines) for p in strip.pieces) > 1:
        return False
    for box in (*figures.frames, *figures.pictures):
        gaps = [box.top - strip.bottom]
        gaps += [strip.top - box.bottom] if box in figures.pictures else []
        near = any(-0.5 * strip.em <= gap <= RIGHT_BELOW * strip.size for gap in gaps)
        inside = box.left - strip.em <= strip.left and strip.right <= box.right + strip.em
        width = box.right - box.left
        usual = any(
            s is not strip and abs(s.edges[1] - s.edges[0] - width) <= 1.5 * strip.em
            for s in strips
        )
        if near and inside and usual:
            strip.edges = min(box.left, strip.left), max(box.right, strip.right)
            return True
    return False


def _is_indented_from(other: Strip, strip: Strip) -> bool:
    indent = (strip.edges[0] - other.edges[0]) / strip.em
    fits = strip.edges[1] <= other.edges[1] + 1.1 * strip.em
    many = sum(len(p.lines) for p in other.pieces) > FEW
    apart = _distance(other, strip) >= 0 and abs(other.size / strip.size - 1) < 0.06
    return many and fits and apart and abs(indent - 2) < 0.15


def _shows_column(other: Strip, strip: Strip) -> bool:
    lines = sum(len(p.lines) for p in other.pieces)
    left = (strip.edges[0] - other.edges[0]) / strip.em
    right = (strip.edges[1] - other.edges[1]) / strip.em
    fits = -0.3 <= left <= SAME_COLUMN and right <= 1.1
    same = abs(other.size / strip.size - 1) < 0.06
    return lines > FEW and fits and same and _distance(other, strip) <= FAR * 1.4 * strip.size


def _is_over_inset(other: Strip, strip: Strip) -> bool:
    """The rest of a column that a headline parts begins at the very edge of the rows above it."""
    level = abs(strip.edges[0] - other.edges[0]) <= 0.1 * strip.em
    same = abs(other.size / strip.size - 1) < 0.06 and other.edges[1] > strip.edges[1]
    return level and same and 0 <= strip.top - other.bottom <= INSET * 1.4 * strip.size


def _is_centred_below(other: Strip, strip: Strip) -> bool:
    """A subhead at the foot of the column, in the middle of it, with a blank row above."""
    off = abs(sum(strip.edges) - sum(other.edges)) / 2
    inside = other.edges[0] < strip.edges[0] and strip.edges[1] < other.edges[1]
    near = 0 <= strip.top - other.bottom <= RIGHT_BELOW * strip.size
    return strip.is_open_row and inside and near and off <= 0.3 * strip.em


def _distance(a: Strip, b: Strip) -> float:
    return max(a.top - b.bottom, b.top - a.bottom)
