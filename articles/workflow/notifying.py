"""Telling people what became of an article: after the fact is committed, and never the actor.

A notice that fails changes nothing; each says why it came to just this person.
"""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Credit, Duty, Event, Notice, Why
from articles.roles import STAFF, holding
from articles.workflow.moves import ASKED_BY, MOVES

# What the writer of a piece hears of: every step that somebody else makes with it.
TO_WRITER = frozenset(
    "pass_first pass_second sign_off emergency_sign return decline reopen hold resume schedule"
    " unsign publish auto_publish withdraw restore retract correct".split()
)
# What everybody named in it hears of: what readers see.
TO_NAMED = frozenset({"publish", "auto_publish", "withdraw", "retract", "correct"})
# What undoes the work of those who reviewed it.
TO_REVIEWERS = frozenset({"return", "decline", "unsign", "withdraw", "restore", "retract"})
REVIEWS = frozenset(action for action, move in MOVES.items() if move.stage)
# What is told to those who work on others' texts.
BY_OFFICE = (Why.REVIEWER, Why.SECOND, Why.HOLDER, Why.LATE, Why.ORDER)
SECONDS = {asking: agreeing for agreeing, asking in ASKED_BY.items()}


def tell_of(event_pk):
    """Write the notices of an event. Call it when the event is committed."""
    event = Event.objects.select_related("article").defer("article__body").get(pk=event_pk)
    tell(_people(event), event=event, by=event.actor_id)


def tell_holder(event, holder):
    """Somebody took over what `holder` had in hand."""
    tell({holder.pk: Why.HOLDER}, event=event)


def tell_late(article, sentence):
    """A scheduled article could not be published; told once for each time it was scheduled."""
    order = article.events.filter(action="schedule").order_by("-sequence").first()
    if order is not None:
        tell({order.actor_id: Why.LATE}, event=order, words=sentence)


def tell(told, *, by=None, words="", **of):
    """Write notices `of` an event or a note. `told` is {user id: why}; `by` did it, and knows."""
    told = {person: why for person, why in told.items() if person != by}
    if not told:
        return
    active = get_user_model().objects.filter(pk__in=told, is_active=True)
    Notice.objects.bulk_create(
        [
            Notice(recipient_id=person, why=told[person], words=words, **of)
            for person in active.order_by("pk").values_list("pk", flat=True)
        ],
        ignore_conflicts=True,
    )


def _people(event):
    """{user id: why}; of several reasons the nearest counts."""
    told, article, action = {}, event.article, event.action
    if action in SECONDS:
        told |= dict.fromkeys(_holders_of(MOVES[SECONDS[action]].roles), Why.SECOND)
    if action in TO_REVIEWERS:
        reviews = article.events.filter(action__in=REVIEWS, round=event.round)
        told |= dict.fromkeys(reviews.values_list("actor", flat=True), Why.REVIEWER)
    if action in TO_NAMED:
        named = Credit.objects.of(article).with_login()
        told |= dict.fromkeys(named.values_list("login", flat=True), Why.NAMED)
    if action in TO_WRITER and article.owner_id:
        told[article.owner_id] = Why.WRITER
    return told


def _holders_of(roles):
    on_duty = Duty.objects.today().filter(role__in=roles)
    people = get_user_model().objects.filter(
        Q(groups__name__in=roles) | Q(pk__in=on_duty.values("user"))
    )
    return people.values_list("pk", flat=True).distinct()


def inbox(user):
    """All that a person was told and may still know, the newest first."""
    return _open_to(user).for_inbox()


def unread_count(user):
    return _open_to(user).unread().count()


def _open_to(user):
    """What came to somebody by their office is closed to them while they hold none."""
    if user.is_superuser:
        return user.notices.all()
    return user.notices.filter(~Q(why__in=BY_OFFICE) | holding(user, STAFF))


def mark_read(user, keys=None):
    """Mark a person's notices as read: those of `keys`, or all."""
    notices = user.notices.unread()
    if keys is not None:
        notices = notices.filter(pk__in=keys)
    return notices.update(read_at=timezone.now())


def take_to_mail(user) -> list[Notice]:
    """What the person is to be mailed now, taken in hand: of two processes one gets it."""
    with transaction.atomic():
        notices = list(inbox(user).to_mail().select_for_update(of=("self",)))
        _rows(notices).update(mailing_since=timezone.now())
    return notices


def note_mailed(notices):
    _rows(notices).update(mailed_at=timezone.now())


def put_back(notices):
    """They could not be mailed; the next process shall try."""
    _rows(notices).update(mailing_since=None)


def _rows(notices):
    return Notice.objects.filter(pk__in=[notice.pk for notice in notices])
