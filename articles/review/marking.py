"""Proof marks: errors that a reader of the proofs marks in the text, counted and never lost."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, ErrorKind, ProofMark
from articles.refusals import Refusal, Refused
from articles.review.commenting import COMMENTERS, check_spot
from articles.texts.body import is_blank
from articles.texts.manuscripts import Spot
from articles.workflow.checking import manuscript_of_version
from articles.workflow.standing import standing_of

LONGEST = 200  # characters of the wording that is marked


def mark(article, *, version, spot: Spot, words, by, kind, note="", start=None) -> ProofMark:
    """Mark `words` of a paragraph as an error. `start` says which, where they stand there twice."""
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if refusal := mark_refusal(standing_of(locked, by)):
            raise Refused(refusal)
        check_spot(locked, version, spot)
        words = words.strip()
        place = _place_of(words, manuscript_of_version(version).at(spot), start)
        pinned = {"version": version, "part": spot.part, "paragraph": spot.paragraph}
        _refuse_twice(locked, place, place + len(words), pinned)
        return ProofMark.objects.create(
            article=locked,
            start=place,
            stop=place + len(words),
            text=words,
            kind=ErrorKind(kind),
            note=note.strip(),
            by=by,
            **pinned,
        )


def void(proof_mark, *, by, reason) -> ProofMark:
    """What was no error after all counts no longer, and stays on record with the reason."""
    with transaction.atomic():
        held = ProofMark.objects.select_for_update(of=("self",)).get(pk=proof_mark.pk)
        standing = standing_of(held.article, by)
        if refusal := mark_refusal(standing) or _own_refusal(held, standing):
            raise Refused(refusal)
        if held.is_void:
            return held
        if is_blank(reason):
            raise Refused(
                Refusal(
                    rule="reason",
                    message=_("Say why it is no error."),
                    next_step=_("Write it in the field beside the button."),
                )
            )
        held.voided_by, held.voided_at, held.void_reason = by, timezone.now(), reason.strip()
        held.save(update_fields=["voided_by", "voided_at", "void_reason"])
    return held


def mark_refusal(standing):
    """Why the person may not mark errors, or None."""
    if standing.roles & COMMENTERS:
        return None
    return Refusal.role(_("Mark an error"), COMMENTERS)


def _own_refusal(held, standing):
    """Why the person may not take back the mark, or None: it counts against them."""
    person = standing.user.pk
    proofread = {proof.actor_id for proof in standing.proofs}
    if held.by_id == person or person not in {*standing.hands, *proofread, held.version.made_by_id}:
        return None
    return Refusal(
        rule="separation",
        message=_("Nobody takes back an error that counts against them."),
        next_step=_("Ask whoever marked it, or a colleague who has not touched the text."),
    )


def _refuse_twice(article, start, stop, pinned):
    """One error counts once, whoever sees it."""
    marks = ProofMark.objects.filter(article=article, voided_at=None, **pinned)
    if marks.filter(start__lt=stop, stop__gt=start).exists():
        raise Refused(
            Refusal(
                rule="marked",
                message=_("These words are marked as an error already."),
                next_step=_("Comment on the paragraph if there is more to say."),
            )
        )


def _place_of(words, paragraph, start):
    if 0 < len(words) <= LONGEST:
        if start is not None and paragraph.startswith(words, start):
            return start
        place = paragraph.find(words)
        if place >= 0:
            return place
    raise Refused(
        Refusal(
            rule="words",
            message=_("These words do not stand in that paragraph."),
            next_step=_("Copy the wrong words from the paragraph, letter by letter."),
        )
    )
