"""The editors' work: a move, a long text compared, what waits, and the list of all articles.

python -m tests.bench.editing --list 1000000

The list is measured at 20,000 articles, and again at as many as asked for: it should not grow.
CPU milliseconds of this process; PostgreSQL's own work comes on top of them and is in "ms".
"""

import argparse
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings
from django.test.utils import setup_databases, teardown_databases

from tests.bench.noise import describe
from tests.bench.rounds import ROUNDS, measure, table

SMALL = 20_000


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--list", type=int, default=SMALL, help="articles in the editors' list")
    asked = asked.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    with tempfile.TemporaryDirectory(prefix="newsroom-editing-") as folder:
        database = settings.DATABASES["default"]
        if database["ENGINE"].endswith("sqlite3"):
            database["TEST"]["NAME"] = str(Path(folder) / "editing.sqlite3")
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
        try:
            # Models can be imported only after setup.
            report(import_module("tests.bench.editing_work"), asked.list)
        finally:
            teardown_databases(made, verbosity=0)
    return 0


def report(work, articles):
    print(describe(), flush=True)
    desk = work.Desk()
    show(f"One article, and texts of {work.CHARACTERS} characters", desk.moving_targets())
    show(f"{work.WAITING} articles that wait", desk.waiting_targets())
    work.fill(SMALL)
    show(f"The list of {SMALL} articles", desk.list_targets())
    if articles > SMALL:
        work.multiply(articles)
        show(f"The list of {articles} articles", desk.list_targets())


def show(title, targets):
    measure(targets)
    print(f"\n{title}, {ROUNDS} rounds:\n\n{table(targets)}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
