"""Whose a login is: a password that an administrator sets opens no role till somebody vouches.

Else whoever keeps the logins could sign in another's name.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Handover
from articles.refusals import Refusal, Refused, who_could
from articles.roles import Role, roles_of

VOUCHERS = frozenset({Role.SECTION_HEAD, Role.CHIEF_EDITOR})


def hand_over(user, *, by):
    """Put on record that `by` has set the password of somebody else; their roles rest from now."""
    if user.pk != by.pk:
        now = timezone.now()
        anew = {"set_by": by, "set_at": now, "chosen_at": None}
        Handover.objects.open().update_or_create(user=user, defaults=anew)


def open_one(user) -> Handover | None:
    """What stands between a login and its roles, or None."""
    return Handover.objects.open().filter(user=user).select_related("set_by").first()


def rests(user) -> bool:
    """Whether something stands between a login and what it is there for."""
    return Handover.objects.open().filter(user=user).exists()


def take_over(user):
    """Put on record that the person has chosen a password of their own."""
    Handover.objects.open().filter(user=user).update(chosen_at=timezone.now())


def waiting():
    """The logins to vouch for, the longest waiting first."""
    found = Handover.objects.open().select_related("user", "set_by")
    return found.prefetch_related("user__groups").order_by("set_at", "pk")


def vouch(handover, *, by):
    """Say that the login is in its person's hands: its roles hold again. Raises Refused."""
    _close(handover, by=by)


def vouch_from_the_server(handover):
    """The same by whoever keeps the server, where there is nobody yet who could."""
    _close(handover, by=None)


def vouch_refusal(handover, by):
    """Why the person may not vouch for the login, or None."""
    if not roles_of(by) & VOUCHERS:
        return Refusal.role(_("I vouch for them"), VOUCHERS)
    if by.pk in (handover.user_id, handover.set_by_id):
        return Refusal(
            rule="separation",
            message=_("Nobody vouches for themselves, nor for a password that they set."),
            who=who_could(VOUCHERS),
            next_step=_("Ask a colleague of that role."),
        )
    return _own_password_refusal(handover)


def _own_password_refusal(handover):
    if handover.chosen_at is not None:
        return None
    return Refusal(
        rule="own_password",
        message=_("The person has not chosen a password of their own yet."),
        next_step=_("Let them log in and choose one; then vouch for them."),
    )


def _close(handover, *, by):
    with transaction.atomic():
        held = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
        refusal = vouch_refusal(held, by) if by else _own_password_refusal(held)
        if refusal is not None:
            raise Refused(refusal)
        # Repeating it changes nothing: the first word stands.
        if held.vouched_at is None:
            held.vouched_by, held.vouched_at = by, timezone.now()
            held.save()
