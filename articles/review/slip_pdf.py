"""稿签 as a PDF: drawn in pure Python with a Chinese font of this machine, cut to what is used."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTLibError
from fpdf import FPDF

FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts")
# The first of these that is there is used.
NAMES = (
    "NotoSerifCJK-Regular.ttc",
    "NotoSerifSC-Regular.*",
    "NotoSerifCJKsc-Regular.otf",
    "SourceHanSerif*-Regular.*",
    "NotoSansCJK-Regular.ttc",
    "NotoSansSC-Regular.*",
    "NotoSansCJKsc-Regular.otf",
    "SourceHanSans*-Regular.*",
    "Songti.ttc",
    "simsun.ttc",
    "wqy-*.ttc",
    "uming.ttc",
)
SIMPLIFIED = re.compile(r"\bSC\b|\bCN\b|简|SimSun|Songti SC")
MARGIN, LINE = 18, 7.2  # millimetres
TEXT, SMALL, LARGE = 11, 8.5, 16  # points
SOFT = (90, 83, 71)
INK = (0, 0, 0)
# By the hand's number, dark enough on white.
COLOURS = ((31, 79, 120), (155, 28, 28), (31, 99, 54), (122, 75, 0), (155, 42, 26), (0, 0, 0))
# A word that is not cut, or one sign.
TOKEN = re.compile(r"[A-Za-z0-9.,%:/@_-]{1,40}|.", re.DOTALL)
# What does not begin a line, and what does not end one.
NOT_FIRST = set("，。、；：！？”’）》】」』…—,.;:!?)]}%①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
NOT_LAST = set("“‘（《【「『([{")


class NoFont(Exception):
    """No Chinese font was found on this machine."""


@dataclass(frozen=True)
class Run:
    """Characters of one kind. `colour` is a hand's number or None; `sign` is put behind them."""

    text: str
    colour: int | None = None
    is_gone: bool = False
    sign: str = ""


@dataclass(frozen=True)
class Sheet:
    """What one slip says, in words: all of it is text for the reader."""

    title: str
    facts: tuple[tuple[str, str], ...]
    legend: tuple[Run, ...]
    parts: tuple[tuple[str, tuple[tuple[Run, ...], ...]], ...]
    columns: tuple[str, ...]
    stages: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def draw(sheets: Sequence[Sheet], font: str = "") -> bytes:
    """One PDF of A4 pages, each slip from a new page on. Raises NoFont."""
    path, face = find_font(font)
    pdf = FPDF(format="A4")
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(True, MARGIN)
    pdf.add_font("song", fname=path, collection_font_number=face)
    for sheet in sheets:
        pdf.add_page()
        _Drawing(pdf).sheet(sheet)
    pdf.set_title(_clean(sheets[0].title) if sheets else "")
    return bytes(pdf.output())


@lru_cache(maxsize=8)
def find_font(path: str = "") -> tuple[str, int]:
    """(file, number of the face in it). `path` is asked for first, if there is one."""
    found = [Path(path)] if path else _installed()
    for file in found:
        if file.is_file():
            return str(file), _face(file)
    raise NoFont


def _installed() -> Iterator[Path]:
    for name in NAMES:
        for folder in FOLDERS:
            yield from sorted(Path(folder).rglob(name))


def _face(file: Path) -> int:
    """The simplified Chinese face of a collection."""
    if file.suffix.lower() not in (".ttc", ".otc"):
        return 0
    try:
        with TTCollection(str(file), lazy=True) as faces:
            names = [face["name"].getDebugName(1) or "" for face in faces.fonts]
    except TTLibError as error:
        raise NoFont from error
    return next((place for place, name in enumerate(names) if SIMPLIFIED.search(name)), 0)


class _Drawing:
    """Puts runs on lines, lines on pages."""

    def __init__(self, pdf: FPDF):
        self.pdf, self.widths = pdf, {}

    def sheet(self, sheet: Sheet):
        self.paragraph((Run(sheet.title),), LARGE)
        facts = "　　".join(f"{label} {value}" for label, value in sheet.facts)
        self.paragraph((Run(facts),), SMALL, soft=True)
        if sheet.legend:
            self.paragraph(sheet.legend, SMALL)
        self.pdf.ln(2)
        for label, paragraphs in sheet.parts:
            self.paragraph((Run(label),), SMALL, soft=True)
            for runs in paragraphs:
                self.paragraph(runs, TEXT)
        self.pdf.ln(4)
        self.stages(sheet)
        for note in sheet.notes:
            self.paragraph((Run(note),), SMALL, soft=True)

    def paragraph(self, runs, size, *, soft=False):
        height = LINE * size / TEXT
        for line in self.lines(runs, size):
            if self.pdf.will_page_break(height):
                self.pdf.add_page()
            for text, run, points in line:
                width = self.width(text, points)
                self.look(run, points, soft)
                self.pdf.cell(width, height, text)
            self.pdf.ln(height)

    def look(self, run, points, soft):
        changed = run.colour is not None
        style = ("S" if run.is_gone else "U") if changed else ""
        self.pdf.set_font("song", style, points)
        ink = SOFT if soft else INK
        self.pdf.set_text_color(*(COLOURS[run.colour % len(COLOURS)] if changed else ink))

    def lines(self, runs, size):
        """[(text, run, points), …] of each line; signs that close do not begin one."""
        line, room = [], self.pdf.epw
        for text, run, points in self.tokens(runs, size):
            width = self.width(text, points)
            if width > room and line:
                carried = self.carried(line, text)
                yield _joined(line)
                line = carried
                room = self.pdf.epw - sum(self.width(t, p) for t, _r, p in line)
            line.append((text, run, points))
            room -= width
        yield _joined(line)

    def carried(self, line, text):
        """What goes to the next line with a token that may not stand there alone."""
        count = 0
        if text[0] in NOT_FIRST and len(line) > 1:
            count = 1
        while count < min(len(line) - 1, 3) and line[-1 - count][0][-1] in NOT_LAST:
            count += 1
        moved = line[len(line) - count :]
        del line[len(line) - count :]
        return moved

    def tokens(self, runs, size):
        for run in runs:
            for match in TOKEN.finditer(_clean(run.text)):
                yield match[0], run, size
            if run.sign:
                yield run.sign, run, size * 0.7

    def width(self, text, points):
        key = text, points
        if key not in self.widths:
            self.pdf.set_font("song", "", points)
            self.widths[key] = self.pdf.get_string_width(text)
        return self.widths[key]

    def stages(self, sheet):
        self.pdf.set_font("song", "", SMALL)
        self.pdf.set_text_color(*INK)
        self.pdf.set_draw_color(*SOFT)
        self.pdf.set_line_width(0.2)
        options = {
            "col_widths": (18, 30, 30, 54, 42),
            "borders_layout": "HORIZONTAL_LINES",
            "line_height": 5,
            "padding": 1,
            "text_align": "LEFT",
            "wrapmode": "CHAR",
            "first_row_as_headings": False,
        }
        with self.pdf.table(**options) as table:
            for row in (sheet.columns, *sheet.stages):
                table.row([_clean(cell) for cell in row])


def _clean(text):
    return UNSEEN.sub(" ", text)


def _joined(line):
    """Neighbours of one run as one text: fewer pieces, and a text that can be copied out."""
    joined = []
    for text, run, points in line:
        if joined and joined[-1][1] is run and joined[-1][2] == points:
            joined[-1] = (joined[-1][0] + text, run, points)
        else:
            joined.append((text, run, points))
    return joined
