"""Corrections: published text changes only so, by one who writes and another who signs."""

from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import search, workflow
from articles.models import Article, Correction, CorrectionKind, CorrectionState, Status
from articles.models.version import TEXT_FIELDS
from articles.refusals import Refusal, Refused, who_could
from articles.roles import EDITORS, Role
from articles.texts.body import is_blank
from articles.workflow import annotating, checking, printing, snapshots
from articles.workflow.moves import SENIORS
from articles.workflow.standing import standing_of

# Who signs which kind.
SIGNERS = {
    CorrectionKind.ERRATUM: SENIORS,
    CorrectionKind.CORRECTION: frozenset({Role.CHIEF_EDITOR}),
    CorrectionKind.CLARIFICATION: frozenset({Role.CHIEF_EDITOR}),
    CorrectionKind.UPDATE: frozenset({Role.CHIEF_EDITOR}),
}
WORDS = ("wrong", "right", "note")
CHOICES = ("kind", "severity")


def open_correction(article, *, by, revision=None, **fields) -> Correction:
    """Begin a correction of what readers see. Raises Refused; the live text stays as it is.

    `revision` is that of the article as the person saw it.
    """
    with transaction.atomic():
        locked = _locked(article)
        _refuse(write_refusal(standing_of(locked, by)))
        if revision not in (None, locked.revision):
            raise Refused(_overtaken(_("Open it again and write the correction on that text.")))
        if locked.corrections.filter(state=CorrectionState.OPEN).exists():
            raise Refused(
                Refusal(
                    rule="open_correction",
                    message=_("A correction of this article is being written already."),
                    next_step=_("Open it and go on there."),
                )
            )
        texts = {name: getattr(locked, name) for name in TEXT_FIELDS}
        words = texts | {"captions": captions_of(locked)} | fields
        correction = Correction(
            article=locked, base_version=locked.live_version, opened_by=by, **words
        )
        _refuse(_missing(correction))
        correction.save()
        correction.writers.add(by)
    return correction


def write(correction, *, by, revision, **fields) -> Correction:
    """Change an open correction. Raises Refused, for a form that is out of date as well."""
    with _holding(correction, revision) as held:
        _refuse(write_refusal(standing_of(held.article, by)))
        for name, value in fields.items():
            setattr(held, name, value)
        _refuse(_missing(held))
        held.revision += 1
        held.save()
        held.writers.add(by)
    return held


def drop(correction, *, by, revision):
    """Give a correction up; what was written stays on record."""
    with _holding(correction, revision) as held:
        # Of an article withdrawn meanwhile too: nothing else would ever close it.
        _refuse(drop_refusal(standing_of(held.article, by)))
        held.state = CorrectionState.DROPPED
        held.closed_by, held.closed_at = by, timezone.now()
        held.save()


def issue(correction, *, by, revision, opinion):
    """Put the corrected text before the readers, in one transaction; return the Event."""
    with _holding(correction, revision) as held:
        article = _locked(held.article)
        standing = standing_of(article, by)
        _refuse(issue_refusal(held, standing))
        _refuse(_no_opinion(opinion))
        for name, text in held.texts.items():
            setattr(article, name, text)
        for photo, caption in zip(article.photos.all(), held.captions, strict=False):
            photo.caption = caption
            photo.save(update_fields=["caption"])
        article.revision += 1
        article.save()
        version = snapshots.take([article], by=held.opened_by)[article.pk]
        article.signed_version = article.live_version = version
        article.save(update_fields=["signed_version", "live_version"])
        annotating.renew([article])
        event = workflow.remark(article, "correct", by=by, opinion=opinion.strip())
        held.state, held.version = CorrectionState.ISSUED, version
        held.closed_by, held.closed_at = by, event.at
        held.save()
        printing.owe(held)
        transaction.on_commit(lambda: search.refresh([article.pk]), robust=True)
    return event


def write_refusal(standing):
    """Why the person may not write a correction of the article, or None."""
    if standing.article.status != Status.PUBLISHED:
        return Refusal(
            rule="state",
            message=_("Only a published article is corrected."),
            next_step=_("Change the text itself, and let it be reviewed."),
        )
    return drop_refusal(standing)


def drop_refusal(standing):
    """Why the person may not give up an open correction, or None."""
    return None if standing.roles & EDITORS else Refusal.role(_("Correct"), EDITORS)


def issue_refusal(correction, standing):
    """Why the person may not sign the correction, or None."""
    signers = SIGNERS[correction.kind]
    if refusal := write_refusal(standing):
        return refusal
    if not standing.roles & signers:
        return Refusal.role(_("Sign and issue"), signers)
    involved = set(correction.writers.values_list("pk", flat=True)) | standing.authors
    if standing.user.pk in involved:
        return Refusal(
            rule="separation",
            message=_("Who writes a correction, or the article, does not sign it."),
            who=who_could(signers),
            next_step=_("Ask a colleague of that role who has not touched it."),
        )
    if correction.base_version_id != standing.article.live_version_id:
        return _overtaken(_("Drop this correction and write it on the present text."))
    if _says_what_readers_get(correction, standing.article):
        return Refusal(
            rule="unchanged",
            message=_("The text has not been changed."),
            next_step=_("Put right what was wrong, then issue it."),
        )
    return _blocked(correction, standing)


def _overtaken(next_step):
    return Refusal(
        rule="stale",
        message=_("Readers get another text by now than the one that this corrects."),
        next_step=next_step,
    )


def captions_of(article):
    return [photo.caption for photo in article.photos.all()]


def _says_what_readers_get(correction, article):
    is_same_text = correction.texts == {name: getattr(article, name) for name in TEXT_FIELDS}
    return is_same_text and correction.captions in ([], captions_of(article))


def _blocked(correction, standing):
    """A correction brings nothing before readers that would have stopped the article."""
    captions = correction.captions or captions_of(standing.article)
    blocks = checking.new_blocks(standing.article, correction.texts, captions)
    if not blocks:
        return None
    first = blocks[0]
    return Refusal(
        rule="checks",
        message=_("The checks stop the text at “%(text)s”: %(sentence)s")
        % {"text": first.text, "sentence": checking.sentence(first)},
        next_step=_(
            "Put it right in the correction. What has to stand so takes a new review, where the"
            " check can be waived: withdraw the article, ask for restoring, and return it."
        ),
    )


def _missing(correction):
    if not any(is_blank(getattr(correction, name)) for name in (*WORDS, "headline", "body")):
        return None
    return Refusal(
        rule="words",
        message=_("A correction says what was wrong, what is right, and what readers are told."),
        next_step=_("Fill in all three, and leave headline and text in place."),
    )


def _no_opinion(opinion):
    if not is_blank(opinion):
        return None
    return Refusal(
        rule="opinion",
        message=_("“%(move)s” needs a few words for the record.") % {"move": _("Sign and issue")},
        next_step=_("Write them in the field beside the button."),
    )


@contextmanager
def _holding(correction, revision):
    with transaction.atomic():
        held = Correction.objects.select_for_update(of=("self",)).get(pk=correction.pk)
        if not held.is_open or held.revision != revision:
            raise Refused(
                Refusal(
                    rule="stale",
                    message=_("Somebody changed or closed the correction meanwhile."),
                    next_step=_("Open it again, read what is new, and decide then."),
                )
            )
        yield held


def _locked(article):
    return Article.objects.select_for_update(of=("self",)).get(pk=article.pk)


def _refuse(refusal):
    if refusal is not None:
        raise Refused(refusal)
