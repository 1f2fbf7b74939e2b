"""The Content-Security-Policy of every answer.

One for the whole site: django-csp spells it once a process, where its own middleware does so twice
an answer, an eighth of the work of a page that is not modified.
"""

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings

TECHNICAL = (404, 500)  # statuses of Django's own pages for developers, which style themselves


def content_security_policy(get_response):
    policy = build_policy()

    def middleware(request):
        response = get_response(request)
        if not (settings.DEBUG and response.status_code in TECHNICAL):
            response.setdefault(HEADER, policy)
        return response

    return middleware
