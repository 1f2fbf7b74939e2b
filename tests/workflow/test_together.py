"""整版核对, 整版签发: one call, one event an article under one batch, the rest named with why."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Event, Page
from articles.review import commenting
from articles.texts.manuscripts import Spot
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


@pytest.mark.parametrize("seen", ["", ":", ":x", ":0", ":-1"])
def test_a_row_that_does_not_say_what_was_seen_is_left_out(seen, client, cast, page):
    client.force_login(cast.dan)
    door = f"/admin/articles/article/together/verify/?page={page.pk}"
    rows = [f"{article.pk}{seen}" for article in together.of_page(page)]
    answer = client.post(door, {"article": rows}, follow=True)
    assert not Event.objects.filter(action="verify").exists()
    assert "您打开之后" in answer.content.decode()


def test_another_page_s_articles_stay_where_they_are(cast, page, issue):
    other = print_article(cast, page_of(issue, label="02"))
    together.move_page(page, "verify", by=cast.dan)
    other.refresh_from_db()
    assert other.status == "imported"


NO_SUCH_DAY = "二月三十日，大桥通车。"


@pytest.fixture
def blocked(cast, page):
    """The page is verified; its first article names a day that does not exist."""
    first, *_others = together.of_page(page)
    type(first).objects.filter(pk=first.pk).update(body=NO_SUCH_DAY)
    together.move_page(page, "verify", by=cast.dan)
    return first


def door_of(page, action="sign_off"):
    return f"/admin/articles/article/together/{action}/?page={page.pk}"


def slip_of(page):
    return f"/admin/articles/page/{page.pk}/slip/"


def obstacle_of(answer):
    (item,) = answer.context["refused"]
    (obstacle,) = item.obstacles
    return obstacle


def test_what_stops_an_article_of_the_page_is_shown_with_its_spot(client, cast, page, blocked):
    client.force_login(cast.chen)
    answer = client.get(door_of(page))
    assert obstacle_of(answer).url.endswith(f"/{blocked.pk}/review/#body-0")
    assert obstacle_of(answer).url in answer.content.decode()


def test_a_check_is_waived_on_the_page_s_screen_and_the_signature_records_it(
    client, cast, page, blocked
):
    User.objects.filter(pk=cast.chen.pk).update(last_name="陈", first_name="静")
    client.force_login(cast.chen)
    value = obstacle_of(client.get(door_of(page))).waive
    words = {"waive": value, f"reason_{value}": "引文原样。", "opinion": "整版同意。"}
    answer = client.post(door_of(page), words)
    assert answer.context["refused"] == []
    assert "整版同意。" in answer.content.decode()
    assert "由 陈静 放行：引文原样。" in answer.content.decode()

    keys = [item.key for item in answer.context["ready"]]
    client.post(door_of(page), {"article": keys, "opinion": "整版同意。"})

    (waived,) = blocked.events.get(action="sign_off").waived
    assert (waived["reason"], waived["by"]) == ("引文原样。", "chen")
    assert "引文原样。（陈静）" in client.get(slip_of(page)).content.decode()


def test_a_reason_is_kept_without_what_no_database_holds(client, cast, page, blocked):
    client.force_login(cast.chen)
    value = obstacle_of(client.get(door_of(page))).waive
    client.post(door_of(page), {"waive": value, f"reason_{value}": "引文\x00原样。"})
    assert blocked.waivers.get().reason == "引文原样。"


def test_waiving_without_a_reason_waives_nothing(client, cast, page, blocked):
    client.force_login(cast.chen)
    value = obstacle_of(client.get(door_of(page))).waive
    answer = client.post(door_of(page), {"waive": value, f"reason_{value}": " "})
    assert len(answer.context["refused"]) == 1


@pytest.mark.parametrize("value", ["", "x:y", "999:abc", "9" * 30])
def test_only_what_is_on_the_page_can_be_waived_there(client, cast, page, blocked, value):
    client.force_login(cast.chen)
    assert client.post(door_of(page), {"waive": value}).status_code == 403


def test_open_must_fix_comments_of_the_page_are_shown(client, cast, page):
    together.move_page(page, "verify", by=cast.dan)
    first = together.of_page(page).first()
    pinned = {"version": first.versions.last(), "spot": Spot("body", 1), "by": cast.pei}
    comment = commenting.comment(first, text="桥长请核实。", kind="must_fix", **pinned)
    client.force_login(cast.chen)
    answer = client.get(door_of(page))
    assert obstacle_of(answer).sentence == "桥长请核实。"
    assert obstacle_of(answer).url.endswith(f"#comment-{comment.pk}")
    assert obstacle_of(answer).waive == ""


def test_a_page_is_signed_and_scheduled_in_one_verb(client, cast, page):
    together.move_page(page, "verify", by=cast.dan)
    client.force_login(cast.chen)
    keys = [item.key for item in client.get(door_of(page)).context["ready"]]
    words = {"article": keys, "opinion": "同意。", "goes_out": "2099-01-01T08:00"}
    answer = client.post(door_of(page), words, follow=True)
    assert set(together.of_page(page).values_list("status", flat=True)) == {"scheduled"}
    assert "将于 2099-01-01 08:00 自动发布" in answer.content.decode()
    assert Event.objects.filter(action="schedule").values("batch").distinct().count() == 1


def test_a_time_that_is_past_signs_none_of_the_page(client, cast, page):
    together.move_page(page, "verify", by=cast.dan)
    client.force_login(cast.chen)
    keys = [item.key for item in client.get(door_of(page)).context["ready"]]
    words = {"article": keys, "opinion": "同意。", "goes_out": "2001-01-01T08:00"}
    client.post(door_of(page), words)
    assert set(together.of_page(page).values_list("status", flat=True)) == {"final_review"}
