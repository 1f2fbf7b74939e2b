"""Take in one page from a file: the same plan as in the editors' rooms, the same import."""

from pathlib import Path

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from articles.files.filenames import shown_path
from articles.intake import importing, receiving
from articles.intake.importing import Change
from articles.management import arguments
from articles.models import CreditRole
from articles.refusals import Refused

FIRST_WORDS = 30


class Command(BaseCommand):
    help = "Import one printed page from its PDF or text. Repeating it changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the page's PDF, or its text: UTF-8 or GB18030")
        parser.add_argument("--publication", required=True, metavar="SLUG")
        parser.add_argument("--date", required=True, type=arguments.day, metavar="YYYY-MM-DD")
        parser.add_argument("--page", required=True, metavar="LABEL", help="as printed: 01, A03")
        parser.add_argument("--name", default="", help="the page's name, such as 要闻")
        parser.add_argument("--sequence", type=int, help="place in the issue; else it comes last")
        parser.add_argument("--by", metavar="USERNAME", help="the desk editor who imports")
        parser.add_argument("--dry-run", action="store_true", help="show the plan, write nothing")

    def handle(self, *, dry_run, publication, by, **options):
        publication = arguments.publication_named(publication)
        by = arguments.editor_named(by)
        try:
            # One transaction for issue, page and articles: all of it is there or none.
            with transaction.atomic():
                plan = _plan(publication, by=by, **options)
                self._show(plan)
                outcome = None if dry_run else importing.apply_import(plan, by=by)
                transaction.set_rollback(dry_run)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        except DatabaseError as error:
            message = _("The database did not take it. Nothing of it was kept: %(why)s")
            raise CommandError(message % {"why": error}) from error
        self.stdout.write(_summary(plan, outcome))

    def _show(self, plan):
        self.stdout.write(f"{plan.page} ({plan.page.source_encoding})")
        for item in plan.articles:
            self.stdout.write(f"  {item.change.label}  {_article_line(item)}")
        for item in plan.photos:
            self.stdout.write(f"  {item.change.label}  {_photo_line(item)}")
        for doubt in sorted(plan.record.doubts, key=lambda doubt: doubt.line):
            message = _(doubt.message) % dict(doubt.params)
            self.stdout.write(
                _("  Line %(line)s: %(doubt)s") % {"line": doubt.line, "doubt": message}
            )


def _plan(publication, *, by, date, page, name, sequence, file, **_others):
    place = {"label": page, "name": name, "sequence": sequence, "by": by}
    file_name = shown_path(Path(file.name))
    try:
        with File(file.open("rb")) as opened:
            issue = receiving.issue_for(publication, date)
            received = receiving.receive_file(issue, file=opened, file_name=file_name, **place)
    except OSError as error:
        message = _("%(file)s cannot be read: %(why)s.")
        raise CommandError(message % {"file": file, "why": error.strerror}) from error
    return importing.plan_import(received)


def _article_line(item):
    if item.record is None:
        return str(item.article)
    people = "、".join(
        f"{CreditRole(credit.role).label} {credit.name}" for credit in item.record.credits
    )
    headline = item.record.headline or _("(no headline)")
    counts = _("%(paragraphs)s paragraphs") % {"paragraphs": len(item.record.paragraphs)}
    return " · ".join(part for part in (headline, people, counts) if part)


def _photo_line(item):
    caption = (item.record or item.photo).caption
    words = caption[:FIRST_WORDS] + "…" * (len(caption) > FIRST_WORDS)
    return _("photo: %(caption)s") % {"caption": words}


def _summary(plan, outcome):
    counts = {
        "articles": len(plan.articles_to(Change.NEW)),
        "photos": len(plan.photos_to(Change.NEW)),
    }
    if plan.found_nothing:
        return _("No article and no photo was found on the page: there is nothing to import.")
    if plan.changes_nothing:
        return _("Unchanged: everything on this page has been imported before.")
    if outcome is None:
        message = _(
            "It would make %(articles)s articles and %(photos)s photos. Nothing is written."
        )
        return message % counts
    return _("Made %(articles)s articles and %(photos)s photos; %(doubts)s doubts to decide.") % (
        counts | {"doubts": outcome.doubts}
    )
