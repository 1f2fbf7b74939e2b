"""Related articles: what shares rare words, tags and people. Worked out by the worker, a few reads
an article, so that no reader waits for it."""

import math
from collections import Counter

from django.db import transaction

from articles import search
from articles.models import Article, Likeness, SearchEntry
from articles.parsing.offers import keywords
from articles.search.commonness import commonness

MOST = 5  # kept of each article
WORDS = 6  # of the text that are looked up
LOOKED_AT = 25  # of the newest articles with a word, a tag, a person
BATCH = 50
TAG, PERSON = 1.0, 0.3
ENOUGH = 0.6
# A word in more of the paper's articles than this tells nothing.
COMMON = 0.1


def catch_up():
    """Work out what is new or changed; return how many articles. Repeating it does nothing."""
    live = Article.objects.published()
    waiting = SearchEntry.objects.filter(likeness_known=False, article__in=live).order_by("pk")
    entries = list(waiting.select_related("article", "version__article")[:BATCH])
    for entry in entries:
        _settle(entry)
    return len(entries)


def _settle(entry):
    found = _found(entry.article, entry.version)
    with transaction.atomic():
        Likeness.objects.filter(article_id=entry.pk).delete()
        Likeness.objects.bulk_create(
            Likeness(article_id=entry.pk, other_id=other, score=score)
            for other, score in found.items()
        )
        for other, score in found.items():
            _tell(other, entry.pk, score)
        # Not if the text has changed meanwhile: then the entry is another one.
        SearchEntry.objects.filter(pk=entry.pk, version=entry.version).update(likeness_known=True)


def _tell(article, newcomer, score):
    """An older article learns of a newer one; of more than MOST the least like is forgotten."""
    Likeness.objects.update_or_create(
        article_id=article, other_id=newcomer, defaults={"score": score}
    )
    known = Likeness.objects.filter(article_id=article).order_by("-score", "-other_id")
    Likeness.objects.filter(pk__in=[each.pk for each in known[MOST:]]).delete()


def _found(article, version):
    """{primary key: score} of the articles that are most like it."""
    scores = Counter()
    for weight, pks in (*_by_words(article, version), *_by_tags(article), *_by_people(version)):
        for pk in pks:
            scores[pk] += weight
    scores.pop(article.pk, None)
    if article.page_id:
        # They stand beside it anyhow.
        for neighbour in Article.objects.filter(page=article.page_id).values_list("pk", flat=True):
            scores.pop(neighbour, None)
    ranked = sorted(scores, key=lambda pk: (-scores[pk], -pk))
    return {pk: scores[pk] for pk in ranked[:MOST] if scores[pk] >= ENOUGH}


def _by_words(article, version):
    """The rarer a word in the paper's live articles, and the longer, the more it tells."""
    text = f"{version.headline}\n{version.deck}\n{version.body}"
    terms = keywords.tags(text, limit=WORDS, share=commonness().share)
    paper = article.publication_id
    live = Article.objects.published().filter(publication=paper).count()
    for term in terms:
        hits = search.find(f'"{term}"', publication=paper, order="newest", limit=LOOKED_AT)
        if 1 < hits.total <= max(5, live * COMMON):
            rarity = math.log((live + 1) / hits.total) / math.log(live + 1)
            yield rarity * math.sqrt(len(term)) / 1.5, hits.hits


def _by_tags(article):
    for tag in article.tags.values_list("pk", flat=True):
        tagged = _newest(article.publication_id).filter(taggings__tag=tag)
        yield TAG, tagged.values_list("pk", flat=True)[:LOOKED_AT]


def _by_people(version):
    people = set(version.credits.values_list("reporter", flat=True))
    for person in sorted(people):
        credited = _newest(version.article.publication_id).filter(
            live_version__credits__reporter=person
        )
        yield PERSON, set(credited.values_list("pk", flat=True)[:LOOKED_AT])


def _newest(paper):
    return Article.objects.published().filter(publication=paper).newest_first()
