"""Articles as plain text and as JSON Lines: all that readers see, in a flat number of questions."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.exporting import streams
from articles.exporting.choosing import Chosen
from articles.models import Article
from articles.workflow import correcting
from tests.mirror.conftest import exported
from tests.workflow.test_corrections import WORDS


def lines_of(chosen):
    return [json.loads(line) for line in exported("jsonl", chosen).decode().splitlines()]


def without_addresses(told):
    """What the API tells, without where the API has it."""
    if isinstance(told, list):
        return [without_addresses(each) for each in told]
    if not isinstance(told, dict):
        return told
    own = ("url", "ninjs_url")
    return {name: without_addresses(value) for name, value in told.items() if name not in own}


def test_a_line_has_all_that_readers_see_of_an_article(paper, issue):
    line = lines_of(Chosen.of(issue))[0]
    assert line["number"] == paper.lead.number
    assert [line[name] for name in ("kicker", "headline")] == ["民生kicker", "大桥通车"]
    assert line["body"][-1] == {"kind": "text", "lines": ["民生body"]}
    assert [each["role"] for each in line["credits"]] == ["reporter", "photographer"]
    assert (line["photos"][0]["caption"], line["tags"][0]["name"]) == ("民生说明", "民生标签")
    printed = line["printed"]
    assert (printed["date"], printed["issue_number"]) == ("2026-11-20", 4321)
    assert (printed["label"], printed["name"]) == ("01", "要闻")


def test_a_line_is_what_the_api_tells_but_for_its_own_addresses(paper, issue, client, settings):
    settings.SITE_ADDRESS = "http://testserver"
    told = client.get(f"/api/publications/yanxi/articles/{paper.lead.number}/").json()
    assert lines_of(Chosen.of(issue))[0] == without_addresses(told)


def test_an_issue_stands_in_the_order_of_print(paper, issue):
    numbers = [each.number for each in (paper.lead, paper.last_of_first, paper.on_second)]
    assert [line["number"] for line in lines_of(Chosen.of(issue))] == numbers


def test_a_whole_paper_ends_with_what_came_out_on_the_web_alone(paper, publication):
    days = [line["printed"] and line["printed"]["date"] for line in lines_of(Chosen(publication))]
    assert days == ["2026-11-16"] * 2 + ["2026-11-20"] * 3 + [None]


def test_some_days_are_those_of_print_and_of_the_web(paper, publication):
    online = Article.objects.published().get(page=None)
    day = online.published_at.astimezone(publication.zone).date()
    found = lines_of(Chosen(publication, since=day, until=day))
    assert [line["number"] for line in found] == [online.number]
    until = Chosen(publication, until=date(2026, 11, 16))
    assert {line["printed"]["date"] for line in lines_of(until)} == {"2026-11-16"}


def test_addresses_are_whole_where_the_site_is_known(paper, issue, settings):
    path = f"/yanxi/{paper.lead.number}/"
    assert lines_of(Chosen.of(issue))[0]["html_url"] == path
    settings.SITE_ADDRESS = "https://paper.example"
    assert lines_of(Chosen.of(issue))[0]["html_url"] == f"https://paper.example{path}"


def test_text_has_the_lines_as_they_are_read(paper, issue):
    text = exported("text", Chosen.of(issue)).decode()
    first = text.split("=" * 40)[1]
    assert first.startswith(f"\n砚溪日报 2026-11-20 01 要闻\n{paper.lead.number} /yanxi/")
    assert "\n\n民生kicker\n大桥通车\n民生deck\n民生byline\n民生dateline\n" in first
    assert first.rstrip().endswith("民生body\n[图] 民生说明 民生摄")
    assert text.count("=" * 40) == 3


def test_a_correction_is_told_when_it_is_issued_and_not_before(paper, issue, cast):
    found = correcting.open_correction(paper.lead, by=cast.de, **WORDS | {"body": "改正后。"})
    assert WORDS["note"] not in exported("text", Chosen.of(issue)).decode()
    correcting.issue(found, by=cast.chen, revision=found.revision, opinion="已核对。")
    text = exported("text", Chosen.of(issue)).decode()
    assert "改正后。" in text
    assert f"] {WORDS['note']}\n" in text


@pytest.mark.parametrize("kind", ["text", "jsonl"])
def test_the_questions_are_as_many_for_one_batch_as_for_its_size(kind, live, issue, monkeypatch):
    counts = []
    for _round in range(2):
        live("又一")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            exported(kind, Chosen.of(issue))
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 9
    monkeypatch.setattr(streams, "AT_ONCE", 1)
    with CaptureQueriesContext(connection) as asked:
        exported(kind, Chosen.of(issue))
    assert len(asked) == 1 + 2 * (counts[0] - 1)
