"""What every public page has in common as an HTTP response."""

from functools import wraps

from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from django.views.decorators.vary import vary_on_headers


def public_page(view):
    """Read only; the same for all readers of one language; kept by caches but always asked again.

    Asked again, because what is withdrawn must be gone at once.
    """

    @wraps(view)
    @require_safe
    @conditional_page
    @cache_control(public=True, no_cache=True)
    @vary_on_headers("Accept-Language", "Cookie")
    def inner(request, *args, **kwargs):
        return view(request, *args, **kwargs)

    return inner
