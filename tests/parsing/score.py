"""Print how well the parser reads: python -m tests.parsing.score [DIR …]

A DIR holds pages as NAME.txt, NAME.pdf (or pdf/NAME.pdf) or both beside NAME.json. Without one,
pages of this project's own invented articles are read, as text and as PDF, and the labelled pages
beside the checkout where there are any. Where a page is there as PDF, text and PDF stand side by
side; of a page that has no text file, the text is the PDF's without the places of its lines.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from articles.parsing import DEFAULT_RULES, parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.measuring.measures import Score, Tally, score
from articles.parsing.pdf.regions import regions
from articles.records import PageRecord, PrintedPage
from tests.parsing.geometry import area_shared, drawn_found
from tests.parsing.samples import Sample, own_sets, read_folder
from tests.typesetting.sheet import missing_fonts

HELD_OUT_SEED, HELD_OUT_PAGES = 7, 60
STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98)
TEXT, PDF = "text", "PDF"
REGION_GOAL = 0.85
# What is measured, and the goals for text and for PDF.
MEASURES = {
    "perfect in everything": (lambda s: s.perfect / max(1, s.pages), 0.60, 0.80),
    "article found, F1": (lambda s: s.articles.f1, 0.98, 0.99),
    "headline exact": (lambda s: s.headlines.recall, 0.97, 0.985),
    "missing headline, F1": (lambda s: s.missing.f1, 0.95, 0.95),
    "kicker, F1": (lambda s: s.kickers.f1, 0.90, 0.90),
    "deck, F1": (lambda s: s.decks.f1, 0.90, 0.90),
    "reporters, F1": (lambda s: s.reporters.f1, 0.99, 0.99),
    "correspondents, F1": (lambda s: s.correspondents.f1, 0.99, 0.99),
    "paragraph boundary, F1": (lambda s: s.paragraphs.f1, 0.985, 0.99),
    "subheads, F1": (lambda s: s.subheads.f1, None, None),
    "captions, F1": (lambda s: s.captions.f1, 0.97, 0.97),
    "photographers, F1": (lambda s: s.photographers.f1, 0.97, 0.97),
    "body characters": (lambda s: s.body_accuracy, 0.998, 0.999),
}


@dataclass
class Reading:
    """What came of a set of pages, read one way."""

    total: Score = field(default_factory=Score)
    drawn: Tally = field(default_factory=Tally)
    regions: list[float] = field(default_factory=list)  # area shared, for each article
    refused: list[str] = field(default_factory=list)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.parsing.score", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=HELD_OUT_SEED, help="of the pages we make")
    parser.add_argument("--pages", type=int, default=HELD_OUT_PAGES)
    parser.add_argument("--each", action="store_true", help="one line per page as well")
    options = parser.parse_args(argv)
    sets = {str(folder): list(read_folder(folder)) for folder in options.folders}
    if not sets:
        sets = own_sets(options.pages, options.seed)
        if reason := missing_fonts():
            print(f"Note: {reason}.")
    for name, samples in sets.items():
        show(name, samples, each=options.each)
    return 0


def show(name: str, samples: list[Sample], *, each: bool) -> None:
    """Print one table, and the curve of how far the parser's own confidence can be trusted."""
    readings = read(samples, print_each if each else _silent)
    print(f"\n{name}: {len(samples)} pages")
    print(f"  {'':26}" + "".join(f"{way:>9}" for way in readings) + "   goal")
    for label, (value, *goals) in MEASURES.items():
        _row(label, [value(reading.total) for reading in readings.values()], goals)
    _row("headlines invented", [reading.total.invented for reading in readings.values()], (0, 0))
    if PDF in readings:
        _show_places(readings[PDF])
    for way, reading in readings.items():
        _show_curve(way, reading.total)


def read(samples: list[Sample], tell: Callable) -> dict[str, Reading]:
    """{way: reading}: text, and PDF where every page of the set is one."""
    with_pdf = all(sample.pdf for sample in samples)
    readings = {way: Reading() for way in ((TEXT, PDF) if with_pdf else (TEXT,))}
    for sample in samples:
        found = {}
        page = sample.printed() if with_pdf else None
        text = sample.text or (page.text if page else "")
        found[TEXT] = score(sample.truth, page_to_json(parse_page(text)))
        if with_pdf:
            found[PDF] = _read_pdf(sample, page, readings[PDF])
        for way, one in found.items():
            readings[way].total += one
        tell(sample, found)
    return readings


def _read_pdf(sample: Sample, page: PrintedPage | None, reading: Reading) -> Score:
    if page is None:
        reading.refused.append(sample.name)
        return score(sample.truth, page_to_json(parse_page("")))
    record = parse_page(page.text, layout=page.layout)
    if "drawn" in sample.truth:
        boxes = [_box(drawn) for drawn in page.layout.drawn]
        reading.drawn += drawn_found([drawn["box"] for drawn in sample.truth["drawn"]], boxes)
        reading.regions += _regions_shared(sample.truth, page, record)
    return score(sample.truth, page_to_json(record))


def _regions_shared(truth: dict, page: PrintedPage, record: PageRecord) -> list[float]:
    """For each article the area shared with the region that shares most with it."""
    found = regions(record.labels, page.layout)
    polygons = [found[article.unit] for article in record.articles if article.unit in found]
    return [
        max((area_shared(article["areas"], polygon) for polygon in polygons), default=0.0)
        for article in truth["articles"]
    ]


def _box(drawn) -> tuple[float, float, float, float]:
    return drawn.box.left, drawn.box.top, drawn.box.right, drawn.box.bottom


def print_each(sample: Sample, found: dict[str, Score]) -> None:
    marks = "".join(f"{way} {'perfect' if one.perfect else '-':10}" for way, one in found.items())
    print(f"  {sample.name:10} {marks}")
    for fault in found.get(PDF, found[TEXT]).faults:
        print(f"    {fault.article[:12]} {fault.field}: {fault.wanted[:24]} | {fault.found[:24]}")


def _silent(sample: Sample, found: dict[str, Score]) -> None:
    """Says nothing."""


def _row(label: str, values: list[float], goals: tuple) -> None:
    shown = "".join(
        f"{value:9.4f}" if isinstance(value, float) else f"{value:9}" for value in values
    )
    wanted = " / ".join("-" if goal is None else f"{goal:g}" for goal in goals[: len(values)])
    short = [
        way
        for way, value, goal in zip((TEXT, PDF), values, goals, strict=False)
        if goal is not None and (value > goal if label == "headlines invented" else value < goal)
    ]
    mark = f"   short: {' and '.join(short)}" if short else ""
    print(f"  {label:26}{shown}   {wanted}{mark}")


def _show_places(reading: Reading) -> None:
    drawn = reading.drawn
    if drawn != Tally():
        print(
            f"  {'drawn headlines found, F1':26}{'':9}{drawn.f1:9.4f}"
            f"   ({drawn.right}, +{drawn.surplus} -{drawn.missed})"
        )
    if reading.regions:
        mean = sum(reading.regions) / len(reading.regions)
        good = sum(share >= REGION_GOAL for share in reading.regions) / len(reading.regions)
        mark = "" if mean >= REGION_GOAL else "   short: PDF"
        print(f"  {'regions, area shared':26}{'':9}{mean:9.4f}   {REGION_GOAL:g}{mark}")
        print(f"  {'regions at the goal':26}{'':9}{good:9.1%}")
    if reading.refused:
        print(f"  refused: {', '.join(reading.refused)}")


def _show_curve(way: str, total: Score) -> None:
    print(f"  {way}, confidence at least: share of articles, of these need no edit")
    for step in STEPS:
        above = [right for confidence, right in total.sure if confidence >= step]
        mark = "  ← sure" if step == DEFAULT_RULES.sure else ""
        if above:
            share = len(above) / len(total.sure)
            print(f"    {step:.2f}  {share:6.1%}  {sum(above) / len(above):6.1%}{mark}")


if __name__ == "__main__":
    raise SystemExit(main())
