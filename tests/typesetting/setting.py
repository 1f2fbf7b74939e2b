"""How a page is set: everything that the typesetter may vary, frozen, and a way to draw one."""

import random
from dataclasses import dataclass

from .extractors import EXTRACTORS


@dataclass(frozen=True)
class Setting:
    extractor: str = "seed-artefacts"
    order: str = "after"
    """Where headlines stand to their bodies: before, after or mixed."""
    widths: tuple[float, ...] = (13, 14, 16, 22)
    """Column widths in em; each story begins with one of them."""
    width_change: float = 0.2
    """Chance that the width changes at a column break."""
    column_lines: tuple[int, int] = (9, 26)
    fit: str = "push"
    """What happens at a comma beyond the margin: push, squeeze or hang."""
    indent: str = "narrow"
    """How a paragraph opens: narrow (first line 2 em short), ideographic (U+3000 twice),
    spaces (four ASCII spaces) or flush (nothing at all; a blank line shows it)."""
    stretch: float = 0.9
    """Chance that a line with slack is letter-spaced."""
    bracket_spaces: float = 0.2
    digit_spaces: float = 0.1
    byline_space: bool = False
    """Whether a space parts the byline from the lead, and 本报讯 from its bracket."""
    shuffled: bool = False
    missing_headlines: float = 0.12
    """Chance that the heading of a story which announces itself was drawn as outlines."""
    bylines_move: float = 0.4
    """Chance that a news story's byline leaves its usual place."""
    heading_lines: int = 2
    extras: bool = False
    """Whether boxes, tables, poems and pictures of several motifs stand beside the stories."""
    marks: bool = False
    jump_out: bool = False
    furniture: str = ""
    """Where folio and staff lines stand: top, bottom, both or nowhere."""
    lead_space: bool = True
    caption_inside: bool = False
    """Whether a caption may interrupt a story at a column break."""
    caption_widths: tuple[float, ...] = (7, 9, 12, 16, 20)


def draw_setting(rng: random.Random, *, extractor: str = "") -> Setting:
    """A setting as one might meet it, kept solvable: what marks a paragraph is never all lost."""
    tool = EXTRACTORS[extractor or rng.choice(list(EXTRACTORS))]
    base = rng.sample([12, 13, 14, 15, 16, 18, 20, 22, 24, 26], 3)
    return Setting(
        extractor=tool.name,
        order=rng.choice(("before", "before", "after", "after", "mixed")),
        widths=tuple(base),
        width_change=rng.choice((0, 0, 0.2, 0.5)),
        column_lines=rng.choice(((8, 16), (10, 26), (18, 40))),
        fit=rng.choice(("push", "squeeze", "hang")),
        indent=_draw_indent(tool.keeps_indent, tool.gaps, rng),
        stretch=rng.choice((0.3, 0.6, 0.9, 1.0)),
        bracket_spaces=rng.choice((0, 0.1, 0.3)),
        digit_spaces=rng.choice((0, 0.05, 0.15, 0.6)),
        byline_space=rng.random() < 0.4,
        shuffled=rng.random() < 0.33,
        missing_headlines=rng.choice((0, 0.1, 0.25)),
        bylines_move=rng.choice((0, 0.3, 0.6)),
        heading_lines=rng.choice((1, 2, 2, 3)),
        marks=rng.random() < 0.15,
        jump_out=rng.random() < 0.15,
        furniture=rng.choice(("", "top", "top", "bottom", "both")),
        lead_space=rng.random() < 0.5,
        caption_inside=rng.random() < 0.25,
    )


def _draw_indent(keeps_indent: bool, gaps: dict[str, float], rng: random.Random) -> str:
    if gaps.get("paragraph") == 1.0 and not gaps.get("column"):
        return rng.choice(("flush", "narrow"))
    if keeps_indent:
        return rng.choice(("ideographic", "ideographic", "spaces", "narrow"))
    return "narrow"
