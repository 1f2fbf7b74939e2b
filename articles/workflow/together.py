"""One move for several articles, or for a whole page: each by its own rules, on one record."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from articles import workflow
from articles.models import Article, Event
from articles.roles import roles_of
from articles.workflow.moves import MOVES
from articles.workflow.rules import refusal_for
from articles.workflow.standing import Refusal, Standing


@dataclass(frozen=True)
class Prospect:
    """An article that could be moved, or would be left out for a reason."""

    article: Article
    refusal: Refusal | None


@dataclass(frozen=True)
class Outcome:
    """What one call did: an event for each article moved, and what was left out and why."""

    batch: UUID
    events: tuple[Event, ...]
    skipped: tuple[tuple[Article, Refusal], ...]


def of_page(page):
    """What is moved with the page: its whole articles in the order of print."""
    return Article.objects.wholes().on_page(page)


def prospects(articles, action, *, by) -> list[Prospect]:
    """What would become of each article, as things stand."""
    roles = roles_of(by)
    return [
        Prospect(article, refusal_for(MOVES[action], Standing(article, by, roles)))
        for article in articles
    ]


def move_together(articles, action, *, by, revisions=None, **given) -> Outcome:
    """Move each article that may be moved, one event each under one batch id.

    `revisions` are the ones that the person saw: {article pk: revision}.
    """
    batch, events, skipped = uuid4(), [], []
    for article in articles:
        seen = revisions[article.pk] if revisions else None
        try:
            event = workflow.move(article, action, by=by, revision=seen, batch=batch, **given)
        except workflow.Refused as refused:
            skipped.append((article, refused.refusal))
        else:
            events.append(event)
    return Outcome(batch, tuple(events), tuple(skipped))


def move_page(page, action, *, by, **given) -> Outcome:
    """The same for all articles of a printed page 整版核对, 整版签发."""
    return move_together(list(of_page(page)), action, by=by, **given)
