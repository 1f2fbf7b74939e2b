"""Pages: taken in as text, shown with numbered lines, imported after a preview."""

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.admin import access, doubts, filters
from articles.admin.label_desk import desk, face
from articles.admin.moves import together
from articles.admin.paper import imports, previews
from articles.admin.paper.page_form import PageForm, SourceForm
from articles.admin.paper.source import source_of
from articles.admin.reviewing import slips
from articles.admin.stored import ReadAgain
from articles.labelling import layouts
from articles.models import Page
from articles.parsing import labels_from_json

PLACE = "publication date label name sequence".split()


class ImportedFilter(filters.WhetherSet):
    title = _("import")
    parameter_name = "imported"
    field = "imported_at"
    words = (("no", _("Not imported yet")), ("yes", _("Imported")))


@admin.register(Page)
class PageAdmin(ReadAgain, admin.ModelAdmin):
    form = PageForm
    list_display = "title publication day state articles doubts encoding desk".split()
    list_filter = (ImportedFilter, filters.IssueDay, "issue__publication")
    search_fields = ("label", "name", "issue__date", "source_name")
    ordering = ("-issue__date", "issue", "sequence")
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = ["import_pages"]
    fieldsets = [
        (None, {"fields": ["issue", "label", "name", "sequence", "state", "staff_names"]}),
        (_("Source"), {"fields": ["file_name", "encoding", "read_from", "size", "source_sha256"]}),
    ]
    readonly_fields = (
        "issue label state staff_names file_name encoding read_from size source_sha256".split()
    )
    change_form_template = "admin/articles/page/change_form.html"
    view_on_site = False  # its address answers only once something on it is live

    def get_queryset(self, request):
        return super().get_queryset(request).for_list()

    @admin.display(description=_("page"), ordering="label")
    def title(self, page):
        return page.title

    @admin.display(description=_("publication"))
    def publication(self, page):
        return page.issue.publication

    @admin.display(description=_("date"), ordering="issue__date")
    def day(self, page):
        return page.issue.date

    @admin.display(description=_("import"), ordering="imported_at")
    def state(self, page):
        if page.is_imported:
            return format_html('<span class="badge badge-done">{}</span>', _("Imported"))
        return format_html('<span class="badge badge-waiting">{}</span>', _("Not imported yet"))

    @admin.display(description=_("articles"), ordering="article_count")
    def articles(self, page):
        address = reverse("admin:articles_article_changelist")
        return format_html(
            '<a href="{}?page__id__exact={}">{}</a>', address, page.pk, page.article_count
        )

    @admin.display(description=_("open doubts"), ordering="open_doubts")
    def doubts(self, page):
        return page.open_doubts

    @admin.display(description=_("labels"))
    def desk(self, page):
        address = reverse("admin:articles_page_labels", args=[page.pk])
        return format_html('<a href="{}">{}</a>', address, _("Label desk"))

    @admin.display(description=_("read from"))
    def read_from(self, page):
        certainty = layouts.certainty_of(page)
        if certainty is None:
            return _("the text of the file")
        return _(
            "a picture of the page, by machine, %(percent)s %% sure: compare with the print"
        ) % {"percent": round(100 * certainty)}

    @admin.display(description=_("encoding"), ordering="source_encoding")
    def encoding(self, page):
        return page.source_encoding.upper()

    @admin.display(description=_("file name"))
    def file_name(self, page):
        return page.source_name or _("pasted text")

    @admin.display(description=_("size"))
    def size(self, page):
        text = page.text
        return _("%(characters)s characters in %(lines)s lines, %(bytes)s bytes") % {
            "characters": len(text),
            "lines": len(text.splitlines()),
            "bytes": len(page.source),
        }

    @admin.display(description=_("page staff"))
    def staff_names(self, page):
        return "、".join(previews.staff_names(page.staff)) or self.get_empty_value_display()

    def has_add_permission(self, request):
        return super().has_add_permission(request) and self.has_import_permission(request)

    def has_import_permission(self, request):
        return access.import_refusal(request) is None

    @admin.action(
        description=_("Import the selected pages (preview first)"), permissions=["import"]
    )
    def import_pages(self, request, queryset):
        keys = list(queryset.values_list("pk", flat=True)[: imports.MOST_PAGES + 1])
        if len(keys) > imports.MOST_PAGES:
            note = _("At most %(most)s pages can be imported together. Choose fewer.")
            self.message_user(request, note % {"most": imports.MOST_PAGES}, messages.ERROR)
            return None
        pages = "&".join(f"page={pk}" for pk in keys)
        return redirect(f"{reverse('admin:articles_page_import')}?{pages}")

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("import/", view(self.import_view), name="articles_page_import"),
            path(
                "<int:page>/doubts/<int:pk>/",
                view(self.doubt_view),
                name="articles_page_doubt",
            ),
            path("<int:pk>/slip/", view(self.slip_view), name="articles_page_slip"),
            path("<int:pk>/slip.pdf", view(self.slip_pdf_view), name="articles_page_slip_pdf"),
            *face.urls(self),
            *desk.urls(self),
            *super().get_urls(),
        ]

    def import_view(self, request):
        return imports.import_view(self, request)

    @method_decorator(require_safe)
    def slip_view(self, request, pk):
        return slips.page_slip(self, request, pk, "html")

    @method_decorator(require_safe)
    def slip_pdf_view(self, request, pk):
        return slips.page_slip(self, request, pk, "pdf")

    def doubt_view(self, request, page, pk):
        return doubts.decide(
            self, request, doubts.of_page(page, pk), "admin:articles_page_change", page
        )

    def add_view(self, request, form_url="", extra_context=None):
        if not super().has_add_permission(request):
            raise PermissionDenied
        if refusal := access.import_refusal(request):
            self.message_user(request, str(refusal), messages.ERROR)
            return redirect("admin:articles_page_changelist")
        form = SourceForm(request.POST or None, request.FILES or None)
        if form.is_valid() and (page := form.receive(by=request.user)):
            return self._received(request, page)
        return self._ask_for_source(request, form)

    def _received(self, request, page):
        self.log_addition(request, page, [{"added": {}}])
        facts = {"page": page, "encoding": self.encoding(page), "size": self.size(page)}
        note = _("%(page)s was taken in: read as %(encoding)s, %(size)s.") % facts
        self.message_user(request, note, messages.SUCCESS)
        return redirect(f"{reverse('admin:articles_page_import')}?page={page.pk}")

    def _ask_for_source(self, request, form):
        fieldsets = [
            (_("Where it stands"), {"fields": PLACE}),
            (_("What it says"), {"fields": ["text", "file"]}),
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Take in a page"),
            "opts": self.opts,
            "adminform": helpers.AdminForm(form, fieldsets, {}, model_admin=self),
            "errors": form.errors,
        }
        return TemplateResponse(request, "admin/articles/page/take_in.html", context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            loose = list(obj.doubts.filter(article=None).select_related("resolved_by"))
            labels = labels_from_json(obj.run.labels) if obj.run else ()
            asked = [doubt for doubt in loose if doubt.is_open]
            context |= {
                "source": source_of(obj.text, labels=labels, doubts=asked),
                "doubts": doubts.rows(loose, obj.pk, "admin:articles_page_doubt", request),
                "page_moves": together.page_buttons(self, request, obj),
                "import_refusal": access.import_refusal(request),
                "import_url": f"{reverse('admin:articles_page_import')}?page={obj.pk}",
                "show_save_and_add_another": False,
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
