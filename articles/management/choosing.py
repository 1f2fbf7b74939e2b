"""Which verified pages a command is about: of one paper, of one month, or all."""

import re
from datetime import date

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from articles.labelling import scoring
from articles.models import Publication


def add_choice(parser):
    parser.add_argument("--publication", help="slug of one paper")
    parser.add_argument("--month", help="one month, as 2026-11")


def chosen(*, publication, month):
    pages = scoring.verified_pages()
    if publication:
        if not Publication.objects.filter(slug=publication).exists():
            raise CommandError(_("There is no paper “%(slug)s”.") % {"slug": publication})
        pages = pages.filter(issue__publication__slug=publication)
    if month:
        first = first_day(month)
        pages = pages.filter(issue__date__year=first.year, issue__date__month=first.month)
    return pages


def first_day(month):
    """'2026-11' → 2026-11-01"""
    if re.fullmatch(r"\d{4}-\d{2}", month, re.ASCII):
        try:
            return date.fromisoformat(f"{month}-01")
        except ValueError:
            pass
    raise CommandError(_("Not a month: “%(month)s”. Write it as 2026-11.") % {"month": month})
