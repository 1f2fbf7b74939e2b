"""Claims: one reviewer at a time, visible, lapsing by themselves, taken over on record."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.models import Article
from articles.refusals import Refused
from articles.workflow import claiming
from tests.builders import go, web_article


def fresh(article):
    return Article.objects.get(pk=article.pk)


@pytest.fixture
def article(cast, publication):
    return web_article(cast, publication, "first_review")


def test_a_claim_keeps_others_from_deciding_but_not_its_holder(cast, article):
    claiming.claim(article, by=cast.de)
    with pytest.raises(Refused) as refused:
        go(fresh(article), "pass_first", cast.dan)
    assert refused.value.refusal.rule == "claimed"
    go(fresh(article), "pass_first", cast.de)


def test_a_claim_lapses_after_half_an_hour(cast, article):
    claiming.claim(article, by=cast.de)
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=False):
        go(fresh(article), "pass_first", cast.dan)


def test_taking_over_is_on_record(cast, article):
    claiming.claim(article, by=cast.de)
    claiming.claim(article, by=cast.dan)
    event = article.events.get(action="take_over")
    assert event.actor == cast.dan
    assert "de" in event.opinion
    go(fresh(article), "pass_first", cast.dan)


def test_claiming_again_is_no_event(cast, article):
    for _twice in range(2):
        claiming.claim(article, by=cast.de)
    assert not article.events.filter(action="take_over").exists()


@pytest.mark.parametrize("name", ["rui", "sun", "ao", "root"])
def test_only_who_may_pass_the_stage_can_claim(name, cast, article):
    with pytest.raises(Refused):
        claiming.claim(article, by=getattr(cast, name))


def test_a_claimed_article_is_not_recalled(cast, article):
    claiming.claim(article, by=cast.de)
    with pytest.raises(Refused) as refused:
        go(fresh(article), "recall", cast.rui)
    assert refused.value.refusal.rule == "claimed"
    claiming.release(article, by=cast.de)
    go(fresh(article), "recall", cast.rui)


def test_nobody_puts_down_what_another_holds(cast, article):
    claiming.claim(article, by=cast.de)
    claiming.release(article, by=cast.dan)
    assert fresh(article).claim.holder == cast.de


def test_a_move_ends_the_claim(cast, article):
    claiming.claim(article, by=cast.de)
    go(fresh(article), "pass_first", cast.de)
    assert not hasattr(fresh(article), "claim")
