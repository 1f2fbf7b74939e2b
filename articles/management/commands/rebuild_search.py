"""Make the search index anew, or say whether it is right."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles import search
from articles.search import headlines


class Command(BaseCommand):
    help = "Make the search index anew from what is live. The site may stay up."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail if the index is behind"
        )

        parser.add_argument(
            "--from-nothing",
            action="store_true",
            help="empty the index first: for one that is damaged; searches find less meanwhile",
        )

    def handle(self, *, check, from_nothing, verbosity, **options):
        if check:
            return self._check()
        rebuild = search.rebuild_from_nothing if from_nothing else search.rebuild
        rebuild(self._progress if verbosity else None)
        headlines.rebuild()
        self.stdout.write(self.style.SUCCESS(_("The search index is complete.")))
        return None

    def _check(self):
        if behind := len(search.drift()):
            raise CommandError(
                _("The search index is wrong about %(count)s articles. Run rebuild_search.")
                % {"count": behind}
            )
        self.stdout.write(_("The search index agrees with what is live."))

    def _progress(self, done):
        self.stdout.write(_("%(count)s articles …") % {"count": done})
