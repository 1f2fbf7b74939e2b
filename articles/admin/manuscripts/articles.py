"""Articles: the lists, the working copy, and what the workflow allows next."""

import re

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db import IntegrityError, models, transaction
from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery, prefetch_related_objects
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles import logins, workflow
from articles.admin import access, doubts, filters
from articles.admin.manuscripts import suggested
from articles.admin.manuscripts.article_form import (
    FILING,
    WORKING_COPY,
    ArticleForm,
    CreditInline,
    PhotoInline,
    shows_text_fields,
)
from articles.admin.moves import hands, moving, together
from articles.admin.moves.reasons import by_reason
from articles.admin.paper import joins
from articles.admin.readers import corrections
from articles.admin.reviewing import dated, review, slips
from articles.admin.stored import ReadAgain, hold
from articles.admin.widgets import KnownChoices, Moment
from articles.admin.wording import due_note, status_badge
from articles.labelling.doubts import ask_of_deleted, settle_headline
from articles.models import Article, JoinedPart, PageDoubt
from articles.refusals import Refused
from articles.roles import EDITORS
from articles.search import headlines
from articles.workflow import correcting
from articles.workflow.moves import ENTRIES
from articles.workflow.rules import describe_refusal, edit_refusal
from articles.writing.editing import revising

NUMBER = re.compile(r"[0-9]{4}-[0-9]{1,6}")
FACTS = ("state", "place", "written_by", "times")
# Shown only of what runs on over several pages.
PIECES = "pieces"


class ByKey(Paginator):
    """Finds a page's rows by key first, from the nearer end: far pages cross only an index.

    More than MOST rows are not counted; the list says so, and is turned round to see its end.
    """

    MOST = 100_000

    @cached_property
    def count(self):
        return self.object_list.order_by().values("pk")[: self.MOST].count()

    @property
    def is_cut(self):
        return self.count >= self.MOST

    def page(self, number):
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        end = min(first + self.per_page, self.count)
        rows = self.object_list[first:end]
        if first * 2 > self.count and not self.is_cut:
            rows = self.object_list.reverse()[self.count - end : self.count - first]
        keys = list(rows.values_list("pk", flat=True))
        return Page(self.object_list.filter(pk__in=keys), number, self)


class ArticleList(ChangeList):
    def get_queryset(self, request, exclude_parameters=None):
        waiting = PageDoubt.objects.filter(article=OuterRef("pk"), resolved_at__isnull=True)
        counted = waiting.order_by().values("article").annotate(count=Count("pk")).values("count")
        articles = super().get_queryset(request, exclude_parameters).for_list()
        return articles.annotate(open_doubts=Subquery(counted))


@admin.register(Article)
class ArticleAdmin(ReadAgain, KnownChoices, admin.ModelAdmin):
    form = ArticleForm
    inlines = [CreditInline, PhotoInline]
    list_display = ("number", "title", "badge", "place", "section", "byline", "doubts", "changed")
    list_display_links = ("number", "title")
    # Every other column would sort the whole table.
    sortable_by = ("number", "badge")
    list_filter = (
        filters.Todo,
        "status",
        filters.PrintDay,
        filters.PageLabel,
        filters.Person,
        "publication",
        "section",
        "origin",
    )
    search_fields = ("headline", "=number")
    search_help_text = _("Number or words of the headline")
    list_per_page = 50
    list_max_show_all = 200
    paginator = ByKey
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    ordering = ("-pk",)
    autocomplete_fields = ("section",)
    formfield_overrides = {models.DateTimeField: {"form_class": Moment}}
    actions = together.ACTIONS
    change_form_template = "admin/articles/article/change_form.html"
    change_list_template = "admin/articles/article/change_list.html"

    def get_queryset(self, request):
        related = (
            "publication",
            "section",
            "owner",
            "page__issue__publication",
            "joined_to",
            "claim__holder",
        )
        unread = ("page__source", "page__run__labels", "page__run__doubts")
        articles = super().get_queryset(request)
        parts = Exists(JoinedPart.objects.filter(whole=OuterRef("pk")))
        articles = articles.annotate(has_parts=parts)
        return articles.select_related(*related, "page__run").defer(*unread)

    def get_object(self, request, object_id, from_field=None):
        article = super().get_object(request, object_id, from_field)
        if article is not None and article.has_parts:
            parts = Prefetch("parts", JoinedPart.objects.with_articles())
            prefetch_related_objects([article], parts)
        return article

    def get_search_results(self, request, queryset, search_term):
        """A number or words of the headline, each looked up in an index of its own.

        Lists and choices alike show no piece that another article has taken in.
        """
        queryset, number = queryset.wholes(), search_term.strip()
        if NUMBER.fullmatch(number):
            return queryset.filter(number__gte=number, number__lt=f"{number}~"), False
        if not number:
            return queryset, False
        found = headlines.find(number)
        request.newsroom_search_is_cut = found.is_cut
        return queryset.filter(pk__in=found.articles), False

    def get_changelist(self, request, **kwargs):
        return ArticleList

    @admin.display(description=_("headline"))
    def title(self, article):
        return article.headline or _("(no headline)")

    @admin.display(description=_("status"), ordering="status")
    def badge(self, article):
        return status_badge(article.status)

    @admin.display(description=_("page"))
    def place(self, article):
        if article.page is None:
            return article.get_origin_display()
        address = reverse("admin:articles_page_change", args=[article.page_id])
        words = f"{article.page.issue.date:%Y-%m-%d} {article.page.title}"
        return format_html('<a href="{}">{}</a>', address, words)

    @admin.display(description=_("open doubts"))
    def doubts(self, article):
        return article.open_doubts or ""

    @admin.display(description=_("modified at"))
    def changed(self, article):
        return article.modified_at

    @admin.display(description=_("status"))
    def state(self, article):
        badge, origin = status_badge(article.status), article.get_origin_display()
        return format_html("{} {} {}", badge, origin, due_note(article))

    @admin.display(description=_("owner"))
    def written_by(self, article):
        return logins.shown_name(article.owner) if article.owner else "–"

    @admin.display(description=_("published at"))
    def times(self, article):
        if article.published_at is None:
            return self.get_empty_value_display()
        return date_format(timezone.localtime(article.published_at), "DATETIME_FORMAT")

    @admin.display(description=_("over several pages"))
    def pieces(self, article):
        return joins.pieces_shown(article)

    @admin.display(description=_("tags"))
    def tag_names(self, article):
        return "、".join(sorted(tag.name for tag in article.tags.all())) or "–"

    def get_fieldsets(self, request, obj=None):
        closed = obj is not None and describe_refusal(access.standing(request, obj))
        filing = ["section", "tag_names"] if closed else [*FILING, "filed"]
        facts = [*FACTS, PIECES] if obj and joins.pieces_of(obj) else [*FACTS]
        return [
            (None, {"fields": [*facts, "seen"] if self._is_open(request, obj) else facts}),
            (_("Working copy"), {"fields": [*WORKING_COPY]}),
            (_("Filing"), {"fields": filing}),
        ]

    def get_readonly_fields(self, request, obj=None):
        names = [*FACTS, PIECES, "tag_names"]
        if not self._is_open(request, obj):
            names += WORKING_COPY
        if obj is None or describe_refusal(access.standing(request, obj)):
            names += ["section"]
        return names

    def _is_open(self, request, obj):
        return (
            obj is not None
            and self.has_change_permission(request, obj)
            and shows_text_fields(request, obj)
        )

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.standing = access.standing(request, obj)
        return form

    def view_on_site(self, article):
        return article.get_absolute_url() if article.live_version_id else None

    def changelist_view(self, request, extra_context=None):
        can_write = bool(access.roles(request) & ENTRIES["create"][2])
        more = {"can_write": can_write, "most_found": headlines.MOST}
        more["may_take_in"] = access.import_refusal(request) is None
        answer = super().changelist_view(request, more | (extra_context or {}))
        if isinstance(answer, TemplateResponse):
            answer.context_data["is_cut"] = getattr(request, "newsroom_search_is_cut", False)
        return answer

    def has_add_permission(self, request):
        # An article comes from a page, or from its writer's desk.
        return False

    def has_delete_permission(self, request, obj=None):
        """Only what was never more than created or imported, and only by an editor."""
        if obj is None or not access.roles(request) & EDITORS or not obj.is_deletable:
            return False
        return len(access.standing(request, obj).events) == 1

    def get_deleted_objects(self, objs, request):
        # Its versions, credits and doubts go with it; nobody needs a right to those alone.
        return [str(article) for article in objs], {self.opts.verbose_name_plural: 1}, set(), []

    def delete_model(self, request, obj):
        with transaction.atomic():
            hold(obj)
            headlines.forget(obj)
            ask_of_deleted(obj)
            super().delete_model(request, obj)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except (IntegrityError, PermissionDenied):
            # It may have gone into review between the question and the answer.
            article = self.get_object(request, object_id)
            if article is None or not self.has_view_permission(request, article):
                raise
        note = _(
            "%(article)s was not deleted: only editors can delete an article, and only one that "
            "was never under review."
        )
        self.message_user(request, note % {"article": article}, messages.ERROR)
        return redirect("admin:articles_article_change", article.pk)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused:
            # Somebody was quicker between the check and the save. The second reading of the
            # article tells the form so, and the form keeps what was typed.
            request.__dict__.pop("newsroom_standings", None)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        """Nothing yet: text, credits and photos are saved together, under one lock."""

    def save_related(self, request, form, formsets, change):
        article, values = form.instance, form.cleaned_data
        if form.has_text:
            with revising(article, by=request.user, revision=values["seen"]) as held:
                for name in WORKING_COPY:
                    setattr(held, name, values[name])
                for formset in formsets:
                    formset.save()
            settle_headline(held, by=request.user)
        if form.files_anew:
            filing = {name: values[name] for name in FILING}
            filed = values.get("filed") or None
            workflow.describe(article, by=request.user, filed=filed, **filing)

    def construct_change_message(self, request, form, formsets, add=False):
        # Of a locked text nothing was saved but its section and tags.
        return super().construct_change_message(
            request, form, formsets if form.has_text else [], add
        )

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        standing = access.standing(request, obj)
        form = context["adminform"].form
        buttons = moving.buttons(standing)
        context |= {
            "moves": by_reason(button for button in buttons if not button.is_rare),
            "rare_moves": by_reason(button for button in buttons if button.is_rare),
            "hand": hands.hand(standing),
            "corrections": corrections.listed(obj) if obj.published_at else [],
            "correct_refusal": correcting.write_refusal(standing),
            "history": moving.history(standing),
            "edit_refusal": edit_refusal(standing),
            "doubts": doubts.rows(
                standing.doubts,
                obj.pk,
                "admin:articles_article_doubt",
                request,
            ),
            "checked": review.checked(obj),
            "suggestions": suggested.rows(obj, standing),
            "dates": dated.rows(obj),
            "differences": form.differences,
            "page_url": obj.page_id and reverse("admin:articles_page_change", args=[obj.page_id]),
            "show_save_and_add_another": False,
        }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_urls(self):
        rooms = {
            "together/<str:action>/": ("together", self.together_view),
            "<int:pk>/move/<str:action>/": ("move", self.move_view),
            "<int:pk>/review/": ("review", self.review_view),
            "<int:pk>/slip/": ("slip", self.slip_view),
            "<int:pk>/slip.pdf": ("slip_pdf", self.slip_pdf_view),
            "<int:pk>/hand/": ("hand", self.hand_view),
            "<int:pk>/corrections/new/": ("correct", self.correct_view),
            "<int:pk>/corrections/<int:correction>/": ("correction", self.correction_view),
            "<int:article>/doubts/<int:pk>/": ("doubt", self.doubt_view),
            "<int:article>/suggestions/<int:pk>/": ("suggestion", self.suggestion_view),
        }
        return [
            *(
                path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")
                for route, (name, view) in rooms.items()
            ),
            *super().get_urls(),
        ]

    def move_view(self, request, pk, action):
        return moving.move_view(self, request, pk, action)

    def review_view(self, request, pk):
        return review.review_view(self, request, pk)

    @method_decorator(require_safe)
    def slip_view(self, request, pk):
        return slips.article_slip(self, request, pk, "html")

    @method_decorator(require_safe)
    def slip_pdf_view(self, request, pk):
        return slips.article_slip(self, request, pk, "pdf")

    def hand_view(self, request, pk):
        return hands.hand_view(self, request, pk)

    def correct_view(self, request, pk):
        return corrections.new_view(self, request, pk)

    def correction_view(self, request, pk, correction):
        return corrections.correction_view(self, request, pk, correction)

    def together_view(self, request, action):
        return together.together_view(self, request, action)

    def doubt_view(self, request, article, pk):
        return doubts.decide(
            self, request, doubts.of_article(article, pk), "admin:articles_article_change", article
        )

    def suggestion_view(self, request, article, pk):
        return suggested.take_view(self, request, article, pk)
