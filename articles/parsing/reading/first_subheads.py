"""A subhead that stands under a heading, before the first word of the text."""

import re
from collections.abc import Sequence

from articles.parsing.overlap import plain, share
from articles.parsing.reading.cuts import hang_together
from articles.parsing.reading.parts import BodyText, Piece, Story
from articles.parsing.rules import Rules
from articles.parsing.typography.columns import ITEM

FIRST = re.compile("[（(]?一[）)、]")
NUMBERED = re.compile("第[一二三四五六七八九十]{1,2}[^，。：]{1,3}：")  # 第二次：请来懂行的人
WIDEST = 26  # em
PRIOR = -2.2  # log-odds: most texts with subheads begin with a lead
BELOW_DECK = 3.0  # the row above begins with a dash, and this one does not
ONE_LENGTH, OTHER_LENGTH = 1.6, -1.5  # of the subheads that are known
LABELS, LONGEST_LABEL = 2.5, 4  # 案情, above 审理 and 说法; characters
CLOSE, NEAR = 1.0, 2.5  # em by which they may differ
OWN_PART = 3.0  # what the row shares with its own part more than with the rest of the text
TORN = 4.0  # a row that the one above needs


def opens_below_byline(pieces: Sequence[Piece]) -> bool:
    """Whether what stands over a text ends with a row that may be a subhead, below a byline."""
    if len(pieces) < 2 or pieces[-1].byline or not pieces[-2].byline:
        return False
    return pieces[-1].width <= WIDEST and not pieces[-1].title


def opening_subhead(story: Story, texts: Sequence[BodyText], rules: Rules) -> Piece | None:
    """一、事发经过 between headline and text, or below the byline, where other subheads follow."""
    last = story.before[-1] if len(story.before) > 1 else None
    known = [pieces[0] for pieces in story.inner.values()]
    if last is not None and last.answer:
        return last
    if last is None or last.byline or not known or last.title or last.width > WIDEST:
        return None
    if FIRST.match(last.text):
        return last if any(ITEM.match(piece.text) for piece in known) else None
    if NUMBERED.match(last.text) and any(NUMBERED.match(piece.text) for piece in known):
        return last
    above = story.before[-2]
    others = [p for p in (*story.before[:-1], *story.after) if not p.byline]
    if above.byline:
        return last if others else None
    return last if _odds(last, above, known, story, texts, rules) > 0 else None


def _odds(last, above, known, story, texts, rules) -> float:
    """Log-odds that the last row of a heading is the first subhead."""
    under_deck = above.text.startswith(rules.deck_openings)
    score = PRIOR + (BELOW_DECK if under_deck else 0.0)
    score -= TORN if last.text.startswith(rules.deck_openings) or hang_together(above, last) else 0
    widths = [piece.width for piece in known] + [last.width]
    spread = max(widths) - min(widths)
    even = len(known) > 1 and {len(piece.text) for piece in known} == {len(last.text)}
    score += LABELS * (even and len(last.text) <= LONGEST_LABEL)
    score += ONE_LENGTH if spread <= CLOSE else 0.0 if spread <= NEAR else OTHER_LENGTH
    start = story.bodies[0]
    end = min(story.inner)
    own = plain("".join(texts[b].text for b in range(start, end)))
    rest = plain("".join(texts[b].text for b in story.bodies if b >= end))
    return score + OWN_PART * (share(last.text, own) - share(last.text, rest))
