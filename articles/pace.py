"""How often one network may search, so that a crawler leaves the others' searches their time."""

from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.shortcuts import render

from articles.entrance import address_of, network_of

MINUTE = 60  # seconds


def at_walking_pace(view):
    """Each process counts for itself, in memory. The empty form is always to be had."""

    @wraps(view)
    def inner(request, *args, **kwargs):
        if not is_over(request):
            return view(request, *args, **kwargs)
        response = render(request, "429.html", status=429)
        response["Retry-After"] = str(MINUTE)
        response["Cache-Control"] = "no-store"
        return response

    return inner


def is_over(request):
    """Whether this search, which is counted, is one too many. What asks nothing is none."""
    most = settings.SEARCHES_A_MINUTE
    return bool(most and request.GET) and _counted(request) > most


def _counted(request):
    """The searches of that network within the minute, this one with them."""
    key = f"searches-{network_of(address_of(request))}"
    cache.add(key, 0, MINUTE)
    try:
        return cache.incr(key)
    except ValueError:
        # The minute was over between the two.
        return 1
