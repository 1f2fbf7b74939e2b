"""A writer's own pieces as the desk shows them: in groups, with what was said about each."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.logins import full_name
from articles.models import Article, CommentKind, Event, Origin, ReviewComment, Status
from articles.refusals import Refusal
from articles.review.received import received
from articles.roles import role_name
from articles.workflow import checking
from articles.workflow.moves import MOVES, REVIEWS, action_label
from articles.workflow.rules import edit_refusal
from articles.workflow.snapshots import photo_credit

FINISHED_ON_A_PAGE = 20
GROUPS = (
    ("returned", gettext_lazy("Returned to you"), frozenset({Status.RETURNED})),
    ("drafts", gettext_lazy("Drafts"), frozenset({Status.DRAFT})),
    ("review", gettext_lazy("Under review"), REVIEWS | {Status.HELD}),
)
# Parts of a text that the piece's page does not show.
UNSHOWN = ("byline", "dateline", "source")
OPEN = frozenset().union(*(statuses for _key, _title, statuses in GROUPS))


@dataclass(frozen=True)
class Remark:
    """One event in a reader's words."""

    event: Event
    action: str
    who: str
    reason: str

    @property
    def says(self):
        """Whether somebody said something, rather than only moved it."""
        return bool(self.reason or self.event.opinion)

    @property
    def is_return(self):
        return self.event.action == "return"


@dataclass(frozen=True)
class Button:
    """What the writer can do with a piece now, or the sentence that says why not."""

    action: str
    label: str
    refusal: Refusal | None


def own_pieces(user):
    """The only way into the desk: what somebody else wrote does not exist here."""
    return Article.objects.wholes().filter(owner=user, origin=Origin.WEB)


def open_groups(user):
    """[(key, title, pieces)] of what still has a way to go, each with its last remark."""
    pieces = list(
        _with_last_event(own_pieces(user).filter(status__in=OPEN)).order_by("-modified_at")
    )
    _attach_remarks(pieces)
    return [
        (key, title, [piece for piece in pieces if piece.status in statuses])
        for key, title, statuses in GROUPS
    ]


def finished(user):
    """Signed, published, declined or withdrawn, the newest first."""
    pieces = own_pieces(user).exclude(status__in=OPEN)
    return pieces.select_related("publication").defer("body").newest_first()


def _with_last_event(pieces):
    spoken = Event.objects.filter(article=OuterRef("pk")).exclude(action="describe")
    last = spoken.order_by("-sequence").values("pk")[:1]
    listed = pieces.select_related("publication").defer("body")
    return listed.annotate(last_event=Subquery(last))


def _attach_remarks(pieces):
    events = Event.objects.select_related("actor").in_bulk([piece.last_event for piece in pieces])
    for piece in pieces:
        piece.remark = remark(events[piece.last_event])


def history(article):
    """All that happened to a piece and what was said, the newest first."""
    events = article.events.select_related("actor").order_by("-sequence")
    return [remark(event) for event in events]


def photos_of(article):
    """[(photo, credit line)] in the order of the piece."""
    photos = article.photos.with_credits()
    return [(photo, photo_credit(photo)) for photo in photos]


def last_return(remarks):
    return next((entry for entry in remarks if entry.is_return), None)


def remark(event):
    move = MOVES.get(event.action)
    reasons = move.reasons if move else None
    return Remark(
        event=event,
        action=action_label(event.action),
        who=_who(event),
        reason=reasons(event.reason).label if reasons and event.reason else "",
    )


def _who(event):
    """The role, and the person's name where the login has one; a login's name is no one's."""
    return " ".join(part for part in (str(role_name(event.role)), full_name(event.actor)) if part)


@dataclass(frozen=True)
class Noted:
    """A reviewer's comment or mark as the writer gets it."""

    kind: str
    is_must: bool
    is_done: bool
    words: str
    at: datetime
    who: str
    where: str
    anchor: str  # of the paragraph on the piece's page, "" where that does not show it
    quote: str
    is_gone: bool
    key: int  # of a comment, which can be answered; 0 of a mark
    answers: list


def noted(article):
    """The comments that came back with a piece, each with its paragraph."""
    return [
        Noted(
            **_said(each.said),
            at=each.said.at,
            who=full_name(each.said.by) or _("Reviewer"),
            where=_where(each),
            anchor=str(each.spot) if each.spot and each.said.part not in UNSHOWN else "",
            quote=each.quote,
            is_gone=each.spot is None,
            key=each.said.pk if isinstance(each.said, ReviewComment) else 0,
            answers=each.answers,
        )
        for each in received(article)
    ]


def _said(said):
    """The words of a comment, or of a mark the wrong words and what is said of them."""
    if isinstance(said, ReviewComment):
        is_must = said.is_open and said.kind == CommentKind.MUST_FIX
        words = {"kind": said.get_kind_display(), "words": said.text}
        return words | {"is_must": is_must, "is_done": not said.is_open}
    words = f"“{said.text}” {said.note}".strip()
    kind = _("error: %(kind)s") % {"kind": said.get_kind_display()}
    return {"kind": kind, "words": words, "is_must": False, "is_done": False}


def _where(each):
    if each.spot is None:
        return checking.part_name(each.said.part)
    return checking.place_name(each.spot)


def buttons(standing):
    """The writer's moves in this state, each allowed or with the sentence that refuses it."""
    edit = Button("edit", _("Edit"), edit_refusal(standing))
    moves = [
        Button(option.move.action, option.move.label, option.refusal)
        for option in workflow.options_of(standing)
        if option.move.owner_may
    ]
    return [edit, *moves]
