"""Live articles, whole; and what is left of those that were taken back."""

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from articles.exporting.papers import paper_of
from articles.exporting.people import tag_of
from articles.formats import values
from articles.models import Article, CreditRole, Event, Status
from articles.models.addresses import address
from articles.texts.body import blocks_of

ORDER = {role: place for place, role in enumerate(CreditRole.values)}
OUTSIDE = (Status.PUBLISHED, Status.WITHDRAWN, Status.RETRACTED)


def told(articles):
    """[values.Article, …] of a queryset, in its order, as far as readers see them.

    Six questions, however many. Their texts are all in memory: of a long list, give slices.
    """
    return told_in_order(list(articles.values_list("pk", flat=True)))


def told_in_order(order):
    """[values.Article, …] of those primary keys, as far as readers see them. Five questions."""
    live = Article.objects.published().filter(pk__in=order)
    rows = _with_version(live).for_reading().order_by()
    found = {row.pk: _article(row) for row in rows}
    return [found[pk] for pk in order if pk in found]


def article(paper, number):
    """The values.Article of that number in the paper with that slug, or None."""
    found = told(Article.objects.published().filter(publication__slug=paper, number=number))
    return found[0] if found else None


def articles_of(issue):
    """What is live of a values.Issue, in the order of print."""
    live = Article.objects.published().filter(page__issue=issue.pk)
    return told(live.order_by("page__sequence", "position", "pk"))


def withdrawn(paper, number):
    """The values.TakenBack of that number, or None where readers are told nothing."""
    taken_back = Article.objects.taken_back().filter(publication__slug=paper, number=number)
    row = _with_version(taken_back).select_related("publication").defer("body").first()
    if row is None:
        return None
    paper = row.publication
    return values.TakenBack(
        number=row.number,
        paper=paper_of(paper),
        address=row.get_absolute_url(),
        is_retraction=row.status == Status.RETRACTED,
        notice=row.public_notice,
        at=row.taken_at.astimezone(paper.zone),
        version=max(1, row.told),
    )


def _with_version(articles):
    """Each with how often readers were told something new of it, as `told`."""
    moved = Q(to_status__in=OUTSIDE) & ~Q(to_status=F("from_status"))
    own = Event.objects.filter(moved | Q(action="correct"), article=OuterRef("pk")).order_by()
    count = own.values("article").annotate(count=Count("pk")).values("count")
    return articles.annotate(told=Coalesce(Subquery(count), 0))


def _article(row):
    version, paper = row.live_version, row.publication
    return values.Article(
        number=row.number,
        paper=paper_of(paper),
        address=row.get_absolute_url(),
        kind=row.kind,
        kicker=version.kicker,
        headline=version.headline,
        deck=version.deck,
        byline=version.byline,
        dateline=version.dateline,
        source=version.source,
        lead=version.lead,
        blocks=tuple(blocks_of(version.body)),
        credits=_credits(version),
        photos=_photos(version),
        tags=tuple(map(tag_of, row.tags.all())),
        section=_section(row.section),
        place=_place(row) if row.page_id else None,
        published_at=row.published_at.astimezone(paper.zone),
        version=max(1, row.told),
        corrections=_corrections(row),
    )


def _place(row):
    page, issue = row.page, row.page.issue
    paper = row.publication.slug
    return values.Place(
        date=issue.date,
        issue_number=issue.number,
        issue_address=address("issue", paper, issue.date),
        sequence=page.sequence,
        label=page.label,
        name=page.name,
        address=address("page", paper, issue.date, page.label),
        position=row.position,
    )


def _section(section):
    return section and values.Section(section.pk, section.name, section.get_absolute_url())


def _credits(version):
    ranked = sorted(version.credits.all(), key=lambda credit: ORDER[credit.role])
    return tuple(
        values.Credit(each.reporter_id, each.name, each.role, address("reporter", each.reporter_id))
        for each in ranked
    )


def _photos(version):
    return tuple(
        values.Photo(
            place=place,
            caption=photo.caption,
            credit=photo.credit,
            alt=photo.alt,
            sha256=photo.image_sha256,
            width=photo.width,
            height=photo.height,
            address=address("photo", photo.image_sha256) if photo.image_sha256 else "",
        )
        for place, photo in enumerate(version.photos.all(), start=1)
    )


def _corrections(row):
    zone = row.publication.zone
    return tuple(
        values.Correction(each.kind, each.note, each.closed_at.astimezone(zone))
        for each in row.issued
    )
