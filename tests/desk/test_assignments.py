"""选题: proposed, assigned, accepted, written; each step by whom it is for."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Assignment, AssignmentState, Reporter, Section
from articles.refusals import Refused
from articles.writing import assigning
from articles.writing.assignment_steps import STEPS
from tests.builders import go
from tests.desk.conftest import as_
from tests.desk.test_showing import alive, queries

pytestmark = pytest.mark.once

WORDS = {"hand_back": "那天要出差。", "drop": "题目过时了。"}
# Who may make which step in which state; everybody else is refused. `rui` proposed or is assigned.
ALLOWED = {
    ("proposed", "assign"): {"sun", "shen", "chen", "cui"},
    ("proposed", "withdraw"): {"rui"},
    ("assigned", "accept"): {"rui"},
    ("assigned", "hand_back"): {"rui"},
    ("accepted", "hand_back"): {"rui"},
    **{
        (state, "drop"): {"sun", "shen", "chen", "cui"}
        for state in ("proposed", "assigned", "accepted", "written")
    },
    ("dropped", "reopen"): {"sun", "shen", "chen", "cui"},
}


@pytest.fixture
def proposal(rui, publication):
    return assigning.propose({"publication": publication, "title": "老水车又转了"}, by=rui.user)


def stand(assignment, state, cast):
    """Bring a proposal of rui's to a state, by the people who do so in life."""
    road = {
        "proposed": [],
        "assigned": [("assign", cast.sun)],
        "accepted": [("assign", cast.sun), ("accept", cast.rui)],
        "dropped": [("drop", cast.sun)],
    }
    for action, by in road.get(state, road["accepted"]):
        assignment = assigning.take(assignment, action, by=by, words=WORDS.get(action, ""))
    if state == "written":
        assigning.write(assignment, by=cast.rui)
    assignment.refresh_from_db()
    return assignment


def do(writer, assignment, action, **words):
    address = reverse("desk:step", args=[assignment.pk, action])
    data = {"revision": assignment.revision} | words
    return writer.client.post(address, data, follow=True)


@pytest.mark.parametrize("state", AssignmentState.values)
@pytest.mark.parametrize("action", sorted(set(STEPS) - {"write"}))
def test_every_step_is_refused_to_whom_it_is_not_for(proposal, cast, state, action):
    assignment = stand(proposal, state, cast)
    allowed = ALLOWED.get((state, action), set())
    for name in ("rui", "qing", "de", "pei", "sun", "shen", "chen", "cui", "ao", "root"):
        roles = assigning.roles_of(getattr(cast, name))
        step = STEPS[action]
        refusal = assigning.step_refusal(step, assignment, getattr(cast, name), roles)
        assert (refusal is None) == (name in allowed), name


def test_a_reporter_proposes_and_the_proposal_is_his(rui, publication):
    section = Section.objects.create(publication=publication, name="三农")
    data = {
        "publication": publication.pk,
        "title": " 雪前访菜农 ",
        "brief": "去大棚看看。",
        "section": section.pk,
        "due": "2026-11-30T18:00",
        "planned_for": "2026-12-04",
        "page_label": "03",
        "planned_length": 800,
    }
    answer = rui.client.post(reverse("desk:propose"), data)
    made = Assignment.objects.get()
    assert answer.url == reverse("desk:assignment", args=[made.pk])
    assert (made.title, made.state, made.reporter) == ("雪前访菜农", "proposed", rui.user)
    assert (made.planned_for, made.planned_length) == (date(2026, 12, 4), 800)


def test_a_section_of_another_publication_is_refused(rui, publication):
    other = type(publication).objects.create(name="砚溪晚报", slug="evening")
    section = Section.objects.create(publication=other, name="三农")
    data = {"publication": publication.pk, "title": "题", "section": section.pk}
    assert "另一份报纸" in rui.client.post(reverse("desk:propose"), data).content.decode()
    assert not Assignment.objects.exists()


def test_write_this_begins_a_piece_once(rui, proposal, cast):
    proposal.planned_length = 600
    proposal.save()
    assignment = stand(proposal, "accepted", cast)
    for _tap in range(2):
        answer = do(rui, assignment, "write")
    article = Article.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("desk:edit", args=[article.number])
    assert (article.headline, article.owner, article.planned_length) == (
        "老水车又转了",
        rui.user,
        600,
    )
    assignment.refresh_from_db()
    assert (assignment.state, assignment.article) == ("written", article)


def test_the_assignment_shows_where_its_piece_stands(rui, proposal, cast):
    assignment = stand(proposal, "written", cast)
    article = assignment.article
    article.body = "正文。"
    article.save()
    go(article, "submit", rui.user)
    shown = rui.client.get(reverse("desk:assignment", args=[assignment.pk])).content.decode()
    assert "待初审" in shown
    piece = rui.client.get(reverse("desk:piece", args=[article.number])).content.decode()
    assert reverse("desk:assignment", args=[assignment.pk]) in piece


@pytest.mark.parametrize(
    ("state", "due", "is_overdue"),
    [
        ("accepted", -1, True),
        ("accepted", 1, False),
        ("written", -1, True),
        ("dropped", -1, False),
    ],
)
def test_what_is_due_and_not_handed_in_is_overdue(rui, proposal, cast, state, due, is_overdue):
    assignment = stand(proposal, state, cast)
    assignment.due = timezone.now() + timedelta(hours=due)
    assignment.save()
    assert assignment.is_overdue == is_overdue
    assert Assignment.objects.overdue().exists() == is_overdue
    shown = rui.client.get(reverse("desk:assignments")).content.decode()
    assert ("已逾期" in shown) == is_overdue


def test_what_is_handed_in_is_not_overdue(rui, proposal, cast):
    assignment = stand(proposal, "written", cast)
    assignment.article.body = "正文。"
    assignment.article.save()
    go(assignment.article, "submit", rui.user)
    assignment.due = timezone.now() - timedelta(hours=1)
    assignment.save()
    assert not Assignment.objects.get().is_overdue
    assert not Assignment.objects.overdue().exists()


def test_handed_back_it_is_nobodys_and_says_why(rui, proposal, cast):
    assignment = stand(proposal, "accepted", cast)
    do(rui, assignment, "hand_back", words="那天要出差。")
    assignment.refresh_from_db()
    assert (assignment.state, assignment.reporter) == ("proposed", None)
    assert assignment.notes.last().words == "那天要出差。"


def test_it_is_not_handed_back_without_a_word(rui, proposal, cast):
    assignment = stand(proposal, "accepted", cast)
    assert do(rui, assignment, "hand_back", words="  ").status_code == 409
    assignment.refresh_from_db()
    assert assignment.state == "accepted"


def test_a_step_pressed_on_an_old_page_is_refused(rui, proposal, cast):
    assignment = stand(proposal, "assigned", cast)
    assert do(rui, assignment, "accept", revision=1).status_code == 409
    assert do(rui, assignment, "accept", revision="").status_code == 409
    assignment.refresh_from_db()
    assert assignment.state == "assigned"


@pytest.mark.parametrize("action", ["accept", "hand_back", "write", "withdraw"])
def test_anothers_assignment_is_as_absent_as_none(cast, proposal, action):
    client = as_(cast.qing)
    page = client.get(reverse("desk:assignment", args=[proposal.pk]))
    step = client.post(reverse("desk:step", args=[proposal.pk, action]), {"revision": 1})
    assert (page.status_code, step.status_code) == (404, 404)
    assert "老水车又转了" not in client.get(reverse("desk:assignments")).content.decode()


@pytest.mark.parametrize("action", ["assign", "drop", "reopen", "nonsense"])
def test_the_desk_has_no_door_to_other_steps(rui, proposal, action):
    assert do(rui, proposal, action).status_code == 404


def test_a_person_without_a_role_is_given_nothing(cast, publication):
    with pytest.raises(Refused):
        assigning.propose({"publication": publication, "title": "题"}, by=cast.pei)


def test_a_deleted_draft_leaves_the_assignment_to_be_begun_anew(rui, proposal, cast):
    assignment = stand(proposal, "written", cast)
    assignment.article.delete()
    do(rui, assignment, "write")
    assert Article.objects.get().assignment == assignment


def test_dropped_with_a_piece_begun_it_is_taken_up_where_it_stood(proposal, cast):
    assignment = stand(proposal, "written", cast)
    assigning.take(assignment, "drop", by=cast.sun, words="题目过时了。")
    assigning.take(assignment, "reopen", by=cast.chen)
    assignment.refresh_from_db()
    assert (assignment.state, assignment.reporter) == ("written", cast.rui)


def test_a_brief_is_inert(rui, publication):
    attack = "<script>alert(1)</script>"
    fields = {"publication": publication, "title": attack, "brief": attack}
    made = assigning.propose(fields, by=rui.user)
    for name, args in (("assignments", []), ("assignment", [made.pk])):
        assert alive(rui.client.get(reverse(f"desk:{name}", args=args)).content.decode()) == []


def test_the_lists_ask_as_often_for_twenty_as_for_two(rui, publication, cast):
    def fill(count):
        for _each in range(count):
            fields = {"publication": publication, "title": "题"}
            stand(assigning.propose(fields, by=rui.user), "written", cast)
            stand(assigning.propose(fields, by=rui.user), "assigned", cast)
            assigning.propose(fields, by=rui.user)

    fill(2)
    few = [queries(rui, "assignments"), queries(rui, "home")]
    fill(18)
    assert [queries(rui, "assignments"), queries(rui, "home")] == few


def test_a_writer_without_a_byline_says_it_first(cast, publication):
    made = Assignment.objects.create(
        publication=publication, title="题", reporter=cast.qing, proposed_by=cast.sun
    )
    assigning.take(made, "assign", by=cast.sun)
    answer = as_(cast.qing).post(reverse("desk:step", args=[made.pk, "write"]))
    assert answer.url == reverse("desk:name")
    assert not Reporter.objects.filter(user=cast.qing).exists()
