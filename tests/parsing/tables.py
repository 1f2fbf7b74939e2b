"""Tables of pages: each is answered right, and only while its rule is there.

A row holds: the page, what is asked of it, the answer, and of its rule the module or class, the
name, and what stands there instead.
"""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.parsing.columns import OTHER, OTHER_HEAD, column, page, read

Row = tuple[str, Callable[[str], Any], Any, Any, str, Any]


def by_rule(table: Mapping[str, Row]):
    """A test for each row of the table."""
    return pytest.mark.parametrize("row", table.values(), ids=table)


def holds_by_rule(row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    source, ask, answer, place, name, instead = row
    assert ask(source) == answer
    monkeypatch.setattr(place, name, instead)
    assert ask(source) != answer


def one_headline(rows: int) -> dict:
    """What marks are worth where nothing is known but that a headline has so many rows."""
    return {f"{rows} rows": {"headline": 1.0}}


def heads_of(source: str) -> list[tuple]:
    return [(a["kicker"], a["headline"]) for a in read(source)["articles"]]


def signers(source: str) -> list[list[str]]:
    return [a["reporters"] + a["correspondents"] + a["authors"] for a in read(source)["articles"]]


def texts_of(source: str) -> list[list[str]]:
    return [a["paragraphs"] for a in read(source)["articles"]]


def captions_of(source: str) -> list[str]:
    return [caption["text"] for caption in read(source)["captions"]]


def rows_of_heading(rows: str, text: str) -> tuple[list[str], list[str]]:
    """What a heading's rows are read as over a text, and what they are: kicker, headline, deck.

    `rows` are parted by |, each behind K, H or D. White space does not count.
    """
    parted = rows.split("|")
    body = text if text.startswith("本报讯") else f"本报讯（记者林知夏）{text}"
    source = page("\n".join(row[1:] for row in parted), column(body, 16), OTHER_HEAD, OTHER)
    article = read(source)["articles"][0]
    found = [article[part] or "" for part in ("kicker", "headline", "deck")]
    wanted = ["".join(row[1:] for row in parted if row[0] == sign) for sign in "KHD"]
    return ["".join(x.split()) for x in found], ["".join(x.split()) for x in wanted]
