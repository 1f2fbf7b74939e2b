"""Who is asking: roles and standing, looked up once a request."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from articles.refusals import Refusal
from articles.roles import own_and_rostered
from articles.workflow.moves import ENTRIES
from articles.workflow.standing import Standing


def roles(request):
    own, on_duty = _held(request)
    return own | on_duty


def own_roles(request):
    """Those that the person has without the duty roster."""
    return _held(request)[0]


def _held(request):
    if not hasattr(request, "newsroom_roles"):
        request.newsroom_roles = own_and_rostered(request.user)
    return request.newsroom_roles


def standing(request, article):
    """The person's standing towards an article, with what the rules have looked up so far."""
    known = request.__dict__.setdefault("newsroom_standings", {})
    if article.pk not in known:
        known[article.pk] = Standing(article=article, user=request.user, roles=roles(request))
    return known[article.pk]


def found(model_admin, request, key):
    """The record with this key, for a person who may see it; refused otherwise, or not found."""
    return visible(model_admin, request, model_admin.get_object(request, str(key)))


def visible(model_admin, request, record):
    """The gate of every view of one record: refused before it is said that there is none."""
    if not model_admin.has_view_permission(request, record):
        raise PermissionDenied
    if record is None:
        raise Http404
    return record


def import_refusal(request):
    """Why the person may not bring pages and articles in, or None."""
    _status, label, allowed = ENTRIES["import"]
    return None if roles(request) & allowed else Refusal.role(label, allowed)
