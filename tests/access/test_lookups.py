"""No list can be asked for rows by what its reader may not see: passwords, permissions, mail."""

import json

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import Article

SECRETS = ("password__startswith", "password", "email__contains", "user_permissions__codename")
DEEPEST = 3


pytestmark = pytest.mark.usefixtures("samples")


def paths_to(wanted, model, deepest=DEEPEST):
    """Lookups that lead from a model to another one, such as article__owner."""
    for field in model._meta.get_fields():
        if not field.is_relation or field.related_model is None:
            continue
        name = field.name
        if field.related_model is wanted:
            yield name
        elif deepest > 1 and field.concrete:
            yield from (
                f"{name}__{more}" for more in paths_to(wanted, field.related_model, deepest - 1)
            )


def lists():
    """{model: its list's address} of what others than the administrator read."""
    return {
        model: reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in admin.site._registry
        if model._meta.app_label == "articles"
    }


def test_no_list_tells_anything_of_logins(client, cast):
    client.force_login(cast.de)
    leaks, asked = [], 0
    for model, address in lists().items():
        if not reads_lookups(client, address):
            continue
        for path in sorted(set(paths_to(User, model))):
            for secret in SECRETS[: 1 if "__" in path else None]:
                asked += 1
                if client.get(address, {f"{path}__{secret}": "a"}).status_code == 200:
                    leaks.append((model.__name__, path, secret))
    assert leaks == []
    assert asked > 40


def reads_lookups(client, address):
    return client.get(address, {"no_such_field__exact": "1"}).status_code != 200


def test_no_list_is_searched_or_sorted_by_what_it_does_not_show(client, cast):
    """A search in somebody's password would be as good as a lookup."""
    for room in admin.site._registry.values():
        words = " ".join([*room.search_fields, *map(str, room.list_filter)])
        assert "password" not in words


@pytest.mark.parametrize("field", ["password", "owner", "status", "body", "live_version"])
def test_no_row_is_referred_to_by_another_field(field, client, cast):
    client.force_login(cast.de)
    article = Article.objects.first()
    for address in (
        reverse("admin:articles_article_changelist"),
        reverse("admin:articles_article_change", args=[article.pk]),
        reverse("admin:articles_reporter_add"),
        reverse("admin:articles_photo_changelist"),
    ):
        for extra in ({}, {"_popup": "1"}):
            assert client.get(address, {"_to_field": field, **extra}).status_code == 400


def suggestions(client, **asked):
    answer = client.get(reverse("admin:autocomplete"), asked)
    return answer.status_code, json.loads(answer.content) if answer.status_code == 200 else None


def test_the_autocomplete_answers_for_the_fields_that_have_one_and_no_other(client, cast):
    """All relations of all models are tried; those of logins are not open."""
    open_ = set()
    for name in ("de", "chen", "ao"):
        client.force_login(getattr(cast, name))
        for model in admin.site._registry:
            for field in model._meta.get_fields():
                if field.is_relation and field.concrete:
                    asked = {
                        "app_label": model._meta.app_label,
                        "model_name": model._meta.model_name,
                        "field_name": field.name,
                        "term": "",
                    }
                    if suggestions(client, **asked)[0] == 200:
                        open_.add(f"{model._meta.label}.{field.name}")
    assert not {each for each in open_ if each.startswith("auth.")}
    closed = "owner user actor by reporter__user holder granted_by".split()
    assert not {each for each in open_ if each.rpartition(".")[2] in closed}


@pytest.mark.parametrize("who", ["rui", "roleless"])
def test_the_autocomplete_answers_nobody_else(who, client, cast):
    user = getattr(cast, who, None) or User.objects.create_user(who, is_staff=True)
    client.force_login(user)
    asked = {"app_label": "articles", "model_name": "photo", "field_name": "article", "term": "桥"}
    assert suggestions(client, **asked)[0] in (302, 403)
