"""How a printed page is set: everything that may vary on paper, and a way to draw one."""

import random
from dataclasses import dataclass, field

from ..setting import Setting
from .writer import Writing

ORDERS = ("pieces", "pieces", "body_first", "heads_last", "rows", "shuffled")


@dataclass(frozen=True)
class Style:
    """Sizes in points, widths in em of the body type."""

    size: float = 9.5
    leading: float = 1.4
    """Distance of lines, as a multiple of the size."""
    columns: int = 5
    """Of the page's grid."""
    column: float = 14.0
    gutter: float = 1.6
    fit: str = "push"
    indent: str = "space"
    """How a paragraph opens: by empty space or by two ideographic spaces."""
    figures: str = ""
    """Face of digits, where it is another."""
    quotes: str = ""
    """Face of quotation marks, where it is another."""
    quarter_gaps: bool = False
    """Whether a quarter em parts digits from characters."""
    half_quotes: bool = False
    """Whether an opening mark at the head of a line takes half a square."""
    heads: tuple[str, ...] = ("above", "span", "left", "vertical")
    head_faces: tuple[str, ...] = ("songbold", "heibold")
    drawn: float = 0.0
    """Chance that a heading is drawn without characters."""
    boxed: float = 0.1
    inset: float = 0.3
    """Chance that a box stands in the corner of a long article, which becomes an L."""
    rules: str = "none"
    """Lines between columns, between articles, or none."""
    inline_credit: bool = False
    twice: str = ""
    """What is drawn twice: heads, body, or nothing."""
    stamps: int = 0
    slug: bool = False
    """Whether a printer's line stands beyond the crop box."""
    advertisement: bool = False
    order: str = "pieces"
    """In which order pieces come in the file."""
    text: Setting = field(default_factory=Setting)
    writing: Writing = field(default_factory=Writing)


def draw_style(rng: random.Random, *, fonts: bool) -> Style:
    """A page's style. Without fonts nothing is embedded or drawn as curves."""
    margin = rng.choice(((0.0, 0.0), (0.0, 0.0), (28.3, 28.3), (14.0, 40.0)))
    size = rng.choice((8.5, 9.0, 9.5, 10.0, 10.5))
    return Style(
        size=size,
        leading=rng.choice((1.3, 1.4, 1.5, 1.6)),
        columns=rng.choice((2, 3, 4, 4, 5, 5, 6)),
        column=rng.choice((12, 13, 13.4, 14, 14.7, 15, 16, 18)),
        gutter=rng.choice((1.0, 1.5, 2.0, 2.5)),
        fit=rng.choice(("push", "squeeze", "hang")),
        indent=rng.choice(("space", "space", "ideographic")),
        figures=rng.choice(("", "", "times", "helvetica")),
        quotes=rng.choice(("", "", "", "times")),
        quarter_gaps=rng.random() < 0.3,
        half_quotes=rng.random() < 0.4,
        heads=rng.choice((("above",), ("above", "span"), ("above", "span", "left", "vertical"))),
        drawn=rng.choice((0, 0, 0.15, 0.3)) if fonts else 0.0,
        boxed=rng.choice((0, 0.15, 0.3)),
        inset=rng.choice((0, 0.3, 0.5)),
        rules=rng.choice(("none", "none", "columns", "articles")),
        inline_credit=rng.random() < 0.25,
        twice=rng.choice(("", "", "", "heads", "body")),
        stamps=rng.choice((0, 0, 0, 1, 2)),
        slug=margin != (0.0, 0.0) and rng.random() < 0.7,
        advertisement=rng.random() < 0.2,
        order=rng.choice(ORDERS),
        text=_draw_text(rng),
        writing=_draw_writing(rng, margin),
    )


def _draw_text(rng: random.Random) -> Setting:
    """What the words of the bylines and the headings depend on."""
    return Setting(
        byline_space=rng.random() < 0.4,
        bylines_move=rng.choice((0, 0.3, 0.6)),
        heading_lines=rng.choice((1, 2, 2, 3)),
        marks=rng.random() < 0.1,
        jump_out=rng.random() < 0.15,
        furniture=rng.choice(("top", "top", "bottom", "both", "")),
    )


def _draw_writing(rng: random.Random, margin: tuple[float, float]) -> Writing:
    return Writing(
        advance=rng.choice(("kerned", "kerned", "spaced", "single")),
        scaled=rng.random() < 0.4,
        embedded=rng.random() < 0.8,
        rotate=rng.choice((0, 0, 0, 0, 90, 180, 270)),
        margin=margin,
        in_form=rng.random() < 0.15,
    )
