"""Who may enter the editors' rooms, and what each finds behind the doors."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from articles.admin.site import SHELVES
from articles.images import picture_jobs
from tests.builders import page_of, print_article

pytestmark = pytest.mark.once

ROOMS = "publication issue page article photo reporter tag event version".split()


@pytest.mark.parametrize("name", ["de", "pei", "sun", "chen", "ao", "root"])
def test_staff_enter_the_first_screen(enter, name):
    assert enter(name).get("/admin/").status_code == 200


def test_the_head_of_every_room_says_who_is_there(enter):
    assert "<strong>de</strong>" in enter("de").get("/admin/").content.decode()


def test_the_first_screen_of_a_new_site_says_what_comes_first(enter, publication):
    publication.delete()
    html = enter("root").get("/admin/").content.decode()
    for address in ("/admin/articles/publication/add/", "/admin/auth/user/add/"):
        assert f'<li><a href="{address}">' in html
    assert "由总编辑或系统管理员设置报纸" in enter("de").get("/admin/").content.decode()


def test_and_no_longer_once_it_has_a_page(enter, issue):
    page_of(issue)
    assert "first-steps" not in enter("root").get("/admin/").content.decode()


def test_a_reporter_at_the_editors_login_is_shown_the_way_to_the_desk(enter):
    html = enter("rui").get("/admin/login/").content.decode()
    assert 'href="/desk/"' in html


@pytest.mark.parametrize(
    ("query", "words"), [("", "还没有内容。"), ("?state__exact=new", "没有符合条件的内容。")]
)
def test_an_empty_list_says_so(enter, query, words):
    assert words in enter("chen").get(f"/admin/articles/errorreport/{query}").content.decode()


def test_a_reporter_is_sent_to_the_login(enter):
    assert enter("rui").get("/admin/").status_code == 302


def test_a_reporter_marked_as_staff_is_still_kept_out(enter, cast):
    cast.rui.is_staff = True
    cast.rui.save()

    assert enter("rui").get("/admin/articles/article/").status_code == 302


def test_an_editor_without_the_staff_mark_is_kept_out(enter, cast):
    cast.de.is_staff = False
    cast.de.save()

    assert enter("de").get("/admin/").status_code == 302


def test_a_role_taken_away_closes_the_door_at_the_next_request(enter, cast):
    browser = enter("de")
    cast.de.groups.remove(Group.objects.get(name="desk_editor"))

    assert browser.get("/admin/").status_code == 302


def test_a_disabled_editor_is_kept_out(enter, cast):
    browser = enter("chen")
    cast.chen.is_active = False
    cast.chen.save()

    assert browser.get("/admin/").status_code == 302


def test_a_reporters_password_does_not_open_the_editors_login(client, cast):
    cast.rui.set_password("正确的密码")
    cast.rui.is_staff = True
    cast.rui.save()

    response = client.post("/admin/login/", {"username": "rui", "password": "正确的密码"})

    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("name", ["de", "pei", "sun", "chen", "ao"])
def test_every_role_of_the_house_reads_every_room(enter, name, room):
    assert enter(name).get(f"/admin/articles/{room}/").status_code == 200


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("name", ["ao", "pei"])
def test_readers_among_staff_add_nothing(enter, name, room):
    assert enter(name).get(f"/admin/articles/{room}/add/").status_code == 403


@pytest.mark.parametrize("name", ["de", "sun", "chen", "ao"])
def test_logins_are_the_administrators_business(enter, name):
    assert enter(name).get("/admin/auth/user/").status_code == 403


def test_administrators_keep_logins_and_groups(enter):
    assert enter("root").get("/admin/auth/user/").status_code == 200


@pytest.mark.parametrize("room", ["event", "version"])
@pytest.mark.parametrize("name", ["de", "chen", "root"])
def test_nobody_writes_the_record(enter, name, room):
    assert enter(name).get(f"/admin/articles/{room}/add/").status_code == 403


def test_rows_cannot_be_guessed_through_somebodys_password(enter):
    response = enter("de").get("/admin/articles/article/?owner__password__startswith=a")

    assert response.status_code == 400


def test_every_room_lies_on_a_shelf_of_the_first_screen():
    registered = [model._meta for model in admin.site._registry]
    rooms = [model.object_name for model in registered if model.app_label == "articles"]
    assert sorted(rooms) == sorted(" ".join(SHELVES.values()).split())


def test_the_first_screen_shows_only_shelves_with_something_on_them(enter):
    lists = enter("pei").get("/admin/").context["app_list"]
    assert all(shelf["models"] for shelf in lists)
    assert "收版" in [shelf["name"] for shelf in lists]


@pytest.mark.parametrize(("name", "is_open"), [("de", True), ("shen", False), ("root", False)])
def test_who_takes_no_pages_in_is_told_so_on_the_first_screen(name, is_open, enter):
    html = enter(name).get("/admin/").content.decode()
    assert ('class="button" href="/admin/articles/page/add/"' in html) is is_open
    assert ("您的角色不能“导入”" in html) is not is_open


def test_the_list_of_an_app_s_rooms_says_nothing_of_what_waits(enter):
    shown = enter("chen").get("/admin/articles/").content.decode()
    assert "/admin/articles/page/" in shown
    assert "还没有版面" not in shown


def test_the_login_has_a_heading(client, db):
    assert "<h1>" in client.get("/admin/login/").content.decode()


def test_nobody_writes_when_a_login_was_used(enter, cast):
    form = enter("root").get(f"/admin/auth/user/{cast.rui.pk}/change/").context["adminform"].form
    assert {"last_login", "date_joined"}.isdisjoint(form.fields)


@pytest.fixture
def with_password(cast):
    cast.rui.set_password("only-in-this-test-7")
    cast.rui.save()
    return cast.rui


@pytest.mark.parametrize("place", ["", "add/", "{}/change/", "{}/password/", "{}/history/"])
def test_the_rooms_of_logins_call_them_by_one_word(enter, with_password, place):
    html = enter("root").get("/admin/auth/user/" + place.format(with_password.pk)).content.decode()
    assert "账号" in html
    assert re.findall("用户.{,9}|登录名|[帐账]户|帐号", html) == []


def test_every_login_keeps_a_password(enter, with_password):
    sent = {"usable_password": "false", "password1": "", "password2": ""}
    enter("root").post(f"/admin/auth/user/{with_password.pk}/password/", sent)
    enter("root").post("/admin/auth/user/add/", sent | {"username": "puppet"})
    with_password.refresh_from_db()
    assert with_password.has_usable_password()
    assert not get_user_model().objects.filter(username="puppet").exists()


def test_jobs_in_the_background_speak_chinese(enter):
    shown = enter("root").get("/admin/django_tasks_database/dbtaskresult/").content.decode()
    assert "后台任务" in shown
    assert "Task" not in shown.partition("<main")[2].partition("<table")[0]


def test_a_job_and_an_event_are_named_in_the_reader_s_language(enter, cast, issue):
    event = print_article(cast, page_of(issue)).events.latest("pk")
    job = picture_jobs.make_renditions.enqueue("0" * 64)
    places = {
        f"articles/event/{event.pk}": f"{event.article.number} #{event.sequence} 导入",
        f"django_tasks_database/dbtaskresult/{job.id}": "生成较小的图片",
    }
    for place, name in places.items():
        page = enter("root").get(f"/admin/{place}/change/").content.decode()
        path = page.partition('class="breadcrumbs"')[2].partition("</div>")[0]
        assert name in path, place
        assert f"<h2>{name}</h2>" in page, place
        assert "/history/" not in page


@pytest.mark.parametrize("room", "importbatch oldaddress errorreport printtask".split())
def test_a_room_that_is_empty_at_first_says_what_comes_there(enter, room):
    assert '<p class="help">' in enter("chen").get(f"/admin/articles/{room}/").content.decode()


@pytest.mark.parametrize(("who", "is_open"), [("de", True), ("shen", False), ("root", False)])
@pytest.mark.parametrize("room", ["page", "importbatch", "article"])
def test_lists_offer_taking_in_only_to_those_who_may(enter, who, is_open, room):
    html = enter(who).get(f"/admin/articles/{room}/").content.decode()
    assert (f"/admin/articles/{'page' if room == 'article' else room}/add/" in html) is is_open


def test_who_may_not_take_in_and_goes_there_all_the_same_is_told_who_may(enter):
    answer = enter("root").get("/admin/articles/importbatch/add/", follow=True)
    assert "您的角色不能“导入”" in answer.content.decode()
