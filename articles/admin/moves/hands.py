"""Who has an article in hand for review, and the buttons to take it, take it over, put it down."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from articles import logins
from articles.admin import access
from articles.refusals import Refusal, Refused
from articles.workflow import claiming


@dataclass(frozen=True)
class Hand:
    holder: str  # "" while nobody has it
    until: object
    is_mine: bool
    refusal: Refusal | None


def hand(standing):
    """What the article's form says of it, or None where there is nothing to review."""
    article = standing.article
    if not claiming.is_claimable(article):
        return None
    claim = getattr(article, "claim", None)
    standing_claim = claim if claim and claim.stands else None
    return Hand(
        holder=logins.shown_name(standing_claim.holder) if standing_claim else "",
        until=standing_claim and standing_claim.until,
        is_mine=bool(standing_claim) and standing_claim.holder_id == standing.user.pk,
        refusal=claiming.claim_refusal(standing),
    )


@require_POST
def _take(request, article):
    if "release" in request.POST:
        claiming.release(article, by=request.user)
    else:
        claiming.claim(article, by=request.user)


def hand_view(model_admin, request, pk):
    """POST takes the article in hand or, with `release`, puts it down, and leads back."""
    article = access.found(model_admin, request, pk)
    try:
        answer = _take(request, article)
    except Refused as refused:
        model_admin.message_user(request, str(refused), messages.ERROR)
        answer = None
    room = "review" if "review" in request.POST else "change"
    return answer or redirect(f"admin:articles_article_{room}", pk)
