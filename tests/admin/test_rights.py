"""Logins and groups: rights, and what Django's scripts say, in the language of the screen."""

import json
import re

import pytest
from django.contrib.auth.models import Group

from articles.images.picture_jobs import make_renditions
from articles.roles import Role
from tests.source import ROOT

JS_CATALOGUE = ROOT / "newsroom" / "locale" / "zh_Hans" / "LC_MESSAGES" / "djangojs.po"


@pytest.mark.parametrize("address", ["auth/user/add/", "auth/user/{}/change/", "auth/group/add/"])
def test_nothing_on_the_forms_of_logins_and_groups_is_left_in_english(enter, cast, address):
    html = enter("root").get("/admin/" + address.format(cast.rui.pk)).content.decode()
    for words in ("you’ll be able", "Can add", "Can change", "Can delete", "Can view", "stamp"):
        assert words not in html


def test_a_right_of_the_houses_own_is_named_by_its_name(enter, cast):
    html = enter("root").get(f"/admin/auth/user/{cast.rui.pk}/change/").content.decode()
    assert "可查看" in html
    assert "Can publish" not in html


def test_a_role_is_named_in_words_beside_its_code(enter, cast):
    html = enter("root").get(f"/admin/auth/user/{cast.rui.pk}/change/").content.decode()
    assert "总编辑 (chief_editor)" in html


@pytest.mark.parametrize(("role", "is_let_in"), [("desk_editor", True), ("reporter", False)])
def test_a_role_in_the_editors_rooms_brings_the_way_in_with_it(enter, cast, role, is_let_in):
    groups = [Group.objects.get(name=role).pk]
    words = {"username": "rui", "is_active": "on", "groups": groups}
    enter("root").post(f"/admin/auth/user/{cast.rui.pk}/change/", words)
    cast.rui.refresh_from_db()
    assert (cast.rui.is_staff, cast.rui.groups.get().name) == (is_let_in, role)


def test_the_form_of_a_login_says_nothing_of_how_a_password_is_kept(enter, cast):
    cast.rui.set_password("一句很长的密码")
    cast.rui.save()
    html = enter("root").get(f"/admin/auth/user/{cast.rui.pk}/change/").content.decode()
    assert "已设密码" in html
    assert "<bdi>" not in html


def test_lists_of_logins_groups_and_jobs_speak_in_words(enter, cast):
    make_renditions.enqueue("0" * 64)
    logins, groups, jobs = (
        enter("root").get(f"/admin/{room}/").content.decode()
        for room in ("auth/user", "auth/group", "django_tasks_database/dbtaskresult")
    )
    assert "总编辑" in groups
    assert '<td class="field-roles">总编辑</td>' in logins
    assert ">chief_editor" not in logins
    assert "生成较小的图片" in jobs
    assert "TASK NAME" not in jobs.upper()
    assert 'alt="Search"' not in logins


def test_the_scripts_of_the_admin_get_our_words(enter):
    script = enter("root").get("/admin/jsi18n/").content.decode()
    said = re.findall(r'^msgstr "(.+)"$', JS_CATALOGUE.read_text(encoding="utf-8"), re.MULTILINE)
    assert said
    assert [words for words in said if json.dumps(words) not in script] == []


def test_rights_are_asked_for_in_as_many_queries_however_many_there_are(
    enter, cast, django_assert_max_num_queries
):
    browser = enter("root")
    with django_assert_max_num_queries(16):
        browser.get(f"/admin/auth/user/{cast.rui.pk}/change/")


def test_and_so_are_those_of_a_role(enter, django_assert_max_num_queries):
    browser, role = enter("root"), Group.objects.get(name=Role.CHIEF_EDITOR.value)
    with django_assert_max_num_queries(16):
        assert browser.get(f"/admin/auth/group/{role.pk}/change/").status_code == 200
