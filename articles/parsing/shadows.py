"""Headlines of whose shadow, or false bold, a tool wrote a part: 竹竹篙岭上，来了一一群“新农人人”.

Print shows 竹篙岭上，来了一群“新农人”. Which signs are meant twice the page's own text tells.
"""

import re

from articles.parsing.typography.lines import DRAWN_TWICE, HAN
from articles.records import CleanUp, Label, Line, Role

DOUBLE = re.compile(rf"([{HAN}])\1")
HEADS = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
LEAST_TOLD = 2  # signs of a page's headlines that its text has once: fewer may be chance
ALONE = 2  # signs to compare where nothing stands on the other side
LONGEST, MOST = 80, 100  # signs of a headline's row, and such rows on a page: more are none

Placed = list[tuple[Label, Line]]


def without_shadows(placed: Placed) -> tuple[Placed, list[CleanUp]]:
    """The labelled lines, and what was taken out of the rows of headlines."""
    heads = [
        place
        for place, (label, line) in enumerate(placed)
        if label.role in HEADS and len(line.text) <= LONGEST and DOUBLE.search(line.text)
    ]
    if (
        len(heads) > MOST
        or sum(len(DOUBLE.findall(placed[place][1].text)) for place in heads) < LEAST_TOLD
    ):
        return placed, []
    page = "".join([line.text for label, line in placed if label.role not in HEADS])
    told = {place: _told(placed[place][1].text, page) for place in heads}
    if len(set().union(*told.values())) < LEAST_TOLD:
        return placed, []
    out, removed = list(placed), []
    for place in heads:
        label, line = placed[place]
        text = DOUBLE.sub(lambda double: double[0] if double[0] in page else double[1], line.text)
        if text != line.text and (told[place] or len(line.text) - len(text) >= LEAST_TOLD):
            out[place] = (label, line._replace(text=text))
            removed.append(CleanUp(DRAWN_TWICE, line.number, _less(line.text, text)))
    return out, removed


def _told(head: str, page: str) -> set[str]:
    """The signs that the head has twice where the page has them once, between the same others.

    One alone tells nothing: a page has 人人参与 above and 有人参与 below.
    """
    told = set()
    for double in DOUBLE.finditer(head):
        before = DOUBLE.sub(r"\1", head[: double.start()])
        behind = DOUBLE.sub(r"\1", head[double.end() :])
        begin = before[-1:] if behind else before[-ALONE:]
        end = behind[:1] if before else behind[:ALONE]
        single, twice = (f"{begin}{signs}{end}" for signs in (double[1], double[0]))
        if len(single) > 2 and single in page and twice not in page:
            told.add(double[1])
    return told


def _less(long: str, short: str) -> str:
    """The signs of the one that the other lacks, in order."""
    signs, out = iter(short), []
    wanted = next(signs, "")
    for sign in long:
        if sign == wanted:
            wanted = next(signs, "")
        else:
            out.append(sign)
    return "".join(out)
