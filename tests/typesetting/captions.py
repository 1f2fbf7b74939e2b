"""Set a photo's caption and credit in their narrow column."""

import random

from .noise import dress
from .rows import Row
from .setting import Setting
from .wrapping import take_line, tokenize, width_of, wrap

CREDITS = (
    "本报记者 {names} 摄",
    "本报记者 {names} 摄",
    "记者 {names} 摄",
    "{names} 摄",
    "（{names} 摄）",
    "（本报记者 {names} 摄）",
    "本报记者 {names} 摄影报道",
    "（通讯员 {names} 摄影报道）",
)


def caption_rows(
    caption: dict, *, setting: Setting, split_digits: float, rng: random.Random
) -> tuple[list[Row], dict]:
    """The caption's rows and its truth; one whose `credit` is None names nobody."""
    credit = caption["credit"] if "credit" in caption else _draw_credit(caption, rng)
    width = rng.choice(setting.caption_widths)
    rows = _text_rows(caption["text"], width, setting, split_digits, rng)
    rows += [Row(line, "credit") for line in _credit_lines(credit or "", width, rng) if line]
    truth = {
        "text": caption["text"],
        "photographers": list(caption["photographers"]) if credit else [],
        "ignorable": [credit] if credit else [],
    }
    return rows, truth


def _draw_credit(caption: dict, rng: random.Random) -> str:
    return rng.choice(CREDITS).format(names=" ".join(caption["photographers"]))


def _text_rows(
    text: str, width: float, setting: Setting, split_digits: float, rng: random.Random
) -> list[Row]:
    rows, rest = [], tokenize(text)
    indent = rng.choice((0, 2)) if width > 10 else 0
    while rest:
        line, rest = take_line(rest, width - indent, setting.fit)
        slack = width - indent - width_of(line) if rest else 0
        text = dress(line, slack, setting=setting, split_digits=split_digits, rng=rng)
        rows.append(Row(text, "" if rows else "caption"))
        indent = 0
    return rows


def _credit_lines(credit: str, width: float, rng: random.Random) -> list[str]:
    """One line, or two in a very narrow column, where the first may be letter-spaced."""
    if width_of(tokenize(credit)) <= width + 1 or " " not in credit:
        return [credit]
    lines = ["".join(line) for line in wrap(credit, max(width, 5), "push")]
    first, *others = credit.split(" ")
    if len(lines) == 2 and not first.startswith("（"):
        lines = [first, " ".join(others)]
        if rng.random() < 0.4:
            lines[0] = " ".join(first)
    return lines
