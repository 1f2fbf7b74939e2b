"""The newsroom's roles: which group may do what. Synced after every migrate."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group, Permission
from django.db import models
from django.db.models import Exists, Q, Value
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    REPORTER = "reporter", _("Reporter")
    DESK_EDITOR = "desk_editor", _("Desk editor")
    PROOFREADER = "proofreader", _("Proofreader")
    SECTION_HEAD = "section_head", _("Section head")
    CHIEF_EDITOR = "chief_editor", _("Chief editor")
    AUDITOR = "auditor", _("Auditor")


def role_name(code):
    """In words, under what somebody acted: a role, or what stands on record in its place."""
    if code in Role.values:
        return Role(code).label
    return {"owner": _("Writer"), "": _("by the clock")}.get(code, _("Right to publish"))


EDITORS = frozenset({Role.DESK_EDITOR, Role.SECTION_HEAD, Role.CHIEF_EDITOR})
# All who may enter the editors' rooms; reporters have the desk.
STAFF = frozenset(Role) - {Role.REPORTER}

# What the duty roster can grant for a day.
ROSTERED = [
    (role.value, role.label)
    for role in (Role.CHIEF_EDITOR, Role.SECTION_HEAD, Role.DESK_EDITOR, Role.PROOFREADER)
]

RECORDS = (
    "publication section issue page article photo credit reporter alias tag tagging "
    "pagedoubt parserun version event holiday houseterm proofmark duty assignment "
    "oldaddress errorreport printtask"
).split()
EDITED = "issue page article photo credit reporter alias tag tagging pagedoubt".split()


def _editing(*models_):
    return {f"{verb}_{model}" for model in models_ for verb in ("add", "change")}


# Uploads tell of texts that nobody has looked at: they are the importing desk's.
INCOMING = {"view_importbatch", "view_importitem"}
READ = {f"view_{model}" for model in RECORDS}
EDIT = READ | INCOMING | _editing(*EDITED) | {"delete_tagging", "delete_credit", "delete_alias"}

ROLES = {
    Role.REPORTER: set(),
    Role.DESK_EDITOR: EDIT | {"add_importbatch", "delete_photo", "delete_page", "delete_issue"},
    Role.PROOFREADER: READ,
    Role.SECTION_HEAD: EDIT | _editing("section", "houseterm", "assignment") | {"delete_houseterm"},
    Role.CHIEF_EDITOR: EDIT
    | _editing("section", "publication", "holiday", "houseterm", "duty", "assignment")
    | {"publish_article", "delete_holiday", "delete_houseterm", "delete_duty"}
    | _editing("oldaddress")
    | {"delete_oldaddress"},
    Role.AUDITOR: READ,
}


def sync_roles(sender, **kwargs):
    """Make the groups hold exactly what ROLES says."""
    codes = set().union(*ROLES.values())
    known = {
        permission.codename: permission
        for permission in Permission.objects.filter(
            content_type__app_label="articles", codename__in=codes
        )
    }
    for role, wanted in ROLES.items():
        group, _created = Group.objects.get_or_create(name=role.value)
        group.permissions.set([known[code] for code in wanted if code in known])


def roles_of(user):
    """The roles that a user holds, those of today's duty included. A superuser is given none."""
    own, on_duty = own_and_rostered(user)
    return own | on_duty


def own_and_rostered(user):
    """The roles that a user has anyway, and those of today's duty. One query."""
    if not user.is_active:
        return frozenset(), frozenset()
    own = user.groups.filter(_is_their_own(user)).order_by().values_list("name", Value(0))
    duties = user.duties.today().filter(_is_their_own(user))
    today = duties.order_by().values_list("role", Value(1))
    held = [(name, source) for name, source in own.union(today) if name in Role.values]
    return tuple(frozenset(name for name, found in held if found == source) for source in (0, 1))


def holding(user, roles):
    """That the user holds one of the roles now, as a condition of a question."""
    own = user.groups.filter(_is_their_own(user), name__in=roles)
    return Exists(own) | Exists(user.duties.today().filter(_is_their_own(user), role__in=roles))


def _is_their_own(user):
    """That no password set by somebody else stands in the way: till then roles rest."""
    return ~Exists(user.handovers.open())


def acted_for(user, role):
    """The role itself where the user has it by the duty roster alone, else nothing."""
    is_own = role not in Role.values or user.groups.filter(name=role).exists()
    return "" if is_own else role


def holds(user, permission):
    """Whether a permission was given to the user or a group of theirs. Superusers get no gift."""
    given = Permission.objects.filter(content_type__app_label="articles", codename=permission)
    given = given.filter(_is_their_own(user))
    return given.filter(Q(user=user) | _through_groups(user)).exists()


def _through_groups(user):
    return Q(group__user=user) | Q(group__name__in=user.duties.today().values("role"))


class RosterBackend(ModelBackend):
    """Logins whose permissions are those of their groups and, for the day, of their duties."""

    def _get_group_permissions(self, user_obj):
        granted = Permission.objects.filter(_through_groups(user_obj), _is_their_own(user_obj))
        return granted.distinct()

    def _get_user_permissions(self, user_obj):
        return user_obj.user_permissions.filter(_is_their_own(user_obj))
