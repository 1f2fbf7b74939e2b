"""Finished pages kept for the next reader, each under a key for the state that it shows.

A key is never used again, so nothing here has to be taken back: what is withdrawn has another one.
"""

from time import monotonic, sleep

from django.core.cache import caches
from django.http import HttpResponse

LIFE = 3600  # seconds
LARGEST = 500_000  # bytes of a page worth keeping
PATIENCE = 2.0  # seconds to wait for whoever makes the same page
STEP = 0.02


def kept(request, key, make, *, holds=lambda: True):
    """The copy under `key`, or else the answer of `make`, which is kept if it can be.

    `holds` tells, when it is made, whether it shows the state of that key.
    """
    cache = caches["pages"]
    if request.META["QUERY_STRING"]:
        # There is no end of queries; what has an address of its own keeps its place.
        return make()
    copy = cache.get(key)
    if copy is None and not cache.add(_making(key), True, PATIENCE):
        copy = _awaited(cache, key)
    return _response(copy) if copy else _made(cache, key, make, holds)


def _awaited(cache, key):
    """A new page that all ask for at once is made once; whoever waits too long makes it too."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        sleep(STEP)
        if copy := cache.get(key):
            return copy
        if not cache.get(_making(key)):
            return None
    return None


def _made(cache, key, make, holds):
    try:
        response = make()
        if _can_be_kept(response) and holds():
            cache.set(key, (response.content, dict(response.headers)), LIFE)
        return response
    finally:
        cache.delete(_making(key))


def _making(key):
    return f"{key}-making"


def _can_be_kept(response):
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and len(response.content) <= LARGEST
    )


def _response(copy):
    content, headers = copy
    return HttpResponse(content, headers=headers)
