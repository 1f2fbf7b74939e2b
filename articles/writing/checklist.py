"""What is to be looked at before a piece is submitted: what is missing, what is advised."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.checks import Severity
from articles.texts.body import length_of
from articles.workflow import checking

# A piece may be this much longer or shorter than planned before anything is said of it.
TOLERANCE = 0.2
MOST_WARNINGS = 10
# What the checks find as well as the list of each picture's words.
SAID_OF_PICTURES = {"no_credit"}
MISSING, ADVICE, DONE = "missing", "advice", "done"


@dataclass(frozen=True)
class Item:
    """`kind` is missing (stops the submission), advice or done; `where` the page to mend it."""

    kind: str
    text: str
    where: str = "text"


def checklist(standing, photos) -> list[Item]:
    """Of the article of `standing`; `photos` are (photo, its credit line). The gravest first."""
    article = standing.article
    items = [
        _needed(article.headline, _("Headline"), _("The headline is missing")),
        _needed(article.body, _("text"), _("There is no text yet")),
        _length(article),
        *(item for number, photo in enumerate(photos, 1) for item in _photo(number, *photo)),
        *_findings(standing),
    ]
    return sorted(items, key=lambda item: (MISSING, ADVICE, DONE).index(item.kind))


def _needed(text, done, missing):
    return Item(DONE, done) if text.strip() else Item(MISSING, missing)


def _length(article):
    count, planned = length_of(article.body), article.planned_length
    says = ngettext("%(count)s character", "%(count)s characters", count) % {"count": count}
    if not planned:
        return Item(DONE, says)
    says = _("%(length)s of %(planned)s planned") % {"length": says, "planned": planned}
    return Item(ADVICE if abs(count - planned) > planned * TOLERANCE else DONE, says)


def _photo(number, photo, credit):
    lacks = [
        word
        for word, there in (
            (_("a caption"), photo.caption),
            (_("a credit"), credit),
            (_("the rights"), photo.rights),
            (_("a text for those who cannot see it"), photo.alt),
        )
        if not there
    ]
    if not lacks:
        return [Item(DONE, _("Picture %(number)s") % {"number": number}, "pictures")]
    says = _("Picture %(number)s lacks %(what)s") % {"number": number, "what": "、".join(lacks)}
    return [Item(ADVICE, says, "pictures")]


def _findings(standing):
    """What the checks find: those that stop a text by name, of the others the first few."""
    found = checking.findings(standing.article)
    others = [
        finding
        for finding in found
        if finding.severity == Severity.WARN and finding.code not in SAID_OF_PICTURES
    ]
    for kind, findings in ((MISSING, standing.blocks), (ADVICE, others[:MOST_WARNINGS])):
        for finding in findings:
            yield Item(kind, _quoted(finding))
    if len(others) > MOST_WARNINGS:
        count = len(others) - MOST_WARNINGS
        yield Item(ADVICE, _("%(count)s more remarks of the checks") % {"count": count})


def _quoted(finding):
    sentence = checking.sentence(finding)
    if not finding.text:
        return sentence
    return _("“%(text)s”: %(sentence)s") % {"text": finding.text, "sentence": sentence}
