"""The OpenAPI document of the machines' door, worked out once a process."""

from functools import lru_cache

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator

LANGUAGE = "en"


@lru_cache(maxsize=1)
def described():
    with translation.override(LANGUAGE):
        return SchemaGenerator().get_schema(request=None, public=True)
