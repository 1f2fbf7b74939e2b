"""Addresses of an earlier site lead on, for good, and only to what readers may see."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import OldAddress
from tests.builders import go

pytestmark = pytest.mark.once

OLD = "/rb/html/2020-04/17/content_123.htm"


def take_in(tmp_path, text, **options):
    file = tmp_path / "old.csv"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    out = StringIO()
    call_command("import_old_addresses", str(file), stdout=out, **options)
    return out.getvalue()


def test_each_kind_of_target_is_led_to_for_good(client, paper, tmp_path):
    article, page = paper.lead.get_absolute_url(), paper.pages[0].get_absolute_url()
    issue = paper.pages[0].issue.get_absolute_url()
    lines = [
        f"{OLD},{article}",
        f"/old/page.htm,https://paper.example{page}",
        f"/alt/报.htm?id=7,{issue}",
    ]
    assert "3" in take_in(tmp_path, "old,new\n" + "\n".join(lines))
    for old, new in ((OLD, article), ("/old/page.htm", page), ("/alt/报.htm?id=7", issue)):
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)
        assert "no-cache" in answer["Cache-Control"]


@pytest.mark.parametrize("added", ["?div=-1", "?from=timeline&isappinstalled=0", "?", "?a=%00"])
def test_parameters_that_others_add_do_not_break_a_link(client, paper, tmp_path, added):
    article = paper.lead.get_absolute_url()
    take_in(tmp_path, f"{OLD},{article}")
    assert client.get(OLD + added)["Location"] == article


def test_where_parameters_tell_the_place_they_come_first(client, paper, tmp_path):
    lead, other = paper.lead.get_absolute_url(), paper.on_second.get_absolute_url()
    take_in(tmp_path, f"/list.asp,{lead}\n/list.asp?名=报,{other}\n")
    assert client.get("/list.asp?%E5%90%8D=%E6%8A%A5")["Location"] == other
    assert client.get("/list.asp?id=8")["Location"] == lead


def test_what_is_not_public_is_not_led_to(cast, client, paper, page, live, tmp_path, read):
    take_in(tmp_path, f"{OLD},{paper.lead.get_absolute_url()}")
    nothing = read("/rb/no/such.htm")
    go(paper.lead, "withdraw", cast.chen)
    assert read(OLD) == nothing


def test_an_issue_or_page_without_live_articles_is_not_led_to(client, cast, page, live, tmp_path):
    article = live()
    take_in(tmp_path, f"/a.htm,{page.get_absolute_url()}\n/b.htm,{page.issue.get_absolute_url()}\n")
    go(article, "withdraw", cast.chen)
    assert [client.get(old).status_code for old in ("/a.htm", "/b.htm")] == [404, 404]


def test_our_own_addresses_come_first(client, paper, tmp_path):
    take_in(tmp_path, f"/yanxi/,{paper.lead.get_absolute_url()}")
    assert client.get("/yanxi/").status_code == 200


def test_a_list_taken_in_twice_changes_nothing(paper, tmp_path):
    line = f"{OLD},{paper.lead.get_absolute_url()}"
    take_in(tmp_path, line)
    assert "0" in take_in(tmp_path, line)
    take_in(tmp_path, f"{OLD},{paper.on_second.get_absolute_url()}")
    assert OldAddress.objects.get().article_id == paper.on_second.pk


def test_trying_it_writes_nothing(paper, tmp_path):
    take_in(tmp_path, f"{OLD},{paper.lead.get_absolute_url()}", dry_run=True)
    assert not OldAddress.objects.exists()


@pytest.mark.parametrize(
    "line",
    [
        "/a",
        "/a,",
        "a b,/yanxi/",
        "/a,/yanxi/2026-999999/",
        "/a,/search/",
        "/a,/nowhere/at/all/x",
        f"/{'a' * 300},/yanxi/",
        "http://[old/a,/yanxi/",
        "/a,http://[new/yanxi/",
    ],
)
def test_a_wrong_line_refuses_the_whole_list_by_its_number(paper, tmp_path, line):
    good = f"{OLD},{paper.lead.get_absolute_url()}"
    with pytest.raises(CommandError, match="2"):
        take_in(tmp_path, f"{good}\n{line}\n")
    assert not OldAddress.objects.exists()


def test_a_list_in_another_encoding_is_refused(db, tmp_path):
    with pytest.raises(CommandError, match="UTF-8"):
        take_in(tmp_path, "/报.htm,/x/".encode("gb18030"))


def test_a_file_that_is_no_csv_is_refused(db, tmp_path):
    with pytest.raises(CommandError, match="limit"):
        take_in(tmp_path, f'/a,"{"x" * 140_000}')


def test_a_long_list_takes_few_statements(paper, tmp_path):
    new = paper.lead.get_absolute_url()
    counts = []
    for start, many in ((0, 2), (100, 200)):
        lines = "\n".join(f"/old/{start + number},{new}" for number in range(many))
        with CaptureQueriesContext(connection) as queries:
            take_in(tmp_path, lines)
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 3


@pytest.mark.parametrize("path", ["/a%00b", "/" + "a" * 5000, "/%ff%fe", "/a?%00"])
def test_odd_addresses_are_not_found(client, db, path):
    assert client.get(path, follow=True).status_code == 404


def test_a_post_is_not_led_anywhere(client, paper, tmp_path):
    take_in(tmp_path, f"{OLD},{paper.lead.get_absolute_url()}")
    assert client.post(OLD).status_code == 404
