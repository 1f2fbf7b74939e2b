"""Moves of the workflow from the command line, by the same rules and with the same refusals."""

from datetime import date, datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from articles.management.arguments import login_named
from articles.models import Article
from articles.workflow import together
from articles.workflow.moves import MOVES


class Command(BaseCommand):
    help = "Move articles through the workflow in somebody's name, by the rules that bind them."

    def add_arguments(self, parser):
        actions = sorted(name for name, move in MOVES.items() if not move.automatic)
        parser.add_argument("numbers", nargs="+", metavar="NUMBER", help="such as 2026-000123")
        parser.add_argument("action", choices=actions, metavar="ACTION", help=", ".join(actions))
        parser.add_argument("--by", required=True, metavar="LOGIN", help="who moves them")
        parser.add_argument("--opinion", default="", help="words for the record")
        parser.add_argument("--reason", default="", help="code of the reason, where one is asked")
        parser.add_argument("--at", help="day or time, as 2026-11-28 or 2026-11-28T18:00")

    def handle(self, *, numbers, action, by, opinion, reason, at, **options):
        person, moment = login_named(by), _moment(at) if at else None
        articles = list(Article.objects.filter(number__in=numbers).order_by("number"))
        if missing := sorted(set(numbers) - {article.number for article in articles}):
            raise CommandError(_("There is no article %(number)s.") % {"number": missing[0]})
        outcome = together.move_together(
            articles, action, by=person, opinion=opinion, reason=reason, moment=moment
        )
        for event in outcome.events:
            self.stdout.write(f"{event.article.number}: {event.get_to_status_display()}")
        for article, refusal in outcome.skipped:
            self.stderr.write(f"{article.number}: {refusal}")
        if outcome.skipped:
            raise CommandError(_("Not moved: %(count)s.") % {"count": len(outcome.skipped)})


def _moment(text) -> date | datetime:
    """A day stands for itself; a time is the site's own where no zone is given."""
    try:
        day, moment = parse_date(text), parse_datetime(text)
    except ValueError:
        day = moment = None
    if day is None and moment is None:
        note = _("“%(text)s” is no day or time. Write 2026-11-28 or 2026-11-28T18:00.")
        raise CommandError(note % {"text": text})
    if moment is None or day is not None:
        return day
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment
