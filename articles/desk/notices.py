"""The desk's inbox: what a writer was told of their pieces and assignments, and why."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.desk import pieces
from articles.desk.gate import writers_only
from articles.logins import full_name
from articles.models import Notice, Origin, Status
from articles.workflow import notifying
from articles.writing import assignment_notices

ON_A_PAGE = 30


@dataclass(frozen=True)
class Row:
    """One notice in words."""

    notice: Notice
    subject: str
    url: str
    action: str
    who: str
    words: str
    number: str
    reason: str = ""
    is_return: bool = False
    due: datetime | None = None


@require_http_methods(["GET", "HEAD", "POST"])
@writers_only
def notices(request):
    """GET lists; POST marks one as read, or all."""
    if request.method == "POST":
        chosen = request.POST.get("notice", "")
        is_key = chosen.isascii() and chosen.isdigit() and len(chosen) < 18
        keys = None if "all" in request.POST else [int(chosen)] if is_key else []
        notifying.mark_read(request.user, keys=keys)
        return redirect("desk:notices")
    page = Paginator(notifying.inbox(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [_row(notice, request.user) for notice in page]
    context = {"page": page, "rows": rows, "unread": notifying.unread_count(request.user)}
    return render(request, "desk/notices.html", context)


def _row(notice, user):
    if notice.note_id is not None:
        return _row_of_assignment(notice)
    remark, article = pieces.remark(notice.event), notice.event.article
    return Row(
        notice,
        article.headline,
        _place_of(article, user),
        remark.action,
        remark.who,
        notice.words or notice.event.opinion,
        number=article.number,
        reason=remark.reason,
        is_return=remark.is_return,
    )


def _row_of_assignment(notice):
    """What was given to somebody else has no address here any more."""
    told = assignment_notices.read(notice)
    place = reverse("desk:assignment", args=[notice.note.assignment_id]) if told.is_seen else ""
    who = full_name(told.who) if told.who else ""
    words = {"number": _("Assignment"), "due": told.due}
    return Row(notice, told.subject, place, told.action, who, told.words, **words)


def _place_of(article, user):
    """One's own piece at the desk; of others' only what readers see has an address here."""
    if article.owner_id == user.pk and article.origin == Origin.WEB:
        return reverse("desk:piece", args=[article.number])
    return article.get_absolute_url() if article.status == Status.PUBLISHED else ""
