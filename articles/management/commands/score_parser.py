"""Score the present parser against all verified pages of the site, per paper and per month."""

import json
from collections import defaultdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.labelling import scoring
from articles.management.choosing import add_choice, chosen
from articles.parsing import PARSER_VERSION
from articles.parsing.measuring import baseline
from articles.parsing.measuring.measures import Score

COLUMNS = "{:<24} {:>6} {:>11} {:>11} {:>12} {:>9}"
FAULTS = 8  # of a page that is read worse


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        add_choice(parser)
        parser.add_argument("--save", type=Path, metavar="FILE", help="keep the scores in a file")
        parser.add_argument(
            "--baseline",
            type=Path,
            dest="kept",
            metavar="FILE",
            help="compare with scores that were kept",
        )
        parser.add_argument(
            "--fail-if-worse",
            action="store_true",
            help="end with an error if a month of a paper is read worse than in the baseline",
        )

    def handle(self, *args, save, kept, fail_if_worse, publication, month, **options):
        if fail_if_worse and not kept:
            raise CommandError(_("Worse than what? Name the file: --baseline FILE."))
        earlier = read_scores(kept) if kept else None
        pages = list(scoring.scored(chosen(publication=publication, month=month)))
        self.show(scoring.per_month(pages))
        worse = self.compare(pages, earlier) if earlier is not None else 0
        if save:
            save.write_text(scoring.kept(pages), encoding="utf-8")
        if worse and fail_if_worse:
            raise CommandError(_("The parser reads verified pages worse than before."))

    def show(self, scores):
        self.stdout.write(f"parser {PARSER_VERSION}")
        if not scores:
            self.stdout.write(_("There are no verified pages to score against."))
            return
        self.stdout.write(
            COLUMNS.format("", "pages", "article F1", "headlines", "paragraph F1", "perfect")
        )
        for group, score in scores.items():
            self.row(name_of(group), score)
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

    def compare(self, pages, earlier):
        """Print what is read worse; return in how many months of papers something is."""
        try:
            pairs = list(scoring.comparable(pages, earlier))
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(_("That is no file of kept scores: %s") % error) from error
        groups = defaultdict(lambda: (Score(), Score()))
        for found, before in pairs:
            old, new = groups[found.group]
            groups[found.group] = old + before, new + found.score
        self.stdout.write(
            _("%(same)s of %(all)s pages can be compared; the others are new or labelled anew.")
            % {"same": len(pairs), "all": len(pages)}
        )
        months = {group: baseline.fallen(*scores) for group, scores in groups.items()}
        months = {group: lower for group, lower in months.items() if lower}
        for group, lower in months.items():
            self.stdout.write(f"{name_of(group)}: {told(lower)}")
        for found, before in pairs:
            if found.group in months:
                self.explain(found, baseline.fallen(before, found.score))
        return len(months)

    def explain(self, found, lower):
        if not lower:
            return
        self.stdout.write(f"  {found.name}: {told(lower)}")
        for fault in found.score.faults[:FAULTS]:
            self.stdout.write(
                f"    {fault.article}: {fault.field} “{fault.wanted}” ← “{fault.found}”"
            )


def name_of(group):
    paper, month = group
    return f"{paper.slug} {month}"


def told(lower):
    return ", ".join(f"{name} {before:.4f} → {now:.4f}" for name, (before, now) in lower.items())


def read_scores(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(_("That is no file of kept scores: %s") % error) from error
