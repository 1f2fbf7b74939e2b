"""What is on record stays: models refuse, and so does the database under them."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from articles.models import Article, Event, Page, Version
from articles.models.immutable import Immutable
from tests.builders import go, page_of, print_article, web_article, web_draft
from tests.public.furnished import furnish


def on(vendor):
    return pytest.mark.skipif(connection.vendor != vendor, reason=f"a word of {vendor}")


# What waits for the end of a transaction would refuse the rest first.
NOW = "SET CONSTRAINTS ALL IMMEDIATE"


def refuse_sql(statement, *params):
    refused = pytest.raises(DatabaseError, match="never")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, params)


def test_models_refuse_to_change_a_version_or_an_event(cast, publication):
    article = web_draft(publication, cast.rui)
    for row in [article.versions.get(), article.events.get()]:
        with pytest.raises(Immutable):
            row.save()
        with pytest.raises(Immutable):
            row.delete()


def test_querysets_refuse_to_change_versions_and_events(cast, publication):
    web_draft(publication, cast.rui)
    for model in (Version, Event):
        with pytest.raises(Immutable):
            model.objects.update(round=9)
        with pytest.raises(Immutable):
            model.objects.all().delete()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_version SET body = 'x'",
        "UPDATE articles_event SET opinion = 'x'",
        "UPDATE articles_event SET actor_id = actor_id + 1",
        "UPDATE articles_event SET id = id + 1000",
        "DELETE FROM articles_event",
        "DELETE FROM articles_version",
        "UPDATE articles_article SET number = 'x' || id",
        pytest.param(f"{NOW}; TRUNCATE articles_event CASCADE", marks=on("postgresql")),
        *(
            pytest.param(f"REPLACE INTO {table} SELECT * FROM {table}", marks=on("sqlite"))
            for table in ("articles_event", "articles_version", "articles_article")
        ),
    ],
)
def test_database_refuses_to_change_what_is_on_record(statement, cast, publication):
    web_article(cast, publication, "first_review")
    refuse_sql(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_versioncredit SET reporter_id = reporter_id + 1",
        "UPDATE articles_versionphoto SET width = width + 1",
        "UPDATE articles_versionphoto SET image_sha256 = 'x'",
    ],
)
def test_database_refuses_to_change_who_is_named_and_what_is_shown(statement, cast, publication):
    article = web_draft(publication, cast.rui)
    furnish(article, "甲")
    go(article, "submit", cast.rui)
    refuse_sql(statement)


def test_database_refuses_to_delete_an_article_under_review(cast, publication):
    article = web_article(cast, publication, "first_review")
    with pytest.raises(DatabaseError), transaction.atomic():
        article.delete()
    assert Article.objects.filter(pk=article.pk).exists()


def test_draft_never_under_review_can_be_deleted(cast, publication):
    article = web_draft(publication, cast.rui)
    article.delete()
    assert not Article.objects.exists()
    assert not Event.objects.exists()


def test_recalled_draft_can_no_longer_be_deleted(cast, publication):
    article = web_article(cast, publication, "first_review")
    go(article, "recall", cast.rui)
    with pytest.raises(DatabaseError), transaction.atomic():
        article.delete()


def test_source_of_an_imported_page_never_changes(cast, issue):
    page = page_of(issue)
    print_article(cast, page)
    Page.objects.filter(pk=page.pk).update(imported_by=cast.de, imported_at=timezone.now())
    refuse_sql("UPDATE articles_page SET source_sha256 = 'x'")


def test_live_version_exists_exactly_while_published(cast, publication):
    article = web_article(cast, publication, "approved")
    with pytest.raises(DatabaseError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(live_version=article.signed_version)
