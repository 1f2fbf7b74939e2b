"""Waivers: an editor lets pass what a check stops, with a reason that goes on record."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import checks
from articles.models import Article, Waiver
from articles.refusals import Refusal, Refused
from articles.roles import EDITORS
from articles.texts.body import is_blank
from articles.workflow import checking
from articles.workflow.standing import standing_of


def waive(article, key, *, by, reason) -> Waiver:
    """Let one finding pass, as its paragraph stands. Raises Refused."""
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if refusal := waive_refusal(standing_of(locked, by)):
            raise Refused(refusal)
        found = {each.key: each for each in checks.blocking(checking.findings(locked))}
        if key not in found:
            raise Refused(_gone())
        if is_blank(reason):
            raise Refused(_no_reason())
        held, _new = Waiver.objects.get_or_create(
            article=locked,
            key=key,
            defaults={
                "code": found[key].code,
                "text": found[key].text[:200],
                "reason": reason.strip(),
                "by": by,
            },
        )
    return held


def waive_refusal(standing):
    """Why the person may let nothing pass here, or None."""
    if not standing.roles & EDITORS:
        return Refusal.role(_("Waive"), EDITORS)
    if standing.user.pk in standing.authors:
        return Refusal(
            rule="separation",
            message=_("Nobody waives a check of a text of their own."),
            next_step=_("Ask a colleague who has not written it."),
        )
    return None


def _gone():
    return Refusal(
        rule="finding",
        message=_("The checks find this no longer: somebody has changed the paragraph."),
        next_step=_("Open the review screen again and look at what they find now."),
    )


def _no_reason():
    return Refusal(
        rule="reason",
        message=_("Waiving needs a reason."),
        next_step=_("Write it in the field beside the button."),
    )
