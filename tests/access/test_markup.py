"""Markup in any field of any record, or sent to any address, adds nothing to any page.

Every text field of every model is poisoned, by the list of models; then every address is read, by
the list of addresses. What a page is made of has to be what it is made of with a harmless word.
"""

import re
from html.parser import HTMLParser
from itertools import cycle

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, models, transaction
from django.db.models.query import QuerySet

from articles.models import Page
from articles.triggers.guards import guards
from tests.access.addresses import places
from tests.access.test_odd_words import client_for, fields, send
from tests.public.test_hostile import ATTACKS

# What a page is made of depends on templates alone.
pytestmark = pytest.mark.once

HARMLESS = "无害的一句话甲乙丙丁"
WORST = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
# What other parts of the system take for something else than words.
NO_WORDS = re.compile(
    "number|slug|.*sha256|token|sender|status|state|kind|role|origin|action|label|.*address|path"
    "|encoding|version|password|username|time_zone|publishing_days|source_encoding|rule|why|mark"
    "|read_with|host|task_path|queue_name|backend_name|name_key|network"
)
# Where a check found something in the words, and where a line ends in them.
MARKS = {("mark", ""), ("mark", "class"), ("br", "")}
SHARES = 4
ROUNDS = 3


def text_fields(model):
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField)
        is_words = is_text and not field.choices and not NO_WORDS.fullmatch(field.name)
        if is_words and not isinstance(field, models.FileField):
            yield field


def poison(*words, but=()):
    """Put one of the words, in turn, into every text field of every record, `but` those models and
    fields of models; return the fields that took it."""
    _open_the_guards()
    taken, turns = set(), cycle(words)
    for model in [*apps.get_app_config("articles").get_models(), User]:
        for field in text_fields(model):
            name = f"{model.__name__}.{field.name}"
            if {name, model.__name__} & {*but}:
                continue
            word = next(turns)
            for key in list(model._base_manager.values_list("pk", flat=True)[:20]):
                end = f"{key}"[-4:] if field.unique else ""
                value = word[: (field.max_length or 500) - len(end)] + end
                try:
                    with transaction.atomic():
                        QuerySet(model).filter(pk=key).update(**{field.name: value})
                except IntegrityError:
                    continue
                taken.add(name)
    if "Page.staff" not in but:
        QuerySet(Page).update(staff=[["editor", next(turns)]])
    return taken


def _open_the_guards():
    """For this transaction alone: what is on record has to be poisoned too."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name, table, *_rest in guards("IS NOT"):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


class Made(HTMLParser):
    """What a page is made of: elements with their attributes, and where its links go."""

    LINKS = {"href", "src", "action", "formaction", "srcset", "data", "poster"}
    OURS = re.compile(r"(?:/(?!/)|#|\?|$|\.|http://testserver/|data:image/svg)")

    def __init__(self):
        super().__init__()
        self.parts, self.strange = set(), []

    def handle_starttag(self, tag, attrs):
        names = tuple(sorted(name for name, _value in attrs))
        self.parts |= {(tag, name) for name in names} | {(tag, "")}
        if tag == "script" and "src" not in names:
            self.parts.add((tag, dict(attrs).get("type", "inline")))
        links = [value or "" for name, value in attrs if name in self.LINKS]
        self.strange += [link for link in links if not self.OURS.match(link)]


def made_of(answer):
    content = b"" if answer.streaming else answer.content
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return Made(), False
    page = Made()
    text = content.decode()
    page.feed(text)
    return page, "alert(" in text


def walk(clients, samples, share, method="get", sent=None):
    """{address: what it is made of}, and how many pages show the attack as words."""
    found, shown = {}, 0
    for place in places()[share::SHARES]:
        if sent and not sent[place.name][1]:
            continue
        client, address = client_for(place, clients), place.address(samples)
        data = dict.fromkeys(sent[place.name][1], sent[place.name][0]) if sent else {}
        found[place.name], is_shown = made_of(send(client, method, address, data))
        shown += is_shown
    return found, shown


def added(before, after):
    return {
        name: (sorted(page.parts - before[name].parts - MARKS), page.strange)
        for name, page in after.items()
        if page.parts - before[name].parts - MARKS or page.strange
    }


@pytest.mark.parametrize("share", range(SHARES))
def test_markup_in_every_record_adds_nothing_to_any_page(share, clients, samples):
    poison(HARMLESS)
    before, _shown = walk(clients, samples, share)
    taken = poison(WORST)
    after, shown = walk(clients, samples, share)
    assert added(before, after) == {}
    assert shown > 12
    assert taken >= {
        "Article.headline",
        "Version.body",
        "Event.opinion",
        "Reporter.name",
        "Tag.name",
        "Section.name",
        "Photo.caption",
        "Page.source_name",
    }


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("method", ["get", "post"])
def test_markup_sent_to_any_address_adds_nothing_to_its_answer(
    method,
    share,
    clients,
    samples,
    monkeypatch,
):
    names = {
        place.name: fields(
            client_for(place, clients), monkeypatch, place, place.address(samples), method
        )
        for place in places()[share::SHARES]
    }
    before, _shown = walk(
        clients, samples, share, method, {n: (HARMLESS, f) for n, f in names.items()}
    )
    after, _shown = walk(clients, samples, share, method, {n: (WORST, f) for n, f in names.items()})
    assert added(before, after) == {}


@pytest.mark.sweep
@pytest.mark.parametrize("share", range(SHARES))
def test_no_attack_we_know_adds_anything(share, clients, samples):
    poison(*(f"{HARMLESS}{turn}" for turn in range(len(ATTACKS))))
    before, _shown = walk(clients, samples, share)
    # Each field meets another attack in each of these rounds.
    for start in range(0, len(ATTACKS), len(ATTACKS) // ROUNDS):
        poison(*ATTACKS[start:], *ATTACKS[:start])
        after, _shown = walk(clients, samples, share)
        assert added(before, after) == {}
