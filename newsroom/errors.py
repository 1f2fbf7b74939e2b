"""The page for what went wrong on our side; it says so where it is the machine's fault."""

import sys

from django.http import HttpResponse
from django.template import loader

from articles import faults

RETRY_SECONDS = 300


def server_error(request):
    """As Django's own, which asks neither session nor database: one of them may be the matter."""
    error = sys.exc_info()[1]
    fault = faults.told(error) if error else ""
    page = loader.get_template("500.html").render({"fault": fault})
    headers = {"Retry-After": str(RETRY_SECONDS)} if fault else {}
    return HttpResponse(page, status=503 if fault else 500, headers=headers)
