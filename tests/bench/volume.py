"""An archive of any size, made in bulk: issues of 72 articles of some 890 characters, all live."""

import random
from datetime import date, datetime, timedelta
from datetime import time as clock
from itertools import accumulate, count

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import OuterRef, QuerySet, Subquery

from articles import search
from articles.models import (
    Article,
    Issue,
    Page,
    Publication,
    Reporter,
    Section,
    Tag,
    Tagging,
    Version,
    VersionCredit,
)
from articles.models.version import fingerprint

PAGES, PER_PAGE = 8, 9
PER_ISSUE = PAGES * PER_PAGE
FIRST_DAY = date(2015, 1, 1)
LETTERS = "".join(chr(0x4E00 + 7 * number) for number in range(2400))
COMMON = "记者 大桥 通车 县委 会议 群众 发展 建设 工作 今年".split()
TAGS, PEOPLE, SECTIONS = 15, 40, 6


def words(dice):
    """A vocabulary in which few words are common and most are rare, as in any language."""
    rare = ["".join(dice.choices(LETTERS, k=dice.choice((2, 2, 2, 3, 4)))) for _word in range(6000)]
    every = [*COMMON, *rare]
    return every, list(accumulate(1 / (place + 3) for place in range(len(every))))


def text(dice, vocabulary, length):
    every, weights = vocabulary
    return "".join(dice.choices(every, cum_weights=weights, k=length // 2))[:length]


def fill(articles, *, seed=7):
    """As many live articles, and the index of them; returns the publication."""
    dice = random.Random(seed)
    vocabulary = words(dice)
    by = User.objects.create(username="bench")
    paper = Publication.objects.create(name="读报", slug="bench")
    shelf = {
        "sections": [
            Section.objects.create(publication=paper, name=f"{number}栏")
            for number in range(SECTIONS)
        ],
        "tags": [Tag.objects.create(name=f"题{n}", slug=f"题{n}") for n in range(TAGS)],
        "people": [Reporter.objects.create(name=f"某人{n}") for n in range(PEOPLE)],
    }
    numbers = count(1)
    for issue in range(-(-articles // PER_ISSUE)):
        wanted = min(PER_ISSUE, articles - issue * PER_ISSUE)
        with transaction.atomic():
            _issue(paper, issue, wanted, numbers, shelf, by, dice, vocabulary)
    search.rebuild()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return paper


def _issue(paper, number, wanted, numbers, shelf, by, dice, vocabulary):
    day = FIRST_DAY + timedelta(days=number)
    issue = Issue.objects.create(publication=paper, date=day, number=number + 1)
    pages = [
        Page(issue=issue, sequence=n, label=f"{n:02}", name="要闻", source=b"", staff=[])
        for n in range(1, PAGES + 1)
    ]
    Page.objects.bulk_create(pages)
    made = [
        Article(
            number=f"{day.year}-{next(numbers):06d}",
            publication=paper,
            page=pages[place // PER_PAGE],
            position=place % PER_PAGE,
            section=dice.choice(shelf["sections"]),
            origin="print",
            status="imported",
            headline=text(dice, vocabulary, 16),
            body="\n".join(text(dice, vocabulary, 148) for _paragraph in range(6)),
        )
        for place in range(wanted)
    ]
    Article.objects.bulk_create(made)
    publish(made, datetime.combine(day, clock(6), tzinfo=paper.zone), by)
    Tagging.objects.bulk_create(
        Tagging(content_object=article, tag=dice.choice(shelf["tags"])) for article in made
    )
    VersionCredit.objects.bulk_create(
        VersionCredit(
            version=article.live_version, reporter=by_whom, name=by_whom.name, role="reporter",
            position=1,
        )
        for article in made
        for by_whom in [dice.choice(shelf["people"])]
    )  # fmt: skip


def publish(articles, moment, by):
    """Past all reviews, in bulk."""
    versions = [
        Version(
            article=article,
            number=1,
            round=1,
            headline=article.headline,
            body=article.body,
            lead=article.body[:80],
            sha256=fingerprint(article.number),
            made_by=by,
        )
        for article in articles
    ]
    for article, version in zip(articles, Version.objects.bulk_create(versions), strict=True):
        article.live_version = version
    version = Version.objects.filter(article=OuterRef("pk")).values("pk")
    QuerySet(Article).filter(pk__in=[article.pk for article in articles]).update(
        live_version=Subquery(version),
        signed_version=Subquery(version),
        published_at=moment,
        status="published",
    )
