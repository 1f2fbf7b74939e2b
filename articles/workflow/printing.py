"""Between print and web: corrections that print owes its readers, and notices that it printed."""

import re
import secrets
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, ErrorReport, Origin, PrintTask, ReportSource, Status
from articles.refusals import Refusal, Refused
from articles.roles import EDITORS, roles_of

# Compared without spaces: such a heading is often set 更　正.
NOTICE = re.compile(
    r"[【〔\[]?(?:更正|勘误|致歉)(?:与?致歉)?(?:启事|说明|声明)?[】〕\]]?(?:[:：]|$)"
)
TITLE = re.compile(r"[《“]([^《》“”]{4,80})[》”]")
BESIDE_LETTERS = re.compile(r"[\W_]+")
# A paper that has no day of issue within two months says nothing of its next one.
FARTHEST = 62


def owe(correction) -> PrintTask | None:
    """A correction of a printed article is printed too: a task for the next issue."""
    article = correction.article
    if article.origin != Origin.PRINT:
        return None
    return PrintTask.objects.create(correction=correction, due=next_issue(article.publication))


def next_issue(publication) -> date:
    """The next day after today on which the paper is expected to come out."""
    today = timezone.localdate(timezone=publication.zone)
    off = publication.holidays.filter(last__gt=today)
    holidays = list(off.values_list("first", "last"))
    days = (today + timedelta(days=count) for count in range(1, FARTHEST))
    for day in days:
        is_off = any(first <= day <= last for first, last in holidays)
        if publication.comes_out_on(day) and not is_off:
            return day
    return today + timedelta(days=1)


def mark_printed(task, *, by, on):
    """Enter that the paper of a day printed the correction. Raises Refused."""
    if not roles_of(by) & EDITORS:
        raise Refused(Refusal.role(_("Enter what was printed"), EDITORS))
    check_printed(task, on)
    if not PrintTask.objects.open().filter(pk=task.pk).update(printed_on=on, done_by=by):
        raise Refused(
            Refusal(
                rule="stale",
                message=_("A colleague has entered it meanwhile."),
                next_step=_("Open it again to see for which day."),
            )
        )
    task.refresh_from_db()


def check_printed(task, on):
    """Refuse the paper that had the error, those before, and those nobody can have made up yet."""
    article = task.correction.article
    tomorrow = timezone.localdate(timezone=article.publication.zone) + timedelta(days=1)
    if article.page is not None and on <= article.page.issue.date:
        raise Refused(
            Refusal(
                rule="day",
                message=_("The error stands in the paper of %(day)s itself.")
                % {"day": article.page.issue.date.isoformat()},
                next_step=_("Enter the day of the later paper that printed the correction."),
            )
        )
    if on > max(tomorrow, task.due):
        raise Refused(
            Refusal(
                rule="day",
                message=_("The paper of %(day)s is not printed yet.") % {"day": on.isoformat()},
                next_step=_("Look at the day, or enter it when the paper is there."),
            )
        )


def propose_corrections(articles) -> list[ErrorReport]:
    """For each 更正 notice just taken in: report its error on the live article that it names.

    It names one by the day of its issue and its headline; what is not found, or found twice, is
    left to the reader of the page. Call it when the dates of the texts are resolved.
    """
    reports = []
    for notice in articles:
        if is_notice(notice):
            found = _named_in(notice)
            if len(found) == 1:
                reports.append(_proposal(found[0], notice))
    return ErrorReport.objects.bulk_create(reports, ignore_conflicts=True)


def is_notice(article):
    heading = article.headline or article.body.partition("\n")[0]
    return bool(NOTICE.match("".join(heading.split())))


def _named_in(notice):
    titles = {_bare(title) for title in TITLE.findall(notice.body)} - {""}
    days = notice.dates.filter(precision="day", first__lte=notice.page.issue.date)
    if not titles:
        return []
    on_a_day = Q(page__issue__date__in=[mention.first for mention in days])
    live = Article.objects.filter(on_a_day, publication=notice.publication, status=Status.PUBLISHED)
    return [
        article
        for article in live.exclude(pk=notice.pk).select_related("live_version")
        if _bare(article.live_version.headline) in titles
    ]


def _bare(headline):
    return BESIDE_LETTERS.sub("", headline)


def _proposal(article, notice):
    return ErrorReport(
        article=article,
        version=article.live_version,
        source=ReportSource.PRINT,
        notice=notice,
        words=notice.body,
        token=secrets.token_hex(32),
    )
