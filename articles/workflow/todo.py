"""我的待办: what waits for one person, the most urgent first, and what is late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils import timezone

from articles.models import Article, Correction, Credit, Event, Notice, Status, Version, Why
from articles.roles import holds
from articles.workflow import correcting
from articles.workflow.moves import BESIDE, MOVES, PROOFS, REVOKING, is_in_use
from articles.workflow.standing import PASSES, SIGNATURES

# The moves that people wait for, in the order of the day's work.
AWAITED = ("verify", *PROOFS, "pass_first", "pass_second", "sign_off", "publish")
SHOWN = 20
MOST_ALARMS = 100
# A scheduled article is late when the minute's run has had its turn.
GRACE = timedelta(minutes=2)


@dataclass(frozen=True)
class Task:
    """An article that waits for somebody, and since when."""

    article: Article
    since: datetime
    due: datetime | None

    @property
    def is_late(self):
        return self.due is not None and self.due < timezone.now()


@dataclass(frozen=True)
class Pile:
    """What waits for one move: `total` articles, the first of them at hand."""

    action: str
    total: int
    tasks: tuple[Task, ...]


def piles(user, roles) -> list[Pile]:
    """One pile for each move that the person may make, however empty."""
    waiting = {action: waiting_for(action, user) for action in awaited_by(user, roles)}
    shown = {action: _first_of(articles) for action, articles in waiting.items()}
    arrived = _arrivals(article for articles in shown.values() for article in articles)
    return [
        Pile(action, waiting[action].count(), tuple(_task(each, arrived) for each in articles))
        for action, articles in shown.items()
    ]


def awaited_by(user, roles):
    """The moves that the person may make and others wait for."""
    return [action for action in AWAITED if _may_make(action, user, roles)]


def _may_make(action, user, roles):
    rule = MOVES[action]
    if not is_in_use(rule):
        return False
    return bool(roles & rule.roles or (rule.permission and holds(user, rule.permission)))


def waiting_for(action, user):
    """Articles that the person could move so: in its state, and without a hand of theirs."""
    rule = MOVES[action]
    articles = Article.objects.wholes().filter(status__in=rule.sources, origin__in=rule.origins)
    if action in PROOFS:
        articles = articles.filter(_next_proof(action, user))
    return articles.exclude(_touched_by(user, rule)) if rule.stage else articles


def _touched_by(user, rule):
    """The rule of separation as a condition: wrote, edited, handed in, reviewed, is named."""
    own = {"article": OuterRef("pk")}
    edited = Version.objects.filter(**own, made_by=user, round=OuterRef("round"))
    bars = [*PASSES, "submit"] if rule.stage == "proof" else [*PASSES, *PROOFS, "submit"]
    acted = Q(round=OuterRef("round"), action__in=bars) & ~_taken_back()
    pieces = Event.objects.filter(article__joined_to__whole=OuterRef("pk"), action="import")
    touched = Q(owner=user)
    if rule.stage == "verify" and settings.IMPORTER_MAY_VERIFY:
        edited = edited.exclude(number=1)
    else:
        acted |= Q(action="import")
        touched |= Exists(pieces.filter(actor=user))
    acts = Event.objects.filter(acted, **own, actor=user)
    return touched | Exists(edited) | Exists(acts) | _is_named(user) | _corrected_by(user)


def _taken_back():
    """A signature that binds nobody any more."""
    since = {"article": OuterRef("article"), "round": OuterRef("round")}
    revoked = Event.objects.filter(**since, sequence__gt=OuterRef("sequence"), action__in=REVOKING)
    return Q(Exists(revoked), action__in=SIGNATURES)


def _is_named(user):
    """In its byline or beside one of its photos."""
    credits = Credit.objects.with_login().filter(login=user.pk)
    of_photos = credits.filter(photo__article=OuterRef("pk"))
    return Exists(credits.filter(article=OuterRef("pk"))) | Exists(of_photos)


def _corrected_by(user):
    issued = {"article": OuterRef("pk"), "version__round": OuterRef("round"), "state": "issued"}
    return Exists(Correction.objects.filter(**issued, writers=user))


def _next_proof(action, user):
    """As many proofs are signed in this round as come before this one."""
    place = PROOFS.index(action)
    signed = Event.objects.filter(article=OuterRef("pk"), round=OuterRef("round"))
    condition = ~Exists(signed.filter(action=action))
    if place:
        condition &= Exists(signed.filter(action=PROOFS[place - 1]))
    if place == 1:
        condition &= ~Exists(signed.filter(action=PROOFS[0], actor=user))
    return condition


def _first_of(waiting):
    listed = waiting.for_list().select_related("claim__holder")
    order = F("page__issue__date").asc(nulls_last=True)
    return list(listed.order_by(order, "modified_at", "pk")[:SHOWN])


def _task(article, arrived):
    return Task(article, arrived.get(article.pk, article.created_at), due_of(article))


def _arrivals(articles):
    """{article pk: when it came into its present state}"""
    moves = Event.objects.filter(article__in=[article.pk for article in articles])
    came = moves.exclude(to_status=F("from_status")).order_by("sequence")
    return dict(came.values_list("article", "at"))


def due_of(article):
    """When the article should be out: its issue's closing time, if the paper has one."""
    closes = article.publication.closing_time
    if article.page is None or closes is None:
        return None
    day = article.page.issue.date
    return datetime.combine(day, closes, tzinfo=article.publication.zone)


def rarely_waiting(kind, user, roles):
    """The rows of one kind of what waits for seniors now and then; each has its `article`."""
    return _proposals(user) if kind == "proposal" else _corrections_to_sign(user, roles)


def _corrections_to_sign(user, roles):
    """Open corrections of a kind that the person signs, of whose words none are theirs."""
    kinds = [kind for kind, signers in correcting.SIGNERS.items() if roles & signers]
    named = Credit.objects.filter(article=OuterRef("article")).with_login().filter(login=user.pk)
    written = Correction.writers.through.objects.filter(correction=OuterRef("pk"), user=user)
    live = {"kind__in": kinds, "article__status": Status.PUBLISHED}
    found = Correction.objects.filter(~Exists(named), ~Exists(written), state="open", **live)
    return found.exclude(article__owner=user).order_by("opened_at", "pk")


def _proposals(user):
    """What a colleague proposes and the person may agree to: the events, not void yet."""
    since = Event.objects.filter(
        article=OuterRef("event__article"), sequence__gt=OuterRef("event__sequence")
    ).exclude(action__in=BESIDE)
    told = Notice.objects.filter(~Exists(since), recipient=user, why=Why.SECOND)
    return Event.objects.filter(pk__in=told.values("event")).order_by("at", "pk")


@dataclass(frozen=True)
class Alarm:
    """Articles that are late for one reason."""

    kind: str
    articles: tuple[Article, ...]


def alarms() -> list[Alarm]:
    """What is late or lies flagged, for all who edit; nothing where all is well."""
    kind = Case(*(When(condition(), then=Value(name)) for name, condition in ALARMS.items()))
    any_of_them = reduce(or_, (condition() for condition in ALARMS.values()))
    rows = Article.objects.filter(any_of_them).annotate(alarm=kind).for_list()
    found = {}
    for article in rows.order_by("pk")[:MOST_ALARMS]:
        found.setdefault(article.alarm, []).append(article)
    return [Alarm(name, tuple(found[name])) for name in ALARMS if name in found]


def alarming(kind):
    return Article.objects.filter(ALARMS[kind]())


def _late():
    return Q(status=Status.SCHEDULED, scheduled_for__lt=timezone.now() - GRACE)


def _unreviewed():
    return Q(after_review_due__isnull=False)


def _to_look_at_again():
    return Q(status=Status.HELD, held_until__lte=timezone.localdate())


ALARMS = {"late": _late, "unreviewed": _unreviewed, "held": _to_look_at_again}
