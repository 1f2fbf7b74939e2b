"""What a person may do with an article now, or the first rule that refuses it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Status
from articles.refusals import Refusal, who_could
from articles.roles import EDITORS, Role
from articles.workflow.gates import GATES, part_refusal
from articles.workflow.moves import MOVES, REVIEWS, Move
from articles.workflow.standing import Standing


def refusal_for(move: Move, standing: Standing):
    """The first rule that refuses the move, or None. The opinion's text is not looked at."""
    if refusal := _wrong_state(move, standing.article):
        return refusal
    if not standing.allows(move):
        return Refusal.role(move.label, move.roles or {Role.REPORTER})
    if move.stage and (refusal := _hand_in_text(move, standing)):
        return refusal
    return gate_refusal(move, standing)


def gate_refusal(move: Move, standing: Standing):
    """The first rule that refuses the move to whoever may make it, or None."""
    if refusal := _wrong_state(move, standing.article):
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
            next_step=_how_it_opens(standing),
        )
    if refusal := part_refusal(article):
        return refusal
    if standing.roles & EDITORS or (standing.is_writer and article.is_with_its_writer):
        return None
    return Refusal.role(_("Edit"), EDITORS)


# What makes a text that is closed in this state one to be changed, as editors are told.
OPENS = {
    **dict.fromkeys(
        REVIEWS,
        gettext_lazy("Return it first; then it can be changed and goes through review again."),
    ),
    Status.APPROVED: gettext_lazy("Take back the signature and return it; then it can be changed."),
    Status.SCHEDULED: gettext_lazy(
        "Cancel the schedule, take back the signature and return it; then it can be changed."
    ),
    Status.REJECTED: gettext_lazy("Take it up again; then it can be changed."),
    Status.WITHDRAWN: gettext_lazy("Ask for restoring, and return it; then it can be changed."),
    Status.RETRACTED: gettext_lazy("What was retracted stays as it is."),
}


def _how_it_opens(standing):
    """What whoever is kept from the text can do about it: its writer, or an editor."""
    article = standing.article
    if article.status == Status.PUBLISHED:
        return _("What is published is changed by a correction.")
    if standing.roles & EDITORS and not standing.is_owner:
        return str(OPENS[article.status])
    if refusal_for(MOVES["recall"], standing) is None:
        return _("Recall it first; then you can go on writing.")
    if article.status == Status.REJECTED:
        return _("Ask a section head to take it up again; then it can be changed.")
    if article.status == Status.RETRACTED:
        return str(OPENS[article.status])
    return _("Ask an editor to return it; then it can be changed.")


def describe_refusal(standing: Standing):
    """Why the person may not change section and tags, or None."""
    if standing.roles & EDITORS or (standing.is_writer and standing.article.is_with_its_writer):
        return None
    return Refusal.role(_("File under section and tags"), EDITORS)


def section_problem(section, publication):
    """Why what belongs to this paper does not stand in that section, or None."""
    if section and publication and section.publication_id != publication.pk:
        return _("The section belongs to another publication.")
    return None


def _wrong_state(move, article):
    if article.status in move.sources and article.origin in move.origins:
        return None
    return Refusal(
        rule="state",
        message=_("“%(move)s” is not possible in the state “%(state)s”.")
        % {"move": move.label, "state": article.get_status_display()},
        next_step=_("Open the article to see what it waits for."),
    )


def _hand_in_text(move, standing):
    how = standing.hand_in_text(move)
    if how is None:
        return None
    return Refusal(
        rule="separation",
        message=_("Reviewers have no hand in the text they review, but you %(how)s.")
        % {"how": how},
        who=who_could(move.roles),
        next_step=_("Ask a colleague of that role who has not touched it."),
    )
