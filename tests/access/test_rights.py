"""What a crafted request gets: objects swapped, tokens left out, fields forged, a plain GET."""

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client

from articles.epaper import reporting
from articles.models import Article, Reporter
from articles.workflow import correcting
from tests.access.addresses import places
from tests.access.test_table import PEOPLE, rows
from tests.builders import web_article, web_draft
from tests.workflow.test_corrections import WORDS

# Made for every address alike; neither holds anything of the newsroom.
OPEN = {"login", "admin:login", "set_language"}
STAFF = PEOPLE.index("chen")


def records():
    """{model: its rows}, but for what only says who is logged in."""
    return {
        model._meta.label: sorted(map(str, model._base_manager.values_list()))
        for model in apps.get_app_config("articles").get_models()
    }


@pytest.mark.parametrize("name", ["rui", "de", "chen", "root"])
def test_no_get_changes_a_record(name, cast, samples):
    client = Client(raise_request_exception=False)
    client.force_login(getattr(cast, name))
    before = records()
    for place in places():
        client.get(place.address(samples))
    assert records() == before


def test_no_post_is_taken_without_its_token(cast, samples):
    taken = []
    for place in places():
        marks = rows().get((place.name, "post"), "5" * len(PEOPLE))
        if place.name in OPEN or marks[STAFF] == "5":
            continue
        client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        client.force_login(cast.chen)
        point = transaction.savepoint()
        if client.post(place.address(samples)).status_code not in (403, 405):
            taken.append(place.name)
        transaction.savepoint_rollback(point)
    assert taken == []


def test_a_part_of_another_article_is_not_found_under_this_one(client, cast, publication):
    one, two = (web_article(cast, publication, "published") for _each in range(2))
    correction = correcting.open_correction(two, by=cast.dan, **WORDS)
    report = reporting.report(two, passage="", words="有误。", address="192.0.2.7")
    client.force_login(cast.cui)
    here = f"/admin/articles/article/{one.pk}/corrections/"
    words = {"issue": "1", "seen": correction.revision, "opinion": "同意。"}
    assert client.post(f"{here}{correction.pk}/", words).status_code == 404
    assert client.get(f"{here}new/?report={report.pk}").status_code == 404
    correction.refresh_from_db()
    report.refresh_from_db()
    assert correction.is_open
    assert report.is_new


def test_a_reporter_swaps_no_number_at_the_desk(client, cast, publication):
    other = web_draft(publication, cast.qing)
    client.force_login(cast.rui)
    for tail in ("", "edit/", "pictures/"):
        assert client.get(f"/desk/{other.number}/{tail}").status_code == 404
    for tail in ("submit/", "recall/"):
        words = {"revision": other.revision}
        assert client.post(f"/desk/{other.number}/{tail}", words).status_code == 404
    other.refresh_from_db()
    assert other.status == "draft"


@pytest.mark.parametrize("name", ["de", "chen"])
def test_forged_fields_of_a_move_change_nothing_but_the_move(name, client, cast, publication):
    article = web_article(cast, publication, "first_review")
    client.force_login(getattr(cast, name))
    forged = {
        "seen": article.revision,
        "opinion": "同意。",
        "status": "published",
        "owner": cast.chen.pk,
        "published_at": "2020-01-01T00:00",
        "live_version": article.versions.first().pk,
        "by": cast.sun.pk,
        "role": "chief_editor",
        "batch": "x",
        "waived": "[]",
        "round": 9,
    }
    client.post(f"/admin/articles/article/{article.pk}/move/pass_first/", forged)
    stored = Article.objects.get(pk=article.pk)
    assert (stored.owner, stored.published_at, stored.live_version, stored.round) == (
        cast.rui,
        None,
        None,
        1,
    )
    assert stored.status == ("second_review" if name == "de" else "first_review")


def test_an_editor_ties_no_login_to_a_byline_by_a_forged_field(client, cast):
    person = Reporter.objects.create(name="王芳")
    client.force_login(cast.de)
    aliases = {f"aliases-{count}": 0 for count in ("TOTAL_FORMS", "INITIAL_FORMS")}
    form = {"name": "王芳", "unit": "", "user": cast.de.pk, "merged_into": person.pk, **aliases}
    client.post(f"/admin/articles/reporter/{person.pk}/change/", form)
    person.refresh_from_db()
    assert (person.user, person.merged_into) == (None, None)


def test_what_is_chosen_for_a_move_together_is_left_where_the_rules_say_so(
    client, cast, publication
):
    ready, mine = (web_article(cast, publication, "final_review") for _each in range(2))
    mine.owner = cast.chen
    mine.save()
    client.force_login(cast.chen)
    chosen = [f"{article.pk}:{article.revision}" for article in (ready, mine)]
    words = {"article": [*chosen, "x", "-1", "99999999999999999999"], "opinion": "同意。"}
    client.post("/admin/articles/article/together/sign_off/", words)
    ready.refresh_from_db()
    mine.refresh_from_db()
    assert (ready.status, mine.status) == ("approved", "final_review")
