"""Public addresses: publication, date, page label, number. They never change their meaning."""

from django.urls import path, register_converter

from articles.public import converters, views

register_converter(converters.NumberConverter, "number")
register_converter(converters.DateConverter, "date")
register_converter(converters.WordConverter, "word")
register_converter(converters.DigestConverter, "digest")

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("people/<int:pk>/", views.reporter, name="reporter"),
    path("tags/<word:slug>/", views.tag, name="tag"),
    path("photos/<digest:sha256>.jpg", views.photo, name="photo"),
    path("photos/<digest:sha256>-<int:width>.webp", views.rendition, name="rendition"),
    path("faces/<digest:face>-<int:width>.webp", views.face, name="face"),
    path("faces/<digest:face>.jpg", views.face_jpeg, name="face_jpeg"),
    path("<slug:publication>/", views.publication, name="publication"),
    path("<slug:publication>/latest/", views.latest, name="latest"),
    path("<slug:publication>/corrections/", views.corrections, name="corrections"),
    path("<slug:publication>/<date:date>/", views.issue, name="issue"),
    path("<slug:publication>/<date:date>/<word:label>/", views.page, name="page"),
    path("<slug:publication>/<number:number>/", views.article, name="article"),
]
