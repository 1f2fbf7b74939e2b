"""Notices of assignments: after commit, never to the actor, each with its reason."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from articles.models import Assignment, Notice
from articles.workflow import notifying
from articles.writing import assigning, assignment_notices

DUE = timedelta(days=3)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """committed(function, …): call it, and do what follows once it is committed."""

    def _committed(act, *arguments, **words):
        with django_capture_on_commit_callbacks(execute=True):
            return act(*arguments, **words)

    return _committed


@pytest.fixture
def proposal(cast, publication, committed):
    fields = {"publication": publication, "title": "老水车又转了", "due": timezone.now() + DUE}
    return committed(assigning.propose, fields, by=cast.rui)


@pytest.fixture
def assigned(proposal, cast, committed):
    return committed(assigning.take, proposal, "assign", by=cast.sun)


def told(user):
    return [(n.note.action, n.why) for n in notifying.inbox(user).order_by("pk")]


def changed(assignment, by, committed, **fields):
    held = Assignment.objects.get(pk=assignment.pk)
    for name, value in fields.items():
        setattr(held, name, value)
    committed(assigning.change, held, by=by)
    return held


def test_a_writer_hears_that_a_subject_is_assigned(cast, assigned):
    assert told(cast.rui) == [("assign", "assigned")]
    assert told(cast.sun) == []


def test_who_assigned_it_hears_the_answer(cast, assigned, committed):
    committed(assigning.take, assigned, "accept", by=cast.rui)
    committed(assigning.take, assigned, "hand_back", by=cast.rui, words="那天要出差。")
    assert told(cast.sun) == [("accept", "order"), ("hand_back", "order")]
    assert told(cast.rui) == [("assign", "assigned")]


def test_a_writer_hears_what_was_changed_and_what_was_dropped(cast, assigned, committed):
    changed(assigned, cast.shen, committed, planned_length=800)
    committed(assigning.take, assigned, "drop", by=cast.shen, words="题目过时了。")
    assert told(cast.rui)[1:] == [("change", "assigned"), ("drop", "assigned")]
    change = Notice.objects.get(note__action="change").note
    assert change.words == "计划字数：– → 800"


def test_a_change_that_changes_nothing_is_neither_noted_nor_told(cast, assigned, committed):
    changed(assigned, cast.shen, committed)
    assert told(cast.rui) == [("assign", "assigned")]
    assert not assigned.notes.filter(action="change").exists()


def test_given_to_somebody_else_both_are_told_and_the_first_sees_no_more(
    client, cast, assigned, committed
):
    changed(assigned, cast.shen, committed, reporter=cast.qing)
    changed(assigned, cast.shen, committed, title="另有内情")
    assert told(cast.qing) == [("assign", "assigned"), ("change", "assigned")]
    assert told(cast.rui)[-1] == ("assign", "released")
    Assignment.objects.filter(pk=assigned.pk).update(proposed_by=cast.sun)
    client.force_login(cast.rui)
    page = client.get("/desk/notices/").content.decode()
    assert "老水车又转了" in page
    assert "改派他人" in page
    assert "另有内情" not in page


def test_a_proposal_that_is_dropped_is_told_to_who_proposed_it(cast, proposal, committed):
    committed(assigning.take, proposal, "drop", by=cast.sun, words="题目过时了。")
    assert told(cast.rui) == [("drop", "proposer")]


def test_nobody_hears_of_what_they_did_themselves(cast, proposal, committed):
    committed(assigning.take, proposal, "withdraw", by=cast.rui)
    assert Notice.objects.count() == 0


def test_what_is_rolled_back_is_not_told(cast, proposal, committed):
    with pytest.raises(assigning.Refused):
        committed(assigning.take, proposal, "accept", by=cast.rui)
    assert Notice.objects.count() == 0


def test_a_notice_that_fails_changes_nothing(cast, proposal, committed, monkeypatch):
    def fail(*arguments, **words):
        raise RuntimeError("no notice today")

    monkeypatch.setattr(notifying, "tell", fail)
    committed(assigning.take, proposal, "assign", by=cast.sun)
    proposal.refresh_from_db()
    assert proposal.state == "assigned"


def remind(**before_due):
    with time_machine.travel(Assignment.objects.get().due - timedelta(**before_due), tick=False):
        assignment_notices.tell_due_soon()


def test_what_is_due_within_a_day_is_told_once(cast, assigned):
    remind(hours=25)
    assert ("assign", "due") not in told(cast.rui)
    for hours in (23, 22, 1):
        remind(hours=hours)
    assert told(cast.rui) == [("assign", "assigned"), ("assign", "due")]


def test_what_is_handed_in_or_late_or_only_proposed_is_not_due_soon(cast, proposal, committed):
    remind(hours=2)
    assert told(cast.rui) == []
    committed(assigning.take, proposal, "assign", by=cast.sun)
    remind(hours=-1)
    committed(assigning.take, proposal, "drop", by=cast.sun, words="题目过时了。")
    remind(hours=2)
    assert "due" not in [why for _action, why in told(cast.rui)]


def test_whoever_was_told_less_than_a_day_ahead_is_not_reminded_at_once(cast, assigned, committed):
    soon = timezone.now() + timedelta(hours=5)
    changed(assigned, cast.shen, committed, due=soon)
    assignment_notices.tell_due_soon()
    assert told(cast.rui)[-1] == ("change", "assigned")


def test_the_clock_reminds(cast, assigned):
    with time_machine.travel(assigned.due - timedelta(hours=2), tick=False):
        call_command("publish_due", stdout=StringIO())
    assert told(cast.rui)[-1] == ("assign", "due")


@pytest.mark.parametrize(
    ("name", "address"), [("rui", "/desk/notices/"), ("sun", "/admin/notices/")]
)
def test_the_inbox_says_what_why_and_leads_to_it(client, cast, assigned, committed, name, address):
    committed(assigning.take, assigned, "hand_back", by=cast.rui, words="那天要出差。")
    client.force_login(getattr(cast, name))
    page = client.get(address).content.decode()
    assert "老水车又转了" in page
    expected = {
        "rui": ["因为这个选题派给了您", f"/desk/assignments/{assigned.pk}/"],
        "sun": ["因为是您派的题", "那天要出差。", f"/admin/articles/assignment/{assigned.pk}/"],
    }
    assert [words for words in expected[name] if words not in page] == []


@pytest.mark.parametrize("number", [2, 20])
def test_the_inbox_asks_as_often_for_many_as_for_few(
    client, cast, publication, committed, number, django_assert_max_num_queries
):
    for each in range(number):
        made = assigning.propose({"publication": publication, "title": f"题{each}"}, by=cast.rui)
        committed(assigning.take, made, "assign", by=cast.sun)
        committed(assigning.take, made, "accept", by=cast.rui)
    for name, address in (("rui", "/desk/notices/"), ("sun", "/admin/notices/")):
        client.force_login(getattr(cast, name))
        with django_assert_max_num_queries(9):
            client.get(address)


def test_the_digest_names_assignments_too(cast, assigned, settings):
    settings.EMAIL_HOST = "mail.example"
    cast.rui.email = "rui@paper.example"
    cast.rui.save()
    call_command("send_digest", stdout=StringIO())
    assert "老水车又转了" in mail.outbox[0].body
