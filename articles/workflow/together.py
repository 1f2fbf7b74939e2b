"""One move for several articles, or for a whole page: each by its own rules, on one record."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid4

from articles import workflow
from articles.models import Article, Event
from articles.refusals import Refusal, Refused
from articles.roles import roles_of
from articles.workflow import scheduling
from articles.workflow.moves import MOVES
from articles.workflow.rules import refusal_for
from articles.workflow.standing import Standing


@dataclass(frozen=True)
class Prospect:
    """An article that could be moved, or would be left out for a reason."""

    standing: Standing
    refusal: Refusal | None

    @property
    def article(self):
        return self.standing.article


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
    standings = [Standing(article, by, roles) for article in articles]
    return [Prospect(standing, refusal_for(MOVES[action], standing)) for standing in standings]


def move_together(articles, action, *, by, revisions=None, **given) -> Outcome:
    """Move each article that may be moved, one event each under one batch id.

    `revisions` are the ones that the person saw: {article pk: revision}.
    """
    return _each(articles, partial(workflow.move, action=action, by=by, **given), revisions)


def sign_and_schedule_together(articles, *, by, revisions=None, **given) -> Outcome:
    """Sign each article that may be signed, and set the time at which it goes out."""

    def sign(article, **seen):
        return scheduling.sign_and_schedule(article, by=by, **given, **seen)[0]

    return _each(articles, sign, revisions)


def _each(articles, act, revisions):
    """`act` on every article by itself; what refuses is left out."""
    batch, events, skipped = uuid4(), [], []
    for article in articles:
        seen = revisions[article.pk] if revisions else None
        try:
            events.append(act(article, revision=seen, batch=batch))
        except Refused as refused:
            skipped.append((article, refused.refusal))
    return Outcome(batch, tuple(events), tuple(skipped))


def move_page(page, action, *, by, **given) -> Outcome:
    """The same for all articles of a printed page 整版核对, 整版签发."""
    return move_together(list(of_page(page)), action, by=by, **given)
