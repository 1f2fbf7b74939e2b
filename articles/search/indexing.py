"""Keeping the index equal to what is live."""

from django.db import transaction
from django.db.models import F

from articles.models import Article, SearchEntry, Version
from articles.search.engines import engine
from articles.search.spelling import fold, plain

BATCH = 500


def refresh(pks):
    """Index what is live of these articles and drop what is not. Repeating it changes nothing."""
    pks = sorted(pks)
    for start in range(0, len(pks), BATCH):
        _refresh(pks[start : start + BATCH])


def rebuild(progress=None):
    """Make the whole index anew; `progress` is called with the number of articles done.

    Searches go on meanwhile and find what is already in.
    """
    with transaction.atomic():
        engine().clear()
        SearchEntry.objects.all().delete()
    done, last = 0, 0
    while pks := _live().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]:
        _refresh(list(pks))
        done, last = done + len(pks), pks[len(pks) - 1]
        if progress:
            progress(done)
    engine().tidy()


def drift():
    """Primary keys of articles of which the index says something else than readers can see."""
    behind = _live().exclude(search_entry__version=F("live_version"))
    stale = SearchEntry.objects.filter(article__live_version=None)
    return {*behind.values_list("pk", flat=True), *stale.values_list("pk", flat=True)}


def _live():
    return Article.objects.filter(live_version__isnull=False)


def _refresh(pks):
    with transaction.atomic():
        # The rows are held, or a withdrawal at this moment could be indexed over.
        locked = Article.objects.select_for_update().filter(pk__in=pks).order_by("pk")
        live = {pk: version for pk, version in locked.values_list("pk", "live_version") if version}
        known = SearchEntry.objects.in_bulk(pks)
        old = [entry for pk, entry in known.items() if live.get(pk) != entry.version_id]
        new = [
            version
            for pk, version in live.items()
            if pk not in known or known[pk].version_id != version
        ]
        _drop(old)
        _put(new)


def _drop(entries):
    if entries:
        engine().drop(entries)
        SearchEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()


def _put(versions):
    if versions:
        rows = Version.objects.filter(pk__in=versions).prefetch_related("credits", "photos")
        entries = [_entry(version) for version in rows]
        SearchEntry.objects.bulk_create(entries)
        engine().put(entries)


def _entry(version):
    people = dict.fromkeys(credit.name for credit in version.credits.all())
    captions = [photo.caption for photo in version.photos.all()]
    return SearchEntry(
        article_id=version.article_id,
        version=version,
        title=fold("\n".join((version.headline, version.kicker, version.deck))),
        people=fold("\n".join(people)),
        text=fold("\n".join((plain(version.body), *captions))),
    )
