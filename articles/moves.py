"""The MOVES table: every transition an article can make, who may make it, and what it asks for."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Origin, Status
from articles.roles import Role


class ReturnReason(models.TextChoices):
    FACTS = "facts", _("facts to be checked")
    SOURCES = "sources", _("not enough sources")
    WORDING = "wording", _("errors in the wording")
    PICTURE = "picture", _("text and picture do not agree")
    DUPLICATE = "duplicate", _("duplicate")
    BYLINE = "byline", _("wrong byline")
    OTHER = "other", _("other")


class WithdrawReason(models.TextChoices):
    BY_MISTAKE = "by_mistake", _("published by mistake")
    FACTUAL_ERROR = "factual_error", _("factual error")
    INFRINGEMENT = "infringement", _("infringement")
    PERSON_CONCERNED = "person_concerned", _("at the request of a person concerned")
    LEGAL = "legal", _("legal reasons")
    OTHER = "other", _("other")


@dataclass(frozen=True)
class Move:
    """One row of the table. `target` None: the next stage of the article's own track."""

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

OPINION = _("Your opinion, for the record")
NOTICE = _("Notice that readers will see")

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
            gates=("whole", "headline", "body", "doubts", "lines"),
            origins=frozenset({Origin.PRINT}),
        ),
        Move(
            "submit",
            _("Submit for review"),
            frozenset({Status.DRAFT, Status.RETURNED}),
            None,
            frozenset({Role.DESK_EDITOR}),
            owner_may=True,
            gates=("headline", "body"),
            origins=frozenset({Origin.WEB}),
        ),
        Move(
            "recall",
            _("Recall"),
            frozenset({Status.FIRST_REVIEW}),
            Status.DRAFT,
            frozenset(),
            owner_may=True,
            gates=("submitter",),
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
        ),
        Move(
            "pass_second",
            _("Pass second review"),
            frozenset({Status.SECOND_REVIEW}),
            None,
            frozenset({Role.SECTION_HEAD}),
            stage="second",
            opinion=OPINION,
        ),
        Move(
            "sign_off",
            _("Sign off"),
            frozenset({Status.FINAL_REVIEW}),
            Status.APPROVED,
            frozenset({Role.CHIEF_EDITOR}),
            stage="final",
            opinion=OPINION,
            gates=("headline", "body"),
        ),
        Move(
            "return",
            _("Return for changes"),
            REVIEWS,
            Status.RETURNED,
            frozenset().union(*REVIEWERS.values()),
            opinion=_("What is to be changed"),
            reasons=ReturnReason,
            gates=("reviewer",),
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
            "withdraw",
            _("Withdraw"),
            frozenset({Status.PUBLISHED}),
            Status.WITHDRAWN,
            frozenset({Role.CHIEF_EDITOR}),
            opinion=NOTICE,
            reasons=WithdrawReason,
        ),
    )
}

# How an article comes to be: the first event of each.
ENTRIES = {
    "create": (Status.DRAFT, _("Create"), frozenset({Role.REPORTER, Role.DESK_EDITOR})),
    "import": (Status.IMPORTED, _("Import"), frozenset({Role.DESK_EDITOR})),
}


# What is on record beside the moves.
OTHER_ACTIONS = {
    "describe": _("File under section and tags"),
    "join": _("Join parts"),
}


def action_label(action):
    if action in MOVES:
        return MOVES[action].label
    return ENTRIES[action][1] if action in ENTRIES else OTHER_ACTIONS[action]


def stages(origin):
    return settings.REVIEW_STAGES[origin]


def status_after(stage, origin):
    """Where a text goes that has passed `stage`; "" stands before the first one."""
    track = stages(origin)
    following = track[track.index(stage) + 1 :] if stage else track
    return STAGE_STATUS[following[0]] if following else Status.APPROVED
