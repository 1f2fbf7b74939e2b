"""What pieces are by their words, and the type in which a page is set."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.parsing.pdf.pieces import Piece
from articles.parsing.rules import Rules
from articles.parsing.typography.lines import whole_lines
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.words.classify import build_rows

BARRIER = "。"
HEAD_SIZE = 1.12  # of the body's type: larger is a headline
LARGER, DECK_GAP = 1.2, 1.5  # of a deck: the type of the headline above it, and the white between
NEXT_COLUMN = 12.0  # em to a column, the last row of which may be short
MOST_HEADLINE_ROWS = 5
HUNG = 1.6  # em by which rows of one column differ where signs hang


@dataclass(frozen=True, slots=True)
class Body:
    """The type in which most of the page is set."""

    size: float
    em: float
    face: str


def body_type(pieces: Sequence[Piece]) -> Body:
    """The commonest type, weighed by characters; of running text where there is any."""
    counts: Counter[tuple] = Counter()
    for piece in pieces:
        weight = piece.characters * (1.0 if len(piece.lines) >= 3 else 0.2)
        counts[round(piece.size, 1), round(piece.em, 1), piece.face] += weight
    sizes: Counter[float] = Counter()
    for (size, _, _), weight in counts.items():
        sizes[size] += weight
    best = sizes.most_common(1)[0][0]
    return Body(*max((k for k in counts if k[0] == best), key=lambda k: counts[k]))


def read_words(pieces: Sequence[Piece], rules: Rules) -> None:
    """Give every line of every piece the row that it is by its words."""
    texts, owners = [], []
    for piece in sorted(pieces, key=lambda p: (round(p.left / (10 * p.em)), p.top)):
        for line in piece.lines:
            texts.append(("\u3000\u3000" if piece.indent(line) >= 1.4 else "") + line.text)
            owners.append(piece)
        texts += ["", BARRIER, ""]  # so that no byline is read on into the next piece
        owners += [None, None, None]
    lines = whole_lines("\n".join(texts))
    found: dict[int, Row] = {}
    for row in build_rows(lines, rules):
        for place in range(row.first, row.last + 1):
            found[lines[place].number - 1] = row
    for number, piece in enumerate(owners):
        if piece is not None:
            piece.rows.append(found.get(number))


def kinds_of(piece: Piece) -> set[Kind]:
    return {row.kind for row in piece.rows if row is not None}


def shares_column(a: Piece, b: Piece) -> bool:
    return min(a.right, b.right) - max(a.left, b.left) > 0


def is_running(piece: Piece) -> bool:
    """Sentences, not a headline's rows."""
    text = piece.text
    if len(piece.lines) >= 3 and text.count("。") >= 1:
        return True
    return (text.endswith("。") and len(text) > 12) or _fills_column(piece)


def _fills_column(piece: Piece) -> bool:
    """More rows than a headline has, all but the last as wide as the column."""
    rights = [line.right for line in piece.lines[:-1]]
    return len(rights) >= MOST_HEADLINE_ROWS and max(rights) - min(rights) <= HUNG * piece.em


def is_signed_piece(piece: Piece) -> bool:
    """A byline and nothing else."""
    return kinds_of(piece) == {Kind.BYLINE}
