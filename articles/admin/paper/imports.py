"""Import in two steps: a preview that writes nothing, then one confirmation for all of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from articles.admin import access
from articles.admin.keys import key_of
from articles.admin.paper.previews import preview_of
from articles.intake import importing
from articles.models import Page
from articles.refusals import Refused

MOST_PAGES = 50
FAILURES = (
    Refused,
    importing.SourceChanged,
    Page.DoesNotExist,
    UnicodeDecodeError,
    DatabaseError,
)


def import_view(model_admin, request):
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    if refusal := access.import_refusal(request):
        model_admin.message_user(request, str(refusal), messages.ERROR)
        return redirect("admin:articles_page_changelist")
    pages = _chosen(request.POST if request.method == "POST" else request.GET)
    if not pages:
        model_admin.message_user(request, _("No page was chosen."), messages.WARNING)
        return redirect("admin:articles_page_changelist")
    if request.method == "POST":
        return _import(model_admin, request, pages)
    return _preview(model_admin, request, pages)


def _chosen(data):
    keys = [key for key in map(key_of, data.getlist("page")) if key is not None]
    pages = Page.objects.filter(pk__in=keys[:MOST_PAGES])
    return list(pages.select_related("issue__publication").order_by("issue__date", "sequence"))


def _preview(model_admin, request, pages):
    previews, failures = [], []
    for page in pages:
        try:
            previews.append(preview_of(page))
        except UnicodeDecodeError as error:
            failures.append((page, _failure(error)))
    counts = [preview.new for preview in previews]
    mended = [sum(each) for each in zip(*(preview.mended for preview in previews), strict=True)]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Import: what will be made"),
        "opts": model_admin.opts,
        "previews": previews,
        "failures": failures,
        "new_articles": sum(articles for articles, _photos in counts),
        "new_photos": sum(photos for _articles, photos in counts),
        "mended": mended if any(mended) else None,
        "has_work": any(not preview.plan.changes_nothing for preview in previews),
        "found_nothing": all(preview.plan.found_nothing for preview in previews),
    }
    return TemplateResponse(request, "admin/articles/page/preview.html", context)


def _import(model_admin, request, pages):
    failed = False
    for page in pages:
        try:
            plan = _plan_that_was_seen(request, page)
            outcome = importing.apply_import(plan, by=request.user)
        except FAILURES as error:
            note = _("%(page)s was not imported: %(why)s")
            note %= {"page": page, "why": _failure(error)}
            model_admin.message_user(request, note, messages.ERROR)
            failed = True
        else:
            _tell(model_admin, request, plan, outcome)
    if len(pages) == 1 and failed:
        return redirect(f"{request.path}?page={pages[0].pk}")
    if len(pages) == 1:
        return redirect(_articles_of(pages[0]))
    return redirect("admin:articles_page_changelist")


def _plan_that_was_seen(request, page):
    """Nothing comes in that no preview has shown: raises SourceChanged."""
    plan = importing.plan_import(page)
    if request.POST.get(f"seen-{page.pk}", plan.fingerprint) != plan.fingerprint:
        raise importing.SourceChanged(page)
    return plan


def _failure(error):
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, importing.SourceChanged):
        return _("its text or its labels were changed after the preview. Look at it again.")
    if isinstance(error, Page.DoesNotExist):
        return _("somebody has deleted it meanwhile.")
    if isinstance(error, UnicodeDecodeError):
        return _("its stored source can no longer be read. Ask the administrator to check it.")
    return _("the database did not take it. Nothing of it was kept; try again.")


def _tell(model_admin, request, plan, outcome):
    page = plan.page
    if plan.found_nothing:
        note = _("%(page)s: no article and no photo was found on it. Nothing was imported.")
        model_admin.message_user(request, note % {"page": page}, messages.WARNING)
        return
    if outcome.changed_nothing:
        note = _("%(page)s: nothing new. Everything on it was imported before; nothing changed.")
        model_admin.message_user(request, note % {"page": page}, messages.INFO)
        return
    counts = _("Articles: %(articles)s, photos: %(photos)s, doubts to decide: %(doubts)s.") % {
        "articles": len(outcome.articles),
        "photos": len(outcome.photos),
        "doubts": outcome.doubts,
    }
    if outcome.updated or outcome.removed:
        counts += _(" Brought up to date: %(updated)s, taken away: %(removed)s.") % {
            "updated": len(outcome.updated),
            "removed": outcome.removed,
        }
    if outcome.moved:
        counts += _(" At another place on the page: %(moved)s.") % {"moved": outcome.moved}
    ways = [(_articles_of(page), _("Open them"))]
    if page.doubts.filter(article=None, resolved_at=None).exists():
        # What is asked of the page as a whole is decided there alone.
        form = reverse("admin:articles_page_change", args=[page.pk])
        ways.append((f"{form}#doubts", _("The page's form")))
    links = format_html_join(" ", '<a href="{}">{}</a>', ways)
    note = format_html("{}: {} {}", page, counts, links)
    model_admin.message_user(request, note, messages.SUCCESS)
    model_admin.log_change(request, page, [{"changed": {"fields": [_("import")]}}])


def _articles_of(page):
    return f"{reverse('admin:articles_article_changelist')}?page__id__exact={page.pk}"
