"""Deciding what the parser could not: each doubt once, with a word on what was decided."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.models import Article, PageDoubt
from articles.models.page import DELETED
from articles.refusals import Refusal, Refused
from articles.roles import EDITORS, roles_of
from articles.texts.body import is_blank
from articles.workflow.rules import edit_refusal
from articles.workflow.standing import standing_of

HEADLINE = "headline_missing"
OF_DELETED = gettext_noop(
    "The article “%(headline)s” was deleted, but the page's image still shows it. As long as this "
    "is open, readers see no image of the page. May they see what was deleted?"
)


def resolve(doubt, *, by, resolution):
    """Put on record what was decided about a doubt, and by whom; raise Refused otherwise.

    A doubt that is decided already stays as it was decided.
    """
    with transaction.atomic():
        doubt = PageDoubt.objects.select_for_update(of=("self",)).get(pk=doubt.pk)
        if refusal := refusal_for(doubt, by) or _missing_words(resolution):
            raise Refused(refusal)
        if doubt.is_open:
            _close(doubt, by=by, resolution=resolution.strip())
    return doubt


def refusal_for(doubt, by):
    """Why the person may not decide this doubt now, or None."""
    if doubt.article_id is None:
        allowed = roles_of(by) & EDITORS
        return None if allowed else Refusal.role(_("Decide a doubt"), EDITORS)
    article = Article.objects.get(pk=doubt.article_id)
    if refusal := edit_refusal(standing_of(article, by)):
        return refusal
    if doubt.kind == HEADLINE and is_blank(article.headline):
        return Refusal(
            rule="headline",
            message=_("The article still has no headline."),
            next_step=_("Type the headline and save; that decides the doubt."),
        )
    return None


def settle_headline(article, *, by):
    """A headline that was typed decides the doubt that asked for it."""
    if not is_blank(article.headline):
        note = _("Headline typed: %(headline)s") % {"headline": article.headline}
        settle(article, [HEADLINE], by=by, resolution=note)


def settle(article, kinds, *, by, resolution):
    """Decide all open doubts of these kinds by what has just been done to the article.

    Returns their keys.
    """
    with transaction.atomic():
        asked = article.doubts.select_for_update(of=("self",)).filter(kind__in=kinds)
        open_doubts = list(asked.filter(resolved_at__isnull=True))
        for doubt in open_doubts:
            _close(doubt, by=by, resolution=resolution)
    return [doubt.pk for doubt in open_doubts]


def ask_of_deleted(article):
    """Of a page with a picture: whether readers may see there what nobody reviewed.

    Call it in the transaction that deletes the article.
    """
    if article.import_key is None or article.page.source_file_id is None:
        return
    PageDoubt.objects.create(
        page=article.page,
        kind=DELETED,
        line=min(article.source_lines, default=1),
        message=OF_DELETED,
        params={"headline": article.headline},
    )


def ask_again(keys):
    """Open doubts anew whose answer has been taken back."""
    PageDoubt.objects.filter(pk__in=keys).update(resolution="", resolved_by=None, resolved_at=None)


def _missing_words(resolution):
    if not is_blank(resolution):
        return None
    return Refusal(
        rule="resolution",
        message=_("A decision needs a few words for the record."),
        next_step=_("Choose one of the readings or write what you decided."),
    )


def _close(doubt, *, by, resolution):
    doubt.resolution, doubt.resolved_by, doubt.resolved_at = resolution, by, timezone.now()
    doubt.save(update_fields=["resolution", "resolved_by", "resolved_at"])
