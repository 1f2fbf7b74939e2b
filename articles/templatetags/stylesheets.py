"""The style sheets of a page as one link."""

from django import template
from django.utils.html import format_html

from articles.epaper.stylesheets import EVERYWHERE, joined
from articles.models.addresses import address

register = template.Library()


@register.simple_tag
def stylesheets(*names):
    """Those that every page has, then `names`. An unknown name is the template's fault."""
    sheet = joined(".".join((*EVERYWHERE, *names)))
    if sheet is None:
        raise template.TemplateSyntaxError(f"One of these is no style sheet: {', '.join(names)}.")
    return format_html(
        '<link rel="stylesheet" href="{}">', address("stylesheets", sheet.names, sheet.digest)
    )
