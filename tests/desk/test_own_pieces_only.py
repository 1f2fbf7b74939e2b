"""Who comes in, and that there is no way to somebody else's piece."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from articles.models import Article, Publication, Reporter
from tests.builders import page_of, print_article, web_article, web_draft
from tests.desk.conftest import TEXTS, as_, press, save, write

pytestmark = pytest.mark.once

OF_A_PIECE = ["piece", "edit", "submit", "recall", "pictures"]
POSTED = {"submit", "recall"}
EVERY = [("home", []), ("name", []), ("new", [])]


def ask(client, name, number, **data):
    address = reverse(f"desk:{name}", args=[number])
    return client.post(address, data) if name in POSTED else client.get(address)


@pytest.mark.parametrize("name", OF_A_PIECE)
@pytest.mark.parametrize("status", ["draft", "returned", "first_review", "approved", "published"])
def test_anothers_piece_is_as_absent_as_none(cast, publication, name, status):
    article = web_article(cast, publication, status)
    theirs = ask(as_(cast.qing), name, article.number, revision=article.revision)
    nobodys = ask(as_(cast.qing), name, "2026-999999", revision=1)
    assert (theirs.status_code, nobodys.status_code) == (404, 404)
    assert theirs.content == nobodys.content


def test_anothers_piece_cannot_be_saved(cast, publication):
    article = web_draft(publication, cast.rui)
    data = {**TEXTS, "revision": article.revision}
    answer = as_(cast.qing).post(reverse("desk:edit", args=[article.number]), data)
    article.refresh_from_db()
    assert (answer.status_code, article.headline) == (404, "桥通车了")


def test_the_list_holds_ones_own_only(cast, publication):
    web_draft(publication, cast.rui, headline="秘而不宣")
    assert "秘而不宣" not in as_(cast.qing).get(reverse("desk:home")).content.decode()


def test_printed_articles_are_not_on_the_desk(cast, issue):
    article = print_article(cast, page_of(issue))
    assert ask(as_(cast.de), "piece", article.number).status_code == 404


@pytest.mark.parametrize(("name", "args"), [*EVERY, ("piece", ["2026-000001"]), ("start", [])])
def test_strangers_are_asked_to_log_in(db, name, args):
    answer = Client().get(reverse(f"desk:{name}", args=args))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("login"))


@pytest.mark.parametrize("who", ["pei", "sun", "chen", "ao", "root"])
@pytest.mark.parametrize(("name", "args"), [*EVERY, ("piece", ["2026-000001"])])
def test_roles_that_do_not_write_are_shown_where_to_go(cast, who, name, args):
    answer = as_(getattr(cast, who)).get(reverse(f"desk:{name}", args=args))
    assert answer.status_code == 403
    assert reverse("admin:index") in answer.content.decode()
    for place in ("home", "assignments", "notices"):
        assert f'href="{reverse(f"desk:{place}")}"' not in answer.text


def test_a_login_without_a_role_is_told_what_to_do(cast):
    cast.qing.groups.clear()
    answer = as_(cast.qing).get(reverse("desk:home"))
    assert answer.status_code == 403
    assert "还没有角色" in answer.content.decode()


def test_a_role_taken_away_is_gone_at_the_next_request(rui, publication):
    article = write(rui, publication)
    rui.user.groups.remove(Group.objects.get(name="reporter"))
    assert save(rui, article, headline="仍想修改").status_code == 403
    article.refresh_from_db()
    assert article.headline == TEXTS["headline"]


def test_desk_editors_may_write_too(cast, publication):
    Reporter.objects.create(name="德编辑", user=cast.de)
    as_(cast.de).post(reverse("desk:new"), {"publication": publication.pk, **TEXTS})
    assert Article.objects.get().owner == cast.de


def test_a_login_leads_editors_to_their_rooms_and_reporters_to_the_desk(cast):
    assert as_(cast.chen).get(reverse("desk:start")).url == reverse("admin:index")
    assert as_(cast.rui).get(reverse("desk:start")).url == reverse("desk:home")


@pytest.mark.parametrize("name", sorted(POSTED))
def test_moves_are_not_made_by_looking(rui, publication, name):
    article = write(rui, publication)
    assert rui.client.get(reverse(f"desk:{name}", args=[article.number])).status_code == 405


@pytest.mark.parametrize("name", [*sorted(POSTED), "edit"])
def test_nothing_changes_without_the_pages_own_token(rui, publication, name):
    article = write(rui, publication)
    client = Client(enforce_csrf_checks=True)
    client.force_login(rui.user)
    address = reverse(f"desk:{name}", args=[article.number])
    assert client.post(address, {**TEXTS, "revision": 1}).status_code == 403


def test_forged_fields_are_ignored_in_a_new_piece(rui, publication, cast):
    article = write(
        rui,
        publication,
        status="published",
        owner=cast.qing.pk,
        number="1999-000001",
        origin="print",
        round=9,
        published_at="2026-01-01",
        byline="冒名",
    )
    assert (article.status, article.owner, article.origin) == ("draft", rui.user, "web")
    assert (article.round, article.published_at, article.byline) == (1, None, "")
    assert article.number != "1999-000001"


def test_forged_fields_are_ignored_in_a_saved_piece(rui, publication, cast):
    article = write(rui, publication)
    other = Publication.objects.create(name="砚溪晚报", slug="yanxi-evening")
    before = Article.objects.values(
        "number", "status", "owner", "publication", "origin", "live_version", "embargo_until"
    ).get()
    forged = {key: str(cast.qing.pk) for key in before} | {"publication": other.pk}
    save(rui, article, **forged, headline="新的标题")
    after = Article.objects.values(*before).get()
    assert after == before
    assert Article.objects.get().headline == "新的标题"


def test_a_move_is_refused_without_the_revision_that_was_seen(rui, publication):
    article = write(rui, publication)
    press(rui, article, "submit", revision="9" * 6000)
    article.refresh_from_db()
    assert article.status == "draft"


@pytest.mark.parametrize("name", OF_A_PIECE[:2])
def test_no_cache_keeps_a_piece(rui, publication, name):
    article = write(rui, publication)
    answer = rui.client.get(reverse(f"desk:{name}", args=[article.number]))
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
