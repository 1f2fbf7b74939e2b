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
    """Make the whole index anew, a batch at a time; `progress` is called with the number done.

    Searches and writers go on meanwhile: each article is found as it was or as it is, never not.
    """
    _each_batch(_renew, progress)
    gone = SearchEntry.objects.filter(article__live_version=None)
    while pks := list(gone.values_list("pk", flat=True)[:BATCH]):
        _refresh(pks)
    engine().tidy()


def rebuild_from_nothing(progress=None):
    """The same for an index that is damaged: until it is done, searches find what is in again."""
    with transaction.atomic():
        engine().clear()
        SearchEntry.objects.all().delete()
    _each_batch(_refresh, progress)
    engine().tidy()


def _each_batch(work, progress):
    done, last = 0, 0
    while pks := list(
        _live().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        work(pks)
        done, last = done + len(pks), pks[-1]
        if progress:
            progress(done)


def drift():
    """Primary keys of articles of which the index says something else than readers can see."""
    behind = _live().exclude(search_entry__version=F("live_version"))
    stale = SearchEntry.objects.filter(article__live_version=None)
    return {*behind.values_list("pk", flat=True), *stale.values_list("pk", flat=True)}


def _live():
    return Article.objects.filter(live_version__isnull=False)


def _refresh(pks):
    with transaction.atomic():
        live = _held(pks)
        known = SearchEntry.objects.in_bulk(pks)
        old = [entry for pk, entry in known.items() if live.get(pk) != entry.version_id]
        new = [
            version
            for pk, version in live.items()
            if pk not in known or known[pk].version_id != version
        ]
        _drop(old)
        _put(new)


def _renew(pks):
    """Out and in again in one transaction, whatever the index said."""
    with transaction.atomic():
        live = _held(pks)
        _drop(SearchEntry.objects.in_bulk(pks).values())
        _put(live.values())


def _held(pks):
    """{article: live version} of those that have one."""
    # The rows are held, or a withdrawal at this moment could be indexed over.
    locked = Article.objects.select_for_update().filter(pk__in=pks).order_by("pk")
    return {pk: version for pk, version in locked.values_list("pk", "live_version") if version}


def _drop(entries):
    if entries:
        engine().drop(entries)
        SearchEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()


def _put(versions):
    if versions:
        rows = Version.objects.filter(pk__in=list(versions)).prefetch_related("credits", "photos")
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
