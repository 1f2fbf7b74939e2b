"""Set lines of text: break them, justify them, and give every character its place."""

from dataclasses import dataclass

from ..wrapping import take_line, tokenize
from . import faces
from .ink import Glyphs, Layer
from .style import Style

OPENING = frozenset("“《（")
INDENT = 2.0  # em


@dataclass(frozen=True)
class Composed:
    """One line before it has a place: characters, their distances from the column's edge in em.

    `None` in place of a line is an empty one.
    """

    text: str
    xs: tuple[float, ...]
    faces: tuple[str, ...]

    @property
    def right(self) -> float:
        return self.xs[-1] + faces.width(self.text[-1], self.faces[-1])

    def at(self, x: float, baseline: float, size: float, layer: Layer) -> list[Glyphs]:
        """One run for each change of face."""
        runs, start = [], 0
        for end in range(1, len(self.text) + 1):
            if end < len(self.text) and self.faces[end] == self.faces[start]:
                continue
            places = tuple(x + each * size for each in self.xs[start:end])
            text = self.text[start:end]
            runs.append(Glyphs(text, places, baseline, size, self.faces[start], layer))
            start = end
        return runs


def face_of(char: str, face: str, style: Style) -> str:
    """The face of one character: figures and quotation marks may have their own."""
    if style.figures and char in faces.ADVANCES[style.figures] and char not in "“”":
        return style.figures
    if style.quotes and char in "“”":
        return style.quotes
    return face


def token_width(token: str, face: str, style: Style) -> float:
    gap = 0.5 if style.quarter_gaps and token[0].isdigit() else 0.0
    return gap + sum(faces.width(char, face_of(char, face, style)) for char in token)


def paragraph(text: str, width: float, style: Style, face: str) -> list[Composed]:
    """The lines of one paragraph in a column of this width in em; the first is indented."""
    rest, lines = tokenize(text), []
    while rest:
        indent = 0.0 if lines else INDENT
        line, rest = _take(rest, width - indent, style, face)
        lines.append(_justified(line, width, indent, style, face, last=not rest))
    return lines


def _take(tokens: list[str], width: float, style: Style, face: str) -> tuple[list, list]:
    if style.half_quotes and tokens[0] in OPENING:
        width += 0.5
    return take_line(tokens, width, style.fit, lambda token: token_width(token, face, style))


def _justified(
    tokens: list[str], width: float, indent: float, style: Style, face: str, *, last: bool
) -> Composed:
    """Spread a line over its column. Punctuation that hangs stands beyond the edge."""
    shift = 0.5 if style.half_quotes and tokens[0] in OPENING and not last else 0.0
    widths = [token_width(token, face, style) for token in tokens]
    hanging = style.fit == "hang" and tokens[-1] in "，。、；：" and len(tokens) > 2
    used = sum(widths[:-1] if hanging else widths)
    gaps = len(tokens) - (2 if hanging else 1)
    slack = width - indent - used + shift
    if last and slack >= 0:
        slack = 0.0
    step = slack / gaps if gaps > 0 else 0.0
    if hanging:  # right at the last character, however far the others are spread
        widths[-2] -= step
    start = indent - shift
    if style.indent == "ideographic" and indent:
        return _with_spaces(_spread(tokens, widths, start, step, style, face), face)
    return _spread(tokens, widths, start, step, style, face)


def _spread(
    tokens: list[str], widths: list[float], x: float, step: float, style: Style, face: str
) -> Composed:
    text, xs, used = [], [], []
    for token, width in zip(tokens, widths, strict=True):
        inner = x + (0.25 if style.quarter_gaps and token[0].isdigit() else 0.0)
        for char in token:
            own = face_of(char, face, style)
            text.append(char)
            xs.append(inner)
            used.append(own)
            inner += faces.width(char, own)
        x += width + step
    return Composed("".join(text), tuple(xs), tuple(used))


def _with_spaces(line: Composed, face: str) -> Composed:
    return Composed("　　" + line.text, (0.0, 1.0, *line.xs), (face, face, *line.faces))


def plain(text: str, face: str, style: Style, gap: float = 0.0) -> Composed:
    """One line as it falls, with the same gap in em after every character."""
    x, xs, used = 0.0, [], []
    for char in text:
        own = face_of(char, face, style)
        xs.append(x)
        used.append(own)
        x += faces.width(char, own) + gap
    return Composed(text, tuple(xs), tuple(used))


def length(text: str, face: str, style: Style) -> float:
    return plain(text, face, style).right
