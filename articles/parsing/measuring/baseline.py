"""Scores kept from an earlier reading, as JSON values, and what is read worse since."""

from dataclasses import fields

from articles.parsing.measuring.measures import Score, Tally

TALLIES = tuple(field.name for field in fields(Score) if isinstance(field.default, Tally))
COUNTS = ("pages", "perfect", "invented")
LEAST = 1e-4  # a rate that falls by less is called the same


def to_json(score: Score) -> dict:
    """What has counts of it, in one short list each; faults and confidence are left out."""
    values: dict = {name: getattr(score, name) for name in COUNTS}
    for name in TALLIES:
        tally = getattr(score, name)
        values[name] = [tally.right, tally.surplus, tally.missed]
    return {**values, "body": [round(score.body_right, 2), score.body_size]}


def from_json(values: dict) -> Score:
    """Raises ValueError for what `to_json` did not write."""
    try:
        right, size = values["body"]
        counts = {name: int(values[name]) for name in COUNTS}
        tallies = {name: Tally(*map(int, values[name])) for name in TALLIES}
        return Score(body_right=float(right), body_size=int(size), **counts, **tallies)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"Not a stored score: {values!r:.80}") from error


def rates(score: Score) -> dict[str, float]:
    """Every measure as a number that is better when it is higher."""
    found = {name: getattr(score, name).f1 for name in TALLIES}
    found["headlines"] = score.headline_rate
    found["body"] = score.body_accuracy
    found["perfect"] = score.perfect / score.pages if score.pages else 1.0
    found["invented"] = -float(score.invented)
    return found


def fallen(before: Score, now: Score) -> dict[str, tuple[float, float]]:
    """The measures that are lower now, with both values."""
    old, new = rates(before), rates(now)
    return {name: (old[name], new[name]) for name in old if new[name] < old[name] - LEAST}


def risen(before: Score, now: Score) -> bool:
    return bool(fallen(now, before)) and not fallen(before, now)
