"""Readers' addresses, each worked out once: a page of an issue asks for a hundred of them."""

from functools import lru_cache

from django.urls import reverse

KEPT = 20_000


@lru_cache(maxsize=KEPT)
def address(name, *arguments):
    return reverse(f"public:{name}", args=arguments)
