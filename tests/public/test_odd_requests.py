"""However it is asked for, what is not published answers like what there is not."""

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import quote

import pytest

from articles.models import Article, Issue, Photo, Reporter, Section, Tag
from tests.public.test_secrecy import SECRET, _hidden, hiding

__all__ = ["_hidden", "hiding"]

TELLING = {"withdrawn", "retracted"}
NEVER = hashlib.sha256(b"never").hexdigest()
# What a request is sent with.
WAYS = {
    "range": {"Range": "bytes=0-99"},
    "any copy": {"If-None-Match": "*"},
    "guessed copy": {"If-None-Match": f'W/"{NEVER[:32]}", "{NEVER[:32]}"'},
    "this second's copy": {"If-Modified-Since": format_datetime(datetime.now(UTC), usegmt=True)},
    "English": {"Accept-Language": "en"},
    "Taiwan": {"Accept-Language": "zh-TW,zh-Hant;q=0.9"},
    "no language": {"Accept-Language": "zz" * 300},
    "JSON": {"Accept": "application/json"},
    "override": {"X-HTTP-Method-Override": "PUT", "X-Original-URL": "/admin/"},
    "forwarded": {"X-Forwarded-Host": "evil.example", "X-Forwarded-For": "127.0.0.1"},
}
QUERIES = ("", "?page=1", "?page=1&page=2", "?format=json&preview=1", "?draft=1&version=1")
# Digits that are digits to Unicode, and none to an address.
DIGITS = (0xFF10, 0x0660, 0x0966, 0x1D7CE)


def pairs_of(hiding):
    """[(an address of something hidden, the same of nothing), …], one of every state."""
    drafts = {status: number for number, status in hiding.items() if status not in TELLING}
    pairs = []
    for number in drafts.values():
        for ending in ("", "photos/1/", "report/"):
            pairs.append((f"/yanxi/{number}/{ending}", f"/yanxi/2026-999999/{ending}"))
    hidden = Article.objects.filter(number__in=drafts.values())
    for photo in Photo.objects.filter(article__in=hidden).values_list("image_sha256", flat=True):
        for ending in (".jpg", "-480.webp"):
            pairs.append((f"/photos/{photo}{ending}", f"/photos/{NEVER}{ending}"))
    for tag in Tag.objects.filter(name__startswith=f"{SECRET}embargoed"):
        pairs.append((tag.get_absolute_url(), "/tags/无此标签/"))
        pairs.append((f"/feeds/tags/{quote(tag.slug)}.rss", "/feeds/tags/无此标签.rss"))
    for person in Reporter.objects.filter(name__startswith=f"{SECRET}approved"):
        pairs.append((person.get_absolute_url(), "/people/999999/"))
        pairs.append((f"/feeds/people/{person.pk}.json", "/feeds/people/999999.json"))
    for section in Section.objects.filter(name__startswith=SECRET):
        pairs.append((section.get_absolute_url(), "/sections/999999/"))
        pairs.append((f"/feeds/sections/{section.pk}.atom", "/feeds/sections/999999.atom"))
    for issue in Issue.objects.exclude(pk__in=Issue.objects.public()):
        pairs.append((issue.get_absolute_url(), "/yanxi/1999-01-01/"))
    return pairs


def answer_of(ask, address, headers):
    answer = ask(address, headers=headers)
    body = b"" if answer.streaming else answer.content
    # Copies of the two addresses have names of their own.
    told = {name: value for name, value in answer.headers.items() if name != "ETag"}
    return answer.status_code, told, body, "ETag" in answer.headers


@pytest.mark.parametrize("way", sorted(WAYS))
@pytest.mark.parametrize("method", ["get", "head"])
def test_no_kind_of_request_tells_hidden_from_absent(hiding, client, method, way):
    ask = getattr(client, method)
    for hidden, absent in pairs_of(hiding):
        mine, its = (answer_of(ask, address, WAYS[way]) for address in (hidden, absent))
        assert mine == its, hidden


@pytest.mark.parametrize("query", QUERIES)
def test_no_query_tells_hidden_from_absent(hiding, client, query):
    for hidden, absent in pairs_of(hiding):
        mine, its = (answer_of(client.get, address + query, {}) for address in (hidden, absent))
        assert mine == its, hidden


def test_no_spelling_of_an_address_opens_what_is_hidden(hiding, client):
    numbers = [number for number, status in hiding.items() if status not in TELLING]
    spellings = [
        "/yanxi/{}", "/yanxi/{}//", "//yanxi/{}/", "/yanxi/./{}/", "/YANXI/{}/", "/yanxi/{}/.",
        "/yanxi/{}%2F", "/yanxi/{}%00/", "/yanxi/{};/", "/yanxi/%20{}/", "/yanxi/{}/photos/01/",
        "/yanxi/{}.json", "/yanxi/{}/index.html", "/zh-hant/yanxi/{}/", "/en/yanxi/{}/",
    ]  # fmt: skip
    for number in numbers:
        odd = [number.translate({0x30 + n: zero + n for n in range(10)}) for zero in DIGITS]
        addresses = [spelling.format(number) for spelling in spellings]
        for address in [*addresses, *(f"/yanxi/{quote(each)}/" for each in odd)]:
            answer = client.get(address, follow=True)
            assert answer.status_code == 404, address
            assert SECRET not in answer.text


def test_a_host_that_is_not_ours_learns_nothing(hiding, client, settings):
    settings.ALLOWED_HOSTS = ["paper.example"]
    for host in ("evil.example", "paper.example.evil.example", "paper.example:x", "[::1"):
        answer = client.get("/", headers={"Host": host})
        assert answer.status_code == 400
        assert "已刊" not in answer.text


def test_cursors_and_filters_open_nothing(hiding, client):
    hidden = Article.objects.filter(number__in=hiding)
    cursors = ["0-" + "9" * 30, "2-9223372036854775807", "٠-١", "9" * 5000, "0-0", "-1-5"]
    facts = [{"issue": article.page.issue_id} for article in hidden if article.page_id]
    facts += [{"section": section.pk} for section in Section.objects.filter(name__contains=SECRET)]
    facts += [{"reporter": person.pk} for person in Reporter.objects.filter(name__contains=SECRET)]
    for asked in [*({"after": cursor} for cursor in cursors), *facts]:
        for words in ({"q": "已刊"}, {"q": SECRET}, {}):
            answer = client.get("/search/", words | asked)
            assert answer.status_code in (200, 400), asked
            assert f"{SECRET}版" not in answer.text, asked
            assert f"{SECRET}draft" not in answer.text, asked
