"""Full-text search in what is live: any run of characters is found wherever it stands."""

from articles.search.finding import Facet, Results, find
from articles.search.indexing import drift, fill_if_empty, rebuild, rebuild_from_nothing, refresh
from articles.search.snippets import snippet

__all__ = [
    "Facet",
    "Results",
    "drift",
    "fill_if_empty",
    "find",
    "rebuild",
    "rebuild_from_nothing",
    "refresh",
    "snippet",
]
