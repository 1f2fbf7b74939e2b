"""The duty roster grants a role for its days, and what is done under it says so."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Duty, Event
from articles.refusals import Refused
from articles.roles import roles_of
from tests.builders import go, page_of, print_article, web_article


def on_duty(user, role, by, *, first=0, last=0):
    today = timezone.localdate()
    days = {"first": today + timedelta(days=first), "last": today + timedelta(days=last)}
    return Duty.objects.create(user=user, role=role, granted_by=by, **days)


def test_a_duty_grants_its_role_on_its_days_and_no_other(cast):
    on_duty(cast.dan, "chief_editor", cast.chen, first=1, last=2)
    held = []
    for days in range(4):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            held.append("chief_editor" in roles_of(cast.dan))
    assert held == [False, True, True, False]


def test_what_is_done_on_duty_is_recorded_as_acting_for_under_the_hash(cast, publication):
    article = web_article(cast, publication, "final_review")
    on_duty(cast.dan, "chief_editor", cast.chen)
    event = Event.objects.get(pk=go(article, "sign_off", cast.dan).pk)
    assert (event.role, event.acting_for) == ("chief_editor", "chief_editor")
    assert event.sha256 == event.seal()
    event.acting_for = ""
    assert event.sha256 != event.seal()


def test_who_holds_the_role_anyway_acts_for_nobody(cast, publication):
    on_duty(cast.chen, "chief_editor", cast.cui)
    article = web_article(cast, publication, "approved")
    assert set(article.events.values_list("acting_for", flat=True)) == {""}


def test_a_duty_does_not_free_anybody_from_separation(cast, publication):
    article = web_article(cast, publication, "second_review")
    on_duty(cast.de, "section_head", cast.chen)
    with pytest.raises(Refused) as refused:
        go(article, "pass_second", cast.de)
    assert refused.value.refusal.rule == "separation"


def test_a_disabled_login_has_no_duty(cast):
    on_duty(cast.dan, "chief_editor", cast.chen)
    cast.dan.is_active = False
    assert roles_of(cast.dan) == frozenset()


def test_a_duty_gives_the_permissions_of_its_role_for_the_day(cast, django_user_model):
    on_duty(cast.pei, "chief_editor", cast.chen)
    pei = django_user_model.objects.get(pk=cast.pei.pk)
    assert pei.has_perm("articles.change_article")
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        tomorrow = django_user_model.objects.get(pk=cast.pei.pk)
        assert not tomorrow.has_perm("articles.change_article")


def test_the_history_on_the_screen_says_who_acted_on_duty(client, cast, issue):
    article = print_article(cast, page_of(issue), "final_review")
    on_duty(cast.sun, "chief_editor", cast.chen)
    go(article, "sign_off", cast.sun)
    client.force_login(cast.chen)
    html = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "值班代行总编辑" in html


def test_a_duty_that_ends_before_it_begins_is_refused_by_the_database(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        on_duty(cast.dan, "chief_editor", cast.chen, first=1, last=0)


@pytest.mark.parametrize(
    ("moment", "is_on"),
    [
        ("2026-11-19 23:59", False),
        ("2026-11-20 00:00", True),
        ("2026-11-20 23:59", True),
        ("2026-11-21 00:00", True),
        ("2026-11-21 02:29", True),
        ("2026-11-21 02:30", False),
        ("2026-11-22 01:00", False),
    ],
)
def test_one_entry_covers_a_night_beyond_midnight(cast, moment, is_on):
    days = {"first": date(2026, 11, 20), "last": date(2026, 11, 20), "until": time(2, 30)}
    Duty.objects.create(user=cast.dan, role="chief_editor", granted_by=cast.chen, **days)
    here = datetime.fromisoformat(moment).replace(tzinfo=timezone.get_current_timezone())
    with time_machine.travel(here, tick=False):
        assert ("chief_editor" in roles_of(cast.dan)) == is_on


def test_a_night_s_end_is_entered_once_and_shown_in_the_table(client, cast):
    client.force_login(cast.chen)
    words = {"user": cast.dan.pk, "role": "chief_editor", "first": "2026-11-20", "until": "02:30"}
    client.post("/admin/articles/duty/add/", words)
    duty = Duty.objects.get()
    assert (duty.last, duty.until) == (date(2026, 11, 20), time(2, 30))
    page = client.get("/admin/articles/duty/?day=2026-11-20").content.decode()
    assert "至次日 02:30" in page


def test_the_roster_says_its_name_once_in_its_path(client, cast):
    client.force_login(cast.chen)
    page = client.get("/admin/articles/duty/").content.decode()
    path = page.partition('class="breadcrumbs"')[2].partition("</div>")[0]
    assert path.count("值班表") == 1
