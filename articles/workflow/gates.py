"""The gates of the moves: each lets a move pass, or returns the sentence that refuses it."""

from django.conf import settings
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.logins import shown_name
from articles.models import Origin, Status
from articles.refusals import Refusal, who_could
from articles.roles import Role
from articles.texts.body import is_blank
from articles.workflow import checking
from articles.workflow.moves import ASKED_BY, MOVES, PROOFS, REVIEWERS, is_in_use
from articles.workflow.snapshots import is_current


def _whole(move, standing):
    return part_refusal(standing.article)


def part_refusal(article):
    """A piece that goes on another article is read, checked and signed there."""
    part = getattr(article, "joined_to", None) if article.origin == Origin.PRINT else None
    if part is None:
        return None
    return Refusal(
        rule="whole",
        message=_("This piece is the continuation of %(article)s.") % {"article": part.whole},
        next_step=_("Work on that article; its text holds this piece too."),
    )


def _headline(move, standing):
    if not is_blank(standing.article.headline):
        return None
    return Refusal(
        rule="headline",
        message=_("The article has no headline."),
        next_step=_("Look at the printed page, type the headline and save."),
    )


def _body(move, standing):
    if not is_blank(standing.article.body):
        return None
    return Refusal(
        rule="body", message=_("The article has no text."), next_step=_("Write it and save.")
    )


def _doubts(move, standing):
    count = len(standing.open_doubts)
    if not count:
        return _doubts_of_page(standing)
    return Refusal(
        rule="doubts",
        message=_("The parser's doubts are open: %(count)s.") % {"count": count},
        next_step=_("Decide each of them in the list of doubts on the article's form."),
    )


def _doubts_of_page(standing):
    """What is asked of the page as a whole, such as its day, is asked of each of its articles."""
    count = len(standing.open_doubts_of_page)
    if not count:
        return None
    return Refusal(
        rule="doubts",
        message=_("Doubts about the page itself are open: %(count)s.") % {"count": count},
        next_step=_("Decide each of them on the page's screen."),
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


def _checks(move, standing):
    if not standing.blocks:
        return None
    first = standing.blocks[0]
    return Refusal(
        rule="checks",
        message=_("The checks stop the text at “%(text)s”: %(sentence)s")
        % {"text": first.text, "sentence": checking.sentence(first)},
        next_step=_("Mend it, or let an editor waive it with a reason on the review screen."),
        spot=str(first.spot),
    )


def _comments(move, standing):
    if not standing.must_fix:
        return None
    first = standing.must_fix[0]
    return Refusal(
        rule="comments",
        message=_("Comments that must be fixed are open: %(count)s. The first: “%(text)s”")
        % {"count": len(standing.must_fix), "text": Truncator(first.text).chars(60)},
        next_step=_("Have them fixed and resolved on the review screen."),
        spot=f"comment-{first.pk}",
    )


def _reviewers(move, standing):
    """Whose byline or login was cleared up after they had passed the text is no reviewer of it."""
    both = standing.reviewers & standing.authors
    if not both:
        return None
    name = next(shown_name(event.actor) for event in standing.events if event.actor_id in both)
    return Refusal(
        rule="reviewers",
        message=_("%(name)s has reviewed this text, and is named in its byline by now.")
        % {"name": name},
        next_step=_(
            "Put the byline right if it is wrong; if not, decline the article and take it up again,"
            " so that others review it."
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
    if standing.is_signed_text:
        return None
    return Refusal(
        rule="signed_text",
        message=_("The text is not the one that was signed. Nothing was published."),
        who=who_could({Role.CHIEF_EDITOR}),
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


def _unclaimed(move, standing):
    claim = standing.claim
    if claim is None:
        return None
    return Refusal(
        rule="claimed",
        message=_("%(name)s has the article in hand until %(time)s.")
        % {
            "name": shown_name(claim.holder),
            "time": timezone.localtime(claim.until).strftime("%H:%M"),
        },
        next_step=_("Wait, or take it over."),
    )


def _asked(move, standing):
    """The second of two people agrees to what the first has proposed, as it was proposed."""
    asking, proposal = MOVES[ASKED_BY[move.action]], standing.proposal_for(move.action)
    if proposal is not None and proposal.actor_id != standing.user.pk:
        return None
    return Refusal(
        rule="asked",
        message=_("“%(move)s” takes two people: one proposes it, another agrees.")
        % {"move": move.label},
        who=who_could(asking.roles),
        next_step=_("The first step is “%(move)s”.") % {"move": asking.label}
        if proposal is None
        else _("You proposed it; ask a colleague to agree."),
    )


def _flagged(move, standing):
    if standing.article.after_review_due is not None:
        return None
    return Refusal(
        rule="flagged",
        message=_("The article passed all its stages; nothing is left to review afterwards."),
    )


def _due(move, standing):
    due = standing.article.scheduled_for
    if due is not None and due <= timezone.now():
        return None
    return Refusal(rule="due", message=_("The article is not due yet."))


def _proof_turn(move, standing):
    """First, second, third proof, each once a round; the first two by different people."""
    if not is_in_use(move):
        return Refusal(
            rule="proofreading",
            message=_("In this house the reviewers proofread; no separate proof is signed."),
            next_step=_("Read along, and tell the reviewer what you found."),
        )
    done, place = standing.proofs, PROOFS.index(move.action)
    if len(done) != place:
        following = MOVES[PROOFS[len(done)]].label if len(done) < len(PROOFS) else ""
        return Refusal(
            rule="proof_turn",
            message=_("Proofs are signed in order, each once."),
            next_step=_("The next step is “%(move)s”.") % {"move": following}
            if following
            else _("All three are signed."),
        )
    if place == 1 and done[0].actor_id == standing.user.pk:
        return Refusal(
            rule="separation",
            message=_("The first two proofs are read by different people, and you read the first."),
            who=who_could(move.roles),
            next_step=_("Ask a colleague of that role who has not touched it."),
        )
    return None


def _proofs(move, standing):
    """Where proofs are read apart, the last of three sits on the text that is signed."""
    if settings.PROOFREADING != "separate":
        return None
    done = standing.proofs
    if len(done) == len(PROOFS) and is_current(standing.article, done[-1].version):
        return None
    return Refusal(
        rule="proofs",
        message=_("Proofs signed for this text: %(count)s of 3.") % {"count": len(done)},
        who=who_could({Role.PROOFREADER}),
        next_step=_("Ask a proofreader to sign the next one."),
    )


GATES = {
    "proof_turn": _proof_turn,
    "proofs": _proofs,
    "reviewers": _reviewers,
    "unclaimed": _unclaimed,
    "asked": _asked,
    "flagged": _flagged,
    "due": _due,
    "whole": _whole,
    "headline": _headline,
    "body": _body,
    "doubts": _doubts,
    "lines": _lines,
    "checks": _checks,
    "comments": _comments,
    "submitter": _submitter,
    "reviewer": _reviewer,
    "signed_text": _signed_text,
    "embargo": _embargo,
}
