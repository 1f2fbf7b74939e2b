"""Check the golden pages, or note better scores: python -m tests.golden [--raise] [--accept PAGE …]

Without an option it prints what is worse or better than noted. --raise notes pages that are new or
read better, and never a lower score. --accept notes a page as it is read now, whatever that is: for
a page whose truth was corrected, or where a loss is the price of a better rule.
"""

import argparse

from articles.parsing.measuring import baseline
from articles.parsing.measuring.measures import Score
from tests.golden import complaint, note, noted, pairs, read


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("--raise", action="store_true", dest="raised", help="note what is better")
    parser.add_argument("--accept", nargs="+", default=[], metavar="PAGE")
    options = parser.parse_args(argv)
    before = noted()
    now = {name: read(text, truth) for name, text, truth in pairs()}
    better = sorted(
        name
        for name, found in now.items()
        if name not in before or baseline.risen(before[name], found)
    )
    worse = [
        told
        for name, found in now.items()
        if name in before
        and name not in options.accept
        and (told := complaint(name, before[name], found))
    ]
    show(now, better, worse)
    taken = {*options.accept, *(better if options.raised else ())}
    if taken:
        kept = {name: found for name, found in before.items() if name in now}
        note({**kept, **{name: now[name] for name in taken}})
        print("Noted:", *sorted(taken))
    return int(bool(worse))


def show(now: dict[str, Score], better: list[str], worse: list[str]) -> None:
    total = sum(now.values(), Score())
    print(f"{total.pages} golden pages, {total.perfect} perfect in everything")
    if better:
        print("New or read better than noted:", *better)
    print(*worse, sep="\n")


if __name__ == "__main__":
    raise SystemExit(main())
