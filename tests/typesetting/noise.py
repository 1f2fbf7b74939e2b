"""What justification and text tools do to a line: letter-spacing and stray spaces."""

import random
import re

from .setting import Setting
from .wrapping import width_of

DIGIT_EDGE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9%])(?=[\u4e00-\u9fff])")


def dress(
    line: list[str], slack: float, *, setting: Setting, split_digits: float, rng: random.Random
) -> str:
    """The line as the tool writes it. `slack` is the room in em that justification had to fill."""
    if _is_stretched(line, slack, setting, rng):
        return letter_space(line, split_digits=rng.random() < split_digits)
    text = "".join(line)
    if rng.random() < setting.bracket_spaces:
        text = re.sub("（", " （", text)
        text = re.sub("）", "） ", text)
    if rng.random() < setting.digit_spaces or (slack >= 0.5 and setting.digit_spaces):
        text = DIGIT_EDGE.sub(" ", text)
    if split_digits and rng.random() < split_digits / 2:
        text = re.sub(r"(?<=[0-9])(?=[0-9])", " ", text)
    return text.strip()


def _is_stretched(line: list[str], slack: float, setting: Setting, rng: random.Random) -> bool:
    """Real spaces would be lost among the others, so such lines stay as they are."""
    if slack < 1 or " " in line or width_of(line) < 4:
        return False
    return rng.random() < setting.stretch


def letter_space(line: list[str], *, split_digits: bool) -> str:
    pieces: list[str] = []
    for token in line:
        whole = token[0].isascii() and not split_digits
        pieces.extend([token] if whole else token)
    return " ".join(pieces)
