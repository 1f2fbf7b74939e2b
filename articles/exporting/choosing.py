"""What is carried away: an issue, some days of a paper, or all of it. Live articles alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import F, Q

from articles.models import Article, Issue, Publication

IN_PRINT = [F(f"page__{name}").asc(nulls_last=True) for name in ("issue__date", "sequence")]


@dataclass(frozen=True)
class Chosen:
    """All that is live of a paper, but for what `since`, `until` (days) or one `issue` narrow."""

    publication: Publication
    since: date | None = None
    until: date | None = None
    issue: Issue | None = None

    @classmethod
    def of(cls, issue):
        return cls(issue.publication, issue=issue)

    def each_issue(self) -> Iterator["Chosen"]:
        return map(Chosen.of, self.issues().iterator())

    def issues(self):
        """The public ones, the oldest first."""
        found = Issue.objects.public().filter(publication=self.publication)
        if self.issue:
            found = found.filter(pk=self.issue.pk)
        found = found.filter(self._days("date", self.since, self.until))
        return found.select_related("publication").order_by("date")

    def articles(self):
        """In the order of print; what came out on the web alone comes last, by the hour."""
        live = Article.objects.published().filter(publication=self.publication)
        if self.issue:
            live = live.filter(page__issue=self.issue)
        if self.since or self.until:
            printed = self._days("page__issue__date", self.since, self.until)
            online = self._days("published_at", self._begin(self.since), self._end(self.until))
            live = live.filter(Q(printed, page__isnull=False) | Q(online, page=None))
        return live.order_by(*IN_PRINT, "position", "published_at", "pk")

    def _days(self, name, first, last):
        """A condition that the field lies between both, as far as they are told."""
        bounds = {f"{name}__gte": first, f"{name}__lte": last}
        return Q(**{bound: value for bound, value in bounds.items() if value is not None})

    def _begin(self, day):
        return day and datetime.combine(day, time(), self.publication.zone)

    def _end(self, day):
        """The last moment of a day by the paper's clock."""
        return day and datetime.combine(day, time.max, self.publication.zone)
