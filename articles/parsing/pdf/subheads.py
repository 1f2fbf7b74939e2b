"""Rows that head only a paragraph: in larger type or in a face of their own, by their likes."""

from collections import Counter
from collections.abc import Sequence

from articles.parsing.pdf.alignments import is_between, is_lined_up, is_touching
from articles.parsing.pdf.parts import HEAD_SIZE, Body, is_running, kinds_of, shares_column
from articles.parsing.pdf.pieces import Piece
from articles.parsing.rules import Rules
from articles.parsing.typography.rows import Kind
from articles.parsing.words.grammar import grammar

TOPS = 0.8  # of the body's type: a subhead at a column's head is lower than the first row beside
SUBHEAD_SIZE = 1.36  # of the body's type, at most
OVER_SUBHEAD = 1.3  # of a subhead's type: the headline right above it
SUBHEAD_LENGTH = 22  # characters
BLANK_ROW = 2.4  # of the body's type: white around a subhead in its own face
NEAR = 1.3  # of the body's type: white between a subhead and the text around it


class Subheads:
    """Takes the subheads back from the headlines."""

    def __init__(self, pieces: Sequence[Piece], body: Body, rules: Rules, titles: Sequence[Piece]):
        self.pieces, self.body = pieces, body
        self.titles = {id(p) for p in titles}  # headlines of briefs: no subheads
        self.words = grammar(rules)
        self.known: set[tuple] = set()  # types of the subheads that stand inside their text
        self.larger: set[int] = set()  # ids of larger subheads at the heads of columns

    def _is_of_own_type(self, piece: Piece) -> bool:
        """A short row as large as the text in a face of its own, or hardly larger."""
        short = len(piece.lines) <= 2 and len(piece.text) <= SUBHEAD_LENGTH
        larger = piece.size / self.body.size - 1
        plain = -0.04 <= larger <= HEAD_SIZE - 1
        plain = plain and (piece.face != self.body.face or larger > 0.04)
        return short and plain and not piece.vertical and kinds_of(piece) == {Kind.TEXT}

    def is_known(self, piece: Piece) -> bool:
        """Of the type of the page's subheads or beside its like, and right over its column."""
        if not (self._is_of_own_type(piece) and self._heads_column(piece)):
            return False
        kind = self._type_of(piece)
        return kind in self.known or any(
            p is not piece
            and self._type_of(p) == kind
            and abs(p.lines[0].base - piece.lines[0].base) < 0.3 * self.body.size
            and self._is_of_own_type(p)
            and self._heads_column(p)
            for p in self.pieces
        )

    def _heads_column(self, piece: Piece) -> bool:
        below = self.around(piece, above=False)
        text = below is not None and self._is_text_below(piece, below)
        return text and is_between(piece, below, below)

    def find(self) -> None:
        """Rows a little larger than the text, inside of a column, that head its next paragraph."""
        heads = [p for p in self.pieces if p.part == "head"]
        small = [p for p in heads if id(p) not in self.titles and self._may_be_subhead(p)]
        inside = [p for p in small if self._is_inside_text(p)]
        plain = [p for p in self.pieces if p.part == "body" and self._is_of_own_type(p)]
        self.known = {self._type_of(p) for p in plain if self._is_inside_text(p, white=BLANK_ROW)}
        self._free_subheads()
        tops = [p for p in small if p not in inside and self._tops_text(p)]
        known = {self._type_of(p) for p in inside}
        likes = Counter(self._type_of(p) for p in (*inside, *tops))
        stories = {self._type_of(p) for p in heads if p not in inside and p not in tops}
        for piece in inside:
            piece.part = "body"
        for piece in tops:
            # At the head of a column it is known by its likes: none of that type heads a story.
            kind = self._type_of(piece)
            if kind in known or (likes[kind] >= 2 and kind not in stories):
                piece.part = "body"
                if self._is_level_with_text(piece):
                    self.larger.add(id(piece))
        for piece in heads:
            # The first one stands right below the headline or its byline.
            if self._type_of(piece) in known and self._opens_story(piece):
                piece.part = "body"
                self.larger.add(id(piece))

    def _opens_story(self, piece: Piece) -> bool:
        short = len(piece.lines) == 1 and len(piece.text) <= SUBHEAD_LENGTH
        if piece.part != "head" or not short or kinds_of(piece) != {Kind.TEXT}:
            return False
        above, below = (self.around(piece, above=over) for over in (True, False))
        if above is None or below is None or not self._is_text_below(piece, below):
            return False
        signed = kinds_of(above) == {Kind.BYLINE}
        headed = above.part == "head" and above.size >= OVER_SUBHEAD * piece.size
        near = piece.top - above.bottom <= BLANK_ROW * self.body.size
        return near and (signed or headed) and is_between(piece, below, below)

    def _free_subheads(self) -> None:
        """Of one row and of a known type, right over its text below a photo: no caption."""
        for piece in self.pieces:
            titled = len(piece.lines) == 1 and not piece.text.endswith("。")
            if piece.part == "caption" and titled and self.is_known(piece):
                piece.part = "body"

    def _type_of(self, piece: Piece) -> tuple:
        return round(piece.size, 1), piece.face

    def _may_be_subhead(self, piece: Piece) -> bool:
        if piece.vertical or len(piece.lines) > 2 or piece.size > SUBHEAD_SIZE * self.body.size:
            return False
        if kinds_of(piece) - {Kind.TEXT} or len(piece.text) > SUBHEAD_LENGTH:
            return False
        if self._is_level_with_text(piece):
            return True
        return not any(
            p.part == "head" and p is not piece and is_touching(p, piece) and is_lined_up(piece, p)
            for p in self.pieces
        )

    def _is_level_with_text(self, piece: Piece) -> bool:
        """A single row at the height where running text begins in the next column.

        In larger type, and with white above it, it stands a little lower.
        """
        return len(piece.lines) == 1 and any(
            is_running(p)
            and len(p.lines) > 2
            and (self.is_beside(piece, p) or self._tops_beside(piece, p))
            for p in self.pieces
        )

    def _tops_beside(self, piece: Piece, other: Piece) -> bool:
        column = self.around(piece, above=False) or piece
        gap = max(column.left - other.right, other.left - column.right)
        lower = piece.top - other.top
        near = -0.3 * self.body.size <= lower <= TOPS * self.body.size
        return other.part == "body" and near and 0 < gap < 4 * self.body.em

    def _is_inside_text(self, piece: Piece, white: float = NEAR) -> bool:
        below = self.around(piece, above=False)
        if below is None or not self._is_text_below(piece, below, white):
            return False
        above = self.around(below, above=True, without=piece)
        if above is None or above.part != "body" or not is_between(piece, above, below):
            return False
        return self.ends_text(above) and piece.top - above.bottom <= white * self.body.size

    def ends_text(self, piece: Piece) -> bool:
        """Whether a paragraph in the body's type ends with the piece."""
        last = next((r for r in reversed(piece.rows) if r is not None), None)
        return last is not None and last.weak and abs(piece.size - self.body.size) < 0.5

    def _tops_text(self, piece: Piece) -> bool:
        below = self.around(piece, above=False)
        if below is None or not self._is_text_below(piece, below):
            return False
        if not is_between(piece, below, below):
            return False
        column = below.left - below.width - 4 * self.body.em, below.left + 1
        return any(
            p.part == "body"
            and column[0] <= p.left
            and p.right <= column[1]
            and min(p.bottom, below.bottom) > max(p.top, piece.top)
            for p in self.pieces
        )

    def _is_text_below(self, piece: Piece, below: Piece, white: float = NEAR) -> bool:
        """Running text right below the piece that no story begins with."""
        row = next((r for r in below.rows if r is not None), None)
        if below.part != "body" or row is None:
            return False
        # （上接第一版）: it goes on from another page.
        goes_on = row.kind is Kind.OPENING and self.words.jump_in.match(row.text)
        if row.kind not in (Kind.TEXT, Kind.ENTRY) and not goes_on:
            return False
        return below.top - piece.bottom <= white * self.body.size

    def around(self, piece: Piece, *, above: bool, without: Piece | None = None) -> Piece | None:
        """The nearest piece over it, or under it, in its column."""
        column = [
            p
            for p in self.pieces
            if p is not piece and p is not without and shares_column(p, piece)
        ]
        if above:
            over = [p for p in column if p.top < piece.top]
            return max(over, key=lambda p: p.bottom, default=None)
        under = [p for p in column if p.top > piece.top]
        return min(under, key=lambda p: p.top, default=None)

    def is_beside(self, piece: Piece, other: Piece) -> bool:
        """Columns of one text whose first rows stand side by side."""
        gap = max(piece.left - other.right, other.left - piece.right)
        level = self.is_level(piece, other)
        return other.part == "body" and level and 0 < gap < 4 * self.body.em

    def is_level(self, piece: Piece, other: Piece) -> bool:
        return abs(piece.lines[0].base - other.lines[0].base) < 0.3 * self.body.size
