"""The front of the site: the newest public issue of each publication, by its first page."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.db.models import Exists, FilteredRelation, OuterRef, Q, Subquery, TextField, Value

from articles.models import Issue, Publication
from articles.public.printed import (
    ISSUE,
    PAPER,
    PICTURE,
    STORY,
    Leaf,
    Story,
    in_print_order,
    issue_of,
    live_articles,
    story_of,
)
from articles.questions import NOW, Given, Question, made


@dataclass(frozen=True)
class Front:
    """A paper's newest issue by its first page. Without an issue there is only the paper."""

    publication: Publication
    issue: Issue | None
    pages: list[Leaf]
    stories: list[Story]


def fronts():
    """The front page of the newest public issue of each publication."""
    papers = [list(rows) for _pk, rows in groupby(NEWEST.ask(), lambda row: row[0][0])]
    first = [leaf[0] for (_paper, _issue, leaf), *_others in papers if leaf[0]]
    stories = {}
    if first:
        given = {f"page{place}": pk for place, pk in enumerate(first)}
        for page, story in _leads(len(first)).ask(**given):
            stories.setdefault(page, []).append(story)
    return [_front(rows, stories) for rows in papers]


def _front(rows, stories):
    values, issue, leaf = rows[0]
    paper = made(Publication, PAPER, values)
    # Between two questions all that was live may have been withdrawn.
    if leaf[0] not in stories:
        return Front(paper, None, [], [])
    issue = issue_of(paper, issue)
    pages = [Leaf(paper.slug, issue.date, *leaf) for _paper, _issue, leaf in rows]
    return Front(paper, issue, pages, stories[leaf[0]])


def _newest():
    issues = Issue.objects.public(NOW).filter(publication=OuterRef("pk")).order_by("-date")
    condition = Q(issues__pk=Subquery(issues.values("pk")[:1]))
    live = live_articles().filter(page=OuterRef("newest__pages"))
    return (
        Publication.objects.annotate(newest=FilteredRelation("issues", condition=condition))
        .filter(Q(newest=None) | Exists(live))
        .order_by("name", "pk", "newest__pages__sequence")
        .values_list(
            *PAPER,
            *(f"newest__{name}" for name in ISSUE),
            *(f"newest__pages__{name}" for name in ("pk", "label", "name")),
        )
    )


NEWEST = Question(
    _newest,
    lambda *row: (row[: len(PAPER)], row[len(PAPER) : -3], row[-3:]),
)


@lru_cache
def _leads(pages):
    """The stories of so many pages, without their texts: (page, Story)."""
    chosen = [Given(f"page{place}") for place in range(pages)]

    def stories():
        live = in_print_order(live_articles().filter(page__pk__in=chosen))
        nothing = Value(None, output_field=TextField())
        return live.values_list("page", *STORY, nothing, nothing, *PICTURE)

    return Question(stories, lambda page, *story: (page, story_of(*story)))
