"""The site as gunicorn serves it, with the floors' addresses beside its own."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

from django.conf import settings

settings.ROOT_URLCONF = "tests.bench.floors"

from newsroom.wsgi import application  # noqa: E402

__all__ = ["application"]
