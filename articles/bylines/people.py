"""People with a byline: names as typed, records found or made for them, logins tied to them."""

import re

from django.contrib.auth import get_user_model
from django.db import transaction

from articles.logins import full_name
from articles.models import Article, Credit, Reporter, Status

SEPARATORS = re.compile(r"[,，、;；\n]")
HAN_NAMES = re.compile(r"[㐀-鿿]{2,4}(?:\s+[㐀-鿿]{2,4})+")
SPACED_NAME = re.compile(r"[㐀-鿿](?:\s+[㐀-鿿])+")

# What is reviewed from its beginning anyway.
UNSIGNED = frozenset({Status.DRAFT, Status.IMPORTED, Status.RETURNED, Status.REJECTED})


def split_names(text):
    """Names as typed → names: 张三、李四 are two, so are 张三 李四, but 王 芳 is one, 王芳."""
    names = []
    for part in SEPARATORS.split(text or ""):
        name = " ".join(part.split())
        if HAN_NAMES.fullmatch(name):
            names += name.split()
        else:
            names.append(name.replace(" ", "") if SPACED_NAME.fullmatch(name) else name)
    return list(dict.fromkeys(name for name in names if name))


def known_or_new(names):
    """{name: Reporter}, made where nobody has the name. Of several, the one first known."""
    people = {}
    for person in Reporter.objects.named(names).prefetch_related("aliases").order_by("pk"):
        for name in [person.name, *(alias.name for alias in person.aliases.all())]:
            people.setdefault(name, person)
    missing = [Reporter(name=name) for name in names if name not in people]
    for person in Reporter.objects.bulk_create(missing):
        people[person.name] = person
    return people


def of_user(user):
    """The person that a login writes as, or None."""
    return Reporter.objects.filter(user=user).first()


def names_of(user):
    """All names under which a login's person is credited."""
    own = Reporter.objects.filter(user=user).and_the_same().prefetch_related("aliases")
    return {name for one in own for name in (one.name, *(each.name for each in one.aliases.all()))}


def is_signed(person):
    """Whether the record's name is part of a text that people have reviewed or signed."""
    own = Credit.objects.filter(reporter=person).order_by()
    texts = Article.objects.exclude(status__in=UNSIGNED)
    of_photos = texts.filter(photos__credits__in=own)
    return texts.filter(credits__in=own).exists() or of_photos.exists()


def without_login(name):
    """People of that name whom no login stands for yet."""
    free = Reporter.objects.named([name]).filter(user=None, merged_into=None)
    return free.order_by("pk")


def claimable(user, name):
    """Those of them who may be the login's person: texts are paid for by whom they name.

    A login that administrators gave a name takes no other name's record.
    """
    called, free = full_name(user), without_login(name)
    return free.filter(pk__in=Reporter.objects.named([called]).values("pk")) if called else free


def introduce(user, *, name, unit="", person=None):
    """Tie a login to `person`, or to a new record; a login that has one keeps it."""
    with transaction.atomic():
        # The row of the login is the lock: two clicks make one person.
        get_user_model().objects.select_for_update().get(pk=user.pk)
        if held := of_user(user):
            return held
        if person is not None and claimable(user, name).filter(pk=person.pk).update(user=user):
            return of_user(user)
        return Reporter.objects.create(name=name, unit=unit, user=user)
