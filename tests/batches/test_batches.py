"""Batches of pages: read, put in order, let in, called off, tried again."""

import tempfile
from datetime import timedelta

import pytest
from django.core.management import call_command

from articles import jobs
from articles.intake import batch_work, batches
from articles.models import Article, ImportBatch, ImportText, Issue, Page
from articles.refusals import Refused
from tests.batches.pages import DAY, NAMES, files, incoming, text, zipped


@pytest.fixture
def send(publication, cast, settings, tmp_path):
    settings.DATA_DIR = tmp_path

    def _send(entries, date=DAY, by=None, **options):
        made = batches.open_batch(
            publication, date, files=incoming(entries), by=by or cast.de, **options
        )
        return ImportBatch.objects.get(pk=made.pk)

    return _send


@pytest.fixture
def work(settings, tmp_path):
    """Do all that waits, as a worker does."""
    settings.DATA_DIR = tmp_path
    return lambda: call_command("work", once=True)


def states(batch):
    return [item.state for item in batch.items.all()]


def test_a_zip_becomes_a_batch_of_pages_that_wait(send):
    batch = send({"issue.zip": zipped(files(*NAMES))})
    assert states(batch) == ["waiting"] * 3
    assert [(item.label, item.sequence) for item in batch.items.all()] == [
        ("A01", 1),
        ("A02", 2),
        ("A10", 3),
    ]
    assert not Page.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_pages_are_read_and_imported_by_the_worker(send, work, cast):
    batch = send(files(*NAMES))
    work()
    assert states(batch) == ["read"] * 3
    assert batch.items.first().articles == 2
    assert batches.let_in(batch, by=cast.de) == 3
    work()
    assert states(batch) == ["imported"] * 3
    assert list(Page.objects.values_list("label", "sequence")) == [
        ("A01", 1),
        ("A02", 2),
        ("A10", 3),
    ]
    assert Article.objects.count() == 6
    assert not ImportText.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_clean_pages_go_in_at_once_where_the_editor_said_so(send, work):
    wrong_day = {"20261119_A03.txt": text(7)}
    batch = send(files(*NAMES[:2]) | wrong_day, imports_clean=True)
    work()
    found = dict(batch.items.values_list("file_name", "state"))
    clean = {item.file_name for item in batch.items.filter(state="imported")}
    assert found["20261119_A03.txt"] == "read"
    assert clean == set(
        batch.items.filter(doubts=0, remarks=[]).values_list("file_name", flat=True)
    )


def read_all(batch):
    for item in batch.items.filter(state="waiting"):
        batch_work.read(item.pk)


def import_all(batch):
    for item in batch.items.filter(state="queued"):
        batch_work.let_page_in(item.pk)


def test_what_is_in_already_is_left_out(send, cast):
    first = send({"A01.txt": text(1)})
    read_all(first)
    batches.let_in(first, by=cast.de)
    import_all(first)
    again = send({"A01.txt": text(1), "A02.txt": text(2)})
    read_all(again)
    assert states(again) == ["skipped", "read"]
    assert again.items.first().page == Page.objects.get()


def test_the_same_text_on_another_day_is_remarked(send, cast):
    first = send({"A01.txt": text(1)})
    read_all(first)
    batches.let_in(first, by=cast.de)
    import_all(first)
    other = send({"A01.txt": text(1)}, date=DAY + timedelta(days=1))
    read_all(other)
    assert "2026-11-20" in other.items.get().remark


def test_the_same_bytes_twice_are_taken_once(send):
    batch = send({"A01.txt": text(1), "A02.txt": text(1)})
    assert states(batch) == ["waiting", "skipped"]


def test_a_bad_file_costs_its_own_page_alone(send):
    batch = send(files(*NAMES[:1]) | {"A02.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "b.jpg": b"x"})
    read_all(batch)
    found = dict(batch.items.values_list("file_name", "state"))
    assert found == {NAMES[0]: "read", "A02.txt": "failed", "b.jpg": "skipped"}
    assert batch.items.get(state="failed").remark.endswith("。")


@pytest.mark.parametrize("name", ["rui", "sun", "chen", "pei", "ao", "root"])
def test_only_desk_editors_send_issues(send, cast, name):
    with pytest.raises(Refused):
        send(files(*NAMES), by=getattr(cast, name))
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(
    "bad", [{"../x.txt": b"x"}, {"x.txt": zipped({"01.txt": b"x"})}], ids=["name", "unpacked"]
)
def test_a_refused_archive_leaves_nothing_behind(send, tmp_path, monkeypatch, bad):
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with pytest.raises(Refused, match=r"x\.txt"):
        send({"A01.txt": text(1), "bad.zip": zipped({"A02.txt": text(2)} | bad)})
    assert list(folder.iterdir()) == []
    assert not ImportBatch.objects.exists()


def test_an_accepted_upload_leaves_no_temporary_files(send, tmp_path, monkeypatch):
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    send({"issue.zip": zipped(files(*NAMES))})
    assert list(folder.iterdir()) == []


def place(item, **fields):
    values = {"label": item.label, "name": item.name, "sequence": item.sequence} | fields
    return {item.pk: batches.Place(**values)}


def test_pages_are_put_elsewhere_before_they_go_in(send, cast):
    batch = send(files("x.txt", "y.txt"))
    read_all(batch)
    x, y = batch.items.all()
    batches.arrange(batch, place(x, label="02", sequence=2), by=cast.de)
    batches.arrange(batch, place(y, label="01", sequence=1), by=cast.de)
    batches.let_in(batch, by=cast.de)
    import_all(batch)
    names = list(Page.objects.values_list("label", "sequence", "source_name"))
    assert names == [("01", 1, "y.txt"), ("02", 2, "x.txt")]


def test_neighbours_change_places(send, cast):
    batch = send(files("01.txt", "02.txt", "03.txt"))
    read_all(batch)
    last = batch.items.last()
    batches.shift(batch, last.pk, -1, by=cast.de)
    batches.shift(batch, last.pk, -1, by=cast.de)
    batches.shift(batch, last.pk, -1, by=cast.de)
    assert [item.label for item in batches.in_order(batch)] == ["03", "01", "02"]


BAD_PLACES = [
    {"label": "../x"},
    {"label": ""},
    {"label": "02"},
    {"sequence": None},
    {"sequence": 2},
]


@pytest.mark.parametrize("wrong", BAD_PLACES, ids=map(str, BAD_PLACES))
def test_impossible_places_are_told_and_nothing_goes_in(send, cast, wrong):
    batch = send(files("01.txt", "02.txt"))
    read_all(batch)
    batches.arrange(batch, place(batch.items.first(), **wrong), by=cast.de)
    with pytest.raises(batches.BadPlaces) as refused:
        batches.let_in(batch, by=cast.de)
    assert len(refused.value.by_item) == 1
    assert states(batch) == ["read", "read"]


def test_a_place_of_another_page_of_the_issue_is_refused(send, cast):
    first = send({"01.txt": text(1)})
    read_all(first)
    batches.let_in(first, by=cast.de)
    import_all(first)
    second = send({"02.txt": text(2)})
    read_all(second)
    assert second.items.get().sequence == 2
    batches.arrange(second, place(second.items.get(), sequence=1), by=cast.de)
    with pytest.raises(batches.BadPlaces):
        batches.let_in(second, by=cast.de)


def test_a_page_left_out_stays_out_and_can_be_taken_in_again(send, cast):
    batch = send(files("01.txt", "02.txt"))
    read_all(batch)
    first = batch.items.first()
    batches.arrange(batch, place(first, is_wanted=False), by=cast.de)
    assert batches.let_in(batch, by=cast.de) == 1
    import_all(batch)
    assert Page.objects.get().label == "02"
    batches.arrange(batch, place(first), by=cast.de)
    assert batches.let_in(batch, by=cast.de) == 1


def test_what_was_called_off_is_not_imported(send, cast):
    batch = send(files(*NAMES))
    read_all(batch)
    batches.let_in(batch, by=cast.de)
    one = batch.items.first()
    batch_work.let_page_in(one.pk)
    assert batches.cancel(batch, by=cast.de) == 2
    import_all(batch)
    for item in batch.items.all():
        batch_work.let_page_in(item.pk)
    assert states(batch) == ["imported", "cancelled", "cancelled"]
    assert Page.objects.count() == 1
    assert not ImportText.objects.exists()


def test_what_is_called_off_while_a_worker_reads_it_is_left_alone(send, cast, monkeypatch):
    batch, claim = send({"01.txt": text(1)}), batch_work._claim

    def _claim(*given):
        item = claim(*given)
        batches.cancel(batch, by=cast.de)
        return item

    monkeypatch.setattr(batch_work, "_claim", _claim)
    read_all(batch)
    assert states(batch) == ["cancelled"]


def test_an_import_that_is_refused_is_told_and_can_be_tried_again(send, cast):
    batch = send({"01.txt": text(1)})
    read_all(batch)
    batches.let_in(batch, by=cast.de)
    cast.de.groups.clear()
    import_all(batch)
    assert states(batch) == ["failed"]
    assert not Issue.objects.exists()
    batches.retry(batch, by=cast.dan)
    import_all(batch)
    assert states(batch) == ["imported"]
    assert Page.objects.get().imported_by == cast.dan


def test_doing_a_page_twice_makes_it_once(send, cast):
    batch = send({"01.txt": text(1)})
    item = batch.items.get()
    for _twice in range(2):
        batch_work.read(item.pk)
    batches.let_in(batch, by=cast.de)
    for _twice in range(2):
        batch_work.let_page_in(item.pk)
    assert Article.objects.count() == 2


def test_a_page_whose_job_is_lost_is_handed_on(send):
    batch = send({"01.txt": text(1)})
    jobs.DBTaskResult.objects.all().delete()
    assert batch_work.sweep() == 1
    assert jobs.DBTaskResult.objects.ready().count() == 1
    assert batch_work.sweep() == 0
    assert states(batch) == ["waiting"]


def test_a_page_that_nobody_can_finish_is_given_up(send):
    batch = send({"01.txt": text(1)})
    jobs.DBTaskResult.objects.all().delete()
    batch.items.update(state="reading", attempts=batch_work.MOST_ATTEMPTS)
    batch_work.sweep()
    assert states(batch) == ["failed"]
    assert batch.items.get().remark


@pytest.mark.parametrize(
    ("labels", "taken", "places"),
    [
        (["03", "01"], [], [3, 1]),
        (["03"], [1, 2], [3]),
        (["03"], [3], [4]),
        (["B01", "A02", "A10", ""], [], [3, 1, 2, 4]),
        (["01", "A02"], [5], [6, 7]),
        (["01", "01"], [], [1, 2]),
    ],
)
def test_places_follow_the_labels(labels, taken, places):
    assert batch_work.admitting.places(labels, taken=frozenset(taken)) == places
