"""What the rules need to know of an article and of the person who wants to move it."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import Q, Value
from django.utils.translation import gettext as _

from articles.models import Correction, CorrectionState, Credit, Event, Origin, PageDoubt
from articles.roles import holds, roles_of
from articles.workflow import checking, snapshots
from articles.workflow.moves import ASKED_BY, BESIDE, ENTRIES, MOVES, PROOFS, REVOKING

PASSES = frozenset(move.action for move in MOVES.values() if move.stage not in ("", "proof"))
WRITERS = ENTRIES["create"][2]
SIGNATURES = frozenset({"sign_off", "ask_emergency", "emergency_sign"})


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
    def _asked(self):
        """The doubts of the article and those of its page as a whole, decided or not. One query."""
        of_page = Q(page=self.article.page_id, article=None)
        asked = PageDoubt.objects.filter(Q(article=self.article) | of_page)
        return list(asked.select_related("resolved_by"))

    @property
    def doubts(self):
        """The article's doubts, decided or not."""
        return [doubt for doubt in self._asked if doubt.article_id is not None]

    @property
    def open_doubts(self):
        return [doubt for doubt in self.doubts if doubt.resolved_at is None]

    @property
    def open_doubts_of_page(self):
        return [doubt for doubt in self._asked if doubt.article_id is None and doubt.is_open]

    @cached_property
    def blocks(self):
        """What the checks will not let pass and nobody has waived."""
        return checking.blocks(self.article)

    @cached_property
    def must_fix(self):
        """The open comments that forbid signing."""
        return list(self.article.reviewcomments.filter(is_open=True, kind="must_fix"))

    @cached_property
    def round_events(self):
        return [event for event in self.events if event.round == self.article.round]

    def proposal_for(self, action):
        """The event by which a first person proposed the move, or None if something voids it."""
        last = next(event for event in reversed(self.events) if event.action not in BESIDE)
        return last if last.action == ASKED_BY[action] else None

    @cached_property
    def claim(self):
        """The claim that somebody else has on the article, or None."""
        claim = getattr(self.article, "claim", None)
        return claim if claim and claim.stands and claim.holder_id != self.user.pk else None

    @property
    def is_owner(self):
        return self.article.owner_id is not None and self.article.owner_id == self.user.pk

    @property
    def is_writer(self):
        """Whether the piece is the person's own, and they still write."""
        return self.is_owner and bool(self.roles & WRITERS)

    def allows(self, move):
        """Whether the person's roles, ownership or permissions suffice for the move."""
        return bool(
            self.roles & move.roles
            or (move.owner_may and self.is_writer)
            or (move.permission and holds(self.user, move.permission))
        )

    def role_for(self, move):
        """Under which role the person acts: the one that the move asks for."""
        if held := self.roles & move.roles:
            return sorted(held)[0]
        return "owner" if move.owner_may and self.is_writer else move.permission

    @cached_property
    def is_signed_text(self):
        """Whether the working copy still says what was signed, to the letter."""
        bound = self.article.signed_version_id
        signed = next((e.version for e in self.events if bound and e.version_id == bound), None)
        return signed is not None and snapshots.is_current(self.article, signed)

    def hand_in_text(self, move):
        """How the person had a hand in the text, so that `move` is not theirs; None: it is."""
        person = self.user.pk
        if how := self.hands.get(person):
            return how
        if person in self.importers and not (
            move.stage == "verify" and settings.IMPORTER_MAY_VERIFY
        ):
            return _("imported it")
        if move.stage != "proof" and any(proof.actor_id == person for proof in self.proofs):
            return _("have proofread it in this round")
        return None

    @cached_property
    def proofs(self):
        """The proofs signed in this round, in order."""
        return [event for event in self.round_events if event.action in PROOFS]

    @cached_property
    def importers(self):
        """Who imported it or, of what runs over several pages, a piece of it."""
        own = {event.actor_id for event in self.events if event.action == "import"}
        return own | self._who("importer")

    @cached_property
    def authors(self):
        """Whose own text it is: the owner's, and that of the people named in it."""
        return self._who("named") | ({self.article.owner_id} - {None})

    def _who(self, how):
        return {person for person, found in self._people if found == how}

    @cached_property
    def _people(self):
        """[(user id, how)]: who is on record for the text beside the events of its moves.

        One question for all: the form of an article asks enough of them.
        """
        article = self.article
        versions = article.versions.filter(round=article.round)
        if article.origin == Origin.PRINT:
            versions = versions.exclude(number=1)
        issued = Correction.objects.filter(
            article=article, state=CorrectionState.ISSUED, version__round=article.round
        )
        named = Credit.objects.of(article).with_login()
        pieces = Event.objects.filter(article__joined_to__whole=article, action="import")
        found = versions.order_by().values_list("made_by", Value("editor"))
        return list(
            found.union(
                issued.order_by().values_list("writers", Value("editor")),
                named.order_by().values_list("login", Value("named")),
                pieces.order_by().values_list("actor", Value("importer")),
            )
        )

    @cached_property
    def hands(self):
        """Who had a hand in this text other than by importing or proofreading it.

        {user id: how}, the gravest last.
        """
        hands = dict.fromkeys(self._who("editor"), _("edited it in this round"))
        hands |= {pk: _("have already reviewed it in this round") for pk in self.reviewers}
        for event in self.round_events:
            if event.action == "submit":
                hands[event.actor_id] = _("submitted it")
        hands |= dict.fromkeys(self._who("named"), _("are named in its byline"))
        if self.article.owner_id:
            hands[self.article.owner_id] = _("wrote it")
        return hands

    @cached_property
    def reviewers(self):
        """Whose reviews of this round stand: a signature taken back binds nobody."""
        reviewers, signers = set(), set()
        for event in self.round_events:
            if event.action in REVOKING:
                signers.clear()
            elif event.action in SIGNATURES | {"correct"}:
                signers.add(event.actor_id)
            elif event.action in PASSES:
                reviewers.add(event.actor_id)
        return reviewers | signers


def standing_of(article, by):
    return Standing(article=article, user=by, roles=roles_of(by))
