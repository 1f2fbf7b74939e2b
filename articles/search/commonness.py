"""How common a term is in what was published of late: a sample of the index, read now and then."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from django.db.models.functions import Left

from articles.models import SearchEntry
from articles.search.spelling import fold, pairs

SAMPLE = 300  # of the newest articles
LONGEST = 3000  # characters of each
LEAST = 30  # fewer tell nothing
STEP = 50  # articles after which a new sample is read


@dataclass(frozen=True)
class Commonness:
    """In how many of so many articles a pair of characters stands."""

    articles: int
    counts: Counter

    def share(self, term):
        """At most that share of the articles holds the term; 0 where the archive is too small."""
        if self.articles < LEAST:
            return 0.0
        spelled = fold(term)
        found = (self.counts[pair] for pair in pairs(spelled)[:-1] or [spelled])
        return min(found) / self.articles


def commonness():
    """One look at the index; its texts are read once in STEP articles."""
    newest = SearchEntry.objects.order_by("-article_id").values_list("article_id", flat=True)
    last = newest.first()
    return Commonness(0, Counter()) if last is None else _sample(last // STEP)


@lru_cache(maxsize=1)
def _sample(_step):
    newest = SearchEntry.objects.order_by("-article_id")
    texts = list(newest.values_list("title", Left("text", LONGEST))[:SAMPLE])
    counts = Counter(pair for text in texts for pair in set(pairs("\n".join(text))))
    return Commonness(len(texts), counts)
