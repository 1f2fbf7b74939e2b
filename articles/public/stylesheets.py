"""Joined style sheets as an address of their own, kept by browsers for as long as they like."""

import re

from django.http import Http404, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.epaper.stylesheets import joined

# Named among what the browser takes; a weight of nothing (q=0) refuses it.
GZIP = re.compile(
    r"(?:^|,)\s*gzip\s*(?:;\s*q=(?:1(?:\.0{0,3})?|0\.\d{0,2}[1-9]\d{0,2})\s*)?(?:,|$)",
    re.IGNORECASE,
)
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def stylesheets(request, names, digest):
    """The name holds the content's hash. Who asks by an old one gets the present, unkept."""
    sheet = joined(names)
    if sheet is None:
        raise Http404
    packs = GZIP.search(request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(sheet.packed if packs else sheet.text, content_type="text/css")
    if packs:
        response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = FOR_EVER if digest == sheet.digest else "no-cache"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
