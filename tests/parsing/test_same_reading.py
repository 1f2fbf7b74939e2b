"""The same text gives the same record, in any process and on any day."""

import os
import subprocess
import sys
from pathlib import Path

from articles.parsing import ledger, parse_page

ROOT = Path(__file__).resolve().parents[2]
# These pages have readings so close that the order of a set once decided between them.
PRINT_RECORDS = """
import hashlib
from articles.parsing import parse_page
from tests.typesetting import pages
close = [text for seed in (11, 21) for name, text, _ in pages(28, seed) if name in ("G026", "G028")]
print([hashlib.sha256(repr(parse_page(text)).encode()).hexdigest() for text in close])
"""


def _records_in_a_process(hash_seed: int) -> str:
    return subprocess.run(
        [sys.executable, "-c", PRINT_RECORDS],
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_every_process_reads_a_page_alike():
    assert len({_records_in_a_process(seed) for seed in (1, 2, 3)}) == 1


def test_a_page_whose_only_text_is_the_title_of_a_notice_is_read():
    source = "会议还研究了其他事项。⑤13\n停水通知\n2026年11月12日③3"
    assert ledger(parse_page(source)).closed
