"""Moves of the workflow from the command line, by the same rules and with the same refusals."""

from argparse import ArgumentTypeError
from datetime import date, datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from articles.management.arguments import day, login_named
from articles.models import Article, Page
from articles.workflow import together
from articles.workflow.moves import MOVES


class Command(BaseCommand):
    help = "Move articles through the workflow in somebody's name, by the rules that bind them."

    def add_arguments(self, parser):
        actions = sorted(name for name, move in MOVES.items() if not move.automatic)
        parser.add_argument("numbers", nargs="*", metavar="NUMBER", help="such as 2026-000123")
        parser.add_argument("action", choices=actions, metavar="ACTION", help=", ".join(actions))
        parser.add_argument("--by", required=True, metavar="LOGIN", help="who moves them")
        parser.add_argument("--opinion", default="", help="words for the record")
        parser.add_argument("--reason", default="", help="code of the reason, where one is asked")
        parser.add_argument(
            "--at",
            help="day or time, as 2026-11-28 or 2026-11-28T18:00; with sign_off, sign and schedule",
        )
        parser.add_argument("--page", help="a whole page, as lanting/2026-11-20/01")

    def handle(self, *, numbers, action, by, opinion, reason, at, page, **options):
        person, moment = login_named(by), _moment(at) if at else None
        articles = [*_numbered(numbers), *(together.of_page(_page(page)) if page else ())]
        if not articles:
            raise CommandError(_("Name an article by its number, or a page."))
        _check_reason(action, reason)
        words = {"by": person, "opinion": opinion, "moment": moment}
        if action == "sign_off" and moment is not None:
            outcome = together.sign_and_schedule_together(articles, **words)
        elif moment is not None and not MOVES[action].moment:
            raise CommandError(_("“%(action)s” takes no time.") % {"action": action})
        else:
            outcome = together.move_together(articles, action, reason=reason, **words)
        self._tell(outcome)

    def _tell(self, outcome):
        for event in outcome.events:
            status = Article.objects.get(pk=event.article_id).get_status_display()
            self.stdout.write(f"{event.article.number}: {status}")
        for article, refusal in outcome.skipped:
            self.stderr.write(f"{article.number}: {refusal}")
        if outcome.skipped:
            raise CommandError(_("Not moved: %(count)s.") % {"count": len(outcome.skipped)})


def _check_reason(action, reason):
    """A form offers the reasons; here they are told."""
    reasons = MOVES[action].reasons
    if reasons is None:
        if reason:
            raise CommandError(_("“%(action)s” takes no reason.") % {"action": action})
    elif reason not in reasons.values:
        told = ", ".join(f"{code} ({label})" for code, label in reasons.choices)
        note = _("“%(action)s” needs a reason: --reason with one of %(reasons)s.")
        raise CommandError(note % {"action": action, "reasons": told})


def _numbered(numbers):
    articles = list(Article.objects.filter(number__in=numbers).order_by("number"))
    if missing := sorted(set(numbers) - {article.number for article in articles}):
        raise CommandError(_("There is no article %(number)s.") % {"number": missing[0]})
    return articles


def _page(text):
    paper, day, label = [*text.split("/"), "", ""][:3]
    found = Page.objects.filter(issue__publication__slug=paper, label=label)
    page = found.filter(issue__date=_day(day)).defer("source").first() if label else None
    if page is None:
        note = _("There is no page “%(text)s”. Write it as lanting/2026-11-20/01.")
        raise CommandError(note % {"text": text})
    return page


def _day(text):
    try:
        return day(text)
    except ArgumentTypeError as error:
        raise CommandError(str(error)) from error


def _moment(text) -> date | datetime:
    """A day stands for itself; a time is the site's own where no zone is given."""
    try:
        whole_day, moment = parse_date(text), parse_datetime(text)
    except ValueError:
        whole_day = moment = None
    if whole_day is None and moment is None:
        note = _("“%(text)s” is no day or time. Write 2026-11-28 or 2026-11-28T18:00.")
        raise CommandError(note % {"text": text})
    if moment is None or whole_day is not None:
        return whole_day
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment
