"""The inbox of the editors' rooms: what each person was told, and why it was they."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from articles import logins
from articles.admin.keys import key_of
from articles.admin.wording import action_name, reason_name
from articles.models import Notice
from articles.workflow import notifying
from articles.writing import assignment_notices

ON_A_PAGE = 30


@dataclass(frozen=True)
class Row:
    """One notice in words."""

    notice: Notice
    subject: object
    url: str
    who: str
    action: str
    words: str
    reason: str = ""
    due: datetime | None = None


@require_http_methods(["GET", "HEAD", "POST"])
def inbox_view(request, *, site):
    """GET lists; POST marks one as read, or all."""
    if request.method == "POST":
        chosen = key_of(request.POST.get("notice", ""))
        notifying.mark_read(request.user, keys=None if "all" in request.POST else [chosen])
        return redirect("admin:notices")
    pages = Paginator(notifying.inbox(request.user), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        **site.each_context(request),
        "title": _("Notices"),
        "page": page,
        "rows": [_row(notice) for notice in page],
        "unread": notifying.unread_count(request.user),
    }
    return TemplateResponse(request, "admin/notices.html", context)


def _row(notice):
    if notice.note_id is not None:
        return _row_of_assignment(notice)
    event = notice.event
    return Row(
        notice,
        event.article,
        reverse("admin:articles_article_change", args=[event.article_id]),
        logins.shown_name(event.actor),
        action_name(event.action),
        notice.words or event.opinion,
        reason_name(event.action, event.reason),
    )


def _row_of_assignment(notice):
    """Its writer takes it up at the desk; all others see it in its form here."""
    told, assignment = assignment_notices.read(notice), notice.note.assignment
    is_mine = assignment.reporter_id == notice.recipient_id
    door = "desk:assignment" if is_mine else "admin:articles_assignment_change"
    return Row(
        notice,
        told.subject,
        reverse(door, args=[assignment.pk]),
        logins.shown_name(told.who) if told.who else "",
        told.action,
        told.words,
        due=told.due,
    )
