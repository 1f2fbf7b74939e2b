"""Write verified pages as golden pairs, text and labels, for the parser's tests."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.labelling import scoring
from articles.management import arguments
from articles.management.choosing import add_choice, chosen


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="where the files go")
        add_choice(parser)
        parser.add_argument("--date", type=arguments.day, help="one issue, as 2026-11-13")
        parser.add_argument("--page", help="one page's label, as 01 or A03")

    def handle(self, *args, folder, publication, month, date, page, **options):
        pages = chosen(publication=publication, month=month)
        if date:
            pages = pages.filter(issue__date=date)
        if page:
            pages = pages.filter(label=page)
        if not folder.is_dir():
            raise CommandError(_("There is no folder %s.") % folder)
        written = [write(found, folder) for found in pages.order_by("issue__date", "sequence")]
        if not written:
            raise CommandError(_("No such page is verified yet."))
        for name in written:
            self.stdout.write(name)


def write(page, folder):
    """Both files; the bytes of the text as the page has them, line ends and all."""
    name = scoring.golden_name(page)
    text, labels = scoring.golden_pair(page)
    (folder / f"{name}.txt").write_bytes(text.encode())
    (folder / f"{name}.json").write_text(labels, encoding="utf-8")
    return name
