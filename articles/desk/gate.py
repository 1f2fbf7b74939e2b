"""Who may come in: people whose role lets them write, and nobody's page is ever cached."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from articles import entrance, handovers
from articles.roles import roles_of
from articles.workflow.moves import ENTRIES

WRITERS = ENTRIES["create"][2]


def writers_only(view):
    """Send strangers to the login; tell people without a writing role what to do."""

    @never_cache
    @login_required
    @wraps(view)
    def gate(request, *args, **kwargs):
        if not roles_of(request.user) & WRITERS:
            context = {"handover": handovers.open_one(request.user)}
            return render(request, "desk/no_role.html", context, status=403)
        try:
            return view(request, *args, **kwargs)
        except ObjectDoesNotExist as error:
            raise entrance.gone(request, error) from error

    return gate
