"""Pages of boxes in CSS: bands from top to bottom, boxes side by side in each."""

import random
from dataclasses import dataclass
from html import escape

from ..furniture import furniture_lines
from ..sampling import load_articles, load_captions
from .boxes import FEWEST_ROWS, Box, article_box, photo_box
from .design import Design, draw_design

EDGE = 34.0  # points around the page
STYLE = """
@page {{ margin: 0 }}
* {{ margin: 0; padding: 0; box-sizing: border-box }}
body {{ width: {width}pt; padding: {edge}pt; font: {size}pt/{leading} "{body}"; text-align: justify;
  line-break: strict }}
.band {{ display: grid; grid-template-columns: repeat({columns}, 1fr); column-gap: {gutter}pt;
  align-items: start; margin-bottom: {between}pt }}
.text {{ column-gap: {gutter}pt; {rule} }}
.text p {{ text-indent: 2em; orphans: 1; widows: 1 }}
.text .by, .text .sign {{ text-indent: 0; font-family: "{head}" }}
.text .by {{ text-align: center }} .text .sign {{ text-align: right }}
h3 {{ font-size: 1em; text-align: center; break-after: avoid; margin-top: {pitch}pt }}
h1 {{ font-family: "{head}"; line-height: 1.25; letter-spacing: {spaced}em; {shadow} }}
header {{ text-align: {align}; padding-bottom: {size}pt; break-inside: avoid }}
header p {{ line-height: 1.3; font-family: "{head}" }}
.beside .inner {{ display: flex; gap: {gutter}pt; align-items: center }}
.beside header {{ flex: 0 0 {column}pt }} .beside .text {{ flex: 1 }}
.standing .inner {{ display: flex; gap: {size}pt }}
.standing header {{ writing-mode: vertical-rl; text-align: start }} .standing .text {{ flex: 1 }}
.tint {{ background: #e8e8e8; border-radius: {radius}pt; padding: {size}pt }}
.border {{ border: 0.6pt solid #333; border-radius: {radius}pt; padding: {size}pt }}
.fenced .band > * + * {{ position: relative }}
.fenced .band > * + *::before {{ content: ""; position: absolute; left: -{half}pt; top: 0;
  bottom: 0; border-left: 0.4pt solid #000 }}
figure img {{ width: 100%; display: block }}
figcaption {{ font: {small}pt/1.35 "{head}"; padding-top: 4pt }}
.credit {{ text-align: right }}
figure.beside {{ display: flex; gap: 6pt; align-items: end }} figure.beside img {{ width: 62% }}
.furniture {{ display: flex; justify-content: space-between; gap: 20pt; font: 9pt "{head}";
  border-bottom: 0.8pt solid #000; margin-bottom: 12pt; white-space: pre }}
"""


@dataclass(frozen=True)
class Web:
    """A page in HTML, before it is printed; lengths in points."""

    name: str
    html: str
    width: float
    boxes: list[Box]
    furniture: list[str]


def web(name: str, seed: int) -> Web:
    rng = random.Random(seed)
    design = draw_design(rng)
    boxes: list[Box] = []
    bands = [_band(row, boxes, design, rng) for row in _rows(design, rng)]
    lines = furniture_lines(rng) if design.text.furniture else []
    low = lines[-1:] if design.text.furniture == "both" else []
    top = lines[: len(lines) - len(low)]
    width = design.columns * (design.column + design.gutter) - design.gutter + 2 * EDGE
    inner = _furniture(top) + "".join(bands) + _furniture(low)
    html = f"<!doctype html><meta charset=utf-8><style>{_style(design, width)}</style>"
    html += f'<body class="{"fenced" if design.fenced else ""}">{inner}</body>'
    return Web(name, html, width, boxes, lines)


def _style(design: Design, width: float) -> str:
    return STYLE.format(
        width=width, edge=EDGE, size=design.size, leading=design.leading, body=design.body,
        head=design.head, columns=design.columns, column=design.column, gutter=design.gutter,
        half=design.gutter / 2, between=2.2 * design.size, pitch=design.size * design.leading,
        rule="column-rule: 0.4pt solid #000" if design.ruled else "", spaced=design.spaced,
        shadow="text-shadow: 0.6pt 0.6pt 0 #999" if design.shadow else "",
        align="center" if design.centred else "left", radius=design.round,
        small=design.size - 0.5,
    )  # fmt: skip


def _rows(design: Design, rng: random.Random) -> list[list[tuple[dict, int, bool]]]:
    """The matter of each band: (article or caption, columns, whether it is a photo)."""
    articles, captions = load_articles(), load_captions()
    rng.shuffle(articles)
    rng.shuffle(captions)
    rows = []
    for _ in range(rng.randint(2, 4)):
        row, left = [], design.columns
        while left:
            photo = bool(row) and rng.random() < 0.25
            span = rng.randint(1, min(left, 2 if photo else left))
            matter = captions.pop() if photo else _fitting(articles, span, design)
            row.append((matter, span, photo))
            left -= span
        rows.append(row)
    return rows


def _fitting(articles: list[dict], span: int, design: Design) -> dict:
    """An article that fills some rows of each of its columns; else the longest."""
    fewest = FEWEST_ROWS * (span - 1) * design.column / design.size
    found = next((a for a in articles if _letters(a) >= fewest), max(articles, key=_letters))
    articles.remove(found)
    return found


def _letters(article: dict) -> int:
    return sum(map(len, article["paragraphs"]))


def _band(row: list, boxes: list[Box], design: Design, rng: random.Random) -> str:
    made = []
    for matter, span, photo in row:
        name = f"b{len(boxes)}"
        make = photo_box if photo else article_box
        boxes.append(make(matter, name, span, design, rng))
        made.append(boxes[-1].html)
    return f'<div class="band">{"".join(made)}</div>'


def _furniture(lines: list[str]) -> str:
    if not lines:
        return ""
    return f'<div class="furniture">{"".join(f"<span>{escape(x)}</span>" for x in lines)}</div>'
