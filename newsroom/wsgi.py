"""WSGI entry point, for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from newsroom.bodies import whole_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = whole_bodies(get_wsgi_application())
