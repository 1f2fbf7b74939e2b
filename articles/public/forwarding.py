"""Leads from the addresses of an earlier site to those of this one."""

from django.http import HttpResponsePermanentRedirect

from articles.epaper.old_addresses import target_of


def old_addresses(get_response):
    """Middleware: only what is not found here is looked for among the old addresses."""

    def middleware(request):
        response = get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        target = target_of(request.path, request.META.get("QUERY_STRING", ""))
        if target is None:
            return response
        response = HttpResponsePermanentRedirect(target)
        # For ever, but asked again: what it leads to may be taken back.
        response["Cache-Control"] = "public, no-cache"
        return response

    return middleware
