"""What readers are answered before a view is looked for: that nothing is new, or a kept copy."""

from functools import lru_cache

from django.http import HttpResponseNotModified
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_request

from articles.gate import CACHE_RULE, DEPENDS_ON, SHARED, is_logged_in
from articles.public import copies
from articles.public.validators import validators_of

READING = ("GET", "HEAD")
LONGEST = 300  # characters of an address that is remembered
AS_PAGES = {"Cache-Control": CACHE_RULE, "Vary": ", ".join(DEPENDS_ON)}


def public_caching(get_response):
    """Middleware: a public page costs who comes back one statement, and neither session nor view.

    It stands in front of what chooses the language, and behind the notice of a closed site.
    """

    def middleware(request):
        if request.method not in READING or is_logged_in(request):
            return get_response(request)
        page = _page(request.path_info)
        if page is None:
            return get_response(request)
        publication, each_hour, is_shared = page
        language = get_language_from_request(request)
        found = validators_of(request, publication, language, each_hour=each_hour)
        if found is None:
            return get_response(request)
        if found.match(request):
            headers = AS_PAGES | SHARED if is_shared else AS_PAGES
            return found.put_on(HttpResponseNotModified(headers=headers))
        response = copies.kept(request, found.key, lambda: get_response(request), holds=found.hold)
        return found.put_on(response) if response.status_code == 200 and found.hold() else response

    return middleware


def _page(path):
    """(slug of its publication or None, whether it changes by the hour, whether scripts of other
    sites may read it) of a public page.
    """
    # What has no end of length is no address of ours, and would fill the memory.
    return _page_at(path) if len(path) <= LONGEST else _page_at.__wrapped__(path)


@lru_cache(maxsize=4096)
def _page_at(path):
    try:
        found = resolve(path)
    except Resolver404:
        return None
    each_hour = getattr(found.func, "each_hour", None)
    if each_hour is None:
        return None
    return found.kwargs.get("publication"), each_hour, hasattr(found.func, "is_shared")
