"""The MOVES table: every transition an article can make, who may make it, and what it asks for."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Origin, Status
from articles.roles import Role
from articles.workflow.reasons import (
    DeclineReason,
    EmergencyReason,
    HoldReason,
    ReturnReason,
    WithdrawReason,
)


@dataclass(frozen=True)
class Move:
    """One row of the table. `target` None: the article's own track or its record tells."""

    action: str
    label: Promise
    sources: frozenset
    target: Status | None
    roles: frozenset
    owner_may: bool = False
    permission: str = ""  # held by name, it serves as well as a role
    stage: str = ""  # a stage's actor must have had no hand in the text
    opinion: str = ""  # the question that a written opinion answers; "" asks for none
    reasons: type[models.TextChoices] | None = None
    moment: str = ""  # the article's field for the day or time that the move is given
    stays: bool = False  # on record, but the article remains where it is
    automatic: bool = False  # made by the clock; nobody has a button for it
    rare: bool = False  # kept apart from the day's work
    gates: tuple[str, ...] = ()
    origins: frozenset = field(default_factory=lambda: frozenset(Origin))


STAGE_STATUS = {
    "verify": Status.IMPORTED,
    "first": Status.FIRST_REVIEW,
    "second": Status.SECOND_REVIEW,
    "final": Status.FINAL_REVIEW,
}
REVIEWS = frozenset({Status.FIRST_REVIEW, Status.SECOND_REVIEW, Status.FINAL_REVIEW})
# "The reviewer of that stage or above."
REVIEWERS = {
    Status.FIRST_REVIEW: frozenset({Role.DESK_EDITOR, Role.SECTION_HEAD, Role.CHIEF_EDITOR}),
    Status.SECOND_REVIEW: frozenset({Role.SECTION_HEAD, Role.CHIEF_EDITOR}),
    Status.FINAL_REVIEW: frozenset({Role.CHIEF_EDITOR}),
}

SENIORS = frozenset({Role.SECTION_HEAD, Role.CHIEF_EDITOR})
SIGNED = frozenset({Status.APPROVED, Status.SCHEDULED})
OUT = frozenset({Status.PUBLISHED, Status.WITHDRAWN})

PROOFS = ("proof_first", "proof_second", "proof_third")

OPINION = _("Your opinion, for the record")
WHY = _("Why, for the record")
NOTICE = _("Notice that readers will see")
STATEMENT = _("Statement that readers will see in place of the text")

MOVES = {
    move.action: move
    for move in (
        Move(
            "verify",
            _("Verify"),
            frozenset({Status.IMPORTED}),
            None,
            frozenset({Role.DESK_EDITOR}),
            stage="verify",
            gates=("unclaimed", "whole", "headline", "body", "doubts", "lines"),
            origins=frozenset({Origin.PRINT}),
        ),
        Move(
            "submit",
            _("Submit for review"),
            frozenset({Status.DRAFT, Status.RETURNED}),
            None,
            frozenset({Role.DESK_EDITOR}),
            owner_may=True,
            gates=("headline", "body", "checks"),
            origins=frozenset({Origin.WEB}),
        ),
        Move(
            "recall",
            _("Recall"),
            frozenset({Status.FIRST_REVIEW}),
            Status.DRAFT,
            frozenset(),
            owner_may=True,
            gates=("submitter", "unclaimed"),
            origins=frozenset({Origin.WEB}),
        ),
        Move(
            "pass_first",
            _("Pass first review"),
            frozenset({Status.FIRST_REVIEW}),
            None,
            frozenset({Role.DESK_EDITOR}),
            stage="first",
            opinion=OPINION,
            gates=("unclaimed",),
        ),
        Move(
            "pass_second",
            _("Pass second review"),
            frozenset({Status.SECOND_REVIEW}),
            None,
            frozenset({Role.SECTION_HEAD}),
            stage="second",
            opinion=OPINION,
            gates=("unclaimed",),
        ),
        *(
            Move(
                action,
                label,
                REVIEWS,
                None,
                frozenset({Role.PROOFREADER}),
                stage="proof",
                opinion=OPINION,
                stays=True,
                gates=("proof_turn",),
            )
            for action, label in zip(
                PROOFS,
                (_("Sign first proof"), _("Sign second proof"), _("Sign third proof")),
                strict=True,
            )
        ),
        Move(
            "sign_off",
            _("Sign off"),
            frozenset({Status.FINAL_REVIEW}),
            Status.APPROVED,
            frozenset({Role.CHIEF_EDITOR}),
            stage="final",
            opinion=OPINION,
            gates=("unclaimed", "headline", "body", "checks", "comments", "proofs", "reviewers"),
        ),
        Move(
            "return",
            _("Return for changes"),
            REVIEWS,
            Status.RETURNED,
            frozenset().union(*REVIEWERS.values()),
            opinion=_("What is to be changed"),
            reasons=ReturnReason,
            gates=("unclaimed", "reviewer"),
        ),
        Move(
            "decline",
            _("Decline"),
            REVIEWS,
            Status.REJECTED,
            frozenset().union(*REVIEWERS.values()),
            opinion=WHY,
            reasons=DeclineReason,
            gates=("unclaimed", "reviewer"),
        ),
        Move(
            "reopen",
            _("Take up again"),
            frozenset({Status.REJECTED}),
            None,
            frozenset({Role.SECTION_HEAD}),
            opinion=WHY,
        ),
        Move(
            "hold",
            _("Put on hold"),
            REVIEWS,
            Status.HELD,
            frozenset({Role.SECTION_HEAD}),
            opinion=WHY,
            reasons=HoldReason,
            moment="held_until",
            gates=("unclaimed",),
        ),
        Move(
            "resume",
            _("Resume"),
            frozenset({Status.HELD}),
            None,
            frozenset({Role.SECTION_HEAD}),
        ),
        Move(
            "unsign",
            _("Take back the signature"),
            frozenset({Status.APPROVED}),
            None,
            frozenset({Role.CHIEF_EDITOR}),
            opinion=WHY,
            rare=True,
        ),
        Move(
            "ask_emergency",
            _("Ask for emergency sign-off"),
            REVIEWS,
            None,
            SENIORS,
            stage="emergency",
            opinion=WHY,
            reasons=EmergencyReason,
            stays=True,
            gates=("headline", "body"),
            rare=True,
        ),
        Move(
            "emergency_sign",
            _("Sign off as an emergency"),
            REVIEWS,
            Status.APPROVED,
            SENIORS,
            stage="emergency",
            opinion=OPINION,
            reasons=EmergencyReason,
            gates=("asked", "headline", "body", "reviewers"),
            rare=True,
        ),
        Move(
            "after_review",
            _("Review afterwards"),
            SIGNED | OUT,
            None,
            SENIORS,
            stage="after",
            opinion=OPINION,
            stays=True,
            gates=("flagged",),
            rare=True,
        ),
        Move(
            "publish",
            _("Publish"),
            frozenset({Status.APPROVED}),
            Status.PUBLISHED,
            frozenset({Role.CHIEF_EDITOR}),
            permission="publish_article",
            gates=("signed_text", "embargo"),
        ),
        Move(
            "schedule",
            _("Schedule"),
            frozenset({Status.APPROVED}),
            Status.SCHEDULED,
            frozenset({Role.CHIEF_EDITOR}),
            permission="publish_article",
            moment="scheduled_for",
            gates=("signed_text",),
        ),
        Move(
            "unschedule",
            _("Cancel the schedule"),
            frozenset({Status.SCHEDULED}),
            Status.APPROVED,
            frozenset({Role.CHIEF_EDITOR}),
            permission="publish_article",
        ),
        Move(
            "auto_publish",
            _("Publish as scheduled"),
            frozenset({Status.SCHEDULED}),
            Status.PUBLISHED,
            frozenset(),
            automatic=True,
            gates=("due", "signed_text", "embargo"),
        ),
        Move(
            "withdraw",
            _("Withdraw"),
            frozenset({Status.PUBLISHED}),
            Status.WITHDRAWN,
            frozenset({Role.CHIEF_EDITOR}),
            opinion=NOTICE,
            reasons=WithdrawReason,
        ),
        Move(
            "restore",
            _("Ask for restoring"),
            frozenset({Status.WITHDRAWN}),
            Status.FINAL_REVIEW,
            frozenset({Role.SECTION_HEAD}),
            opinion=WHY,
            rare=True,
        ),
        Move(
            "ask_retract",
            _("Propose to retract"),
            OUT,
            None,
            frozenset({Role.CHIEF_EDITOR}),
            opinion=STATEMENT,
            reasons=WithdrawReason,
            stays=True,
            rare=True,
        ),
        Move(
            "retract",
            _("Retract with a statement"),
            OUT,
            Status.RETRACTED,
            SENIORS,
            opinion=OPINION,
            reasons=WithdrawReason,
            gates=("asked",),
            rare=True,
        ),
    )
}

# A move that takes two people, and what the first of them does.
ASKED_BY = {"emergency_sign": "ask_emergency", "retract": "ask_retract"}
# What changes neither the text nor its state: a proposal stands.
BESIDE = frozenset({"describe", "take_over"})
# What makes an earlier signature void; it stays on record.
REVOKING = frozenset({"unsign", "restore"})
# After these a changed text starts a new round of reviews.
REOPENING = frozenset({"return", "hold"})

# How an article comes to be: the first event of each.
ENTRIES = {
    "create": (Status.DRAFT, _("Create"), frozenset({Role.REPORTER, Role.DESK_EDITOR})),
    "import": (Status.IMPORTED, _("Import"), frozenset({Role.DESK_EDITOR})),
}


# What is on record beside the moves.
OTHER_ACTIONS = {
    "describe": _("File under section and tags"),
    "join": _("Join parts"),
    "part": _("Undo the join"),
    "take_over": _("Take over"),
    "correct": _("Correct"),
}


def action_label(action):
    if action in MOVES:
        return MOVES[action].label
    return ENTRIES[action][1] if action in ENTRIES else OTHER_ACTIONS[action]


def is_in_use(move):
    """Proofs are signed only in houses where others than the reviewers read them."""
    return move.stage != "proof" or settings.PROOFREADING == "separate"


def stages(origin):
    return settings.REVIEW_STAGES[origin]


def status_after(stage, origin):
    """Where a text goes that has passed `stage`; "" stands before the first one."""
    track = stages(origin)
    following = track[track.index(stage) + 1 :] if stage else track
    return STAGE_STATUS[following[0]] if following else Status.APPROVED
