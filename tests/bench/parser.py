"""How fast pages are read: python -m tests.bench.parser

Pages and megabytes per CPU second, beside floors measured in the same run: one regular
expression over the text, and a bare loop of six over lines of 18 characters. Then how time grows
with the input, and what the slowest page spends it on. It reports and fails nobody.
"""

import argparse
import cProfile
import math
import pstats
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from articles.parsing import parse_page
from articles.parsing.typography.lines import read_lines
from tests.typesetting import pages

SEED, COUNT = 3, 40
PAGE, PAGES = 26_000, 12  # bytes of a full newspaper page, and how many are read
LINE = 18  # characters
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
ENDLESS = {
    "one line of a million characters": "中" * 1_000_000,
    "a million empty lines": "\n" * 1_000_000,
    "a hundred thousand open brackets": "（" * 100_000,
    "fifty thousand nested quotes": "“" * 50_000 + "”" * 50_000,
}
SIX = [re.compile(p) for p in (r"记者", r"\d+", r"[，。]", r"“[^”]*”", r"（[^）]*）", r"\s+")]
SHOWN, PROFILED = 12, 20  # functions of the slowest page, and how often it is read


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.parser", description=__doc__)
    parser.add_argument(
        "--largest", type=int, default=SIZES[-1], help="bytes; 100000000 takes long"
    )
    options = parser.parse_args()
    texts = [text for _, text, _ in pages(COUNT, SEED)]
    _show_speed("short", texts)
    _show_speed("full", list(_full_pages(texts)))
    _show_growth(texts, (*(s for s in SIZES if s < options.largest), options.largest))
    _show_slowest(texts)


def _full_pages(texts: list[str]) -> Iterator[str]:
    """Typeset pages, one after another on a sheet until it is as full as a newspaper's page."""
    supply = cycle(texts)
    for _ in range(PAGES):
        sheet = next(supply)
        while len(sheet.encode()) < PAGE:
            sheet += "\n\n" + next(supply)
        yield sheet


def _show_speed(name: str, texts: list[str]) -> None:
    size = sum(len(t.encode()) for t in texts)
    lines = [piece for t in texts for piece in _cut("".join(t.split()))]
    cut = sum(len(line.encode()) for line in lines)
    spent, alone, one, six = _seconds(
        lambda: [parse_page(t) for t in texts],
        lambda: [read_lines(t) for t in texts],
        lambda: [SIX[1].findall(t) for t in texts],
        lambda: [p.search(line) for line in lines for p in SIX],
        rounds=7,
    )
    rate, floor = size / spent, cut / six
    print(f"{len(texts)} {name} pages, {size / len(texts) / 1000:.1f} kB each")
    print(f"  read           {len(texts) / spent:8.1f} pages/s {rate / 1e6:8.2f} MB/s")
    print(f"  lines alone    {len(texts) / alone:8.1f} pages/s {size / alone / 1e6:8.2f} MB/s")
    print(f"  one expression over the text  {size / one / 1e6:8.2f} MB/s   ratio {one / spent:.3f}")
    print(f"  six over {LINE}-character lines  {floor / 1e6:8.2f} MB/s   ratio {rate / floor:.3f}")


def _cut(text: str) -> Iterator[str]:
    return (text[k : k + LINE] for k in range(0, len(text), LINE))


def _show_growth(texts: list[str], sizes: tuple[int, ...]) -> None:
    """Time per byte must not grow with the size of the file."""
    whole = "\n\n".join(texts)
    print("growth")
    for size in sizes:
        text = (whole * (size // len(whole.encode()) + 1)).encode()[:size].decode(errors="ignore")
        _show_time(f"{size:,} bytes of pages", text, rounds=2 if size < 10_000_000 else 1)
    for name, text in ENDLESS.items():
        _show_time(name, text, rounds=2)


def _show_time(name: str, text: str, *, rounds: int) -> None:
    (spent,) = _seconds(lambda: parse_page(text), rounds=rounds)
    print(f"  {name:34} {len(text.encode()) / spent / 1e6:8.2f} MB/s {spent:9.3f} s")


def _show_slowest(texts: list[str]) -> None:
    """The functions in which the page with the longest time per byte spends it."""
    seconds = _seconds(*(partial(parse_page, text) for text in texts), rounds=5)
    spent, slowest = max(zip(seconds, texts, strict=True), key=lambda x: x[0] / len(x[1]))
    size = len(slowest.encode())
    print(
        f"slowest page: {size / 1000:.1f} kB, {size / spent / 1e6:.2f} MB/s; own time of functions"
    )
    profile = cProfile.Profile()
    for _ in range(PROFILED):
        profile.runcall(parse_page, slowest)
    own = pstats.Stats(profile)
    ranked = sorted(own.stats.items(), key=lambda item: -item[1][2])
    for (path, _, name), (_, calls, spent, *_) in ranked[:SHOWN]:
        print(
            f"  {spent / own.total_tt:6.1%} {calls // PROFILED:>6} calls  {Path(path).stem}.{name}"
        )


def _seconds(*works: Callable[[], object], rounds: int) -> list[float]:
    """The least CPU time of each in several rounds; in turns, so that one noise meets all."""
    least = [math.inf] * len(works)
    for _ in range(rounds):
        for number, work in enumerate(works):
            begun = time.process_time()
            work()
            least[number] = min(least[number], time.process_time() - begun)
    return least


if __name__ == "__main__":
    main()
