"""What readers may see, as plain values that a format is written from.

An `address` is a path on the site; moments are by the paper's own clock.
"""

from dataclasses import dataclass
from datetime import date, datetime

from articles.texts.body import Block


@dataclass(frozen=True)
class Paper:
    pk: int
    slug: str
    name: str
    publisher: str
    serial_number: str  # CN
    postal_code: str  # under which it is subscribed to
    time_zone: str
    address: str


@dataclass(frozen=True)
class Issue:
    pk: int
    paper: Paper
    date: date
    number: int | None
    address: str


@dataclass(frozen=True)
class Face:
    """How a page looks in print: `sizes` are (width, height) in pixels, the widest first.

    The picture of each width is a WebP at its address; the narrowest is a JPEG as well.
    """

    sha256: str
    sizes: tuple[tuple[int, int], ...]
    addresses: tuple[str, ...]
    jpeg: str

    @property
    def width(self):
        return self.sizes[0][0]

    @property
    def height(self):
        return self.sizes[0][1]


@dataclass(frozen=True)
class Region:
    """Where a page prints an article, or goes on with one that begins on another page.

    `shapes` are polygons of (x, y) from 0 to 1, from the top left; none of a page that has only
    text.
    """

    article: str  # its number
    headline: str
    address: str
    position: int
    shapes: tuple[tuple[tuple[float, float], ...], ...]
    is_continued: bool = False


@dataclass(frozen=True)
class Page:
    """`sequence` is its place in the issue, `label` what is printed on it; `regions` in the order
    of print.
    """

    sequence: int
    label: str
    name: str
    address: str
    face: Face | None
    regions: tuple[Region, ...]


@dataclass(frozen=True)
class Place:
    """Where an article is printed."""

    date: date
    issue_number: int | None
    issue_address: str
    sequence: int
    label: str
    name: str
    address: str
    position: int


@dataclass(frozen=True)
class Section:
    pk: int
    name: str
    address: str


@dataclass(frozen=True)
class Credit:
    """A person under the name that was printed; `role` is a code of records.CreditRole."""

    person: int
    name: str
    role: str
    address: str


@dataclass(frozen=True)
class Photo:
    """`place` counts from 1. One that was printed, but is not here, has no `sha256`."""

    place: int
    caption: str
    credit: str
    alt: str
    sha256: str
    width: int
    height: int
    address: str


@dataclass(frozen=True)
class Tag:
    name: str
    slug: str
    address: str


@dataclass(frozen=True)
class Correction:
    """`note` is what readers are told; `kind` a code of CorrectionKind."""

    kind: str
    note: str
    at: datetime


@dataclass(frozen=True)
class Article:
    """A live one, whole. `version` grows with each change that readers were told of."""

    number: str
    paper: Paper
    address: str
    kind: str
    kicker: str
    headline: str
    deck: str
    byline: str
    dateline: str
    source: str
    lead: str
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...]  # in the order of a printed byline
    photos: tuple[Photo, ...]
    tags: tuple[Tag, ...]
    section: Section | None
    place: Place | None
    published_at: datetime
    version: int
    corrections: tuple[Correction, ...]  # the newest first

    is_continued = False

    @property
    def picture(self):
        """The first photo of which there is a picture, or None."""
        return next((photo for photo in self.photos if photo.sha256 and photo.width), None)

    @property
    def changed_at(self):
        return max([self.published_at, *(each.at for each in self.corrections)])

    @property
    def part(self):
        """The part of the paper that it stands in: its section, or else the name of its page."""
        if self.section:
            return self.section.name
        return self.place.name if self.place else ""


@dataclass(frozen=True)
class TakenBack:
    """What stands in place of an article that readers had seen: a notice, or a statement."""

    number: str
    paper: Paper
    address: str
    is_retraction: bool
    notice: str
    at: datetime
    version: int


@dataclass(frozen=True)
class Person:
    pk: int
    name: str
    unit: str
    address: str
