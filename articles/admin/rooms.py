"""All the rooms, furnished: importing this registers every model."""

from articles.admin import (
    articles,
    events,
    issues,
    pages,
    people,
    photos,
    publications,
    tags,
    versions,
)

__all__ = [
    "articles",
    "events",
    "issues",
    "pages",
    "people",
    "photos",
    "publications",
    "tags",
    "versions",
]
