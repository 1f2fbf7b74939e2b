"""While the file is there the site is closed: a notice for all, and nothing else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def closed(settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    settings.MAINTENANCE_FILE.write_text("升级到 <b>21:00</b>。", encoding="utf-8")
    return settings.MAINTENANCE_FILE


def test_every_door_is_closed_and_says_so(closed, client, paper):
    for address in ("/", paper.lead.get_absolute_url(), "/desk/", "/admin/", "/login/"):
        answer = client.get(address)
        assert answer.status_code == 503
        assert "升级到 &lt;b&gt;21:00&lt;/b&gt;。" in answer.text
        assert answer["Retry-After"] == "600"
        assert answer["Cache-Control"] == "no-store"


def test_who_comes_back_finds_the_door_closed_too(closed, client, paper):
    closed.rename(closed.with_suffix(".off"))
    tag = client.get("/yanxi/")["ETag"]
    closed.with_suffix(".off").rename(closed)
    assert client.get("/yanxi/", headers={"If-None-Match": tag}).status_code == 503


def test_the_notice_speaks_the_reader_s_language(closed, client, db):
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "en"}).text
    assert '<html lang="zh-hans">' in client.get("/").text


def test_nothing_is_offered_that_is_closed_too(closed, client, db):
    answer = client.get("/").text
    assert "<form" not in answer
    assert [word for word in ("/feeds/", "/search/", "/desk/") if word in answer] == []


def test_no_question_is_asked_of_the_database(closed, client, db):
    with CaptureQueriesContext(connection) as queries:
        client.get("/yanxi/")
    assert len(queries) == 0


def test_the_notice_keeps_its_style_sheet(closed, client, db):
    assert client.get("/styles/tokens.base-000000000000.css").status_code == 200


def test_an_empty_file_says_what_there_is_to_say(closed, client, db):
    closed.write_text("")
    assert "稍后再来" in client.get("/").text


def test_without_the_file_the_doors_are_open(closed, client, paper):
    closed.unlink()
    assert client.get("/").status_code == 200


def test_under_a_prefix_the_notice_keeps_its_style_sheet_too(closed, client, db):
    sheet = "/styles/tokens.base-000000000000.css"
    assert client.get(sheet, SCRIPT_NAME="/paper").status_code == 200
