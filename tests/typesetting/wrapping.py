"""Break Chinese text into lines of a given width in em, by the usual line-breaking rules."""

import re
from collections.abc import Callable

TOKEN = re.compile(r"[0-9]+(?:[.,:×/+-][0-9]+)*[%％]?|[A-Za-z]+|——|……|.", re.DOTALL)
NO_START = frozenset("，。、；：？！）》】」』”’·%％") | {"……"}
NO_END = frozenset("（《【「『“‘")
SQUEEZABLE = frozenset("，。、；：？！（）《》“”")


def tokenize(text: str) -> list[str]:
    """Cut text into pieces that are never broken: single characters, numbers, words, dashes."""
    return TOKEN.findall(text)


def em(token: str) -> float:
    """Width in em: ASCII takes half, everything else a full square."""
    return sum(0.5 if char.isascii() else 1.0 for char in token)


def width_of(tokens: list[str]) -> float:
    return sum(map(em, tokens))


def take_line(
    tokens: list[str], width: float, fit: str, measure: Callable[[str], float] = em
) -> tuple[list[str], list[str]]:
    """Return (line, rest). `fit` says what happens to a comma that would open the next line:
    "hang" and "squeeze" keep it on this line, "push" carries a character over with it."""
    count = _fill(tokens, width, measure)
    if count == len(tokens):
        return tokens, []
    if tokens[count] in NO_START and _keeps_punctuation(tokens, count, fit):
        count += 1
    else:
        count = _step_back(tokens, count)
    return _trim(tokens[:count], tokens[count:])


def _fill(tokens: list[str], width: float, measure: Callable[[str], float]) -> int:
    used = 0.0
    for count, token in enumerate(tokens):
        used += measure(token)
        if used > width + 1e-6:
            return max(count, 1)
    return len(tokens)


def _keeps_punctuation(tokens: list[str], count: int, fit: str) -> bool:
    following = tokens[count + 1] if count + 1 < len(tokens) else ""
    if fit == "push" or following in NO_START:
        return False
    return fit == "hang" or any(token in SQUEEZABLE for token in tokens[:count])


def _step_back(tokens: list[str], count: int) -> int:
    back = count
    while back > 1 and (tokens[back] in NO_START or tokens[back - 1] in NO_END):
        back -= 1
    return back if back > 1 else count


def _trim(line: list[str], rest: list[str]) -> tuple[list[str], list[str]]:
    """A space that separates words vanishes where a line ends."""
    while line and line[-1] == " ":
        line = line[:-1]
    while rest and rest[0] == " ":
        rest = rest[1:]
    return line, rest


def wrap(text: str, width: float, fit: str) -> list[list[str]]:
    """All lines of a text set in one width."""
    lines, rest = [], tokenize(text)
    while rest:
        line, rest = take_line(rest, width, fit)
        lines.append(line)
    return lines
