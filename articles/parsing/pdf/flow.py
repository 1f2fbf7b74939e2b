"""Pieces → stories in reading order: which headline, then which column after which.

Every column of text either stands under a headline, goes on from another column, or begins a
story without a headline. Each way has a price, from where the pieces stand and from how the
text ends and begins; the cheapest answer for the whole page is taken.
"""

from collections.abc import Sequence

from articles.parsing.pdf.boxes import (
    find_adverts,
    lift_grids,
    lift_grounds,
    raise_boxes,
    set_boxes_aside,
)
from articles.parsing.pdf.column_edges import lend_edges
from articles.parsing.pdf.drawn_heads import DrawnHead, find_drawn, sign_drawn
from articles.parsing.pdf.figures import Figures, is_inside
from articles.parsing.pdf.folds import pages_of
from articles.parsing.pdf.head_blocks import find_heads, seat_bylines
from articles.parsing.pdf.headings import Headings
from articles.parsing.pdf.links import Links
from articles.parsing.pdf.matching import cheapest
from articles.parsing.pdf.outlying import join_outlying, raise_bylines, raise_decks
from articles.parsing.pdf.parts import kinds_of
from articles.parsing.pdf.pdfium import Shape
from articles.parsing.pdf.photo_titles import PhotoTitles
from articles.parsing.pdf.pieces import STEP, Piece
from articles.parsing.pdf.places import over
from articles.parsing.pdf.plain_captions import PlainCaptions
from articles.parsing.pdf.quotes import set_quotes_aside
from articles.parsing.pdf.rubrics import set_rubrics_aside
from articles.parsing.pdf.sorting import Sorter
from articles.parsing.pdf.strips import Head, Strip, find_strips
from articles.parsing.pdf.underlines import forget_underlines
from articles.parsing.rules import DEFAULT_RULES, Rules
from articles.parsing.typography.rows import Kind

MOST_PIECES = 700  # a page cut into more is no page of stories: plain order by columns
NEXT_COLUMN = 3.0  # em between the columns of one caption
IN_ONE_ROW = 10.0  # em from a caption's last word to the credit at the row's other end
ENDS = "。！？”）摄"
ALONE = "alone"


def in_reading_order(
    pieces: Sequence[Piece], figures: Figures, rules: Rules = DEFAULT_RULES
) -> tuple[list[Piece], list[DrawnHead]]:
    """The pieces as a reader takes them, each with its story and its part; drawn headlines."""
    if not pieces or len(pieces) > MOST_PIECES:
        return sorted(pieces, key=lambda p: (round(p.left / (8 * p.em)), p.top)), []
    ordered: list[Piece] = []
    drawn: list[DrawnHead] = []
    for own, shapes in pages_of(pieces, figures):
        flow = _Flow(own, shapes, rules)
        found = flow.run(after=max((p.story for p in ordered), default=0))
        ordered, drawn = ordered + found, drawn + flow.drawn
    return ordered, drawn


class _Flow:
    def __init__(self, pieces: Sequence[Piece], figures: Figures, rules: Rules):
        self.pieces, self.figures = list(pieces), figures
        sorter = Sorter(self.pieces, figures, rules)
        sorter.run()
        self.body = sorter.body
        set_boxes_aside(self.pieces, figures, rules)
        PlainCaptions(self.pieces, figures, self.body).find()
        forget_underlines(self.pieces, figures)
        set_quotes_aside(self.pieces, figures, self.body)
        titles = set_rubrics_aside(self.pieces, figures, self.body, rules)
        lift_grounds(figures, self.pieces, self.body)
        lift_grids(figures, self.pieces)
        found = find_drawn(figures, self.pieces, self.body)
        sign_drawn(found, self.pieces, self.body)
        raise_decks(self.pieces, self.body)
        headings = Headings(self.pieces, figures, self.body, rules, titles)
        headings.find()
        raise_bylines(self.pieces, figures, rules, headings.subheads.known)
        find_adverts(figures, self.pieces)
        self.strips = find_strips(self.pieces, figures, self.body, rules)
        lend_edges(self.strips, figures)
        heads = join_outlying(find_heads(self.pieces, figures), self.pieces, figures)
        raise_boxes(figures, self.pieces, heads)
        self.drawn = [d for d in found if not self._is_taken(d, heads)]
        self.heads = seat_bylines(heads, self.strips, figures)
        self.groups: list[list[Piece]] = []
        self.over: list[tuple[DrawnHead, Piece]] = []  # drawn headlines and what is below them

    def _is_taken(self, drawn: DrawnHead, heads: list[Head]) -> bool:
        """Whether a drawn headline is a part of a head; its kicker and its deck are one head."""
        frame = self.figures.frame_of(drawn)
        near = [h for h in heads if self.figures.frame_of(h) is frame and h.stands_at(drawn)]
        near = [h for h in near if not self._are_parted(h, drawn)]
        if not near:
            return False
        first, *others = near
        for other in others:
            if (first.top < drawn.top) is not (other.top < drawn.top):
                first.pieces += other.pieces
                first.settle()
                heads.remove(other)
        first.take(drawn)
        return True

    def _are_parted(self, head: Head, drawn: DrawnHead) -> bool:
        """Whether a rule stands between the two: they are of two stories."""
        upper, lower = sorted((head, drawn), key=lambda x: x.top)
        return any(
            upper.bottom - 2 <= bar.top <= lower.top + 2 and over(bar, lower) > 0
            for bar in self.figures.bars
        )

    def run(self, *, after: int = 0) -> list[Piece]:
        """The pieces in order; the numbers of stories `after` are taken."""
        self._tell_stories()
        self._tell_photos()
        self.groups.sort(key=lambda g: (min(p.top for p in g), min(p.left for p in g)))
        for number, group in enumerate(self.groups, after + 1):
            for piece in group:
                piece.story = number
        for head, piece in self.over:
            head.story = piece.story
        self.drawn = [head for head, _ in self.over]
        margin = [p for p in self.pieces if p.part == "margin"]
        top = [p for p in margin if self._is_above(p)]
        rest = [p for p in margin if p not in top]
        return [*top, *(p for g in self.groups for p in g), *rest]

    def _is_above(self, piece: Piece) -> bool:
        others = [p.top for p in self.pieces if p.part != "margin"]
        return not others or piece.top <= min(others)

    def _tell_stories(self) -> None:
        photos = PhotoTitles(self.pieces, self.figures, self.body)
        titles = [h for h in self.heads if photos.holds(h)]
        self.groups += [h.pieces for h in titles]
        self.heads = [h for h in self.heads if h not in titles]
        links = Links(self.strips, [*self.heads, *self.drawn], self.figures, self.body)
        given = cheapest(links.offers())
        after: dict[int, int] = {}
        used: set[int] = set()
        starts: list[tuple[Head | None, int]] = []
        set_heads = len(self.heads)
        for number, (kind, other) in enumerate(given):
            if kind == "after":
                after[other] = number
                continue
            head = self.heads[other] if kind == "head" and other < set_heads else None
            drawn = head.drawn if head else None
            if kind == "head" and other >= set_heads:
                drawn = self.drawn[other - set_heads]
            if drawn:
                self.over.append((drawn, self.strips[number].pieces[0]))
            used |= {other} if head else set()
            starts.append((head, number))
        chains = [(head, self._chain(number, after)) for head, number in starts]
        reached = {number for _, chain in chains for number in chain}
        # Strips that follow each other in a ring have no beginning.
        for number in range(len(self.strips)):
            if number not in reached:
                chains.append((None, self._chain(number, after)))
                reached |= set(chains[-1][1])
        for head, chain in chains:
            self._add_story(head, [self.strips[k] for k in chain])
        self.groups += [h.pieces for k, h in enumerate(self.heads) if k not in used]

    def _chain(self, number: int, after: dict[int, int]) -> list[int]:
        chain = [number]
        while chain[-1] in after and after[chain[-1]] not in chain:
            chain.append(after[chain[-1]])
        return chain

    def _add_story(self, head: Head | None, strips: list[Strip]) -> None:
        pieces = list(head.pieces) if head else []
        pieces += _bylines_over_columns(strips[1:])
        for strip in strips:
            for piece in strip.pieces:
                narrow = strip.edges[1] - strip.edges[0] - piece.edge_right + piece.edge_left
                if len(piece.lines) < 2 or narrow <= STEP * piece.em or not piece.is_block:
                    piece.edge_left, piece.edge_right = strip.edges
                piece.goes_on = piece is not strip.pieces[0]
            pieces += strip.pieces
        self.groups.append(pieces)

    def _tell_photos(self) -> None:
        """A caption with the pieces below it, down to its credits."""
        loose = [p for p in self.pieces if p.part in ("caption", "credit")]
        loose.sort(key=lambda p: (p.top, p.left))
        photos: list[list[Piece]] = []
        for piece in loose:
            near = [f for f in reversed(photos) if self._is_one_photo(f, piece)]
            if near:
                max(near, key=lambda f: self._shared(f, piece)).append(piece)
            else:
                photos.append([piece])
        self.groups += photos

    def _shared(self, photo: list[Piece], piece: Piece) -> float:
        """Points of the piece's width that are the photo's as well."""
        left, right = self._sides(photo)
        return min(right, piece.right) - max(left, piece.left)

    def _is_one_photo(self, photo: list[Piece], piece: Piece) -> bool:
        last = photo[-1]
        gap = piece.top - last.bottom
        near = -1.2 * piece.size <= gap <= 2.2 * piece.size
        apart = self._picture_over(photo) and self._picture_over([piece])
        inside = self._shared(photo, piece) > (0 if apart else -2 * piece.em)
        whole = last.part == "credit" and piece.part == "caption"
        level = piece.part == "credit" and last.part == "caption" and self._ends_row(last, piece)
        return (near and (inside or level) and not whole) or self._goes_on_beside(photo, piece)

    def _ends_row(self, caption: Piece, credit: Piece) -> bool:
        """Whether the credit stands at the end of the caption's last row, with white between."""
        level = abs(caption.lines[-1].base - credit.lines[-1].base) <= 0.1 * credit.size
        return level and 0 < credit.left - caption.right <= IN_ONE_ROW * credit.em

    def _goes_on_beside(self, photo: list[Piece], piece: Piece) -> bool:
        """Whether a caption set in columns below one picture goes on at the next one's head."""
        last = photo[-1]
        same = (last.face, round(last.size, 1)) == (piece.face, round(piece.size, 1))
        level = abs(piece.top - photo[0].top) <= 0.5 * piece.size
        beside = 0 < piece.left - last.right <= NEXT_COLUMN * piece.em
        cut = last.part == "caption" and last.lines[-1].text[-1] not in ENDS
        return same and level and beside and cut and self._picture_over([*photo, piece]) is not None

    def _sides(self, photo: list[Piece]) -> tuple[float, float]:
        """The left and the right edge of a caption, or of the picture that it stands under."""
        picture = self._picture_over(photo)
        if picture is not None:
            return picture.left, picture.right
        return min(p.left for p in photo), max(p.right for p in photo)

    def _picture_over(self, photo: list[Piece]) -> Shape | None:
        left, right = min(p.left for p in photo), max(p.right for p in photo)
        em, size = photo[0].em, photo[0].size
        return next(
            (
                picture
                for picture in self.figures.pictures
                if picture.left - em <= left
                and right <= picture.right + em
                and (
                    0 <= photo[0].top - picture.bottom + size <= 4 * size
                    or (picture.kind == "picture" and is_inside(photo[0], picture))
                )
            ),
            None,
        )


def _bylines_over_columns(strips: list[Strip]) -> list[Piece]:
    """Take out the bylines that stand over a later column, centred below their headline."""
    found = []
    for strip in strips:
        if len(strip.pieces) > 1 and kinds_of(strip.pieces[0]) == {Kind.BYLINE}:
            found.append(strip.pieces.pop(0))
            found[-1].part = "head"
    return found
