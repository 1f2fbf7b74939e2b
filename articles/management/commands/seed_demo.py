"""Fill an empty site with the demo newspaper and its logins."""

import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.demo.logins import LOGINS, NotADemo, check_database
from articles.demo.seeding import seed


class Command(BaseCommand):
    help = "Make the demo: two issues of an invented county paper, and a login of each role."

    def handle(self, **options):
        if not settings.DEMO:
            raise CommandError(
                _("The demo shows its logins to everybody. To have it here, set NEWSROOM_DEMO=yes.")
            )
        try:
            check_database()
        except NotADemo as found:
            raise CommandError(
                _("This database has logins of its own (%(names)s). The demo needs an empty one.")
                % {"names": found}
            ) from found
        password = seed(self._report)
        self.stdout.write(
            _("Logins of the demo; the password of all is %(password)s") % {"password": password}
        )
        for login in LOGINS:
            role = login.role.label if login.role else _("Administrator of the machine")
            self.stdout.write(f"  {login.username:<12} {login.name}　{role}")

    def _report(self, step):
        # The logins go to standard output, where ./run picks them up.
        print(step, file=sys.stderr, flush=True)
