"""Claims: one reviewer at a time has an article in hand, and everybody sees who."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.logins import shown_name
from articles.models import Article, Claim
from articles.refusals import Refusal, Refused
from articles.workflow import notifying, remark
from articles.workflow.moves import MOVES, REVIEWS
from articles.workflow.rules import refusal_for
from articles.workflow.standing import standing_of

# Whoever may pass a stage may have its articles in hand.
PASSES = ("verify", "pass_first", "pass_second", "sign_off")


def claim(article, *, by) -> Claim:
    """Take an article in hand for half an hour; again, for another. Raises Refused.

    Taking it over from a colleague whose claim still stands goes on record.
    """
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if refusal := claim_refusal(standing_of(locked, by)):
            raise Refused(refusal)
        before = Claim.objects.standing().filter(article=locked).select_related("holder").first()
        if before is not None and before.holder_id != by.pk:
            note = _("Taken over from %(name)s.") % {"name": shown_name(before.holder)}
            event = remark(locked, "take_over", by=by, opinion=note)
            # Not a partial: it has no name, and Django names what fails.
            transaction.on_commit(lambda: notifying.tell_holder(event, before.holder), robust=True)
        held, _new = Claim.objects.update_or_create(
            article=locked, defaults={"holder": by, "since": timezone.now()}
        )
    return held


def release(article, *, by):
    """Put down what one has in hand; what somebody else has stays theirs."""
    Claim.objects.filter(article=article, holder=by).delete()


def claim_refusal(standing):
    """Why the person cannot have the article in hand, or None: who may pass it, may."""
    refusals = [
        refusal_for(MOVES[action], standing)
        for action in PASSES
        if standing.article.status in MOVES[action].sources
    ]
    if not refusals:
        return Refusal(
            rule="state",
            message=_("The article waits for no review."),
            next_step=_("Open the article to see what it waits for."),
        )
    hindrances = [refusal for refusal in refusals if refusal and refusal.rule in WHO]
    return hindrances[0] if len(hindrances) == len(refusals) else None


# Rules about the person; what is still missing in the text is what the review is for.
WHO = frozenset({"role", "separation", "whole"})


def is_claimable(article):
    return article.status in REVIEWS or article.status in MOVES["verify"].sources
