"""Digits and Latin that lie on their side in a line that runs downwards."""

from collections.abc import Sequence
from dataclasses import replace

from articles.parsing.pdf.pdfium import Glyph
from articles.parsing.pdf.printing import Printed
from articles.parsing.pdf.turning import Frame, quarter

CENTRED = 0.4  # of the type's size: off the middle of the line
NEXT = 0.75  # of the type's size: white between the signs of one line
SAME_SIZE = 0.1
ADVANCE = 0.55  # em of a digit, where the library tells none
DASHES = "—…"  # as wide as the type
MIDDLE = 0.36  # of the type's size: from a sign's baseline to its middle
MOST = 400  # lines or groups of signs that are compared


def with_turned(
    lines: Sequence[Printed], glyphs: Sequence[Glyph], frame: Frame
) -> tuple[list[Printed], set[int]]:
    """The lines, signs between two parts of a standing one taken in; the signs' ids.

    `glyphs` are in page space, the lines in the frame's.
    """
    lying = _groups(glyphs, frame)[:MOST]
    lines, lying, used = _let_in(list(lines), lying)
    parts = [x for x in lines if x.vertical or len(x.text) == 1][:MOST]
    if not lying or not any(x.vertical for x in parts):
        return lines, used
    gone: set[int] = set()
    made: list[Printed] = []
    for chain in _chains([*parts, *(line for line, _ in lying)]):
        signs = [ids for line, ids in lying if any(line is x for x in chain)]
        if signs and any(x.vertical for x in chain if x.turn == 0):
            used.update(*signs)
            gone |= {id(x) for x in chain}
            made.append(_one_line(chain))
    return [x for x in lines if id(x) not in gone] + made, used


def _let_in(lines: list[Printed], lying: list) -> tuple[list[Printed], list, set[int]]:
    """Signs that stand in a line's own white, as a single digit does, put among its characters."""
    used: set[int] = set()
    left = []
    for sign, ids in lying:
        place = next((k for k, x in enumerate(lines) if _is_within(x, sign)), None)
        if place is None:
            left.append((sign, ids))
            continue
        line = lines[place]
        step = (line.bottom - line.top - (sign.bottom - sign.top)) / len(line.text)
        at = round((sign.top - line.top) / step)
        lines[place] = replace(line, text=line.text[:at] + sign.text + line.text[at:])
        used |= ids
    return lines, left, used


def _is_within(line: Printed, sign: Printed) -> bool:
    """Whether the sign stands in the midst of a line that runs downwards, and is of its type."""
    level = abs(line.middle - sign.middle) <= CENTRED * line.size
    inside = line.top + 0.5 * line.size <= sign.top and sign.bottom <= line.bottom
    same = abs(line.size / sign.size - 1) <= SAME_SIZE
    return line.vertical and " " not in line.text and level and inside and same


def _groups(glyphs: Sequence[Glyph], frame: Frame) -> list[tuple[Printed, set[int]]]:
    """Signs turned by a quarter to the right of the frame's text, drawn one after the other."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if quarter(glyph.turn) != (frame.turn + 90) % 360 or not glyph.char.strip():
            continue
        last = runs[-1][-1] if runs else None
        if last is not None and 0 < glyph.order - last.order <= 2 and last.size == glyph.size:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [(_lying(run, frame), {id(g) for g in run}) for run in runs]


def _lying(run: list[Glyph], frame: Frame) -> Printed:
    first = run[0]
    places = [frame.into(g.x, g.y) for g in run]
    middle = places[0][0] + MIDDLE * first.size
    half = first.em / 2
    wide = [1.0 if g.char in DASHES else ADVANCE for g in run]
    # Of a dash that is one sign but two characters both have the sign's place.
    top = places[0][1]
    bottom = max(places[-1][1] + wide[-1] * first.em, top + sum(wide) * first.em)
    text = "".join(g.char for g in run)
    return Printed(
        text, middle - half, top, middle + half, bottom, top, first.size, first.em, first.face,
        turn=90, vertical=True, order=first.order,
    )  # fmt: skip


def _chains(parts: list[Printed]) -> list[list[Printed]]:
    """Parts one below the other, each ending where the next begins."""
    chains: list[list[Printed]] = []
    for part in sorted(parts, key=lambda x: x.top):
        chain = next((c for c in chains if _is_next(c[-1], part)), None)
        if chain is None:
            chains.append([part])
        else:
            chain.append(part)
    return chains


def _is_next(above: Printed, part: Printed) -> bool:
    size = max(above.size, part.size)
    level = abs(above.middle - part.middle) <= CENTRED * size
    same = abs(above.size / part.size - 1) <= SAME_SIZE
    return level and same and -0.4 * size <= part.top - above.bottom <= NEXT * size


def _one_line(chain: list[Printed]) -> Printed:
    upright = [x for x in chain if x.turn == 0]
    return replace(
        upright[0],
        text="".join(x.text for x in chain),
        left=min(x.left for x in upright),
        right=max(x.right for x in upright),
        top=chain[0].top,
        bottom=chain[-1].bottom,
        vertical=True,
    )
