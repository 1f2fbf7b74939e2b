"""An issue or a page opened: with what readers see in it."""

from articles.exporting.printed import issue as issue_of
from articles.exporting.printed import pages_of
from articles.exporting.texts import told
from articles.models import Article


def issue_with_pages(paper, day):
    """(values.Issue, its pages) of the paper with that slug, or None where readers see none."""
    issue = issue_of(paper, day)
    pages = pages_of(issue) if issue else ()
    return (issue, pages) if pages else None


def page_with_articles(paper, day, label):
    """(values.Issue, values.Page, what is live of it in the order of print), or None."""
    issue, pages = issue_with_pages(paper, day) or (None, ())
    page = next((page for page in pages if page.label == label), None)
    if page is None:
        return None
    live = Article.objects.published().filter(page__issue=issue.pk, page__label=label)
    return issue, page, told(live.order_by("position", "pk"))
