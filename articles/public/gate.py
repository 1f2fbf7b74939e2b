"""What every public page has in common as an HTTP response."""

from functools import lru_cache, wraps
from hashlib import sha256

from django.conf import settings
from django.http import HttpResponseNotModified
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe

from articles.public import copies
from articles.public.release import release
from articles.triggers.stamps import seen_of, seen_of_all

DEPENDS_ON = ("Accept-Language", "Cookie")
SECOND = 1


def public_page(view):
    """Read only; the same for all readers of one language; kept by caches but always asked again.

    Asked again, because what is withdrawn must be gone at once. The answer depends on the stamp
    of the publication in the address, or on all of them, and on nothing else that changes.
    """
    return _gate(view, each_hour=False)


def hourly_page(view):
    """As `public_page`, of what depends on the time of day as well."""
    return _gate(view, each_hour=True)


def public_picture(view):
    """Asked for again like a page, but known by its own hash, whatever else the paper shows."""

    @wraps(view)
    @require_safe
    @conditional_page
    def inner(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        return _private(response) if _is_logged_in(request) else _public(response)

    return inner


def _gate(view, *, each_hour):
    @wraps(view)
    @require_safe
    def inner(request, *args, **kwargs):
        if _is_logged_in(request):
            return _private(view(request, *args, **kwargs))
        seen = seen_of(kwargs["publication"]) if "publication" in kwargs else seen_of_all()
        if seen is None:
            return _public(view(request, *args, **kwargs))
        key = _key(request, seen, each_hour)
        # Told only once its second is over: what changes within one would have the same date.
        date = int(seen.at.timestamp())
        dated = not each_hour and now().timestamp() >= date + SECOND
        if _has_it(request, key, date if dated else None):
            response = HttpResponseNotModified()
        else:
            response = copies.kept(request, key, lambda: view(request, *args, **kwargs))
        if response.status_code in (200, 304):
            response["ETag"] = f'W/"{key}"'
            if dated:
                response["Last-Modified"] = _spelled(date)
        return _public(response)

    return inner


def _is_logged_in(request):
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _key(request, seen, each_hour):
    """One for each address, language and state of what is live. As a tag it is a weak one:
    equal tags, equal news, but a byte may differ.
    """
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    parts = [seen.token, release(), get_language(), address]
    if each_hour:
        parts.append(f"{now():%Y-%m-%d %H}")
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def _has_it(request, key, date):
    """Whether the reader's copy is the present one. Any other date than ours tells nothing."""
    if tags := request.headers.get("If-None-Match"):
        # Nearly all send back the one tag that they were given.
        given = {tags} if tags == f'W/"{key}"' else parse_etags(tags)
        return f'"{key}"' in {tag.removeprefix("W/") for tag in given}
    since = request.headers.get("If-Modified-Since")
    return bool(date and since) and parse_http_date_safe(since) == date


@lru_cache(maxsize=64)
def _spelled(date):
    """What changed last changed at one moment, for all who ask."""
    return http_date(date)


def _public(response):
    patch_cache_control(response, public=True, no_cache=True)
    patch_vary_headers(response, DEPENDS_ON)
    return response


def _private(response):
    """Who is logged in sees what all see, but no cache on the way may keep their copy."""
    patch_cache_control(response, private=True, no_store=True)
    patch_vary_headers(response, DEPENDS_ON)
    return response
