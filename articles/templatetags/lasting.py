"""Tags for what stays the same while the process runs: words, addresses of rooms, static files,
and whole parts of a template that are made of nothing else.

`translate` takes the place of Django's, load it after i18n: of constant words it asks the
catalogue once a language, where Django asks at every use, and wraps the answer twice.
"""

from functools import lru_cache

from django import template
from django.conf import settings
from django.templatetags import static as django_static
from django.templatetags.i18n import do_translate
from django.urls import reverse
from django.utils.translation import get_language

register = template.Library()


class Words(template.Node):
    """What depends on the language alone; kept in `name`, if there is one."""

    child_nodelists = ()

    def __init__(self, node, name=None):
        self.node, self.name, self.said = node, name, {}

    def render(self, context):
        language = get_language()
        if language not in self.said:
            self.said[language] = self.node.render(context)
        if self.name is None:
            return self.said[language]
        context[self.name] = self.said[language]
        return ""


@register.tag
def translate(parser, token):
    node = do_translate(parser, token)
    words = node.filter_expression
    if words.filters or words.var.literal is None or node.noop:
        return node
    name, node.asvar = node.asvar, None
    return Words(node, name)


@register.tag
def lasting(parser, token):
    """A part of a template that says the same on every page. No block may begin in it."""
    part = parser.parse(("endlasting",))
    parser.delete_first_token()
    return Words(part)


@register.simple_tag
def room(name):
    """The address of a room that takes no arguments."""
    return _room(name)


@lru_cache
def _room(name):
    return reverse(name)


@register.simple_tag
def static(path):
    # In development a file may change its name while the process runs.
    return django_static.static(path) if settings.DEBUG else _static(path)


@lru_cache
def _static(path):
    return django_static.static(path)
