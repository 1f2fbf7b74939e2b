"""The site with one more address: a view that does nothing, as the floor of every page."""

from django.http import HttpResponse
from django.urls import path

from newsroom.urls import urlpatterns as site


def bare(request):
    return HttpResponse("报")


urlpatterns = [path("bare/", bare), *site]
