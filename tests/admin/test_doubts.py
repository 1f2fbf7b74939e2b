"""Deciding doubts: on record, by editors, with a word; a typed headline decides its own."""

import pytest

from articles.labelling import doubts
from articles.models import PageDoubt
from articles.refusals import Refused
from tests.admin.test_articles import address, form_of
from tests.builders import page_of, print_article


@pytest.fixture
def article(cast, issue):
    return print_article(cast, page_of(issue), headline="")


def ask(article, kind="unfinished", **fields):
    message = "Line %(line)s: the article stops in the middle of a sentence."
    params = {"line": "3", "text": ""}
    return PageDoubt.objects.create(
        page=article.page,
        article=article,
        kind=kind,
        line=3,
        message=message,
        params=params,
        **fields,
    )


def decide(article, doubt, **words):
    fields = {f"doubt-{doubt.pk}-{name}": value for name, value in words.items()}
    return f"/admin/articles/article/{article.pk}/doubts/{doubt.pk}/", fields


def test_a_decision_is_on_record_with_who_and_what(enter, cast, article):
    doubt = ask(article)

    enter("dan").post(*decide(article, doubt, note="对照报纸，原文如此。"))

    doubt.refresh_from_db()
    assert (doubt.resolution, doubt.resolved_by) == ("对照报纸，原文如此。", cast.dan)


def test_one_of_the_readings_can_be_chosen(enter, article):
    doubt = ask(article, candidates=["桥通车", "桥停车"])

    enter("dan").post(*decide(article, doubt, reading="桥通车"))

    doubt.refresh_from_db()
    assert doubt.resolution == "桥通车"


def test_a_decision_needs_words(cast, article):
    with pytest.raises(Refused):
        doubts.resolve(ask(article), by=cast.de, resolution="  ")


def test_looking_decides_nothing(enter, article):
    doubt = ask(article)
    url, _fields = decide(article, doubt)

    assert enter("dan").get(url).status_code == 200
    doubt.refresh_from_db()
    assert doubt.is_open


@pytest.mark.parametrize("name", ["ao", "pei"])
def test_readers_among_staff_decide_nothing(enter, article, name):
    doubt = ask(article)

    assert enter(name).post(*decide(article, doubt, note="好")).status_code == 403


def test_an_administrator_without_a_role_decides_nothing(enter, article):
    doubt = ask(article)

    enter("root").post(*decide(article, doubt, note="好"))

    doubt.refresh_from_db()
    assert doubt.is_open


def test_a_doubt_is_decided_only_under_its_own_article(enter, cast, issue, article):
    other = print_article(cast, page_of(issue, label="02"))
    url, fields = decide(other, ask(article), note="好")

    assert enter("dan").post(url, fields).status_code == 404


def test_a_missing_headline_is_not_talked_away(cast, article):
    with pytest.raises(Refused) as refused:
        doubts.resolve(ask(article, "headline_missing"), by=cast.de, resolution="不要标题")

    assert refused.value.refusal.rule == "headline"


def test_typing_the_headline_decides_its_doubt(enter, cast, article):
    doubt = ask(article, "headline_missing")

    enter("dan").post(address(article), form_of(article, headline="新桥通车"))

    doubt.refresh_from_db()
    assert (doubt.resolved_by, "新桥通车" in doubt.resolution) == (cast.dan, True)


def test_what_is_decided_stays_as_it_was_decided(cast, article):
    doubt = doubts.resolve(ask(article), by=cast.de, resolution="原文如此")

    again = doubts.resolve(doubt, by=cast.dan, resolution="另一种说法")

    assert (again.resolution, again.resolved_by) == ("原文如此", cast.de)
