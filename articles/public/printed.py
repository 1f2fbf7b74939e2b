"""What is printed: issues, their pages, and the live articles on them, in the order of print."""

from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from django.db.models import (
    Case,
    Exists,
    FilteredRelation,
    OuterRef,
    Q,
    Subquery,
    When,
)

from articles.models import (
    Article,
    CreditRole,
    Face,
    Issue,
    Page,
    Publication,
    VersionPhoto,
)
from articles.models.addresses import address
from articles.questions import NOW, Given, Question, fields_of, made
from articles.texts.body import blocks_of

# What head and foot of a page tell of its paper.
PAPER = fields_of(
    Publication,
    *"id name slug serial_number postal_code publisher address phone time_zone".split(),
    "publishing_days",
)
ISSUE = fields_of(Issue)
STORY = (
    "publication__slug number position kind live_version__kicker live_version__headline"
    " live_version__deck live_version__byline live_version__lead"
).split()
PICTURE = [f"picture__{name}" for name in "image_sha256 width height alt caption credit".split()]
LEAF = "pk label name staff face__sizes".split()
# A longer gap between two issues is told all the same, but for occasions in the midst of it.
NEAR = timedelta(days=100)


class Picture(NamedTuple):
    image_sha256: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


class Story(NamedTuple):
    """A live article on its page: with its text where the page is set from it, and with its place
    on the picture of the page where there is one.
    """

    paper: str
    number: str
    position: int
    kind: str
    kicker: str
    headline: str
    deck: str
    byline: str
    lead: str
    body: str
    shapes: list | None
    picture: Picture | None

    is_continued = False

    @property
    def url(self):
        return address("article", self.paper, self.number)

    @property
    def blocks(self):
        return tuple(blocks_of(self.body))


class Continuation(NamedTuple):
    """Where a page prints the rest of a live article that begins elsewhere."""

    position: int
    shapes: list | None
    paper: str
    number: str
    headline: str
    page: int | None
    label: str | None

    is_continued = True

    @property
    def url(self):
        return address("article", self.paper, self.number)


class DaysOff(NamedTuple):
    """A holiday; one without a name is none."""

    first: date | None
    last: date | None
    name: str | None


class Leaf(NamedTuple):
    """A printed page. `face` is (hash, sizes) while readers may see how it looks in print."""

    paper: str
    date: date
    pk: int
    label: str
    name: str
    staff: list | None = None
    face: tuple | None = None

    @property
    def url(self):
        return address("page", self.paper, self.date, self.label)


class Sheet(NamedTuple):
    """A page and its live articles in the order of print."""

    page: Leaf
    stories: list[Story]


def issue_with_sheets(publication, day):
    """(issue, [Sheet, …]), or (None, []).

    With the issue come the dates of the public issues before and after it, and its paper's
    holidays NEAR it; with the first page, which lies open, the texts of its stories.
    """
    found = ISSUES.ask(paper=publication, day=day, since=day - NEAR, until=day + NEAR)
    issue = found[0][0] if found else None
    rows = SHEETS.ask(issue=issue.pk) if issue else []
    sheets = [list(group) for _pk, group in groupby(rows, lambda row: row[0][0])]
    if not sheets:
        return None, []
    issue.holidays = [holiday for _issue, holiday in found if holiday.name]
    return issue, [
        Sheet(_leaf(publication, day, *group[0][0]), [story for _leaf, story in group])
        for group in sheets
    ]


def pages_of(publication, day, label):
    """(issue, [Leaf, …], the place among them of the one with that label), or None.

    Of that page alone it is known how it looks in print.
    """
    rows = PAGES.ask(paper=publication, day=day)
    place = next((place for place, row in enumerate(rows) if row[2][1] == label), None)
    if place is None:
        return None
    paper, issue, (pk, *_told, sizes) = rows[place]
    # Most pages have no picture, and of those nothing more is asked.
    facing = FACING.first(page=pk) if sizes else None
    leaves = [_leaf(publication, day, *row[2], facing=None) for row in rows]
    leaves[place] = _leaf(publication, day, *rows[place][2], facing=facing)
    return issue_of(made(Publication, PAPER, paper), issue), leaves, place


def stories_of(page):
    """With their texts: the page is set from them."""
    return STORIES.ask(page=page.pk)


def continuations_on(page):
    """What the page prints of articles that begin before, of those alone that are live."""
    return CONTINUATIONS.ask(page=page.pk)


def in_place(page, stories, continuations):
    """Both in one list, each where the page prints it; but for what goes on from itself."""
    begun = [each for each in continuations if each.page and each.page != page.pk]
    return sorted([*stories, *begun], key=lambda printed: printed.position)


def staff_of(page):
    """[(role, [name, …]), …] as the page's own staff line has them."""
    return [
        (CreditRole(role).label, [name for _role, name in group])
        for role, group in groupby(page.staff or (), lambda pair: pair[0])
    ]


def issue_of(paper, values, previous=None, following=None):
    issue = made(Issue, ISSUE, values)
    issue.publication = paper
    issue.previous_date, issue.next_date = previous, following
    return issue


def _leaf(paper, day, pk, label, name, staff, sizes, facing):
    return Leaf(paper, day, pk, label, name, staff, (facing, sizes) if facing else None)


def story_of(*values):
    facts, picture = values[: -len(PICTURE)], values[-len(PICTURE) :]
    return Story(*facts, Picture(*picture) if picture[0] else None)


def live_articles():
    return Article.objects.published(NOW)


def in_print_order(articles):
    """Those of one issue, with the first picture of each as `picture`."""
    pictures = VersionPhoto.objects.filter(version=OuterRef("live_version"), width__gt=0)
    first = pictures.exclude(image_sha256="").order_by("position", "pk").values("pk")[:1]
    condition = Q(live_version__photos__pk=Subquery(first))
    picture = FilteredRelation("live_version__photos", condition=condition)
    return articles.annotate(picture=picture).order_by("page__sequence", "position", "pk")


def _facing(page):
    """The hash of a page's picture, if readers may see it.

    A value, where EXISTS would do: PostgreSQL would work that out for all pages that there are.
    """
    # The picture first: most pages have none, and nothing more is asked of them.
    pictures = Face.objects.filter(page=page, sha256__gt="")
    seen = pictures.filter(Exists(Page.objects.facing_readers(NOW).filter(pk=OuterRef("page"))))
    return seen.order_by().values_list("sha256")[:1]


def _issues():
    others = Issue.objects.public(NOW).filter(publication=OuterRef("publication"))
    before = others.filter(date__lt=OuterRef("date")).order_by("-date").values("date")
    after = others.filter(date__gt=OuterRef("date")).order_by("date").values("date")
    found = Issue.objects.public(NOW).filter(publication__slug=Given("paper"), date=Given("day"))
    paper = [f"publication__{name}" for name in PAPER]
    near = Q(
        publication__holidays__first__lte=Given("until"),
        publication__holidays__last__gte=Given("since"),
    )
    return found.annotate(
        holiday=FilteredRelation("publication__holidays", condition=near)
    ).values_list(
        *paper,
        *ISSUE,
        Subquery(before[:1]),
        Subquery(after[:1]),
        *(f"holiday__{name}" for name in DaysOff._fields),
    )


def _issue_and_holiday(*row):
    paper = made(Publication, PAPER, row[: len(PAPER)])
    return issue_of(paper, row[len(PAPER) : -5], *row[-5:-3]), DaysOff(*row[-3:])


# One row for each holiday that is near, and one where none is.
ISSUES = Question(_issues, _issue_and_holiday)


def _sheets():
    """Of the first page alone all that it takes to lay it open."""
    live = live_articles().filter(page__issue=Given("issue"))
    first = Q(page__sequence=Subquery(live.order_by("page__sequence").values("page__sequence")[:1]))
    return in_print_order(live).values_list(
        "page",
        "page__label",
        "page__name",
        Case(When(first, then="page__staff")),
        Case(When(first, then="page__face__sizes")),
        Case(When(first, then=Subquery(_facing(OuterRef("page"))))),
        *STORY,
        Case(When(first, then="live_version__body")),
        Case(When(first, then="region__shapes")),
        *PICTURE,
    )


SHEETS = Question(_sheets, lambda *row: (row[:6], story_of(*row[6:])))


def _pages():
    pages = Page.objects.filter(issue__publication__slug=Given("paper"), issue__date=Given("day"))
    return (
        pages.filter(Exists(live_articles().filter(page=OuterRef("pk"))))
        .order_by("sequence")
        .values_list(
            *(f"issue__publication__{name}" for name in PAPER),
            *(f"issue__{name}" for name in ISSUE),
            *LEAF,
        )
    )


PAGES = Question(
    _pages,
    lambda *row: (row[: len(PAPER)], row[len(PAPER) : -len(LEAF)], row[-len(LEAF) :]),
)
FACING = Question(lambda: _facing(Given("page")), lambda sha256: sha256)
STORIES = Question(
    lambda: in_print_order(live_articles().filter(page=Given("page"))).values_list(
        *STORY, "live_version__body", "region__shapes", *PICTURE
    ),
    story_of,
)
CONTINUATIONS = Question(
    lambda: (
        live_articles()
        .filter(parts__piece__page=Given("page"))
        .order_by("parts__piece__position", "parts__piece")
        .values_list(
            "parts__piece__position",
            "parts__piece__region__shapes",
            "publication__slug",
            "number",
            "live_version__headline",
            "page",
            "page__label",
        )
    ),
    Continuation,
)
