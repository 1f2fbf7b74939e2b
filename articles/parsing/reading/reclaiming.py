"""Rows of a headline that stand at a neighbour of the story they speak of."""

from itertools import pairwise

from articles.parsing.overlap import Overlap
from articles.parsing.reading.cuts import hang_together
from articles.parsing.reading.parts import Piece, Story


def reclaim(stories: list[Story], overlap: Overlap) -> None:
    """Give a story without a headline the rows that speak of it and stand over another."""
    for place, poor in enumerate(stories):
        if any(not p.byline for p in (*poor.before, *poor.after)):
            continue
        for rich in stories[max(0, place - 5) : place + 6]:
            for side in (rich.before, rich.after):
                heads = [p for p in side if not p.byline]
                taken = [p for p in heads if _speaks_of(overlap, p.text, poor, rich)]
                if taken and len(taken) < len(heads) and not _cuts_headline(heads, taken):
                    side[:] = [p for p in side if p not in taken]
                    poor.before += taken


def _cuts_headline(heads: list[Piece], taken: list[Piece]) -> bool:
    """Whether rows that cannot stand alone would part."""
    pairs = pairwise(heads)
    return any((a in taken) != (b in taken) and hang_together(a, b) for a, b in pairs)


def _speaks_of(overlap: Overlap, text: str, poor: Story, rich: Story) -> bool:
    own = overlap.share(text, poor.bodies[0], poor.bodies[-1])
    return own >= 0.5 and overlap.share(text, rich.bodies[0], rich.bodies[-1]) < 0.3
