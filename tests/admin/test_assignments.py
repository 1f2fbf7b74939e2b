"""选题 in the editors' rooms: section heads assign, everybody may look, nobody else decides."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin.staff import assignments
from articles.models import Article, Assignment
from articles.writing import assigning
from tests.builders import web_article
from tests.desk.conftest import as_

BOARD = "admin:articles_assignment_board"


@pytest.fixture
def proposal(cast, publication):
    return assigning.propose({"publication": publication, "title": "老水车又转了"}, by=cast.rui)


def form(publication, **changes):
    return {
        "publication": publication.pk,
        "title": "桥头驿站",
        "brief": "",
        "section": "",
        "reporter": "",
        "due": "",
        "planned_for": "",
        "page_label": "",
        "planned_length": "",
        **changes,
    }


def step(user, assignment, action, **data):
    address = reverse("admin:articles_assignment_step", args=[assignment.pk, action])
    return as_(user).post(address, {"revision": assignment.revision} | data, follow=True)


def test_a_section_head_assigns_from_the_board(cast, proposal):
    step(cast.sun, proposal, "assign", reporter=cast.qing.pk)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.reporter) == ("assigned", cast.qing)
    assert [note.action for note in proposal.notes.all()] == ["propose", "assign"]


@pytest.mark.parametrize("who", ["de", "pei", "ao", "root"])
@pytest.mark.parametrize("action", ["assign", "drop"])
def test_nobody_else_decides(cast, proposal, who, action):
    answer = step(getattr(cast, who), proposal, action, reporter=cast.qing.pk, words="过时")
    proposal.refresh_from_db()
    assert (answer.status_code, proposal.state, proposal.reporter) == (200, "proposed", cast.rui)


def test_only_writers_are_assigned(cast, proposal):
    step(cast.sun, proposal, "assign", reporter=cast.pei.pk)
    proposal.refresh_from_db()
    assert proposal.state == "proposed"


def test_what_is_dropped_says_why_and_can_be_taken_up_again(cast, proposal):
    step(cast.sun, proposal, "drop")
    proposal.refresh_from_db()
    assert proposal.state == "proposed"
    step(cast.sun, proposal, "drop", words="题目过时了。")
    proposal.refresh_from_db()
    assert proposal.state == "dropped"
    step(cast.chen, proposal, "reopen")
    proposal.refresh_from_db()
    assert proposal.state == "proposed"


def test_what_readers_see_already_is_not_dropped_any_more(cast, publication, proposal):
    assigning.take(proposal, "assign", by=cast.sun)
    assigning.write(proposal, by=cast.rui)
    live = web_article(cast, publication, "published")
    Assignment.objects.filter(pk=proposal.pk).update(article=live)
    proposal.refresh_from_db()
    door = reverse("admin:articles_assignment_step", args=[proposal.pk, "drop"])
    assert door not in as_(cast.sun).get(reverse(BOARD)).content.decode()
    step(cast.sun, proposal, "drop", words="题目过时了。")
    proposal.refresh_from_db()
    assert proposal.state == "written"


@pytest.mark.parametrize("action", ["accept", "write", "withdraw", "nonsense"])
def test_a_reporters_steps_have_no_door_here(cast, proposal, action):
    assert step(cast.sun, proposal, action).status_code == 404


def test_an_assignment_set_down_with_a_reporter_is_assigned(cast, publication):
    add = reverse("admin:articles_assignment_add")
    as_(cast.sun).post(add, form(publication, reporter=cast.rui.pk))
    as_(cast.sun).post(add, form(publication, title="还没定人"))
    assert list(Assignment.objects.order_by("pk").values_list("state", "proposed_by")) == [
        ("assigned", cast.sun.pk),
        ("proposed", cast.sun.pk),
    ]


@pytest.mark.parametrize("who", ["de", "pei", "ao", "root"])
def test_the_form_is_for_section_heads_and_chief_editors(cast, publication, proposal, who):
    client = as_(getattr(cast, who))
    added = client.post(reverse("admin:articles_assignment_add"), form(publication))
    address = reverse("admin:articles_assignment_change", args=[proposal.pk])
    changed = client.post(address, form(publication, seen=1))
    assert (added.status_code, changed.status_code) == (403, 403)
    assert Assignment.objects.get().title == "老水车又转了"


def change(user, assignment, publication, **changes):
    address = reverse("admin:articles_assignment_change", args=[assignment.pk])
    data = form(publication, **{"seen": assignment.revision} | changes)
    answer = as_(user).post(address, data)
    assignment.refresh_from_db()
    return answer


def test_given_to_somebody_else_it_is_assigned_anew(cast, publication, proposal):
    assigning.take(proposal, "assign", by=cast.sun)
    assigning.take(proposal, "accept", by=cast.rui)
    proposal.refresh_from_db()
    change(cast.sun, proposal, publication, reporter=cast.qing.pk)
    assert (proposal.state, proposal.reporter) == ("assigned", cast.qing)


def test_a_stale_form_is_refused(cast, publication, proposal):
    answer = change(cast.sun, proposal, publication, seen=99)
    assert "重新打开" in answer.content.decode()
    assert proposal.title == "老水车又转了"


def test_with_a_piece_begun_the_reporter_stays(cast, publication, proposal):
    assigning.take(proposal, "assign", by=cast.sun)
    assigning.write(proposal, by=cast.rui)
    proposal.refresh_from_db()
    change(cast.sun, proposal, publication, reporter=cast.qing.pk)
    assert (proposal.state, proposal.reporter, proposal.title) == ("written", cast.rui, "桥头驿站")


def begun_and_deleted(cast, assignment):
    """Its piece was begun, and an editor has deleted the draft."""
    assigning.take(assignment, "assign", by=cast.sun)
    assigning.write(assignment, by=cast.rui).delete()
    assignment.refresh_from_db()


def test_of_a_deleted_piece_the_subject_can_be_taken_back_from_its_reporter(
    cast, publication, proposal
):
    begun_and_deleted(cast, proposal)
    assert change(cast.sun, proposal, publication, reporter="").status_code == 302
    assert (proposal.state, proposal.reporter) == ("proposed", None)


def test_of_a_deleted_piece_the_subject_is_assigned_anew_to_somebody_else(
    cast, publication, proposal
):
    begun_and_deleted(cast, proposal)
    change(cast.sun, proposal, publication, reporter=cast.qing.pk)
    assert (proposal.state, proposal.reporter) == ("assigned", cast.qing)
    assert proposal.notes.latest("pk").action == "assign"


def test_the_first_screen_leads_to_the_board(cast, db):
    assert reverse(BOARD) in as_(cast.sun).get(reverse("admin:index")).content.decode()


def test_published_pieces_do_not_crowd_what_is_still_to_be_written_off_the_board(
    cast, publication, monkeypatch
):
    monkeypatch.setattr(assignments, "ON_A_COLUMN", 1)
    today = timezone.now()
    for title, due in (("已经见报", today), ("还在写着", today + timedelta(days=1))):
        fields = {"publication": publication, "title": title, "due": due}
        begun = assigning.propose(fields, by=cast.rui)
        assigning.take(begun, "assign", by=cast.sun)
        assigning.write(begun, by=cast.rui)
    done = Assignment.objects.get(title="已经见报").article
    Article.objects.filter(pk=done.pk).update(published_at=today)
    shown = as_(cast.sun).get(reverse(BOARD)).content.decode()
    assert "还在写着" in shown
    assert "已经见报" not in shown


def test_the_board_asks_as_often_for_twenty_as_for_two(cast, publication):
    def fill(count):
        for _each in range(count):
            fields = {"publication": publication, "title": "题"}
            made = [assigning.propose(fields, by=cast.rui) for _one in range(3)]
            assigning.take(made[1], "drop", by=cast.sun, words="过时")
            assigning.take(made[2], "assign", by=cast.sun)
            assigning.write(made[2], by=cast.rui)

    def asked(name):
        client = as_(cast.sun)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse(name)).status_code == 200
        return len(captured)

    pages = [BOARD, "admin:articles_assignment_changelist"]
    fill(2)
    few = [asked(name) for name in pages]
    fill(18)
    assert [asked(name) for name in pages] == few
