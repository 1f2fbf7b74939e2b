"""What is signed beside the words: who is credited, and the pictures with what goes with them."""

from dataclasses import dataclass

from django.urls import reverse

from articles.texts.manuscripts import CAPTION
from articles.workflow.snapshots import photo_credit


@dataclass(frozen=True)
class Picture:
    """`part` is its caption's among the parts of the text."""

    part: str
    url: str  # "" where there is no file yet
    width: int
    height: int
    caption: str
    credit: str
    alt: str


def credits_of(article):
    """[(role, name)] in the order of the byline."""
    return [
        (credit.get_role_display(), credit.reporter.name)
        for credit in article.credits.select_related("reporter")
    ]


def pictures_of(article):
    photos = article.photos.with_credits()
    return [
        Picture(
            f"{CAPTION}{number}",
            reverse("admin:articles_photo_picture", args=[photo.pk]) if photo.image else "",
            photo.image_width,
            photo.image_height,
            photo.caption,
            photo_credit(photo),
            photo.alt,
        )
        for number, photo in enumerate(photos, start=1)
    ]
