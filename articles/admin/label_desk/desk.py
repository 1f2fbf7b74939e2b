"""The label desk: a page's lines, what each was taken for, and an editor's changes to that."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin import access
from articles.admin.keys import key_of
from articles.admin.label_desk import addresses, changes, comparison, presses
from articles.admin.label_desk.face import face_of
from articles.admin.label_desk.panes import Panes
from articles.admin.label_desk.presses import Press
from articles.labelling import relabelling, scoring
from articles.models import Page
from articles.refusals import Refused


def urls(model_admin):
    """The desk's addresses, for the urls of the pages' admin."""

    place = partial(addresses.place, model_admin)
    return [
        place("<int:pk>/labels/", labels_view, "articles_page_labels"),
        place("<int:pk>/labels/again/", again_view, "articles_page_labels_again"),
        place("<int:pk>/labels/sample/", sample_view, "articles_page_sample"),
    ]


def labels_view(model_admin, request, pk):
    """GET shows the desk; POST makes one change and leads back to the line it was made on."""
    page = _page(model_admin, request, pk)
    if request.method == "POST":
        return _press(model_admin, request, page)
    return _desk(model_admin, request, page)


def again_view(model_admin, request, pk):
    """What the present parser would make of the page, beside its labels; changes nothing."""
    page = _page(model_admin, request, pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Parse again: what would change"),
        "opts": model_admin.opts,
        "original": page,
        "page": page,
        "comparison": comparison.compare(page),
        "refusal": relabelling.refusal_for(page, request.user),
        "desk": _address(page),
    }
    return TemplateResponse(request, "admin/articles/page/labels_again.html", context)


def sample_view(model_admin, request, pk):
    """The verified page as a sample for the parser: its text and its labels, zipped."""
    page = _page(model_admin, request, pk)
    if not scoring.is_verified(page):
        raise Http404
    response = HttpResponse(scoring.golden_zip(page), content_type="application/zip")
    name = f"{page.issue.publication.slug}_{page.issue.date}_{page.pk}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(model_admin, request, pk):
    pages = Page.objects.select_related("issue__publication", "run__made_by", "labelled_by")
    page = pages.filter(pk=key_of(str(pk))).first()
    return access.visible(model_admin, request, page)


def _press(model_admin, request, page):
    pressed = Press.of(request.POST)
    seen = key_of(request.POST.get("seen", ""))
    try:
        # The first change to a page stores what the parser made of it, as the desk showed it.
        if page.run is None and seen is None:
            page.run = relabelling.begin(page, by=request.user)
            seen = page.run.pk
        before = page.run
        run = presses.press(page, pressed, by=request.user, seen=seen)
    except relabelling.StaleLabels as stale:
        page.run = stale.run
        conflict = changes.conflict_of(page, stale, seen, shown_from=_first(request))
        return _desk(model_admin, request, page, pressed, status=409, conflict=conflict)
    except Refused as refused:
        status = 403 if refused.refusal.rule == "role" else 422
        return _desk(model_admin, request, page, pressed, status=status, refused=refused.refusal)
    messages.success(request, _said(pressed, before, run))
    if _is_of_the_script(request):
        page.run, page.labelled_by = run, request.user
        return _desk(model_admin, request, page)
    return redirect(_address(page, first=_first(request), pressed=pressed))


def _is_of_the_script(request):
    """Whether the browser tells what it shows: then it is sent only what changed, at once."""
    return "shown" in request.POST


def _said(pressed, before, run):
    """What was done, told from the run that it made or took back."""
    if pressed.op == "undo":
        return _("Undone: %(what)s") % {"what": changes.step_of(before).what}
    if pressed.op == "redo":
        return _("Done again: %(what)s") % {"what": changes.step_of(run).what}
    return _("Stored: %(what)s") % {"what": changes.step_of(run).what}


def _address(page, *, first=1, pressed=None):
    address = reverse("admin:articles_page_labels", args=[page.pk])
    query = f"?from={first}" if first > 1 else ""
    if pressed is None:
        return address + query
    if pressed.unit is not None:
        return f"{address}{query}#m-{pressed.unit}"
    known = [line for line in pressed.lines if key_of(line.partition(".")[0])]
    return f"{address}{query}#L{known[0]}" if known else address + query


def _first(request):
    return max(1, key_of(request.GET.get("from", "")) or 1)


def _desk(model_admin, request, page, pressed=None, *, status=200, **extra):
    context = _facts(request, page, pressed) | extra
    if _is_of_the_script(request):
        template = "admin/articles/page/_labels_desk.html"
    else:
        template = "admin/articles/page/labels.html"
        context |= {
            **model_admin.admin_site.each_context(request),
            "title": _("Label desk"),
            "subtitle": None,
            "opts": model_admin.opts,
            "original": page,
        }
    return TemplateResponse(request, template, context, status=status)


def _panes(request, page, record, pressed):
    is_of_the_script = _is_of_the_script(request)
    return Panes(
        page.text,
        record,
        first=_first(request),
        # The script itself knows which lines are chosen.
        chosen=pressed.lines if pressed and not is_of_the_script else (),
        decided=page.doubts.exclude(resolved_at=None).values_list("kind", "line"),
        shown=request.POST["shown"].split() if is_of_the_script else (),
    )


def _facts(request, page, pressed):
    record = relabelling.present_record(page)
    refusal = relabelling.refusal_for(page, request.user)
    return {
        "page": page,
        "is_whole": not _is_of_the_script(request),
        "panes": _panes(request, page, record, pressed),
        "face": face_of(page, record),
        "pressed": pressed,
        "buttons": presses,
        "refusal": refusal,
        "last_change": page.run and changes.step_of(page.run),
        "neighbour": changes.neighbour(page, request.user),
        "can_undo": page.run is not None and page.run.parent_id is not None,
        "can_redo": page.run is not None and page.run.children.exists(),
        "is_verified": scoring.is_verified(page),
        "import_refusal": access.import_refusal(request),
        "import_url": f"{reverse('admin:articles_page_import')}?page={page.pk}",
    }
