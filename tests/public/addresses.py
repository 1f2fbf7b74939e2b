"""Every public address that the URL patterns can make of what is in the database."""

from itertools import product

from django.urls import reverse

from articles.api import urls as api
from articles.epaper.stylesheets import joined
from articles.images.faces import WIDTHS as FACE_WIDTHS
from articles.images.renditions import WIDTHS
from articles.models import (
    Article,
    ErrorReport,
    Face,
    Issue,
    Page,
    Photo,
    Publication,
    Reporter,
    Section,
    Tag,
)
from articles.public import urls as public

# What is loaded by pages, or leads on.
NO_PAGES = ("photo", "rendition", "face", "face_jpeg", "latest", "stylesheets")

# A new kind of argument must say here what it stands for.
SAMPLES = {
    "publication": lambda: Publication.objects.values_list("slug", flat=True),
    "date": lambda: Issue.objects.values_list("date", flat=True),
    "label": lambda: Page.objects.values_list("label", flat=True),
    "number": lambda: Article.objects.values_list("number", flat=True),
    "pk": lambda: Reporter.objects.values_list("pk", flat=True),
    "slug": lambda: Tag.objects.values_list("slug", flat=True),
    "sha256": lambda: Photo.objects.exclude(image="").values_list("image_sha256", flat=True),
    "face": lambda: Face.objects.exclude(sha256="").values_list("sha256", flat=True),
    "width": lambda: WIDTHS,
    "token": lambda: ErrorReport.objects.values_list("token", flat=True),
    ("face", "width"): lambda: FACE_WIDTHS,
    "kind": lambda: ("rss", "atom", "json"),
    "year": lambda: (2026,),
    ("sitemap_part", "number"): lambda: (1,),
    ("section", "pk"): lambda: Section.objects.values_list("pk", flat=True),
    ("feed_section", "pk"): lambda: Section.objects.values_list("pk", flat=True),
    "place": lambda: [1],
    "names": lambda: ["tokens.base"],
    "digest": lambda: [joined("tokens.base").digest],
}

# What is made for programs, not for eyes.
MACHINES = (
    "robots sitemap sitemap_news sitemap_part feed feed_section feed_tag feed_person"
    " iiif_collection iiif_year iiif_manifest iiif_annotations page_drawing"
).split()
FORMS = ("report", "reported")


# Every pattern that strangers may ask for: (its space, pattern).
PATTERNS = [(door.app_name, pattern) for door in (public, api) for pattern in door.urlpatterns]


def all_addresses():
    return [address for place in PATTERNS for address in addresses_of(*place)]


def addresses_of(space, pattern):
    arguments = list(pattern.pattern.converters)
    values = [sorted(set(_samples(pattern.name, argument)())) for argument in arguments]
    for combination in product(*values):
        kwargs = dict(zip(arguments, combination, strict=True))
        yield reverse(f"{space}:{pattern.name}", kwargs=kwargs)


def _samples(name, argument):
    return SAMPLES.get((name, argument)) or SAMPLES[argument]


def names():
    """Of readers' addresses; what is the API's has its own names."""
    return {pattern.name for pattern in public.urlpatterns}


def pages():
    """The addresses that show something to be read."""
    return [
        address
        for pattern in public.urlpatterns
        if pattern.name not in (*NO_PAGES, *FORMS, *MACHINES)
        for address in addresses_of(public.app_name, pattern)
    ]


def of_the_api():
    return [address for place in PATTERNS if place[0] == "api" for address in addresses_of(*place)]
