"""Set one article on paper: headline, columns, what stands in a corner, and its truth."""

import random
from dataclasses import dataclass, replace

from ..bylines import set_byline
from ..story import draw_mark, may_lose_heading, printed_paragraphs, truth_of
from . import flow, heads
from .flow import Columns, Line, Obstacle, pour
from .ink import Bar, Ink, Layer, Rect, frame
from .lines import length, paragraph, plain
from .piece import Known, Piece
from .style import Style

NARROWEST, WIDEST = 11.8, 26.5
PAD = 9.0
BODY_FACE = "song"


@dataclass(frozen=True)
class Text:
    """An article's words as they are printed."""

    article: dict
    paragraphs: list[str]
    top: str
    bottom: str
    truth: dict


def prepare(article: dict, style: Style, rng: random.Random) -> Text:
    byline = set_byline(article, style.text, rng)
    mark = draw_mark(rng) if style.text.marks else ""
    printed, known = printed_paragraphs(article, byline, mark, style.text)
    drawn = may_lose_heading(article, byline) and rng.random() < style.drawn
    bottom = f"{byline.bottom} {mark}".strip() if byline.bottom else ""
    if "jump_out" in article and not article["jump_inline"]:
        bottom = f"{bottom} {article['jump_out']}".strip()
    return Text(article, printed, byline.top, bottom, truth_of(article, byline, known, mark, drawn))


def set_article(
    text: Text, width: float, style: Style, block: int, rng: random.Random, inset: Piece | None
) -> Piece:
    """`inset` stands in a corner of the columns; it must have the width that `corner` named."""
    boxed = inset is None and rng.random() < style.boxed
    inner = width - 2 * PAD if boxed else width
    piece = _beside(text, inner, style, block, rng, inset)
    return _framed(piece, width, block, rng) if boxed else piece


def corner(width: float, style: Style, rng: random.Random) -> tuple[int, float] | None:
    """(columns, width) that a box in the corner of an article this wide may take."""
    count = count_columns(width, style)
    if count < 3:
        return None
    columns = columns_of(width, count, style)
    taken = rng.randint(1, min(2, count - 2)) if count > 3 else 1
    return taken, columns.span(taken)


def count_columns(width: float, style: Style) -> int:
    """Columns of about the grid's width."""
    grid = (style.column + style.gutter) * style.size
    return max(1, round((width + style.gutter * style.size) / grid))


def columns_of(width: float, count: int, style: Style) -> Columns:
    gutter = style.gutter * style.size
    own = (width - (count - 1) * gutter) / count
    return Columns(count, own, gutter, style.size, style.size * style.leading)


def _other_count(width: float, style: Style, rng: random.Random) -> int:
    """Some articles are set in columns of their own width."""
    usual = count_columns(width, style)
    others = [
        count
        for count in range(1, 7)
        if NARROWEST <= columns_of(width, count, style).width / style.size <= WIDEST
    ]
    return rng.choice(others) if others and rng.random() < 0.25 else usual


def _beside(
    text: Text, width: float, style: Style, block: int, rng: random.Random, inset: Piece | None
) -> Piece:
    kind = _kind(text, width, style, rng, inset)
    if kind == "vertical":
        return _with_vertical(text, width, style, block, rng)
    if kind == "left":
        return _with_left(text, width, style, block, rng)
    count = count_columns(width, style) if inset else _other_count(width, style, rng)
    columns = columns_of(width, count, style)
    taken = rng.randint((count + 1) // 2, count - 1) if kind == "span" else count
    head = heads.set_head(text.article, columns.span(taken), style, block, rng)
    return _under(text, head, taken, columns, style, block, rng, inset)


def _kind(text: Text, width: float, style: Style, rng: random.Random, inset: Piece | None) -> str:
    kind = rng.choice(style.heads)
    wide = count_columns(width, style)
    if inset or (kind in ("span", "left") and wide < 3):
        return "above"
    if kind == "vertical" and (wide < 2 or not heads.can_stand(text.article)):
        return "above"
    characters = sum(map(len, text.paragraphs))
    if kind in ("vertical", "left") and characters < 60 * wide:
        return "above"
    return kind


def _under(
    text: Text, head: heads.Head, taken: int, columns: Columns, style: Style, block: int,
    rng: random.Random, inset: Piece | None,
) -> Piece:  # fmt: skip
    """Headline over the first columns; the others begin beside it."""
    top = head.height + style.size * 0.4
    over = [Obstacle(0, taken, top, "top", Piece(0, 0))]
    if inset is not None:
        over.append(_obstacle(inset, columns, top, rng))
    placed, height = pour(_lines(text, columns, style), columns, over)
    body = flow.areas(placed, columns)
    piece = _piece(text, head, body, placed, columns, style, block, rng)
    piece = replace(piece, height=height, width=columns.span(columns.count))
    if inset is None:
        return piece
    place = over[-1]
    return piece.with_(inset.moved(columns.left(place.first), place.top(height)))


def _obstacle(inset: Piece, columns: Columns, head: float, rng: random.Random) -> Obstacle:
    taken = round((inset.width + columns.gutter) / (columns.width + columns.gutter))
    first = rng.choice((0, columns.count - taken, columns.count - taken))
    return Obstacle(first, first + taken, inset.height, "bottom", inset)


def _with_left(text: Text, width: float, style: Style, block: int, rng: random.Random) -> Piece:
    """Headline in the first column's width, text to its right."""
    side = columns_of(width, count_columns(width, style), style)
    head = heads.set_head(text.article, side.width, style, block, rng)
    rest = width - side.width - side.gutter
    columns = columns_of(rest, _other_count(rest, style, rng), style)
    placed, height = pour(_lines(text, columns, style), columns, [])
    down = max(0.0, (height - head.height) * rng.choice((0, 0.3, 0.5)))
    return _side_by_side(
        text, head, (0.0, down), side.width + side.gutter, placed, height, columns, style, block,
        rng,
    )  # fmt: skip


def _with_vertical(text: Text, width: float, style: Style, block: int, rng: random.Random) -> Piece:
    """A standing headline at the right or the left edge."""
    left_out = {k: None for k in ("kicker", "deck") if not heads.may_stand_beside(text.article[k])}
    text = replace(text, truth={**text.truth, **left_out})
    head = heads.set_vertical(text.article, style, block, rng)
    rest = width - head.width - style.size
    columns = columns_of(rest, count_columns(rest, style), style)
    placed, height = pour(_lines(text, columns, style), columns, [])
    if rng.random() < 0.5:
        place, shift = (rest + style.size, 0.0), 0.0
    else:
        place, shift = (0.0, 0.0), head.width + style.size
    return _side_by_side(text, head, place, shift, placed, height, columns, style, block, rng)


def _side_by_side(
    text: Text, head: heads.Head, place: tuple, shift: float, placed: list, height: float,
    columns: Columns, style: Style, block: int, rng: random.Random,
) -> Piece:  # fmt: skip
    head = replace(
        head,
        runs=[run.moved(*place) for run in head.runs],
        main=[run.moved(*place) for run in head.main],
    )
    body = [(a + shift, b, c + shift, d) for a, b, c, d in flow.areas(placed, columns)]
    gap = (min(head.rect[0], body[0][0]), head.rect[1], max(head.rect[2], body[0][0]), head.rect[3])
    piece = _piece(text, head, [*body, gap], placed, columns, style, block, rng, shift)
    width = columns.span(columns.count) + head.width + style.size
    return replace(piece, height=max(height, head.rect[3]), width=width)


def _lines(text: Text, columns: Columns, style: Style) -> list[Line]:
    """All lines of the columns, in order."""
    width = columns.width / style.size
    subheads = {head["before"]: head["text"] for head in text.article.get("subheads", [])}
    lines = []
    if text.top:
        made = plain(text.top, "hei", style)
        lines.append(Line(made, max(0.0, (width - made.right) / 2), keeps_next=True))
    for index, words in enumerate(text.paragraphs):
        if index in subheads:
            made = plain(subheads[index], "heibold", style)
            lines += [Line(), Line(made, max(0.0, (width - made.right) / 2), keeps_next=True)]
        lines += [Line(made) for made in paragraph(words, width, style, BODY_FACE)]
    if text.bottom:
        made = plain(text.bottom, BODY_FACE, style)
        lines.append(Line(made, max(0.0, width - length(text.bottom, BODY_FACE, style))))
    return lines


def _piece(
    text: Text, head: heads.Head, body: list[Rect], placed: list, columns: Columns, style: Style,
    block: int, rng: random.Random, shift: float = 0.0,
) -> Piece:  # fmt: skip
    layer = Layer(block, "head")
    drawn = rng.choice(("curves", "curves", "picture")) if text.truth["drawn_headline"] else ""
    shown: list[Ink] = list(head.runs)
    if drawn:
        shown = heads.without_characters(head, drawn, layer)
    runs = [run.moved(shift, 0) for run in flow.inks(placed, columns, Layer(block, "body"))]
    ruled = _column_rules(body, columns, layer) if style.rules == "columns" else []
    known = Known(
        "article", text.truth, [*body, *_joined(head.rect, body)], box=head.rect, drawn=drawn
    )
    return Piece(0, 0, [*shown, *runs, *ruled], [known])


def _joined(head: Rect, body: list[Rect]) -> list[Rect]:
    """The headline's area, let down to the text that stands under it."""
    under = [rect for rect in body if rect[1] >= head[3] - 1 and rect[0] < head[2]]
    bottom = min((rect[1] for rect in under), default=head[3])
    left = min((rect[0] for rect in under if rect[1] < bottom + 30), default=head[0])
    right = max((rect[2] for rect in under if rect[1] < bottom + 30), default=head[2])
    return [(min(left, head[0]), head[1], max(right, head[2]), bottom)]


def _column_rules(body: list[Rect], columns: Columns, layer: Layer) -> list[Bar]:
    gutters = [rect for rect in body if abs(rect[2] - rect[0] - columns.gutter) < 0.1]
    return [
        Bar(((a + c) / 2 - 0.2, b, (a + c) / 2 + 0.2, d), layer=Layer(layer.block, "frame"))
        for a, b, c, d in gutters
    ]


def _framed(piece: Piece, width: float, block: int, rng: random.Random) -> Piece:
    """A box around the piece: ruled, or tinted."""
    height, layer = piece.height + 2 * PAD, Layer(block, "frame")
    whole = (0.0, 0.0, width, height)
    tint = [Bar(whole, 0.92, layer)] if rng.random() < 0.3 else frame(whole, 0.6, layer)
    inner = piece.moved(PAD, PAD)
    return replace(inner, width=width, height=height, inks=[*tint, *inner.inks])
