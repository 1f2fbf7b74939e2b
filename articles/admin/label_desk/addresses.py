"""An address of the label desk, behind the editors' front door."""

from functools import partial

from django.urls import path


def place(model_admin, route, view, name):
    """The view is given the pages' admin first."""
    return path(route, model_admin.admin_site.admin_view(partial(view, model_admin)), name=name)
