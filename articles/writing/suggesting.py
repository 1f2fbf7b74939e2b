"""Taking a suggestion: only now the machine's words become the article's, and somebody's."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import workflow
from articles.labelling import doubts
from articles.models import Article, Suggestion, SuggestionKind
from articles.refusals import Refusal, Refused
from articles.writing import editing


def take(suggestion, *, by, revision):
    """Make a suggested headline or tag the article's own, and put on record who did.

    `revision` is the one that the person saw. One that is taken already stays as it is.
    Raises Stale or Refused and changes nothing.
    """
    with transaction.atomic():
        taken = Suggestion.objects.select_for_update(of=("self",)).get(pk=suggestion.pk)
        if not taken.is_open:
            return taken
        # Before the text changes: with it, the suggestions that nobody took are made anew.
        taken.taken_by, taken.taken_at = by, timezone.now()
        taken.save(update_fields=["taken_by", "taken_at"])
        if taken.kind == SuggestionKind.HEADLINE:
            _take_headline(taken, by=by, revision=revision)
        else:
            _take_tag(taken, by=by)
    return taken


def _take_headline(suggestion, *, by, revision):
    with editing.revising(suggestion.article, by=by, revision=revision) as article:
        if article.headline.strip():
            raise Refused(_has_a_headline(article))
        article.headline = suggestion.text
    doubts.settle_headline(article, by=by)


def _take_tag(suggestion, *, by):
    # Held before its tags are read: of two that take a tag at once, neither loses theirs.
    article = Article.objects.select_for_update(of=("self",)).get(pk=suggestion.article_id)
    names = [*article.tags.names(), suggestion.text]
    workflow.describe(article, by=by, section=article.section, tags=names)


def _has_a_headline(article):
    return Refusal(
        rule="headline",
        message=_("The article has a headline: %(headline)s.") % {"headline": article.headline},
        next_step=_("To replace it, change it in the form."),
    )
