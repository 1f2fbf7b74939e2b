"""The first screen: what waits for me, what is late, and what waits in which state."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import logins
from articles.admin.wording import due_note
from articles.models import Article, ErrorReport, Page, PrintTask, Status
from articles.workflow import scheduling, todo
from articles.workflow.moves import MOVES, SENIORS

# The order in which a text walks; what is finished does not wait and is not counted.
WAITING = (
    Status.IMPORTED,
    Status.DRAFT,
    Status.RETURNED,
    Status.FIRST_REVIEW,
    Status.SECOND_REVIEW,
    Status.FINAL_REVIEW,
    Status.APPROVED,
    Status.SCHEDULED,
    Status.HELD,
)
NEWEST = 8


@dataclass(frozen=True)
class Queue:
    status: Status
    count: int
    url: str


@dataclass(frozen=True)
class Row:
    """One article that waits for me, in words."""

    task: todo.Task
    url: str
    holder: str


@dataclass(frozen=True)
class Pile:
    """What waits for one of my moves."""

    label: str
    total: int
    url: str
    rows: list

    @property
    def more(self):
        return self.total - len(self.rows)


@dataclass(frozen=True)
class Alarm:
    title: str
    url: str
    rows: list  # of (article, its address, what is due)


ALARMS = {
    "late": _("Should be out and is not"),
    "unreviewed": _("Signed off in an emergency, to be reviewed"),
    "held": _("On hold, to be looked at again"),
}


@dataclass(frozen=True)
class Clock:
    """When scheduled articles were last looked at, and whether that is too long ago."""

    last: datetime | None
    is_silent: bool


def clock():
    last = scheduling.heartbeat()
    return Clock(last, scheduling.is_silent(last))


def context(user, roles):
    return {
        "clock": clock(),
        "piles": [_pile(pile) for pile in todo.piles(user, roles)],
        "alarms": [_alarm(alarm) for alarm in todo.alarms()] if roles else [],
        "queues": queues(),
        "matters": matters() if roles else [],
        "reads_ledger": bool(roles & SENIORS),
        "newest_pages": Page.objects.for_list().order_by("-pk")[:NEWEST],
    }


def _pile(pile):
    rows = [Row(task, _address(task.article), _holder(task.article)) for task in pile.tasks]
    return Pile(MOVES[pile.action].label, pile.total, _list(pile.action), rows)


def _holder(article):
    claim = getattr(article, "claim", None)
    return logins.shown_name(claim.holder) if claim and claim.stands else ""


def _alarm(alarm):
    rows = [(article, _address(article), due_note(article)) for article in alarm.articles]
    return Alarm(ALARMS[alarm.kind], _list(alarm.kind), rows)


def _address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def _list(kind):
    return f"{reverse('admin:articles_article_changelist')}?todo={kind}"


def matters():
    """[(label, how many, address)] of what waits beside the articles, where there is any."""
    waiting = [
        (
            _("Errors reported"),
            ErrorReport.objects.filter(state="new"),
            "errorreport",
            "state__exact=new",
        ),
        (_("Corrections to be printed"), PrintTask.objects.open(), "printtask", "printed=no"),
    ]
    counted = [
        (label, rows.order_by().count(), f"{reverse(f'admin:articles_{name}_changelist')}?{query}")
        for label, rows, name, query in waiting
    ]
    return [matter for matter in counted if matter[1]]


def queues():
    waiting = Article.objects.wholes().filter(status__in=WAITING)
    rows = waiting.order_by().values_list("status")
    counts = dict(rows.annotate(count=Count("pk")))
    address = reverse("admin:articles_article_changelist")
    return [
        Queue(status, counts.get(status, 0), f"{address}?status__exact={status.value}")
        for status in WAITING
    ]
