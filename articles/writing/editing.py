"""Changing the working copy: one person at a time, nobody's words lost, each save a version."""

from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.version import fingerprint
from articles.refusals import Refusal, Refused
from articles.workflow import annotating, snapshots
from articles.workflow.moves import REOPENING
from articles.workflow.rules import edit_refusal
from articles.workflow.standing import standing_of

# Outside of versions, but decided by whoever saves the form: what another has not seen of it, he
# must not undo.
BESIDE = ("embargo_until", "planned_for", "planned_length")


class Stale(Refused):
    """The article was saved by somebody else meanwhile. `article` is as it stands now."""

    def __init__(self, article):
        super().__init__(
            Refusal(
                rule="stale",
                message=_("Somebody else saved this article while you were writing."),
                next_step=_("Compare the two texts below, then save what is right."),
            )
        )
        self.article = article


@contextmanager
def revising(article, *, by, revision):
    """Hold the row while a form changes text, credits or photos; then take down a version.

    `revision` is the one that the form was opened on. Yields the locked article: change it in
    place. Raises Stale or Refused before anything is written.
    """
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if locked.revision != revision:
            raise Stale(locked)
        standing = standing_of(locked, by)
        if refusal := edit_refusal(standing):
            raise Refused(refusal)
        beside = [getattr(locked, name) for name in BESIDE]
        yield locked
        locked.revision += [getattr(locked, name) for name in BESIDE] != beside
        locked.save()
        _take_down(locked, standing)


def _take_down(article, standing):
    """A version, if the content is new; and a new round, if it had been reviewed before."""
    (fresh,) = snapshots.with_content([article])
    last = snapshots.latest_versions([article])[article.pk]
    if fingerprint(snapshots.content_of(fresh)) == last.sha256:
        if snapshots.names_the_same(fresh, last):
            return
        # Another person of the same name: the import must not take its own guess for this.
        article.import_sha256 = ""
    if any(event.action in REOPENING for event in standing.round_events):
        article.round += 1
    article.revision += 1
    article.save(update_fields=["round", "revision", "import_sha256", "modified_at"])
    fresh.round = article.round
    snapshots.take_anew(fresh, last, by=standing.user)
    annotating.renew([article])
