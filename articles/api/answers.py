"""How an answer is made: JSON alone, to anybody, and what is amiss told in a sentence."""

from django.http import JsonResponse
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.throttling import BaseThrottle
from rest_framework.views import exception_handler

from articles import pace

PREFIX = "/api/"


class Gone(APIException):
    status_code = 410


class JSONAlone(BaseContentNegotiation):
    """Whatever a program says it takes: browsers name everything but JSON."""

    def select_parser(self, request, parsers):
        return None

    def select_renderer(self, request, renderers, format_suffix=None):
        return renderers[0], renderers[0].media_type


class WalkingPace(BaseThrottle):
    """As readers search. What has an address without a query is kept, and always to be had."""

    def allow_request(self, request, view):
        return not pace.is_over(request)

    def wait(self):
        return pace.MINUTE


def told(error, context):
    """REST framework's own answer, in a sentence of ours; None of a fault."""
    response = exception_handler(error, context)
    if response is None:
        return None
    if isinstance(error, Gone):
        response.data = error.detail
    else:
        response.data = {"detail": sentence(response.status_code, error)}
    if response.status_code == 429:
        response["Cache-Control"] = "no-store"
    return response


def sentence(status, error=None):
    if isinstance(error, ValidationError):
        return _in_one(error.detail)
    return {
        404: _("There is nothing at this address, or nothing that is published."),
        405: _("Here is only something to read: ask with GET."),
        429: _("Very many searches came from your network. In a minute you can go on."),
        500: _("Something went wrong on our side. Try again in a few minutes."),
    }.get(status, str(error))


def is_asked(request):
    return request.path_info.startswith(PREFIX)


def failed(status, detail="", headers=None):
    """What goes wrong outside a view of ours."""
    body = {"detail": detail or sentence(status)}
    options = {"ensure_ascii": False}
    return JsonResponse(body, status=status, headers=headers, json_dumps_params=options)


def _in_one(detail):
    return " ".join(
        f"{name}: {message}" for name, messages in detail.items() for message in _all(messages)
    )


def _all(messages):
    return messages if isinstance(messages, list) else [messages]
