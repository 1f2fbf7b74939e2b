"""Parsing again, article by article: what the present labels say, what the parser would."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.admin.wording import LINE_ROLES
from articles.intake.plans import body_text
from articles.labelling import relabelling
from articles.models import CreditRole
from articles.parsing.mending.comparing import contents_of, pair_articles
from articles.records import Role
from articles.texts import differences

SAME, CHANGED, NEW, GONE = "same", "different", "new", "gone"


@dataclass(frozen=True)
class Change:
    """One thing that would be otherwise."""

    name: str
    before: str = ""
    after: str = ""
    rows: list = field(default_factory=list)  # of the text, as `differences` has them


@dataclass(frozen=True)
class Compared:
    state: str
    headline: str
    changes: list

    @property
    def state_name(self):
        names = {
            SAME: _("Unchanged"),
            CHANGED: _("Read differently now"),
            NEW: _("New"),
            GONE: _("No longer found"),
        }
        return names[self.state]


@dataclass(frozen=True)
class Comparison:
    articles: list
    captions: list
    version: str

    @property
    def changes_something(self):
        return bool(self.captions) or any(article.state != SAME for article in self.articles)


def compare(page):
    """Reads only."""
    present, fresh = relabelling.present_record(page), relabelling.read_again(page)
    pairs = {pair.truth.unit: pair.found for pair in pair_articles(present, fresh)}
    found = [_compared(article, pairs.get(article.unit)) for article in present.articles]
    known = {article.unit for article in pairs.values()}
    new = [Compared(NEW, x.headline or "", []) for x in fresh.articles if x.unit not in known]
    return Comparison(found + new, list(_captions(present, fresh)), fresh.parser_version)


def _captions(present, fresh):
    """The captions as one text before and after; nothing where they are the same."""
    one, other = ("\n".join(_caption(x) for x in record.photos) for record in (present, fresh))
    if one != other:
        yield Change(_("captions"), rows=differences.compare(one, other))


def _caption(photo):
    return f"{photo.caption} {photo.credit}".strip()


def _compared(before, after):
    if after is None:
        return Compared(GONE, before.headline or "", [])
    if contents_of(before) == contents_of(after):
        return Compared(SAME, before.headline or "", [])
    return Compared(CHANGED, before.headline or "", list(_changes(before, after)))


def _changes(before, after):
    for role in (Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE):
        one, other = getattr(before, role) or "–", getattr(after, role) or "–"
        if one != other:
            yield Change(str(LINE_ROLES[role]), one, other)
    one, other = _people(before), _people(after)
    if one != other:
        yield Change(_("people"), one, other)
    if [(x.kind, x.text) for x in before.paragraphs] != [
        (x.kind, x.text) for x in after.paragraphs
    ]:
        rows = differences.compare(body_text(before), body_text(after))
        yield Change(_("text"), _size(before), _size(after), rows)


def _people(article):
    named = [f"{CreditRole(credit.role).label} {credit.name}" for credit in article.credits]
    return "、".join(sorted(named)) or "–"


def _size(article):
    return _("%(paragraphs)s paragraphs, %(characters)s characters") % {
        "paragraphs": len(article.paragraphs),
        "characters": sum(len(paragraph.text) for paragraph in article.paragraphs),
    }
