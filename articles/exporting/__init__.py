"""What is live, read into the values of `formats`, in as many questions for one as for many."""

from articles.exporting.opened import issue_with_pages, page_with_articles
from articles.exporting.printed import issue, issues
from articles.exporting.texts import article, articles_of, told, told_in_order, withdrawn

__all__ = [
    "article",
    "articles_of",
    "issue",
    "issue_with_pages",
    "issues",
    "page_with_articles",
    "told",
    "told_in_order",
    "withdrawn",
]
