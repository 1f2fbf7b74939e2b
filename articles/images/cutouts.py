"""The photos of a page's PDF, cut out at full size for the photos that the import found."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.files import sources
from articles.images import pictures
from articles.labelling import layouts, relabelling
from articles.labelling.keys import unit_key
from articles.models import Photo
from articles.parsing.pictures.captioned import captioned, is_photo
from articles.refusals import Refusal, Refused
from articles.sandbox import pdf_child


def cut_photos(page):
    """Give the page's photos their pictures, by where the captions stand; return how many.

    A photo that has one, or an article, is a person's work by now and left alone. What cannot be
    cut out stays without a picture, for an editor to give it one.
    """
    layout = layouts.layout_of(page)
    if layout is None:
        return 0
    record = relabelling.present_record(page)
    found = captioned(record, layout)
    keys = {unit_key(record, photo.lines): found.get(photo.unit) for photo in record.photos}
    waiting = [photo for photo in page.photos.filter(import_key__in=keys) if photo.is_bare]
    return sum(
        _give(photo, cut_out(page, picture.index), picture.index)
        for photo in waiting
        if (picture := keys[photo.import_key])
        if not photo.image or photo.cut_index != picture.index
    )


def cut_out(page, number) -> pictures.Picture | None:
    """A picture of the page's PDF, checked and encoded as an upload is; None if there is none."""
    try:
        with sources.opened(page.source_file) as file:
            data = pdf_child.cut_picture(file, page.source_index, number)
        return pictures.read_picture(data) if data else None
    except Refused:
        return None


def chosen(page, number) -> pictures.Picture:
    """As cut_out, for somebody who chose it. Raises Refused."""
    picture = cut_out(page, number)
    if picture is None:
        message = _("This picture cannot be cut out of the PDF.")
        next_step = _("Upload the photo as a file instead.")
        raise Refused(Refusal("cut_out", message, next_step=next_step))
    return picture


def pictures_of(page):
    """The pictures on the page that may be photos, as records.Picture. () for a page of text."""
    layout = layouts.layout_of(page)
    return () if layout is None else tuple(filter(is_photo, layout.pictures))


def _give(photo, picture, number):
    if picture is None:
        return False
    with transaction.atomic():
        held = Photo.objects.select_for_update(of=("self",)).filter(pk=photo.pk).first()
        if held is None or not held.is_bare:
            return False
        pictures.attach(held, picture)
        held.cut_index = number
        held.save(
            update_fields=["image", "image_sha256", "image_width", "image_height", "cut_index"]
        )
    return True
