"""The queue: jobs of a dead worker are handed on, not for ever."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from articles import jobs
from articles.images import picture_jobs, pictures, renditions
from articles.jobs import DBTaskResult
from articles.workflow import scheduling


@pytest.fixture
def dead_process():
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def claimed(worker):
    result = picture_jobs.make_renditions.enqueue("0" * 64)
    job = DBTaskResult.objects.get(pk=result.id)
    job.claim(worker)
    return job


def dead(name, process):
    host, _pid, rest = name.split(":")
    return f"{host}:{process}:{rest}"


def test_a_job_of_a_living_worker_is_left_alone(db):
    claimed(jobs.worker_name())
    assert jobs.sweep() == 0


def test_a_job_of_a_dead_worker_is_done_by_another(db, dead_process):
    job = claimed(dead(jobs.worker_name(), dead_process))
    assert jobs.sweep() == 1
    job.refresh_from_db()
    assert job.status == "FAILED"
    assert DBTaskResult.objects.ready().get().args_kwargs == job.args_kwargs


def test_a_job_that_takes_workers_with_it_is_given_up(db, dead_process):
    worker = dead(jobs.worker_name(), dead_process)
    claimed(worker)
    for _round in range(jobs.MOST_ATTEMPTS):
        jobs.sweep()
        for job in DBTaskResult.objects.ready():
            job.claim(worker)
    assert not DBTaskResult.objects.ready().exists()
    assert not DBTaskResult.objects.running().exists()


def test_a_job_whose_end_its_worker_could_not_write_down_is_done_again(db):
    name = jobs.worker_name()
    claimed(name)
    assert jobs.sweep(by=name) == 1


def test_a_worker_of_before_whose_number_this_process_has_is_dead(db):
    """In a container the first process has the same number after each start."""
    host, process, _moment = jobs.worker_name().split(":")
    claimed(f"{host}:{process}:000000")
    assert jobs.sweep(by=jobs.worker_name()) == 1


def test_a_worker_whose_number_a_stranger_has_by_now_is_dead_in_the_end(db):
    host, _process, moment = jobs.worker_name().split(":")
    job = claimed(f"{host}:{os.getppid()}:{moment}")
    assert jobs.sweep(by=jobs.worker_name()) == 0
    long_ago = timezone.now() - jobs.LONGEST_RUN - timedelta(minutes=1)
    DBTaskResult.objects.filter(pk=job.pk).update(started_at=long_ago)
    assert jobs.sweep(by=jobs.worker_name()) == 1


def test_on_another_host_only_time_tells(db):
    job = claimed("elsewhere:1:000000")
    assert jobs.sweep() == 0
    long_ago = timezone.now() - jobs.LONGEST_RUN - timedelta(minutes=1)
    DBTaskResult.objects.filter(pk=job.pk).update(started_at=long_ago)
    assert jobs.sweep() == 1


def test_the_worker_does_what_waits(transactional_db, drawn, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    picture = pictures.read_picture(drawn(size=(600, 400)))
    pictures.store(picture)
    picture_jobs.make_renditions.enqueue(picture.sha256)
    call_command("work", once=True)
    assert default_storage.exists(renditions.rendition_path(picture.sha256, 480))
    assert (tmp_path / "worker.heartbeat").exists()


def test_a_fault_in_what_the_clock_asks_for_holds_up_no_job(
    transactional_db, drawn, settings, tmp_path, monkeypatch
):
    settings.DATA_DIR = tmp_path
    picture = pictures.read_picture(drawn(size=(600, 400)))
    pictures.store(picture)
    picture_jobs.make_renditions.enqueue(picture.sha256)
    monkeypatch.setattr(scheduling, "publish_due", lambda: {}["nothing there"])
    with pytest.raises(KeyError):
        call_command("work", once=True)
    assert default_storage.exists(renditions.rendition_path(picture.sha256, 480))
