"""What stands in every line of a list of articles, made without a template of its own."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext

register = template.Library()


@register.filter
def lit(pieces):
    """(piece, is a hit) one after the other, the hits marked."""
    marked = ((format_html("<mark>{}</mark>", text) if hit else text,) for text, hit in pieces)
    return format_html_join("", "{}", marked)


@register.filter
def page_name(page):
    told = {"label": page.label, "name": page.name}
    return (gettext("Page %(label)s: %(name)s") if page.name else gettext("Page %(label)s")) % told
