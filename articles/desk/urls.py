"""The reporter's desk: one's own pieces, from the first draft to the printed word."""

from django.urls import path

from articles.desk import (
    assignments,
    keeping,
    ledger,
    notices,
    picture_views,
    views,
    word_files,
    writing,
)

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("start/", views.start, name="start"),
    path("name/", views.name, name="name"),
    path("notices/", notices.notices, name="notices"),
    path("new/", writing.new, name="new"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger.csv", ledger.ledger_csv, name="ledger_csv"),
    path("upload/", word_files.upload, name="upload"),
    path("paste/", word_files.paste, name="paste"),
    path("keep/", keeping.keep_new, name="keep_new"),
    path("discard/", writing.discard, name="discard"),
    path("assignments/", assignments.assignments, name="assignments"),
    path("assignments/propose/", assignments.propose, name="propose"),
    path("assignments/<int:pk>/", assignments.assignment, name="assignment"),
    path("assignments/<int:pk>/<slug:action>/", assignments.step, name="step"),
    path("<slug:number>/", views.piece, name="piece"),
    path("<slug:number>/edit/", writing.edit, name="edit"),
    path("<slug:number>/keep/", keeping.keep, name="keep"),
    path("<slug:number>/submit/", views.submit, name="submit"),
    path("<slug:number>/recall/", views.recall, name="recall"),
    path("<slug:number>/answer/<int:pk>/", views.answer, name="answer"),
    path("<slug:number>/pictures/", picture_views.pictures, name="pictures"),
    path("<slug:number>/pictures/<int:pk>.jpg", picture_views.picture_file, name="picture_file"),
]
