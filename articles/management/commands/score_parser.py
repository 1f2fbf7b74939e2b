"""Score the present parser against all verified pages of the site, per paper and per month."""

import re
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles import scoring
from articles.models import Publication
from articles.parsing import PARSER_VERSION
from articles.parsing.measures import Score

COLUMNS = "{:<24} {:>6} {:>11} {:>11} {:>12} {:>9}"


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--publication", help="slug of one paper")
        parser.add_argument("--month", help="one month, as 2026-11")

    def handle(self, *args, publication, month, **options):
        pages = scoring.verified_pages()
        if publication:
            if not Publication.objects.filter(slug=publication).exists():
                raise CommandError(_("There is no paper “%(slug)s”.") % {"slug": publication})
            pages = pages.filter(issue__publication__slug=publication)
        if month:
            first = first_day(month)
            pages = pages.filter(issue__date__year=first.year, issue__date__month=first.month)
        self.show(scoring.score_pages(pages))

    def show(self, scores):
        self.stdout.write(f"parser {PARSER_VERSION}")
        if not scores:
            self.stdout.write(_("There are no verified pages to score against."))
            return
        self.stdout.write(
            COLUMNS.format("", "pages", "article F1", "headlines", "paragraph F1", "perfect")
        )
        for (paper, month), score in scores.items():
            self.row(f"{paper.slug} {month}", score)
        self.row("all", sum(scores.values(), Score()))

    def row(self, name, score):
        self.stdout.write(
            COLUMNS.format(
                name,
                score.pages,
                f"{score.articles.f1:.4f}",
                f"{score.headline_rate:.4f}",
                f"{score.paragraphs.f1:.4f}",
                score.perfect,
            )
        )


def first_day(month):
    """'2026-11' → 2026-11-01"""
    if re.fullmatch(r"\d{4}-\d{2}", month, re.ASCII):
        try:
            return date.fromisoformat(f"{month}-01")
        except ValueError:
            pass
    raise CommandError(_("Not a month: “%(month)s”. Write it as 2026-11.") % {"month": month})
