"""Comments on a paragraph of a version: put down, answered, resolved, opened again, never lost."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import (
    Article,
    CommentKind,
    CommentReply,
    ReplyAction,
    ReviewComment,
    Status,
    Version,
)
from articles.refusals import Refusal, Refused, who_could
from articles.review.received import received
from articles.roles import EDITORS, Role
from articles.texts.body import is_blank
from articles.texts.manuscripts import Spot
from articles.workflow.checking import manuscript_of_version
from articles.workflow.standing import standing_of

COMMENTERS = EDITORS | {Role.PROOFREADER}
# Who may say of another's must-fix that it is fixed.
SETTLERS = frozenset({Role.SECTION_HEAD, Role.CHIEF_EDITOR})
SIGNED = frozenset({Status.APPROVED, Status.SCHEDULED, Status.PUBLISHED})
GONE = frozenset({Status.WITHDRAWN, Status.RETRACTED})


def comment(article, *, version, spot: Spot, by, text, kind=CommentKind.NOTE) -> ReviewComment:
    """Pin a comment to a paragraph of the version that was read. Raises Refused."""
    with transaction.atomic():
        # Held, so that no signature comes between.
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        _refuse(comment_refusal(standing_of(locked, by)))
        _refuse(_signed_refusal(locked) if kind == CommentKind.MUST_FIX else None)
        _refuse(words_refusal(text))
        check_spot(locked, version, spot)
        return ReviewComment.objects.create(
            article=locked,
            version=version,
            part=spot.part,
            paragraph=spot.paragraph,
            kind=CommentKind(kind),
            text=text.strip(),
            by=by,
        )


def reply(comment, *, by, text="", action=ReplyAction.REPLY) -> CommentReply:
    """Answer a comment, resolve it or open it again. Raises Refused."""
    action = ReplyAction(action)
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).get(pk=comment.article_id)
        held = ReviewComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
        standing = standing_of(article, by)
        _refuse(comment_refusal(standing))
        if action == ReplyAction.REPLY:
            _refuse(words_refusal(text))
        if action == ReplyAction.RESOLVE:
            _refuse(settle_refusal(held, standing))
        if action == ReplyAction.REOPEN and held.kind == CommentKind.MUST_FIX:
            _refuse(_signed_refusal(article))
        if action != ReplyAction.REPLY:
            held.is_open = action == ReplyAction.REOPEN
            held.save(update_fields=["is_open"])
        return CommentReply.objects.create(comment=held, action=action, text=text.strip(), by=by)


def answer(comment, *, by, text) -> CommentReply:
    """The writer's word on a comment that came back with the piece, for the reviewers to read.

    It settles nothing. Raises Refused.
    """
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).get(pk=comment.article_id)
        _refuse(_answer_refusal(comment, standing_of(article, by)))
        _refuse(words_refusal(text))
        return CommentReply.objects.create(comment=comment, text=text.strip(), by=by)


def _answer_refusal(comment, standing):
    """Why the person may not answer as the writer, or None."""
    if standing.is_writer and any(each.said == comment for each in received(standing.article)):
        return None
    return Refusal(
        rule="answer",
        message=_("Comments are answered by the writer, while the returned piece lies with them."),
        next_step=_("Once it is submitted, the reviewers read what was answered."),
    )


def comment_refusal(standing):
    """Why the person may not comment on the article, or None."""
    if standing.roles & COMMENTERS:
        return None
    return Refusal.role(_("Comment"), COMMENTERS)


def settle_refusal(held, standing):
    """Why the person may not resolve a comment: of a must-fix, its writer or a senior says so."""
    if held.kind != CommentKind.MUST_FIX or held.by_id == standing.user.pk:
        return None
    if standing.roles & SETTLERS and standing.user.pk not in standing.authors:
        return None
    return Refusal(
        rule="settle",
        message=_("What must be fixed is resolved by whoever asked for it, or by a senior."),
        who=who_could(SETTLERS),
        next_step=_("Reply that it is fixed, and ask one of them to look."),
    )


def words_refusal(text):
    if not is_blank(text):
        return None
    return Refusal(
        rule="words",
        message=_("A comment needs a few words."),
        next_step=_("Write what is to be changed, or what you noticed."),
    )


def check_spot(article, version: Version, spot: Spot):
    """Raise Refused unless the version is the article's and has that paragraph."""
    if version.article_id == article.pk and manuscript_of_version(version).at(spot) is not None:
        return
    raise Refused(
        Refusal(
            rule="spot",
            message=_("There is no such paragraph in that version."),
            next_step=_("Open the review screen again and choose the paragraph there."),
        )
    )


def _signed_refusal(article):
    if article.status not in SIGNED | GONE:
        return None
    return Refusal(
        rule="state",
        message=_("The text is signed; nothing can be made a condition of signing any more."),
        next_step=_("Take back the signature, or write a correction."),
    )


def _refuse(refusal):
    if refusal is not None:
        raise Refused(refusal)
