"""How fast PDF pages become records, and in how much memory: python -m tests.bench.printed

Pages per CPU second and the share of it inside pdfium; the peak of a 16-page issue, and whether it
grows with the number of issues. It reports and fails nobody.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

from articles.parsing import parse_page
from articles.parsing.pdf import pdfium
from articles.parsing.pdf.reading import read_pdf
from tests.source import ROOT
from tests.typesetting.sheet import missing_fonts, sheets
from tests.typesetting.sheet.sheets import issue

SEED, COUNT, PAGES = 3, 24, 16
ROUNDS = 3
ISSUES = (1, 4, 16, 64)


def main() -> None:
    if reason := missing_fonts():
        print(f"Note: {reason}.")
    pdfs = [sheet.pdf for sheet in sheets(COUNT, SEED)]
    spent = min(_seconds(pdfs) for _ in range(ROUNDS))
    inside = _inside_pdfium(pdfs)
    size = sum(map(len, pdfs)) / COUNT / 1e6
    print(f"{COUNT} printed pages as PDF, {size:.2f} MB each, one core")
    print(f"  PDF to records   {COUNT / spent:8.1f} pages/s   inside pdfium {inside:.0%}")
    _show_memory()


def _seconds(pdfs: list[bytes]) -> float:
    begun = time.process_time()
    for pdf in pdfs:
        page = read_pdf(pdf)
        parse_page(page.text, layout=page.layout)
    return time.process_time() - begun


def _inside_pdfium(pdfs: list[bytes]) -> float:
    """The share of time in the library's calls, less what a timed call that does nothing takes."""
    calls = _Timed(pdfium.C)
    pdfium.C.__dict__.update(calls.wrapped)
    try:
        whole = _seconds(pdfs)
    finally:
        pdfium.C.__dict__.update(calls.plain)
    cost = _cost_of_a_call() * calls.count
    return max(0.0, calls.spent - cost) / max(whole - cost, 1e-9)


class _Timed:
    def __init__(self, library: SimpleNamespace):
        self.plain = dict(library.__dict__)
        self.wrapped = {name: self.timed(call) for name, call in self.plain.items()}
        self.spent, self.count = 0.0, 0

    def timed(self, call):
        def measured(*words):
            begun = time.process_time()
            found = call(*words)
            self.spent += time.process_time() - begun
            self.count += 1
            return found

        return measured


def _cost_of_a_call(turns: int = 100_000) -> float:
    nothing = _Timed(SimpleNamespace(nothing=lambda *words: None))
    call = nothing.wrapped["nothing"]
    begun = time.process_time()
    for _ in range(turns):
        call(1, 2)
    return (time.process_time() - begun) / turns


def _show_memory() -> None:
    """In a process of its own for every number of issues: a peak is never forgotten."""
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        file = Path(folder) / "issue.pdf"
        file.write_bytes(issue(PAGES, SEED))
        print(f"  an issue of {PAGES} pages, {file.stat().st_size / 1e6:.1f} MB; peak memory of")
        for issues in ISSUES:
            command = [sys.executable, "-m", "tests.bench.printed_memory", str(file), str(issues)]
            done = subprocess.run(
                command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
            )
            print(f"    {issues:>3} issues   {done.stdout.strip() or 'not measured'}")


if __name__ == "__main__":
    main()
