"""Readers' finished pages in Redis. While it is away pages are made anew, and none fails for it."""

import logging
from time import monotonic

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis import RedisError

PATIENCE = 0.5  # seconds to wait for an answer
PAUSE = 5.0  # seconds in which Redis is not asked again

log = logging.getLogger(__name__)


class RedisPages(RedisCache):
    """As Django's own, but without Redis as good as empty."""

    # Each thread has a cache of its own, and what one found out serves all.
    away_until = 0.0

    def __init__(self, server, params):
        super().__init__(server, params)
        patient = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
        self._options = patient | self._options

    def get(self, key, default=None, version=None):
        return self._or(default, super().get, key, default, version)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        """Nobody else is known to make it."""
        return self._or(True, super().add, key, value, timeout, version)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self._or(None, super().set, key, value, timeout, version)

    def delete(self, key, version=None):
        return self._or(False, super().delete, key, version)

    def _or(self, otherwise, ask, *arguments):
        if monotonic() < RedisPages.away_until:
            return otherwise
        try:
            return ask(*arguments)
        except RedisError as error:
            RedisPages.away_until = monotonic() + PAUSE
            log.warning("The page cache does not answer; pages are made anew. %s", error)
            return otherwise
