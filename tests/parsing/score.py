"""Print how well the parser reads: python -m tests.parsing.score [DIR …]

A DIR holds pages as NAME.txt beside NAME.json. Without one, typeset pages of this project's own
invented articles are read, and the labelled pages beside the checkout where there are any.
"""

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path

from articles.parsing import DEFAULT_RULES, decode, parse_page
from articles.parsing.measures import Score, score
from articles.parsing.page_json import page_to_json
from tests.typesetting import pages as typeset

ROOT = Path(__file__).resolve().parents[2]
HELD_OUT_SEED, HELD_OUT_PAGES = 7, 60
STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98)
BODY_GOAL = 0.998
GOALS = {
    "articles": ("article found, F1", 0.98),
    "headlines": ("headline exact", 0.97),
    "missing": ("missing headline, F1", 0.95),
    "kickers": ("kicker, F1", 0.90),
    "decks": ("deck, F1", 0.90),
    "reporters": ("reporters, F1", 0.99),
    "correspondents": ("correspondents, F1", 0.99),
    "paragraphs": ("paragraph boundary, F1", 0.985),
    "subheads": ("subheads, F1", None),
    "captions": ("captions, F1", 0.97),
    "photographers": ("photographers, F1", 0.97),
}

Page = tuple[str, str, dict]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.parsing.score", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=HELD_OUT_SEED, help="of the typeset pages")
    parser.add_argument("--pages", type=int, default=HELD_OUT_PAGES)
    parser.add_argument("--each", action="store_true", help="one line per page as well")
    options = parser.parse_args(argv)
    sets = {str(folder): list(read_folder(folder)) for folder in options.folders}
    if not sets:
        sets = _own_sets(options.pages, options.seed)
    for name, found in sets.items():
        show(name, found, each=options.each)
    return 0


def _own_sets(count: int, seed: int) -> dict[str, list[Page]]:
    sets = {f"typeset pages, seed {seed}": list(typeset(count, seed))}
    shared = Path(os.environ.get("NEWSROOM_SHARED") or ROOT.parent / "shared") / "pages"
    if shared.is_dir():
        sets["labelled pages"] = list(read_folder(shared))
    return sets


def read_folder(folder: Path) -> Iterator[Page]:
    """(name, text, truth) of each labelled page in the folder."""
    for path in sorted(folder.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        source = path.with_suffix(".txt")
        if isinstance(truth, dict) and "articles" in truth and source.exists():
            yield path.stem, decode(source.read_bytes()).text, truth


def show(name: str, pages: list[Page], *, each: bool) -> None:
    """Print one table, and the curve of how far the parser's own confidence can be trusted."""
    total = Score()
    for page, text, truth in pages:
        found = score(truth, page_to_json(parse_page(text)))
        if each:
            print(f"  {page:10} {'perfect' if found.perfect else '-'}")
        total += found
    print(f"\n{name}: {total.pages} pages, {total.perfect} perfect in everything "
          f"({total.perfect / max(1, total.pages):.0%}, goal 60%)")  # fmt: skip
    for key, (label, goal) in GOALS.items():
        tally = getattr(total, key)
        value = tally.recall if key == "headlines" else tally.f1
        mark = "" if goal is None else f"goal {goal:.3f} {'' if value >= goal else '  short'}"
        print(
            f"  {label:26} {value:.4f}  ({tally.right}, +{tally.surplus} -{tally.missed})  {mark}"
        )
    accuracy = total.body_accuracy
    mark = "" if accuracy >= BODY_GOAL else f"goal {BODY_GOAL}   short"
    print(f"  {'body characters':26} {accuracy:.4f}  {mark}")
    print(f"  {'headlines invented':26} {total.invented}")
    _show_curve(total)


def _show_curve(total: Score) -> None:
    print("  confidence at least: share of articles, of these need no edit")
    for step in STEPS:
        above = [right for confidence, right in total.sure if confidence >= step]
        mark = "  ← sure" if step == DEFAULT_RULES.sure else ""
        if above:
            share = len(above) / len(total.sure)
            print(f"    {step:.2f}  {share:6.1%}  {sum(above) / len(above):6.1%}{mark}")


if __name__ == "__main__":
    raise SystemExit(main())
