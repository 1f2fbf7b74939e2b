"""Print pages in CSS by Chromium, and ask it where everything came to stand."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec

from ..sheet.sheets import Sheet
from .pages import Web, web

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
POINT = 96 / 72  # pixels of CSS
# The box of every article and photo, and the height of the page, in pixels.
MEASURED = """() => ({
  high: document.body.scrollHeight,
  boxes: [...document.querySelectorAll('[id]')].map(e => {
    const r = e.getBoundingClientRect();
    const image = e.querySelector('img');
    const i = image ? image.getBoundingClientRect() : r;
    return [e.id, [r.left, r.top, r.right, r.bottom], [i.left, i.top, i.right, i.bottom]];
  })
})"""


def missing_chromium() -> str:
    """Why no page can be printed here, or nothing."""
    if not any(map(shutil.which, PROGRAMS)):
        return "no Chromium here; on Debian: apt-get install chromium fonts-noto-cjk"
    return "" if find_spec("playwright") else "no playwright; pip install -r requirements-dev.txt"


def webs(count: int, seed: int) -> Iterator[Sheet]:
    """C001, C002, … Same arguments, fonts and Chromium, same pages."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, PROGRAMS)))
    with sync_playwright() as driver:
        # It opens nothing but our own pages, and as root it cannot have a sandbox.
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.emulate_media(media="print")
        for number in range(1, count + 1):
            yield _printed(page, web(f"C{number:03d}", seed * 10_000 + number))
        browser.close()


def _printed(page, made: Web) -> Sheet:
    page.set_viewport_size({"width": round(made.width * POINT), "height": 1000})
    page.set_content(made.html)
    measured = page.evaluate(MEASURED)
    wide, high = made.width * POINT, measured["high"] + 4
    pdf = page.pdf(width=f"{wide}px", height=f"{high}px", print_background=True, page_ranges="1")
    return Sheet(made.name, pdf, _truth(made, measured["boxes"], wide, high))


def _truth(made: Web, boxes: list, wide: float, high: float) -> dict:
    """The schema of labelled pages, with boxes in units of the page from 0 to 1."""
    places = {
        name: (_unit(box, wide, high), _unit(image, wide, high)) for name, box, image in boxes
    }
    articles = [b for b in made.boxes if not b.photo]
    photos = [b for b in made.boxes if b.photo]
    return {
        "page_id": made.name,
        "mode": "pdf",
        "articles": [{**b.truth, "areas": [places[b.name][0]]} for b in articles],
        "captions": [
            {**b.truth, "areas": [places[b.name][0]], "photo_box": places[b.name][1]}
            for b in photos
        ],
        "drawn": [],
        "furniture": made.furniture,
    }


def _unit(box: list[float], wide: float, high: float) -> list[float]:
    left, top, right, bottom = box
    return [round(v, 5) for v in (left / wide, top / high, right / wide, bottom / high)]
