"""Vouch for a login from the server: for the first ones, while nobody else could."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles import handovers
from articles.management.arguments import login_named
from articles.refusals import Refused


class Command(BaseCommand):
    help = "Let a login's roles hold whose password an administrator has set."

    def add_arguments(self, parser):
        parser.add_argument("login", metavar="LOGIN")

    def handle(self, *, login, **options):
        handover = handovers.open_one(login_named(login))
        if handover is None:
            raise CommandError(_("The roles of %(login)s rest on nothing.") % {"login": login})
        try:
            handovers.vouch_from_the_server(handover)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(_("The roles of %(login)s hold.") % {"login": login})
