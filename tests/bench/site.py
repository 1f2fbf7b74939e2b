"""Importing a page and reading the site, in this process, beside floors that do the least."""

import sys
import tempfile
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings
from django.test.utils import setup_databases, teardown_databases

from tests.bench.rounds import ROUNDS, measure, table
from tests.source import ROOT

PAGES = ROOT / "articles" / "demo" / "pages"


def main():
    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        database = settings.DATABASES["default"]
        if database["ENGINE"].endswith("sqlite3"):
            database["TEST"]["NAME"] = str(Path(folder) / "bench.sqlite3")
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
        try:
            # Models can be imported only after setup.
            report(import_module("tests.bench.work"), import_module("tests.bench.archive"))
        finally:
            teardown_databases(made, verbosity=0)
    return 0


def report(work, archive):
    cast = work.gather()
    archive.report(cast.de)
    importing = work.importing_targets(cast, sorted(PAGES.glob("*.txt")))
    measure(importing)
    print(f"{ROUNDS} rounds. One page of the demo, in turn:\n\n{table(importing)}\n")
    reading = work.reading_targets(cast)
    measure(reading)
    print(f"An issue of {work.ARTICLES} articles on {work.PAGES} pages:\n\n{table(reading)}")


if __name__ == "__main__":
    sys.exit(main())
