"""Rows → runs of one block kind, the pieces that stories are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.parsing.typography.layout import Place
from articles.parsing.typography.rows import Kind, Row


@dataclass(frozen=True)
class Blocks:
    """What a run of rows is together."""

    HEAD: str = "head"
    BODY: str = "body"
    BYLINE: str = "byline"
    CREDIT: str = "credit"
    CAPTION: str = "caption"
    JUMP: str = "jump"
    ENTRY: str = "entry"
    FURNITURE: str = "furniture"
    COLUMN: str = "column"


Block = Blocks()
OF_KIND = {
    Kind.BYLINE: Block.BYLINE,
    Kind.CREDIT: Block.CREDIT,
    Kind.JUMP: Block.JUMP,
    Kind.ENTRY: Block.ENTRY,
    Kind.FURNITURE: Block.FURNITURE,
    Kind.COLUMN: Block.HEAD,
    Kind.MARK: Block.FURNITURE,
    Kind.CAPTION: Block.CAPTION,
    Kind.SIGN_OFF: Block.BODY,
    Kind.GREETING: Block.BODY,
    Kind.TABLE: Block.BODY,
    Kind.ROLL: Block.BODY,
    Kind.VERSE: Block.BODY,
    Kind.LIST: Block.BODY,
}


@dataclass(slots=True)
class Run:
    """Neighbouring rows of one block kind: rows start..stop-1."""

    block: str
    start: int
    stop: int


def find_runs(rows: Sequence[Row], places: Sequence[Place]) -> list[Run]:
    """The page as neighbouring rows of one kind; an opening begins a run of its own."""
    runs: list[Run] = []
    block, final = None, False
    for place, row in enumerate(rows):
        above, kind = block, row.kind
        block = OF_KIND.get(kind) or (Block.HEAD if places[place].head else Block.BODY)
        if block is not above or final or row.set_off or kind is Kind.OPENING:
            runs.append(Run(block, place, len(rows)))
        final = row.final
    for run, after in pairwise(runs):
        run.stop = after.start
    return _take_lone_rows(runs, rows)


def _take_lone_rows(runs: list[Run], rows: list[Row]) -> list[Run]:
    """Up to three rows without a full stop before a byline or an opening are headline."""
    for place, run in enumerate(runs):
        inside = rows[run.start : run.stop]
        if run.block is not Block.BODY or len(inside) > 3 or inside[0].kind is not Kind.TEXT:
            continue
        if any("。" in r.text for r in inside) or inside[-1].text[-1] == "：":
            continue
        before = runs[place - 1].block if place else None
        after = runs[place + 1] if place + 1 < len(runs) else None
        opening = after and after.block is Block.BODY and rows[after.start].kind is Kind.OPENING
        announced = opening or (after and after.block is Block.BYLINE)
        if announced or (before is Block.HEAD and (after is None or after.block is Block.HEAD)):
            run.block = Block.HEAD
    return _merged(runs)


def _merged(runs: list[Run]) -> list[Run]:
    out: list[Run] = []
    for run in runs:
        if out and out[-1].block is run.block and run.block is Block.HEAD:
            out[-1].stop = run.stop
        else:
            out.append(run)
    return out
