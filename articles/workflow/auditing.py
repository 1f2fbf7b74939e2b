"""Checking the record: every chain of events, every signed hash, every live version."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models import Article, Event, Version
from articles.models.version import fingerprint
from articles.workflow import snapshots
from articles.workflow.moves import ENTRIES
from articles.workflow.standing import SIGNATURES

AT_ONCE = 200


@dataclass(frozen=True)
class Finding:
    """Something on record that cannot be so."""

    article: str  # its number
    message: str


def audit() -> Iterator[Finding]:
    """Go through the whole archive, in memory that does not grow with it."""
    last = 0
    while articles := list(Article.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        last = articles[-1].pk
        events, versions = _by_article(Event, articles), _by_article(Version, articles)
        for article in articles:
            found = _findings(article, events.get(article.pk, []), versions.get(article.pk, []))
            yield from (Finding(article.number, message) for message in found)


def _by_article(model, articles):
    rows = model.objects.filter(article__in=articles).order_by("pk")
    if model is Version:
        rows = rows.prefetch_related("credits", "photos")
    grouped = {}
    for row in rows:
        grouped.setdefault(row.article_id, []).append(row)
    return grouped


def _findings(article, events, versions):
    by_key = {version.pk: version for version in versions}
    yield from _broken_links(sorted(events, key=lambda event: event.sequence))
    yield from _broken_versions(events, by_key)
    yield from _broken_state(article, events, by_key)


def _broken_links(events):
    previous = None
    for number, event in enumerate(events, start=1):
        if event.sequence != number:
            yield _("Event %(number)s is missing.") % {"number": number}
            return
        if event.sha256 != event.seal():
            yield _("Event %(number)s does not say what was sealed.") % {"number": number}
        if previous is not None and event.previous_sha256 != previous.sha256:
            yield _("Event %(number)s does not follow the one before.") % {"number": number}
        if previous is not None and event.from_status != previous.to_status:
            yield _("Event %(number)s begins in another state.") % {"number": number}
        previous = event


def _broken_versions(events, versions):
    for version in versions.values():
        if fingerprint(snapshots.content_of_version(version)) != version.sha256:
            yield _("Version %(number)s does not say what was signed under its hash.") % {
                "number": version.number
            }
    for event in events:
        version = versions.get(event.version_id)
        if version is None or version.sha256 != event.version_sha256:
            yield _("Event %(number)s names another text than its version holds.") % {
                "number": event.sequence
            }


def _broken_state(article, events, versions):
    if not events or events[0].action not in ENTRIES:
        yield _("The record does not begin with the article's creation.")
        return
    if article.status != events[-1].to_status:
        yield _("The article's state is not the one that the record ends with.")
    signed = {event.version_id for event in events if event.action in SIGNATURES | {"correct"}}
    if article.signed_version_id and article.signed_version_id not in signed:
        yield _("The version bound to the signature was never signed.")
    if article.live_version_id and article.live_version_id != article.signed_version_id:
        yield _("Readers get another version than the signed one.")
    if article.live_version_id and not _says(article, versions.get(article.live_version_id)):
        yield _("The working copy differs from the version that readers get.")


def _says(article, version):
    return version is not None and snapshots.is_current(article, version)
