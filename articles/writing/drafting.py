"""Drafts for the web: written, credited, filed and saved, each in one transaction."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from articles import workflow
from articles.bylines import people
from articles.models import Article, Credit, CreditRole, Origin
from articles.models.version import TEXT_FIELDS
from articles.refusals import Refusal, Refused
from articles.texts.body import is_blank
from articles.texts.merging import merge_names
from articles.writing import illustrating
from articles.writing.editing import Stale, revising


def create_draft(
    *, publication, fields, credits, by, tags=(), plan=None, token=None, illustrations=()
):
    """A new draft with its first version and event. Raises Refused and stores nothing.

    `fields` are the texts by name, `credits` is {role: names}; who writes is credited without
    being named. `plan` may hold `planned_for`, the day of an issue, and `planned_length` in
    characters; both are outside of versions. `token` names the sheet that it was written on:
    what was made of that sheet already is returned and not made twice; Stale is raised if it
    says something else. `illustrations` are pictures with captions that came with the text.
    """
    _demand_headline(fields)
    texts = {name: fields.get(name, "") for name in TEXT_FIELDS}
    article = Article(publication=publication, origin=Origin.WEB, owner=by, **texts, **(plan or {}))
    with transaction.atomic():
        if made := token and _made_once(token, by):
            if any(getattr(made, name) != text for name, text in texts.items()):
                raise Stale(made)
            return made
        workflow.admit([article], "create", by=by)
        _set_credits(article, {CreditRole.REPORTER: [], **credits})
        article.tags.set(tags)
        illustrating.hang(article, illustrations)
        workflow.attest([article], "create", by=by, batch=token)
    return article


def _made_once(token, by):
    # Held, so that of two taps at once the second sees what the first has made.
    get_user_model().objects.select_for_update(no_key=True).get(pk=by.pk)
    return made_of(token, by)


def made_of(token, by):
    """The draft that the person has made of the sheet of this token, or None."""
    return Article.objects.filter(
        events__action="create", events__actor=by, events__batch=token
    ).first()


def save_draft(article, *, fields, credits, by, revision, tags=(), filed=(), plan=None):
    """Save what the writer changed; return the article as stored. Raises Stale or Refused.

    `filed` are the tags that the form was opened with: those that an editor has added since stay,
    and those that one has taken away stay away.
    """
    _demand_headline(fields)
    with transaction.atomic():
        with revising(article, by=by, revision=revision) as locked:
            for name in TEXT_FIELDS:
                setattr(locked, name, fields.get(name, getattr(locked, name)))
            for name, value in (plan or {}).items():
                setattr(locked, name, value)
            _set_credits(locked, credits)
        tags = merge_names(filed, tags, list(locked.tags.names()))
        workflow.describe(locked, by=by, section=locked.section, tags=tags)
    return locked


def colleagues(article, role):
    """The names credited in a role, the writer's own left out: what a form shows."""
    return [
        credit.reporter.name
        for credit in article.credits.filter(role=role).select_related("reporter")
        if not _is_writer(credit, article)
    ]


def credited(version, article, role):
    """The same of a version: who was named then, the writer left out."""
    others = version.credits.filter(role=role)
    if article.owner_id is not None:
        others = others.exclude(reporter__user=article.owner_id)
    return list(others.values_list("name", flat=True))


def _demand_headline(fields):
    if is_blank(fields.get("headline", "")):
        raise Refused(
            Refusal(
                rule="headline",
                message=_("A draft needs a headline."),
                next_step=_("A working headline will do; it can be changed until you submit."),
            )
        )


def _is_writer(credit, article):
    return article.owner_id is not None and credit.reporter.user_id == article.owner_id


def _set_credits(article, credits):
    """Make the people of each role those named, in their order. Whoever is named already stays
    the same person, since two people may share a name."""
    for role, names in credits.items():
        held = list(article.credits.filter(role=role).select_related("reporter"))
        others = [credit for credit in held if not _is_writer(credit, article)]
        if held and [credit.reporter.name for credit in others] == names:
            continue
        persons = {credit.reporter.name: credit.reporter for credit in others}
        persons |= people.known_or_new([name for name in names if name not in persons])
        wanted = [persons[name] for name in names]
        if role == CreditRole.REPORTER and (writer := people.of_user(article.owner)):
            wanted.insert(0, writer)
        _replace(article, role, held, list(dict.fromkeys(wanted)))


def _replace(article, role, held, wanted):
    printed = {credit.reporter_id: credit.printed for credit in held}
    article.credits.filter(role=role).delete()
    # Printed order: all reporters, then all correspondents, and so on.
    first = list(CreditRole).index(role) * 100
    Credit.objects.bulk_create(
        Credit(
            article=article,
            reporter=person,
            role=role,
            printed=printed.get(person.pk, ""),
            position=first + place,
        )
        for place, person in enumerate(wanted)
    )
