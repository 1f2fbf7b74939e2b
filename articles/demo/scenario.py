"""The demo as told in issues.json: pages, pictures, and the headings that stand in print."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
PUBLICATION = (
    "name slug about serial_number postal_code publisher address phone time_zone"
    " publishing_days usual_pages"
).split()


@dataclass(frozen=True)
class Heading:
    """The heading that an article has on the printed page; `lead` is how its text begins."""

    lead: str
    headline: str
    kicker: str = ""
    deck: str = ""
    missing_in_text: bool = False


@dataclass(frozen=True)
class Pictured:
    """Which drawing belongs to the photo whose caption starts so."""

    starts_with: str
    picture: str


@dataclass(frozen=True)
class PrintedPage:
    label: str
    name: str
    file: str
    headings: tuple[Heading, ...]
    photos: tuple[Pictured, ...]

    @property
    def data(self):
        return (HERE / "pages" / self.file).read_bytes()


@dataclass(frozen=True)
class PrintedIssue:
    date: date
    number: int
    pages: tuple[PrintedPage, ...]


@dataclass(frozen=True)
class Scenario:
    publication: dict
    sections: tuple[str, ...]
    tags: dict[str, tuple[str, ...]]  # the name, and the words that call for it
    issues: tuple[PrintedIssue, ...]

    @property
    def scenes(self):
        pages = [page for issue in self.issues for page in issue.pages]
        return sorted({photo.picture for page in pages for photo in page.photos})


def read_scenario() -> Scenario:
    data = json.loads((HERE / "issues.json").read_text(encoding="utf-8"))
    return Scenario(
        publication={name: data["publication"][name] for name in PUBLICATION},
        sections=tuple(data["sections"]),
        tags={tag["name"]: tuple(tag["keywords"]) for tag in data["tags"]},
        issues=tuple(_issue(issue) for issue in data["issues"]),
    )


def _issue(data):
    pages = tuple(_page(page) for page in data["pages"])
    return PrintedIssue(date.fromisoformat(data["date"]), data["number"], pages)


def _page(data):
    return PrintedPage(
        label=data["label"],
        name=data["name"],
        file=data["file"],
        headings=tuple(Heading(**heading) for heading in data["headings"]),
        photos=tuple(Pictured(**photo) for photo in data["photos"]),
    )
