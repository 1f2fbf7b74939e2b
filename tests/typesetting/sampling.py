"""Draw pages of many kinds from the corpus of invented articles."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from .extractors import EXTRACTORS
from .page import lay_out
from .setting import draw_setting

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


def load_articles() -> list[dict]:
    """Every article of the corpus, in the order of the file names."""
    files = sorted(path for path in CORPUS.glob("*.json") if path.name != "captions.json")
    return [_complete(article) for path in files for article in json.loads(path.read_text("utf-8"))]


def load_captions() -> list[dict]:
    return json.loads((CORPUS / "captions.json").read_text("utf-8"))


def _complete(article: dict) -> dict:
    empty = {"kicker": None, "deck": None, "dateline": "", "place": None}
    names = {role: article.get(role, []) for role in ("reporters", "correspondents", "authors")}
    return {**empty, **article, **names}


def pages(count: int, seed: int, *, extras: bool = False) -> Iterator[tuple[str, str, dict]]:
    """Yield (page id, text, truth): G001, G002, … Same arguments, same pages.

    The tools take turns, so that eight pages are enough to meet every one of them."""
    tools = list(EXTRACTORS)
    articles, captions = load_articles(), load_captions()
    for number in range(1, count + 1):
        page_seed = seed * 10_000 + number
        rng = random.Random(page_seed)
        setting = draw_setting(rng, extractor=tools[number % len(tools)])
        setting = replace(setting, extras=extras)
        chosen = rng.sample(articles, rng.randint(3, 9))
        photos = rng.sample(captions, rng.choice((0, 1, 1, 2, 3)))
        text, truth = lay_out(chosen, photos, setting, page_seed)
        page_id = f"G{number:03d}"
        yield page_id, text, {"page_id": page_id, **truth}
