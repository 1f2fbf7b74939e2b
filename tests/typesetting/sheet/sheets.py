"""Draw printed pages from the corpus: pieces in bands, then PDF and truth."""

import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from ..jumps import with_jump
from ..sampling import load_articles, load_captions
from .assembling import Page, fill
from .faces import missing_fonts
from .finish import finished
from .ink import Ink, Rect, around
from .style import Style, draw_style
from .writer import Writing, write_pdf


@dataclass(frozen=True)
class Sheet:
    name: str
    pdf: bytes
    truth: dict


def sheets(count: int, seed: int) -> Iterator[Sheet]:
    """S001, S002, … Same arguments and fonts, same sheets."""
    for number in range(1, count + 1):
        yield sheet(f"S{number:03d}", seed * 10_000 + number)


def sheet(name: str, seed: int) -> Sheet:
    page, inks, style = _set(seed)
    pdf = write_pdf([(inks, page.width, page.height)], style.writing)
    return Sheet(name, pdf, {"page_id": name, "seed": seed, **truth_of(page, style)})


def issue(count: int, seed: int) -> bytes:
    """Many pages in one file, written in one way; for what needs no truth."""
    made = [_set(seed * 10_000 + number) for number in range(1, count + 1)]
    pages = [(inks, page.width, page.height) for page, inks, _ in made]
    return write_pdf(pages, Writing())


def _set(seed: int) -> tuple[Page, list[Ink], Style]:
    rng = random.Random(seed)
    style = draw_style(rng, fonts=not missing_fonts())
    page = fill(*_matter(style, rng), style, rng)
    return page, finished(page, style, rng), style


def _matter(style: Style, rng: random.Random) -> tuple[list[dict], list[dict]]:
    articles, captions = load_articles(), load_captions()
    rng.shuffle(articles)
    rng.shuffle(captions)
    articles = articles[: rng.randint(3, 10)]
    if style.text.jump_out:
        articles = with_jump(articles, rng)
    return articles, captions[: rng.choice((0, 1, 2, 3, 4))]


def truth_of(page: Page, style: Style) -> dict:
    """The schema of labelled pages, with boxes in units of the page from 0 to 1."""
    articles = [each for each in page.known if each.kind == "article"]
    photos = [each for each in page.known if each.kind == "caption"]
    return {
        "mode": "pdf",
        "articles": [
            {
                **each.truth,
                "areas": [_unit(rect, page) for rect in each.areas],
                "headline_box": None if each.drawn else _unit(each.box, page),
            }
            for each in articles
        ],
        "captions": [
            {
                **each.truth,
                "areas": [_unit(rect, page) for rect in each.areas],
                "photo_box": _unit(each.box, page),
            }
            for each in photos
        ],
        "drawn": [
            {
                "text": each.truth["drawn_headline"],
                "kind": each.drawn,
                "box": _unit(each.box, page),
            }
            for each in articles
            if each.drawn
        ],
        "furniture": page.furniture,
        "page": {"width": page.width, "height": page.height},
        "style": asdict(style),
    }


def _unit(rect: Rect, page: Page) -> list[float]:
    left, top, right, bottom = around([rect])
    return [
        round(value, 5)
        for value in (
            left / page.width, top / page.height, right / page.width, bottom / page.height
        )
    ]  # fmt: skip
