"""The site's public pages, asked as a reader asks: of nobody, without a network.

What an export shows is what the site shows, because the site is asked; there is no second way.
"""

from urllib.parse import unquote, urlsplit

from django.http import Http404, HttpRequest
from django.urls import Resolver404, get_script_prefix, resolve

DOOR = "public"


class Reading(HttpRequest):
    """A reader's request for one address of the site that stands at `site`."""

    def __init__(self, address, site):
        super().__init__()
        self.method = "GET"
        self.path, self.path_info = unquote(address), path_of(address)
        self.META = {"QUERY_STRING": ""}
        self.site = urlsplit(site)

    def get_host(self):
        # Ours, from the settings: no stranger has said it.
        return self.site.netloc

    def _get_scheme(self):
        return self.site.scheme


def path_of(address: str) -> str:
    """The part of an address that the table of addresses knows."""
    return "/" + unquote(address).removeprefix(get_script_prefix())


def found_at(address: str):
    """(name, arguments) of a public address; (None, {}) of any other."""
    try:
        match = resolve(path_of(address))
    except Resolver404:
        return None, {}
    return (match.url_name, match.kwargs) if match.app_name == DOOR else (None, {})


def asked(address: str, *, site: str):
    """The answer, or None where readers find nothing. Only public addresses are asked."""
    match = resolve(path_of(address))
    if match.app_name != DOOR:
        raise ValueError(f"{address} is none of the readers' addresses.")
    try:
        return match.func(Reading(address, site), *match.args, **match.kwargs)
    except Http404:
        return None
