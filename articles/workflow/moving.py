"""The one place where an article's status changes: check the rule, then move, on record."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles import search
from articles.models import Article, Claim, Event, NumberSeries, Origin, Status
from articles.refusals import Refusal, Refused
from articles.roles import acted_for, roles_of
from articles.workflow import checking, notifying, snapshots
from articles.workflow.given import Given
from articles.workflow.moves import ENTRIES, MOVES, REVOKING, is_in_use, status_after
from articles.workflow.rules import describe_refusal, gate_refusal, refusal_for, section_problem
from articles.workflow.standing import SIGNATURES, Standing, standing_of

alarm = logging.getLogger("newsroom.alarm")

DUE = ("scheduled_for", "held_until", "after_review_due")
AFTER_REVIEW_WITHIN = timedelta(hours=24)


@dataclass(frozen=True)
class Option:
    """A move as a button: possible, or refused for a reason that can be shown."""

    move: object
    refusal: Refusal | None


def options(article, by):
    """Every move of the article's state, for `by` to see: allowed or with the refusal."""
    return options_of(standing_of(article, by))


def options_of(standing):
    article = standing.article
    return [
        Option(move, refusal_for(move, standing))
        for move in MOVES.values()
        if article.status in move.sources
        and article.origin in move.origins
        and is_in_use(move)
        and not move.automatic
    ]


def move(article, action, *, by, revision=None, **given):
    """Make one move in one transaction and return its Event; raise Refused and change nothing.

    `given` are the fields of Given. `revision` is the one that the person saw: if the article
    has changed since, the move is refused.
    """
    rule, given = MOVES[action], Given(**given)
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        if revision not in (None, locked.revision):
            raise Refused(_stale(locked, rule, by))
        standing = standing_of(locked, by)
        _refuse(_alarmed(refusal_for(rule, standing), locked))
        _refuse(given.refusal(rule, locked))
        event = _make(rule, locked, standing, given)
        transaction.on_commit(lambda: search.refresh([locked.pk]), robust=True)
    _tell_of_the_move(article, locked)
    return event


def publish_scheduled(article):
    """Publish an article whose time has come, in one transaction, and return its Event.

    It is done in the name of whoever scheduled it. Raises Refused, and changes nothing, if it is
    not scheduled any more, not due, or not the text that was signed.
    """
    rule = MOVES["auto_publish"]
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        orders = locked.events.filter(action="schedule").select_related("actor")
        order = orders.order_by("-sequence").first()
        standing = Standing(article=locked, user=order and order.actor, roles=frozenset())
        _refuse(_alarmed(gate_refusal(rule, standing), locked))
        event = _make(rule, locked, standing, Given(opinion=_due_note(locked)))
        transaction.on_commit(lambda: search.refresh([locked.pk]), robust=True)
    _tell_of_the_move(article, locked)
    return event


def _tell_of_the_move(article, locked):
    """What became of the row, on the object that the caller holds."""
    article.status, article.revision = locked.status, locked.revision
    for name in DUE:
        setattr(article, name, getattr(locked, name))


def _due_note(article):
    due = timezone.localtime(article.scheduled_for)
    return _("It was due at %(time)s.") % {"time": date_format(due, "Y-m-d H:i")}


def check_entry(action, by):
    """Refuse `by` if no role of theirs may create or import articles; return the role."""
    _status, label, roles = ENTRIES[action]
    held = roles_of(by) & roles
    if not held:
        raise Refused(Refusal.role(label, roles))
    return sorted(held)[0]


def admit(articles, action, *, by):
    """Give new articles their first status and number, and store them."""
    check_entry(action, by)
    status = ENTRIES[action][0]
    for article, number in zip(articles, _numbers(len(articles)), strict=True):
        article.number, article.status = number, status
    return Article.objects.bulk_create(articles)


def attest(articles, action, *, by, batch=None):
    """Write the first version and event of articles just admitted, credits and photos done."""
    role, now = check_entry(action, by), timezone.now()
    acting_for = acted_for(by, role)
    versions = snapshots.take(articles, by=by)
    events = [
        Event(
            article=article,
            sequence=1,
            action=action,
            to_status=article.status,
            actor=by,
            role=role,
            acting_for=acting_for,
            round=article.round,
            version=versions[article.pk],
            version_sha256=versions[article.pk].sha256,
            batch=batch,
            at=now,
        )
        for article in articles
    ]
    for event in events:
        event.sha256 = event.seal()
    return Event.objects.bulk_create(events)


def describe(article, *, by, section=None, tags=(), filed=None):
    """File an article under a section and tags. On record, but no reason for a new review.

    `filed` is the filing that the person saw: if a colleague has filed it otherwise since, it
    is refused.
    """
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        standing = standing_of(locked, by)
        _refuse(describe_refusal(standing))
        if problem := section_problem(section, locked.publication):
            next_step = _("Choose a section of the article's own.")
            raise Refused(Refusal(rule="section", message=problem, next_step=next_step))
        before = filing(locked.section, locked.tags.names())
        _refuse(_refiled(before) if filed not in (None, before) else None)
        locked.section = section
        locked.save(update_fields=["section", "modified_at"])
        locked.tags.set(tags)
        after = filing(section, locked.tags.names())
        if before == after:
            return None
        version = snapshots.take([locked], by=by)[locked.pk]
        role = sorted(standing.roles)[0] if standing.roles else "owner"
        note = f"{before} → {after}"
        event = _record(locked, "describe", locked.status, version, by=by, role=role, opinion=note)
        transaction.on_commit(lambda: search.refresh([locked.pk]), robust=True)
    return event


def remark(article, action, *, by, opinion):
    """Put on record what was done to an article that moves it nowhere, and return the event.

    Call it inside a transaction that holds the row, when the new text is in place.
    """
    version = snapshots.take([article], by=by)[article.pk]
    role = sorted(roles_of(by))[0]
    return _record(article, action, article.status, version, by=by, role=role, opinion=opinion)


def filing(section, tags):
    """Section and names of tags as the record has them."""
    return "；".join([section.name if section else "–", "、".join(sorted(tags)) or "–"])


def _alarmed(refusal, article):
    if refusal is not None and refusal.rule == "signed_text":
        alarm.error("%s: the signed text and the present text differ", article.number)
    return refusal


def _refuse(refusal):
    if refusal is not None:
        raise Refused(refusal)


def _refiled(filing):
    return Refusal(
        rule="stale",
        message=_("A colleague has filed it otherwise meanwhile: %(filing)s.") % {"filing": filing},
        next_step=_("Open it again, read what is new, and decide then."),
    )


def _stale(article, rule, by):
    """Why an older page moves nothing: a colleague was faster, or the person has pressed twice."""
    last = article.events.order_by("-sequence").first()
    if (last.action, last.actor_id) == (rule.action, by.pk):
        message = _("You have done it already: “%(move)s” counts once.") % {"move": rule.label}
        next_step = _("Open the article to see what it waits for.")
        return Refusal(rule="stale", message=message, next_step=next_step)
    return Refusal(
        rule="stale",
        message=_("Somebody changed or moved the article after you opened it."),
        next_step=_("Open it again, read what is new, and decide then."),
    )


def _make(rule, article, standing: Standing, given: Given):
    version = snapshots.take([article], by=standing.user)[article.pk]
    before = article.status
    if not rule.stays:
        article.status, article.round = _target(rule, article, standing, version)
        _bind(article, version, _notice(article, standing, given))
        Claim.objects.filter(article=article).delete()
    _date(rule, article, given)
    article.revision += 1
    article.save()
    return _record(
        article,
        rule.action,
        before,
        version,
        by=standing.user,
        role=standing.role_for(rule),
        opinion=given.opinion.strip(),
        reason=given.reason if rule.reasons else "",
        batch=given.batch,
        waived=[*given.waived, *(checking.waived(article) if "checks" in rule.gates else [])],
    )


def _record(article, action, before, version, *, by, role, **said):
    """Write the next event. `said` are its fields of words: opinion, reason, batch, waived."""
    last = article.events.order_by("-sequence").first()
    event = Event(
        article=article,
        sequence=last.sequence + 1,
        action=action,
        from_status=before,
        to_status=article.status,
        actor=by,
        role=role,
        acting_for=acted_for(by, role),
        round=article.round,
        version=version,
        version_sha256=version.sha256,
        **said,
        # A clock set back must not turn the order of the record round.
        at=max(timezone.now(), last.at + timedelta(microseconds=1)),
        previous_sha256=last.sha256,
    )
    event.sha256 = event.seal()
    event.save()
    transaction.on_commit(lambda: notifying.tell_of(event.pk), robust=True)
    return event


def _notice(article, standing, given):
    """What readers are told in place of a text: of a retraction, what both people have seen."""
    if article.status == Status.RETRACTED:
        return standing.proposal_for("retract").opinion
    return given.opinion.strip()


def _bind(article, version, notice):
    """What reaching a state does to the signature and to what readers get."""
    if article.status == Status.APPROVED:
        article.signed_version = version
    elif article.status == Status.PUBLISHED:
        article.live_version = article.signed_version
        article.published_at = article.published_at or timezone.now()
    elif article.status in (Status.WITHDRAWN, Status.RETRACTED):
        article.live_version = None
        article.public_notice = notice
    elif article.status != Status.SCHEDULED:
        article.signed_version = None


def _date(rule, article, given):
    """Set what is due when; what came of it is no longer due."""
    if not rule.stays:
        article.held_until = article.scheduled_for = None
    if rule.moment:
        setattr(article, rule.moment, given.moment)
    if rule.action == "emergency_sign":
        article.after_review_due = timezone.now() + AFTER_REVIEW_WITHIN
    elif rule.action == "after_review" or rule.action in REVOKING:
        article.after_review_due = None


def _target(rule, article, standing, version):
    """(status, round) to which a move leads."""
    if left := _left_by(rule, standing, version):
        return Status(left.from_status), left.round
    if rule.action == "reopen":
        return _start(article), article.round + 1
    return _status(rule, article, standing), article.round


def _status(rule, article, standing):
    # What an emergency signature skipped, and nobody has reviewed since, is still to be done.
    if rule.action == "unsign" or (rule.action == "restore" and article.after_review_due):
        return _stage_of_signature(standing)
    if rule.action == "return" and article.origin == Origin.PRINT:
        return _start(article)
    return rule.target or status_after(rule.stage, article.origin)


def _start(article):
    """Where an article of its origin comes in."""
    return Status.IMPORTED if article.origin == Origin.PRINT else Status.DRAFT


def _stage_of_signature(standing):
    """The stage from which the signature lifted the article, its last or, in an emergency, any."""
    signatures = [event for event in standing.events if event.to_status == Status.APPROVED]
    lifted = [event for event in signatures if event.action in SIGNATURES]
    return Status(lifted[-1].from_status)


# How a text comes back that left its review, and how it had left.
COMES_BACK = {"submit": "return", "resume": "hold"}


def _left_by(rule, standing, version):
    """The event by which a text left its review that comes back unchanged now, or None.

    It goes on at that stage and in that round: what was passed stands, and so do the names of
    those who passed it. What was declined since then has its whole way before it again.
    """
    if rule.action not in COMES_BACK:
        return None
    ways = (COMES_BACK[rule.action], "reopen")
    last = next((event for event in reversed(standing.events) if event.action in ways), None)
    came_back = last is not None and last.action != "reopen"
    return last if came_back and last.version_sha256 == version.sha256 else None


def _numbers(count):
    """Reserve `count` article numbers of this year, such as 2026-000123."""
    year = timezone.localdate().year
    NumberSeries.objects.get_or_create(year=year)
    series = NumberSeries.objects.filter(year=year)
    series.update(last=F("last") + count)
    last = series.values_list("last", flat=True).get()
    return [f"{year}-{number:06d}" for number in range(last - count + 1, last + 1)]
