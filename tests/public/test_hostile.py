"""Bad addresses, bad queries and bad words do no harm."""

import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from django.utils.html import escape

from articles.models import Reporter
from tests.builders import page_of
from tests.public.furnished import LINES, on_page

LONG = "桥" * 1_000_000  # beyond what any server takes in an address
NUMBERS = ["-1", "0", "1000000000000000000", "abc", "1.5", "１", "١", "", " 1", "1\x00", LONG]
WORDS = [
    "\x00", "a\x00b", LONG, "'", '"', "*", "NEAR(", "%_\\", "a & | !", ":*", "AND", "OR NOT",
    "((((", "𠮷", "\u202e", "<script>alert(1)</script>", "。。。", "  ", "﷽", "-", "^x",
]  # fmt: skip
ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<script/x>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "` onmouseover=alert(1) `",
    "x onerror=alert(1)",
    "<img src=x:x onerror\n=alert(1)>",
    "<img/src='x'/onerror=alert(1)>",
    "<svg><animate onbegin=alert(1)>",
    "<math><mi xlink:href='javascript:alert(1)'>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<!-- --><iframe src=//evil.example>",
    "<object data=javascript:alert(1)>",
    "<embed src=//evil.example/x.swf>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example';</style>",
    "<form action=//evil.example><button>",
    "<a href=javascript:alert(1)>x</a>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "{% load static %}{{ 7|add:7 }}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "\\u003cscript\\u003e",
    "＜script＞alert(1)＜/script＞",
    "\u202e<script>\u202calert(1)",
]


def unfit(client, url, name, values, **others):
    """Those values of a parameter that are answered by anything but a page or a refusal."""
    answers = {ascii(value[:9]): client.get(url, {name: value} | others) for value in values}
    return {
        value: answer.status_code
        for value, answer in answers.items()
        if answer.status_code not in (200, 400, 404)
    }


@pytest.mark.once
@pytest.mark.parametrize("name", ["page", "year"])
def test_numbers_that_make_no_sense_are_refused_politely(client, paper, name):
    for url in ["/tags/民生/", f"/people/{paper.reporter.pk}/", "/yanxi/", "/search/"]:
        assert unfit(client, url, name, NUMBERS, q="通车") == {}


FILTERS = "publication section issue reporter kind year tag since until order after".split()


def test_a_date_that_is_none_is_said_beside_its_field_and_below(client, publication):
    answer = client.get("/search/", {"q": "秋粮", "since": "昨天"})
    assert answer.status_code == 400
    assert "还没有搜索" in answer.text
    assert 'class="errorlist"' in answer.text


def test_a_filter_that_no_field_shows_is_told_and_led_out_of(client, publication):
    answer = client.get("/search/", {"q": "秋粮", "year": "abc"})
    assert answer.status_code == 400
    assert "上面有一栏" not in answer.text
    assert 'href="?q=%E7%A7%8B%E7%B2%AE"' in answer.text
    assert " open>" not in answer.text


@pytest.mark.once
@pytest.mark.parametrize("name", FILTERS)
def test_no_words_break_the_filters(client, paper, name):
    assert unfit(client, "/search/", name, WORDS) == {}
    assert unfit(client, "/search/", name, WORDS, q="通车") == {}


def test_no_words_break_the_search(client, paper):
    assert unfit(client, "/search/", "q", WORDS) == {}


@pytest.mark.parametrize(
    "broken", ["%", "%ff%fe", "%ed%a0%80", "%00", "%c0%af", "&q=&q=%zz", "%u6865"]
)
def test_no_bytes_break_the_search(client, paper, broken):
    for name in ("q", "tag", "section", "page"):
        assert client.get(f"/search/?{name}={broken}").status_code in (200, 400, 404)


PATHS = [
    "/tags/%00/",
    "/tags/a%00b/",
    "/tags/" + "x" * 10_000 + "/",
    "/tags/%ff%fe/",
    "/yanxi/2026-11-20/%00/",
    "/yanxi/2026-11-20/" + "9" * 5_000 + "/",
    "/yanxi/2026-02-30/",
    "/yanxi/2026-13-40/",
    "/yanxi/0000-00-00/",
    "/yanxi/9999-99-99/",
    "/yanxi/9999-12-31/",
    "/yanxi/0001-01-01/",
    "/people/0/",
    "/people/99999999999999999999999999/",
    "/people/" + "9" * 5_000 + "/",
    "/photos/" + "0" * 64 + ".jpg",
    "/photos/..%2f..%2fsecret-key.jpg",
    "/yanxi%00/",
    "/%E5%A0%B1/",
    "/yanxi/２０２６-000001/",
]


def test_addresses_that_make_no_sense_are_not_found(client, paper):
    answers = {path[:40]: client.get(path).status_code for path in PATHS}
    assert {path: status for path, status in answers.items() if status != 404} == {}


class Alive(HTMLParser):
    """Collects what a browser would run, load or send elsewhere."""

    # Data that nothing runs, and our own file.
    OWN = ([("type", "application/ld+json")], [("src", "/static/js/public/reading.js")])
    NEVER = {"script", "style", "iframe", "object", "embed", "svg", "math", "base"}
    OURS = re.compile(r"(?:/(?!/)|#|\?|$|http://testserver/)")

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag == "script" and attrs in self.OWN:
            return
        attributes = dict(attrs)
        handlers = [name for name in attributes if name.startswith("on") or name == "style"]
        links = [attributes.get(name) or "" for name in ("href", "src", "action", "formaction")]
        strange = [link for link in links if not self.OURS.match(link)]
        if tag in self.NEVER or "http-equiv" in attributes or handlers or strange:
            self.found.append((tag, attrs))


def alive(html):
    parser = Alive()
    parser.feed(html)
    return parser.found


def test_the_parser_sees_what_is_alive():
    assert [attack for attack in ATTACKS[:9] if not alive(attack)] == []
    assert alive('<p onclick="x">') != alive("<a href=//evil.example>") != []
    assert [attack for attack in ATTACKS if alive(escape(attack))] == []


@pytest.mark.once
@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_any_field_is_text(client, cast, publication, issue, attack):
    publication.about = attack
    publication.save()
    page = page_of(issue, "01", name=attack[:60], staff=[["editor", attack]])
    article = on_page(cast, page, "published", attack[:58], **dict.fromkeys(LINES, attack))
    urls = [
        "/",
        "/yanxi/",
        "/yanxi/2026-11-20/",
        "/yanxi/2026-11-20/01/",
        article.get_absolute_url(),
        Reporter.objects.get().get_absolute_url(),
        article.tags.get().get_absolute_url(),
    ]
    texts = [client.get(url).text for url in urls]
    assert [alive(text) for text in texts] == [[]] * len(urls)
    assert all(escape(attack[:58]) in text for text in texts)


@pytest.mark.once
@pytest.mark.parametrize("name", ["q", *FILTERS])
def test_markup_in_a_query_is_text(client, paper, name):
    for attack in ATTACKS:
        assert alive(client.get("/search/", {name: attack}).text) == []


def test_markup_in_an_address_is_not_echoed(client, paper):
    for attack in ATTACKS:
        assert alive(client.get(f"/{quote(attack)}").text) == []


def test_a_label_may_be_any_word(client, cast, publication, issue):
    page = page_of(issue, "A<b>&01", name="要闻")
    on_page(cast, page, "published", "词")
    assert client.get(page.get_absolute_url()).status_code == 200


def test_pages_are_the_same_with_unknown_parameters(client, paper):
    for url in ("/", "/yanxi/", paper.lead.get_absolute_url(), paper.reporter.get_absolute_url()):
        assert client.get(url, {"utm": "x"}).content == client.get(url).content
