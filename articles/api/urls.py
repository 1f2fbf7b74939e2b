"""Machines' addresses. They never change their meaning."""

from django.urls import path

import articles.converters  # noqa: F401
from articles.api import views
from articles.gate import public_answer

app_name = "api"


def _door(address, view, name):
    return path(address, public_answer(view), name=name)


PAPER = "publications/<slug:publication>/"
ISSUE = PAPER + "issues/<date:date>"
ARTICLE = PAPER + "articles/<number:number>"

urlpatterns = [
    _door("", views.Door.as_view(), "door"),
    _door("openapi.json", views.OpenAPI.as_view(), "openapi"),
    _door("publications/", views.Publications.as_view(), "publications"),
    _door(PAPER, views.OnePublication.as_view(), "publication"),
    _door(PAPER + "issues/", views.Issues.as_view(), "issues"),
    _door(ISSUE + "/", views.OneIssue.as_view(), "issue"),
    _door(ISSUE + ".ninjs.json", views.IssueNinjs.as_view(), "issue_ninjs"),
    _door(ISSUE + "/<word:label>/", views.OnePage.as_view(), "page"),
    _door(PAPER + "articles/", views.ArticlesOfPublication.as_view(), "articles_of"),
    _door(ARTICLE + "/", views.OneArticle.as_view(), "article"),
    _door(ARTICLE + ".ninjs.json", views.ArticleNinjs.as_view(), "article_ninjs"),
    _door("articles/", views.Articles.as_view(), "articles"),
    _door("people/", views.People.as_view(), "people"),
    _door("people/<int:pk>/", views.OnePerson.as_view(), "person"),
    _door("tags/", views.Tags.as_view(), "tags"),
    _door("tags/<word:slug>/", views.OneTag.as_view(), "tag"),
]
