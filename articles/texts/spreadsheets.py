"""Cells of CSV files that spreadsheets open: no cell is ever taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

# The wide ones are taken for the same by spreadsheets that speak Chinese.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
# With a mark at its start, spreadsheets know that a file is UTF-8.
ENCODING = "utf-8-sig"


def cell(value) -> str:
    """A value as a cell; what would begin a formula gets an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def plain(text: str) -> str:
    """The value of a cell that `cell` has written, or that a person typed."""
    text = text.strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def csv_bytes(head: Sequence, rows: Iterable[Sequence]) -> bytes:
    """A whole file with its head."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([cell(value) for value in head])
    writer.writerows([cell(value) for value in row] for row in rows)
    return file.getvalue().encode(ENCODING)
