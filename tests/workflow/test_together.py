"""整版核对, 整版签发: one call, one event an article under one batch, the rest named with why."""

import pytest
from django.utils import timezone

from articles.models import Event, Page
from articles.workflow import together
from tests.builders import go, imported, page_of, print_article


@pytest.fixture
def page(cast, issue):
    page = page_of(issue)
    for place in range(3):
        imported(page, cast.de, position=place)
    return page


def test_a_page_is_verified_in_one_call_with_an_event_each(cast, page):
    outcome = together.move_page(page, "verify", by=cast.dan)
    events = Event.objects.filter(action="verify")
    assert len(outcome.events) == events.count() == 3
    assert set(events.values_list("batch", flat=True)) == {outcome.batch}
    assert outcome.skipped == ()


def test_what_was_left_out_is_named_with_its_rule(cast, page):
    first, second, _third = together.of_page(page)
    type(first).objects.filter(pk=first.pk).update(headline="")
    go(second, "verify", cast.dan)
    outcome = together.move_page(page, "verify", by=cast.dan)
    assert [(article, refusal.rule) for article, refusal in outcome.skipped] == [
        (first, "headline"),
        (second, "state"),
    ]
    assert len(outcome.events) == 1


def test_a_page_is_signed_with_one_opinion_and_separation_holds_for_each(cast, page):
    together.move_page(page, "verify", by=cast.dan)
    assert together.move_page(page, "sign_off", by=cast.dan, opinion="签。").events == ()
    assert together.move_page(page, "sign_off", by=cast.chen).events == ()
    outcome = together.move_page(page, "sign_off", by=cast.chen, opinion="整版同意签发。")
    assert {event.opinion for event in outcome.events} == {"整版同意签发。"}
    assert len(outcome.events) == 3


def test_the_page_s_screen_leads_to_its_moves_and_they_come_back_to_it(client, cast, page):
    Page.objects.filter(pk=page.pk).update(imported_at=timezone.now(), imported_by=cast.de)
    client.force_login(cast.dan)
    here = f"/admin/articles/page/{page.pk}/change/"
    door = f"/admin/articles/article/together/verify/?page={page.pk}"
    assert door in client.get(here).content.decode()
    shown = client.get(door)
    keys = [item.key for item in shown.context["ready"]]
    assert len(keys) == 3
    answer = client.post(door, {"article": keys})
    assert answer["Location"] == here
    assert Event.objects.filter(action="verify").count() == 3


def test_a_stale_row_of_the_page_is_left_out(client, cast, page):
    client.force_login(cast.dan)
    door = f"/admin/articles/article/together/verify/?page={page.pk}"
    keys = [item.key for item in client.get(door).context["ready"]]
    changed = together.of_page(page).first()
    together.of_page(page).filter(pk=changed.pk).update(revision=9)
    client.post(door, {"article": keys})
    assert Event.objects.filter(action="verify").count() == 2


def test_another_page_s_articles_stay_where_they_are(cast, page, issue):
    other = print_article(cast, page_of(issue, label="02"))
    together.move_page(page, "verify", by=cast.dan)
    other.refresh_from_db()
    assert other.status == "imported"
