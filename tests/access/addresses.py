"""Every address of the site, from the URL resolver, with real records for its arguments."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Place:
    """One URL name, and the names of its arguments."""

    name: str
    arguments: tuple[str, ...]

    def address(self, samples) -> str:
        """`samples` are {argument: value}, or {name: {argument: value}} for a name of its own."""
        own = samples | samples.get(self.name, {})
        return reverse(self.name, kwargs={each: own[each] for each in self.arguments})


def places() -> list[Place]:
    """Named patterns only: what has no name, nobody can be sent to."""
    return sorted(set(_walk(get_resolver(), ())), key=lambda place: place.name)


def _walk(resolver: URLResolver, spaces) -> Iterator[Place]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            below = [*spaces, pattern.namespace] if pattern.namespace else spaces
            yield from _walk(pattern, below)
        elif isinstance(pattern, URLPattern) and pattern.name:
            arguments = tuple(pattern.pattern.regex.groupindex) or tuple(pattern.pattern.converters)
            yield Place(":".join([*spaces, pattern.name]), arguments)
