"""The desk's inbox: what a writer was told of their pieces, and why."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from articles.desk import pieces
from articles.desk.gate import writers_only
from articles.models import Origin, Status
from articles.workflow import notifying

ON_A_PAGE = 30


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
    rows = [(notice, pieces.remark(notice.event), _where(notice, request.user)) for notice in page]
    context = {"page": page, "rows": rows, "unread": notifying.unread_count(request.user)}
    return render(request, "desk/notices.html", context)


def _where(notice, user):
    """One's own piece at the desk; of others' only what readers see has an address here."""
    article = notice.event.article
    if article.owner_id == user.pk and article.origin == Origin.WEB:
        return "desk", article
    return ("public", article) if article.status == Status.PUBLISHED else ("", article)
