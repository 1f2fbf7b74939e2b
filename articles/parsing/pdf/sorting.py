"""What each piece is, by its words, its type and its place: margin, caption, head, body."""

from articles.parsing.pdf.at_pictures import (
    BELOW_PICTURE,
    flanks,
    is_beside,
    is_spanned,
    is_under,
    tops,
)
from articles.parsing.pdf.figures import Figures, is_inside
from articles.parsing.pdf.margins import Margins
from articles.parsing.pdf.openings import part_bylines
from articles.parsing.pdf.parts import (
    DECK_GAP,
    HEAD_SIZE,
    LARGER,
    NEXT_COLUMN,
    body_type,
    is_running,
    is_signed_piece,
    kinds_of,
    read_words,
    shares_column,
)
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.pieces import Piece
from articles.parsing.pictures.credits import split_credit
from articles.parsing.rules import Rules
from articles.parsing.typography.rows import Kind

KICKER_SIZE = 1.04  # the same, of a row over a headline
LEAD_SIZE = 1.5  # up to here a long text may be set larger than the rest
CAPTION_ROWS = 16
MOST_DECK_ROWS = 9
READING = 0.65  # of the type of the characters below
LONGEST_READING = 12  # letters
PICTURE_WORDS = ("图为", "图①", "图一", "上图", "下图", "左图", "右图", "▲", "▼")


class Sorter:
    """Gives the pieces of a page their parts."""

    def __init__(self, pieces: list[Piece], figures: Figures, rules: Rules):
        self.pieces, self.figures, self.rules = pieces, figures, rules
        self.body = body_type(pieces)

    def run(self) -> None:
        read_words(self.pieces, self.rules)
        part_bylines(self.pieces)
        for piece in self.pieces:
            piece.part = "head" if self._is_head(piece) else "body"
        Margins(self.pieces, self.figures, self.body, self.rules).find()
        self._find_readings()
        self._find_captions()

    def _is_head(self, piece: Piece) -> bool:
        if piece.vertical and len(piece.lines) <= 3:
            return piece.size >= 0.98 * self.body.size or self._is_beside_standing(piece)
        if piece.size < HEAD_SIZE * self.body.size or piece.lines[0].cells > 1:
            return False
        if not is_running(piece) or piece.size > LEAD_SIZE * self.body.size:
            return True
        return self._is_long_deck(piece)

    def _is_beside_standing(self, piece: Piece) -> bool:
        """A kicker, a deck or a byline that runs downwards as the headline right beside it does."""
        return any(
            p.vertical
            and p.size >= LARGER * piece.size
            and p.top - p.em <= piece.top
            and piece.bottom <= p.bottom + p.em
            and -1 <= max(p.left - piece.right, piece.left - p.right) <= p.em
            for p in self.pieces
        )

    def _is_long_deck(self, piece: Piece) -> bool:
        """Even rows without a sentence's end, right below a headline in larger type."""
        return (
            "。" not in piece.text
            and len(piece.lines) <= MOST_DECK_ROWS
            and any(
                other.size >= LARGER * piece.size
                and shares_column(piece, other)
                and 0 <= piece.top - other.bottom <= DECK_GAP * piece.size
                for other in self.pieces
            )
        )

    def _find_readings(self) -> None:
        """How a character is read, in small letters right over it: no words of the text."""
        for piece in self.pieces:
            small = piece.size <= READING * self.body.size and len(piece.lines) == 1
            if not small or len(piece.text) > LONGEST_READING or not piece.text.isalpha():
                continue
            if any(_stands_over(piece, x) for p in self.pieces if p is not piece for x in p.lines):
                piece.part = "margin"

    def _find_captions(self) -> None:
        for piece in self.pieces:
            if piece.part not in ("body", "head") or len(piece.lines) > CAPTION_ROWS:
                continue
            if kinds_of(piece) == {Kind.CREDIT}:
                piece.part = "credit"
            elif self._is_caption(piece):
                piece.part = "caption"
        self._spread_captions()

    def _is_caption(self, piece: Piece) -> bool:
        if piece.part == "head" or is_signed_piece(piece) or self._is_kicker(piece):
            return False
        pictures = self.figures.pictures
        under = any(is_under(piece, picture) for picture in pictures)
        beside = any(is_beside(piece, picture) for picture in pictures)
        other = self._is_other_type(piece)
        if piece.rows and piece.rows[-1] is not None and piece.rows[-1].kind is Kind.CREDIT:
            if not other and self._signs_text(piece, under):
                return False
            return under or beside or other or len(piece.lines) <= 8
        if other and (under or any(tops(piece, p) or flanks(piece, p) for p in pictures)):
            return True
        told = piece.text.startswith(PICTURE_WORDS) or self._names_photographer(piece)
        return told and (under or beside or any(is_spanned(piece, p) for p in pictures))

    def _signs_text(self, piece: Piece, under: bool) -> bool:
        """Text of which the last row says who wrote and photographed it all: （… 摄影报道）.

        It begins level with the column beside it, or the photo's caption stands over it.
        """
        return any(
            self._is_captioned_by(piece, p) or (not under and self._is_level_with(piece, p))
            for p in (p for p in self.pieces if p is not piece)
        )

    def _is_level_with(self, piece: Piece, other: Piece) -> bool:
        level = abs(piece.lines[0].base - other.lines[0].base) <= 0.3 * piece.size
        beside = max(piece.left - other.right, other.left - piece.right) <= 4 * piece.em
        text = other.part == "body" and len(other.lines) > 2 and not self._is_other_type(other)
        return level and beside and text and not shares_column(piece, other)

    def _is_captioned_by(self, piece: Piece, other: Piece) -> bool:
        caption = other.part in ("body", "caption") and self._is_other_type(other)
        near = -1 <= piece.top - other.bottom <= BELOW_PICTURE * piece.size
        over = near and shares_column(other, piece)
        long = len(piece.lines) > 2
        return caption and over and long and any(is_under(other, x) for x in self.figures.pictures)

    def _is_kicker(self, piece: Piece) -> bool:
        """A row larger than the text, right above a headline: below a photo, too."""
        if len(piece.lines) > 1 or piece.size < KICKER_SIZE * self.body.size:
            return False
        return any(
            other.part == "head"
            and other.size >= LARGER * piece.size
            and shares_column(piece, other)
            and 0 <= other.top - piece.bottom <= other.size
            for other in self.pieces
        )

    def _names_photographer(self, piece: Piece) -> bool:
        """Whether the last row says after its last sentence who took the picture."""
        text = "".join(x.text for x in piece.lines)
        return bool(split_credit(text, "", self.rules)[1])

    def _is_other_type(self, piece: Piece) -> bool:
        smaller = piece.size < 0.97 * self.body.size
        return smaller or piece.face != self.body.face

    def _spread_captions(self) -> None:
        """A caption's further rows, and the rows above a credit, in the caption's type."""
        credits = [p for p in self.pieces if p.part == "credit"]
        for credit in credits:
            above = self._right_above(credit)
            if above is None or above.part != "body" or len(above.lines) > CAPTION_ROWS:
                continue
            alike = above.face == credit.face and (
                "。" not in credit.text or above.size == credit.size
            )
            if alike or self._is_other_type(above):
                above.part = "caption"
        for credit in credits:
            self._find_row_above(credit)

    def _find_row_above(self, credit: Piece) -> None:
        """A short row of the text's own type between a picture and a credit that stands aside.

        Both may stand at the foot of the picture, in it.
        """
        for picture in self.figures.pictures:
            if not picture.left - credit.em <= credit.left < picture.right:
                continue
            for piece in self.pieces:
                if (
                    piece.part == "body"
                    and len(piece.lines) <= 3
                    and (is_under(piece, picture) or _are_inside(picture, piece, credit))
                    and 0 < credit.lines[0].base - piece.lines[-1].base <= 2.2 * credit.size
                ):
                    piece.part = "caption"

    def _right_above(self, credit: Piece) -> Piece | None:
        found = [
            p
            for p in self.pieces
            if p is not credit
            and 0 < credit.lines[0].base - p.lines[-1].base <= 2.2 * credit.size
            and p.left - 2 * credit.em <= credit.left
            and (credit.right <= p.right + 2 * credit.em or _tells_of_picture(p, credit))
        ]
        return max(found, key=lambda p: p.lines[-1].base, default=None)


def _are_inside(picture: Shape, *pieces: Piece) -> bool:
    return picture.kind == "picture" and all(is_inside(piece, picture) for piece in pieces)


def _tells_of_picture(piece: Piece, credit: Piece) -> bool:
    """图为…, and the credit at the other end of the row below."""
    near = credit.left - piece.right <= NEXT_COLUMN * credit.em
    return piece.text.startswith(PICTURE_WORDS) and near


def _stands_over(piece: Piece, line) -> bool:
    """Right over some characters of a line of larger type."""
    inside = line.left - 0.5 * line.em <= piece.left and piece.right <= line.right + 0.5 * line.em
    near = abs(line.top - piece.bottom) <= 0.4 * line.size
    return inside and near and piece.size <= READING * line.size
