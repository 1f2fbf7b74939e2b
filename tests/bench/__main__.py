"""Runs the benches: the parser by itself, on text and on PDF; then the site on each database."""

import os
import subprocess
import sys
import tempfile

from tests.bench.noise import describe
from tests.run.postgresql import find
from tests.source import ROOT


def main():
    print(describe(), flush=True)
    codes = [bench("tests.bench.parser"), bench("tests.bench.printed"), bench_site("SQLite")]
    url, trouble = find()
    if url:
        codes.append(bench_site("PostgreSQL", DATABASE_URL=url))
    else:
        print(f"\nPostgreSQL: not measured. {trouble}")
    print(describe())
    return max(codes)


def bench_site(name, **environment):
    print(f"\n=== Importing and reading on {name} ===", flush=True)
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        own = {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "NEWSROOM_DATA_DIR": folder}
        return bench("tests.bench.site", **own, **environment)


def bench(module, **environment):
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    command = [sys.executable, "-m", module]
    return subprocess.run(command, cwd=ROOT, env=kept | environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
