"""The lists that many readers ask for: each in one question, worked out once a process."""

from functools import lru_cache

from articles.models import Article
from articles.public import reading
from articles.public.paging import LINE, Line, existing, lines_of, listing_of
from articles.public.questions import NOW, Given, Question

WEB_STORIES = 8
PAGES_KEPT = 64  # questions for pages of lists; most readers see the first


def tagged(tag, number):
    return _listing("tag", number, tag=tag.pk)


def by(reporter, number):
    return _listing("reporter", number, reporter=reporter.pk)


def of_section(section, number):
    return _listing("section", number, section=section.pk, paper=section.publication_id)


ARTICLES = {
    "tag": lambda: reading.articles_tagged(Given("tag"), NOW),
    "reporter": lambda: reading.articles_by(Given("reporter"), NOW),
    "section": lambda: reading.articles_in(Given("section"), Given("paper"), NOW),
}


def _listing(name, number, **given):
    return existing(listing_of(_question(name, number).ask(**given), number))


@lru_cache(maxsize=PAGES_KEPT)
def _question(name, number):
    return Question(lambda: lines_of(ARTICLES[name](), number, NOW), Line)


def web_stories():
    """The newest articles that were written for the web and stand on no page."""
    return ON_THE_WEB.ask()


def web_stories_in(paper):
    return ON_ITS_WEB.ask(paper=paper.pk)


def _web_stories(**narrowing):
    stories = Article.objects.published(NOW).filter(page=None, **narrowing)
    return stories.newest_first().values_list(*LINE)[:WEB_STORIES]


ON_THE_WEB = Question(_web_stories, Line)
ON_ITS_WEB = Question(lambda: _web_stories(publication=Given("paper")), Line)
