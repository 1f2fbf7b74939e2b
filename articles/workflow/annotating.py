"""Dates and suggestions kept beside an article's text, made anew whenever the text is."""

from articles.models import Article, DateMention, Issue, Suggestion, SuggestionKind, Tag
from articles.parsing.dates.checks import date_doubts, dateline_day
from articles.parsing.dates.mentions import mentions
from articles.parsing.issue import folio_doubts
from articles.parsing.offers.keywords import tags
from articles.parsing.offers.suggestions import headlines
from articles.search.commonness import commonness

# Notices and lists of contents are filed by nobody.
UNTAGGED = frozenset({"notice", "index"})
MARKS = ("## ", "> ")
READ = 100_000  # characters of a text that are looked at
MOST = 1000  # dates of one text


def annotate_import(page, record, articles):
    """Annotate what an import has just written: {unit: article} of the page's record.

    Returns the doubts that dates and folio raise, for the import to store with its own.
    """
    found = {}
    for unit_record in record.articles:
        if article := articles.get(unit_record.unit):
            told_on = dateline_day(unit_record, page.issue.date)
            found[article] = _dates(article, page.issue.date, told_on)
    _store(found)
    _fill_number(page.issue, record.folio.number)
    return _doubts(page, record, articles, found)


def renew(articles):
    """The same for articles whose text has changed since. Those of no page have no dates."""
    articles = Article.objects.filter(pk__in=[article.pk for article in articles])
    _store(
        {
            article: _dates(article, article.page.issue.date) if article.page else ()
            for article in articles.select_related("page__issue").defer("page__source")
        }
    )


def _dates(article, issue_date, told_on=None):
    return mentions(article.body[:READ], issue_date, told_on)[:MOST]


def _doubts(page, record, articles, found):
    issue = page.issue
    raised = [*folio_doubts(record, day=issue.date, label=page.label, number=issue.number)]
    for unit_record in record.articles:
        if article := articles.get(unit_record.unit):
            raised += date_doubts(
                unit_record, article.body, found[article], issue.date, record.lines
            )
    return raised


def _fill_number(issue, printed):
    """An issue whose number nobody entered takes it from the folio."""
    if issue.number is None and printed.isdecimal() and 0 < int(printed) < 1_000_000:
        Issue.objects.filter(pk=issue.pk, number=None).update(number=int(printed))
        issue.number = int(printed)


def _store(found):
    """Replace what the machine said before; what a person has taken stays."""
    DateMention.objects.filter(article__in=found).delete()
    Suggestion.objects.open().from_text().filter(article__in=found).delete()
    DateMention.objects.bulk_create(
        DateMention(
            article=article,
            start=date.start,
            end=date.end,
            text=date.text,
            first=date.first,
            last=date.last,
            precision=date.precision.value,
            note=date.note.value,
        )
        for article, dates in found.items()
        for date in dates
    )
    known, share = list(Tag.objects.values_list("name", flat=True)), commonness().share
    Suggestion.objects.bulk_create(
        (suggestion for article in found for suggestion in _suggestions(article, known, share)),
        ignore_conflicts=True,  # one that was taken before stands already
    )


def _suggestions(article, known, share):
    """Headlines where the page has none, and tags."""
    paragraphs = [line for line in article.paragraphs if not line.startswith(MARKS)]
    proposed = []
    if not article.headline:
        proposed += [(SuggestionKind.HEADLINE, text) for text in headlines(paragraphs)]
    if article.kind not in UNTAGGED:
        text = "\n".join([article.headline, *paragraphs])
        proposed += [(SuggestionKind.TAG, tag) for tag in tags(text, known=known, share=share)]
    for position, (kind, text) in enumerate(proposed):
        yield Suggestion(article=article, kind=kind, text=text, position=position)
