"""Every state × action × role, by the table: what is not listed is refused."""

import pytest

from articles import workflow
from articles.models import Article, Status
from articles.refusals import Refused
from articles.workflow.moves import ENTRIES, MOVES, REVIEWERS
from articles.workflow.rules import refusal_for
from articles.workflow.standing import standing_of
from tests.builders import ROADS, page_of, print_article, web_article
from tests.conftest import CAST

# Written out by hand from the newsroom's contract, apart from the code it checks.
WHO = {
    "verify": {"desk_editor"},
    "submit": {"owner", "desk_editor"},
    "recall": {"owner"},
    "pass_first": {"desk_editor"},
    "pass_second": {"section_head"},
    "sign_off": {"chief_editor"},
    "reopen": {"section_head"},
    "hold": {"section_head"},
    "resume": {"section_head"},
    "unsign": {"chief_editor"},
    "ask_emergency": {"section_head", "chief_editor"},
    "publish": {"chief_editor"},
    "schedule": {"chief_editor"},
    "unschedule": {"chief_editor"},
    "withdraw": {"chief_editor"},
    "restore": {"section_head"},
    "ask_retract": {"chief_editor"},
    # Signed only where proofs are read apart (test_proofs.py).
    "proof_first": set(),
    "proof_second": set(),
    "proof_third": set(),
    # The clock, the second of two, and the late reviewer have no turn on these roads.
    "auto_publish": set(),
    "emergency_sign": set(),
    "retract": set(),
    "after_review": set(),
}
REVIEWS = {"first_review", "second_review", "final_review"}
FROM = {
    "verify": {"imported"},
    "submit": {"draft", "returned"},
    "recall": {"first_review"},
    "pass_first": {"first_review"},
    "pass_second": {"second_review"},
    "proof_first": REVIEWS,
    "proof_second": REVIEWS,
    "proof_third": REVIEWS,
    "sign_off": {"final_review"},
    "return": REVIEWS,
    "decline": REVIEWS,
    "reopen": {"rejected"},
    "hold": REVIEWS,
    "resume": {"held"},
    "unsign": {"approved"},
    "ask_emergency": REVIEWS,
    "emergency_sign": REVIEWS,
    "after_review": {"approved", "scheduled", "published", "withdrawn"},
    "publish": {"approved"},
    "schedule": {"approved"},
    "unschedule": {"scheduled"},
    "auto_publish": {"scheduled"},
    "withdraw": {"published"},
    "restore": {"withdrawn"},
    "ask_retract": {"published", "withdrawn"},
    "retract": {"published", "withdrawn"},
}
RETURNERS = {
    "first_review": {"desk_editor", "section_head", "chief_editor"},
    "second_review": {"section_head", "chief_editor"},
    "final_review": {"chief_editor"},
}
# People of the cast without a hand in the text on any road that the builders take.
FRESH = ["qing", "dan", "pei", "sun", "shen", "cui", "ao", "root"]
STATES = [(origin, status) for origin, roads in ROADS.items() for status in roads]


def allowed(action, status, origin, name):
    if status not in FROM[action]:
        return False
    if action == "verify" and origin == "web":
        return False
    role = CAST.get(name, "none")
    if action in {"return", "decline"}:
        return role in RETURNERS[status]
    return role in WHO[action]


def test_table_lists_the_moves_and_nothing_else():
    assert set(MOVES) == set(FROM)
    assert {action: set(map(str, move.sources)) for action, move in MOVES.items()} == FROM
    assert {str(status): set(map(str, roles)) for status, roles in REVIEWERS.items()} == RETURNERS
    assert set(ENTRIES) == {"create", "import"}


@pytest.mark.parametrize(("origin", "status"), STATES, ids=lambda value: str(value))
def test_each_action_by_each_role_is_allowed_or_refused_as_listed(
    origin, status, cast, publication, issue
):
    if origin == "web":
        article = web_article(cast, publication, status)
    else:
        article = print_article(cast, page_of(issue), status)
    # The roads use sun for the second stage, dan to verify: they have a hand there.
    used = set(article.events.values_list("actor__username", flat=True))
    for action in MOVES:
        for name in FRESH:
            if name in used:
                continue
            standing = standing_of(article, getattr(cast, name))
            refusal = refusal_for(MOVES[action], standing)
            expected = allowed(action, status, origin, name)
            assert (refusal is None) == expected, (action, status, name, refusal)


def test_owner_may_submit_and_recall_and_nothing_else(cast, publication):
    for status in ROADS["web"]:
        article = web_article(cast, publication, status)
        possible = {
            option.move.action
            for option in workflow.options(article, cast.rui)
            if option.refusal is None
        }
        assert possible == {
            "draft": {"submit"},
            "returned": {"submit"},
            "first_review": {"recall"},
        }.get(status, set())


def test_states_without_a_move_refuse_everything(cast, publication):
    article = web_article(cast, publication)
    idle = set(Status) - set().union(*(move.sources for move in MOVES.values()))
    for status in idle:
        article.status = status
        for action in MOVES:
            standing = standing_of(article, cast.chen)
            assert refusal_for(MOVES[action], standing) is not None


@pytest.mark.parametrize("name", ["pei", "ao", "root"])
def test_only_writers_and_editors_create(name, cast, publication):
    with pytest.raises(Refused):
        workflow.admit([Article(publication=publication)], "create", by=getattr(cast, name))


@pytest.mark.parametrize("name", ["rui", "pei", "sun", "chen", "ao", "root"])
def test_only_desk_editors_import(name, cast, publication):
    with pytest.raises(Refused):
        workflow.admit([Article(publication=publication)], "import", by=getattr(cast, name))
