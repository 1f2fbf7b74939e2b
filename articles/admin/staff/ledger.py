"""台账 of everybody, for section heads and chief editors."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.admin import access
from articles.bylines import ledger as ledgers
from articles.workflow.moves import SENIORS


def may_read(request):
    """Those who assign and sign; being a superuser opens nobody's accounts."""
    return bool(access.roles(request) & SENIORS)


@require_safe
def ledger(request, site):
    if not may_read(request):
        raise PermissionDenied
    year = ledgers.year_of(request.GET.get("year"))
    before, after = ledgers.years_around(year)
    context = {
        **site.each_context(request),
        "title": _("Ledger of %(year)s") % {"year": year},
        "year": year,
        "before": before,
        "after": after,
        "accounts": ledgers.accounts(year),
    }
    return TemplateResponse(request, "admin/articles/ledger.html", context)


@require_safe
def ledger_csv(request):
    if not may_read(request):
        raise PermissionDenied
    year = ledgers.year_of(request.GET.get("year"))
    return HttpResponse(
        ledgers.as_csv(year),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="ledger-{year}.csv"'},
    )
