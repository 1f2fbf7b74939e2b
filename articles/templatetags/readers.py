"""What stands again and again on readers' pages: addresses, days, and where a text was printed.

A list holds dozens of each, so they are made without templates of their own, days once a process.
"""

from functools import lru_cache
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext, pgettext

from articles.models import addresses

register = template.Library()
DAYS_KEPT = 4096


@register.simple_tag
def address(name, *arguments):
    return addresses.address(name, *arguments)


@register.filter
def full_day(day):
    """A day of print with its weekday."""
    return _day(day, get_language(), is_full=True)


@register.filter
def plain_day(day):
    return _day(day, get_language(), is_full=False)


@lru_cache(maxsize=DAYS_KEPT)
def _day(day, _language, *, is_full):
    form = pgettext("date format", "l, N j, Y") if is_full else "DATE_FORMAT"
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), date_format(day, form))


@register.filter
def place(line):
    """Where a line of a list was printed; of the web, when it came out there."""
    return format_html(
        '<span lang="zh-Hans">{}</span>\n{}\n<span>{}</span>',
        line.paper_name,
        plain_day(line.date) if line.date else moment(line),
        page_name(line) if line.date else gettext("Online"),
    )


@register.filter
def moment(line, form="DATE_FORMAT"):
    """When a line of a list came out, by the clock of its paper."""
    told = line.published_at.astimezone(ZoneInfo(line.time_zone))
    return format_html('<time datetime="{}">{}</time>', told.isoformat(), date_format(told, form))


@register.filter
def page_name(page):
    told = {"label": page.label, "name": page.name}
    return (gettext("Page %(label)s: %(name)s") if page.name else gettext("Page %(label)s")) % told


@register.filter
def lit(pieces):
    """(piece, is a hit) one after the other, the hits marked."""
    marked = ((format_html("<mark>{}</mark>", text) if hit else text,) for text, hit in pieces)
    return format_html_join("", "{}", marked)
