"""Taking back a join: the parts of an article are articles of their own again."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.intake.joining import held, put_on_record
from articles.labelling import doubts
from articles.models import Credit, JoinedPart, PageDoubt, Photo
from articles.refusals import Refusal, Refused
from articles.workflow import annotating
from articles.workflow.rules import edit_refusal
from articles.workflow.standing import standing_of


def part_of(piece):
    """The JoinedPart that ties a piece to its whole, or None."""
    return JoinedPart.objects.with_articles().filter(piece=piece).first()


def parting_refusal(part, *, by):
    """Why the join may not be undone now, or None."""
    whole, piece = part.whole, part.piece
    if not whole.is_editable:
        return Refusal(
            rule="state",
            message=_("%(article)s is in the state “%(state)s”.")
            % {"article": whole, "state": whole.get_status_display()},
            next_step=_("A join is undone before review, or after the article was returned."),
        )
    if refusal := edit_refusal(standing_of(whole, by)):
        return refusal
    later = whole.parts.filter(position__gt=part.position).select_related("piece").last()
    if later is not None:
        return Refusal(
            rule="later_part",
            message=_("%(article)s was joined behind this piece.") % {"article": later.piece},
            next_step=_("Undo that join first."),
        )
    if not whole.body.endswith(piece.body):
        return Refusal(
            rule="worked_on",
            message=_("The text that came from this piece has been changed in %(article)s.")
            % {"article": whole},
            next_step=_("Make its last paragraphs again as the piece has them, then undo."),
        )
    return None


def undo_join(piece, *, by):
    """Give the piece back what the join took from it, on record for both.

    A piece that is joined to nothing stays as it is. Raises Refused, and changes nothing, once
    review has begun or where the text has changed since.
    """
    with transaction.atomic():
        seen = part_of(piece)
        if seen is None:
            return
        whole, piece = held(seen.whole, seen.piece)
        part = part_of(piece)
        # Undone, or even joined elsewhere, while this waited for the rows.
        if part is None or part.whole_id != whole.pk:
            return
        part.whole, part.piece = whole, piece
        if refusal := parting_refusal(part, by=by):
            raise Refused(refusal)
        _part(part, by=by)


def _part(part, *, by):
    whole, piece, taken = part.whole, part.piece, part.taken
    part.delete()
    whole.body = whole.body.removesuffix(piece.body).removesuffix("\n")
    if taken.get("headline") and whole.headline == piece.headline:
        whole.headline = ""
    whole.revision += 1
    whole.save()
    piece.import_sha256 = taken.get("import_sha256", "")
    piece.revision += 1
    piece.save(update_fields=["import_sha256", "revision", "modified_at"])
    _give_back(whole, piece, taken)
    put_on_record(
        "part",
        {
            whole: (_("No longer continued with %(article)s from page %(page)s."), piece),
            piece: (_("No longer joined to %(article)s on page %(page)s."), whole),
        },
        by=by,
    )
    annotating.renew([whole, piece])


def _give_back(whole, piece, taken):
    Credit.objects.filter(article=whole, pk__in=taken.get("credits", ())).delete()
    Photo.objects.filter(article=whole, pk__in=taken.get("photos", ())).update(article=piece)
    PageDoubt.objects.filter(article=whole, pk__in=taken.get("doubts", ())).update(article=piece)
    doubts.ask_again(taken.get("answered", ()))
