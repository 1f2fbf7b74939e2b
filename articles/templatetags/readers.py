"""What stands again and again on readers' pages: addresses, days, and where a text was printed.

A list holds dozens of each, so they are made without templates of their own, days once a process.
"""

from functools import lru_cache
from zoneinfo import ZoneInfo

from django import template
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language, gettext, pgettext, pgettext_lazy

from articles.models import addresses
from articles.templatetags.pieces import html, line, text, together, within

register = template.Library()
DAYS_KEPT = 4096
PAPERS_KEPT = 64
IMPRINT = "slug name publisher serial_number postal_code address phone".split()
HEADLINES_TOLD = 6
PAGE_LINK = (
    '<li><a href="{}"%s><span class="pages__name">{}</span>'
    '<span class="pages__label">{}</span></a></li>'
)
PLACE = '<span lang="zh-Hans">{}</span>\n{}\n<span>{}</span>'
# Of the page's own language in the midst of a Chinese text, with what is Chinese in it.
TRANSLATED = '<span lang="{}">{}</span>'
CHINESE = '<span lang="zh-Hans">{}</span>'
WEEKDAY_HEADS = (
    pgettext_lazy("head of a column", "Mon"),
    pgettext_lazy("head of a column", "Tue"),
    pgettext_lazy("head of a column", "Wed"),
    pgettext_lazy("head of a column", "Thu"),
    pgettext_lazy("head of a column", "Fri"),
    pgettext_lazy("head of a column", "Sat"),
    pgettext_lazy("head of a column", "Sun"),
)
# (the feed, what of the page's context it is about), the narrowest first.
FEEDS = (
    ("feed_tag", "tag"),
    ("feed_person", "reporter"),
    ("feed_section", "section"),
    ("feed", "publication"),
)


@register.simple_tag
def address(name, *arguments):
    return addresses.address(name, *arguments)


@register.simple_tag(takes_context=True)
def feed_link(context):
    """The feed of what a page is about, told in its head; of its paper, if of nothing narrower."""
    for kind, name in FEEDS:
        thing = context.get(name)
        if thing is not None:
            known_by = thing.slug if hasattr(thing, "slug") else thing.pk
            return format_html(
                '<link rel="alternate" type="application/atom+xml" href="{}" title="{}">',
                addresses.address(kind, known_by, "atom"),
                thing.name,
            )
    return ""


@register.simple_tag
def imprint(paper):
    """The foot of a paper's pages, made once for the same facts."""
    return _imprint(*(getattr(paper, name) for name in IMPRINT), get_language())


@lru_cache(maxsize=PAPERS_KEPT)
def _imprint(*facts):
    told = dict(zip(IMPRINT, facts, strict=False))
    return render_to_string("public/_imprint.html", {"publication": told})


@register.filter
def weekday_head(day):
    """The day of the week, as narrow as the columns of a month on a phone."""
    return WEEKDAY_HEADS[day.weekday()]


@register.filter
def full_day(day):
    """A day of print with its weekday."""
    return _full_day(day, get_language())


@register.filter
def plain_day(day):
    return _plain_day(day, get_language())


@register.filter
def day_words(day):
    """The same without marks, for what is no text of the page."""
    return _day_words(day, get_language())


@lru_cache(maxsize=DAYS_KEPT)
def _full_day(day, language):
    return _marked(day, date_format(day, pgettext("date format", "l, N j, Y")), language)


@lru_cache(maxsize=DAYS_KEPT)
def _plain_day(day, language):
    return _marked(day, date_format(day, "DATE_FORMAT"), language)


@lru_cache(maxsize=DAYS_KEPT)
def _day_words(day, _language):
    return date_format(day, "DATE_FORMAT")


def _marked(moment, words, language):
    if _is_chinese(language):
        return format_html('<time datetime="{}">{}</time>', moment.isoformat(), words)
    form = '<time datetime="{}" lang="{}">{}</time>'
    return format_html(form, moment.isoformat(), language, words)


def _is_chinese(language):
    """Papers are Chinese: on such a page nothing has to be told apart."""
    return language.startswith("zh")


@register.filter
def place(line):
    """Where a line of a list was printed; of the web, when it came out there."""
    if line.date:
        return _printed_place(line.paper_name, line.date, line.label, line.name, get_language())
    return format_html(PLACE, line.paper_name, moment(line), gettext("Online"))


@lru_cache(maxsize=DAYS_KEPT)
def _printed_place(paper, day, label, name, language):
    return format_html(PLACE, paper, plain_day(day), _page_name(label, name, language))


@register.filter
def moment(line, form="DATE_FORMAT"):
    """When a line of a list came out, by the clock of its paper."""
    return clock(line.published_at, line.time_zone, form)


@register.filter
def clock(moment, time_zone, form="DATETIME_FORMAT"):
    """A moment by the clock of its paper."""
    told = moment.astimezone(ZoneInfo(time_zone))
    return _marked(told, date_format(told, form), get_language())


@register.filter
def numbered(number):
    """An issue's number."""
    return gettext("No. %(number)s") % {"number": number}


@register.filter
def page_name(page):
    return _page_name(page.label, page.name, get_language())


@register.filter
def page_words(page):
    """The same without marks, for what is no text of the page."""
    return _page_form(page.name).format(label=page.label, name=page.name)


@lru_cache(maxsize=DAYS_KEPT)
def _page_name(label, name, language):
    if _is_chinese(language):
        return _page_form(name).format(label=label, name=name)
    told = format_html(_page_form(name), label=label, name=format_html(CHINESE, name))
    return format_html(TRANSLATED, language, told)


def _page_form(name):
    return gettext("Page {label}: {name}") if name else gettext("Page {label}")


@register.simple_tag
def citation(headline, paper, day, page=None):
    """How a text is cited: headline, paper, day, and the page of print where there is one."""
    form = gettext("“{}”, {}, {}, {}") if page else gettext("“{}”, {}, {}")
    title = format_html(CHINESE, headline)
    if not _is_chinese(get_language()):
        paper = format_html(CHINESE, paper)
    return format_html(form, title, paper, day_words(day), *([page_name(page)] if page else ()))


@register.filter
def headlines(stories):
    """What a page begins with, in one line."""
    return "、".join(story.headline for story in stories[:HEADLINES_TOLD])


@register.filter
def page_links(pages, here):
    """The pages of an issue, one of which may lie open, as items of a list."""
    return html(together(_page_link(page, here) for page in pages))


def _page_link(page, here):
    form = PAGE_LINK % (' aria-current="page"' if page == here else "")
    return form, (page.url, page_name(page), page.label)


@register.filter
def titles(stories, with_leads):
    """The headlines of a page as items of a list, with leads where the texts stand elsewhere."""
    return html(together(within("<li>", _title(story, with_leads), "</li>") for story in stories))


def _title(story, with_leads):
    if story.is_continued:
        return [continued(story)]
    return [
        line('<p class="headlines__kicker" lang="zh-Hans">{}</p>', story.kicker),
        line('<a href="{}" lang="zh-Hans">{}</a>', story.url, story.headline),
        line('<p class="headlines__lead" lang="zh-Hans">{}</p>', with_leads and story.lead),
    ]


def continued(story):
    """The way to an article of which a page prints the rest."""
    form = gettext("Continued from page %(label)s") % {"label": "{}"}
    return (
        f'<p class="story story--continued"><span class="story__from" lang="{get_language()}">'
        f"{form}</span>"
        ' <a href="{}" lang="zh-Hans">《{}》</a></p>',
        (story.label, story.url, story.headline),
    )


@register.filter
def entries(contents, here):
    """The articles of a page, one of which lies open, as items of a list."""
    return html(together(_entry(entry, here) for entry in contents))


def _entry(entry, here):
    if entry.number == here.number:
        return '<li lang="zh-Hans"><span aria-current="page">{}</span></li>', (entry.headline,)
    return '<li lang="zh-Hans"><a href="{}">{}</a></li>', (entry.url, entry.headline)


@register.filter
def paragraphs(blocks):
    """A text as an article's page shows it."""
    note = format_html('<aside class="note" aria-label="{}">{{}}</aside>', gettext("Note"))
    return html(text(blocks, {"subhead": "<h2>{}</h2>", "note": note}))


@register.filter
def parts(headline):
    """The class of a headline that print sets in several parts."""
    return " in-parts" if " " in headline or "\u3000" in headline else ""
