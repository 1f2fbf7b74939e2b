"""A page that is set again from its text, as HTML: bands, stacks in them, stories in those."""

from django import template
from django.utils.translation import get_language, gettext

from articles.templatetags.pictures import picture_of
from articles.templatetags.pieces import NOTHING, html, line, text, together, within
from articles.templatetags.readers import continued, parts

register = template.Library()
MARKS = {"subhead": "<h4>{}</h4>", "note": '<div class="set__note">{}</div>'}
SIZES = "(min-width: 62rem) 26rem, 92vw"


@register.filter
def set_again(bands):
    return html(together(map(_band, bands)))


def _band(band):
    return within('<div class="band">', map(_stack, band.stacks), "</div>")


def _stack(stack):
    opening = f'<div class="stack stack--{stack.columns}">'
    return within(opening, map(_story, stack.stories), "</div>")


def _story(printed):
    if printed.story.is_continued:
        return continued(printed.story)
    columns = (_photo(printed.inside), *_text(printed))
    held = (_photo(printed.apart), within('<div class="set__columns">', columns, "</div>"))
    return within(
        f'<article class="set {printed.classes}" id="{printed.story.number}">',
        (*_head(printed.story), within('<div class="set__text">', held, "</div>")),
        "</article>",
    )


def _head(story):
    headline = f'<h3 class="set__headline{parts(story.headline)}"><a href="{{}}">{{}}</a></h3>'
    titles = (
        line('<p class="set__kicker">{}</p>', story.kicker),
        (headline, (story.url, story.headline)),
        line('<p class="set__deck">{}</p>', story.deck),
    )
    yield within("<hgroup>", titles, "</hgroup>")
    yield line('<p class="set__byline">{}</p>', story.byline)


def _text(printed):
    """As much of it as there is room for."""
    yield text(printed.blocks, MARKS)
    if printed.is_cut:
        more = f'<p class="set__more" lang="{get_language()}">{{}}</p>'
        yield line(more, gettext("Go on reading in the article"))


def _photo(photo):
    if photo is None:
        return NOTHING
    credit = line("<span>{}</span>", photo.credit)
    told = [piece for piece in (line("{}", photo.caption), credit) if piece[0]]
    caption = within("<figcaption>", told, "</figcaption>") if told else NOTHING
    held = (picture_of(photo, sizes=SIZES), caption)
    return within('<figure class="set__photo">', held, "</figure>")
