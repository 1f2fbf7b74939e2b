"""Live articles by the dozen, without the walk through review that other tests make."""

import itertools
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import search
from articles.models import Article, Origin, Version
from articles.models.version import fingerprint
from tests.builders import behind_the_rules

numbers = itertools.count(1)


@pytest.fixture
def live(publication, cast):
    """A function that makes one live article and has it indexed; returns the article."""

    def make(headline="", body="", age=0, **fields):
        article = imported(**{"publication": publication, **fields}, headline=headline, body=body)
        version = Version.objects.create(
            article=article,
            number=1,
            round=1,
            headline=headline,
            body=body,
            sha256=fingerprint(body),
            made_by=cast.de,
        )
        behind_the_rules(pk=article.pk).update(
            status="published",
            signed_version=version,
            live_version=version,
            published_at=timezone.now() - timedelta(minutes=age),
        )
        search.refresh([article.pk])
        article.refresh_from_db()
        return article

    return make


def imported(**fields):
    number = f"2026-{next(numbers):06d}"
    return Article.objects.create(number=number, origin=Origin.PRINT, status="imported", **fields)
