"""The first screen: what waits in which state, and the newest pages."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from articles.models import Article, Page, Status

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


def context():
    return {"queues": queues(), "newest_pages": Page.objects.for_list().order_by("-pk")[:NEWEST]}


def queues():
    waiting = Article.objects.wholes().filter(status__in=WAITING)
    rows = waiting.order_by().values_list("status")
    counts = dict(rows.annotate(count=Count("pk")))
    address = reverse("admin:articles_article_changelist")
    return [
        Queue(status, counts.get(status, 0), f"{address}?status__exact={status.value}")
        for status in WAITING
    ]
