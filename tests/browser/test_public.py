"""Readers' pages in a browser: nothing that axe minds, nothing wider than the screen."""

import re
from datetime import date

import pypdfium2 as pdfium
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from articles.epaper import reporting
from articles.models import Article, Issue, Reporter, Section, Tag
from articles.workflow import correcting
from tests.builders import go, page_of, print_article, web_article
from tests.public import furnished
from tests.workflow.test_corrections import WORDS as CORRECTION

SIZES = {390: 844, 820: 1180, 1440: 900}
# Every width, both schemes, both languages: what stands where is the same in each, as are colours.
SEEN = (
    (390, "light", "zh-CN"),
    (390, "dark", "en-GB"),
    (820, "dark", "zh-CN"),
    (1440, "light", "en-GB"),
)
# Links and fields less than 44 pixels high, but for those in running text and what is not shown;
# a story of a page that is set again is its link as a whole.
SMALL = """[...document.querySelectorAll('a, button, input, select, summary, textarea')]
  .filter(each => {
    const { width, height } = each.getBoundingClientRect()
    const isShown = width > 1 && height > 1 && getComputedStyle(each).clipPath === 'none'
    const isWhole = getComputedStyle(each, '::after').position === 'absolute'
    return isShown && height < 43.5 && !isWhole && !each.closest('dd, main p:not([class])')
  })
  .map(each => each.outerHTML.slice(0, 100))"""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def addresses(cast, publication, issue):
    """One of each kind of page, with everything on it that it can show but a long list."""
    return furnish_all(cast, publication, issue, rows=4)


@pytest.fixture
def full_addresses(cast, publication, issue):
    return furnish_all(cast, publication, issue, rows=22) | {"long": "/tags/民生标签/?page=2"}


def furnish_all(cast, publication, issue, rows):
    publication.about = "一份为演示而虚构的报纸。"
    publication.publisher, publication.address = "砚溪融媒体中心", "砚溪县临河路1号"
    publication.save()
    front = page_of(issue, "01", name="要闻", staff=[["editor", "孟青"]])
    body = "第一段。\n## 小标题\n> 编者按：说明。\n> 又一段。\n第二段。"
    lead = furnished.on_page(cast, front, "published", "民生", body=body)
    for row in range(rows):
        furnished.on_page(cast, front, "published", "民生", headline=f"通车{row}")
    print_article(cast, page_of(issue, "02"), "published")
    earlier = Issue.objects.create(publication=publication, date=date(2026, 11, 13))
    gone = print_article(cast, page_of(earlier), "published")
    print_article(cast, gone.page, "published")
    go(gone, "withdraw", cast.chen)
    web_article(cast, publication, "published")
    return {
        "home": "/",
        "publication": "/yanxi/",
        "issue": issue.get_absolute_url(),
        "page": front.get_absolute_url(),
        "article": lead.get_absolute_url(),
        "article of the web": Article.objects.filter(page=None).earliest("pk").get_absolute_url(),
        "person": Reporter.objects.get().get_absolute_url(),
        "tag": Tag.objects.get().get_absolute_url(),
        "search": "/search/",
        "hits": "/search/?q=通车",
        "narrowed": "/search/?year=2026",
        "no hits": "/search/?q=鲸鱼",
        "refused": "/search/?year=abc",
        "unknown": "/yanxi/2026-999999/",
        "withdrawn": gone.get_absolute_url(),
        "photo": lead.get_absolute_url() + "photos/1/",
        "photos": "/yanxi/photos/",
        "imprint": "/yanxi/about/",
        "corrections": "/yanxi/corrections/",
        "login": "/login/",
    } | rarer(cast, publication, lead, page_of(earlier, "02"))


def rarer(cast, publication, lead, page):
    """Pages that few readers come to."""
    section = Section.objects.create(publication=publication, name="文化")
    web = web_article(cast, publication, "published", section=section)
    made = correcting.open_correction(web, by=cast.dan, **CORRECTION, body="改正后的正文。")
    correcting.issue(made, by=cast.cui, revision=1, opinion="已核对。")
    retracted = print_article(cast, page, "retracted")
    report = reporting.report(lead, address="192.0.2.1", passage="", words="第二段有误。")
    return {
        "nothing there": f"/search/?q=鲸鱼&year=2026&section={section.pk}&kind=brief",
        "section": section.get_absolute_url(),
        "retracted": retracted.get_absolute_url(),
        "day of the web": f"/yanxi/{timezone.localdate(web.published_at)}/",
        "feeds": "/feeds/",
        "report": lead.get_absolute_url() + "report/",
        "receipt": f"/reports/{report.token}/",
    }


@pytest.fixture
def window(chromium, live_server):
    """A reader's window that does not mind error pages, of a size and colour scheme."""
    contexts = []

    def open_window(width=1440, **options):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": SIZES[width]},
            **{"locale": "zh-CN", "bypass_csp": True} | options,
        )
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


def complaints(window):
    """What axe minds on the page: [(rule, element), …]."""
    violations = Axe().run(window, options=RULES).response["violations"]
    return [(each["id"], node["html"][:200]) for each in violations for node in each["nodes"]]


@pytest.mark.parametrize(("width", "scheme", "locale"), SEEN)
def test_axe_minds_nothing(window, full_addresses, width, scheme, locale):
    reader, found = window(width, color_scheme=scheme, locale=locale), {}
    for name, address in full_addresses.items():
        reader.goto(address)
        found[name] = complaints(reader)
    assert {name: broken for name, broken in found.items() if broken} == {}


@pytest.mark.parametrize(("width", "scheme", "locale"), SEEN)
def test_axe_minds_nothing_where_something_is_wrong(
    window, addresses, settings, monkeypatch, width, scheme, locale
):
    monkeypatch.setattr("articles.public.fronts.fronts", lambda: 1 / 0)
    reader, found = window(width, color_scheme=scheme, locale=locale), {}
    for address in ("/", "/search/?year=x"):
        status = reader.goto(address).status
        expect(reader.get_by_role("heading", level=1)).to_be_visible()
        found[status] = complaints(reader)
    settings.ALLOWED_HOSTS = ["paper.example"]
    found[f"{reader.goto('/').status}, no host of ours"] = complaints(reader)
    assert found == {500: [], 400: [], "400, no host of ours": []}


@pytest.mark.parametrize(("width", "scheme", "locale"), SEEN[:2])
def test_axe_minds_nothing_where_the_door_is_closed(
    window, addresses, settings, tmp_path, width, scheme, locale
):
    settings.SEARCHES_A_MINUTE, settings.MAINTENANCE_FILE = 1, tmp_path / "closed"
    reader, found = window(width, color_scheme=scheme, locale=locale), {}
    for words in ("通车", "大桥"):
        too_often = reader.goto(f"/search/?q={words}")
    found[too_often.status] = complaints(reader)
    settings.MAINTENANCE_FILE.write_text("升级到 21:00。", encoding="utf-8")
    found[reader.goto("/").status] = complaints(reader)
    assert found == {429: [], 503: []}


def test_axe_would_mind(window, addresses):
    reader = window()
    reader.goto(addresses["article"])
    reader.evaluate("document.querySelector('img').removeAttribute('alt')")
    assert [rule for rule, _element in complaints(reader)] == ["image-alt"]


def test_no_page_is_wider_than_a_phone_and_no_link_smaller_than_a_finger(window, full_addresses):
    wider, smaller = [], []
    for locale in ("zh-CN", "en"):
        reader = window(390, locale=locale)
        for name, address in full_addresses.items():
            reader.goto(address)
            if (width := reader.evaluate("document.documentElement.scrollWidth")) != 390:
                wider.append((locale, name, width))
            smaller += [(locale, name, link) for link in reader.evaluate(SMALL)]
    assert wider == []
    assert smaller == []


def test_a_reader_turns_the_page_to_english(visit, addresses):
    reader = visit(None, addresses["article"])
    reader.get_by_role("button", name="English").click()
    expect(reader.get_by_role("link", name="Search")).to_be_visible()
    assert reader.url.endswith(addresses["article"])


def test_photos_come_as_small_as_the_screen_allows(visit, addresses):
    reader = visit(None, addresses["article"], viewport={"width": 390, "height": 844})
    source = reader.locator("article img").evaluate("image => image.currentSrc")
    assert source.endswith("-480.webp")


def test_a_story_of_the_page_is_a_link_as_a_whole(visit, addresses):
    reader = visit(None, addresses["page"], java_script_enabled=False)
    story = reader.locator("article.set").first
    headline = story.locator("h3").inner_text()
    story.click(position={"x": 20, "y": story.bounding_box()["height"] - 20})
    expect(reader.locator("h1")).to_have_text(headline)


def test_a_story_that_the_keyboard_is_at_is_outlined(visit, addresses):
    reader = visit(None, addresses["page"])
    reader.locator("article.set a").first.focus()
    reader.keyboard.press("Tab")
    style = "story => getComputedStyle(story).outlineStyle"
    stories = reader.locator("article.set")
    assert [stories.nth(place).evaluate(style) for place in (0, 1)] == ["none", "solid"]


def test_on_a_desk_the_sheet_has_columns_and_on_a_phone_one(visit, addresses):
    desk = visit(None, addresses["page"])
    phone = visit(None, addresses["page"], viewport={"width": 390, "height": 844})
    edges = "stories => new Set(stories.map(story => story.getBoundingClientRect().left)).size"
    assert desk.locator("article.set").evaluate_all(edges) >= 3
    assert phone.locator("article.set").evaluate_all(edges) == 1


def test_larger_text_stays_large_in_the_next_article(visit, addresses):
    reader = visit(None, addresses["article"])
    size = "parseFloat(getComputedStyle(document.querySelector('.article')).fontSize)"
    before = reader.evaluate(size)
    reader.get_by_role("button", name="放大").click()
    reader.goto(addresses["article of the web"])
    assert reader.evaluate(size) > before
    reader.get_by_role("button", name="默认字号").click()
    assert reader.evaluate("localStorage.getItem('text-size')") == "0"


def test_a_photo_opens_large_and_gives_the_keyboard_back(visit, addresses):
    reader = visit(None, addresses["article"])
    link = reader.locator("a[data-photo]").first
    link.focus()
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("dialog", name="图片")).to_be_visible()
    expect(reader.locator(".lightbox img")).to_have_attribute("alt", "民生图")
    reader.keyboard.press("Escape")
    expect(reader.get_by_role("dialog")).to_have_count(0)
    expect(link).to_be_focused()


def test_without_script_a_photo_has_a_page(visit, addresses):
    reader = visit(None, addresses["article"], java_script_enabled=False)
    expect(reader.get_by_role("button", name="放大")).to_have_count(0)
    reader.locator("a[data-photo]").first.click()
    expect(reader.locator("figcaption")).to_contain_text("民生说明")
    reader.get_by_role("link", name="民生headline").click()
    assert reader.url.endswith(addresses["article"])


def test_nothing_moves_while_an_article_is_drawn_and_its_picture_comes_late(visit, addresses):
    reader = visit(None, addresses["article"])
    reader.get_by_role("button", name="放大").click()
    picture = furnished.picture_of("民生")

    def late(route):
        reader.wait_for_timeout(300)
        route.fulfill(body=picture, content_type="image/png")

    reader.route(re.compile(r"/photos/[0-9a-f]{64}"), late)
    reader.reload()
    drawn = "() => document.querySelector('.photo img').naturalWidth > 0"
    reader.wait_for_function(drawn)
    shift = """() => new Promise(done => {
      let sum = 0;
      new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value; }))
        .observe({type: "layout-shift", buffered: true});
      setTimeout(() => done(sum), 500);
    })"""
    assert reader.evaluate(shift) == 0


def test_a_search_is_narrowed_and_widened_by_the_keyboard_alone(visit, addresses, publication):
    for number, name in enumerate(("要闻", "民生")):
        section = Section.objects.create(publication=publication, name=name)
        Article.objects.filter(headline=f"通车{number}").update(section=section)
    reader = visit(None, addresses["hits"], reduced_motion="reduce")
    reader.locator("summary", has_text="栏目").focus()
    for key in ("Enter", "Tab", "Enter"):
        reader.keyboard.press(key)
    chosen = reader.locator("a[aria-current=true]")
    expect(chosen).to_have_count(1)
    assert "section=" in reader.url
    assert reader.evaluate("document.getAnimations().length") == 0
    chosen.focus()
    reader.keyboard.press("Enter")
    expect(chosen).to_have_count(0)
    assert "section=" not in reader.url


@pytest.mark.parametrize("kind", ["page", "issue", "article", "hits", "nothing there", "photo"])
def test_twice_as_large_loses_nothing(visit, addresses, kind):
    """At 200 % a desk of 1280 pixels is as wide as 640."""
    reader = visit(None, addresses[kind], viewport={"width": 640, "height": 400})
    assert reader.evaluate("document.documentElement.scrollWidth") == 640


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_days_of_a_month_are_as_wide_as_each_other_beside_long_pauses(
    window, addresses, publication, locale
):
    days = {"first": date(2026, 11, 16), "last": date(2026, 11, 17)}
    publication.holidays.create(name="设备检修与搬迁", **days)
    reader = window(390, locale=locale)
    reader.goto("/yanxi/")
    cells = reader.locator(".month td").evaluate_all(
        "cells => cells.map(cell => Math.round(cell.getBoundingClientRect().width))"
    )
    assert max(cells) - min(cells) <= 1
    assert reader.evaluate("document.documentElement.scrollWidth") == 390


def test_a_text_longer_than_a_sheet_begins_below_the_masthead(visit, cast, issue):
    body = "\n".join(["县里的路通了，来往的人多了，集市也热闹了。" * 12] * 60)
    first = print_article(cast, page_of(issue), "published", body=body)
    printed = pdfium.PdfDocument(visit(path=first.page.get_absolute_url()).pdf(format="A4"))
    assert len(printed) > 1
    assert first.headline in printed[0].get_textpage().get_text_bounded()
