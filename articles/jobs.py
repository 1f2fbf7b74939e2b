"""What is done in the background. Every job may run twice: a worker can be killed at any moment."""

import os
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.intake import batch_work
from articles.models import Worker
from articles.workflow import scheduling

LONGEST_RUN = timedelta(hours=1)
SILENCE = timedelta(minutes=3)  # a worker says every minute that it lives
FORGOTTEN = timedelta(days=1)
MOST_ATTEMPTS = 3


def worker_name() -> str:
    """Names a worker so that others can tell whether it still runs: host, process, start."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{timezone.now():%H%M%S%f}"


def beat(name: str):
    """Say that this worker lives."""
    now = timezone.now()
    Worker.objects.filter(seen_at__lt=now - FORGOTTEN).exclude(name=name).delete()
    Worker.objects.update_or_create(name=name, defaults={"seen_at": now})


@dataclass(frozen=True)
class Silence:
    """No worker has answered since then; None: never, as far as anybody remembers."""

    since: datetime | None


def silence() -> Silence | None:
    """That no worker answers, or None while one does."""
    workers = Worker.objects.exclude(name=scheduling.CLOCK)
    last = workers.aggregate(last=Max("seen_at"))["last"]
    return None if last and timezone.now() - last < SILENCE else Silence(last)


class WorkerLost(Exception):
    """The worker was killed while it did the job."""


def sweep(by=""):
    """Hand on what died with its worker; return how many jobs. One that has taken three
    workers with it is given up. The worker `by` does none at this moment."""
    lost = [job for job in DBTaskResult.objects.running() if _is_orphan(job, by)]
    for job in lost:
        with transaction.atomic():
            job.set_failed(WorkerLost(job.worker_ids[-1]))
            if _times_lost(job) < MOST_ATTEMPTS:
                job.task.enqueue(*job.args_kwargs["args"], **job.args_kwargs["kwargs"])
    batch_work.sweep()
    return len(lost)


def _times_lost(job):
    return (
        DBTaskResult.objects.failed()
        .filter(
            task_path=job.task_path,
            args_kwargs=job.args_kwargs,
            exception_class_path=job.exception_class_path,
        )
        .count()
    )


def _is_orphan(job, by):
    worker = (job.worker_ids or [""])[-1]
    if worker == by:
        return True  # the database did not take down how it ended
    host, _colon, rest = worker.partition(":")
    if host == socket.gethostname()[:30]:
        process = int(rest.partition(":")[0])
        # In a container each start has the same number: one of before had ours.
        if not _runs(process) or (by and process == os.getpid()):
            return True
    # A stranger may have its number by now; and of other hosts nothing else is known.
    return job.started_at is None or timezone.now() - job.started_at > LONGEST_RUN


def _runs(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # of another user
    return True
