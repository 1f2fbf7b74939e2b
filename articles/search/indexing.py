"""Keeping the index equal to what is live."""

from django.db import transaction
from django.db.models import F

from articles.models import Article, SearchEntry, SearchPlace, Version
from articles.search.engines import engine
from articles.search.spelling import fold, plain

BATCH = 500
# A key has 56 bits at most: in steps of more between its hits, which years make, SQLite's index
# loses its way when it goes backwards. Until the year 2106 that is room for 67 million articles.
ID_BITS = 26
SECONDS = 4  # that make one step of time


def refresh(pks):
    """Index what is live of these articles and drop what is not. Repeating it changes nothing."""
    pks = sorted(pks)
    for start in range(0, len(pks), BATCH):
        _refresh(pks[start : start + BATCH])


def fill_if_empty(sender, **kwargs):
    """Make the index if there is none of what is live. Called after migrate."""
    if not SearchPlace.objects.exists() and _live().exists():
        rebuild()


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
        SearchPlace.objects.all().delete()
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
    behind = _live().exclude(search_entry__version=F("live_version"), search_place__isnull=False)
    moved = _live().filter(page__isnull=False).exclude(search_place__day=F("page__issue__date"))
    stale = SearchEntry.objects.filter(article__live_version=None)
    found = (behind.values_list("pk", flat=True), moved.values_list("pk", flat=True))
    return set().union(*found, stale.values_list("pk", flat=True))


def _live():
    return Article.objects.filter(live_version__isnull=False)


def _refresh(pks):
    with transaction.atomic():
        live, known = _held(pks), _known(pks)
        _drop([row for pk, row in known.items() if not _is_same(row, live.get(pk))])
        _put(
            [each for pk, each in live.items() if pk not in known or not _is_same(known[pk], each)]
        )


def _renew(pks):
    """Out and in again in one transaction, whatever the index said."""
    with transaction.atomic():
        live = _held(pks)
        _drop(_known(pks).values())
        _put(live.values())


def _held(pks):
    """{pk: article} of those that are live."""
    # The rows are held, or a withdrawal at this moment could be indexed over.
    locked = Article.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk")
    found = locked.select_related("publication", "page__issue").only(
        "live_version_id", "published_at", "publication__time_zone", "page__issue__date"
    )
    return {article.pk: article for article in found if article.live_version_id}


def _known(pks):
    """{article's pk: entry, with its place}"""
    return (
        SearchEntry.objects.select_related("article__search_place")
        .only("version", "title", "people", "text", "article__search_place")
        .in_bulk(pks)
    )


def _drop(entries):
    rows = [(place.key, entry) for entry in entries if (place := _place_of(entry))]
    if rows:
        engine().drop(rows)
    pks = [entry.pk for entry in entries]
    if pks:
        SearchPlace.objects.filter(article__in=pks).delete()
        SearchEntry.objects.filter(pk__in=pks).delete()


def _put(articles):
    places = {article.live_version_id: _place(article) for article in articles}
    if places:
        versions = Version.objects.filter(pk__in=list(places)).prefetch_related("credits", "photos")
        # In the order of the keys, as the index likes to grow.
        entries = sorted(map(_entry, versions), key=lambda entry: places[entry.version_id].key)
        SearchEntry.objects.bulk_create(entries)
        # Of an entry that was lost, the place may still be there.
        SearchPlace.objects.filter(article__in=[entry.pk for entry in entries]).delete()
        SearchPlace.objects.bulk_create(places.values())
        engine().put([(places[entry.version_id].key, entry) for entry in entries])


def key_of(moment, pk):
    """Keys run with the time of coming out, by four seconds; within them, with the primary key."""
    return int(moment.timestamp()) // SECONDS << ID_BITS | pk


def _place(article):
    if article.page_id:
        day, issue = article.page.issue.date, article.page.issue_id
    else:
        day, issue = article.published_at.astimezone(article.publication.zone).date(), None
    key = key_of(article.published_at, article.pk)
    return SearchPlace(key=key, article_id=article.pk, day=day, issue=issue)


def _is_same(entry, article):
    """Whether what the index holds is what it should hold of the article, if of any."""
    if article is None or entry.version_id != article.live_version_id:
        return False
    place, wanted = _place_of(entry), _place(article)
    return place is not None and all(
        getattr(place, name) == getattr(wanted, name) for name in ("key", "day", "issue")
    )


def _place_of(entry):
    return getattr(entry.article, "search_place", None)


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
