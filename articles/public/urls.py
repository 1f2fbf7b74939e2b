"""Public addresses: publication, date, page label, number. They never change their meaning."""

from django.urls import path

import articles.converters  # noqa: F401
from articles.public import iiif, machines, reports, views
from articles.public.stylesheets import stylesheets

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-news.xml", machines.sitemap_news, name="sitemap_news"),
    path("feeds/", machines.overview, name="feeds"),
    path("feeds/<slug:publication>.<format:kind>", machines.of_publication, name="feed"),
    path("feeds/sections/<int:pk>.<format:kind>", machines.of_section, name="feed_section"),
    path("feeds/tags/<word:slug>.<format:kind>", machines.of_tag, name="feed_tag"),
    path("feeds/people/<int:pk>.<format:kind>", machines.of_person, name="feed_person"),
    path("sections/<int:pk>/", views.section, name="section"),
    path("people/<int:pk>/", views.reporter, name="reporter"),
    path("tags/<word:slug>/", views.tag, name="tag"),
    path("photos/<digest:sha256>.jpg", views.photo, name="photo"),
    path("photos/<digest:sha256>-<int:width>.webp", views.rendition, name="rendition"),
    path("faces/<digest:face>-<int:width>.webp", views.face, name="face"),
    path("faces/<digest:face>.jpg", views.face_jpeg, name="face_jpeg"),
    path("reports/<digest:token>/", reports.reported, name="reported"),
    path("styles/<sheets:names>-<mark:digest>.css", stylesheets, name="stylesheets"),
    path("<slug:publication>/", views.publication, name="publication"),
    path(
        "<slug:publication>/sitemap-<year:year>-<place:number>.xml",
        machines.sitemap_part,
        name="sitemap_part",
    ),
    path("<slug:publication>/collection.json", iiif.collection, name="iiif_collection"),
    path("<slug:publication>/collection-<year:year>.json", iiif.year, name="iiif_year"),
    path("<slug:publication>/<date:date>/manifest.json", iiif.manifest, name="iiif_manifest"),
    path(
        "<slug:publication>/<date:date>/<word:label>/annotations.json",
        iiif.annotations,
        name="iiif_annotations",
    ),
    path(
        "<slug:publication>/<date:date>/<word:label>/page.svg",
        iiif.page_drawing,
        name="page_drawing",
    ),
    path("<slug:publication>/about/", views.about, name="about"),
    path("<slug:publication>/photos/", views.photos, name="photos"),
    path("<slug:publication>/latest/", views.latest, name="latest"),
    path("<slug:publication>/corrections/", views.corrections, name="corrections"),
    path("<slug:publication>/<date:date>/", views.issue, name="issue"),
    path("<slug:publication>/<date:date>/<word:label>/", views.page, name="page"),
    path("<slug:publication>/<number:number>/", views.article, name="article"),
    path(
        "<slug:publication>/<number:number>/photos/<place:place>/",
        views.article_photo,
        name="article_photo",
    ),
    path("<slug:publication>/<number:number>/report/", reports.report, name="report"),
]
