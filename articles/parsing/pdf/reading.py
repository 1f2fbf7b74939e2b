"""Page PDF → PrintedPage: its text in reading order and the place of every line."""

from collections.abc import Sequence
from dataclasses import replace

from articles.parsing.pdf.drawn_heads import DrawnHead, unknown_heads
from articles.parsing.pdf.drop_caps import join_drop_caps
from articles.parsing.pdf.errors import PdfError
from articles.parsing.pdf.figures import Figures, find_figures, ground_edges, part_frames
from articles.parsing.pdf.flow import in_reading_order
from articles.parsing.pdf.lettering import shown_by
from articles.parsing.pdf.pdfium import (
    LOST,
    Glyph,
    PdfLimits,
    Shape,
    Sheet,
    glyphs,
    opened,
    page_count,
    page_of,
)
from articles.parsing.pdf.pieces import Piece, find_pieces
from articles.parsing.pdf.printing import Printed, printed_lines
from articles.parsing.pdf.seen import seen
from articles.parsing.pdf.sizes import steadied
from articles.parsing.pdf.standing import with_turned
from articles.parsing.pdf.tables import joined_rows
from articles.parsing.pdf.things import things
from articles.parsing.pdf.trims import trimmed
from articles.parsing.pdf.turning import Frame, main_turn, slanted_lines, upright
from articles.records import Box, Drawn, Layout, Picture, Place, PrintedPage

EXTRACTOR = "pdf-18"
DEFAULT_LIMITS = PdfLimits()
MOST_LOST = 0.1  # of a page's characters, of which nobody knows what they are
LARGEST_HEAD = 0.08  # of the page
INDENTED = 1.4, 2.8  # em: an opening row stands that far inside its column
MARGIN = "\u3000\u3000"


def count_pages(data: bytes, limits: PdfLimits = DEFAULT_LIMITS) -> int:
    """Pages of the PDF; raises PdfError when it cannot be read or has too many."""
    with opened(data, limits) as document:
        return page_count(document, limits)


def read_pdf(data: bytes, index: int = 0, limits: PdfLimits = DEFAULT_LIMITS) -> PrintedPage:
    """Page number `index`, counted from 0; raises PdfError when it cannot be read."""
    with opened(data, limits) as document, page_of(document, index, limits) as (page, sheet):
        characters = glyphs(page, sheet, index=index, limits=limits)
        characters = trimmed(page, sheet, characters)
        drawn, texts = things(page, sheet, limits)
        characters = seen((document, page), sheet, characters, drawn, texts)
        drawn = [_told(shape, sheet) for shape in drawn]
    _check_known(characters, index)
    drawn += unknown_heads(characters)
    printed = print_page(characters, drawn, sheet)
    # Text may be there and yet stand nowhere on the visible page.
    if not printed.text.strip():
        raise PdfError("no_text", page=index + 1)
    return printed


def _told(shape: Shape, sheet: Sheet) -> Shape:
    """Of a picture no larger than a headline, while the page is open: letters, or a photo?"""
    if shape.image is None:
        return shape
    area = (shape.right - shape.left) * (shape.bottom - shape.top)
    small = area <= LARGEST_HEAD * sheet.width * sheet.height
    shows = shown_by(shape.image, shape.pixels) if small else ""
    return replace(shape, image=None, shows=shows)


def _check_known(characters: list[Glyph], index: int) -> None:
    """Refuse a page whose signs mostly stand for nothing that is known."""
    shown = [g for g in characters if g.char.strip()]
    lost = sum(g.char == LOST for g in shown)
    if lost > MOST_LOST * len(shown):
        raise PdfError("unmapped", page=index + 1, count=len(shown), lost=lost)


def print_page(characters: list[Glyph], drawn: list[Shape], sheet: Sheet) -> PrintedPage:
    """What these characters and shapes say, wherever they were found."""
    return _Printing(characters, drawn, sheet).page()


class _Printing:
    """Puts one page's characters into lines, pieces and order."""

    def __init__(self, characters: list[Glyph], drawn: list[Shape], sheet: Sheet):
        self.sheet = sheet
        self.frame = Frame(sheet.width, sheet.height, main_turn(characters))
        self.figures: Figures = find_figures([self._turned(s) for s in drawn], sheet)
        self.characters = characters
        self.drawn: list[DrawnHead] = []
        self.texts: list[str] = []
        self.places: list[Place | None] = []

    def page(self) -> PrintedPage:
        main = upright(self.characters, self.frame)
        lines = steadied(printed_lines(main, self.figures.fences))
        lines, lying = with_turned(lines, self.characters, self.frame)
        self.characters = [g for g in self.characters if id(g) not in lying]
        part_frames(self.figures, lines)
        lines = joined_rows(join_drop_caps(lines), self.figures.frame_of)
        pieces = find_pieces(lines, [*self.figures.bars, *ground_edges(self.figures)])
        ordered, self.drawn = in_reading_order(pieces, self.figures)
        for piece in ordered:
            self._write(piece)
        self._write_turned()
        return PrintedPage("\n".join(self.texts) + "\n", self._layout())

    def _turned(self, shape: Shape) -> Shape:
        if not self.frame.turn:
            return shape
        a = self.frame.into(shape.left, shape.top)
        b = self.frame.into(shape.right, shape.bottom)
        left, right = sorted((a[0], b[0]))
        top, bottom = sorted((a[1], b[1]))
        return replace(shape, left=left, top=top, right=right, bottom=bottom)

    def _write(self, piece: Piece) -> None:
        if not piece.goes_on:
            self._part()
        for line in piece.lines:
            indent = round(piece.indent(line), 2)
            opens = piece.part == "body" and INDENTED[0] <= indent <= INDENTED[1]
            self.texts.append((MARGIN if opens else "") + line.text)
            self.places.append(
                Place(
                    self._box(self.frame, line),
                    round(line.size, 2),
                    line.face,
                    piece.number,
                    piece.story,
                    "table" if line.cells > 1 else piece.part,
                    indent,
                )
            )

    def _write_turned(self) -> None:
        """What is not upright stands at the end: it is kept, but belongs to no article."""
        block = max((p.block for p in self.places if p), default=0)
        for turn in (0, 90, 180, 270):
            if turn == self.frame.turn:
                continue
            frame = Frame(self.sheet.width, self.sheet.height, turn)
            self._write_lines(printed_lines(upright(self.characters, frame), ()), frame, block + 1)
        page = Frame(self.sheet.width, self.sheet.height)
        self._write_lines(slanted_lines(self.characters), page, block + 2)

    def _write_lines(self, lines: Sequence[Printed], frame: Frame, block: int) -> None:
        for line in lines:
            self._part()
            self.texts.append(line.text)
            place = Place(
                self._box(frame, line), round(line.size, 2), line.face, block, 0, "turned"
            )
            self.places.append(place)

    def _part(self) -> None:
        """A blank line between pieces."""
        if self.texts:
            self.texts.append("")
            self.places.append(None)

    def _box(self, frame: Frame, thing) -> Box:
        left, top, right, bottom = frame.box(thing.left, thing.top, thing.right, thing.bottom)
        wide, high = self.sheet.width, self.sheet.height
        return Box(_unit(left / wide), _unit(top / high), _unit(right / wide), _unit(bottom / high))

    def _layout(self) -> Layout:
        box, figures = self._box, self.figures
        return Layout(
            width=round(self.sheet.width, 3),
            height=round(self.sheet.height, 3),
            places=tuple(self.places),
            drawn=tuple(Drawn(box(self.frame, d), d.kind, d.story) for d in self.drawn),
            pictures=tuple(
                Picture(box(self.frame, s), s.index, *s.pixels)
                for s in figures.pictures
                if s.kind == "picture"
            ),
            rules=tuple(box(self.frame, s) for s in (*figures.bars, *figures.fences)),
            extractor=EXTRACTOR,
            turn=self.frame.turn,
        )


def _unit(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 5)
