"""The calendar of a paper's issues: what is in, what is missing, and the way to send it."""

from datetime import MAXYEAR, MINYEAR
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin import access
from articles.admin.keys import key_of
from articles.intake import expecting
from articles.intake.expecting import DayState
from articles.models import Publication

LEGEND = [state for state in DayState if state != DayState.NONE]


def gaps_view(model_admin, request):
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    publications = list(Publication.objects.all())
    chosen = key_of(request.GET.get("publication", "")) if "publication" in request.GET else None
    publication = _chosen(publications, chosen)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Calendar of issues"),
        "opts": model_admin.opts,
        "publications": publications,
        "publication": publication,
        "legend": LEGEND,
        "may_send": access.import_refusal(request) is None,
        **(_year(publication, request) if publication else {}),
    }
    return TemplateResponse(request, "admin/articles/issue/calendar.html", context)


def _chosen(publications, key):
    if key is None:
        return publications[0] if publications else None
    found = [publication for publication in publications if publication.pk == key]
    if not found:
        raise Http404
    return found[0]


def _year(publication, request):
    today = timezone.localdate(timezone=ZoneInfo(publication.time_zone))
    year = key_of(request.GET.get("year", "")) or today.year
    # Weeks at the ends of the calendar itself have days that Python cannot name.
    if not MINYEAR < year < MAXYEAR:
        raise Http404
    months = expecting.year_of(publication, year, today=today)
    return {
        "year": year,
        "months": months,
        "missing": sum(month.missing for month in months),
        "before": year - 1 if year - 1 > MINYEAR else None,
        "after": year + 1 if year < today.year else None,
    }
