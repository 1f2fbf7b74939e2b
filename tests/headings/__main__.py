"""Learn anew what the marks of headings are worth: python -m tests.headings

Reads the headings beside this file, those of other hands' articles and, where labelled pages stand
beside the checkout, theirs as well, writes `articles/parsing/reading/head_weights.json` and prints
how many are read right. Takes two minutes or less.
With --hands nothing is written: the headings of each hand are read by what all others teach, which
is the honest figure.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from articles.parsing.reading.head_marks import WEIGHTS
from tests.parsing.samples import shared_pages

from .corpus import KNOWN, WRITTEN, Sample, labelled, of_articles, samples
from .fitting import Worth, chosen, fit


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.headings", description=__doc__)
    parser.add_argument("--hands", action="store_true")
    options = parser.parse_args()
    written, known = [*samples(WRITTEN), *of_articles()], list(samples(KNOWN))
    pages = shared_pages()
    known += labelled(pages) if pages else ()
    if options.hands:
        read_by_others(written, known)
        return
    worth = fit([*written, *known])
    lines = ",\n".join(_lines(worth))
    WEIGHTS.write_text(f"{{\n{lines}\n}}\n", "utf-8")
    print(f"{len(worth)} weights in {WEIGHTS.name}")
    for name, group in (("written", written), ("known", known)):
        _show(name, group, worth)


def read_by_others(written: Sequence[Sample], known: Sequence[Sample]) -> None:
    for hand in sorted({sample.hand for sample in written}):
        own = [sample for sample in written if sample.hand == hand]
        others = [sample for sample in written if sample.hand != hand]
        _show(f"hand {hand}", own, fit([*others, *known]))


def _lines(worth: Worth) -> Iterator[str]:
    """A line for each mark: what it is worth in each role."""
    for mark, items in groupby(sorted(worth.items()), key=lambda item: item[0][0]):
        roles = {role: value for (_, role), value in items}
        yield f"{json.dumps(mark, ensure_ascii=False)}: {json.dumps(roles)}"


def _show(name: str, group: Sequence[Sample], worth: Worth) -> None:
    several = [sample for sample in group if len(sample.heading.rows) > 1]
    right = sum(chosen(s, worth) == (s.start, s.stop) for s in several)
    print(f"{name}: {right / len(several):.3f} of {len(several)} settings on several rows")


if __name__ == "__main__":
    main()
