"""Machines' answers: each asks for what is live, and tells its values."""

from django.http import Http404
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.response import Response
from rest_framework.views import APIView

from articles import exporting, search
from articles.api import cursors, shapes
from articles.api.answers import Gone
from articles.api.description import described
from articles.exporting.papers import paper_of
from articles.exporting.people import known_people, known_tags, person_of, tag_of
from articles.formats import ninjs
from articles.gate import site_of
from articles.models import Article, Issue, Publication, Reporter, Tag
from articles.search.filters import SearchFilter, WordsFilter, asked_in, form_of

METHODS = ("get", "head")
ABSENT = {404: shapes.Error}
GONE = ABSENT | {410: shapes.Gone}
REFUSED = {400: shapes.Error, 429: shapes.Error}
JSON = {200: OpenApiTypes.OBJECT}
SEARCH = "articles.api.search"  # whose cursors are of another kind than those of lists


class Told(GenericAPIView):
    """One thing, in the shape of its `serializer_class`."""

    http_method_names = METHODS

    def answer(self, value, **context):
        if value is None:
            raise Http404
        context["site"] = site_of(self.request)
        return Response(self.serializer_class(value, context=context).data)


class Opened(Told):
    """An issue, and what of it is asked for."""

    def answer_of(self, names, found):
        told = found and dict(zip(names.split(), found, strict=True))
        return self.answer(told, issue=found and found[0])


class Listed(ListAPIView):
    """Rows in an `order`; `tell` makes values of their primary keys."""

    http_method_names = METHODS
    pagination_class = cursors.Cursors

    def get_serializer_context(self):
        return {"site": site_of(self.request)}


class Door(Told):
    serializer_class = shapes.Door

    @extend_schema(summary="Where everything is")
    def get(self, request):
        return self.answer(request)


class Publications(Listed):
    serializer_class = shapes.Publication
    queryset = Publication.objects.all()
    order = ("pk",)

    def tell(self, keys):
        found = Publication.objects.in_bulk(keys)
        return [paper_of(found[pk]) for pk in keys if pk in found]

    @extend_schema(summary="All papers", responses={200: shapes.Publication(many=True)} | REFUSED)
    def get(self, request):
        return self.list(request)


class OnePublication(Told):
    serializer_class = shapes.Publication

    @extend_schema(summary="A paper", responses={200: shapes.Publication} | ABSENT)
    def get(self, request, publication):
        found = Publication.objects.filter(slug=publication).first()
        return self.answer(found and paper_of(found))


class DaysFilter(filters.FilterSet):
    since = filters.DateFilter(label="From this day on", field_name="date", lookup_expr="gte")
    until = filters.DateFilter(label="Up to this day", field_name="date", lookup_expr="lte")

    class Meta:
        model = Issue
        fields = ()


class Issues(Listed):
    serializer_class = shapes.Issue
    queryset = Issue.objects.none()
    filter_backends = (filters.DjangoFilterBackend,)
    filterset_class = DaysFilter
    order = ("-date", "-pk")

    def get_queryset(self):
        paper = paper_named(self.kwargs["publication"])
        return Issue.objects.public().filter(publication=paper)

    def tell(self, keys):
        found = {each.pk: each for each in exporting.issues(Issue.objects.filter(pk__in=keys))}
        return [found[pk] for pk in keys if pk in found]

    @extend_schema(
        summary="The issues of a paper, the newest first",
        responses={200: shapes.Issue(many=True)} | REFUSED | ABSENT,
    )
    def get(self, request, publication):
        return self.list(request)


class OneIssue(Opened):
    serializer_class = shapes.WholeIssue

    @extend_schema(
        summary="An issue with its pages, and what each of them prints",
        responses={200: shapes.WholeIssue} | ABSENT,
    )
    def get(self, request, publication, date):
        found = exporting.issue_with_pages(publication, date)
        return self.answer_of("issue pages", found)


class OnePage(Opened):
    serializer_class = shapes.WholePage

    @extend_schema(
        operation_id="publications_issues_pages_retrieve",
        summary="A page, with its articles in the order of print",
        responses={200: shapes.WholePage} | ABSENT,
    )
    def get(self, request, publication, date, label):
        found = exporting.page_with_articles(publication, date, label)
        return self.answer_of("issue page articles", found)


class Articles(Listed):
    """As readers search: by words, in the order of relevance or of time; or by all else alone."""

    serializer_class = shapes.Article
    queryset = Article.objects.none()
    filter_backends = (filters.DjangoFilterBackend,)
    filterset_class = SearchFilter
    order = ("-published_at", "-pk")

    def get_queryset(self):
        return Article.objects.published()

    def tell(self, keys):
        return exporting.told_in_order(keys)

    @extend_schema(
        summary="Live articles, whole; the newest first, or those with some words",
        responses={200: shapes.Article(many=True)} | REFUSED,
    )
    def get(self, request):
        return self.search(request) if request.query_params.get("q") else self.list(request)

    def search(self, request, **narrowed):
        form = form_of(request.query_params)
        if not form.is_valid():
            raise ValidationError(form.errors)
        asked = asked_in(form) | narrowed
        if "q" not in asked:
            return self.list(request)
        after = cursors.told_by(request, SEARCH) or ""
        found = search.find(asked.pop("q"), **asked, limit=cursors.PER_PAGE, after=after)
        told = self.get_serializer(self.tell(list(found.hits)), many=True).data
        following = cursors.next_of(request, found.after, SEARCH)
        return Response({"next": following, "results": told})


class ArticlesOfPublication(Articles):
    def get_queryset(self):
        paper = paper_named(self.kwargs["publication"])
        return Article.objects.published().filter(publication=paper)

    @extend_schema(
        summary="Live articles of one paper",
        responses={200: shapes.Article(many=True)} | REFUSED | ABSENT,
    )
    def get(self, request, publication):
        paper = paper_named(publication)
        if request.query_params.get("q"):
            return self.search(request, publication=paper.pk)
        return self.list(request)


class OneArticle(Told):
    serializer_class = shapes.Article

    @extend_schema(summary="An article, whole", responses={200: shapes.Article} | GONE)
    def get(self, request, publication, number):
        found = exporting.article(publication, number)
        if found is None:
            raise taken_back(publication, number)
        return self.answer(found)


class ArticleNinjs(APIView):
    http_method_names = METHODS

    @extend_schema(
        operation_id="publications_articles_ninjs_retrieve",
        summary="An article as ninjs 3 (IPTC); canceled, with status 410, once it was taken back",
        responses=JSON | ABSENT | {410: OpenApiTypes.OBJECT},
    )
    def get(self, request, publication, number):
        site = site_of(request)
        if found := exporting.article(publication, number):
            return Response(ninjs.article(found, site=site))
        if gone := exporting.withdrawn(publication, number):
            return Response(ninjs.taken_back(gone, site=site), status=410)
        raise Http404


class IssueNinjs(APIView):
    http_method_names = METHODS

    @extend_schema(
        operation_id="publications_issues_ninjs_retrieve",
        summary="An issue as ninjs 3: one composite of its articles",
        responses=JSON | ABSENT,
    )
    def get(self, request, publication, date):
        issue = exporting.issue(publication, date)
        articles = exporting.articles_of(issue) if issue else ()
        if not articles:
            raise Http404
        return Response(ninjs.issue(issue, articles, site=site_of(request)))


class NameFilter(filters.FilterSet):
    name = WordsFilter(label="A part of the name", field_name="name", lookup_expr="icontains")


class People(Listed):
    serializer_class = shapes.Person
    queryset = Reporter.objects.none()
    filter_backends = (filters.DjangoFilterBackend,)
    filterset_class = NameFilter
    order = ("pk",)

    def get_queryset(self):
        return known_people()

    def tell(self, keys):
        found = Reporter.objects.in_bulk(keys)
        return [person_of(found[pk]) for pk in keys if pk in found]

    @extend_schema(
        summary="People who have something live",
        responses={200: shapes.Person(many=True)} | REFUSED,
    )
    def get(self, request):
        return self.list(request)


class OnePerson(Told):
    serializer_class = shapes.Person

    @extend_schema(summary="A person", responses={200: shapes.Person} | ABSENT)
    def get(self, request, pk):
        found = known_people().filter(pk=pk).first()
        return self.answer(found and person_of(found))


class Tags(Listed):
    serializer_class = shapes.Tag
    queryset = Tag.objects.none()
    filter_backends = (filters.DjangoFilterBackend,)
    filterset_class = NameFilter
    order = ("pk",)

    def get_queryset(self):
        return known_tags()

    def tell(self, keys):
        found = Tag.objects.in_bulk(keys)
        return [tag_of(found[pk]) for pk in keys if pk in found]

    @extend_schema(
        summary="Tags of what is live",
        responses={200: shapes.Tag(many=True)} | REFUSED,
    )
    def get(self, request):
        return self.list(request)


class OneTag(Told):
    serializer_class = shapes.Tag

    @extend_schema(summary="A tag", responses={200: shapes.Tag} | ABSENT)
    def get(self, request, slug):
        found = known_tags().filter(slug=slug).first()
        return self.answer(found and tag_of(found))


class OpenAPI(APIView):
    http_method_names = METHODS

    @extend_schema(exclude=True)
    def get(self, request):
        return Response(described())


def paper_named(slug):
    found = Publication.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def taken_back(publication, number):
    """Why an article is not told: it was never seen, or is gone."""
    gone = exporting.withdrawn(publication, number)
    if gone is None:
        return Http404()
    status = "retracted" if gone.is_retraction else "withdrawn"
    return Gone({"detail": gone.notice, "status": status})
