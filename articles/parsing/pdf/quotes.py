"""Pull quotes: words of the text in larger type, let into its columns. They head no story."""

import re
from collections.abc import Sequence

from articles.parsing.pdf.figures import Figures, is_inside
from articles.parsing.pdf.parts import Body, shares_column
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.pieces import Piece
from articles.parsing.reading import repeats as said
from articles.parsing.typography.rows import Kind

NEAR = 4.0  # of the body's type: white between the text and a pull quote, or the rule at it
LARGEST = 2.2  # of the body's type: larger are headlines alone
FLUSH = 0.8  # em: a row that opens a paragraph is indented by more
SAME_SIZE = 0.04
MOST = 4  # columns on either side that are compared
BOX = 4.0  # of its type: the white that its own box has above and below
RULED = 1.6  # of its type: the white to the rules at it
SAME_EDGE = 2.0  # points
QUOTE = "quote"
CITED = re.compile("《[^《》]*》")  # a correction names the headline of what it corrects


def set_quotes_aside(pieces: Sequence[Piece], figures: Figures, body: Body) -> None:
    """Make page matter of the pieces that only repeat the text in the midst of which they stand.

    To the columns each is as a picture let into them, and the rules around it part nothing.
    """
    quotes = [p for p in pieces if _may_quote(p, figures, body)]
    texts = _without(quotes, [p for p in pieces if p.part == "body"])
    columns = sorted(texts, key=lambda p: (round(p.edge_left / body.em), p.top))
    for piece in quotes:
        above, below = _text_around(piece, texts)
        rules = _rules_around(piece, figures, above, below)
        pair = edges_at(piece, figures, texts)
        if not _is_let_in(piece, rules, above, below, body):
            if not (pair and _is_at_text(pair, above, below, body)):
                continue
            rules = pair
        # The words of a headline may stand in its own text as well; between rules it cuts no
        # sentence in two.
        cut = pair and _cuts(above, below, body, piece)
        small = piece.part == "body"  # and so no headline
        words = (
            _said(columns) if cut or small else _said(_without(below, columns), without_leads=True)
        )
        if _says_again(piece, words):
            piece.part = "margin"
            _take_place(piece, rules, figures)


def _may_quote(piece: Piece, figures: Figures, body: Body) -> bool:
    """In larger type than the text, or in another face or size than it and set off from it."""
    if piece.part == "head":
        return piece.size <= LARGEST * body.size
    other = piece.face != body.face or abs(piece.size / body.size - 1) > SAME_SIZE
    return piece.part == "body" and other and bool(edges_at(piece, figures))


def _says_again(piece: Piece, texts: Sequence[str]) -> bool:
    """Whether the words stand in the texts, or begin at the end of one and go on in another."""
    words = "".join(piece.text.split())
    if said.repeats(words, ["".join(texts)]):
        return True
    return any(
        any(text.endswith(words[:k]) for text in texts)
        and any(text.startswith(words[k:]) for text in texts)
        for k in range(1, len(words))
        if said.LEAST <= len(words) <= said.MOST
    )


def rules_right_at(piece: Piece, figures: Figures) -> list[Shape]:
    """Two rules of one width right above and right below; none where one of them is missing."""
    near = [bar for bar in figures.bars if bar.left < piece.middle < bar.right]
    over = [bar for bar in near if 0 <= piece.top - bar.bottom <= RULED * piece.size]
    under = [bar for bar in near if 0 <= bar.top - piece.bottom <= RULED * piece.size]
    return next(
        (
            [upper, lower]
            for upper in over
            for lower in under
            if max(abs(upper.left - lower.left), abs(upper.right - lower.right)) <= SAME_EDGE
        ),
        [],
    )


def edges_at(piece: Piece, figures: Figures, texts: Sequence[Piece] = ()) -> list[Shape]:
    """The two rules at it, or the upper and the lower edge of its own box.

    Those of a bar at its left reach as far as the column does.
    """
    if rules := rules_right_at(piece, figures):
        return rules
    box = figures.frame_of(piece)
    near = BOX * piece.size
    boxes = [b for b in (*figures.grounds, *([box] if box else ())) if is_inside(piece, b)]
    boxes = [b for b in boxes if b.bottom - b.top <= piece.bottom - piece.top + near]
    right = max(p.right for p in (piece, *(p for p in texts if shares_column(p, piece))))
    boxes += [
        Shape(f.kind, f.left, f.top, right, f.bottom, f.index)
        for f in figures.fences
        if 0 <= piece.left - f.right <= near / 2
        and abs(f.top - piece.top) <= piece.size
        and abs(f.bottom - piece.bottom) <= piece.size
    ]
    return [
        Shape(b.kind, b.left, y, b.right, y, b.index) for b in boxes[:1] for y in (b.top, b.bottom)
    ]


def _is_at_text(
    rules: Sequence[Shape], above: Sequence[Piece], below: Sequence[Piece], body: Body
) -> bool:
    """Whether text ends right above the two rules or begins right below: a column's head or foot.

    The rules are as wide as that column.
    """
    upper, lower = rules
    return any(
        0 <= gap <= NEAR * body.size
        and abs(text.left - upper.left) <= body.em
        and text.right <= upper.right + body.em
        for gap, text in (
            *((upper.top - text.bottom, text) for text in above[:2]),
            *((text.top - lower.bottom, text) for text in below[:2]),
        )
    )


def _is_let_in(
    piece: Piece, rules: Sequence[Shape], above: Sequence[Piece], below: Sequence[Piece], body: Body
) -> bool:
    """Near text above and below, between rules or where a sentence is cut in two."""
    if not (above and below) or _white(piece, rules, above, below) > NEAR * body.size:
        return False
    return _cuts(above, below, body) or _is_between(piece, rules)


def _cuts(
    above: Sequence[Piece], below: Sequence[Piece], body: Body, piece: Piece | None = None
) -> bool:
    """Whether a sentence of the text above goes on below; in the one column that holds `piece`."""
    level = [p for p in below if p.top <= below[0].top + body.size]
    return any(
        _is_cut(a, b) and (piece is None or _holds(a, piece))
        for a in above[:MOST]
        for b in level[:MOST]
    )


def _holds(column: Piece, piece: Piece) -> bool:
    left, right = column.edge_left - column.em, column.edge_right + column.em
    return left <= piece.left and piece.right <= right


def _without(some: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    left_out = {id(p) for p in some}
    return [p for p in pieces if id(p) not in left_out]


def _said(pieces: Sequence[Piece], *, without_leads: bool = False) -> list[str]:
    """What the columns say; of a news story less its first sentence, which its headline repeats."""
    texts = []
    for piece in pieces:
        text = "".join(piece.text.split())
        if without_leads and piece.rows[0] is not None and piece.rows[0].kind is Kind.OPENING:
            text = text.partition("。")[2]
        texts.append(CITED.sub("", text))
    return texts


def _text_around(piece: Piece, texts: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The columns that end above the piece, the lowest first, and those that begin below it."""
    column = [p for p in texts if shares_column(p, piece)]
    above = sorted((p for p in column if p.bottom <= piece.top + 1), key=lambda p: -p.bottom)
    return above, sorted((p for p in column if p.top >= piece.bottom - 1), key=lambda p: p.top)


def _rules_around(
    piece: Piece, figures: Figures, above: Sequence[Piece], below: Sequence[Piece]
) -> list[Shape]:
    return [
        bar
        for bar in figures.bars
        if min(bar.right, piece.right) > max(bar.left, piece.left)
        and (not above or bar.top >= above[0].bottom)
        and (not below or bar.bottom <= below[0].top)
    ]


def _white(
    piece: Piece, rules: Sequence[Shape], above: Sequence[Piece], below: Sequence[Piece]
) -> float:
    """Points between the text and the piece with its rules, on the side where there are more."""
    top, bottom = min(x.top for x in (piece, *rules)), max(x.bottom for x in (piece, *rules))
    return max(top - above[0].bottom, below[0].top - bottom)


def _is_between(piece: Piece, rules: Sequence[Shape]) -> bool:
    return any(r.top < piece.top for r in rules) and any(r.top > piece.top for r in rules)


def _is_cut(above: Piece, below: Piece) -> bool:
    """Whether a sentence breaks off above and goes on below, in a row that opens no paragraph."""
    row = above.rows[-1]
    one = abs(above.edge_left - below.edge_left) <= 0.5 * below.em
    flush = len(below.lines) > 1 and below.indent(below.lines[0]) < FLUSH
    return row is not None and not row.weak and one and flush


def _take_place(piece: Piece, rules: Sequence[Shape], figures: Figures) -> None:
    figures.bars = [bar for bar in figures.bars if bar not in rules]
    box = figures.frame_of(piece)
    if box is not None and box.bottom - box.top <= piece.bottom - piece.top + BOX * piece.size:
        figures.frames.remove(box)
        rules = [box, *rules]
    left, right = min(x.left for x in (piece, *rules)), max(x.right for x in (piece, *rules))
    top, bottom = min(x.top for x in (piece, *rules)), max(x.bottom for x in (piece, *rules))
    figures.pictures.append(Shape(QUOTE, left, top, right, bottom, 0))
