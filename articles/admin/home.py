"""The first screen: what waits for me, what is late, and what waits in which state."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import handovers, logins
from articles.admin.wording import due_note
from articles.models import (
    Article,
    Correction,
    ErrorReport,
    Event,
    Page,
    PrintTask,
    Publication,
    Status,
)
from articles.workflow import scheduling, todo
from articles.workflow.moves import SENIORS

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
    holder: str = ""
    review: str = ""  # the address of its review screen, where that is what to do


@dataclass(frozen=True)
class Pile:
    """What waits for one of my moves, and what will once there is nothing."""

    label: str
    total: int
    url: str
    rows: list
    source: str = ""

    @property
    def more(self):
        return self.total - len(self.rows)


@dataclass(frozen=True)
class Alarm:
    title: str
    url: str
    rows: list  # of (article, its address, what is due)


PROOFS_COME = _("Articles under review come here, one proof after the other.")
# What waits, and where it comes from: a new colleague sees an empty screen first.
TASKS = {
    "verify": (
        _("To verify"),
        _("Printed articles come here once a colleague has imported their page."),
    ),
    "proof_first": (_("First proof to read"), PROOFS_COME),
    "proof_second": (_("Second proof to read"), PROOFS_COME),
    "proof_third": (_("Third proof to read"), PROOFS_COME),
    "pass_first": (_("First review to do"), _("Pieces come here when they are submitted.")),
    "pass_second": (
        _("Second review to do"),
        _("Pieces come here when they have passed the first review."),
    ),
    "sign_off": (
        _("To be signed off"),
        _("Articles come here when they are verified or have passed the second review."),
    ),
    "publish": (_("To be published"), _("Articles come here when they are signed off.")),
}
# What waits for seniors now and then; shown only where there is something.
RARE = {
    "correction": _("Corrections to sign"),
    "proposal": _("Proposed by a colleague, takes a second person"),
}
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
    newest = list(Page.objects.for_list().order_by("-pk")[:NEWEST])
    return {
        "clock": clock(),
        "piles": [*_for_seniors(user, roles), *map(_pile, todo.piles(user, roles))],
        "alarms": [_alarm(alarm) for alarm in todo.alarms()] if roles else [],
        "queues": queues(),
        "matters": [*(matters() if roles else []), *_to_vouch_for(roles)],
        "reads_ledger": bool(roles & SENIORS),
        "newest_pages": newest,
        "is_new": not newest,
        "has_paper": bool(newest) or Publication.objects.exists(),
    }


def _pile(pile):
    rows = [_row(task) for task in pile.tasks]
    label, source = TASKS[pile.action]
    return Pile(label, pile.total, _list(pile.action), rows, source)


def _row(task):
    article = task.article
    review = reverse("admin:articles_article_review", args=[article.pk])
    return Row(task, _address(article), _holder(article), review)


def _for_seniors(user, roles):
    """The piles of what is rare, but waits for nobody else."""
    if not roles & SENIORS:
        return []
    piles = [_rare_pile(kind, todo.rarely_waiting(kind, user, roles)) for kind in RARE]
    return [pile for pile in piles if pile.total]


def _rare_pile(kind, found):
    rows = found.select_related("article__page__issue")[: todo.SHOWN]
    rows = [ROWS[type(row)](row) for row in rows]
    total = len(rows) if len(rows) < todo.SHOWN else found.count()
    return Pile(RARE[kind], total, _list(kind), rows)


def _row_of_correction(correction):
    article = correction.article
    url = reverse("admin:articles_article_correction", args=[article.pk, correction.pk])
    return Row(todo.Task(article, correction.opened_at, None), url)


def _row_of_proposal(event):
    return Row(todo.Task(event.article, event.at, None), _address(event.article))


ROWS = {Correction: _row_of_correction, Event: _row_of_proposal}


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


def _to_vouch_for(roles):
    """The same of the logins whose roles rest until a senior vouches for them."""
    count = handovers.waiting().count() if roles & handovers.VOUCHERS else 0
    return [(_("Logins to vouch for"), count, reverse("admin:vouching"))] if count else []


def queues():
    waiting = Article.objects.wholes().filter(status__in=WAITING)
    rows = waiting.order_by().values_list("status")
    counts = dict(rows.annotate(count=Count("pk")))
    address = reverse("admin:articles_article_changelist")
    return [
        Queue(status, counts.get(status, 0), f"{address}?status__exact={status.value}")
        for status in WAITING
    ]
