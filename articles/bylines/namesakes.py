"""Two records of one person made one, and apart again: nothing is moved, so nothing is lost."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Reporter
from articles.refusals import Refusal, Refused
from articles.roles import EDITORS, roles_of


def merge(person, *, into, by):
    """Let `person` be the same as `into`. Raises Refused.

    Credits keep their record and their printed name; readers and rules see one person. A login
    that only the merged record had goes over.
    """
    with transaction.atomic():
        person, into = _locked(person.pk, into.pk)
        _refuse(merge_refusal(person, into, by=by))
        person.merged_into, person.gave_login = into, person.user_id is not None
        if person.gave_login:
            into.user_id, person.user_id = person.user_id, None
        person.save()
        into.save()


def part(person, *, by):
    """Undo the merge that `person` tells of: two people again, each with the login that was theirs.

    Raises Refused.
    """
    with transaction.atomic():
        person, into = _locked(person.pk, person.merged_into_id)
        _refuse(part_refusal(person, by=by) or _moved_refusal(person, into))
        login = into.user_id if person.gave_login else None
        if login is not None:
            into.user_id = None
            into.save()
        person.user_id, person.merged_into, person.gave_login = login, None, False
        person.save()


def _locked(*keys):
    """The rows of two records, locked in one order whichever way round they are asked for.

    None for the key None. Raises Reporter.DoesNotExist.
    """
    rows = Reporter.objects.select_for_update(of=("self",)).order_by("pk")
    found = {None: None, **{row.pk: row for row in rows.filter(pk__in=keys)}}
    if not found.keys() >= set(keys):
        raise Reporter.DoesNotExist
    return [found[key] for key in keys]


def merge_refusal(person, into, *, by):
    """Why the two records cannot be made one, or None."""
    if refusal := _who_refusal(by, person, into):
        return refusal
    if person.pk == into.pk:
        message = _("This is the same record.")
    elif person.merged_into_id or into.merged_into_id:
        message = _("One of the two is merged already.")
    elif person.merged.exists():
        message = _("This record has taken in others. Merge the other record into it instead.")
    elif person.user_id and into.user_id:
        message = _("Each has a login of its own: these are two people.")
    else:
        return None
    return Refusal(rule="people", message=message, next_step=_("Choose another record."))


def part_refusal(person, *, by):
    """Why a merge cannot be undone, or None."""
    if person.merged_into is None:
        return Refusal(rule="people", message=_("This record is not merged into another."))
    return _who_refusal(by, person, person.merged_into)


def _moved_refusal(person, into):
    """Why a record is not parted from `into`: by now it is another one's."""
    if person.merged_into == into:
        return None
    return Refusal(
        rule="people",
        message=_("A colleague has parted or merged it meanwhile."),
        next_step=_("Look at it anew."),
    )


def _who_refusal(by, *people):
    if not roles_of(by) & EDITORS:
        return Refusal.role(_("Merge records of a person"), EDITORS)
    if by.pk in [person.user_id for person in people]:
        return Refusal(
            rule="separation",
            message=_("Nobody decides which bylines are their own."),
            next_step=_("Ask a colleague."),
        )
    return None


def _refuse(refusal):
    if refusal is not None:
        raise Refused(refusal)
