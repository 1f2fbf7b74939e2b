"""Whole issues sent at once: opened, put in order, let in, called off, tried again."""

from contextlib import contextmanager
from dataclasses import dataclass

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from articles import workflow
from articles.files import private_files, sources
from articles.files.filenames import read_name
from articles.intake import uploads
from articles.intake.batch_work import (
    POSITIONS,
    drop_unused,
    forget_texts,
    give_places,
    queue_imports,
    queue_readings,
    taken_places,
)
from articles.intake.placing import check_day, clean_label
from articles.models import (
    BatchStage,
    ImportBatch,
    ImportItem,
    ImportText,
    ItemKind,
    ItemState,
    Page,
)
from articles.models.batch import IMPORTING, MOVABLE, READING, SAID
from articles.refusals import Refusal, Refused
from articles.sentences import sentence as _


@dataclass(frozen=True)
class Place:
    """What an editor says of one page: where it stands, and whether it is wanted at all."""

    label: str
    name: str
    sequence: int | None
    is_wanted: bool = True


class BadPlaces(Refused):
    """Places that cannot be: `by_item` has a sentence for each page concerned, by its key."""

    def __init__(self, by_item):
        super().__init__(
            Refusal(
                rule="places",
                message=_("Some pages cannot stand where they were put. Nothing was imported."),
            )
        )
        self.by_item = by_item


def open_batch(publication, date, *, files, imports_clean=False, by):
    """Keep what was sent as a batch whose pages wait to be read; raise Refused and keep nothing."""
    workflow.check_entry("import", by)
    check_day(date)
    with uploads.staged(files) as staged:
        if not staged:
            raise Refused(
                Refusal(
                    rule="nothing",
                    message=_("There is no page in what was sent."),
                    next_step=_("Choose .txt or .pdf files, or a zip of them."),
                )
            )
        pdfs = [file for file in staged if file.kind == uploads.PDF and not file.why_not]
        with transaction.atomic():
            sources.hold([file.sha256 for file in pdfs])
            for file in pdfs:
                _keep(file)
            batch = ImportBatch.objects.create(
                publication=publication,
                date=date,
                file_names=[uploads.shown(incoming.name) for incoming in files],
                imports_clean=imports_clean,
                language=get_language() or "zh-hans",
                made_by=by,
            )
            _fill(batch, staged)
    return batch


def _keep(file):
    """A PDF goes where the workers find it; what no page is made of is taken away again."""
    with file.path.open("rb") as pdf:
        private_files.put(sources.path_of(file.sha256), File(pdf))


def _fill(batch, staged):
    items, known = [], {}
    for position, file in enumerate(staged, start=1):
        item = ImportItem(
            batch=batch,
            position=position * POSITIONS,
            kind=ItemKind.PDF if file.kind == uploads.PDF else ItemKind.TEXT,
            file_name=file.name,
            source_sha256=file.sha256,
            label=_first_label(file.name),
        )
        if file.why_not:
            item.state = ItemState.SKIPPED
            item.say(file.why_not)
        elif file.sha256 in known:
            item.state = ItemState.SKIPPED
            item.say([_("The same as %(other)s.") % {"other": known[file.sha256]}])
        known.setdefault(file.sha256, file.name)
        items.append(item)
    give_places(batch, items)
    ImportItem.objects.bulk_create(items)
    for item, file in zip(items, staged, strict=True):
        if item.state == ItemState.WAITING and item.kind == ItemKind.TEXT:
            ImportText.objects.create(item=item, data=file.path.read_bytes())
    queue_readings([item for item in items if item.state == ItemState.WAITING])


def _first_label(file_name):
    return read_name(file_name).label


def stage_of(items):
    """How far a batch is, by its items' states."""
    return stage_of_states({item.state for item in items})


def stage_of_states(states):
    if states & set(READING):
        return BatchStage.READING
    if states & set(IMPORTING):
        return BatchStage.IMPORTING
    if ItemState.READ in states:
        return BatchStage.READY
    return BatchStage.CANCELLED if states == {ItemState.CANCELLED} else BatchStage.DONE


@contextmanager
def _held(batch):
    """A transaction in which nobody else changes the batch's order."""
    with transaction.atomic():
        yield ImportBatch.objects.select_for_update().get(pk=batch.pk)


def arrange(batch, places, *, by):
    """Write down where pages stand: {item pk: Place}. Only pages that are not in yet move."""
    workflow.check_entry("import", by)
    with _held(batch):
        items = _placeable(batch, places)
        for item in items:
            _place(item, places[item.pk])
        _write_places(batch, items)


def let_in(batch, *, by):
    """Import every page that was read; return how many. Raises BadPlaces, and none goes in."""
    return _let_in(batch, lambda item: True, by=by)


def let_in_clean(batch, *, by):
    """The same for the pages without doubts and remarks alone."""
    return _let_in(batch, lambda item: item.is_clean, by=by)


def _let_in(batch, is_meant, *, by):
    workflow.check_entry("import", by)
    with _held(batch):
        waiting = batch.items.select_for_update().filter(
            state__in=(ItemState.READ, ItemState.FAILED), is_read=True
        )
        wanted = [item for item in waiting if is_meant(item)]
        if wrong := _wrong_places(batch, wanted):
            raise BadPlaces(wrong)
        for item in wanted:
            item.label = clean_label(item.label)
        ImportItem.objects.bulk_update(wanted, ["label"])
        queue_imports(wanted, by=by)
    return len(wanted)


def shift(batch, key, step, *, by):
    """Let a page change places with its neighbour: `step` is -1 for the one before, 1 behind."""
    workflow.check_entry("import", by)
    with _held(batch):
        rows = batch.items.select_for_update().filter(is_read=True, page=None, state__in=MOVABLE)
        rows = sorted(rows, key=_by_place)
        at = next((at for at, item in enumerate(rows) if item.pk == key), None)
        if at is None or not 0 <= at + step < len(rows):
            return
        one, other = rows[at], rows[at + step]
        one.sequence, other.sequence = other.sequence, one.sequence
        _write_places(batch, [one, other])


def _by_place(item):
    return (item.sequence is None, item.sequence or 0, item.position)


def in_order(batch):
    """The batch's pages as they will stand in the issue, those without a place last."""
    return sorted(batch.items.select_related("page"), key=_by_place)


def _place(item, place):
    item.label, item.name, item.sequence = place.label.strip(), place.name.strip(), place.sequence
    if not place.is_wanted:
        item.state = ItemState.SKIPPED
        if not item.remark:
            item.say([_("Left out by the editor.")])
    elif item.state == ItemState.SKIPPED:
        item.state = ItemState.READ


def _placeable(batch, places):
    """The items named that can still be put elsewhere."""
    items = batch.items.select_for_update().filter(pk__in=places, is_read=True, page=None)
    return list(items.filter(state__in=MOVABLE))


def _write_places(batch, items):
    ImportBatch.objects.filter(pk=batch.pk).update(is_arranged=True)
    ImportItem.objects.bulk_update(items, ["label", "name", "sequence", "state", *SAID])


def _wrong_places(batch, items):
    wrong, labels, sequences = {}, {}, {}
    taken = taken_places(batch)
    for item in items:
        try:
            label = clean_label(item.label)
        except Refused as refused:
            wrong[item.pk] = str(refused)
            continue
        if label in labels:
            wrong[item.pk] = _("Page %(label)s is there twice.") % {"label": label}
        elif item.sequence is None:
            wrong[item.pk] = _("Say at which place the page stands.")
        elif item.sequence in sequences:
            wrong[item.pk] = _("Two pages have place %(place)s.") % {"place": item.sequence}
        elif item.sequence in taken and not _is_in(batch, label):
            wrong[item.pk] = _("Another page of the issue has place %(place)s already.") % {
                "place": item.sequence
            }
        labels[label] = sequences[item.sequence] = item
    return wrong


def _is_in(batch, label):
    return Page.objects.filter(
        issue__publication=batch.publication_id, issue__date=batch.date, label=label
    ).exists()


def cancel(batch, *, by):
    """Call off all that is not in yet. What is just being imported is finished."""
    workflow.check_entry("import", by)
    with _held(batch):
        open_items = batch.items.filter(state__in=(*READING, ItemState.READ, ItemState.QUEUED))
        called_off = list(open_items.values_list("pk", "kind", "source_sha256"))
        keys = [key for key, _kind, _sha256 in called_off]
        open_items.update(state=ItemState.CANCELLED, source_file=None)
        forget_texts(keys)
        hashes = {sha256 for _key, kind, sha256 in called_off if kind == ItemKind.PDF}
        transaction.on_commit(lambda: drop_unused(hashes))
        ImportBatch.objects.filter(pk=batch.pk).update(cancelled_at=timezone.now())
    return len(keys)


def retry(batch, *, by):
    """Do again what failed, from the step that failed; return how many pages."""
    workflow.check_entry("import", by)
    with _held(batch):
        failed = list(batch.items.select_for_update().filter(state=ItemState.FAILED))
        queue_readings([item for item in failed if not item.is_read])
        queue_imports([item for item in failed if item.is_read], by=by)
    return len(failed)
