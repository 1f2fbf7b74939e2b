"""How a page in CSS looks: everything that may vary, and a way to draw one."""

import random
from dataclasses import dataclass, field

from ..setting import Setting

HEADS = ("above", "above", "inside", "beside", "standing")
CAPTIONS = ("below", "below", "beside")


@dataclass(frozen=True)
class Design:
    """Lengths in points; the page is a grid of columns, and a box spans some of them."""

    size: float = 9.5
    leading: float = 1.4
    columns: int = 5
    column: float = 140.0
    gutter: float = 16.0
    body: str = "Noto Serif CJK SC"
    head: str = "Noto Sans CJK SC"
    heads: tuple[str, ...] = HEADS
    """Where a headline may stand to its columns."""
    captions: tuple[str, ...] = CAPTIONS
    ruled: bool = False
    """Whether lines stand between the columns of one text."""
    fenced: bool = False
    """Whether lines stand between neighbouring boxes."""
    boxed: float = 0.3
    """Chance that a box has a tint or a border."""
    round: float = 0.0
    """Radius of a box's corners."""
    centred: bool = True
    spaced: float = 0.0
    """Letter-spacing of headlines in em."""
    shadow: bool = False
    text: Setting = field(default_factory=Setting)


def draw_design(rng: random.Random) -> Design:
    faces = [("Noto Serif CJK SC", "Noto Sans CJK SC"), ("Noto Sans CJK SC", "Noto Serif CJK SC")]
    body, head = rng.choice((*faces, faces[0]))
    return Design(
        size=rng.choice((8.5, 9.0, 9.5, 10.0, 10.5)),
        leading=rng.choice((1.3, 1.4, 1.5, 1.6)),
        columns=rng.choice((3, 4, 5, 6)),
        column=rng.choice((118.0, 132.0, 145.0, 160.0)),
        gutter=rng.choice((12.0, 16.0, 20.0, 26.0)),
        body=body,
        head=rng.choice((head, body)),
        heads=rng.choice((("above",), ("above", "inside"), HEADS)),
        captions=rng.choice((("below",), CAPTIONS)),
        ruled=rng.random() < 0.25,
        fenced=rng.random() < 0.25,
        boxed=rng.choice((0.0, 0.2, 0.5)),
        round=rng.choice((0.0, 0.0, 6.0, 12.0)),
        centred=rng.random() < 0.6,
        spaced=rng.choice((0.0, 0.0, 0.0, 0.08, 0.3)),
        shadow=rng.random() < 0.15,
        text=Setting(
            byline_space=rng.random() < 0.4,
            bylines_move=rng.choice((0, 0.3, 0.6)),
            furniture=rng.choice(("top", "top", "both", "")),
        ),
    )
