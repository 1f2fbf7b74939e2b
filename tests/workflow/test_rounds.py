"""A text that comes back unchanged goes on where it was: so do those who have passed it."""

import pytest
from django.contrib.auth.models import Group

from articles.refusals import Refused
from articles.writing.editing import revising
from tests.builders import go, page_of, print_article, web_article


def rewritten(article, by):
    """A word put in, and taken out again: two versions later it is the text of before."""
    body = article.body
    for text in (f"{body}多余", body):
        with revising(article, by=by, revision=article.revision) as held:
            held.body = text
        article.refresh_from_db()


def also(person, role):
    person.groups.add(Group.objects.get(name=role))


@pytest.fixture
def double(cast):
    """A desk editor, who passes the first review, and stands in for the chief."""
    also(cast.de, "chief_editor")
    return cast.de


def test_who_passed_a_text_does_not_sign_it_after_a_word_went_in_and_out(cast, publication, double):
    article = web_article(cast, publication, "final_review")
    go(article, "return", cast.chen)
    rewritten(article, cast.rui)
    go(article, "submit", cast.rui)
    assert article.status == "final_review"
    with pytest.raises(Refused) as refused:
        go(article, "sign_off", double)
    assert refused.value.refusal.rule == "separation"
    go(article, "sign_off", cast.cui)


def test_nor_after_it_was_on_hold(cast, publication, double):
    article = web_article(cast, publication, "held")
    rewritten(article, cast.sun)
    go(article, "resume", cast.shen)
    assert article.status == "final_review"
    with pytest.raises(Refused) as refused:
        go(article, "sign_off", double)
    assert refused.value.refusal.rule == "separation"


def test_who_only_put_a_word_in_and_out_is_free(cast, publication):
    also(cast.dan, "chief_editor")
    article = web_article(cast, publication, "held")
    rewritten(article, cast.dan)
    go(article, "resume", cast.shen)
    go(article, "sign_off", cast.dan)
    assert article.status == "approved"


def test_a_declined_text_has_its_whole_way_before_it_though_it_was_returned_once(cast, publication):
    article = web_article(cast, publication, "final_review")
    for action, who in (("return", cast.chen), ("submit", cast.rui), ("decline", cast.chen)):
        go(article, action, who)
    go(article, "reopen", cast.shen)
    go(article, "submit", cast.rui)
    assert article.status == "first_review"


def test_a_printed_text_on_hold_keeps_who_verified_it(cast, issue):
    also(cast.dan, "chief_editor")
    article = print_article(cast, page_of(issue), "held")
    rewritten(article, cast.sun)
    go(article, "resume", cast.shen)
    with pytest.raises(Refused) as refused:
        go(article, "sign_off", cast.dan)
    assert refused.value.refusal.rule == "separation"


def in_an_emergency(cast, publication, *moves):
    """Signed off as an emergency before anybody reviewed it, published, and so on."""
    article = web_article(cast, publication, "first_review")
    asked = (("ask_emergency", cast.sun), ("emergency_sign", cast.chen), ("publish", cast.chen))
    for action, who in (*asked, *moves):
        go(article, action, who)
    return article


def test_withdrawing_and_restoring_is_no_way_around_the_stages_that_an_emergency_skipped(
    cast, publication
):
    back = (("withdraw", cast.chen), ("restore", cast.shen))
    article = in_an_emergency(cast, publication, *back)
    assert article.status == "first_review"
    reviewed = ("after_review", cast.cui)
    article = in_an_emergency(cast, publication, reviewed, *back)
    assert article.status == "final_review"
