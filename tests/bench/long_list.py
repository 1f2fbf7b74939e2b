"""A list of published articles of any length: real ones by the issue, then copies of them all."""

import random
from datetime import date, datetime, timedelta
from datetime import time as clock
from itertools import count

from django.contrib.auth.models import User
from django.db import connection, transaction

from articles.models import Article, Issue, Page, Publication, Section, Version
from articles.search import headlines
from tests.bench.volume import publish, text, words

PER_ISSUE, PAGES = 72, 8
FIRST_DAY = date(2015, 1, 1)
YEAR = 1000  # of the first copies' numbers, which say nothing of when they came out


def fill(articles, *, seed=7):
    """As many, each with a short text and one version; no index for readers."""
    dice = random.Random(seed)
    vocabulary, numbers = words(dice), count(1)
    by = User.objects.create(username="list-bench")
    paper = Publication.objects.create(name="长报", slug="list-bench")
    section = Section.objects.create(publication=paper, name="要闻")
    for number in range(-(-articles // PER_ISSUE)):
        day = FIRST_DAY + timedelta(days=number)
        issue = Issue.objects.create(publication=paper, date=day, number=number + 1)
        pages = Page.objects.bulk_create(
            Page(issue=issue, sequence=n, label=f"{n:02}", name="要闻", source=b"", staff=[])
            for n in range(1, PAGES + 1)
        )
        made = [
            Article(
                number=f"{YEAR}-{next(numbers):06d}",
                publication=paper,
                section=section,
                page=pages[place % PAGES],
                position=place,
                origin="print",
                status="imported",
                headline=text(dice, vocabulary, 16),
                body=text(dice, vocabulary, 60),
            )
            for place in range(min(PER_ISSUE, articles - number * PER_ISSUE))
        ]
        with transaction.atomic():
            Article.objects.bulk_create(made)
            publish(made, datetime.combine(day, clock(6), tzinfo=paper.zone), by)
    settle()


def multiply(articles):
    """Copies of all that `fill` has made, until there are as many: rows of SQL, not of Python."""
    made = Article.objects.filter(number__startswith=f"{YEAR}-")
    first, many = made.order_by("pk").first().pk, made.count()
    versions = Version.objects.filter(article__in=made).order_by("pk").first().pk
    keys = [model.objects.order_by("-pk").first().pk for model in (Article, Version)]
    for copy in range(1, -(-articles // many)):
        step = copy * max(keys)
        with transaction.atomic(), connection.cursor() as cursor:
            _copy(cursor, Version, {"article_id": step}, step, versions, many)
            links = {"live_version_id": step, "signed_version_id": step}
            _copy(cursor, Article, links, step, first, many, number=f"'{YEAR + copy}-'")
    settle()


def _copy(cursor, model, links, step, first, many, number=""):
    """Rows [first, first + many) again, their keys and links `step` further on."""
    table, told = model._meta.db_table, []
    for field in model._meta.local_concrete_fields:
        column = f'"{field.column}"'
        if field.primary_key or field.column in links:
            column = f"{column} + {step}"
        elif number and field.column == "number":
            column = f"{number} || substr({column}, 6)"
        told.append(column)
    names = ", ".join(f'"{field.column}"' for field in model._meta.local_concrete_fields)
    cursor.execute(
        f"INSERT INTO {table} ({names}) SELECT {', '.join(told)} FROM {table}"
        f" WHERE id >= {first} AND id < {first + many}"
    )


def settle():
    headlines.rebuild()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
