"""The habits of tools that turn a printed page into text: where they put blank lines and spaces."""

import random
import unicodedata
from dataclasses import dataclass, field

from .rows import Row


@dataclass(frozen=True)
class Extractor:
    """`gaps` maps what a row starts (see Row.starts) to the chance of a blank line before it."""

    name: str
    gaps: dict[str, float] = field(default_factory=dict)
    newline: str = "\n"
    bom: bool = False
    form_feed: bool = False
    nfkc: bool = False
    trailing_spaces: bool = False
    quote_spaces: bool = False
    hard_spaces: bool = False
    split_digits: float = 0.0
    keeps_indent: bool = False

    def render(self, rows: list[Row], *, lead_space: bool, rng: random.Random) -> str:
        lines: list[str] = []
        for row in rows:
            gap = rng.random() < self.gaps.get(row.starts, 0.0)
            if gap and lines:
                lines.append("")
            lines.append(self._line(row, bare=not gap and lead_space, rng=rng))
        text = self.newline.join(lines) + self.newline
        if self.nfkc:
            text = half_width(text)
        return ("\ufeff" if self.bom else "") + text + ("\f" if self.form_feed else "")

    def _line(self, row: Row, *, bare: bool, rng: random.Random) -> str:
        text = row.text
        if bare and row.starts == "story" and text.startswith("本报"):
            text = " " + text
        if self.quote_spaces:
            text = text.replace("“", "“ ").replace("”", "” ").rstrip()
        if self.hard_spaces and rng.random() < 0.5:
            text = text.replace(" ", "\u00a0")
        if self.trailing_spaces and rng.random() < 0.3:
            text += " "
        return text


def half_width(text: str) -> str:
    """NFKC, as some tools apply it; line ends and the byte order mark stay."""
    return unicodedata.normalize("NFKC", text)


RAW = Extractor("pdftotext-raw", form_feed=True)
BLOCKS = Extractor(
    "pdftotext",
    {"story": 0.95, "paragraph": 0.6, "column": 0.8, "head": 0.9, "part": 0.5, "caption": 1.0},
    form_feed=True,
)
PDFIUM = Extractor("pypdfium2", newline="\r\n", quote_spaces=True, split_digits=0.1)
MUPDF = Extractor(
    "mupdf",
    {"story": 1.0, "column": 0.2, "head": 1.0, "part": 0.4, "caption": 1.0, "furniture": 1.0},
    keeps_indent=True,
)
MUPDF_BLOCKS = Extractor(
    "mupdf-blocks",
    {"story": 1.0, "paragraph": 0.5, "column": 1.0, "head": 1.0, "part": 0.7, "caption": 1.0,
     "byline": 0.3, "furniture": 1.0},
    split_digits=0.3,
    keeps_indent=True,
)  # fmt: skip
SEED_LIKE = Extractor(
    "seed-artefacts",
    {"story": 0.8, "paragraph": 1.0, "column": 1.0, "quote": 1.0, "digit": 0.2, "head": 0.9,
     "part": 0.5, "caption": 1.0, "credit": 0.5, "furniture": 0.7, "subhead": 1.0},
)  # fmt: skip
PASTED = Extractor(
    "pasted",
    {"story": 1.0, "paragraph": 0.0, "column": 0.3, "head": 0.8, "caption": 1.0},
    newline="\r\n",
    bom=True,
    trailing_spaces=True,
    hard_spaces=True,
    keeps_indent=True,
)
FOLDED = Extractor(
    "folded",
    {"story": 1.0, "paragraph": 1.0, "head": 0.9, "part": 0.3, "caption": 1.0, "subhead": 1.0},
    bom=True,
    nfkc=True,
)

EXTRACTORS = {
    tool.name: tool
    for tool in (RAW, BLOCKS, PDFIUM, MUPDF, MUPDF_BLOCKS, SEED_LIKE, PASTED, FOLDED)
}
