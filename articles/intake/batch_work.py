"""What workers do for the pages of a batch: read each, import each, once or not at all.

A worker may be killed at any moment. What a page has become is written in the transaction that
makes it, so whoever comes next finds either nothing or all of it.
"""

import logging

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import translation
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from articles.files import sources
from articles.intake import admitting, importing, receiving
from articles.models import ImportBatch, ImportItem, ImportText, ItemKind, ItemState, Page
from articles.models.batch import IMPORTING, READING, SAID, UNFINISHED, noted
from articles.parsing import layout_from_json, layout_to_json
from articles.records import PrintedPage
from articles.refusals import Refusal, Refused
from articles.sentences import sentence as _

MOST_ATTEMPTS = 3
POSITIONS = 1000  # between two files of a batch: room for the pages of the first
ALIVE = ("READY", "RUNNING")
COMING = (*READING, ItemState.READ, ItemState.FAILED)

log = logging.getLogger("newsroom.imports")


@task()
def read_page(item):
    read(item)


@task()
def import_page(item):
    let_page_in(item)


def queue_readings(items):
    _queue(items, ItemState.WAITING, read_page)


def queue_imports(items, *, by):
    for item in items:
        item.let_in_by = by
    _queue(items, ItemState.QUEUED, import_page)


def _queue(items, state, work):
    """Have workers do it. Inside the transaction that the items belong to: both or neither."""
    for item in items:
        item.state, item.attempts = state, 0
        item.say()
    ImportItem.objects.bulk_update(items, ["state", "attempts", "let_in_by", *SAID])
    for item in items:
        work.enqueue(item.pk)


def read(key):
    """Read one page and propose where it belongs. Read again, it is the same."""
    item = _claim(key, READING, ItemState.READING)
    if item is None:
        return
    with translation.override(item.batch.language):
        try:
            if item.kind == ItemKind.PDF and item.source_file is None:
                _open_file(item)
            if source := _source(item):
                _note_reading(item, source)
        except Refused as refused:
            _fail(item, refused)


def _open_file(item):
    """Count a PDF's pages: this item is the first of them, each other gets an item of its own."""
    try:
        count = sources.check_stored(item.source_sha256, name=item.file_name)
        if count > min(POSITIONS, settings.MAX_UPLOAD_FILES):
            raise Refused(_too_many_pages(count))
    except Refused:
        drop_unused({item.source_sha256}, but_for=item.pk)
        raise
    with transaction.atomic():
        sources.hold([item.source_sha256])
        # Of one that was called off while it was opened nothing is kept.
        if not _is_ours(item, ItemState.READING).exists():
            return
        _divide(item, count)


def _divide(item, count):
    file = sources.keep_stored(item.source_sha256, name=item.file_name, page_count=count)
    _is_ours(item, ItemState.READING).update(source_file=file)
    others = ImportItem.objects.bulk_create(
        ImportItem(
            batch=item.batch,
            position=item.position + index,
            kind=ItemKind.PDF,
            file_name=item.file_name,
            source_sha256=item.source_sha256,
            source_file=file,
            index=index,
        )
        for index in range(1, count)
    )
    queue_readings(others)
    item.source_file = file


@transaction.atomic
def drop_unused(hashes, *, but_for=None):
    """Take PDFs away that no page was made from, and that no other item has still to open."""
    sources.hold(hashes)
    given_up = Q(state=ItemState.FAILED, attempts__gte=MOST_ATTEMPTS)
    waiting = ImportItem.objects.filter(Q(state__in=READING) | given_up, source_file=None)
    waiting = waiting.filter(source_sha256__in=hashes).exclude(pk=but_for)
    for sha256 in hashes - set(waiting.values_list("source_sha256", flat=True)):
        sources.drop(sha256)


def _too_many_pages(count):
    return Refusal(
        rule="pages",
        message=_("The PDF has %(count)s pages; no issue has as many.") % {"count": count},
        next_step=_("Split it into issues and send one at a time."),
    )


def _source(item):
    """What the page says: as it was sent, or as it was read from its PDF.

    None where it was called off, or done by another worker, since it was claimed.
    """
    held = ImportText.objects.filter(pk=item.pk).first()
    if item.source_file is None:
        return held and admitting.read_text(bytes(held.data))
    if held is None:
        return admitting.read_pdf(item.source_file, item.index)
    layout = layout_from_json(held.layout)
    printed = PrintedPage(bytes(held.data).decode(), layout)
    return admitting.of_printed(printed, item.source_file, item.index)


def _claim(key, states, doing):
    """The item, ours to work on; None if somebody has done it or called it off."""
    with transaction.atomic():
        items = ImportItem.objects.select_for_update(of=("self",))
        item = (
            items.select_related("batch__publication", "let_in_by", "source_file")
            .filter(pk=key)
            .first()
        )
        if item is None or item.state not in states or item.attempts >= MOST_ATTEMPTS:
            return None
        item.state, item.attempts = doing, item.attempts + 1
        item.save(update_fields=["state", "attempts", "changed_at"])
    return item


def _note_reading(item, source):
    known = _page_with(item)
    proposal = _proposal(item, source.record)
    remarks = [_already_in(known)] if known else [*proposal.remarks, *_seen_elsewhere(item)]
    with transaction.atomic():
        # The batch's row is the queue in which two workers stand that finish at once.
        batch = ImportBatch.objects.select_for_update().get(pk=item.batch_id)
        done = _is_ours(item, ItemState.READING).update(
            state=ItemState.SKIPPED if known else ItemState.READ,
            remarks=noted(*([remark] for remark in remarks)),
            message="",
            page=known,
            is_read=True,
            attempts=0,
            label=proposal.label or item.label,
            name=proposal.name,
            articles=len(source.record.articles),
            photos=len(source.record.photos),
            doubts=len(importing.doubts_of(source.record, batch.date, proposal.label)),
        )
        if done:
            _arrange(batch)
            _hold_text(item, source)
        if known:
            forget_texts([item.pk])


def _proposal(item, record):
    if item.source_file is not None and item.source_file.page_count > 1:
        return admitting.propose_in_file(item.file_name, item.index, record, item.batch.date)
    return admitting.propose(item.file_name, record, item.batch.date)


def _hold_text(item, source):
    """Of a PDF: what was read, so that importing need not read it again."""
    if source.printed is not None:
        ImportText.objects.update_or_create(
            item=item,
            defaults={"data": source.data, "layout": layout_to_json(source.printed.layout)},
        )


def _page_with(item):
    """The page of that day that was made from the same bytes and is imported already."""
    pages = Page.objects.filter(
        issue__publication=item.batch.publication_id,
        issue__date=item.batch.date,
        imported_at__isnull=False,
    )
    return pages.filter(_same_source(item)).defer("source").first()


def _same_source(item):
    if item.source_file is None:
        return Q(source_sha256=item.source_sha256)
    return Q(source_file=item.source_file, source_index=item.index)


def _already_in(page):
    return _("This text is in already, as page %(page)s.") % {"page": page.title}


def _seen_elsewhere(item):
    other = (
        Page.objects.filter(_same_source(item), issue__publication=item.batch.publication_id)
        .exclude(issue__date=item.batch.date)
        .select_related("issue__publication")
        .defer("source")
        .first()
    )
    if other is not None:
        yield _("The same text stands on another day: %(page)s.") % {"page": other}


def _arrange(batch):
    """Give the pages their places anew, and when all are read let in those without doubts."""
    items = list(batch.items.all())
    if not batch.is_arranged:
        before = {item.pk: item.sequence for item in items}
        give_places(batch, items)
        moved = [item for item in items if item.sequence != before[item.pk]]
        ImportItem.objects.bulk_update(moved, ["sequence"])
    if batch.imports_clean and not any(item.state in READING for item in items):
        queue_imports([item for item in items if item.is_clean and item.label], by=batch.made_by)


def give_places(batch, items):
    """Places for all pages that are not in yet, in the order of their labels."""
    coming = [item for item in items if item.state in COMING]
    sequences = admitting.places([item.label for item in coming], taken=taken_places(batch))
    for item, sequence in zip(coming, sequences, strict=True):
        item.sequence = sequence


def taken_places(batch):
    """The places that pages of the issue hold already."""
    pages = Page.objects.filter(issue__publication=batch.publication_id, issue__date=batch.date)
    return frozenset(pages.values_list("sequence", flat=True))


def let_page_in(key):
    """Make page and articles of one item, in one transaction with the note that it is done."""
    item = _claim(key, IMPORTING, ItemState.IMPORTING)
    if item is None:
        return
    with translation.override(item.batch.language):
        try:
            if source := _source(item):
                _take(item, source)
        except Refused as refused:
            _fail(item, refused)


def _take(item, source):
    batch = item.batch
    placed = admitting.Placed(item.label, item.name, item.sequence, item.file_name)
    with transaction.atomic():
        # Held to the end: a second worker, or a cancellation, waits and then finds it done.
        if _is_ours(item, ItemState.IMPORTING).select_for_update().first() is None:
            return
        issue = receiving.issue_for(batch.publication, batch.date)
        page, outcome = admitting.take(issue, source, placed=placed, by=item.let_in_by)
        _is_ours(item, ItemState.IMPORTING).update(
            state=ItemState.IMPORTED,
            page=page,
            articles=len(outcome.articles),
            photos=len(outcome.photos),
            doubts=outcome.doubts,
        )
        forget_texts([item.pk])


def _is_ours(item, state):
    return ImportItem.objects.filter(pk=item.pk, state=state)


def _fail(item, refused):
    ImportItem.objects.filter(pk=item.pk, state__in=UNFINISHED).update(
        state=ItemState.FAILED, remarks=noted(refused.refusal.sentences), message=""
    )


def forget_texts(keys):
    ImportText.objects.filter(pk__in=keys).delete()


def sweep():
    """Hand on pages whose job has died, and give up those that nobody could finish."""
    lost = list(ImportItem.objects.filter(state__in=UNFINISHED).select_related("batch"))
    if not lost:
        return 0
    jobs = DBTaskResult.objects.filter(
        task_path__in=[read_page.module_path, import_page.module_path], status__in=ALIVE
    )
    cared_for = {args["args"][0] for args in jobs.values_list("args_kwargs", flat=True)}
    lost = [item for item in lost if item.pk not in cared_for]
    for item in lost:
        _hand_on(item)
    return len(lost)


def _hand_on(item):
    if item.attempts < MOST_ATTEMPTS:
        work = read_page if item.state in READING else import_page
        work.enqueue(item.pk)
        return
    log.error("%s: given up after %s attempts", item.file_name, item.attempts)
    said = noted([_("Every worker that took this page has failed at it. The log says more.")])
    _is_ours(item, item.state).update(state=ItemState.FAILED, remarks=said, message="")
