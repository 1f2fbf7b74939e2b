"""Write typeset pages and truth: python -m tests.typesetting --count 60 --seed 7 --out DIR.

With --pdf, printed pages as PDF files, whose truth has the place of everything as well; with
--web, pages set in CSS and printed by Chromium.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from . import pages
from .css import missing_chromium, webs
from .sheet import missing_fonts, sheets
from .sheet.sheets import Sheet


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.typesetting", description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--web", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    write = write_webs if options.web else write_sheets if options.pdf else write_texts
    write(options.count, options.seed, options.out)


def write_texts(count: int, seed: int, folder: Path) -> None:
    for page_id, text, truth in pages(count, seed):
        # Bytes, because the line ends of the tools must stay as they are.
        (folder / f"{page_id}.txt").write_bytes(text.encode("utf-8"))
        _write_truth(folder / f"{page_id}.json", truth)


def write_sheets(count: int, seed: int, folder: Path) -> None:
    if reason := missing_fonts():
        print(f"Note: {reason}.")
    _write_printed(sheets(count, seed), folder)


def write_webs(count: int, seed: int, folder: Path) -> None:
    if reason := missing_chromium():
        raise SystemExit(f"Nothing printed: {reason}.")
    _write_printed(webs(count, seed), folder)


def _write_printed(printed: Iterable[Sheet], folder: Path) -> None:
    for sheet in printed:
        (folder / f"{sheet.name}.pdf").write_bytes(sheet.pdf)
        _write_truth(folder / f"{sheet.name}.json", sheet.truth)


def _write_truth(path: Path, truth: dict) -> None:
    path.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
