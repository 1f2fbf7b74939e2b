"""What is live, read into the values of `formats`, in as many questions for one as for many."""

from articles.exporting.printed import issue, issues, pages_of
from articles.exporting.texts import article, articles_of, told, told_in_order, withdrawn

__all__ = [
    "article",
    "articles_of",
    "issue",
    "issues",
    "pages_of",
    "told",
    "told_in_order",
    "withdrawn",
]
