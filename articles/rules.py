"""The rules that a move must pass, each with the sentence that refuses it."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import Q, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import snapshots
from articles.models import Credit, Origin, Status
from articles.moves import MOVES, REVIEWERS, Move
from articles.roles import EDITORS, Role, holds, roles_of

PASSES = frozenset(move.action for move in MOVES.values() if move.stage)


@dataclass(frozen=True)
class Refusal:
    """Why a move is refused: the rule's name, the sentence, who could do it, what comes next."""

    rule: str
    message: str
    who: str = ""
    next_step: str = ""

    def __str__(self):
        return " ".join(part for part in (self.message, self.who, self.next_step) if part)

    @classmethod
    def role(cls, label, roles):
        return cls(
            rule="role",
            message=_("Your role does not allow “%(move)s”.") % {"move": label},
            who=_who(roles),
            next_step=_("Ask one of them."),
        )


def _who(roles):
    names = "、".join(str(Role(role).label) for role in sorted(roles))
    return _("It can be done by: %(roles)s.") % {"roles": names} if names else ""


@dataclass(frozen=True)
class Standing:
    """What the rules need to know of an article and the person who wants to move it."""

    article: object
    user: object
    roles: frozenset

    @cached_property
    def events(self):
        events = self.article.events.select_related("actor", "version").order_by("sequence")
        return list(events.defer("version__body"))

    @cached_property
    def doubts(self):
        """The article's doubts, decided or not."""
        return list(self.article.doubts.select_related("resolved_by"))

    @property
    def open_doubts(self):
        return [doubt for doubt in self.doubts if doubt.resolved_at is None]

    @cached_property
    def round_events(self):
        return [event for event in self.events if event.round == self.article.round]

    @property
    def is_owner(self):
        return self.article.owner_id is not None and self.article.owner_id == self.user.pk

    def allows(self, move):
        """Whether the person's roles, ownership or permissions suffice for the move."""
        return bool(
            self.roles & move.roles
            or (move.owner_may and self.is_owner)
            or (move.permission and holds(self.user, move.permission))
        )

    def role_for(self, move):
        """Under which role the person acts: the one that the move asks for."""
        if held := self.roles & move.roles:
            return sorted(held)[0]
        return "owner" if move.owner_may and self.is_owner else move.permission

    @cached_property
    def hands(self):
        """Who had a hand in this text: {user id: how}, the gravest last."""
        article = self.article
        versions = article.versions.filter(round=article.round)
        if settings.IMPORTER_MAY_VERIFY and article.origin == Origin.PRINT:
            versions = versions.exclude(number=1)
        named = Credit.objects.filter(
            Q(article=article) | Q(photo__article=article), reporter__user__isnull=False
        )
        # One question for both: the form of an article asks enough of them.
        people = list(
            versions.order_by()
            .values_list("made_by", Value("editor"))
            .union(named.order_by().values_list("reporter__user", Value("named")))
        )
        hands = {pk: _("edited it in this round") for pk, how in people if how == "editor"}
        for event in self.round_events:
            if event.action in PASSES:
                hands[event.actor_id] = _("have already reviewed it in this round")
            elif event.action == "submit":
                hands[event.actor_id] = _("submitted it")
        for event in self.events:
            if event.action == "import" and not settings.IMPORTER_MAY_VERIFY:
                hands[event.actor_id] = _("imported it")
        hands |= {pk: _("are named in its byline") for pk, how in people if how == "named"}
        if article.owner_id:
            hands[article.owner_id] = _("wrote it")
        return hands


def standing_of(article, by):
    return Standing(article=article, user=by, roles=roles_of(by))


def refusal_for(move: Move, standing: Standing):
    """The first rule that refuses the move, or None. The opinion's text is not looked at."""
    article = standing.article
    if article.status not in move.sources or article.origin not in move.origins:
        return _wrong_state(move, article)
    if not standing.allows(move):
        return Refusal.role(move.label, move.roles or {Role.REPORTER})
    if move.stage and (refusal := _hand_in_text(move, standing)):
        return refusal
    for name in move.gates:
        if refusal := GATES[name](move, standing):
            return refusal
    return None


def edit_refusal(standing: Standing):
    """Why the person may not change the text now, or None."""
    article = standing.article
    if not article.is_editable:
        return Refusal(
            rule="state",
            message=_("The text cannot be changed in the state “%(state)s”.")
            % {"state": article.get_status_display()},
            next_step=_("Return it first; then it can be changed and goes through review again."),
        )
    if standing.roles & EDITORS or (article.origin == Origin.WEB and standing.is_owner):
        return None
    return Refusal.role(_("Edit"), EDITORS)


def describe_refusal(standing: Standing):
    """Why the person may not change section and tags, or None."""
    if standing.roles & EDITORS or (standing.is_owner and standing.article.is_editable):
        return None
    return Refusal.role(_("File under section and tags"), EDITORS)


def _wrong_state(move, article):
    return Refusal(
        rule="state",
        message=_("“%(move)s” is not possible in the state “%(state)s”.")
        % {"move": move.label, "state": article.get_status_display()},
        next_step=_("Open the article to see what it waits for."),
    )


def _hand_in_text(move, standing):
    how = standing.hands.get(standing.user.pk)
    if how is None:
        return None
    return Refusal(
        rule="separation",
        message=_("Reviewers have no hand in the text they review, but you %(how)s.")
        % {"how": how},
        who=_who(move.roles),
        next_step=_("Ask a colleague of that role who has not touched it."),
    )


def _whole(move, standing):
    return part_refusal(standing.article)


def part_refusal(article):
    """A piece that goes on another article is read, checked and signed there."""
    part = getattr(article, "joined_to", None)
    if part is None:
        return None
    return Refusal(
        rule="whole",
        message=_("This piece is the continuation of %(article)s.") % {"article": part.whole},
        next_step=_("Work on that article; its text holds this piece too."),
    )


def _headline(move, standing):
    if standing.article.headline.strip():
        return None
    return Refusal(
        rule="headline",
        message=_("The article has no headline."),
        next_step=_("Look at the printed page, type the headline and save."),
    )


def _body(move, standing):
    if standing.article.body.strip():
        return None
    return Refusal(
        rule="body", message=_("The article has no text."), next_step=_("Write it and save.")
    )


def _doubts(move, standing):
    count = len(standing.open_doubts)
    if not count:
        return None
    return Refusal(
        rule="doubts",
        message=_("The parser's doubts are open: %(count)s.") % {"count": count},
        next_step=_("Decide each of them in the list of doubts below."),
    )


def _lines(move, standing):
    page = standing.article.page
    count = page.run.unassigned if page and page.run else 0
    if not count:
        return None
    return Refusal(
        rule="lines",
        message=_("Lines of the page that belong to nothing yet: %(count)s.") % {"count": count},
        next_step=_(
            "At the page's label desk, say for each line where it belongs or why it is left out."
        ),
    )


def _submitter(move, standing):
    submits = [event for event in standing.events if event.action == "submit"]
    if submits and submits[-1].actor_id == standing.user.pk:
        return None
    return Refusal(
        rule="submitter",
        message=_("Only the person who submitted the article can recall it."),
        next_step=_("Ask the reviewer to return it."),
    )


def _reviewer(move, standing):
    allowed = REVIEWERS[Status(standing.article.status)]
    return None if standing.roles & allowed else Refusal.role(move.label, allowed)


def _signed_text(move, standing):
    article = standing.article
    if article.signed_version and snapshots.is_current(article, article.signed_version):
        return None
    return Refusal(
        rule="signed_text",
        message=_("The text is not the one that was signed. Nothing was published."),
        who=_who({Role.CHIEF_EDITOR}),
        next_step=_("Take back the signature and review the text again."),
    )


def _embargo(move, standing):
    until = standing.article.embargo_until
    if until is None or until <= timezone.now():
        return None
    return Refusal(
        rule="embargo",
        message=_("The article is under embargo until %(time)s.")
        % {"time": timezone.localtime(until).strftime("%Y-%m-%d %H:%M")},
        next_step=_("Publish it after that."),
    )


GATES = {
    "whole": _whole,
    "headline": _headline,
    "body": _body,
    "doubts": _doubts,
    "lines": _lines,
    "submitter": _submitter,
    "reviewer": _reviewer,
    "signed_text": _signed_text,
    "embargo": _embargo,
}
