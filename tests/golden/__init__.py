"""Golden pages: texts with their true labels, and how well each was read when that was noted."""

import json
from collections.abc import Iterator
from pathlib import Path

from articles.parsing import decode, parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.measuring import baseline
from articles.parsing.measuring.measures import Score, score

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGES = HERE / "pages"
# The demo's pages are golden too; their texts belong to the product.
DEMO = (ROOT / "articles" / "demo" / "pages", ROOT / "tests" / "corpus" / "demo")
BASELINE = HERE / "baseline.json"


def pairs() -> Iterator[tuple[str, Path, Path]]:
    """(name, text, truth) of every golden page."""
    for texts, truths in ((PAGES, PAGES), DEMO):
        for truth in sorted(truths.glob("*.json")):
            yield truth.stem, texts / f"{truth.stem}.txt", truth


def read(text: Path, truth: Path) -> Score:
    """What the present parser scores on a golden page."""
    wanted = json.loads(truth.read_text(encoding="utf-8"))
    source = decode(text.read_bytes()).text
    return score(wanted, page_to_json(parse_page(source)))


def noted(path: Path = BASELINE) -> dict[str, Score]:
    values = json.loads(path.read_text(encoding="utf-8"))
    return {name: baseline.from_json(value) for name, value in values.items()}


def note(scores: dict[str, Score], path: Path = BASELINE) -> None:
    """Write the baseline, a page a line, so that a change shows in a diff as that page."""
    rows = [
        f"{json.dumps(name)}: {json.dumps(baseline.to_json(found))}"
        for name, found in sorted(scores.items())
    ]
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def complaint(name: str, before: Score, now: Score) -> str:
    """What is worse on a page, and on which articles; "" when nothing is."""
    lower = baseline.fallen(before, now)
    if not lower:
        return ""
    rates = [f"  {key} {old:.4f} → {new:.4f}" for key, (old, new) in lower.items()]
    faults = [
        f"  {fault.article}: {fault.field}\n"
        f"    should be “{fault.wanted}”\n    is read “{fault.found}”"
        for fault in now.faults
    ]
    return "\n".join([f"{name} is read worse than before:", *rates, "All its faults now:", *faults])
