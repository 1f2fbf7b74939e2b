"""What the record's codes are called on the screen."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from articles import moves
from articles.models import Status
from articles.records import Role as LineRole
from articles.roles import Role

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


def role_name(code):
    if code in Role.values:
        return Role(code).label
    return _("Writer") if code == "owner" else _("Right to publish")


def reason_name(action, code):
    rule = moves.MOVES.get(action)
    return rule.reasons(code).label if code and rule and rule.reasons else ""


def status_badge(status):
    return format_html('<span class="badge badge-{}">{}</span>', status, Status(status).label)
