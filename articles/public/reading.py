"""What readers' pages are made of, each in a fixed number of queries, all through published()."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.db.models import (
    Case,
    Exists,
    F,
    FloatField,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
    prefetch_related_objects,
)
from django.db.models.functions import Cast
from django.utils import timezone

from articles.models import (
    Article,
    Correction,
    CreditRole,
    Issue,
    JoinedPart,
    Page,
    Publication,
    Section,
    Status,
    VersionCredit,
    VersionPhoto,
)
from articles.public.paging import PER_PAGE, Listing

WEB_STORIES = 8
ENTRY = (
    "number",
    "live_version__headline",
    "published_at",
    "page",
    "page__label",
    "page__issue__date",
)


@dataclass(frozen=True)
class Sheet:
    """A printed page and its live articles in the order of print."""

    page: Page
    articles: list[Article]


@dataclass(frozen=True)
class Front:
    """A paper's newest issue by its first page. Without an issue there is only the paper."""

    publication: Publication
    sheet: Sheet | None
    pages: list[Page]


@dataclass(frozen=True)
class Continuation:
    """Where a page prints the rest of a live article that begins on another page."""

    whole: Article
    position: int


@dataclass(frozen=True)
class Entry:
    """One line of an issue's contents, or an article that another one is related to."""

    number: str
    headline: str
    published_at: datetime
    page_id: int | None
    page_label: str
    date: date | None


@dataclass(frozen=True)
class Place:
    """Where an article stands in its issue: its neighbours, the others on its page; and what is
    related to it, the most alike first."""

    previous: Entry | None
    next: Entry | None
    same_page: list[Entry]
    related: list[Entry]


def fronts(publications):
    """The front page of the newest public issue of each publication."""
    newest = _issues_of(OuterRef("pk")).order_by("-date")
    papers = list(publications.annotate(newest=Subquery(newest.values("pk")[:1])))
    pages = pages_of(Issue.objects.filter(pk__in=[paper.newest for paper in papers]))
    by_issue = {pk: list(group) for pk, group in groupby(pages, lambda page: page.issue_id)}
    first = {group[0].pk: group[0] for group in by_issue.values()}
    articles = _in_print_order(Article.objects.published().filter(page__in=first))
    sheets = {sheet.page.issue_id: sheet for sheet in _sheets(_standing(articles, first))}
    return [
        Front(paper, sheets.get(paper.newest), by_issue.get(paper.newest, [])) for paper in papers
    ]


def pages_of(issues):
    """The pages of `issues` of which readers can see something."""
    live = Article.objects.published().filter(page=OuterRef("pk"))
    return (
        Page.objects.filter(Exists(live), issue__in=issues)
        .select_related("issue__publication", "face")
        .defer("source")
        .order_by("issue", "sequence")
    )


def web_stories(**narrowing):
    """The newest articles that were written for the web and stand on no page."""
    stories = Article.objects.published().filter(page=None, **narrowing).for_index()
    return stories.newest_first()[:WEB_STORIES]


def web_stories_of(paper, day):
    """Those of one day by the paper's own clock."""
    begin = datetime.combine(day, time(), paper.zone)
    end = datetime.combine(day + timedelta(days=1), time(), paper.zone)
    live = Article.objects.published().filter(page=None, publication=paper)
    return live.filter(published_at__gte=begin, published_at__lt=end)


def public_issues(publication):
    return Issue.objects.public().filter(publication__slug=publication)


def issue_with_neighbours(publication, day):
    """The issue, with the dates of the public issues before and after it, or None."""
    others = _issues_of(OuterRef("publication"))
    before = others.filter(date__lt=OuterRef("date")).order_by("-date").values("date")
    after = others.filter(date__gt=OuterRef("date")).order_by("date").values("date")
    return (
        public_issues(publication)
        .filter(date=day)
        .select_related("publication")
        .annotate(previous_date=Subquery(before[:1]), next_date=Subquery(after[:1]))
        .first()
    )


def sheets_of(issue):
    """With the texts of the first page alone, which is set from them."""
    live = Article.objects.published().filter(page__issue=issue)
    first = live.order_by("page__sequence").values("page__sequence")[:1]
    text = Case(When(page__sequence=Subquery(first), then="live_version__body"))
    articles = list(_in_print_order(live.select_related("page__face").annotate(text=text)))
    pages = {article.page_id: article.page for article in articles}
    for page in pages.values():
        page.issue = issue
    return _sheets(_with_texts(_standing(articles, pages)))


def articles_of(page):
    """With their texts: the page is set from them."""
    live = Article.objects.published().filter(page=page).annotate(text=F("live_version__body"))
    return _with_texts(_standing(_in_print_order(live), {page.pk: page}))


def _with_texts(articles):
    for article in articles:
        if article.text is not None:
            article.live_version.body = article.text
    return articles


def continuations_on(page):
    """What the page prints of articles that begin elsewhere, of those alone that are live."""
    parts = JoinedPart.objects.filter(piece__page=page).order_by("piece__position", "piece")
    parts = list(parts.values_list("whole", "piece__position"))
    if not parts:
        return []
    live = Article.objects.published().exclude(page=None).exclude(page=page)
    wholes = live.for_index().in_bulk([whole for whole, _position in parts])
    return [Continuation(wholes[whole], position) for whole, position in parts if whole in wholes]


def in_place(articles, continuations):
    """Both in one list, each where the page prints it."""
    return sorted([*articles, *continuations], key=lambda printed: printed.position)


def live_article(publication, number):
    articles = Article.objects.published().for_reading()
    return articles.filter(publication__slug=publication, number=number).first()


def photos_of(article):
    """{place: photo} of those with a picture, by their places among all of the article, from 1."""
    photos = enumerate(article.live_version.photos.all(), start=1)
    return {place: photo for place, photo in photos if photo.image_sha256}


@dataclass(frozen=True)
class Notice:
    """The words left in place of an article that readers had seen."""

    text: str
    is_retraction: bool


def notice_of(publication, number):
    """What readers are told of an article taken back, or None where there is nothing to tell."""
    taken_back = Article.objects.filter(
        publication__slug=publication,
        number=number,
        status__in=(Status.WITHDRAWN, Status.RETRACTED),
        published_at__lte=timezone.now(),
    )
    for status, text in taken_back.values_list("status", "public_notice"):
        return Notice(text, is_retraction=status == Status.RETRACTED)
    return None


def corrections_of(article):
    """What was put right in a text, the newest first."""
    return article.corrections.public().order_by("-closed_at", "-pk")


def correction_log(publication, number):
    """A page of all corrections of a paper's live articles, the newest first."""
    logged = Correction.objects.public().filter(article__publication=publication)
    start = (number - 1) * PER_PAGE
    rows = logged.select_related(
        "article__publication", "article__page__issue", "article__live_version"
    ).defer("body", "article__body", "article__page__source", "article__live_version__body")
    found = list(rows.order_by("-closed_at", "-pk")[start : start + PER_PAGE + 1])
    return Listing(found[:PER_PAGE], number, has_next=len(found) > PER_PAGE)


def place_of(article):
    """Reading runs on from the last article of a page to the first of the next. One query."""
    live, page = Article.objects.published().order_by(), article.page
    rows = live.filter(likenesses_back__article=article).values_list(
        "likenesses_back__score", "page__sequence", "position", "pk", *ENTRY
    )
    if page:
        # What is related has its score; what stands in the issue has none.
        no_score = Cast(Value(None), FloatField())
        contents = live.filter(page__issue=page.issue_id).values_list(
            no_score, "page__sequence", "position", "pk", *ENTRY
        )
        rows = contents.union(rows, all=True)
    rows = list(rows)
    related = sorted(
        (row for row in rows if row[0] is not None), key=lambda row: (-row[0], -row[3])
    )
    entries = [Entry(*row[4:]) for row in sorted(row for row in rows if row[0] is None)]
    numbers = [entry.number for entry in entries]
    here = numbers.index(article.number) if page else 0
    return Place(
        previous=entries[here - 1] if here else None,
        next=entries[here + 1] if here + 1 < len(entries) else None,
        same_page=[entry for entry in entries if entry.page_id == article.page_id],
        related=[Entry(*row[4:]) for row in related],
    )


def credits_by_role(version):
    """[(role, [credit, …]), …] in the order of a printed byline."""
    order = CreditRole.values
    ranked = sorted(version.credits.all(), key=lambda credit: order.index(credit.role))
    return [
        (CreditRole(role).label, list(group))
        for role, group in groupby(ranked, lambda credit: credit.role)
    ]


def staff_of(page):
    """[(role, [name, …]), …] as the page's own staff line has them."""
    return [
        (CreditRole(role).label, [name for _role, name in group])
        for role, group in groupby(page.staff, lambda pair: pair[0])
    ]


def papers_with_sections():
    """[(publication, its sections in which something is live), …]"""
    live = Article.objects.published().filter(section=OuterRef("pk"))
    sections = Section.objects.filter(Exists(live)).order_by("publication", "name")
    grouped = {pk: list(group) for pk, group in groupby(sections, lambda row: row.publication_id)}
    return [(paper, grouped.get(paper.pk, [])) for paper in Publication.objects.all()]


def articles_by(reporter):
    """Under whichever of a person's records they were credited."""
    own = Q(reporter=reporter) | Q(reporter__merged_into=reporter)
    credits = VersionCredit.objects.filter(own, version=OuterRef("live_version"))
    return Article.objects.published().filter(Exists(credits))


def articles_in(section):
    # Named beside its section, the paper lets the index of its dates be used.
    return Article.objects.published().filter(publication=section.publication_id, section=section)


def sections_of(paper):
    """The paper's sections of which readers can see something."""
    live = Article.objects.published().filter(section=OuterRef("pk"))
    return paper.sections.filter(Exists(live))


def pictured(paper):
    photos = VersionPhoto.objects.filter(version=OuterRef("live_version")).exclude(image_sha256="")
    return Article.objects.published().filter(Exists(photos), publication=paper)


def with_photos(listing):
    """The listing's articles with their photos at hand, as `pictured`: {place: photo}."""
    prefetch_related_objects(listing.articles, "live_version__photos")
    for article in listing.articles:
        article.pictured = photos_of(article)
    return listing


def articles_tagged(tag):
    return Article.objects.published().filter(taggings__tag=tag)


def live_photo(sha256):
    """The stored name of a photo that a live version shows, or None."""
    photos = Article.objects.published().filter(live_version__photos__image_sha256=sha256)
    return photos.values_list("live_version__photos__image", flat=True).first()


def _issues_of(publication):
    return Issue.objects.public().filter(publication=publication)


def _in_print_order(articles):
    """With the first lines of each, and its photos as `pictures` of the version."""
    pictures = Prefetch(
        "live_version__photos", VersionPhoto.objects.order_by("position", "pk"), "pictures"
    )
    return (
        articles.select_related("live_version")
        .defer("body", "page__source", "live_version__body")
        .prefetch_related(pictures)
        .order_by("page__issue", "page__sequence", "position", "pk")
    )


def _standing(articles, pages):
    """The articles on their pages, which are known: one row for each, not one for each article."""
    articles = list(articles)
    for article in articles:
        article.page = pages[article.page_id]
        article.publication = article.page.issue.publication
    return articles


def _sheets(articles):
    """[Sheet, …] from articles in print order."""
    grouped = (list(group) for _pk, group in groupby(articles, lambda article: article.page_id))
    return [Sheet(group[0].page, group) for group in grouped]
