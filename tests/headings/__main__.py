"""Learn anew what the marks of headings are worth: python -m tests.headings

Reads the headings beside this file and, where labelled pages stand beside the checkout, theirs as
well, writes `articles/parsing/reading/head_weights.py` and prints how many are read right. Takes
half a minute.
With --hands nothing is written: the headings of each hand are read by what all others teach, which
is the honest figure.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from articles.parsing.reading import head_weights
from tests.parsing.samples import shared_pages

from .corpus import KNOWN, WRITTEN, Sample, labelled, samples
from .fitting import Mark, chosen, fit

TARGET = Path(head_weights.__file__)
HEADER = '''"""What the marks of a heading are worth in log-odds: `python -m tests.headings`."""

WORTH: dict[tuple[str, str], float] = {
'''


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.headings", description=__doc__)
    parser.add_argument("--hands", action="store_true")
    options = parser.parse_args()
    written, known = list(samples(WRITTEN)), list(samples(KNOWN))
    pages = shared_pages()
    known += labelled(pages) if pages else ()
    if options.hands:
        read_by_others(written, known)
        return
    worth = fit([*written, *known])
    TARGET.write_text(HEADER + "".join(map(_line, sorted(worth.items()))) + "}\n", "utf-8")
    print(f"{len(worth)} marks in {TARGET.name}")
    for name, group in (("written", written), ("known", known)):
        _show(name, group, worth)


def read_by_others(written: Sequence[Sample], known: Sequence[Sample]) -> None:
    for hand in sorted({sample.hand for sample in written}):
        own = [sample for sample in written if sample.hand == hand]
        others = [sample for sample in written if sample.hand != hand]
        _show(f"hand {hand}", own, fit([*others, *known]))


def _line(item: tuple[Mark, float]) -> str:
    (mark, role), value = item
    return f'    ("{mark}", "{role}"): {value},\n'


def _show(name: str, group: Sequence[Sample], worth: Mapping[Mark, float]) -> None:
    def share(weights: Mapping[Mark, float]) -> float:
        return sum(chosen(s, weights) == (s.start, s.stop) for s in group) / len(group)

    print(f"{name}: {len(group)} settings, by rules {share({}):.3f}, with marks {share(worth):.3f}")


if __name__ == "__main__":
    main()
