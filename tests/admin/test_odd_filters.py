"""Filters of the editors' lists with values that nobody's link has."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

LIST = "/admin/articles/article/"


@pytest.mark.parametrize("value", ["x", "-1", "\x00", "9" * 30])
def test_what_waits_for_nothing_known_is_an_empty_list_or_refused(enter, value):
    assert enter("chen").get(LIST, {"todo": value}).status_code in (200, 302, 400)


@pytest.mark.parametrize("name", ["publication__exact", "section__id__exact", "page__id__exact"])
@pytest.mark.parametrize("value", ["9" * 30, "-" + "9" * 30, "x", "\x00"])
def test_a_number_that_no_key_can_be_is_no_fault(enter, name, value):
    assert enter("chen").get(LIST, {name: value}).status_code in (200, 302, 400)


@pytest.mark.parametrize("odd", ["9" * 30, "\x00"])
def test_what_is_asked_twice_is_looked_at_twice(enter, odd):
    asked = {"publication__exact": [odd, "1"], "label": [odd, "A03"]}
    assert enter("chen").get("/admin/articles/photo/", asked).status_code == 400


@pytest.mark.parametrize("asked", ["桥" * 20_000, "桥 " * 1_000])
@pytest.mark.parametrize("room", ["article", "page", "photo", "tag"])
def test_a_whole_text_in_the_field_for_a_word_is_refused(enter, room, asked):
    assert enter("chen").get(f"/admin/articles/{room}/", {"q": asked}).status_code == 400


def test_a_passage_is_looked_for(enter):
    passage = "砚溪大桥今日通车，两岸居民步行过江。" * 5
    assert enter("chen").get(LIST, {"q": passage}).status_code == 200


@pytest.mark.parametrize("asked", ["桥" * 20_000, "桥 " * 1_000])
def test_nor_is_it_completed(enter, asked):
    field = {"app_label": "articles", "model_name": "credit", "field_name": "reporter"}
    assert enter("chen").get("/admin/autocomplete/", field | {"term": asked}).status_code == 400


def test_a_group_with_rights_that_cannot_be_is_refused(client, cast):
    client.force_login(cast.root)
    answer = client.post("/admin/auth/group/add/", {"name": "x", "permissions": "9" * 30})
    assert answer.status_code in (200, 400)


@pytest.mark.parametrize("name", ["label", "person"])
def test_a_name_that_no_database_holds_is_no_fault(enter, name):
    assert enter("chen").get("/admin/articles/photo/", {name: "\x00"}).status_code == 400


@pytest.mark.parametrize("key", ["5", "x", "\x00"])
def test_the_way_to_any_record_s_page_is_no_fault(enter, key):
    client = enter("chen")
    for kind in ContentType.objects.values_list("pk", flat=True):
        answer = client.get(reverse("admin:view_on_site", args=[kind, key]))
        assert answer.status_code in (302, 400, 404)


@pytest.mark.parametrize("odd", ["x", "²", "<b>", "1e9", "-1", "9" * 30, "\x00", "桥" * 9000])
@pytest.mark.parametrize("room", ["article", "page", "tag", "reporter"])
def test_rows_that_nobody_can_choose_are_no_fault(enter, issue, room, odd):
    action = {"article": "verify_together", "page": "import_pages"}.get(room, "delete_selected")
    for chosen in ([odd], ["1", odd]):
        sent = {"action": action, "_selected_action": chosen}
        answer = enter("de").post(f"/admin/articles/{room}/", sent)
        assert answer.status_code in (200, 302, 400, 403)
