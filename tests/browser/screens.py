"""Pictures of the main pages, from the demo: three widths, light and dark, in build/screens.

With --readme those of the README are made anew as well.
"""

import os
import re
import shutil
import socket
import sys
import tempfile
from contextlib import closing, contextmanager

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.run import front_door
from tests.source import ROOT

WIDTHS = {"phone": 390, "tablet": 820, "desk": 1440}
SCHEMES = ("light", "dark")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FOLDER = ROOT / "build" / "screens"
ARTICLE = r"/\d{4}-\d{6}/$"
# What an article leads to.
LINKED = {
    "issue": r"/\d{4}-\d\d-\d\d/$",
    "page": r"/\d{4}-\d\d-\d\d/\w+/$",
    "person": r"/people/\d+/$",
    "tag": r"/tags/[^/]+/$",
    "photo": r"/photos/\d+/$",
    "photos": r"/\w+/photos/$",
    "corrections": r"/corrections/$",
    "imprint": r"/about/$",
}
# What the README shows.
PICTURES = {
    "preview-desk-light": "preview",
    "article-desk-light": "article",
    "facsimile-desk-light": "page",
}
README_WIDTH = 1000
# The next issue's first page, taken in for the picture of a preview.
NEXT_ISSUE = "2026-11-27"
SOURCE = ROOT / "articles" / "demo" / "pages" / "2026-11-13_01.txt"


def main():
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        sys.exit("No Chromium here. On Debian: apt-get install chromium fonts-noto-cjk")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="newsroom-screens-") as folder:
        os.environ |= {"NEWSROOM_DATA_DIR": folder, "NEWSROOM_DEMO": "yes"}
        os.environ.pop("DATABASE_URL", None)
        with demo_site() as (site, password), sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
            take_all(browser, site, password)
    if "--readme" in sys.argv:
        for screen, name in PICTURES.items():
            with Image.open(FOLDER / f"{screen}.png") as picture:
                picture.thumbnail((README_WIDTH, README_WIDTH), Image.Resampling.LANCZOS)
                picture.save(ROOT / "docs" / "pictures" / f"{name}.webp", quality=75)
    print(f"Pictures are in {FOLDER.relative_to(ROOT)}.")


@contextmanager
def demo_site():
    """A demo of its own on a free port: (address, the logins' password)."""
    run, children = front_door(), {}
    with socket.socket() as free:
        free.bind((run.HOST, 0))
        port = free.getsockname()[1]
    said = run.fill()
    try:
        with closing(run.listen(port)) as door:
            children["server"] = run.start_server(door)
            run.wait_until_it_answers(port, children)
        password = re.search(r"[a-z]+(?:-[0-9a-f]{4})+", said).group()
        yield f"http://{run.HOST}:{port}", password
    finally:
        run.stop(children)


def take_all(browser, site, password):
    first = browser.new_page()
    pages = public_pages(first, site)
    rooms = editors_rooms(first, site, password)
    state = first.context.storage_state()
    for width, pixels in WIDTHS.items():
        for scheme in SCHEMES:
            options = {"color_scheme": scheme, "viewport": {"width": pixels, "height": 900}}
            reader = browser.new_context(locale="zh-CN", **options)
            editor = browser.new_context(locale="zh-CN", storage_state=state, **options)
            for context, addresses in ((reader, pages), (editor, rooms)):
                window = context.new_page()
                for name, address in addresses.items():
                    window.goto(address)
                    window.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png")
                if "labels" in addresses:
                    picture = FOLDER / f"labels-conflict-{width}-{scheme}.png"
                    take_conflict(context, addresses["labels"], picture)
                context.close()


def take_conflict(context, labels, path):
    """The label desk as it meets an editor whose page somebody has changed meanwhile."""
    stale, quicker = context.new_page(), context.new_page()
    for window in (stale, quicker):
        window.goto(labels)
    for window, key in ((quicker, "d"), (stale, "h")):
        window.keyboard.press("ArrowDown")
        window.keyboard.press(key)
        window.locator("[data-said]").first.wait_for(state="attached")
    stale.screenshot(path=path)


def public_pages(window, site):
    """{name: address}: walked from the front page, so that only what is linked is shown."""
    window.goto(f"{site}/")
    home = window.url
    found = window.locator("main a").evaluate_all("links => links.map(a => a.href)")
    article = with_a_photo(window, [link for link in found if re.search(ARTICLE, link)])
    pages = {"home": home, "article": article, "search": f"{site}/search/?q=秋粮"}
    window.goto(article)
    links = links_of(window)
    for name, pattern in LINKED.items():
        pages[name] = next(link for link in links if re.search(pattern, link))
    window.goto(pages["issue"])
    # The newest front page came as PDF, its second page as text.
    pages["facsimile"] = next(link for link in links_of(window) if re.search(r"/02/$", link))
    pages["calendar"] = re.sub(ARTICLE, "/", article)
    pages |= {"feeds": f"{site}/feeds/", "nothing": f"{site}/nothing/"}
    return pages


def links_of(window):
    """Where the links of a page lead, without the places on those pages."""
    links = window.locator("a:not(svg a)").evaluate_all("links => links.map(a => a.href)")
    return [link.partition("#")[0] for link in links]


def with_a_photo(window, articles):
    for article in articles:
        window.goto(article)
        if window.locator("main figure img").count():
            return article
    return articles[0]


def editors_rooms(window, site, password):
    window.goto(f"{site}/login/?next=/admin/")
    window.locator("[name=username]").fill("editor")
    window.locator("[name=password]").fill(password)
    window.keyboard.press("Enter")
    window.wait_for_url(f"{site}/admin/")
    window.goto(f"{site}/admin/articles/page/add/")
    window.locator("[name=date]").fill(NEXT_ISSUE)
    window.locator("[name=label]").fill("01")
    window.locator("[name=name]").fill("要闻")
    window.locator("[name=text]").fill(SOURCE.read_text(encoding="utf-8"))
    window.locator("[type=submit]").last.click()
    window.wait_for_url("**/import/?page=*")
    preview = window.url.removeprefix(site)
    window.goto(f"{site}/admin/articles/article/")
    article = window.locator("#result_list a[href*='/change/']").first.evaluate("a => a.href")
    labels = f"{site}/admin/articles/page/{preview.partition('page=')[2]}/labels/"
    return {
        "editors": f"{site}/admin/",
        "pages": f"{site}/admin/articles/page/",
        "preview": f"{site}{preview}",
        "articles": f"{site}/admin/articles/article/",
        "editing": article,
        "labels": labels,
        "labels-again": f"{labels}again/",
        "joins": first_joins(window, site),
    }


def first_joins(window, site):
    """The screen of the issue that holds an article over several pages."""
    window.goto(f"{site}/admin/articles/issue/?o=1")
    issue = window.locator("#result_list a[href*='/change/']").first.evaluate("a => a.href")
    return issue.replace("/change/", "/joins/")


if __name__ == "__main__":
    main()
