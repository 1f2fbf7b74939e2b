"""The checks of an article as it stands: its manuscript, the house dictionary, what was waived."""

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import checks
from articles.models import Article, HouseTerm
from articles.models.version import TEXT_FIELDS
from articles.texts.manuscripts import CAPTION, Manuscript, Picture, Spot, manuscript
from articles.workflow.snapshots import photo_credit


def findings(article, *, terms=None) -> tuple[checks.Finding, ...]:
    """What the checks find in the working copy, in the order of the text."""
    return checks.findings(manuscript_of(article), house_terms() if terms is None else terms)


def sentence(finding) -> str:
    """What is said of a finding, in the reader's language."""
    _severity, message = checks.SENTENCES[finding.code]
    return _(message) % finding.params


def part_name(part) -> str:
    """What a part of a manuscript is called, in the reader's language."""
    if part.startswith(CAPTION):
        return _("caption %(number)s") % {"number": part.removeprefix(CAPTION)}
    return str(Article._meta.get_field(part).verbose_name)


def place_name(spot: Spot) -> str:
    """What a paragraph is called; of one paragraph alone, its part."""
    part = part_name(spot.part)
    if spot.part != "body":
        return part
    return _("%(part)s, paragraph %(number)s") % {"part": part, "number": spot.paragraph + 1}


def house_terms() -> tuple[checks.Term, ...]:
    return tuple(
        checks.Term(wrong, right, checks.Severity(severity), source, first, last)
        for wrong, right, severity, source, first, last in HouseTerm.objects.values_list(
            "wrong", "right", "severity", "source", "valid_from", "valid_to"
        )
    )


def manuscript_of(article) -> Manuscript:
    """The working copy. Asks for its photos and credits."""
    photos = article.photos.with_credits() if article.pk else []
    pictures = [
        Picture(
            photo.caption,
            photo_credit(photo),
            tuple(credit.reporter.name for credit in photo.credits.all()),
        )
        for photo in photos
    ]
    credits = article.credits.select_related("reporter") if article.pk else []
    return manuscript(
        {name: getattr(article, name) for name in TEXT_FIELDS},
        pictures,
        names=[credit.reporter.name for credit in credits],
        day=day_of(article),
    )


def manuscript_of_version(version, day=None) -> Manuscript:
    """What was taken down. Its photos and credits should be at hand."""
    pictures = [Picture(photo.caption, photo.credit) for photo in version.photos.all()]
    return manuscript({name: getattr(version, name) for name in TEXT_FIELDS}, pictures, day=day)


def day_of(article):
    """The day that the text is read on: of its issue or the planned one, else when it was begun."""
    if article.page_id is not None:
        return article.page.issue.date
    if article.created_at is None:
        return article.planned_for
    begun = timezone.localtime(article.created_at).date()
    return max(begun, article.planned_for or begun)


def blocks(article) -> list[checks.Finding]:
    """The findings that stop an article and that nobody has waived."""
    found = _blocking(article)
    if not found:
        return []
    waived = set(article.waivers.values_list("key", flat=True))
    return [finding for finding in found if finding.key not in waived]


def waived(article) -> list[dict]:
    """The waivers that let the present text pass, as its event records them."""
    held = {waiver.key: waiver for waiver in article.waivers.select_related("by")}
    keys = [finding.key for finding in _blocking(article)] if held else []
    return [
        {
            "check": held[key].code,
            "text": held[key].text,
            "reason": held[key].reason,
            "by": held[key].by.get_username(),
        }
        for key in dict.fromkeys(keys)
        if key in held
    ]


def new_blocks(article, texts, captions) -> list[checks.Finding]:
    """What stops these words for the article, and does not stand in it already nor was waived."""
    here = {(finding.code, finding.text) for finding in _blocking(article)}
    waived = set(article.waivers.values_list("code", "text"))
    found = _blocking_in(texts, captions, day_of(article))
    return [each for each in found if (each.code, each.text) not in here | waived]


def _blocking(article):
    captions = article.photos.order_by("position", "pk").values_list("caption", flat=True)
    texts = {name: getattr(article, name) for name in TEXT_FIELDS}
    return _blocking_in(texts, captions, day_of(article))


def _blocking_in(texts, captions, day):
    """What blocks stands in the words; who took a photo need not be asked for it."""
    words = manuscript(texts, [Picture(caption) for caption in captions], day=day)
    return checks.blocking(checks.findings(words, house_terms()))
