"""The disk is full, or the database away: a sentence, nothing half, and the rest lives on."""

import errno
import tempfile

import pytest
from django.core.files.base import ContentFile, File
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, connection, transaction

from articles import faults
from articles.files import private_files
from articles.intake import archiving, batches
from articles.management.commands import work
from articles.models import ImportBatch

pytestmark = pytest.mark.once

ADD = "/admin/articles/importbatch/add/"
FULL = OSError(errno.ENOSPC, "No space left on device")


def failing(error):
    def fail(*args, **kwargs):
        raise error

    return fail


@pytest.fixture
def send(client, cast, publication, settings):
    """Sends a page through the editors' form; returns the answer."""
    client.raise_request_exception = False
    client.force_login(cast.de)

    def _send():
        file = SimpleUploadedFile("01.txt", b"x" * 500)
        fields = {"publication": publication.pk, "date": "2026-11-20", "files": [file]}
        return client.post(ADD, fields)

    return _send


@pytest.mark.parametrize(
    ("error", "sentence"),
    [(FULL, "磁盘已满"), (OperationalError("server closed the connection"), "数据库没有响应")],
    ids=["disk", "database"],
)
def test_a_fault_of_the_machine_is_told_on_the_page(send, monkeypatch, error, sentence):
    monkeypatch.setattr(batches.ImportBatch.objects, "create", failing(error))
    answer = send()
    assert (answer.status_code, answer["Retry-After"]) == (503, "300")
    assert sentence in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_a_table_that_is_not_there_is_not_the_database_s_silence(db):
    with (
        pytest.raises(DatabaseError) as missing,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT * FROM articles_nothing")
    assert faults.told(missing.value) == ""
    assert "articles_nothing" in faults.reason(missing.value)


def test_another_fault_is_none_of_the_machine(send, monkeypatch):
    monkeypatch.setattr(batches.ImportBatch.objects, "create", failing(ValueError("ours")))
    assert send().status_code == 500


def test_an_upload_that_finds_the_disk_full_leaves_no_file(send, settings, tmp_path, monkeypatch):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(TemporaryUploadedFile, "write", failing(FULL), raising=False)
    before = set(tmp_path.iterdir())
    assert "磁盘已满" in send().content.decode()
    assert set(tmp_path.iterdir()) == before


def test_of_half_a_file_nothing_is_kept(settings, tmp_path, monkeypatch):
    settings.STORAGES["private"]["OPTIONS"]["location"] = tmp_path

    def half(file, chunk_size=None):
        yield b"half"
        raise FULL

    monkeypatch.setattr(File, "chunks", half)
    with pytest.raises(OSError, match="No space"):
        private_files.put("pdf/ab/whole.pdf", ContentFile(b"the whole"))
    assert not storages["private"].exists("pdf/ab/whole.pdf")


def test_an_archive_that_finds_the_disk_full_stops_with_a_sentence(
    publication, cast, tmp_path, monkeypatch
):
    (tmp_path / "20261120_01.txt").write_text("本报讯")
    monkeypatch.setattr(archiving, "import_issue", failing(FULL))
    with pytest.raises(CommandError, match="磁盘已满"):
        call_command("import_archive", str(tmp_path), publication="yanxi", by="de")


def test_a_worker_outlives_what_the_machine_lacks(db, monkeypatch, settings, tmp_path, capsys):
    settings.DATA_DIR = tmp_path
    waits = []
    monkeypatch.setattr(work.time, "sleep", waits.append)
    ticks = iter([failing(FULL), failing(SystemExit)])
    monkeypatch.setattr(work.TickingWorker, "tick_if_due", lambda worker: next(ticks)())
    monkeypatch.setattr(work.TickingWorker, "run", lambda worker: None)
    monkeypatch.setattr(work.TickingWorker, "configure_signals", lambda worker: None)
    with pytest.raises(SystemExit):
        call_command("work")
    assert waits[0] == work.RECOVERY
    assert "磁盘已满" in capsys.readouterr().err
