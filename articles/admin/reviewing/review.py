"""The review screen: what changed, by whom, what is said of it, and the decision, in one place."""

from dataclasses import dataclass

from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import logins
from articles.admin import access
from articles.admin.moves import beside, hands, moving
from articles.admin.moves.reasons import by_reason
from articles.admin.reviewing import dated
from articles.admin.reviewing.review_forms import NoteForm
from articles.admin.reviewing.review_posts import DECISIONS, PASSING, answer
from articles.admin.wording import due_note, status_badge
from articles.checks import Severity
from articles.models import ReviewComment
from articles.review import commenting, waiving
from articles.review.reviewing import Sheet
from articles.texts.manuscripts import spot_of
from articles.workflow import checking
from articles.workflow.moves import MOVES, REVIEWS

BASES = {
    "seen": gettext_lazy("since I last looked"),
    "submission": gettext_lazy("since it was submitted"),
    "beginning": gettext_lazy("since the beginning"),
}
SEVERITIES = {
    Severity.BLOCK: gettext_lazy("stops"),
    Severity.WARN: gettext_lazy("warns"),
    Severity.INFO: gettext_lazy("remarks"),
}
KEYS = {"return": "r", "decline": "d"}


@dataclass(frozen=True)
class Found:
    """A finding in words."""

    finding: object
    sentence: str
    severity: str
    waiver: object
    waived_by: str
    may_waive: bool


@dataclass(frozen=True)
class Thread:
    """A comment with its replies, and what the person may do with it."""

    comment: ReviewComment
    who: str
    replies: list
    may_settle: bool
    quote: str = ""


@dataclass(frozen=True)
class Marked:
    mark: object
    who: str
    voided_by: str
    quote: str = ""


@dataclass(frozen=True)
class Row:
    """A paragraph on the screen."""

    block: object
    label: str
    number: int
    anchor: str
    found: list
    threads: list
    marks: list
    form: object
    picture: beside.Picture | None  # the one whose caption begins here

    @property
    def place(self):
        return checking.place_name(self.block.spot)


@dataclass(frozen=True)
class Decision:
    """A button of the screen, its key, and what it asks for."""

    button: object
    key: str
    reasons: list
    chosen: str


def review_view(model_admin, request, pk):
    """GET shows; POST puts down a comment, a mark, a waiver or a decision."""
    article = access.found(model_admin, request, pk)
    typed = {}
    if request.method == "POST":
        done = answer(model_admin, request, article, typed)
        if done is not None:
            return done
        request.__dict__.pop("newsroom_standings", None)
    return _screen(model_admin, request, article, typed)


def _screen(model_admin, request, article, typed):
    standing = access.standing(request, article)
    pictures = {picture.part: picture for picture in beside.pictures_of(article)}
    sheet = Sheet(standing, request.GET.get("since", ""))
    may_note = commenting.comment_refusal(standing) is None
    buttons = moving.buttons(standing)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Review"),
        "opts": model_admin.opts,
        "original": article,
        "state": status_badge(article.status),
        "sheet": sheet,
        "rows": _rows(sheet, standing, pictures, _note_form(request, sheet, typed, may_note)),
        "credits": beside.credits_of(article),
        # Those that no caption has led to.
        "pictures": list(pictures.values()),
        "adrift": [_pinned(each, standing, quote) for each, quote in sheet.adrift],
        "loose": [_found(finding, sheet, standing) for finding in sheet.loose_findings],
        "bases": [(name, BASES[name]) for name in BASES if name in sheet.bases],
        "base_choices": [(str(version.number), version) for version in reversed(sheet.versions)],
        "changes": [block for block in sheet.blocks if block.is_changed],
        "may_note": may_note,
        "decisions": _decisions(buttons, typed),
        "closed": by_reason(
            button for button in buttons if _is_decision(button) and _is_shut(button)
        ),
        "others": by_reason(
            button for button in buttons if not _is_decision(button) and not button.is_rare
        ),
        "opinion": typed.get("opinion", ""),
        "dates": dated.rows(article),
        "goes_out": _goes_out(buttons, typed),
        "due": due_note(article),
        "seen": article.revision,
        "hand": hands.hand(standing),
        "history": moving.history(standing),
        "is_read": sheet.bases.get("seen") == sheet.newest,
    }
    return TemplateResponse(request, "admin/articles/article/review.html", context)


def _rows(sheet, standing, pictures, form):
    """The paragraphs in order; each picture is taken out by the first of its caption."""
    rows = []
    for block in sheet.blocks:
        anchor = str(block.spot) if block.spot else ""
        rows.append(
            Row(
                block,
                checking.part_name(block.part),
                block.spot.paragraph + 1 if block.spot else 0,
                anchor,
                [_found(finding, sheet, standing) for finding in block.findings],
                [_thread(comment, standing) for comment in block.comments],
                [_marked(mark) for mark in block.marks],
                form if form is not None and anchor == form["at"].value() else None,
                pictures.pop(block.part, None) if anchor else None,
            )
        )
    return rows


def checked(article):
    """[(finding, where, sentence, how grave)] for the article's form, while its text can change."""
    if not (article.is_editable or article.status in REVIEWS):
        return []
    return [
        (
            finding,
            checking.part_name(finding.spot.part),
            checking.sentence(finding),
            SEVERITIES[finding.severity],
        )
        for finding in checking.findings(article)
    ]


def _note_form(request, sheet, typed, may_note):
    """The form at the paragraph that the address names, or that was sent and refused."""
    if "note" in typed:
        return typed["note"]
    spot = spot_of(request.GET.get("at", ""))
    if not may_note or spot is None:
        return None
    return NoteForm(initial={"at": str(spot), "version": sheet.newest.number, "what": "note"})


def _found(finding, sheet, standing):
    waiver = sheet.waivers.get(finding.key)
    blocks = finding.severity == Severity.BLOCK
    return Found(
        finding,
        checking.sentence(finding),
        SEVERITIES[finding.severity],
        waiver,
        logins.shown_name(waiver.by) if waiver else "",
        blocks and waiver is None and waiving.waive_refusal(standing) is None,
    )


def _thread(comment, standing, quote=""):
    replies = [(reply, logins.shown_name(reply.by)) for reply in comment.replies.all()]
    may = commenting.comment_refusal(standing) is None
    return Thread(
        comment,
        logins.shown_name(comment.by),
        replies,
        may and commenting.settle_refusal(comment, standing) is None,
        quote,
    )


def _marked(mark, quote=""):
    voided_by = logins.shown_name(mark.voided_by) if mark.is_void else ""
    return Marked(mark, logins.shown_name(mark.by), voided_by, quote)


def _pinned(each, standing, quote):
    if isinstance(each, ReviewComment):
        return _thread(each, standing, quote)
    return _marked(each, quote)


def _goes_out(buttons, typed):
    """The field of the time at which a signed article goes out, or None where nobody signs."""
    if any(button.action == "sign_off" and not button.refusal for button in buttons):
        return moving.MoveForm(typed or None, rule=MOVES["sign_off"])["goes_out"]
    return None


def _is_decision(button):
    return button.action in DECISIONS


def _is_shut(button):
    return button.refusal is not None and not button.is_rare


def _decisions(buttons, typed):
    """Pass, return, decline, as far as they are open: a reviewer's day's work, each under a key."""
    shown = [button for button in buttons if _is_decision(button) and not button.refusal]
    passes = [button for button in shown if button.action in PASSING]
    keys = {**KEYS, **{button.action: "p" for button in passes[:1]}}
    found = []
    for button in shown:
        reasons = MOVES[button.action].reasons
        choices = reasons.choices if reasons else []
        chosen = typed.get(f"reason_{button.action}", "")
        found.append(Decision(button, keys.get(button.action, ""), choices, chosen))
    return found
