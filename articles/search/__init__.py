"""Full-text search in what is live: any run of characters is found wherever it stands."""

from articles.search.finding import Results, find
from articles.search.indexing import drift, rebuild, rebuild_from_nothing, refresh
from articles.search.snippets import snippet

__all__ = ["Results", "drift", "find", "rebuild", "rebuild_from_nothing", "refresh", "snippet"]
