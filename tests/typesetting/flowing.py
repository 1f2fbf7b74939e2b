"""Flow a story's paragraphs through columns whose width and height change."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from .noise import dress
from .rows import Row
from .setting import Setting
from .wrapping import em, take_line, tokenize, width_of

INDENT = {"narrow": "", "ideographic": "\u3000\u3000", "spaces": "    ", "flush": ""}


@dataclass
class Column:
    """The column under way: its width in em and how many lines are left in it."""

    setting: Setting
    rng: random.Random
    width: float = 0
    left: int = 0
    fresh: bool = field(default=False)

    def __post_init__(self) -> None:
        self.width = self.rng.choice(self.setting.widths)
        self.left = self.rng.randint(*self.setting.column_lines)

    def next_line(self) -> bool:
        """Move down a line; True when that meant the top of a new column."""
        self.left -= 1
        if self.left >= 0:
            return False
        self.left = self.rng.randint(*self.setting.column_lines)
        if self.rng.random() < self.setting.width_change:
            self.width = self._other_width()
        return True

    def _other_width(self) -> float:
        if self.rng.random() < 0.7:
            return min(26, max(12, self.width + self.rng.choice((-1, 1, 2))))
        return self.rng.choice(self.setting.widths)


def flow(
    paragraphs: list[str],
    subheads: dict[int, str],
    *,
    setting: Setting,
    split_digits: float,
    rng: random.Random,
) -> Iterator[Row]:
    column = Column(setting, rng)
    for index, text in enumerate(paragraphs):
        if index in subheads:
            column.next_line()
            yield Row(subheads[index], "subhead")
        yield from _paragraph(text, index, column, split_digits)


def _paragraph(text: str, index: int, column: Column, split_digits: float) -> Iterator[Row]:
    setting, rng, rest = column.setting, column.rng, tokenize(text)
    opens = True
    while rest:
        turned = column.next_line()
        indent = 2 if opens and setting.indent != "flush" else 0
        width = column.width - indent
        line, rest = take_line(rest, width, setting.fit)
        slack = width - width_of(line) if rest else 0
        text = dress(line, slack, setting=setting, split_digits=split_digits, rng=rng)
        if opens:
            text = INDENT[setting.indent] + text
        yield Row(text, _starts(line, opens, turned), index, opens)
        opens = False


def _starts(line: list[str], opens: bool, turned: bool) -> str:
    if opens:
        return "paragraph"
    if turned:
        return "column"
    if line[0] == "“":
        return "quote"
    return "digit" if em(line[0]) < 1 or line[0][0].isdigit() else ""
