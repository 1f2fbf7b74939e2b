"""Full-text search in what is live: any run of characters is found wherever it stands."""

from articles.search.finding import Results, find
from articles.search.indexing import drift, rebuild, refresh
from articles.search.snippets import snippet

__all__ = ["Results", "drift", "find", "rebuild", "refresh", "snippet"]
