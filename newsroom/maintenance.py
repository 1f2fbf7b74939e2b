"""A closed door while somebody works on the site: all answers are 503, with a notice.

It is closed while the file is there; what the file says, readers read.
"""

from django.conf import settings
from django.shortcuts import render
from django.utils import translation

LONGEST = 500  # characters of the notice
RETRY_SECONDS = 600
# What the notice itself is dressed in.
OPEN = "/styles/"


class Maintenance:
    """The database may be away meanwhile: nothing here asks it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(OPEN) or not settings.MAINTENANCE_FILE.exists():
            return self.get_response(request)
        with translation.override(translation.get_language_from_request(request)):
            response = render(request, "503.html", {"notice": _notice()}, status=503)
        response["Retry-After"] = str(RETRY_SECONDS)
        response["Cache-Control"] = "no-store"
        return response


def _notice():
    text = settings.MAINTENANCE_FILE.read_text(encoding="utf-8", errors="replace")
    return text[:LONGEST].strip()
