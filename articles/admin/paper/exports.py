"""An issue to be taken away in a file: what readers see of it, in the form that is asked for."""

from tempfile import TemporaryFile

from django.contrib import messages
from django.http import FileResponse, Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin import access
from articles.exporting.choosing import Chosen
from articles.exporting.kinds import KINDS
from articles.models import Issue
from articles.refusals import Refused


def export_view(model_admin, request, pk):
    """GET shows the kinds, POST answers with the file of one."""
    found = Issue.objects.select_related("publication").filter(pk=pk).first()
    chosen = Chosen.of(access.visible(model_admin, request, found))
    count = chosen.articles().count()
    if request.method == "POST" and count:
        try:
            return _file(chosen, request.POST.get("kind"))
        except Refused as refused:
            model_admin.message_user(request, str(refused), messages.ERROR)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Take away"),
        "opts": model_admin.opts,
        "original": chosen.issue,
        "kinds": KINDS.values(),
        "count": count,
    }
    return TemplateResponse(request, "admin/articles/issue/export.html", context)


def _file(chosen, name):
    if name not in KINDS:
        raise Http404
    kind = KINDS[name]
    file = TemporaryFile()  # noqa: SIM115, the answer closes it
    kind.write(chosen, file, lambda done, total: None)
    file.seek(0)
    return FileResponse(
        file,
        as_attachment=True,
        filename=kind.file_name(chosen),
        content_type=kind.content_type,
    )
