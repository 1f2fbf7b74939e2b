"""What every public page has in common as an HTTP response."""

from functools import wraps

from django.conf import settings
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import conditional_page, require_safe

CACHE_RULE = "public, no-cache"
DEPENDS_ON = ("Accept-Language", "Cookie")
# Scripts of any site may read it: there is nothing in it that is not everybody's.
SHARED = {"Access-Control-Allow-Origin": "*"}


def site_of(request):
    """The site's own address, as it was asked under; without a slash at the end."""
    return f"{request.scheme}://{request.get_host()}"


def public_page(view):
    """Read only; the same for all readers of one language; kept by caches but always asked again.

    Asked again, because what is withdrawn must be gone at once. Whoever has the present page is
    told so, and whoever has not is sent a kept copy, before it comes to this (`caching`).
    """
    return _gate(view, each_hour=False)


def hourly_page(view):
    """As `public_page`, of what depends on the time of day as well."""
    return _gate(view, each_hour=True)


def public_data(view):
    """As `public_page`, for programs, scripts of other sites among them (CORS)."""
    page = _gate(view, each_hour=False)

    @wraps(page)
    def inner(request, *args, **kwargs):
        return _share(page(request, *args, **kwargs))

    inner.is_shared = True
    return inner


def public_answer(view):
    """As `public_data`, of a view that says in its own words what it does not do."""

    @wraps(view)
    def inner(request, *args, **kwargs):
        response = _share(view(request, *args, **kwargs))
        # What says itself that nobody may keep it.
        return response if "Cache-Control" in response else _answer(request, response)

    inner.each_hour, inner.is_shared = False, True
    return inner


def public_picture(view):
    """Asked for again like a page, but known by its own hash, whatever else the paper shows.

    Other sites may show it: viewers of pages stand on hosts of their own.
    """

    @wraps(view)
    @require_safe
    @conditional_page
    def picture(request, *args, **kwargs):
        return _answer(request, view(request, *args, **kwargs))

    @wraps(view)
    def inner(request, *args, **kwargs):
        return _share(picture(request, *args, **kwargs))

    return inner


def _gate(view, *, each_hour):
    @wraps(view)
    @require_safe
    def inner(request, *args, **kwargs):
        return _answer(request, view(request, *args, **kwargs))

    inner.each_hour = each_hour
    return inner


def is_logged_in(request):
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _share(response):
    for name, value in SHARED.items():
        response[name] = value
    return response


def _answer(request, response):
    """Who is logged in sees what all see, but no cache on the way may keep their copy."""
    if is_logged_in(request):
        patch_cache_control(response, private=True, no_store=True)
    else:
        patch_cache_control(response, public=True, no_cache=True)
    patch_vary_headers(response, DEPENDS_ON)
    return response
