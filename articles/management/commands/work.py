"""The worker: does what waits in the queue, and once a minute what comes due."""

import logging
import time
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils.translation import gettext as _
from django_tasks_db.management.commands.db_worker import Worker

from articles import faults, jobs, search
from articles.epaper import likeness
from articles.turns import take_turns
from articles.workflow import scheduling
from articles.writing import assignment_notices

TICK = 60  # seconds
PAUSE = 1
RECOVERY = 10
CATCH_UP = 3600

log = logging.getLogger("newsroom.worker")


class Command(BaseCommand):
    help = "Do the background jobs until told to stop (SIGTERM or Ctrl-C)."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what waits now, then stop")

    def handle(self, *, once, **options):
        worker = TickingWorker(worker_id=jobs.worker_name())
        if not once:
            worker.configure_signals()
        self.stdout.write(_("The worker is ready."))
        while worker.running:
            try:
                worker.take_turn()
            except faults.FAULTS as error:
                if once:
                    raise
                self._wait(error)
            if once:
                break
            if worker.running:
                time.sleep(PAUSE)

    def _wait(self, error):
        """Outlive what the machine lacks: others restart it, or give it room."""
        log.exception("The worker waits")
        self.stderr.write(faults.reason(error))
        time.sleep(RECOVERY)


class TickingWorker(Worker):
    """Empties the queue at each run, and looks at the clock between two jobs."""

    def __init__(self, *, worker_id):
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=PAUSE,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id,
        )
        self.next_tick = self.next_catch_up = 0.0

    def take_turn(self):
        """What the clock asks for, then what waits. A fault in one of all that is raised, but
        only when the others had their turn: whatever comes again must not hold them up for ever.
        """
        take_turns([self.tick_if_due, self.run])

    def run_task(self, db_task_result):
        super().run_task(db_task_result)
        self.tick_if_due()

    def tick_if_due(self):
        now = time.monotonic()
        if now < self.next_tick:
            return
        self.next_tick = now + TICK
        close_old_connections()
        heartbeat().parent.mkdir(parents=True, exist_ok=True)
        heartbeat().touch()
        jobs.beat(self.worker_id)
        jobs.sweep(by=self.worker_id)
        take_turns(
            [
                scheduling.publish_due,
                assignment_notices.tell_due_soon,
                likeness.catch_up,
                self._keep_search,
            ]
        )

    def _keep_search(self):
        now = time.monotonic()
        if now >= self.next_catch_up:
            self.next_catch_up = now + CATCH_UP
            search.refresh(search.drift())


def heartbeat() -> Path:
    """Touched once a minute: a monitor can tell by its age whether the worker lives."""
    return Path(settings.DATA_DIR) / "worker.heartbeat"
