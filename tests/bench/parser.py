"""How fast pages are read: python -m tests.bench.parser

Pages and megabytes per CPU second, beside two floors measured in the same run: one regular
expression over the text, and a loop of six over its lines. It reports and fails nobody.
"""

import re
import time
from collections.abc import Callable

from articles.parsing import parse_page
from articles.parsing.lines import read_lines
from tests.typesetting import pages

SEED, COUNT = 3, 40
SIZES = (10_000, 100_000, 1_000_000)
LONG_LINE = 1_000_000
SIX = [re.compile(p) for p in (r"记者", r"\d+", r"[，。]", r"“[^”]*”", r"（[^）]*）", r"\s+")]


def main() -> None:
    texts = [text for _, text, _ in pages(COUNT, SEED)]
    size = sum(len(t.encode()) for t in texts)
    spent = _seconds(lambda: [parse_page(t) for t in texts])
    lines = _seconds(lambda: [read_lines(t) for t in texts])
    one = _seconds(lambda: [SIX[1].findall(t) for t in texts])
    six = _seconds(lambda: [_six(t) for t in texts])
    print(f"{COUNT} typeset pages, {size / COUNT / 1000:.1f} kB each")
    print(f"  read        {COUNT / spent:8.1f} pages/s {size / spent / 1e6:8.2f} MB/s")
    print(f"  lines alone {COUNT / lines:8.1f} pages/s {size / lines / 1e6:8.2f} MB/s")
    print(f"  one regular expression      {size / one / 1e6:8.2f} MB/s   ratio {one / spent:.3f}")
    print(f"  six, line by line           {size / six / 1e6:8.2f} MB/s   ratio {six / spent:.3f}")
    _show_growth(texts)
    _show_long_line()


def _show_growth(texts: list[str]) -> None:
    """Time per byte must not grow with the size of the file."""
    whole = "\n\n".join(texts)
    for size in SIZES:
        text = (whole * (size // len(whole.encode()) + 1)).encode()[:size].decode(errors="ignore")
        spent = _seconds(lambda text=text: parse_page(text), rounds=2)
        print(f"  {size:>9,} bytes  {size / spent / 1e6:6.2f} MB/s  {spent:8.3f} s")


def _show_long_line() -> None:
    text = "中" * LONG_LINE
    spent = _seconds(lambda: parse_page(text), rounds=2)
    print(f"  one line of {LONG_LINE:,} characters  {3 * LONG_LINE / spent / 1e6:6.2f} MB/s")


def _six(text: str) -> int:
    return sum(len(p.findall(line)) for line in text.splitlines() for p in SIX)


def _seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The least CPU time of several rounds."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


if __name__ == "__main__":
    main()
