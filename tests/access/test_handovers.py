"""A password that an administrator sets opens no role until its person and a senior took it up."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from articles import handovers
from articles.models import Handover
from articles.refusals import Refused
from articles.roles import holds, roles_of
from tests.builders import go, web_article

SET, OWN = "Lent-by-the-office-7", "Known-to-nobody-else-8"
DENIED = (302, 403)


@pytest.fixture
def office(cast):
    """An administrator's browser."""
    client = Client()
    client.force_login(cast.root)
    return client


def set_password(office, login, password=SET):
    words = {"password1": password, "password2": password}
    office.post(f"/admin/auth/user/{login.pk}/password/", words)
    login.refresh_from_db()


def log_in(name, password=SET, door="/login/"):
    client = Client()
    answer = client.post(door, {"username": name, "password": password})
    return client, answer


def choose(client, old=SET, new=OWN):
    words = {"old_password": old, "new_password1": new, "new_password2": new}
    return client.post("/password/", words, follow=True)


def vouch(by, login):
    client = Client()
    client.force_login(by)
    handover = handovers.open_one(login)
    client.post("/admin/vouching/", {"handover": handover.pk if handover else 0})


def test_an_administrator_signs_in_nobody_s_name(office, cast, publication):
    article = web_article(cast, publication, "final_review")
    set_password(office, cast.cui)
    client, _answer = log_in("cui")
    choose(client)
    words = {"seen": article.revision, "opinion": "同意。"}
    door = f"/admin/articles/article/{article.pk}/move/sign_off/"
    assert client.post(door, words).status_code in DENIED
    with pytest.raises(Refused) as refused:
        go(article, "sign_off", cast.cui)
    assert refused.value.refusal.rule == "role"


def test_nor_in_the_name_of_a_login_of_his_own_making(office, cast):
    words = {"username": "puppet", "password1": SET, "password2": SET}
    office.post("/admin/auth/user/add/", words)
    puppet = Handover.objects.get(user__username="puppet").user
    puppet.groups.set(cast.chen.groups.all())
    puppet.user_permissions.add(cast.chen.groups.get().permissions.get(codename="publish_article"))
    assert roles_of(puppet) == frozenset()
    assert not holds(puppet, "publish_article")
    assert puppet.get_all_permissions() == set()


def test_roles_of_the_roster_rest_too(office, cast):
    Handover.objects.create(user=cast.de, set_by=cast.root)
    today = {"first": "2000-01-01", "last": "2999-01-01", "granted_by": cast.chen}
    cast.de.duties.create(role="chief_editor", **today)
    assert roles_of(cast.de) == frozenset()


def test_the_login_leads_to_choosing_a_password_and_says_why(office, cast):
    set_password(office, cast.rui)
    client, answer = log_in("rui")
    assert answer.headers["Location"] == "/password/"
    assert "管理员设置了您的密码" in client.get("/password/").content.decode()
    assert client.get("/desk/").status_code == 403
    shown = choose(client).content.decode()
    assert "请部门主任或总编辑" in shown


def test_the_editors_login_says_where_to_go(office, cast):
    set_password(office, cast.de)
    _client, answer = log_in("de", door="/admin/login/")
    assert "/login/" in str(answer.context["form"].errors)


def test_an_administrator_s_second_login_opens_no_room_until_somebody_vouches(office, cast):
    words = {"username": "puppet", "password1": SET, "password2": SET}
    office.post("/admin/auth/user/add/", words)
    puppet = Handover.objects.get(user__username="puppet").user
    rights = {"username": "puppet", "is_active": "on", "is_staff": "on", "is_superuser": "on"}
    office.post(f"/admin/auth/user/{puppet.pk}/change/", rights)
    client, _answer = log_in("puppet")
    choose(client)
    chief = cast.chen.groups.get()
    own = {**rights, "username": "root", "groups": [chief.pk]}
    assert client.post(f"/admin/auth/user/{cast.root.pk}/change/", own).status_code in DENIED
    assert roles_of(cast.root) == frozenset()
    senior = Client()
    senior.force_login(cast.shen)
    assert "系统管理员" in senior.get("/admin/vouching/").content.decode()
    vouch(cast.shen, puppet)
    assert client.get("/admin/auth/user/").status_code == 200


def test_a_colleague_vouches_and_the_roles_hold_again(office, cast):
    set_password(office, cast.rui)
    client, _answer = log_in("rui")
    choose(client)
    vouch(cast.shen, cast.rui)
    assert "reporter" in roles_of(cast.rui)
    assert client.get("/desk/").status_code == 200
    closed = Handover.objects.get()
    assert (closed.set_by, closed.vouched_by) == (cast.root, cast.shen)


def test_nobody_vouches_before_the_person_has_chosen(office, cast):
    set_password(office, cast.rui)
    vouch(cast.shen, cast.rui)
    assert roles_of(cast.rui) == frozenset()


def test_the_password_that_was_set_is_not_chosen_again(office, cast):
    set_password(office, cast.rui)
    client, _answer = log_in("rui")
    choose(client, new=SET)
    assert Handover.objects.get().chosen_at is None


def test_a_password_set_again_has_to_be_chosen_again(office, cast):
    set_password(office, cast.rui)
    choose(log_in("rui")[0])
    set_password(office, cast.rui, "Lent-another-time-9")
    assert Handover.objects.get().chosen_at is None


@pytest.mark.parametrize("name", ["rui", "de", "pei", "ao", "root", "shen"])
def test_others_do_not_vouch_nor_do_people_for_themselves(name, office, cast):
    set_password(office, cast.shen)
    choose(log_in("shen")[0])
    vouch(getattr(cast, name), cast.shen)
    assert roles_of(cast.shen) == frozenset()


def test_who_set_the_password_does_not_vouch_though_a_senior(cast):
    cast.root.groups.set(cast.chen.groups.all())
    handover = Handover.objects.create(user=cast.rui, set_by=cast.root)
    handovers.take_over(cast.rui)
    with pytest.raises(Refused) as refused:
        handovers.vouch(handover, by=cast.root)
    assert refused.value.refusal.rule == "separation"
    handover.refresh_from_db()
    handover.vouched_by = cast.root
    with pytest.raises(IntegrityError), transaction.atomic():
        handover.save()


def test_who_changes_their_own_password_asks_nobody(office, cast):
    set_password(office, cast.root)
    cast.chen.set_password(OWN)
    cast.chen.save()
    client, _answer = log_in("chen", OWN)
    choose(client, OWN, SET)
    assert not Handover.objects.exists()
    assert log_in("chen", SET)[1].headers["Location"] == "/desk/start/"


def test_the_first_screen_of_seniors_leads_to_whom_to_vouch_for(office, cast):
    set_password(office, cast.rui)
    for name, is_shown in (("shen", True), ("chen", True), ("de", False), ("root", False)):
        client = Client()
        client.force_login(getattr(cast, name))
        assert ("/admin/vouching/" in client.get("/admin/").content.decode()) is is_shown


def test_the_first_login_of_a_site_is_vouched_for_from_the_server(office, cast):
    set_password(office, cast.chen)
    with pytest.raises(CommandError):
        call_command("vouch", "chen", stdout=StringIO())
    choose(log_in("chen")[0])
    call_command("vouch", "chen", stdout=StringIO())
    assert "chief_editor" in roles_of(cast.chen)
    with pytest.raises(CommandError):
        call_command("vouch", "chen", stdout=StringIO())
