"""What the record's codes are called on the screen."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from articles.models import Status
from articles.records import Role as LineRole
from articles.roles import role_name
from articles.workflow import moves

LINE_ROLES = {
    LineRole.KICKER: _lazy("kicker"),
    LineRole.HEADLINE: _lazy("headline"),
    LineRole.DECK: _lazy("deck"),
    LineRole.BYLINE: _lazy("byline"),
    LineRole.BODY: _lazy("text"),
    LineRole.SUBHEAD: _lazy("subhead"),
    LineRole.CAPTION: _lazy("caption"),
    LineRole.CREDIT: _lazy("credit"),
    LineRole.JUMP: _lazy("jump"),
    LineRole.FURNITURE: _lazy("page matter"),
    LineRole.IGNORED: _lazy("left out"),
    LineRole.UNASSIGNED: _lazy("unassigned"),
}


def action_name(action):
    return moves.action_label(action)


def role_used(event):
    """Under which role something was done, and whether the duty roster gave it."""
    name = role_name(event.role)
    return _("acting %(role)s, on duty") % {"role": name} if event.acting_for else name


def reason_name(action, code):
    rule = moves.MOVES.get(action)
    return rule.reasons(code).label if code and rule and rule.reasons else ""


def status_badge(status):
    return format_html('<span class="badge badge-{}">{}</span>', status, Status(status).label)


def due_note(article):
    """What is due and when, in a sentence, or nothing."""
    if article.scheduled_for:
        return _("It will be published by itself at %(time)s.") % {
            "time": date_format(timezone.localtime(article.scheduled_for), "Y-m-d H:i")
        }
    if article.held_until:
        return _("It is to be looked at again on %(day)s.") % {"day": article.held_until}
    if article.after_review_due:
        return _("Signed off in an emergency: the skipped reviews are due by %(time)s.") % {
            "time": date_format(timezone.localtime(article.after_review_due), "Y-m-d H:i")
        }
    return ""
