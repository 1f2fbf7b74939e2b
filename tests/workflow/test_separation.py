"""Three reviews by three people: nobody reviews what they had a hand in, superusers included."""

import pytest
from django.contrib.auth.models import Group, Permission

from articles import workflow
from articles.bylines import namesakes
from articles.models import Credit, Reporter
from articles.refusals import Refused
from articles.writing import editing
from tests.builders import bring, go, imported, page_of, print_article, web_article, web_draft


def refusal_of(article, action, by):
    with pytest.raises(Refused) as refused:
        go(article, action, by)
    return refused.value.refusal


def also(user, *roles):
    user.groups.add(*Group.objects.filter(name__in=roles))
    return user


def test_author_does_not_review_their_own_text(cast, publication):
    article = web_article(cast, publication, "first_review")
    refusal = refusal_of(article, "pass_first", also(cast.rui, "desk_editor"))
    assert refusal.rule == "separation"


def test_submitter_does_not_review(cast, publication):
    article = web_draft(publication, cast.rui)
    go(article, "submit", cast.de)
    assert refusal_of(article, "pass_first", cast.de).rule == "separation"


def test_a_reviewer_found_to_be_an_author_afterwards_has_not_reviewed_it(cast, publication):
    article = web_draft(publication, cast.rui)
    pen_name = Reporter.objects.create(name="石榴")
    Credit.objects.create(article=article, reporter=pen_name, role="author")
    bring(article, "final_review", cast)
    namesakes.merge(pen_name, into=Reporter.objects.create(name="王德", user=cast.de), by=cast.dan)
    assert refusal_of(article, "sign_off", cast.chen).rule == "reviewers"
    go(article, "decline", cast.chen)
    go(article, "reopen", cast.shen)
    go(article, "submit", cast.rui)
    go(article, "pass_first", cast.dan)
    go(article, "pass_second", cast.sun)
    assert go(article, "sign_off", cast.chen).to_status == "approved"


def test_importer_does_not_verify(cast, issue):
    article = imported(page_of(issue), cast.de)
    assert refusal_of(article, "verify", cast.de).rule == "separation"


def test_importer_verifies_where_the_house_allows_it(cast, issue, settings):
    settings.IMPORTER_MAY_VERIFY = True
    article = imported(page_of(issue), cast.de)
    assert go(article, "verify", cast.de).to_status == "final_review"


def test_editor_of_this_round_does_not_verify(cast, issue):
    article = imported(page_of(issue), cast.de)
    with editing.revising(article, by=cast.dan, revision=article.revision) as copy:
        copy.body += "\n改了一处。"
    assert refusal_of(article, "verify", cast.dan).rule == "separation"


def test_person_named_in_the_byline_does_not_review(cast, publication):
    article = web_article(cast, publication, "draft")
    Credit.objects.create(
        article=article,
        reporter=Reporter.objects.create(name="王德", user=cast.de),
        role="reporter",
    )
    go(article, "submit", cast.rui)
    assert refusal_of(article, "pass_first", cast.de).rule == "separation"


def test_one_person_does_not_pass_two_stages(cast, publication):
    article = web_article(cast, publication, "first_review")
    also(cast.de, "section_head", "chief_editor")
    go(article, "pass_first", cast.de)
    assert refusal_of(article, "pass_second", cast.de).rule == "separation"
    go(article, "pass_second", cast.sun)
    assert refusal_of(article, "sign_off", cast.de).rule == "separation"


def test_reviewer_of_an_earlier_round_may_review_again(cast, publication):
    article = web_article(cast, publication, "second_review")
    go(article, "return", cast.sun)
    with editing.revising(article, by=cast.rui, revision=article.revision) as copy:
        copy.body += "\n补写一段。"
    go(article, "submit", cast.rui)
    assert go(article, "pass_first", cast.de).to_status == "second_review"


def test_editor_between_two_rounds_does_not_review_the_second(cast, publication):
    article = web_article(cast, publication, "returned")
    with editing.revising(article, by=cast.dan, revision=article.revision) as copy:
        copy.body += "\n编辑补写。"
    go(article, "submit", cast.rui)
    assert refusal_of(article, "pass_first", cast.dan).rule == "separation"


def test_superuser_without_a_role_moves_nothing(cast, publication):
    article = web_article(cast, publication, "final_review")
    assert refusal_of(article, "sign_off", cast.root).rule == "role"
    assert refusal_of(article, "return", cast.root).rule == "role"


def test_superuser_is_bound_by_separation_too(cast, publication):
    article = web_draft(publication, also(cast.root, "reporter", "desk_editor"))
    go(article, "submit", cast.root)
    assert refusal_of(article, "pass_first", cast.root).rule == "separation"


def test_superuser_without_a_role_does_not_publish(cast, publication):
    article = web_article(cast, publication, "approved")
    assert refusal_of(article, "publish", cast.root).rule == "role"


def test_who_holds_the_publish_permission_publishes(cast, publication):
    article = web_article(cast, publication, "approved")
    cast.pei.user_permissions.add(Permission.objects.get(codename="publish_article"))
    assert go(article, "publish", cast.pei).role == "publish_article"


def test_disabled_user_moves_nothing(cast, publication):
    article = web_article(cast, publication, "final_review")
    cast.chen.is_active = False
    assert refusal_of(article, "sign_off", cast.chen).rule == "role"


def test_recall_is_for_the_submitter_alone(cast, publication):
    article = web_draft(publication, cast.rui)
    go(article, "submit", cast.de)
    assert refusal_of(article, "recall", cast.rui).rule == "submitter"


def test_refusal_names_the_rule_who_could_and_what_next(cast, issue):
    article = print_article(cast, page_of(issue), "final_review")
    refusal = refusal_of(article, "sign_off", cast.dan)
    assert "总编辑" in refusal.who
    assert refusal.message
    assert refusal.next_step


def test_options_show_refused_moves_with_their_reason(cast, publication):
    article = web_article(cast, publication, "first_review")
    options = {option.move.action: option.refusal for option in workflow.options(article, cast.rui)}
    assert options["recall"] is None
    assert options["pass_first"].rule == "role"
