"""First rows of a column that are none of its text: bylines set in the midst of a headline."""

from articles.parsing.pdf.pieces import Piece
from articles.parsing.pdf.printing import Printed
from articles.parsing.typography.rows import Kind

LEVEL = 0.3  # of the type's size: rows of neighbouring columns stand at one height
NEIGHBOUR = 4.0  # em between columns
LONGEST_REST = 6  # characters of a byline's second row
ASIDE = 3.5  # em from the column's edge: further in than any paragraph opens
CENTRED = 0.8  # em off the middle of the row above


def part_bylines(pieces: list[Piece]) -> None:
    """Make pieces of their own of bylines that stand over columns which begin at one height.

    Set in the text's own type, a byline in the midst of five columns looks like the third one's
    first row.
    """
    number = max((p.number for p in pieces), default=0)
    for piece in list(pieces):
        count = _byline_rows(piece)
        piece.rows[1:count] = piece.rows[:1] * max(0, count - 1)
        if not count and _stands_between(piece, pieces):
            count = 1
        elif not count or not _is_level(piece.lines[count:], piece, pieces):
            continue
        number += 1
        top = Piece(piece.lines[:count], part=piece.part, number=number, rows=piece.rows[:count])
        pieces.append(top.measure())
        piece.lines, piece.rows = piece.lines[count:], piece.rows[count:]
        piece.measure()


def _byline_rows(piece: Piece) -> int:
    """How many of its first rows are a byline; a name may be cut in two at the first one's end."""
    rows, lines = piece.rows, piece.lines
    if piece.vertical or rows[0] is None or rows[0].kind is not Kind.BYLINE:
        return 0
    count = next((k for k, r in enumerate(rows) if r is not rows[0] and not _signs(r)), len(rows))
    if count < len(rows) and rows[count] is not None and rows[count].kind is Kind.TEXT:
        rest, above = lines[count], lines[count - 1]
        short = len(rest.text) <= LONGEST_REST and rest.width < above.width
        if short and abs(rest.middle - above.middle) <= CENTRED * piece.em:
            count += 1
    return count


def _stands_between(piece: Piece, pieces: list[Piece]) -> bool:
    """Whether its first row is short and reaches out of its column, or stands far inside of it.

    So does a name without a title that is set in the middle below a headline of two columns.
    """
    first, rest = piece.lines[0], piece.lines[1:]
    if piece.vertical or len(rest) < 2 or len(first.text) > LONGEST_REST:
        return False
    left, right = min(x.left for x in rest), max(x.right for x in rest)
    out = first.left < left - piece.em or first.right > right + 0.8 * piece.em
    return out or (first.left > left + ASIDE * piece.em and _is_level(rest, piece, pieces))


def _signs(row) -> bool:
    return row is not None and row.kind is Kind.BYLINE


def _is_level(lines: list[Printed], piece: Piece, pieces: list[Piece]) -> bool:
    """Whether a neighbouring column's first row stands at the height of the first of these."""
    if not lines:
        return False
    left, right = min(x.left for x in lines), max(x.right for x in lines)
    return any(
        p is not piece
        and abs(p.lines[0].base - lines[0].base) <= LEVEL * lines[0].size
        and 0 < max(p.left - right, left - p.right) <= NEIGHBOUR * piece.em
        for p in pieces
    )
