"""Runs the benches: the parser by itself, on text and on PDF; then the site on each database.

`--articles 200000` serves an archive of that size; it is 20,000 without. `--list 1000000` measures
the editors' list at that many articles as well; that takes minutes and some gigabytes.
"""

import argparse
import os
import subprocess
import sys
import tempfile

from tests.bench.noise import describe
from tests.run.postgresql import find
from tests.source import ROOT


def main(arguments):
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", default="20000")
    asked.add_argument("--list", default="20000")
    asked = asked.parse_args(arguments)
    print(describe(), flush=True)
    codes = [
        bench("tests.bench.parser"),
        bench("tests.bench.printed"),
        bench_site("SQLite", asked),
    ]
    url, trouble = find()
    if url:
        codes.append(bench_site("PostgreSQL", asked, DATABASE_URL=url))
    else:
        print(f"\nPostgreSQL: not measured. {trouble}")
    print(describe())
    return max(codes)


def bench_site(name, asked, **environment):
    print(f"\n=== Importing, reading and serving on {name} ===", flush=True)
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        own = {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "NEWSROOM_DATA_DIR": folder}
        codes = (
            bench("tests.bench.site", **own, **environment),
            bench("tests.bench.editing", "--list", asked.list, **own, **environment),
            bench("tests.bench.served", "--articles", asked.articles, **own, **environment),
        )
        return max(codes)


def bench(module, *arguments, **environment):
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, env=kept | environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
