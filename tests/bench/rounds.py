"""Timing targets in turn: every round takes all of them, each time in another order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter, process_time

from django.db import connection
from django.test.utils import CaptureQueriesContext

ROUNDS = 7
WARM_UP = 2


@dataclass
class Target:
    """`act` takes the number of the call; `floor` names the target it is compared with."""

    name: str
    act: Callable[[int], object]
    floor: str = ""
    calls: int = 20
    queries: int = 0
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def measure(targets):
    """Fill the targets with milliseconds per call, one value a round, and their queries."""
    for target in targets:
        for call in range(-WARM_UP, 0):
            target.act(call)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            target.act(-WARM_UP - 1)
        target.queries = len(captured)
    for number in range(ROUNDS):
        turn = number % len(targets)
        for target in [*targets[turn:], *targets[:turn]]:
            _one_round(target, number)


def _one_round(target, number):
    wall, cpu = perf_counter(), process_time()
    for call in range(target.calls):
        target.act(number * target.calls + call)
    target.wall.append((perf_counter() - wall) * 1000 / target.calls)
    target.cpu.append((process_time() - cpu) * 1000 / target.calls)


def table(targets):
    by_name = {target.name: target for target in targets}
    lines = [
        "| what | ms (median of rounds) | from – to | own CPU ms | SQL | × its floor |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for target in targets:
        lines.append(
            f"| {target.name} | {median(target.wall):.2f} | {min(target.wall):.2f} –"
            f" {max(target.wall):.2f} | {median(target.cpu):.2f} | {target.queries} |"
            f" {_ratio(target, by_name.get(target.floor))} |"
        )
    return "\n".join(lines)


def _ratio(target, floor):
    """The median of the ratios within each round, and how far they spread."""
    if floor is None:
        return "–"
    ratios = [mine / its for mine, its in zip(target.wall, floor.wall, strict=True)]
    return f"{median(ratios):.1f} ({min(ratios):.1f} – {max(ratios):.1f}) of “{floor.name}”"
