"""The background work on pictures. Whoever keeps a picture asks for it."""

from django_tasks import task

from articles.images import renditions


@task()
def make_renditions(sha256):
    renditions.make(sha256)
