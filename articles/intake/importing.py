"""From a page's source to articles: plan first (reads only), then apply (one transaction)."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from articles import parsing, workflow
from articles.bylines import people
from articles.images import faces
from articles.intake import page_jobs, repeats
from articles.intake.plans import (
    Change,
    Plan,
    article_fields,
    body_text,
    compare,
    photo_fields,
    plan_import,
)
from articles.labelling import relabelling
from articles.models import Article, Credit, Event, Origin, Page, PageDoubt, Photo
from articles.models.page import DELETED
from articles.parsing.dates.checks import date_doubts, dateline_day
from articles.parsing.dates.mentions import mentions
from articles.parsing.issue import folio_doubts
from articles.search import headlines
from articles.workflow import annotating, printing, snapshots
from articles.workflow.moves import REOPENING

__all__ = ["Change", "Outcome", "Plan", "SourceChanged", "apply_import", "plan_import"]


@dataclass(frozen=True)
class Outcome:
    """What an import has written: new, brought up to date, taken away, put elsewhere."""

    articles: tuple[Article, ...] = ()
    photos: tuple[Photo, ...] = ()
    updated: tuple[Article, ...] = ()
    removed: int = 0
    moved: int = 0
    doubts: int = 0

    @property
    def changed_nothing(self):
        return not (self.articles or self.photos or self.updated or self.removed or self.moved)


class SourceChanged(Exception):
    """The page's source or labels are not those that the plan was made from."""


def apply_import(plan, *, by):
    """Do what the plan says, in one transaction. Repeating it changes nothing.

    Then, in another, the issue's pages are read together for what they print twice.
    What people worked on is never touched. Raises SourceChanged, or Refused, and writes nothing.
    """
    outcome = _import(plan.page, plan.record, plan.source_sha256, by=by)
    if not outcome.changed_nothing:
        repeats.ask_about_repeats(plan.page.issue)
    return outcome


def doubts_to_ask(plan):
    """Those of the page as it is read that the import would ask people, and nobody has decided."""
    page, issue = plan.page, plan.page.issue
    return _to_ask(plan, doubts_of(plan.record, issue.date, page.label, number=issue.number))


def doubts_of(record, day, label, *, number=None):
    """All that an import of this page would ask, before there is an article to ask it of."""
    asked = [*record.doubts, *folio_doubts(record, day=day, label=label, number=number)]
    for article in record.articles:
        body = body_text(article)
        found = mentions(body[: annotating.READ], day, dateline_day(article, day))
        asked += date_doubts(article, body, found, day, record.lines)
    return asked


def import_record(page, record, *, by):
    """The same for one of many pages that are read together at the end, and without a preview."""
    return _import(page, record, page.source_sha256, by=by)


def _import(page, record, source_sha256, *, by):
    workflow.check_entry("import", by)
    with transaction.atomic():
        held = Page.objects.select_for_update(of=("self",)).get(pk=page.pk)
        _check_unchanged(held, record, source_sha256)
        # Another import may have run since the record was read, or an editor saved: compare now,
        # under the locks.
        list(held.articles.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
        plan = compare(held, record)
        return Outcome() if plan.changes_nothing else _write(held, plan, by=by)


def _check_unchanged(page, record, source_sha256):
    labels = parsing.labels_to_json(record.labels)
    if page.source_sha256 != source_sha256 or (page.run and page.run.labels != labels):
        raise SourceChanged(page)


def _write(page, plan, *, by):
    if page.run is None:
        relabelling.store(page, plan.record, by=by)
    removed = _remove(plan)
    new, photos = _make_articles(page, plan, by=by), _make_photos(page, plan)
    moved, updated = _put_in_place(plan), _update(plan)
    owners = {item.record.unit: row for row, item in new + updated if isinstance(row, Article)}
    _write_credits(new + photos + updated)
    _mark(workflow.attest([article for article, _item in new], "import", by=by))
    _mark_updated([row for row, _item in updated if isinstance(row, Article)], by=by)
    raised = annotating.annotate_import(page, plan.record, owners)
    doubts = _write_doubts(plan, _to_ask(plan, [*plan.record.doubts, *raised]), owners)
    _stamp(page, plan.record, by=by)
    printing.propose_corrections([article for article, _item in new])
    _place_in_print(page)
    return Outcome(
        articles=tuple(article for article, _item in new),
        photos=tuple(photo for photo, _item in photos),
        updated=tuple(row for row, _item in updated),
        removed=removed,
        moved=moved,
        doubts=len(doubts),
    )


def _remove(plan):
    """Take away what the page no longer holds and nobody has touched."""
    articles = [item.article for item in plan.articles_to(Change.GONE)]
    for article in articles:
        headlines.forget(article)
    gone = [*articles, *(item.photo for item in plan.photos_to(Change.GONE))]
    for row in gone:
        row.delete()
    return len(gone)


def _make_articles(page, plan, *, by):
    planned = plan.articles_to(Change.NEW)
    articles = [
        Article(
            publication=page.issue.publication,
            page=page,
            origin=Origin.PRINT,
            import_key=item.key,
            position=item.place,
            **article_fields(item.record),
        )
        for item in planned
    ]
    return list(zip(workflow.admit(articles, "import", by=by), planned, strict=True))


def _make_photos(page, plan):
    planned = plan.photos_to(Change.NEW)
    photos = Photo.objects.bulk_create(
        Photo(page=page, import_key=item.key, position=item.place, **photo_fields(item.record))
        for item in planned
    )
    return list(zip(photos, planned, strict=True))


def _put_in_place(plan):
    """The pieces stand in the labels' order; no text changes with its place. Tells how many."""
    articles = [(item.article, item.place) for item in plan.articles if item.moves]
    photos = [(item.photo, item.place) for item in plan.photos if item.moves]
    for row, place in articles + photos:
        row.position = place
    Article.objects.bulk_update([row for row, _place in articles], ["position"])
    Photo.objects.bulk_update([row for row, _place in photos], ["position"])
    return len(articles) + len(photos)


def _update(plan):
    """Bring up to date what is read differently now and nobody has touched."""
    updated = []
    for item in plan.articles_to(Change.DIFFERENT):
        updated.append((item.article, item, article_fields(item.record)))
    for item in plan.photos_to(Change.DIFFERENT):
        updated.append((item.photo, item, photo_fields(item.record)))
    for row, item, fields in updated:
        for name, value in fields.items():
            setattr(row, name, value)
        row.import_key = item.key
        if isinstance(row, Article):
            row.revision += 1
        row.save()
        row.credits.all().delete()
    return [(row, item) for row, item, _fields in updated]


def _write_credits(owners):
    """Credits of articles and photos, each tied to a Reporter found by name or made."""
    named = people.known_or_new({c.name for _row, item in owners for c in item.record.credits})
    credits = {}
    for row, item in owners:
        field = "article" if isinstance(row, Article) else "photo"
        for position, credit in enumerate(item.record.credits):
            person = named[credit.name]
            credits.setdefault(
                (field, row.pk, person.pk, credit.role),
                Credit(
                    **{field: row},
                    reporter=person,
                    role=credit.role,
                    printed=credit.printed,
                    position=position,
                ),
            )
    Credit.objects.bulk_create(credits.values())


def _mark(events):
    """Remember what the import itself wrote: any other text is the work of people."""
    for event in events:
        event.article.import_sha256 = event.version_sha256
    Article.objects.bulk_update([event.article for event in events], ["import_sha256"])


def _mark_updated(articles, *, by):
    _begin_rounds(articles)
    versions = snapshots.take(articles, by=by)
    for article in articles:
        article.import_sha256 = versions[article.pk].sha256
    Article.objects.bulk_update(articles, ["import_sha256"])


def _begin_rounds(articles):
    """What was reviewed and returned is reviewed anew, as after any other change of its text."""
    returned = Event.objects.filter(round=F("article__round"), action__in=REOPENING)
    again = set(returned.filter(article__in=articles).values_list("article", flat=True))
    for article in articles:
        article.round += article.pk in again
    Article.objects.bulk_update(articles, ["round"])


def _to_ask(plan, doubts):
    """The doubts of articles written now, of photos, and of the page itself."""
    written = {
        item.record.unit
        for change in (Change.NEW, Change.DIFFERENT)
        for item in plan.articles_to(change)
    }
    articles = {item.record.unit for item in plan.articles if item.record}
    decided = plan.page.doubts.filter(article=None, resolved_at__isnull=False)
    settled = set(decided.values_list("kind", "line"))
    return [
        doubt
        for doubt in doubts
        if doubt.unit in written
        or (doubt.unit not in articles and (doubt.kind, doubt.line) not in settled)
    ]


def _write_doubts(plan, found, owners):
    """In place of the old ones that are open, of the same articles and of the page.

    What a deletion asks no reading answers: it stays open till somebody decides it.
    """
    page = plan.page
    old = page.doubts.filter(resolved_at__isnull=True).exclude(kind=DELETED)
    old.filter(Q(article__isnull=True) | Q(article__in=owners.values())).delete()
    return PageDoubt.objects.bulk_create(
        PageDoubt(
            page=page,
            article=owners.get(doubt.unit),
            kind=doubt.kind,
            line=doubt.line,
            message=doubt.message,
            params=dict(doubt.params),
            candidates=list(doubt.candidates),
        )
        for doubt in found
    )


def _stamp(page, record, *, by):
    if not page.is_imported:
        page.imported_at, page.imported_by = timezone.now(), by
    page.staff = [[credit.role, credit.name] for credit in record.staff]
    page.save(update_fields=["imported_at", "imported_by", "staff"])


def _place_in_print(page):
    """Of a page that came as a PDF: where its articles stand, and the photos' pictures."""
    if page.source_file_id is None:
        return
    faces.renew_regions(page)
    pk = page.pk
    transaction.on_commit(lambda: page_jobs.cut_photos.enqueue(pk))
    transaction.on_commit(lambda: page_jobs.read_drawn_headlines.enqueue(pk))
