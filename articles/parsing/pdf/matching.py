"""Who follows whom: every taker gets one of its offers, each offer once, at least total cost."""

from collections import deque
from collections.abc import Hashable, Sequence

ROUNDS = 4000  # steps of one search; past that the best path so far is taken


def cheapest(offers: Sequence[dict[Hashable, float]]) -> list[Hashable]:
    """For each taker the offer it gets; every taker must have one offer that nobody else has."""
    owner: dict[Hashable, int] = {}
    given: list[Hashable | None] = [None] * len(offers)
    for taker in range(len(offers)):
        _give(taker, offers, owner, given)
    return given


def _give(taker: int, offers, owner: dict, given: list) -> None:
    """The cheapest chain of exchanges that leaves this taker with an offer, too."""
    cost: dict[Hashable, float] = {}
    came: dict[Hashable, int] = {}  # offer → the taker that asks for it
    price = {taker: 0.0}
    queue, steps = deque([taker]), 0
    while queue and steps < ROUNDS:
        steps += 1
        one = queue.popleft()
        for offer, value in offers[one].items():
            total = price[one] + value
            if offer in cost and total >= cost[offer] - 1e-9:
                continue
            cost[offer], came[offer] = total, one
            other = owner.get(offer)
            if other is None or other == one:
                continue
            freed = total - offers[other][offer]
            if freed < price.get(other, float("inf")) - 1e-9:
                price[other] = freed
                queue.append(other)
    free = [offer for offer in cost if offer not in owner]
    _exchange(min(free, key=lambda o: cost[o]), taker, came, owner, given)


def _exchange(offer: Hashable, taker: int, came: dict, owner: dict, given: list) -> None:
    for _ in range(len(given) + 1):
        one = came[offer]
        before, given[one] = given[one], offer
        owner[offer] = one
        if one == taker or before is None:
            return
        offer = before
