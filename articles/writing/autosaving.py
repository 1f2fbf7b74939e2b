"""Autosaves: what a writer has typed is kept for them alone until they save it themselves."""

from uuid import uuid4

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Autosave
from articles.refusals import Refusal, Refused

LONGEST = 200_000
MOST_SHEETS = 20


class Elsewhere(Refused):
    """Another window has kept something that this one has not seen: `autosave`."""

    def __init__(self, autosave):
        super().__init__(
            Refusal(
                rule="elsewhere",
                message=_("Not kept: this piece is being written in another window as well."),
                next_step=_("Bring both texts together, then go on."),
            )
        )
        self.autosave = autosave


def keep(fields, *, by, article=None, sheet=None, upon=(None, None), mark=None, window=None):
    """Keep what stands in the fields as typed, and return the Autosave.

    It is of `article`, or of a new piece's `sheet`; `upon` is (revision, number of the version)
    that the form was opened on. Raises Elsewhere where another window kept something since
    `mark`, Refused where it is too much; then nothing changes.
    """
    fields = {name: text.replace("\x00", "") for name, text in fields.items()}
    _check_length(fields)
    with transaction.atomic():
        # The row of the login is the lock: two windows are heard one after the other.
        get_user_model().objects.select_for_update(no_key=True).get(pk=by.pk)
        held = of(by, article=article, sheet=sheet)
        if held is None:
            _check_number(by, sheet)
            held = Autosave(writer=by, article=article, sheet=sheet)
        elif not _is_known(held, mark, window):
            raise Elsewhere(held)
        held.fields, held.window = fields, window
        held.revision, held.base = upon
        held.mark, held.at = uuid4(), timezone.now()
        held.save()
    return held


def of(writer, *, article=None, sheet=None):
    """What the writer has not saved of a piece or of a sheet, or None."""
    return Autosave.objects.filter(writer=writer, article=article, sheet=sheet).first()


def all_of(writer):
    """All that the writer has not saved, the newest first; of pieces, of their own alone."""
    rows = Autosave.objects.filter(Q(article=None) | Q(article__owner=writer), writer=writer)
    return rows.select_related("article")


def release(writer, *, article=None, sheet=None, mark=None, window=None):
    """Forget what has been saved now. What another window kept meanwhile stays."""
    held = of(writer, article=article, sheet=sheet)
    if held is not None and _is_known(held, mark, window):
        held.delete()


def discard(writer, mark):
    """Throw away what is kept under `mark`; whether it still was."""
    count, _by_model = Autosave.objects.filter(writer=writer, mark=mark).delete()
    return bool(count)


def _is_known(held, mark, window):
    """A window whose last answer was lost on the way knows its own writing all the same."""
    return held.mark == mark or (window is not None and held.window == window)


def _check_length(fields):
    if sum(map(len, fields.values())) > LONGEST:
        raise Refused(
            Refusal(
                rule="length",
                message=_("Not kept: more than %(most)s characters.") % {"most": LONGEST},
                next_step=_("Divide the text into several pieces."),
            )
        )


def _check_number(writer, sheet):
    if sheet and Autosave.objects.filter(writer=writer, article=None).count() >= MOST_SHEETS:
        raise Refused(
            Refusal(
                rule="sheets",
                message=_("Not kept: you have %(most)s new pieces that are not saved.")
                % {"most": MOST_SHEETS},
                next_step=_("Save or discard some of them under “My pieces”."),
            )
        )
