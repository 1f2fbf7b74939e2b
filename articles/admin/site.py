"""The editors' front door: who may come in, and what waits for them."""

from functools import partial, wraps

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import BadRequest, ObjectDoesNotExist, ValidationError
from django.db.models.constants import LOOKUP_SEP
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from articles import entrance, handovers
from articles.admin import access, home, notices
from articles.admin.keys import LONGEST, key_of
from articles.admin.staff import ledger, vouching
from articles.logins import shown_name
from articles.roles import STAFF, roles_of

# What lies on each shelf, in the order of the day's work.
SHELVES = {
    _("Taking in"): "Page ImportBatch Issue",
    _("Texts and photos"): "Article Assignment Photo",
    _("Readers and print"): "ErrorReport PrintTask OldAddress",
    _("Registers"): "Reporter Tag Section Publication",
    _("House rules"): "Duty HouseTerm",
    _("On record"): "ProofMark Event Version",
}
JOBS = _("Jobs in the background")
ROOMS = " ".join(SHELVES.values()).split()

# SQLite looks for no more than some thousand words or bytes; a passage is shorter.
LONGEST_ASKED = 1000
KEPT_FILTERS = "_changelist_filters"  # a query in a query, in which nothing is looked for

HANDED_OVER = _(
    "An administrator has set this password, and your roles rest. Log in at %(address)s: there you"
    " choose one of your own."
)


def may_enter(user, roles):
    """Active staff with a role in the editors' rooms, and the system's administrators.

    But for one who has a password of another's: it would be a second pair of hands of that one.
    """
    if not (user.is_active and user.is_staff):
        return False
    return bool(roles & STAFF) or (user.is_superuser and not handovers.rests(user))


class EditorsLogin(entrance.CountedAttempts, AdminAuthenticationForm):
    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if may_enter(user, roles_of(user)):
            return
        if handovers.open_one(user):
            raise ValidationError(HANDED_OVER % {"address": reverse("login")}, code="handed_over")
        raise self.get_invalid_login_error()


class EditorsRooms(admin.AdminSite):
    site_header = _("Newsroom · Editors")
    site_title = _("Newsroom")
    index_title = _("What waits")
    login_form = EditorsLogin
    enable_nav_sidebar = False
    empty_value_display = "–"

    def has_permission(self, request):
        return request.user.is_authenticated and may_enter(request.user, access.roles(request))

    def each_context(self, request):
        user = request.user
        who = shown_name(user) if user.is_authenticated else ""
        return super().each_context(request) | {"who": who}

    def admin_view(self, view, cacheable=False):
        """Odd requests are refused. Nothing is saved as new: Django does that with every record,
        asked or not, and goes round what its room allows for the record in the address."""

        @wraps(view)
        def as_it_is(request, *args, **kwargs):
            is_none = "\0" in request.path  # no database holds such a key
            if is_none or "_saveasnew" in request.POST or not _can_be_asked(request.GET):
                raise BadRequest
            try:
                return view(request, *args, **kwargs)
            # A number that SQLite cannot hold, a key that is none of that model's.
            except (OverflowError, ValidationError) as error:
                raise BadRequest from error
            except ValueError as error:
                # Rows chosen by what is no number; of rows that may be there it is a fault of ours.
                if all(map(key_of, request.POST.getlist(ACTION_CHECKBOX_NAME))):
                    raise
                raise BadRequest from error
            except ObjectDoesNotExist as error:
                raise entrance.gone(request, error) from error

        # Only words for scripts are the same for all; a form for a password is not.
        return super().admin_view(as_it_is, cacheable and view == self.i18n_javascript)

    def login(self, request, extra_context=None):
        if request.user.is_authenticated and handovers.open_one(request.user):
            return redirect("password")
        response = super().login(request, extra_context)
        form = (getattr(response, "context_data", None) or {}).get("form")
        return entrance.answered(response, form)

    def password_change(self, request, extra_context=None):
        return redirect("password")

    def get_app_list(self, request, app_label=None):
        """Our own rooms first, in the order of the day's work."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: _place(model["object_name"]))
        return sorted(apps, key=lambda app: app["app_label"] != "articles")

    def get_urls(self):
        inbox = self.admin_view(partial(notices.inbox_view, site=self))
        book = self.admin_view(partial(ledger.ledger, site=self))
        voucher = self.admin_view(partial(vouching.vouching, site=self))
        return [
            path("vouching/", voucher, name="vouching"),
            path("notices/", inbox, name="notices"),
            path("ledger/", book, name="ledger"),
            path("ledger.csv", self.admin_view(ledger.ledger_csv), name="ledger_csv"),
            *super().get_urls(),
        ]

    def index(self, request, extra_context=None):
        waiting = home.context(request.user, access.roles(request))
        shelves = {"app_list": on_shelves(self.get_app_list(request))}
        refusal = {"take_in_refusal": access.import_refusal(request)}
        return super().index(request, {**waiting, **shelves, **refusal, **(extra_context or {})})


def on_shelves(apps):
    """The list of apps with ours cut into shelves; an empty shelf is left out."""
    cut = []
    for app in apps:
        if app["app_label"] == "django_tasks_database":
            # A stranger's package, which knows no Chinese.
            app = app | {"name": JOBS, "models": [app["models"][0] | {"name": JOBS}]}
        if app["app_label"] != "articles":
            cut.append(app)
            continue
        for label, names in SHELVES.items():
            models = [model for model in app["models"] if model["object_name"] in names.split()]
            if models:
                cut.append(app | {"name": label, "models": models})
    return cut


def _can_be_asked(query):
    """Whether no row is asked for by what no database holds: NUL, or too long a number for a key;
    or by a text too long to be looked for.

    Searches and our own pages answer a long number themselves.
    """
    asked = [(name, value) for name, values in query.lists() for value in values]
    lookups = [value.lstrip("-") for name, value in asked if LOOKUP_SEP in name]
    return (
        not any("\0" in value for name, value in asked if name != SEARCH_VAR)
        and not any(value.isdigit() and len(value) > LONGEST for value in lookups)
        and not any(len(value) > LONGEST_ASKED for name, value in asked if name != KEPT_FILTERS)
    )


def _place(name):
    return ROOMS.index(name) if name in ROOMS else len(ROOMS)
