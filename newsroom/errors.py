"""The pages for what is not there, and for what went wrong on our side or on the way here.

What goes wrong before a view is looked for goes wrong before its language is chosen, too.
"""

import sys

from django.http import HttpResponse
from django.template import loader
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language_from_request, override
from django.views import defaults

from articles import faults
from articles.api import answers as api

RETRY_SECONDS = 300


def not_found(request, exception):
    """As Django's own; but caches may not keep it, as it may be there a minute later."""
    if api.is_asked(request):
        response = api.failed(404)
    else:
        response = defaults.page_not_found(request, exception)
    patch_cache_control(response, no_cache=True)
    patch_vary_headers(response, ["Cookie"])
    return response


def bad_request(request, exception):
    with override(get_language_from_request(request)):
        return defaults.bad_request(request, exception)


def server_error(request):
    """It says so where it is the machine's fault. As Django's own, it asks neither session nor
    database: one of them may be the matter.
    """
    error = sys.exc_info()[1]
    told = faults.told_in_reading if request.method in ("GET", "HEAD") else faults.told
    with override(get_language_from_request(request)):
        fault = told(error) if error else ""
        status = 503 if fault else 500
        headers = {"Retry-After": str(RETRY_SECONDS)} if fault else {}
        if api.is_asked(request):
            return api.failed(status, fault, headers)
        page = loader.get_template("500.html").render({"fault": fault})
    return HttpResponse(page, status=status, headers=headers)
