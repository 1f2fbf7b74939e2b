"""Articles and photos as boxes of HTML, each with its truth."""

import base64
import random
from dataclasses import dataclass
from html import escape

from ..bylines import set_byline
from ..captions import CREDITS
from ..headings import balanced
from ..sheet.photos import jpeg
from ..story import printed_paragraphs, truth_of
from ..wrapping import tokenize, width_of
from .design import Design

LONGEST_STANDING = 14  # characters of a headline that runs downwards
FEWEST_ROWS = 7  # of each column
FEWEST_BESIDE = 90  # characters of each column beside a headline


@dataclass(frozen=True)
class Box:
    """`span` columns of the page; `name` finds the element once it is set."""

    name: str
    html: str
    truth: dict
    span: int
    photo: bool = False


def article_box(article: dict, name: str, span: int, design: Design, rng: random.Random) -> Box:
    byline = set_byline(article, design.text, rng)
    printed, known = printed_paragraphs(article, byline, "", design.text)
    truth = truth_of(article, byline, known, "", False)
    place = _place(article, span, sum(map(len, printed)), design, rng)
    columns = span - 1 if place == "beside" else span
    head = _head(article, 1 if place in ("inside", "beside") else span, place, design, rng)
    text = _text(article, printed, byline.top, byline.bottom)
    if place == "inside":
        head, text = "", head + text
    body = f'<div class="text" style="column-count:{columns}">{text}</div>'
    look = _look(design, rng)
    html = f'<article class="{place} {look}" style="grid-column:span {span}">'
    html += f'<div class="inner" id="{name}">{head}{body}</div></article>'
    return Box(name, html, truth, span)


def _place(article: dict, span: int, letters: int, design: Design, rng: random.Random) -> str:
    place = rng.choice(design.heads)
    if place == "standing" and (
        span < 2
        or len(article["headline"]) > LONGEST_STANDING
        or any(char in "，、：！？“”《》—· 0123456789" for char in article["headline"])
    ):
        return "above"
    if place in ("beside", "inside") and (span < 3 or letters < FEWEST_BESIDE * span):
        return "above"
    return place


def _head(article: dict, span: int, place: str, design: Design, rng: random.Random) -> str:
    """Kicker, headline and deck; the headline as large as its rows allow."""
    width = span * (design.column + design.gutter) - design.gutter - 2 * design.size
    rows, size = _rows(article["headline"], width / (1 + design.spaced), rng)
    if place == "standing":
        rows, size = [article["headline"]], 22.0
    small = max(design.size + 1.5, round(size * 0.55, 1))
    parts = [("kicker", article["kicker"], small), ("deck", article["deck"], small)]
    made = {
        kind: f'<p class="{kind}" style="font-size:{points}pt">{escape(text)}</p>' if text else ""
        for kind, text, points in parts
    }
    title = "<br>".join(map(escape, rows))
    title = f'<h1 style="font-size:{size}pt">{title}</h1>'
    return f"<header>{made['kicker']}{title}{made['deck']}</header>"


def _rows(text: str, width: float, rng: random.Random) -> tuple[list[str], float]:
    most = rng.choice((20.0, 26.0, 32.0))
    for count in range(1, 6):
        rows = balanced(tokenize(text), count) if count > 1 else [text]
        size = min(most, 0.97 * width / max(width_of(tokenize(row)) for row in rows))
        if size >= 15:
            break
    return rows, round(size, 1)


def _text(article: dict, paragraphs: list[str], top: str, bottom: str) -> str:
    subheads = {head["before"]: head["text"] for head in article.get("subheads", [])}
    out = f'<p class="by">{escape(top)}</p>' if top else ""
    for number, words in enumerate(paragraphs):
        if number in subheads:
            out += f"<h3>{escape(subheads[number])}</h3>"
        out += f"<p>{escape(words)}</p>"
    return out + (f'<p class="sign">{escape(bottom)}</p>' if bottom else "")


def _look(design: Design, rng: random.Random) -> str:
    return rng.choice(("tint", "border")) if rng.random() < design.boxed else ""


def photo_box(caption: dict, name: str, span: int, design: Design, rng: random.Random) -> Box:
    credit = caption.get("credit") or rng.choice(CREDITS).format(
        names=" ".join(caption["photographers"])
    )
    truth = {
        "text": caption["text"],
        "photographers": list(caption["photographers"]),
        "ignorable": [credit],
    }
    place = rng.choice(design.captions) if span > 1 else "below"
    image = base64.b64encode(jpeg((320, 220), rng)).decode()
    words = f'<p>{escape(caption["text"])}</p><p class="credit">{escape(credit)}</p>'
    html = f'<figure class="{place}" style="grid-column:span {span}" id="{name}">'
    html += f'<img src="data:image/jpeg;base64,{image}"><figcaption>{words}</figcaption></figure>'
    return Box(name, html, truth, span, photo=True)
