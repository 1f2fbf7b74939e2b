"""The style sheets of a page come as one, and are kept until they change."""

import gzip
import re

import pytest

from articles.epaper.stylesheets import joined
from tests.public.addresses import pages


def sheet_of(client, address):
    return re.search(r'href="(/styles/[^"]+)"', client.get(address).text)[1]


def test_a_page_asks_for_one_sheet_and_one_for_print(client, paper):
    for address in pages():
        links = re.findall(r'<link rel="stylesheet"[^>]*>', client.get(address).text)
        assert ["media=" in link for link in links] == [False, True]


def test_an_article_waits_for_two_files_at_most_and_is_light(client, paper):
    text = client.get(paper.lead.get_absolute_url()).text
    waited = re.findall(r'<link rel="stylesheet"(?![^>]*media="print")|<script[^>]*src=', text)
    assert len(waited) == 2
    sheet = client.get(sheet_of(client, paper.lead.get_absolute_url()))
    assert len(text.encode()) + len(sheet.content) < 50_000


def test_a_sheet_holds_what_its_name_says_and_is_kept(client, paper):
    answer = client.get(sheet_of(client, "/"))
    assert answer["Content-Type"] == "text/css"
    assert "--paper:" in answer.text
    assert "immutable" in answer["Cache-Control"]


def test_it_comes_packed_to_those_who_unpack(client, paper):
    address = sheet_of(client, "/")
    packed = client.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.content) == client.get(address).content


@pytest.mark.parametrize(
    ("takes", "is_packed"),
    [
        ("gzip", True),
        ("br;q=1.0, GZip;q=0.8, *;q=0.1", True),
        ("deflate , gzip ; q=0.001", True),
        ("gzip;q=1.000", True),
        ("gzip;q=0", False),
        ("br, gzip; q=0.000, identity", False),
        ("nogzip, gzipped", False),
        ("gzip;q=much", False),
        ("", False),
    ],
)
def test_who_refuses_it_packed_gets_it_plain(client, takes, is_packed):
    address = "/styles/tokens.base-000000000000.css"
    answer = client.get(address, headers={"Accept-Encoding": takes})
    assert answer.has_header("Content-Encoding") is is_packed


def test_who_asks_for_an_old_one_gets_the_present_for_now(client):
    answer = client.get("/styles/tokens.base-000000000000.css")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize(
    "names",
    ["tokens.nothing", "..", "tokens..base", "/etc/passwd", "a" * 400, "tokens.base.tokens"],
)
def test_nothing_but_sheets_is_joined(names, client, db):
    assert joined(names) is None
    assert client.get(f"/styles/{names}-000000000000.css").status_code == 404
