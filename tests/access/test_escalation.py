"""Nobody raises themselves: not by the roster, not by a day's duty, not by the books of logins."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from articles import workflow
from articles.bylines import people
from articles.models import Alias, Duty, Reporter
from articles.refusals import Refused
from articles.roles import Role, roles_of
from articles.writing.editing import revising
from tests.builders import go, web_draft

ROSTER = "/admin/articles/duty/"


def on_duty(user, role, by, days=0):
    day = timezone.localdate()
    return Duty.objects.create(
        user=user, role=role, first=day, last=day + timedelta(days=days), granted_by=by
    )


def entry(user, role, days=300):
    day = timezone.localdate()
    return {
        "user": user.pk,
        "role": role,
        "first": day.isoformat(),
        "last": (day + timedelta(days=days)).isoformat(),
        "note": "",
    }


def test_a_chief_editor_enters_a_colleague(client, cast):
    client.force_login(cast.chen)
    client.post(f"{ROSTER}add/", entry(cast.de, "chief_editor"))
    assert "chief_editor" in roles_of(cast.de)


def test_who_is_chief_for_a_day_does_not_write_the_roster(client, cast):
    """Or the one day would be made a year."""
    held = on_duty(cast.de, "chief_editor", cast.chen)
    client.force_login(cast.de)
    answers = [
        client.post(f"{ROSTER}add/", entry(cast.de, "chief_editor")),
        client.post(f"{ROSTER}{held.pk}/change/", entry(cast.de, "chief_editor")),
        client.post(f"{ROSTER}{held.pk}/delete/", {"post": "yes"}),
    ]
    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert Duty.objects.get().last == held.last


@pytest.mark.parametrize("role", ["section_head", "desk_editor", "proofreader", "chief_editor"])
def test_nobody_enters_themselves_for_a_role_that_is_not_theirs(role, client, cast):
    for who in (cast.root, cast.chen):
        client.force_login(who)
        client.post(f"{ROSTER}add/", entry(who, role))
        assert roles_of(who) <= {"chief_editor"}
    assert role not in roles_of(cast.root)
    assert Duty.objects.exclude(role="chief_editor").count() == 0


def test_an_entry_is_not_turned_towards_oneself(client, cast):
    held = on_duty(cast.de, "section_head", cast.cui)
    client.force_login(cast.root)
    client.post(f"{ROSTER}{held.pk}/change/", entry(cast.root, "chief_editor"))
    assert roles_of(cast.root) == frozenset()


def test_the_groups_of_the_house_s_roles_stay_as_the_roles_say(client, cast):
    client.force_login(cast.root)
    group = Group.objects.get(name=Role.REPORTER)
    here = f"/admin/auth/group/{group.pk}/"
    assert client.post(f"{here}delete/", {"post": "yes"}).status_code == 403
    client.post(f"{here}change/", {"name": "x", "permissions": [1, 2, 3]})
    chosen = {"action": "delete_selected", "_selected_action": [group.pk], "post": "yes"}
    client.post("/admin/auth/group/", chosen)
    group.refresh_from_db()
    assert (group.name, group.permissions.count()) == (Role.REPORTER, 0)


def test_another_group_is_the_administrator_s_own(client, cast):
    client.force_login(cast.root)
    client.post("/admin/auth/group/add/", {"name": "实习生"})
    group = Group.objects.get(name="实习生")
    client.post(f"/admin/auth/group/{group.pk}/delete/", {"post": "yes"})
    assert not Group.objects.filter(pk=group.pk).exists()


@pytest.mark.parametrize(("name", "gets_it"), [("root", False), ("rui", True)])
def test_an_administrator_gives_a_role_to_others_only(client, cast, name, gets_it):
    client.force_login(cast.root)
    login, role = getattr(cast, name), Group.objects.get(name="chief_editor")
    sent = {"username": name, "first_name": "某", "groups": [role.pk]}
    joined = {"date_joined_0": "2026-11-01", "date_joined_1": "08:00:00"}
    client.post(f"/admin/auth/user/{login.pk}/change/", sent | joined)
    login.refresh_from_db()
    assert (login.first_name, role in login.groups.all()) == ("某", gets_it)


@pytest.mark.parametrize("role", [None, "auditor", "proofreader"])
def test_who_may_write_no_more_moves_and_changes_no_piece_of_old(role, cast, publication):
    draft = web_draft(publication, cast.rui)
    cast.rui.groups.set(Group.objects.filter(name=role))
    with pytest.raises(Refused):
        go(draft, "submit", cast.rui)
    with pytest.raises(Refused), revising(draft, by=cast.rui, revision=draft.revision):
        pass
    with pytest.raises(Refused):
        workflow.describe(draft, by=cast.rui, tags=["新"])


def person_form(person, **changed):
    rows = {f"aliases-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
    return {"name": person.name, "unit": person.unit, "user": ""} | rows | changed


def test_nobody_says_under_whose_record_their_own_byline_is_found(client, cast):
    other = Reporter.objects.create(name="别人")
    mine = Reporter.objects.create(name="石坚", user=cast.dan)
    alias = {"aliases-TOTAL_FORMS": 1, "aliases-0-name": "石坚"}
    client.force_login(cast.dan)
    for person, changed in ((other, alias), (other, {"name": "石坚"}), (mine, {"name": "换名"})):
        address = f"/admin/articles/reporter/{person.pk}/change/"
        assert client.post(address, person_form(person, **changed)).status_code in (200, 403)
    assert people.known_or_new(["石坚"])["石坚"] == mine
    assert not Alias.objects.exists()
    client.force_login(cast.de)
    client.post(f"/admin/articles/reporter/{other.pk}/change/", person_form(other, **alias))
    assert Alias.objects.get().name == "石坚"
