"""What stands again and again on readers' pages: addresses, days, and where a text was printed.

A list holds dozens of each, so they are made without templates of their own, days once a process.
"""

from functools import lru_cache
from itertools import chain
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext, pgettext

from articles.models import addresses

register = template.Library()
DAYS_KEPT = 4096
HEADLINES_TOLD = 6
PAGE_LINK = (
    '<li><a href="{}"%s><span class="pages__name">{}</span>'
    '<span class="pages__label">{}</span></a></li>'
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
def _full_day(day, _language):
    return _marked(day, date_format(day, pgettext("date format", "l, N j, Y")))


@lru_cache(maxsize=DAYS_KEPT)
def _plain_day(day, _language):
    return _marked(day, date_format(day, "DATE_FORMAT"))


@lru_cache(maxsize=DAYS_KEPT)
def _day_words(day, _language):
    return date_format(day, "DATE_FORMAT")


def _marked(day, words):
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), words)


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
    return clock(line.published_at, line.time_zone, form)


@register.filter
def clock(moment, time_zone, form="DATETIME_FORMAT"):
    """A moment by the clock of its paper."""
    told = moment.astimezone(ZoneInfo(time_zone))
    return format_html('<time datetime="{}">{}</time>', told.isoformat(), date_format(told, form))


@register.filter
def numbered(number):
    """An issue's number."""
    return gettext("No. %(number)s") % {"number": number}


@register.filter
def page_name(page):
    return _page_name(page.label, page.name, get_language())


@lru_cache(maxsize=DAYS_KEPT)
def _page_name(label, name, _language):
    told = {"label": label, "name": name}
    return (gettext("Page %(label)s: %(name)s") if name else gettext("Page %(label)s")) % told


@register.simple_tag
def citation(headline, paper, day, page=None):
    """How a text is cited: headline, paper, day, and the page of print where there is one."""
    form = gettext("“{}”, {}, {}, {}") if page else gettext("“{}”, {}, {}")
    title = format_html('<span lang="zh-Hans">{}</span>', headline)
    return format_html(form, title, paper, day_words(day), *([page_name(page)] if page else ()))


@register.filter
def headlines(stories):
    """What a page begins with, in one line."""
    return "、".join(story.headline for story in stories[:HEADLINES_TOLD])


@register.filter
def page_links(pages, here):
    """The pages of an issue, one of which may lie open, as items of a list."""
    forms = (PAGE_LINK % (' aria-current="page"' if page == here else "") for page in pages)
    told = ((page.url, page_name(page), page.label) for page in pages)
    return format_html("\n".join(forms), *chain.from_iterable(told)) if pages else ""


@register.filter
def set_head(story):
    """What stands over a text in a page that is set again."""
    headline = f'<h3 class="set__headline{parts(story.headline)}"><a href="{{}}">{{}}</a></h3>'
    return _lines(
        ("<hgroup>", ()),
        ('<p class="set__kicker">{}</p>', (story.kicker,)),
        (headline, (story.url, story.headline)),
        ('<p class="set__deck">{}</p>', (story.deck,)),
        ("</hgroup>", ()),
        ('<p class="set__byline">{}</p>', (story.byline,)),
    )


@register.filter
def title(story):
    """A headline in the list of those of a page."""
    return _lines(
        ('<p class="headlines__kicker" lang="zh-Hans">{}</p>', (story.kicker,)),
        ('<a href="{}" lang="zh-Hans">{}</a>', (story.url, story.headline)),
    )


def _lines(*lines):
    """(form, what fills it), one below the other, but for those with something empty."""
    told = [(form, filling) for form, filling in lines if all(filling)]
    return format_html(
        "\n".join(form for form, _filling in told),
        *(each for _form, filling in told for each in filling),
    )


@register.filter
def lit(pieces):
    """(piece, is a hit) one after the other, the hits marked."""
    marked = ((format_html("<mark>{}</mark>", text) if hit else text,) for text, hit in pieces)
    return format_html_join("", "{}", marked)


@register.filter
def paragraphs(blocks):
    """A text as an article's page shows it."""
    note = format_html('<aside class="note" aria-label="{}">{{}}</aside>', gettext("Note"))
    return _text(blocks, {"subhead": "<h2>{}</h2>", "note": note})


@register.filter
def set_text(story):
    """A text, or as much of it as there is room for, in the columns of a page that is set again."""
    marks = {"subhead": "<h4>{}</h4>", "note": '<div class="set__note">{}</div>'}
    text = _text(story.blocks, marks)
    if not story.is_cut:
        return text
    more = gettext("Go on reading in the article")
    return format_html('{}\n<p class="set__more">{}</p>', text, more)


def _text(blocks, marks):
    """Formatted in one go: a page of print has hundreds of paragraphs."""
    if not blocks:
        return ""
    forms = [_form(block, marks) for block in blocks]
    return format_html("\n".join(forms), *(line for block in blocks for line in block.lines))


def _form(block, marks):
    """The marks of a block, with a gap for each of its lines."""
    if block.kind == "text":
        return "<p>{}</p>"
    if block.kind == "note":
        return marks["note"].replace("{}", "<p>{}</p>" * len(block.lines))
    return marks[block.kind]


@register.filter
def parts(headline):
    """The class of a headline that print sets in several parts."""
    return " in-parts" if " " in headline or "\u3000" in headline else ""
