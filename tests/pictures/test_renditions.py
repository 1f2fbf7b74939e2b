"""Smaller copies for readers, made in the background, whole or not at all."""

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from articles import jobs
from articles.images import pictures, renditions
from articles.models import Photo


@pytest.fixture
def wide(drawn):
    picture = pictures.read_picture(drawn(size=(1200, 800)))
    pictures.store(picture)
    return picture


def width_of(name):
    with default_storage.open(name) as file:
        return Image.open(file).size


def test_renditions_are_never_wider_than_the_picture(wide):
    renditions.make(wide.sha256)
    assert renditions.widths_for(1200) == [480, 960]
    assert width_of(renditions.rendition_path(wide.sha256, 480)) == (480, 320)
    assert not default_storage.exists(renditions.rendition_path(wide.sha256, 1600))


def test_making_them_twice_changes_nothing(wide):
    renditions.make(wide.sha256)
    name = renditions.rendition_path(wide.sha256, 960)
    before = default_storage.get_modified_time(name)
    renditions.make(wide.sha256)
    assert default_storage.get_modified_time(name) == before


def test_one_that_was_cut_off_is_made_anew(wide):
    renditions.make(wide.sha256)
    name = renditions.rendition_path(wide.sha256, 480)
    with default_storage.open(name, "wb") as file:
        file.write(b"RIFF\xff\xff\x00\x00WEBP")
    renditions.make(wide.sha256)
    assert width_of(name) == (480, 320)


def test_a_narrow_picture_needs_none(drawn):
    picture = pictures.read_picture(drawn())
    pictures.store(picture)
    renditions.make(picture.sha256)
    assert not default_storage.exists(renditions.rendition_path(picture.sha256, 480))


def test_a_stored_picture_waits_for_the_worker(db, drawn, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        pictures.attach(Photo(), pictures.read_picture(drawn()))
    (job,) = jobs.DBTaskResult.objects.ready()
    assert job.task_path == "articles.images.picture_jobs.make_renditions"
