"""An article as it lies open before a reader: its text, and where it stands among others."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from django.db.models import (
    DateField,
    DateTimeField,
    Exists,
    FloatField,
    OuterRef,
    PositiveSmallIntegerField,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from articles.models import (
    Article,
    Correction,
    CorrectionState,
    CreditRole,
    Issue,
    Page,
    Publication,
    Section,
    Tagging,
    Version,
    VersionCredit,
    VersionPhoto,
)
from articles.models.addresses import address
from articles.public.printed import ISSUE, PAPER, Picture
from articles.questions import NOW, Given, Question, fields_of, made

ARTICLE = fields_of(Article, "id", "number", "published_at", "page", "section")
VERSION = fields_of(Version, "id", *"kicker headline deck dateline source body lead".split())
SECTION = fields_of(Section)
PAGE = fields_of(Page, "id", "sequence", "label", "name", "staff")
# What an article's row holds, in this order: (the way there, columns).
PARTS = (
    ("", ARTICLE),
    ("live_version__", VERSION),
    ("publication__", PAPER),
    ("section__", SECTION),
    ("page__", PAGE),
    ("page__issue__", ISSUE),
)
PLACED = ("page__sequence", "position", "pk")
ENTRY = (
    "number",
    "live_version__headline",
    "published_at",
    "page",
    "page__label",
    "page__issue__date",
)
OF_NUMBER = 1 + len(PLACED)
OF_PAGE = 1 + len(PLACED) + ENTRY.index("page")


class Credit(NamedTuple):
    reporter: int
    name: str
    role: str

    @property
    def url(self):
        return address("reporter", self.reporter)


class Mark(NamedTuple):
    """A tag of an article."""

    name: str
    slug: str

    @property
    def url(self):
        return address("tag", self.slug)


@dataclass(frozen=True)
class Opened:
    """A live article with what belongs to its text."""

    article: Article
    is_corrected: bool
    credits: list[Credit]
    pictures: list[Picture]
    tags: list[Mark]

    @property
    def shown(self):
        """{place: picture} of those with an image, by their places among all of them, from 1."""
        pictures = enumerate(self.pictures, start=1)
        return {place: picture for place, picture in pictures if picture.image_sha256}


class Entry(NamedTuple):
    """One line of an issue's contents, or an article that another one is related to.

    `published_at` and `date` are told of what is related alone.
    """

    paper: str
    number: str
    headline: str
    published_at: datetime | None
    page_id: int | None
    page_label: str
    date: date | None

    @property
    def url(self):
        return address("article", self.paper, self.number)


@dataclass(frozen=True)
class Place:
    """Where an article stands in its issue: its neighbours, the others on its page; and what is
    related to it, the most alike first."""

    previous: Entry | None
    next: Entry | None
    same_page: list[Entry]
    related: list[Entry]


def live_article(publication, number):
    """The article as readers may read it, or None."""
    row = ARTICLES.first(paper=publication, number=number)
    if row is None:
        return None
    article, is_corrected = row
    version = article.live_version_id
    return Opened(
        article,
        is_corrected,
        CREDITS.ask(version=version),
        PICTURES.ask(version=version),
        TAGS.ask(article=article.pk),
    )


def day_of(article):
    """The day on which it came out, by the clock of its paper."""
    return article.published_at.astimezone(article.publication.zone).date()


def corrections_of(article):
    """What was put right in a text, the newest first."""
    return article.corrections.public().order_by("-closed_at", "-pk")


def credits_by_role(credits):
    """[(role, [credit, …]), …] in the order of a printed byline."""
    order = CreditRole.values
    ranked = sorted(credits, key=lambda credit: order.index(credit.role))
    return [
        (CreditRole(role).label, list(group))
        for role, group in groupby(ranked, lambda credit: credit.role)
    ]


def place_of(article):
    """Reading runs on from the last article of a page to the first of the next. One question."""
    page, paper = article.page, article.publication.slug
    if page:
        rows = STANDING.ask(article=article.pk, issue=page.issue.pk, sequence=page.sequence)
    else:
        rows = RELATED.ask(article=article.pk)
    # Lists, where generators would do: an issue has many rows, and each would cost a call.
    related = sorted(
        [row for row in rows if row[0] is not None], key=lambda row: (-row[0], -row[3])
    )
    contents = sorted([row for row in rows if row[0] is None])
    numbers = [row[OF_NUMBER] for row in contents]
    # Between two questions the article may have been withdrawn.
    here = numbers.index(article.number) if article.number in numbers else len(contents)
    return Place(
        previous=_entry(paper, contents[here - 1]) if 0 < here < len(contents) else None,
        next=_entry(paper, contents[here + 1]) if here + 1 < len(contents) else None,
        same_page=[_entry(paper, row) for row in contents if row[OF_PAGE] == article.page_id],
        related=[_entry(paper, row) for row in related],
    )


def _entry(paper, row):
    _score, _sequence, _position, _pk, *told = row
    return Entry(paper, *told)


def _article(*row):
    """(the article with all it stands in, whether it was corrected)"""
    values, start = {}, 0
    for way, names in PARTS:
        values[way] = row[start : start + len(names)]
        start += len(names)
    article = made(Article, ARTICLE, values[""])
    article.live_version = made(Version, VERSION, values["live_version__"])
    article.publication = made(Publication, PAPER, values["publication__"])
    if article.section_id:
        article.section = made(Section, SECTION, values["section__"])
    if article.page_id:
        article.page = made(Page, PAGE, values["page__"])
        article.page.issue = made(Issue, ISSUE, values["page__issue__"])
        article.page.issue.publication = article.publication
    return article, row[-1]


def _articles():
    issued = Correction.objects.filter(article=OuterRef("pk"), state=CorrectionState.ISSUED)
    live = Article.objects.published(NOW)
    asked = live.filter(number=Given("number"), publication__slug=Given("paper"))
    columns = [way + name for way, names in PARTS for name in names]
    return asked.order_by().values_list(*columns, Exists(issued))


ARTICLES = Question(_articles, _article)
CREDITS = Question(
    lambda: VersionCredit.objects.filter(version=Given("version")).values_list(
        "reporter", "name", "role"
    ),
    Credit,
)
PICTURES = Question(
    lambda: VersionPhoto.objects.filter(version=Given("version")).values_list(*Picture._fields),
    Picture,
)
TAGS = Question(
    lambda: (
        Tagging.objects.filter(content_object=Given("article"))
        .order_by("pk")
        .values_list("tag__name", "tag__slug")
    ),
    Mark,
)


def _related():
    live = Article.objects.published(NOW).order_by()
    return live.filter(likenesses_back__article=Given("article")).values_list(
        "likenesses_back__score", *PLACED, *ENTRY
    )


def _standing():
    # What is related has its score and its day; what stands in the issue has none.
    score, moment, day = (
        Cast(Value(None), field()) for field in (FloatField, DateTimeField, DateField)
    )
    told = {"published_at": moment, "page__issue__date": day}
    live = Article.objects.published(NOW).order_by()
    contents = _around(live).values_list(score, *PLACED, *(told.get(name, name) for name in ENTRY))
    return contents.union(_related(), all=True)


def _around(live):
    """What stands on a page, and on the pages before and after it on which something does."""
    here = Given("sequence", PositiveSmallIntegerField())
    pages = Page.objects.filter(Exists(live.filter(page=OuterRef("pk"))), issue=Given("issue"))
    before = pages.filter(sequence__lt=here).order_by("-sequence").values("sequence")[:1]
    after = pages.filter(sequence__gt=here).order_by("sequence").values("sequence")[:1]
    return live.filter(
        page__issue=Given("issue"),
        page__sequence__gte=Coalesce(Subquery(before), here),
        page__sequence__lte=Coalesce(Subquery(after), here),
    )


RELATED, STANDING = Question(_related), Question(_standing)
