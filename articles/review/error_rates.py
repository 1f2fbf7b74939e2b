"""编校差错率: errors that proof marks count, in 10,000 characters, against the limit of the rules.

报纸期刊质量管理规定 (2020) allows three in ten thousand. Every mark that is not void counts as one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth import get_user_model
from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce, Length, TruncMonth

from articles.clocks import DayThere, moments_of
from articles.logins import shown_name
from articles.models import Article, ErrorKind, ProofMark, Status, Version
from articles.review import proofreaders

LIMIT = 3  # errors in 10,000 characters
UNIT = 10_000
GROUPS = ("page", "issue", "month", "person", "proofreader")
# Rows of people cannot be added up: several worked on one text.
OF_PEOPLE = ("person", "proofreader")
COUNTED = ("kicker", "headline", "deck", "body")
BEGUN = DayThere("created_at", "publication__time_zone")
# What a row of each group is known by.
KEYS = {
    "page": ("day", "page__label", "page__name", "publication__name"),
    "issue": ("day", "publication__name"),
    "month": ("month", "publication__name"),
}


@dataclass
class Rate:
    """One row: of a page, an issue, a month, or a person who wrote or proofread."""

    name: str
    articles: int = 0
    characters: int = 0
    kinds: Counter = field(default_factory=Counter)

    @property
    def errors(self):
        return self.kinds.total()

    @property
    def rate(self):
        return self.errors * UNIT / self.characters if self.characters else 0.0

    @property
    def is_over(self):
        return self.rate > LIMIT

    @property
    def by_kind(self):
        return [self.kinds[kind] for kind in ErrorKind.values]


def rates(group, *, first: date, last: date, publication=None) -> list[Rate]:
    """The rows of a group for the papers of these days, both included, in their order.

    An article of no page counts on the day on which it was begun, by its paper's clock.
    """
    scope = _scope(first, last, publication)
    if group == "proofreader":
        return _of_proofreaders(scope)
    return _of_people(scope) if group == "person" else _of_places(scope, KEYS[group])


def total(rows: Iterable[Rate], name) -> Rate:
    """All rows as one; not for people, of whom two may have worked on one text."""
    whole = Rate(name)
    for row in rows:
        whole.articles += row.articles
        whole.characters += row.characters
        whole.kinds += row.kinds
    return whole


def _scope(first, last, publication):
    near = Q(created_at__range=moments_of(first, last))
    printed = Q(page__issue__date__range=(first, last))
    written = near & Q(page__isnull=True, begun__range=(first, last))
    # A draft is no text of the paper yet: its characters would only thin the errors out.
    handed_in = Article.objects.wholes().exclude(status=Status.DRAFT)
    articles = handed_in.alias(begun=BEGUN).filter(printed | written)
    if publication is not None:
        articles = articles.filter(publication=publication)
    return articles


def _dated(articles):
    day = Coalesce("page__issue__date", BEGUN)
    return articles.annotate(day=day, month=TruncMonth(day))


def _size(prefix=""):
    return sum((Length(f"{prefix}{name}") for name in COUNTED[1:]), Length(f"{prefix}{COUNTED[0]}"))


def _of_places(scope, keys):
    sized = _dated(scope).order_by().values_list(*keys)
    rows = {}
    for *key, articles, size in sized.annotate(articles=Count("pk"), size=Sum(_size())):
        rows[tuple(key)] = Rate(_name(key), articles, size)
    marked = _dated(scope).filter(proofmarks__isnull=False, proofmarks__voided_at__isnull=True)
    counted = marked.order_by().values_list(*keys, "proofmarks__kind")
    for *key, kind, count in counted.annotate(count=Count("proofmarks")):
        rows[tuple(key)].kinds[kind] += count
    return [rows[key] for key in sorted(rows, key=_order)]


def _order(key):
    return tuple(str(part or "") for part in key)


def _name(key):
    parts = [f"{part:%Y-%m-%d}" if isinstance(part, date) else part for part in key]
    return " ".join(part for part in parts if part)


def _of_people(scope):
    """By whoever made the version in which the errors stand; each text once for each of them."""
    made = Version.objects.filter(article__in=scope.order_by().values("pk"))
    rows = {}
    sized = made.annotate(size=_size("article__")).order_by()
    texts = sized.values_list("made_by", "article", "size").distinct()
    for person, _article, characters in texts.iterator():
        row = rows.setdefault(person, Rate(""))
        row.articles += 1
        row.characters += characters
    marked = ProofMark.objects.filter(article__in=scope.order_by().values("pk"), voided_at=None)
    counted = marked.order_by().values_list("version__made_by", "kind").annotate(count=Count("pk"))
    for person, kind, count in counted:
        rows[person].kinds[kind] += count
    return _named(rows)


def _of_proofreaders(scope):
    """By whoever proofread a text: the errors that were marked after they had signed it."""
    readings = proofreaders.readers(scope)
    sizes = dict(scope.order_by().values_list("pk", _size()))
    rows = {}
    for person, article in readings:
        row = rows.setdefault(person, Rate(""))
        row.articles += 1
        row.characters += sizes[article]
    for person, kind in proofreaders.let_pass(scope, readings):
        rows[person].kinds[kind] += 1
    return _named(rows)


def _named(rows):
    """{person: row} → the rows with their names, the highest rate first."""
    for person in get_user_model().objects.filter(pk__in=rows):
        rows[person.pk].name = shown_name(person)
    return sorted(rows.values(), key=lambda row: (-row.rate, row.name))
