"""Long lists, a page at a time: each tells the address of the next, and what comes out meanwhile
moves nothing.
"""

from django.core import signing
from django.db.models import Q
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.response import Response

PER_PAGE = 20
NAME = "cursor"


class Cursors(BasePagination):
    """Of rows in the `order` of a view, the last of which is a primary key; `tell` makes values.

    A cursor is the last row that was told, signed: no other is ever asked of the database.
    """

    after = None

    def paginate_queryset(self, queryset, request, view=None):
        fields = [name.lstrip("-") for name in view.order]
        if last := told_by(request, salt_of(view)):
            queryset = queryset.filter(_beyond(view.order, fields, last))
        keys = queryset.order_by(*view.order).values_list(*fields)
        rows = list(keys[: PER_PAGE + 1])
        if len(rows) > PER_PAGE:
            self.after = [_spelled(each) for each in rows[-2]]
        self.request, self.salt = request, salt_of(view)
        return view.tell([row[-1] for row in rows[:PER_PAGE]])

    def get_paginated_response(self, data):
        return Response({"next": next_of(self.request, self.after, self.salt), "results": data})

    def get_paginated_response_schema(self, schema):
        following = {
            "type": "string",
            "format": "uri",
            "nullable": True,
            "description": "The next page; null behind the last one.",
        }
        return {
            "type": "object",
            "required": ["next", "results"],
            "properties": {"next": following, "results": schema},
        }

    def get_schema_operation_parameters(self, view):
        return [
            {
                "name": NAME,
                "in": "query",
                "required": False,
                "description": "Where to go on: it stands in `next`.",
                "schema": {"type": "string"},
            }
        ]


def salt_of(view):
    """A cursor of one list is none of another."""
    return f"articles.api.{type(view).__name__}"


def told_by(request, salt):
    """What the cursor of a request holds, or None; raises ValidationError for one not ours."""
    text = request.query_params.get(NAME)
    if not text:
        return None
    try:
        return signing.loads(text, salt=salt)
    except signing.BadSignature as forged:
        message = _("It is none of this list. Begin at the first page.")
        raise ValidationError({NAME: message}) from forged


def next_of(request, after, salt):
    """The address asked for, with the cursor of a row; None where nothing follows."""
    if not after:
        return None
    given = {name: values for name, values in request.query_params.lists() if name != NAME}
    query = urlencode(given | {NAME: signing.dumps(after, salt=salt)}, doseq=True)
    return f"{request.build_absolute_uri(request.path)}?{query}"


def _beyond(order, fields, last):
    """What follows the row `last`. The first condition alone finds the place in an index."""
    way = "lt" if order[0].startswith("-") else "gt"
    if len(fields) == 1:
        return Q(**{f"{fields[0]}__{way}": last[0]})
    (first, key), (value, pk) = fields, last
    below = Q(**{f"{first}__{way}": value}) | Q(**{f"{key}__{way}": pk})
    return Q(**{f"{first}__{way}e": value}) & below


def _spelled(value):
    return value if isinstance(value, int) else value.isoformat()
