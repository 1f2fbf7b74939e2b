"""Publishing what is due: each article by itself, once, however many do it and however late."""

import logging
from dataclasses import dataclass

from django.db import DatabaseError
from django.utils import timezone

from articles import workflow
from articles.models import Article, Status

alarm = logging.getLogger("newsroom.alarm")


@dataclass(frozen=True)
class Summary:
    """`refused` are (article number, sentence): they stay scheduled until somebody looks."""

    published: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]


def due():
    """What should be out by now, the longest waiting first."""
    scheduled = Article.objects.filter(status=Status.SCHEDULED, scheduled_for__lte=timezone.now())
    return scheduled.order_by("scheduled_for", "pk").defer("body")


def publish_due() -> Summary:
    """Publish all that is due. Safe to run twice at once: the second finds nothing to do."""
    published, refused = [], []
    for article in due():
        try:
            workflow.publish_scheduled(article)
        except workflow.Refused as error:
            if error.refusal.rule not in NO_LONGER_WAITING:
                refused.append((article.number, str(error)))
        except DatabaseError as error:
            refused.append((article.number, str(error)))
        else:
            published.append(article.number)
    for number, sentence in refused:
        alarm.error("%s was due and is not published: %s", number, sentence)
    return Summary(tuple(published), tuple(refused))


# Another scheduler was faster, or somebody cancelled the schedule meanwhile.
NO_LONGER_WAITING = frozenset({"state", "due"})
