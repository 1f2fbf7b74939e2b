"""三校 read apart: three proofs in order, by different people, the last on the signed text."""

import pytest
from django.contrib.auth.models import Group, User

from articles import workflow
from articles.refusals import Refused
from articles.roles import roles_of
from articles.workflow import todo
from articles.writing import editing
from tests.builders import go, page_of, print_article, web_article


@pytest.fixture(autouse=True)
def _read_apart(settings):
    settings.PROOFREADING = "separate"


@pytest.fixture
def lin(cast):
    """A second proofreader."""
    user = User.objects.create_user("lin", is_staff=True)
    user.groups.add(Group.objects.get(name="proofreader"))
    return user


@pytest.fixture
def article(cast, publication):
    return web_article(cast, publication, "final_review")


def rule_of(article, action, by):
    with pytest.raises(Refused) as refused:
        go(article, action, by)
    return refused.value.refusal.rule


def proofread(article, *people):
    for action, person in zip(("proof_first", "proof_second", "proof_third"), people, strict=True):
        go(article, action, person)


def test_nothing_is_signed_off_before_three_proofs(cast, lin, article):
    assert rule_of(article, "sign_off", cast.chen) == "proofs"
    go(article, "proof_first", cast.pei)
    go(article, "proof_second", lin)
    assert rule_of(article, "sign_off", cast.chen) == "proofs"
    go(article, "proof_third", cast.pei)
    assert go(article, "sign_off", cast.chen).to_status == "approved"


def test_the_first_two_proofs_take_two_people(cast, lin, article):
    go(article, "proof_first", cast.pei)
    assert rule_of(article, "proof_second", cast.pei) == "separation"
    assert go(article, "proof_second", lin).action == "proof_second"


def test_proofs_are_signed_in_order_and_each_once(cast, lin, article):
    assert rule_of(article, "proof_second", cast.pei) == "proof_turn"
    go(article, "proof_first", cast.pei)
    assert rule_of(article, "proof_first", lin) == "proof_turn"


def test_a_proof_is_an_event_that_moves_nothing(cast, article):
    event = go(article, "proof_first", cast.pei)
    assert (event.from_status, event.to_status, event.role) == (
        "final_review",
        "final_review",
        "proofreader",
    )


def test_a_changed_text_is_proofread_anew(cast, lin, article):
    proofread(article, cast.pei, lin, cast.pei)
    go(article, "return", cast.chen)
    with editing.revising(article, by=cast.rui, revision=article.revision) as copy:
        copy.body += "\n补写一段。"
    for action, person in (("submit", "rui"), ("pass_first", "dan"), ("pass_second", "sun")):
        go(article, action, getattr(cast, person))
    assert rule_of(article, "sign_off", cast.chen) == "proofs"


def test_an_unchanged_text_keeps_its_proofs(cast, lin, article):
    proofread(article, cast.pei, lin, cast.pei)
    go(article, "return", cast.chen)
    go(article, "submit", cast.rui)
    assert go(article, "sign_off", cast.chen).to_status == "approved"


def test_who_proofread_reviews_no_more_and_who_wrote_does_not_proofread(cast, article):
    cast.pei.groups.add(Group.objects.get(name="chief_editor"))
    cast.rui.groups.add(Group.objects.get(name="proofreader"))
    assert rule_of(article, "proof_first", cast.rui) == "separation"
    go(article, "proof_first", cast.pei)
    assert rule_of(article, "sign_off", cast.pei) == "separation"


def test_printed_articles_are_proofread_before_the_last_review(cast, lin, issue):
    article = print_article(cast, page_of(issue), "final_review")
    assert rule_of(article, "sign_off", cast.chen) == "proofs"
    proofread(article, cast.pei, lin, cast.pei)
    assert go(article, "sign_off", cast.chen).to_status == "approved"


def test_each_proof_waits_for_whoever_may_sign_it(cast, lin, article):
    def piles(person):
        return {pile.action: pile.total for pile in todo.piles(person, roles_of(person))}

    assert piles(cast.pei) == {"proof_first": 1, "proof_second": 0, "proof_third": 0}
    go(article, "proof_first", cast.pei)
    assert piles(cast.pei) == {"proof_first": 0, "proof_second": 0, "proof_third": 0}
    assert piles(lin) == {"proof_first": 0, "proof_second": 1, "proof_third": 0}
    go(article, "proof_second", lin)
    assert piles(cast.pei)["proof_third"] == piles(lin)["proof_third"] == 1


def test_a_house_that_proofreads_while_reviewing_shows_no_proofs(cast, article, settings):
    settings.PROOFREADING = "combined"
    actions = {option.move.action for option in workflow.options(article, cast.pei)}
    assert not actions & {"proof_first", "proof_second", "proof_third"}
    assert rule_of(article, "proof_first", cast.pei) == "proofreading"
    assert todo.piles(cast.pei, roles_of(cast.pei)) == []
    assert go(article, "sign_off", cast.chen).to_status == "approved"
