"""People and tags of whom readers see something."""

from django.db.models import Exists, OuterRef, Q

from articles.formats import values
from articles.models import Article, Reporter, Tag, VersionCredit


def credits_of(reporter):
    """Under whichever of a person's records they were given."""
    own = Q(reporter=reporter) | Q(reporter__merged_into=reporter)
    return VersionCredit.objects.filter(own).order_by()


def articles_by(reporter, now=None):
    credited = credits_of(reporter).values("version")
    return Article.objects.published(now).filter(live_version__in=credited)


def articles_tagged(tag, now=None):
    return Article.objects.published(now).filter(taggings__tag=tag)


def known_people():
    """Records of people who have something live, but for those that belong to another's."""
    live = Article.objects.published().filter(live_version=OuterRef("version"))
    credits = VersionCredit.objects.filter(Exists(live)).order_by()
    # Each asked by itself: together no index would serve both.
    under_it = credits.filter(reporter=OuterRef("pk"))
    under_another = credits.filter(reporter__merged_into=OuterRef("pk"))
    return Reporter.objects.filter(Exists(under_it) | Exists(under_another), merged_into=None)


def known_tags():
    return Tag.objects.filter(Exists(articles_tagged(OuterRef("pk"))))


def person_of(row):
    return values.Person(row.pk, row.name, row.unit, row.get_absolute_url())


def tag_of(row):
    return values.Tag(row.name, row.slug, row.get_absolute_url())
