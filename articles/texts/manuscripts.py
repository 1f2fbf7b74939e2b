"""A text as its readers go through it: named parts, each of them paragraphs. What checks, comments
and comparisons point at is a paragraph of a part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

HEADING = ("kicker", "headline", "deck", "byline", "dateline", "source")
CAPTION = "caption"
MARKS = ("## ", "> ")


@dataclass(frozen=True)
class Picture:
    """A photo's words, and whoever is credited with it."""

    caption: str
    credit: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """`name` is a field of the text, or caption1, caption2 … in the order of the photos."""

    name: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Spot:
    """One paragraph: the part's name, and the paragraph's place in it, from 0."""

    part: str
    paragraph: int

    def __str__(self):
        return f"{self.part}-{self.paragraph}"


@dataclass(frozen=True)
class Manuscript:
    """`names` are the people whom the article credits; `day` is the paper's, or None."""

    parts: tuple[Part, ...]
    pictures: tuple[Picture, ...] = ()
    names: tuple[str, ...] = ()
    day: date | None = None

    def paragraphs(self) -> Iterator[tuple[Spot, str]]:
        for part in self.parts:
            for place, text in enumerate(part.paragraphs):
                yield Spot(part.name, place), text

    def part(self, name: str) -> tuple[str, ...]:
        return next((part.paragraphs for part in self.parts if part.name == name), ())

    def at(self, spot: Spot) -> str | None:
        paragraphs = self.part(spot.part)
        return paragraphs[spot.paragraph] if 0 <= spot.paragraph < len(paragraphs) else None

    @property
    def is_empty(self):
        return not any(text for _spot, text in self.paragraphs())


def manuscript(
    texts: Mapping[str, str],
    pictures: Sequence[Picture] = (),
    *,
    names: Sequence[str] = (),
    day: date | None = None,
) -> Manuscript:
    """`texts` are fields by name; parts that hold nothing are left out."""
    parts = [
        *(Part(name, lines_of(texts.get(name, ""))) for name in HEADING),
        Part("body", lines_of(texts.get("body", ""))),
        *(
            Part(f"{CAPTION}{number}", lines_of(picture.caption))
            for number, picture in enumerate(pictures, 1)
        ),
    ]
    kept = tuple(part for part in parts if part.paragraphs)
    return Manuscript(kept, tuple(pictures), tuple(names), day)


def lines_of(text: str) -> tuple[str, ...]:
    return tuple(text.splitlines())


def part_order(manuscripts: Sequence[Manuscript]) -> list[str]:
    """The parts that any of them has, in the order of reading."""
    present = dict.fromkeys(part.name for text in manuscripts for part in text.parts)
    captions = sorted(
        (name for name in present if name.startswith(CAPTION)), key=lambda name: (len(name), name)
    )
    return [*(name for name in (*HEADING, "body") if name in present), *captions]


def spot_of(text: str) -> Spot | None:
    """The spot that an address names, such as body-3."""
    part, _dash, place = text.rpartition("-")
    if not part or not (place.isascii() and place.isdigit() and len(place) <= 6):
        return None
    return Spot(part, int(place))
