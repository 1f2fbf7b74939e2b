"""What belongs to a headline beside its own rows: kickers, decks, bylines."""

from collections.abc import Sequence

from articles.parsing.pdf.alignments import ROW, is_between, is_lined_up, is_touching
from articles.parsing.pdf.figures import Figures
from articles.parsing.pdf.head_blocks import is_foot_of
from articles.parsing.pdf.parts import Body, is_running, kinds_of, shares_column
from articles.parsing.pdf.pieces import Piece
from articles.parsing.pdf.subheads import Subheads
from articles.parsing.rules import Rules
from articles.parsing.typography.rows import Kind

LEVEL = 1.68  # of the body's type: columns of one text begin at one height or a row lower
LONGEST_LINE = 60  # characters of a kicker or a deck in the body's own type
APART = 0.8  # of the type's size: more white than rows of one text have between them
LONGEST_HEAD = 30  # characters of a headline no larger than the text
NEAR = 1.3  # of the body's type: white between a text and a row at its foot


class Headings:
    """Gives pieces of running text to the headlines that they stand at."""

    def __init__(
        self,
        pieces: Sequence[Piece],
        figures: Figures,
        body: Body,
        rules: Rules,
        titles: Sequence[Piece] = (),
    ):
        self.pieces, self.figures, self.body = pieces, figures, body
        self.subheads = Subheads(pieces, body, rules, titles)

    def find(self) -> None:
        self._find_small_heads()
        self.subheads.find()
        self._find_beside_heads()

    # Headlines no larger than the text

    def _find_small_heads(self) -> None:
        """In a box without a larger headline, the bold row at its top."""
        for frame in self.figures.frames:
            inside = [p for p in self.pieces if self.figures.frame_of(p) is frame]
            inside.sort(key=lambda p: p.top)
            headed = any(p.part == "head" for p in inside)
            if len(inside) > 1 and not headed and self._may_head(*inside[:2]):
                inside[0].part = "head"

    def _may_head(self, piece: Piece, below: Piece) -> bool:
        if {piece.part, below.part} != {"body"}:
            return False
        other = (piece.face, round(piece.size, 1)) != (self.body.face, self.body.size)
        plain = kinds_of(piece) == {Kind.TEXT} and not piece.text.endswith(("。", "，", "：", "；"))
        short = len(piece.lines) <= 2 and len(piece.text) <= LONGEST_HEAD
        apart = below.top - piece.bottom > APART * piece.size
        return other and plain and short and apart and piece.size >= 0.97 * self.body.size

    # Kickers, decks and bylines

    def _find_beside_heads(self) -> None:
        """Kickers, decks and bylines in smaller type, right above or below a headline."""
        heads = [p for p in self.pieces if p.part == "head"]
        for _ in range(2):
            for piece in self.pieces:
                if piece.part != "body" or len(piece.lines) > 4 or piece.vertical:
                    continue
                if piece.lines[0].cells > 1 or id(piece) in self.subheads.larger:
                    continue
                if any(self._belongs_to(piece, h) for h in heads) or self._heads_text(piece):
                    piece.part = "head"
                    heads.append(piece)

    def _heads_text(self, piece: Piece) -> bool:
        """A byline over a text, with no text of its own column right above it."""
        row = ROW * self.body.size
        if kinds_of(piece) != {Kind.BYLINE} or len(piece.lines) > 3:
            return False
        below = above = False
        for other in self.pieces:
            if other.part != "body" or other is piece or not shares_column(piece, other):
                continue
            inside = other.left - other.em <= piece.left and piece.right <= other.right + other.em
            below = below or (0 <= other.top - piece.bottom <= 3 * row and not inside)
            above = above or -0.5 * row <= piece.top - other.bottom <= 1.6 * row
        return below and not above

    def _tops_column(self, piece: Piece, head: Piece) -> bool:
        """Whether columns of the headline's text begin beside the piece at its own height."""
        if self._stands_between(piece):
            return False
        return any(
            other.part == "body"
            and other is not piece
            and abs(other.lines[0].base - piece.lines[0].base) < LEVEL * self.body.size
            and (len(other.lines) > 2 or is_running(other))
            and not shares_column(piece, other)
            and (shares_column(other, head) or self._is_under_none(other, head, piece))
            for other in self.pieces
        )

    def _foots_text(self, piece: Piece) -> bool:
        """Right below running text and inside of its column: a subhead at the foot of it."""
        above = self.subheads.around(piece, above=True)
        if above is None or above.part != "body" or not self.subheads.ends_text(above):
            return False
        return piece.top - above.bottom <= NEAR * self.body.size and is_between(piece, above, above)

    def _stands_between(self, piece: Piece) -> bool:
        """Whether it stands over the gutter of two columns that begin at one height below."""
        near = 3 * ROW * self.body.size
        below = [p for p in self.pieces if p.part == "body" and 0 <= p.top - piece.bottom <= near]
        return any(
            min(piece.right, b.left) - max(piece.left, a.right) > 0.5 * piece.em
            and a.left <= piece.left
            and piece.right <= b.right
            and abs(a.top - b.top) <= self.body.size
            and not any(a.right < c.left and c.right < b.left for c in below)
            for a in below
            for b in below
            if a.right < b.left
        )

    def _is_under_none(self, other: Piece, head: Piece, piece: Piece) -> bool:
        """Whether the column beside is the headline's, too: it is wider, and no other is there."""
        column = [p for p in self.pieces if len(p.lines) > 2 and p.part == "body"]
        column = [p for p in column if p.top > piece.top and shares_column(p, piece)]
        own = min(column, key=lambda p: p.top, default=None)
        beside = own or piece
        near = max(other.left - beside.right, beside.left - other.right) <= 6 * self.body.em
        wider = own is not None and head.width > own.width + self.body.em
        wider = wider or self._is_flanked(piece)
        return (
            near
            and wider
            and not any(
                p.part == "head"
                and p is not head
                and not is_touching(p, head)
                and kinds_of(p) != {Kind.BYLINE}
                and shares_column(p, other)
                and head.top - 2 * head.size <= p.top < other.top
                for p in self.pieces
            )
        )

    def _is_flanked(self, piece: Piece) -> bool:
        """Whether columns begin at its height on both sides: it is the first row of its own."""
        beside = [p for p in self.pieces if self.subheads.is_beside(piece, p) and len(p.lines) > 1]
        left = any(p.right < piece.left for p in beside)
        right = any(p.left > piece.right for p in beside)
        return (left and right) or self._tops_own_column(piece)

    def _tops_own_column(self, piece: Piece) -> bool:
        """Whether the columns on both sides of its own begin at its height, one with a byline."""
        own = self.subheads.around(piece, above=False)
        level = [p for p in self.pieces if p.part == "body" and self.subheads.is_level(p, piece)]
        for sign in [p for p in level if kinds_of(p) == {Kind.BYLINE}]:
            text = self.subheads.around(sign, above=False)
            if own and text and abs(text.top - own.top) < self.body.size:
                right = any(0 < p.left - own.right < 4 * self.body.em for p in level)
                return right and 0 < own.left - text.right < 4 * self.body.em
        return False

    def _is_cut_off(self, piece: Piece, head: Piece) -> bool:
        """Whether running text stands between the two."""
        upper, lower = (head, piece) if head.top < piece.top else (piece, head)
        return any(
            p.part == "body"
            and p is not piece
            and upper.bottom - 1 <= p.top
            and p.bottom <= lower.top + 1
            and shares_column(p, piece)
            and (is_running(p) or p.text.endswith("。") or self._is_only_text(p, piece))
            for p in self.pieces
        )

    def _is_only_text(self, piece: Piece, other: Piece) -> bool:
        """In the text's own type, which the other is not."""
        types = [(p.face, round(p.size, 1)) for p in (piece, other)]
        signed = Kind.BYLINE in kinds_of(piece)
        return types[0] == (self.body.face, self.body.size) != types[1] and not signed

    def _belongs_to(self, piece: Piece, head: Piece) -> bool:
        """Whether a piece that is no running text stands right at a headline."""
        if head.vertical:
            return is_foot_of(head, piece)
        over = min(piece.right, head.right) - max(piece.left, head.left)
        if over < 0.3 * min(piece.width, head.width):
            return False
        gap = piece.top - head.bottom if piece.top > head.top else head.top - piece.bottom
        if not -0.5 * piece.size <= gap <= 1.3 * max(head.size, 1.4 * piece.size):
            return False
        boxed = self.figures.frame_of(head) is not self.figures.frame_of(piece)
        if self._is_cut_off(piece, head) or (boxed and piece.top < head.top):
            return False
        kinds = kinds_of(piece)
        if Kind.BYLINE in kinds:
            last = piece.rows[-1]
            signs = last is not None and last.kind is Kind.BYLINE and not is_running(piece)
            return piece.top > head.top and signs and "。" not in piece.text
        if kinds & {Kind.OPENING, Kind.CREDIT, Kind.MARK, Kind.JUMP, Kind.ENTRY} or is_running(
            piece
        ):
            return False
        if piece.top > head.top and (
            self._tops_column(piece, head) or self.subheads.is_known(piece)
        ):
            return False
        if piece.top < head.top and self._foots_text(piece) and not is_lined_up(piece, head):
            return False
        if piece.face != self.body.face or abs(piece.size / self.body.size - 1) > 0.03:
            return True
        return self._is_set_apart(piece, head)

    def _is_set_apart(self, piece: Piece, head: Piece) -> bool:
        """A line in the body's type that is lined up with the headline, and with no text."""
        text = piece.text
        if len(text) > LONGEST_LINE or "。" in text or text[-1] in "，、；：…" or head.vertical:
            return False
        if head.size < 1.2 * piece.size or not is_lined_up(piece, head):
            return False
        if any(p.part == "body" and piece.fills_column_of(p) for p in self.pieces):
            return False
        beside = [p for p in self.pieces if self.subheads.is_beside(piece, p)]
        if any(shares_column(p, head) for p in beside):
            return False
        other = self.subheads.around(piece, above=piece.top < head.top)
        if other is None or (kinds_of(other) == {Kind.BYLINE} and is_lined_up(other, head)):
            return not beside
        if piece.top > head.top and self._stands_between(piece):
            return True
        gap = piece.top - other.bottom if piece.top < head.top else other.top - piece.bottom
        return gap > APART * piece.size
