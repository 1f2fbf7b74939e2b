"""Send each person one mail with what they have not read; for cron, once or twice a day."""

from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.workflow import notifying
from articles.workflow.moves import action_label
from articles.writing import assignment_notices


class Command(BaseCommand):
    help = "Mail each person who has an address the notices that are unread and not mailed yet."

    def handle(self, **options):
        if not settings.EMAIL_HOST:
            raise CommandError(_("No mail server is set. Set NEWSROOM_MAIL_HOST first."))
        sent = failed = 0
        people = get_user_model().objects.filter(is_active=True).exclude(email="")
        for person in people.order_by("pk"):
            notices = notifying.take_to_mail(person)
            if not notices:
                continue
            try:
                send_mail(_subject(notices), _body(notices), None, [person.email])
            except (SMTPException, OSError) as error:
                failed += 1
                notifying.put_back(notices)
                self.stderr.write(f"{person.get_username()}: {error}")
            else:
                sent += 1
                notifying.note_mailed(notices)
        note = ngettext("%(count)s mail sent.", "%(count)s mails sent.", sent)
        self.stdout.write(note % {"count": sent})
        if failed:
            raise CommandError(_("Mails that could not be sent: %(count)s.") % {"count": failed})


def _subject(notices):
    count = len(notices)
    note = ngettext(
        "%(count)s notice from the newsroom", "%(count)s notices from the newsroom", count
    )
    return note % {"count": count}


def _body(notices):
    """Headlines and what was done, no text: a mailbox is not the newsroom."""
    way = [_("Log in to read more and to mark them as read.")]
    if settings.SITE_ADDRESS:
        way.append(settings.SITE_ADDRESS + reverse("login"))
    return "\n".join([*map(_line, notices), "", *way])


def _line(notice):
    if notice.note_id is None:
        matter, action = notice.event.article, action_label(notice.event.action)
    else:
        told = assignment_notices.read(notice)
        matter, action = told.subject, told.action
    said = {"matter": matter, "action": action, "why": notice.get_why_display()}
    return _("%(matter)s: %(action)s (%(why)s)") % said
