"""选题 in the editors' rooms: the list, the form, and a board by state."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from articles import logins
from articles.admin import access
from articles.admin.widgets import PLANNED_DAYS, Moment, NamedLogins
from articles.admin.wording import status_badge
from articles.models import Assignment, AssignmentState
from articles.refusals import Refused
from articles.workflow.moves import SENIORS
from articles.workflow.rules import section_problem
from articles.writing import assigning
from articles.writing.assignment_steps import STEPS

ON_A_COLUMN = 30
# Steps that have a button there; a reporter's own are made at the desk.
ON_THE_BOARD = ("assign", "drop", "reopen")
PLAN = ("due", "planned_for", "page_label", "planned_length")


def writers():
    """Everybody who may be asked to write."""
    known = User.objects.filter(is_active=True, groups__name__in=assigning.WRITERS)
    return known.distinct().order_by("last_name", "first_name", "username")


class WriterField(forms.ModelChoiceField):
    def label_from_instance(self, user):
        return logins.shown_name(user)


class AssignmentForm(forms.ModelForm):
    reporter = WriterField(label=gettext_lazy("reporter"), required=False, queryset=writers())
    due = Moment(label=gettext_lazy("due"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Assignment
        fields = ("publication", "title", "brief", "section", "reporter", *PLAN)
        widgets = {
            "title": forms.TextInput({"size": 60}),
            "brief": forms.Textarea({"rows": 5, "class": "vLargeTextField"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = self.instance.revision

    def clean(self):
        data = super().clean()
        if self.instance.pk and data.get("seen") != self.instance.revision:
            raise forms.ValidationError(
                _("Somebody changed this assignment after you opened it. Open it again first."),
                code="stale",
            )
        if problem := section_problem(data.get("section"), data.get("publication")):
            self.add_error("section", forms.ValidationError(problem, code="other_publication"))
        return data


class Overdue(admin.SimpleListFilter):
    title = gettext_lazy("due")
    parameter_name = "overdue"

    def lookups(self, request, model_admin):
        return [("yes", _("Overdue"))]

    def queryset(self, request, queryset):
        return queryset.overdue() if self.value() else queryset


@dataclass(frozen=True)
class Card:
    assignment: Assignment
    options: list

    @property
    def who(self):
        reporter = self.assignment.reporter
        return logins.shown_name(reporter) if reporter else ""


@dataclass(frozen=True)
class Column:
    state: AssignmentState
    total: int
    cards: list
    url: str

    @property
    def more(self):
        return self.total - len(self.cards)


@admin.register(Assignment)
class AssignmentAdmin(NamedLogins, admin.ModelAdmin):
    form = AssignmentForm
    formfield_overrides = PLANNED_DAYS
    shows = {"reporter": "who"}
    list_display = ("title", "state_badge", "who", "section", "due_note", "planned_for", "piece")
    list_filter = ("state", Overdue, "publication", "section")
    search_fields = ("title", "brief", "=reporter__username", "reporter__last_name")
    ordering = ("-pk",)
    actions = None
    view_on_site = False
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    readonly_fields = ("state_badge", "piece", "what_happened")
    fields = (
        "state_badge",
        "publication",
        "title",
        "brief",
        ("section", "reporter"),
        ("due", "planned_for", "page_label", "planned_length"),
        "piece",
        "what_happened",
        "seen",
    )

    def has_add_permission(self, request):
        return bool(access.roles(request) & SENIORS)

    def has_change_permission(self, request, obj=None):
        return self.has_add_permission(request)

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).for_list()

    def get_readonly_fields(self, request, obj=None):
        fixed = super().get_readonly_fields(request, obj)
        # The piece is its writer's: it does not pass to somebody else with the assignment.
        return (*fixed, "reporter", "publication") if obj and obj.article_id else fixed

    def save_model(self, request, obj, form, change):
        if change:
            assigning.change(obj, by=request.user)
        else:
            assigning.set_down(obj, by=request.user)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refused:
            # Between the look at the form and the saving somebody was quicker.
            self.message_user(request, str(refused), messages.ERROR)
            return redirect(request.path)

    def get_urls(self):
        board = self.admin_site.admin_view(self.board_view)
        step = self.admin_site.admin_view(self.step_view)
        return [
            path("board/", board, name="articles_assignment_board"),
            path("<int:pk>/step/<slug:action>/", step, name="articles_assignment_step"),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def board_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Assignments by state"),
            "opts": self.opts,
            "columns": [_column(state, request) for state in AssignmentState],
            "writers": [(user.pk, logins.shown_name(user)) for user in writers()],
            "may_add": self.has_add_permission(request),
        }
        return TemplateResponse(request, "admin/articles/assignment/board.html", context)

    def step_view(self, request, pk, action):
        if not self.has_view_permission(request):
            raise PermissionDenied
        assignment = self.get_object(request, str(pk))
        if assignment is None or action not in ON_THE_BOARD:
            raise Http404
        return _take(request, self, assignment, action)

    @admin.display(description=gettext_lazy("status"), ordering="state")
    def state_badge(self, assignment):
        late = format_html(' <span class="badge badge-doubt">{}</span>', _("Overdue"))
        return format_html(
            '<span class="badge badge-{}">{}</span>{}',
            assignment.state,
            assignment.get_state_display(),
            late if assignment.is_overdue else "",
        )

    @admin.display(description=gettext_lazy("reporter"), ordering="reporter")
    def who(self, assignment):
        return logins.shown_name(assignment.reporter) if assignment.reporter else None

    @admin.display(description=gettext_lazy("due"), ordering="due")
    def due_note(self, assignment):
        return assignment.due

    @admin.display(description=gettext_lazy("piece"))
    def piece(self, assignment):
        if assignment.article is None:
            return self.get_empty_value_display()
        address = reverse("admin:articles_article_change", args=[assignment.article_id])
        badge = status_badge(assignment.article.status)
        return format_html('<a href="{}">{}</a> {}', address, assignment.article, badge)

    @admin.display(description=gettext_lazy("what happened to it"))
    def what_happened(self, assignment):
        rows = (
            (
                date_format(timezone.localtime(note.at), "Y-m-d H:i"),
                note.who,
                note.label,
                note.words,
            )
            for note in assigning.history(assignment)
        )
        return format_html_join("", "<p>{} {} · {} {}</p>", rows)


def _column(state, request):
    rows = Assignment.objects.filter(state=state)
    shown = rows.for_list().most_urgent_first()[:ON_A_COLUMN]
    cards = [Card(each, _options(each, request)) for each in shown]
    address = f"{reverse('admin:articles_assignment_changelist')}?state__exact={state.value}"
    return Column(state, rows.count(), cards, address)


def _options(assignment, request):
    options = assigning.options(assignment, request.user, access.roles(request))
    return [option for option in options if option.step.action in ON_THE_BOARD]


class StepForm(forms.Form):
    """The revision that was seen, words, and for whom an assignment is."""

    revision = forms.IntegerField(min_value=1)
    words = forms.CharField(required=False, max_length=2000)
    reporter = forms.ModelChoiceField(queryset=writers(), required=False)


@require_POST
def _take(request, model_admin, assignment, action):
    form = StepForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {"revision": 0}
    try:
        assigning.take(assignment, action, by=request.user, **given)
    except Refused as refused:
        model_admin.message_user(request, str(refused), messages.ERROR)
    else:
        label = STEPS[action].label
        model_admin.message_user(request, f"{assignment}：{label}", messages.SUCCESS)
    return redirect("admin:articles_assignment_board")
