"""Text recognition, where the extra is installed: scanned pages, and headlines drawn as pictures.

What it reads of a headline is a suggestion, marked as machine-read; an editor takes it or not.
"""

import importlib.util
from collections import Counter

from django.conf import settings

from articles import records
from articles.files import sources
from articles.labelling import layouts, relabelling
from articles.labelling.keys import unit_key
from articles.models import Article, Suggestion, SuggestionKind
from articles.refusals import Refused
from articles.sandbox import pdf_child

WORK = "articles.sandbox.ocr_work"
TALL = 0.75  # of the tallest line: below that it is a kicker or a deck
LONGEST = 100  # characters of a suggestion


def is_installed() -> bool:
    return importlib.util.find_spec("rapidocr") is not None


def read_scan(file, index: int) -> records.PrintedPage:
    """A page without text, as recognised; its layout says how sure that is. Raises Refused."""
    return pdf_child.printed_page(_ask("scan", file, index=index))


def suggest_drawn_headlines(page) -> int:
    """Suggest what the page's drawn headlines say to the articles that have none."""
    layout = layouts.layout_of(page)
    if layout is None or not layout.drawn or not is_installed():
        return 0
    record = relabelling.present_record(page)
    units = {drawn: unit for drawn in layout.drawn if (unit := _unit_under(drawn, layout, record))}
    keys = {unit.unit: unit_key(record, unit.lines) for unit in record.articles}
    waiting = {
        article.import_key: article for article in Article.objects.filter(page=page, headline="")
    }
    wanted = [(drawn, waiting[keys[u]]) for drawn, u in units.items() if keys.get(u) in waiting]
    read = _read(page, [drawn for drawn, _ in wanted]) if wanted else []
    return sum(_suggest(article, lines) for (_, article), lines in zip(wanted, read, strict=True))


def _unit_under(drawn, layout, record):
    """The unit that has most lines of the story which the drawn headline stands over."""
    votes = Counter(
        label.unit
        for label in record.labels
        if label.unit is not None
        if (place := layout.places[label.line - 1]) and drawn.story and place.story == drawn.story
    )
    return votes.most_common(1)[0][0] if votes else None


def _read(page, drawn):
    """The lines in each box; nothing where the PDF can no longer be read."""
    boxes = [[x.box.left, x.box.top, x.box.right, x.box.bottom] for x in drawn]
    try:
        with sources.opened(page.source_file) as file:
            return _ask("headlines", file, index=page.source_index, boxes=boxes)
    except Refused:
        return [[] for _ in drawn]


def _suggest(article, lines):
    """One suggestion of the tallest lines, before those that are drawn from the text."""
    tallest = max((height for _, _, height in lines), default=0)
    tall = [(text, score) for text, score, height in lines if height >= TALL * tallest]
    text = "".join(text for text, _ in tall).strip()
    if not text or len(text) > LONGEST:
        return False
    certainty = min(score for _, score in tall)
    _row, is_new = Suggestion.objects.get_or_create(
        article=article,
        kind=SuggestionKind.HEADLINE,
        text=text,
        defaults={"certainty": certainty},
    )
    return is_new


def _ask(job, file, **words):
    child = pdf_child.Child(WORK, settings.OCR_MEMORY_BYTES, settings.OCR_SECONDS)
    return pdf_child.ask_child(child, job, file, **words).value
