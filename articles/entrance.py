"""What both logins, and the rooms behind them, have in common."""

import logging
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.encoding import escape_uri_path
from django.utils.translation import ngettext

from articles import attempts

NOWHERE = "0.0.0.0"
TOO_MANY = "too_many"

log = logging.getLogger("newsroom.rooms")


class CountedAttempts:
    """For an authentication form: after some wrong passwords one has to wait.

    It counts before the password is looked at.
    """

    def clean(self):
        name = self.cleaned_data.get("username")
        if name is None or not self.cleaned_data.get("password"):
            return super().clean()
        network = network_of(address_of(self.request))
        attempt = attempts.begin(name, network)
        if attempt is None:
            raise _too_many()
        try:
            data = super().clean()
        except ValidationError:
            attempts.fail(attempt, network)
            raise
        attempts.succeed(attempt)
        return data


def answered(response, form):
    """The login page again, with the status that says to wait where one has to."""
    if form is not None and form.is_bound and form.has_error("__all__", TOO_MANY):
        response.status_code = 429
        response["Retry-After"] = str(int(attempts.WITHIN.total_seconds()))
    return response


def gone(request, error):
    """What a room answers where a record is not there: deleted between the look and the deed.

    A slip of our own would look like that, too; so the log tells where it was.
    """
    log.warning("%s %s: %s", request.method, escape_uri_path(request.path), error, exc_info=error)
    return Http404()


def address_of(request):
    """Where a request comes from, as the proxy in front says it, or as the connection does."""
    text = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        text = request.headers.get("X-Forwarded-For", text).rpartition(",")[2].strip()
    try:
        ip = ip_address(text)
    except ValueError:
        return NOWHERE
    # A server that listens for both kinds writes IPv4 as ::ffff:192.0.2.7: not one network for all.
    return str(getattr(ip, "ipv4_mapped", None) or ip)


def network_of(address):
    """A home has one IPv4 address, or a /64 of IPv6."""
    ip = ip_address(address)
    return str(ip_network((ip, 64 if ip.version == 6 else 32), strict=False))


def _too_many():
    minutes = int(attempts.WITHIN.total_seconds() // 60)
    note = ngettext(
        "Too many attempts. Wait %(minutes)s minute, then try again.",
        "Too many attempts. Wait %(minutes)s minutes, then try again.",
        minutes,
    )
    return ValidationError(note, code=TOO_MANY, params={"minutes": minutes})
