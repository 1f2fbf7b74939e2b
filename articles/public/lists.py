"""The lists that many readers ask for: each in one question, worked out once a process."""

from functools import lru_cache

from django.db.models import Exists, OuterRef, Subquery
from django.shortcuts import get_object_or_404

from articles.exporting import people
from articles.models import Article, Reporter, Tag, Tagging, VersionCredit
from articles.public import reading
from articles.public.paging import LINE, PER_PAGE, Line, existing, lines_of, listing_of
from articles.questions import NOW, Given, Question

WEB_STORIES = 8
PAGES_KEPT = 64  # questions for pages of lists; most readers see the first
# Of what has that many articles or more, those of a page are looked for from the newest of all on,
# among so many: to sort thousands for twenty takes long. Where that is not enough, all are sorted.
MANY, NEWEST = 2_000, 10_000


def tag_of(slug):
    """The tag, with whether it has `many` articles; raises Http404 where there is none."""
    own = Tagging.objects.filter(tag=OuterRef("pk")).order_by()
    return get_object_or_404(Tag.objects.annotate(many=Exists(own[MANY:])), slug=slug)


def reporter_of(pk):
    own = VersionCredit.objects.filter(reporter=OuterRef("pk")).order_by()
    return get_object_or_404(Reporter.objects.annotate(many=Exists(own[MANY:])), pk=pk)


def tagged(tag, number):
    return _listing("tag", number, many=tag.many, tag=tag.pk)


def by(reporter, number):
    return _listing("reporter", number, many=reporter.many, reporter=reporter.pk)


def of_section(section, number):
    return _listing("section", number, section=section.pk, paper=section.publication_id)


def _newest(own):
    """Of the newest articles of all those that have such a row of their `own`."""
    out = Article.objects.filter(live_version__isnull=False).newest_first()
    edge = Subquery(out.values("published_at")[NEWEST : NEWEST + 1])
    return Article.objects.published(NOW).filter(Exists(own), published_at__gte=edge)


ARTICLES = {
    "tag": lambda: people.articles_tagged(Given("tag"), NOW),
    "reporter": lambda: people.articles_by(Given("reporter"), NOW),
    "newest of tag": lambda: _newest(
        Tagging.objects.filter(content_object=OuterRef("pk"), tag=Given("tag"))
    ),
    "newest of reporter": lambda: _newest(
        people.credits_of(Given("reporter")).filter(version=OuterRef("live_version"))
    ),
    "section": lambda: reading.articles_in(Given("section"), Given("paper"), NOW),
}


def _listing(name, number, *, many=False, **given):
    found = _question(f"newest of {name}", number).ask(**given) if many else []
    if len(found) <= PER_PAGE:
        found = _question(name, number).ask(**given)
    return existing(listing_of(found, number))


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
