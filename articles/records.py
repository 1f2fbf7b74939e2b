"""What a printed page is made of, as plain frozen values: lines, labels, records and doubts.

What a page has hundreds of are named tuples, made four times as fast.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import NamedTuple


class Role(StrEnum):
    """What a printed line is there for. Every line has exactly one."""

    KICKER = "kicker"  # 引题
    HEADLINE = "headline"  # 主题
    DECK = "deck"  # 副题
    BYLINE = "byline"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"  # who took the picture
    JUMP = "jump"  # 下转 / 上接
    FURNITURE = "furniture"  # folio, masthead, staff line
    IGNORED = "ignored"
    UNASSIGNED = "unassigned"


class CreditRole(StrEnum):
    """What a named person did for an article or a photo."""

    REPORTER = "reporter"  # 记者
    CORRESPONDENT = "correspondent"  # 通讯员
    PHOTOGRAPHER = "photographer"  # 摄影
    AUTHOR = "author"  # named without either word: essayists, contributors
    EDITOR = "editor"  # 责任编辑
    DESIGNER = "designer"  # 版式
    PROOFREADER = "proofreader"  # 校对


class BlockKind(StrEnum):
    """What a paragraph of the body is. Plain text carries it as a mark at the line's start."""

    TEXT = "text"
    SUBHEAD = "subhead"
    NOTE = "note"  # 编者按, 链接
    VERSE = "verse"  # lines whose breaks mean something
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in page units from 0 to 1, the origin at the top left."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, boxes: Sequence["Box"]) -> "Box":
        """The least that holds all of them, one at least."""
        return cls(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where one line of a page's text stands in print, and how the page was cut up around it.

    `story` numbers what the geometry holds together (0: page matter), `part` says what it takes
    the line for, `indent` is its distance from the column's left edge in em.
    """

    box: Box
    size: float  # of the type, in points
    face: str
    block: int  # lines of one piece of a column share it
    story: int = 0
    part: str = ""  # head, body, table, caption, margin, turned; "" where geometry says nothing
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something without characters that stands where a headline could be."""

    box: Box
    kind: str  # curves, picture
    story: int = 0  # the story above whose text it stands


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo on the page; `index` is its number among the page's objects, depth first."""

    box: Box
    index: int
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The geometry of a printed page; `places` has an entry for every line, None for blank ones."""

    width: float  # of the page, in points
    height: float
    places: tuple[Place | None, ...]
    drawn: tuple[Drawn, ...] = ()
    pictures: tuple[Picture, ...] = ()
    rules: tuple[Box, ...] = ()  # lines drawn between pieces
    extractor: str = ""
    certainty: float | None = None  # of text recognised on a picture, from 0 to 1
    turn: int = 0  # degrees by which most of its text is turned, as it is shown


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page as read from a PDF: its text in reading order, and where each line stands."""

    text: str
    layout: Layout


class Line(NamedTuple):
    """One line as extracted. `number` counts from 1; `width` is in em (Han 1, ASCII ½)."""

    number: int
    raw: str
    text: str
    width: float
    segment: int = 0  # two units that share a printed line are cut into segments
    box: Box | None = None
    size: float | None = None  # type size in points, where a PDF tells


class Label(NamedTuple):
    """Which unit a line belongs to, and what it is there. `unit` is None for page matter.

    The order of a page's labels is the reading order; `opens` marks a paragraph's first line.
    """

    line: int
    unit: int | None
    role: Role
    confidence: float
    rule: str
    segment: int = 0
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Credit:
    """A person named for a piece of work; `printed` is the wording on the page."""

    name: str
    role: CreditRole
    printed: str


class Paragraph(NamedTuple):
    """One paragraph, joined and cleaned, with the numbers of the lines it came from."""

    text: str
    lines: tuple[int, ...]
    kind: BlockKind = BlockKind.TEXT


class CleanUp(NamedTuple):
    """Characters that a named rule took out of a line, and those it put in their place."""

    rule: str
    line: int
    removed: str
    inserted: str = ""


# For the thousands of a page, of one whole tuple: made in half the time.
new_line = partial(tuple.__new__, Line)
new_label = partial(tuple.__new__, Label)
new_clean_up = partial(tuple.__new__, CleanUp)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the text alone could not decide: an editor is asked, nothing is guessed.

    `message % dict(params)` is the English sentence; the template is what a door translates.
    """

    kind: str
    line: int
    message: str
    candidates: tuple[str, ...] = ()
    unit: int | None = None
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article of a page. `headline` None means that the page text has none."""

    unit: int
    kicker: str | None
    headline: str | None
    deck: str | None
    byline: str  # as printed, 本报讯（记者…）; not repeated in the paragraphs
    source: str  # 本报讯, 新华社北京4月20日电
    paragraphs: tuple[Paragraph, ...]
    credits: tuple[Credit, ...]
    lines: tuple[int, ...]
    confidence: float
    kind: str = "news"  # news, brief, index, notice, correction, note
    column: str = ""  # 栏目
    jumps: tuple[str, ...] = ()  # 下转 / 上接, as printed


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """A photo as the text tells it: its caption and who took it."""

    unit: int
    caption: str
    credits: tuple[Credit, ...]
    lines: tuple[int, ...]
    confidence: float
    related: int | None = None  # unit of an article that it may belong to
    credit: str = ""  # as printed


@dataclass(frozen=True, slots=True)
class Folio:
    """What the page says of itself: 焦作日报 · 2020年4月20日 · 星期一 · A03 · 要闻."""

    paper: str = ""
    date: str = ""  # ISO, "" when none or several different
    weekday: str = ""
    label: str = ""  # A03, 2
    section: str = ""  # 要闻
    number: str = ""  # 第NNNN期


@dataclass(frozen=True, slots=True)
class PageRecord:
    """All that one page yields. Every line has a label; `cleanups` closes the ledger."""

    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    articles: tuple[ArticleRecord, ...]
    photos: tuple[PhotoRecord, ...]
    furniture: tuple[str, ...]
    cleanups: tuple[CleanUp, ...]
    doubts: tuple[Doubt, ...]
    parser_version: str
    staff: tuple[Credit, ...] = ()  # from the staff line
    folio: Folio = Folio()
    ignored: tuple[str, ...] = ()  # set aside by an editor
    unassigned: tuple[str, ...] = ()  # text that no unit has taken
