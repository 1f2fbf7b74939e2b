"""Text of a word processor, as HTML → the house's plain paragraphs, and what is left behind."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BREAKS = HEADS | {"p", "div", "li", "tr", "br", "blockquote", "table", "ul", "ol", "hr", "section"}
CELLS = frozenset({"td", "th"})
STYLED = frozenset({"b", "strong", "i", "em", "u", "s", "strike", "del", "mark"})
KNOWN = set(BREAKS | CELLS | STYLED | {"a", "img", "sup", "sub", "tbody", "thead"})
# Their content is no text of the writer's.
UNREAD = {"script", "style", "title", "template", "xml", "svg", "math", "object", "noscript"}

# Elements within elements. The cleaner looks through all that are open at every tag, so that a
# text made to nest would cost its length squared.
DEEPEST = 500
# Should the count of what is open be led astray, this is what bounds the time.
MOST_TAGS = 40_000
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# They end by themselves where the next one begins, or are never open.
NOT_NESTED = frozenset(
    "p li td th tr dt dd option tbody thead tfoot colgroup br img hr input meta link col".split()
)

BETWEEN_CELLS = "　｜　"
BULLET = re.compile(r"^[·•▪●■◆□○\uf0b7\uf06c\uf0a7][ \xa0　]*")
# Wide spaces are the writer's own; these are the file's.
SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")


@dataclass(frozen=True)
class Paragraph:
    """`kind` is text, subhead or picture; the text of a picture is its `alt` in the HTML."""

    kind: str
    text: str


@dataclass(frozen=True)
class Pasted:
    paragraphs: tuple[Paragraph, ...]
    left: dict[str, int] = field(default_factory=dict)  # what is left behind, and how often

    @property
    def body(self) -> str:
        marks = {"text": "", "subhead": "## "}
        return "\n".join(marks[one.kind] + one.text for one in self.paragraphs if one.kind in marks)


class TooDeep(ValueError):
    """There are more elements, or more in each other, than a word processor makes of a text."""


def read_html(html: str) -> Pasted:
    """Nothing of the HTML itself stays: it is cleaned, and then only its words are taken.

    Raises TooDeep.
    """
    _check_depth(_without_comments(html))
    clean = nh3.clean(
        html,
        tags=KNOWN,
        attributes={"img": {"alt"}},
        clean_content_tags=UNREAD,
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(clean)
    reader.close()
    reader.end_paragraph()
    return Pasted(tuple(reader.paragraphs), dict(reader.left))


def _without_comments(html):
    """Word writes pages of settings into them."""
    kept, end = [], 0
    while (start := html.find("<!--", end)) >= 0:
        close = html.find("-->", start)
        kept.append(html[end:start])
        if close < 0:
            return "".join(kept)
        end = close + 3
    return "".join([*kept, html[end:]])


def _check_depth(html):
    open_, depth = Counter(), 0
    for count, match in enumerate(TAG.finditer(html)):
        name = match[2].lower()
        if count > MOST_TAGS:
            raise TooDeep
        if name in NOT_NESTED:
            continue
        if not match[1]:
            open_[name] += 1
            depth += 1
        elif open_[name]:
            open_[name] -= 1
            depth -= 1
        if depth > DEEPEST:
            raise TooDeep


class _Reader(HTMLParser):
    """Walks through cleaned HTML and ends a paragraph wherever a block does."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self.left: Counter = Counter()
        self.words: list[str] = []
        self.cells: list[str] = []
        self.lists: list[list] = []  # [tag, how many items so far]
        self.tables = 0
        self.kind, self.turn = "text", None

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self._picture(dict(attrs).get("alt") or "")
        elif tag in BREAKS and not (self.tables and tag in ("p", "div", "br")):
            self.end_paragraph()
        if tag in HEADS:
            self.kind = "subhead"
        elif tag in ("ul", "ol"):
            self.lists.append([tag, 0])
        elif tag == "li":
            self._item()
        elif tag == "table":
            self.tables += 1
            self.left["table"] += 1
        elif tag in STYLED or tag == "a":
            self.left["link" if tag == "a" else "style"] += 1
        elif tag in ("sup", "sub"):
            self.turn = RAISED if tag == "sup" else LOWERED

    def handle_endtag(self, tag):
        if tag in CELLS:
            self.cells.append(_joined(self.words))
            self.words = []
        elif tag in ("sup", "sub"):
            self.turn = None
        elif tag in BREAKS and not (self.tables and tag in ("p", "div")):
            self.end_paragraph()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "table":
            self.tables = max(self.tables - 1, 0)

    def handle_data(self, data):
        self.words.append(self._turned(data) if self.turn else data)

    def end_paragraph(self):
        text = BETWEEN_CELLS.join(cell for cell in [*self.cells, _joined(self.words)] if cell)
        if self.kind == "text" and (bullet := BULLET.match(text)):
            text = text[bullet.end() :]
            self.left["bullet"] += 1
        if text:
            self.paragraphs.append(Paragraph(self.kind, text))
        self.words, self.cells, self.kind = [], [], "text"

    def _picture(self, alt):
        words, self.words = self.words, []
        self.paragraphs.append(Paragraph("picture", alt))
        self.words = words
        self.left["picture"] += 1

    def _item(self):
        if self.lists and self.lists[-1][0] == "ol":
            self.lists[-1][1] += 1
            self.words.append(f"{self.lists[-1][1]}. ")
        else:
            self.left["bullet"] += 1

    def _turned(self, data):
        """m² and CO₂ keep their sense without the markup; what has no such sign stays plain."""
        turned = data.translate(self.turn)
        if any(one == other and not one.isspace() for one, other in zip(data, turned, strict=True)):
            self.left["raised"] += 1
            return data
        return turned


def _joined(words):
    """The words of a paragraph on one line: a line break of the file between Chinese is none."""
    return SPACES.sub(_space, "".join(words)).strip()


def _space(match):
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    is_break = "\n" in match.group()
    return "" if is_break and (before > "⺀" or after > "⺀") else " "
