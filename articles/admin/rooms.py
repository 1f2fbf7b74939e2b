"""All the rooms, furnished: importing this registers every model."""

from articles.admin import events, jobs
from articles.admin.manuscripts import articles, photos, tags, versions
from articles.admin.paper import batches, issues, pages, publications
from articles.admin.readers import old_addresses, prints, reports
from articles.admin.reviewing import proofs, wordings
from articles.admin.staff import assignments, duties, groups, logins, people

__all__ = [
    "articles",
    "assignments",
    "batches",
    "duties",
    "events",
    "groups",
    "issues",
    "jobs",
    "logins",
    "old_addresses",
    "pages",
    "people",
    "photos",
    "prints",
    "proofs",
    "publications",
    "reports",
    "tags",
    "versions",
    "wordings",
]
