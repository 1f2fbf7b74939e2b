"""The shapes of what is answered: the values of `formats` as JSON, described for OpenAPI."""

from functools import lru_cache

from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.serializers import CharField, DateField, DateTimeField, IntegerField

KEPT = 20_000
WORDS = "As printed, in one line."


@lru_cache(maxsize=KEPT)
def place(name, *arguments):
    """The path of an answer of ours."""
    return reverse(f"api:{name}", args=arguments)


@extend_schema_field(OpenApiTypes.URI)
class Link(serializers.Field):
    """The whole address that a path of the site, or what `path` makes of a value, has."""

    def __init__(self, path=None, **kwargs):
        super().__init__(read_only=True, **({"source": "*"} if path else {}) | kwargs)
        self.path = path

    def to_representation(self, value):
        path = self.path(value) if self.path else value
        return f"{self.context['site']}{path}" if path else None


class LinkInIssue(Link):
    """Of what does not know its issue: `path` is given both."""

    def to_representation(self, value):
        return f"{self.context['site']}{self.path(self.context['issue'], value)}"


def html_url(what="page"):
    return Link(source="address", help_text=f"The {what} that readers see.")


class Shape(serializers.Serializer):
    """Read only; every field is there in every answer."""


class Error(Shape):
    detail = CharField(help_text="What is amiss, in a sentence.")


class Gone(Error):
    detail = CharField(help_text="What readers are told in place of the text.")
    status = serializers.ChoiceField(["withdrawn", "retracted"])


class Door(Shape):
    """Where everything else is found."""

    publications = Link(lambda _door: place("publications"))
    articles = Link(lambda _door: place("articles"))
    people = Link(lambda _door: place("people"))
    tags = Link(lambda _door: place("tags"))
    openapi = Link(lambda _door: place("openapi"))


class Publication(Shape):
    id = IntegerField(source="pk", help_text="As in ?publication= of articles.")
    slug = CharField()
    name = CharField()
    publisher = CharField()
    serial_number = CharField(help_text="CN.")
    postal_code = CharField(help_text="Under which it is subscribed to by post.")
    time_zone = CharField(help_text="By whose clock its days are.")
    url = Link(lambda paper: place("publication", paper.slug))
    html_url = html_url()
    issues_url = Link(lambda paper: place("issues", paper.slug))
    articles_url = Link(lambda paper: place("articles_of", paper.slug))


class Issue(Shape):
    id = IntegerField(source="pk", help_text="As in ?issue= of articles.")
    publication = CharField(source="paper.slug")
    date = DateField()
    number = IntegerField(allow_null=True)
    url = Link(lambda issue: place("issue", issue.paper.slug, issue.date))
    html_url = html_url()
    ninjs_url = Link(lambda issue: place("issue_ninjs", issue.paper.slug, issue.date))


class Face(Shape):
    """How a page looks in print. The smallest is there as JPEG, too."""

    sha256 = CharField(help_text="Of the largest picture.")
    sizes = serializers.ListField(
        child=serializers.ListField(child=IntegerField(), min_length=2, max_length=2),
        help_text="[width, height] in pixels, the widest first.",
    )
    webp = serializers.ListField(
        source="addresses", child=Link(), help_text="One for each size, in the same order."
    )
    jpeg = Link()


class Region(Shape):
    """Where a page prints an article."""

    number = CharField(source="article")
    headline = CharField(help_text=WORDS)
    position = IntegerField(help_text="The order of print.")
    shapes = serializers.ListField(
        child=serializers.ListField(
            child=serializers.ListField(child=serializers.FloatField(), min_length=2, max_length=2)
        ),
        help_text="Polygons of [x, y] from 0 to 1, from the top left; none if only text is here.",
    )
    is_continued = serializers.BooleanField(help_text="The article begins on another page.")
    url = LinkInIssue(lambda issue, region: place("article", issue.paper.slug, region.article))
    html_url = html_url("article")


class Page(Shape):
    label = CharField(help_text="As printed.")
    sequence = IntegerField(help_text="Its place in the issue.")
    name = CharField()
    face = Face(allow_null=True, help_text="Null while readers may not see it.")
    regions = Region(many=True)
    url = LinkInIssue(lambda issue, page: place("page", issue.paper.slug, issue.date, page.label))
    html_url = html_url()


class WholeIssue(Shape):
    issue = Issue()
    pages = Page(many=True)


class Credit(Shape):
    role = CharField(
        help_text="reporter, correspondent, author, photographer, editor, designer, proofreader"
    )
    name = CharField(help_text="As printed.")
    person = IntegerField(help_text="As in ?reporter= of articles.")
    url = Link(lambda credit: place("person", credit.person))
    html_url = html_url("person's page")


class Photo(Shape):
    place = IntegerField(help_text="From 1.")
    caption = CharField()
    credit = CharField()
    alt = CharField(help_text="What it shows, for who cannot see it.")
    sha256 = CharField(help_text="Empty where the picture is not here.")
    width = IntegerField()
    height = IntegerField()
    image_url = Link(source="address", allow_null=True)


class Tag(Shape):
    name = CharField(help_text="As in ?tag= of articles.")
    slug = CharField()
    url = Link(lambda tag: place("tag", tag.slug))
    html_url = html_url()


class Section(Shape):
    id = IntegerField(source="pk", help_text="As in ?section= of articles.")
    name = CharField()
    html_url = html_url()


class Printed(Shape):
    """Where an article stands in print."""

    date = DateField()
    issue_number = IntegerField(allow_null=True)
    label = CharField(help_text="Of the page.")
    name = CharField(help_text="Of the page.")
    sequence = IntegerField(help_text="Of the page in the issue.")
    position = IntegerField(help_text="On the page.")
    html_url = html_url()


class Correction(Shape):
    kind = CharField(help_text="erratum, correction, clarification, update")
    note = CharField(help_text="What readers are told.")
    at = DateTimeField()


class Block(Shape):
    """A piece of a text. A note holds its paragraphs as lines, the others hold one line."""

    kind = CharField(help_text="text, subhead, note")
    lines = serializers.ListField(child=CharField())


class Article(Shape):
    number = CharField()
    publication = CharField(source="paper.slug")
    kind = CharField(help_text="news, brief, index, notice, correction, note")
    kicker = CharField(help_text="The line above the headline.")
    headline = CharField()
    deck = CharField(help_text="The line below it.")
    byline = CharField(help_text=WORDS)
    dateline = CharField()
    source = CharField(help_text="Where the report is from, if not the paper's own.")
    lead = CharField(help_text="The first words of the text.")
    body = Block(many=True, source="blocks")
    credits = Credit(many=True)
    photos = Photo(many=True)
    tags = Tag(many=True)
    section = Section(allow_null=True)
    printed = Printed(
        source="place", allow_null=True, help_text="Null of what is on the web alone."
    )
    published_at = DateTimeField()
    changed_at = DateTimeField(help_text="When it was last corrected, or else published.")
    version = IntegerField(help_text="Grows with each change that readers are told of.")
    corrections = Correction(many=True, help_text="The newest first.")
    url = Link(lambda article: place("article", article.paper.slug, article.number))
    html_url = html_url()
    ninjs_url = Link(lambda article: place("article_ninjs", article.paper.slug, article.number))


class WholePage(Shape):
    issue = Issue()
    page = Page()
    articles = Article(many=True)


class Person(Shape):
    id = IntegerField(source="pk", help_text="As in ?reporter= of articles.")
    name = CharField()
    unit = CharField(help_text="What keeps namesakes apart.")
    url = Link(lambda person: place("person", person.pk))
    html_url = html_url()
