"""Security headers stand on every answer: pages, feeds, maps, pictures, 301, 304 and refusals."""

import pytest

from articles.models import OldAddress
from tests.public.addresses import all_addresses

pytestmark = pytest.mark.once

WANTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture
def answers(client, paper):
    """{address or case: response}"""
    OldAddress.objects.create(path="/old.htm", article=paper.lead)
    page = paper.lead.get_absolute_url()
    tag = client.get(page)["ETag"]
    odd = {
        "301": client.get("/old.htm"),
        "304": client.get(page, headers={"If-None-Match": tag}),
        "404": client.get("/yanxi/1999-01-01/"),
        "400": client.get("/search/?year=x"),
        "405": client.post("/"),
    }
    assert {name: str(answer.status_code) for name, answer in odd.items()} == {n: n for n in odd}
    return odd | {address: client.get(address) for address in all_addresses()}


def test_every_answer_carries_them(answers):
    missing = [
        (case, name)
        for case, answer in answers.items()
        for name, value in WANTED.items()
        if answer.headers.get(name) != value
    ]
    assert missing == []


def test_a_chosen_language_outlasts_the_browser(client, paper):
    cookie = client.post("/language/", {"language": "en"}).cookies["django_language"]
    assert (cookie["max-age"], cookie["samesite"]) == (31_536_000, "Lax")


def test_every_answer_has_the_strict_policy(answers):
    for case, answer in answers.items():
        assert "default-src 'self'" in answer["Content-Security-Policy"], case
        assert "camera=()" in answer["Permissions-Policy"], case


def test_no_answer_to_readers_is_kept_without_asking(answers):
    # What stands under its own hash never changes, and may be kept.
    rules = {
        case: answer.headers.get("Cache-Control", "")
        for case, answer in answers.items()
        if answer.status_code != 405
    }
    asked = ("no-cache", "no-store", "immutable")
    assert [case for case, rule in rules.items() if not any(word in rule for word in asked)] == []


def test_a_page_for_developers_keeps_its_own_style(client, settings, db):
    settings.DEBUG = True
    assert "Content-Security-Policy" not in client.get("/no/such/page/at/all/")
    assert "Content-Security-Policy" in client.get("/")
