"""Publishing what is due: each article by itself, once, however many do it and however late."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.db import DatabaseError, transaction
from django.utils import timezone

from articles import workflow
from articles.models import Article, Status, Worker
from articles.refusals import Refused
from articles.turns import take_turns
from articles.workflow import notifying

alarm = logging.getLogger("newsroom.alarm")


@dataclass(frozen=True)
class Summary:
    """`refused` are (article number, sentence): they stay scheduled until somebody looks."""

    published: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]


# The clock's name among the workers, whether a worker or cron runs it.
CLOCK = "clock"
SILENCE = timedelta(minutes=3)


def heartbeat() -> datetime | None:
    """When the clock last ran, or None: never, as far as anybody remembers."""
    return Worker.objects.filter(name=CLOCK).values_list("seen_at", flat=True).first()


def is_silent(last) -> bool:
    """Whether a clock that ran last then should have run again by now."""
    return last is None or timezone.now() - last > SILENCE


def sign_and_schedule(article, *, by, opinion, moment, revision=None, **given):
    """Sign off and set the time at which it goes out: both, or neither. Raises Refused.

    Returns the two events.
    """
    with transaction.atomic():
        held = Article.objects.get(pk=article.pk)
        signed = workflow.move(held, "sign_off", by=by, opinion=opinion, revision=revision, **given)
        set_for = workflow.move(held, "schedule", by=by, moment=moment, batch=given.get("batch"))
    article.refresh_from_db()
    return signed, set_for


def due():
    """What should be out by now, the longest waiting first."""
    scheduled = Article.objects.filter(status=Status.SCHEDULED, scheduled_for__lte=timezone.now())
    return scheduled.order_by("scheduled_for", "pk").defer("body")


def publish_due() -> Summary:
    """Publish all that is due. Safe to run twice at once: the second finds nothing to do.

    A fault of the program itself is raised, but only when every article has had its turn.
    """
    Worker.objects.update_or_create(name=CLOCK, defaults={"seen_at": timezone.now()})
    published, refused = [], []
    take_turns([partial(_publish, article, published, refused) for article in due()])
    return Summary(tuple(published), tuple(refused))


def _publish(article, published, refused):
    problem = "the program failed"
    try:
        workflow.publish_scheduled(article)
    except Refused as error:
        problem = str(error) if error.refusal.rule not in NO_LONGER_WAITING else ""
        if problem:
            notifying.tell_late(article, problem)
    except DatabaseError as error:
        problem = str(error)
    else:
        problem = ""
        published.append(article.number)
    finally:
        if problem:
            refused.append((article.number, problem))
            alarm.error("%s was due and is not published: %s", article.number, problem)


# Another scheduler was faster, or somebody cancelled the schedule meanwhile.
NO_LONGER_WAITING = frozenset({"state", "due"})
