"""What a search found, and what narrows it, as HTML."""

from django import template
from django.utils.translation import gettext, ngettext

from articles.templatetags.pieces import html, together
from articles.templatetags.readers import place

register = template.Library()
HIT = """<li class="listing__item">
<h2 class="listing__headline" lang="zh-Hans"><a href="{{}}">{headline}</a></h2>
<p class="listing__lead" lang="zh-Hans">{snippet}</p>
<p class="listing__place">{{}}</p>
</li>"""
CHOICE = """<li><a class="facets__choice" href="?{{}}"><span{lang}>{{}}</span>
<span class="facets__count">{{}}</span></a></li>"""
TAKEN = """<li><a class="facets__choice" href="?{{}}" aria-current="true">
<span{lang}>{{}}</span>
<span class="visually-hidden">{{}}</span><span aria-hidden="true">×</span></a></li>"""


@register.filter
def hits(found):
    return html(together(map(_hit, found)))


def _hit(hit):
    headline, named = _lit(hit.headline)
    snippet, told = _lit(hit.snippet)
    form = HIT.format(headline=headline, snippet=snippet)
    return form, (hit.line.url, *named, *told, place(hit.line))


def _lit(pieces):
    """(piece, is what was asked for) one after the other, the hits marked."""
    form = "".join("<mark>{}</mark>" if is_hit else "{}" for _text, is_hit in pieces)
    return form, [text for text, _is_hit in pieces]


@register.filter
def choices(offered):
    return html(together(map(_choice, offered)))


def _choice(choice):
    lang = "" if choice.is_translated else ' lang="zh-Hans"'
    if choice.is_taken:
        return TAKEN.format(lang=lang), (
            choice.query,
            choice.name,
            gettext("chosen; show all again"),
        )
    return CHOICE.format(lang=lang), (choice.query, choice.name, choice.count)


@register.filter
def total(answer, words):
    """How many were found, as a sentence."""
    if not answer.is_exact:
        form = gettext("More than %(total)s articles with “%(words)s”")
    else:
        form = ngettext(
            "%(total)s article with “%(words)s”",
            "%(total)s articles with “%(words)s”",
            answer.total,
        )
    return form % {"total": answer.total, "words": words}
