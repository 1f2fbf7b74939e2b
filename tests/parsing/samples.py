"""Labelled pages to measure by: as text, as PDF, or as both."""

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pypdfium2 import PdfDocument

from articles.parsing import decode
from articles.parsing.pdf.errors import PdfError
from articles.parsing.pdf.reading import read_pdf
from articles.records import PrintedPage
from tests.typesetting import pages as typeset
from tests.typesetting.css import missing_chromium, webs
from tests.typesetting.sheet import sheets
from tests.typesetting.written import hands, written_pages

ROOT = Path(__file__).resolve().parents[2]
MOST_BROKEN = 1  # paragraphs of a page whose text still counts as in reading order


@dataclass(frozen=True)
class Sample:
    """`text` as a text tool gave it; without one, what the PDF reader finds, less the places."""

    name: str
    truth: dict
    text: str = ""
    pdf: bytes = b""

    def printed(self) -> PrintedPage | None:
        """The page as the PDF reader finds it; None where it is refused."""
        try:
            return read_pdf(self.pdf)
        except PdfError:
            return None


def shared_pages() -> Path | None:
    """The labelled pages beside the checkout, where there are any."""
    folder = ROOT / (os.environ.get("NEWSROOM_SHARED") or ROOT.parent / "shared") / "pages"
    return folder if folder.is_dir() else None


def own_sets(count: int, seed: int) -> dict[str, list[Sample]]:
    """Pages of our own making, and the labelled ones: {what they are: samples}."""
    texts, more = (
        [Sample(name, truth, text) for name, text, truth in typeset(count, seed, extras=extras)]
        for extras in (False, True)
    )
    others = [
        Sample(f"{hand} {name}", truth, text)
        for hand, articles in hands().items()
        for name, text, truth in written_pages(articles, max(1, count // len(hands())), seed)
    ]
    printed = [Sample(sheet.name, sheet.truth, pdf=sheet.pdf) for sheet in sheets(count, seed)]
    sets = {
        f"typeset pages, text only, seed {seed}": texts,
        f"the same with boxes, tables, poems and pictures of several motifs, seed {seed}": more,
        f"articles of other hands, text only, seed {seed}": others,
        f"printed pages, seed {seed}": printed,
    }
    sets[f"text of the printed pages, as pdfium writes it, seed {seed}"] = in_tool_order(printed)
    if not missing_chromium():
        web = [Sample(sheet.name, sheet.truth, pdf=sheet.pdf) for sheet in webs(count, seed)]
        sets[f"pages in CSS, printed by Chromium, seed {seed}"] = web
        sets[f"text of those, as pdfium writes it, seed {seed}"] = in_tool_order(web)
    if shared := shared_pages():
        found = list(read_folder(shared))
        sets["labelled pages"] = found
        both = [sample for sample in found if sample.pdf]
        if both and len(both) < len(found):
            sets["labelled pages that are there as PDF too"] = both
    return sets


def in_tool_order(printed: Iterable[Sample]) -> list[Sample]:
    """The text of PDFs in their own order of signs, where it leaves the paragraphs whole."""
    samples = []
    for sample in printed:
        with closing(PdfDocument(sample.pdf)) as document:
            text = document[0].get_textpage().get_text_range()
        if _broken(sample.truth, text) <= MOST_BROKEN:
            samples.append(Sample(sample.name, sample.truth, text))
    return samples


def _broken(truth: dict, text: str) -> int:
    """How many paragraphs of the truth are not whole in the text, or not in their order."""
    signs, broken = _signs(text), 0
    for article in truth["articles"]:
        after = 0
        for paragraph in map(_signs, article["paragraphs"]):
            place = signs.find(paragraph, after)
            broken += place < 0
            after = max(after, place)
    return broken


def _signs(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def read_folder(folder: Path) -> Iterator[Sample]:
    """Each labelled page of the folder: NAME.txt, NAME.pdf (or pdf/NAME.pdf), or both."""
    for path in sorted(folder.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(truth, dict) or "articles" not in truth:
            continue
        source = path.with_suffix(".txt")
        text = decode(source.read_bytes()).text if source.exists() else ""
        pdf = _pdf_of(path)
        if text or pdf:
            yield Sample(path.stem, truth, text, pdf)


def _pdf_of(path: Path) -> bytes:
    beside = path.with_suffix(".pdf")
    for place in (beside, path.parent / "pdf" / beside.name):
        if place.exists():
            return place.read_bytes()
    return b""
