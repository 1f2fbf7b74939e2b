"""What an import would do to a page: each piece compared with what was taken from it before."""

import hashlib
import json
from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from articles import parsing, records
from articles.labelling import relabelling
from articles.labelling.keys import unit_key
from articles.models import Article, Event, Page, Photo, Status

LINE_MARKS = {records.BlockKind.SUBHEAD: "## ", records.BlockKind.NOTE: "> "}


class Change(models.TextChoices):
    """What importing does with one article or photo of the page."""

    NEW = "new", _("New")
    SAME = "same", _("Already imported")
    DIFFERENT = "different", _("Read differently now: will be brought up to date")
    EDITED = "edited", _("Imported, edited since: keeps its text")
    GONE = "gone", _("No longer found: will be taken away")
    KEPT = "kept", _("No longer found, edited since: stays")


WRITES = frozenset({Change.NEW, Change.DIFFERENT, Change.GONE})


@dataclass(frozen=True)
class PlannedArticle:
    change: Change
    key: str
    record: records.ArticleRecord | None
    article: Article | None = None
    place: int = 0  # on the page, from 1

    @property
    def moves(self):
        """Whether it stands elsewhere on the page now. No text changes: edited ones move too."""
        return bool(self.article and self.record) and self.article.position != self.place


@dataclass(frozen=True)
class PlannedPhoto:
    change: Change
    key: str
    record: records.PhotoRecord | None
    photo: Photo | None = None
    place: int = 0  # on the page, from 1

    @property
    def moves(self):
        """Whether it stands elsewhere now, and nobody has given it a place of their own."""
        follows = self.change in (Change.SAME, Change.DIFFERENT)
        return follows and self.photo.position != self.place


@dataclass(frozen=True)
class Plan:
    """What an import would do, for people to look at before it is done."""

    page: Page
    source_sha256: str
    record: records.PageRecord
    articles: tuple[PlannedArticle, ...]
    photos: tuple[PlannedPhoto, ...]

    def articles_to(self, change):
        return [planned for planned in self.articles if planned.change == change]

    def photos_to(self, change):
        return [planned for planned in self.photos if planned.change == change]

    @property
    def fingerprint(self):
        """Names what the page was read as: a preview of anything else shows other articles."""
        labels = json.dumps([self.source_sha256, parsing.labels_to_json(self.record.labels)])
        return hashlib.sha256(labels.encode()).hexdigest()

    @property
    def changes_nothing(self):
        writes = any(item.change in WRITES for item in (*self.articles, *self.photos))
        return not writes and not self.moving

    @property
    def moving(self):
        """How many pieces get another place on the page."""
        return sum(item.moves for item in (*self.articles, *self.photos))

    @property
    def found_nothing(self):
        """Whether the page, as it is read now, has nothing that could be imported, or ever was."""
        return not (self.articles or self.photos)


def plan_import(page):
    """Read a page, by its labels where it has some, and compare. Writes nothing."""
    return compare(page, relabelling.present_record(page))


def compare(page, record):
    """The plan that takes a page from what was made of it so far to what `record` says."""
    articles = tuple(_compare_articles(page, record))
    return Plan(page, page.source_sha256, record, articles, tuple(_compare_photos(page, record)))


def article_fields(record):
    """The fields of Article that an import fills from a record."""
    return {
        "kind": record.kind,
        "kicker": record.kicker or "",
        "headline": record.headline or "",
        "deck": record.deck or "",
        "byline": record.byline,
        "source": record.source,
        "body": body_text(record),
        "source_lines": list(record.lines),
        "confidence": record.confidence,
    }


def photo_fields(record):
    return {"caption": record.caption, "source_lines": list(record.lines)}


def _places(record):
    """{unit: its place on the page}: pieces stand as an editor has ordered them, not by number."""
    units = dict.fromkeys(label.unit for label in record.labels if label.unit is not None)
    return {unit: place for place, unit in enumerate(units, 1)}


def body_text(record):
    """A record's paragraphs in the form of Article.body: one a line, with line marks."""
    return "\n".join(
        LINE_MARKS.get(paragraph.kind, "") + paragraph.text for paragraph in record.paragraphs
    )


def _compare_articles(page, record):
    later = Event.objects.filter(article=OuterRef("pk"), sequence__gt=1)
    taken = page.articles.exclude(import_key=None).with_latest_sha256()
    taken = taken.annotate(has_record=Exists(later))
    known = {article.import_key: article for article in taken}
    keys = {found.unit: unit_key(record, found.lines) for found in record.articles}
    continued, places = _continued(known, keys, record), _places(record)
    for found in record.articles:
        key, place = keys[found.unit], places[found.unit]
        article = continued.get(found.unit)
        if article is None:
            yield PlannedArticle(Change.NEW, key, found, place=place)
            continue
        same = article.import_key == key and _holds(article, article_fields(found))
        yield PlannedArticle(_change(same, is_untouched(article)), key, found, article, place)
    claimed = {article.pk for article in continued.values()}
    for article in known.values():
        if article.pk not in claimed:
            # What was filed, verified or returned is on record, and stays there.
            is_free = is_untouched(article) and not article.has_record
            change = Change.GONE if is_free else Change.KEPT
            yield PlannedArticle(change, article.import_key, None, article)


def _continued(known, keys, record):
    """{unit: the article that goes on in it}: made from the same lines, else from most of them.

    Where a piece was split, the larger part goes on with the article, wherever it stands.
    """
    found = {unit: known[key] for unit, key in keys.items() if key in known}
    claimed = {article.pk for article in found.values()}
    left = [article for article in known.values() if article.pk not in claimed]
    shares = [
        (len(lines & set(article.source_lines)), len(lines), piece.unit, article)
        for piece in record.articles
        if piece.unit not in found and left
        for lines in [set(piece.lines)]
        for article in left
    ]
    for shared, size, unit, article in sorted(shares, key=lambda share: -share[0]):
        if shared and shared * 2 >= size and unit not in found and article.pk not in claimed:
            found[unit] = article
            claimed.add(article.pk)
    return found


def _compare_photos(page, record):
    known = {photo.import_key: photo for photo in page.photos.exclude(import_key=None)}
    places = _places(record)
    for found in record.photos:
        key, place = unit_key(record, found.lines), places[found.unit]
        photo = known.pop(key, None)
        if photo is None:
            yield PlannedPhoto(Change.NEW, key, found, place=place)
            continue
        same = _holds(photo, photo_fields(found))
        yield PlannedPhoto(_change(same, photo.is_bare), key, found, photo, place)
    for key, photo in known.items():
        yield PlannedPhoto(Change.GONE if photo.is_bare else Change.KEPT, key, None, photo)


def is_untouched(article):
    """Whether an imported article is still just what the import made of it."""
    return article.status == Status.IMPORTED and article.latest_sha256 == article.import_sha256


def _change(same, untouched):
    if not untouched:
        return Change.EDITED
    return Change.SAME if same else Change.DIFFERENT


def _holds(row, fields):
    return all(getattr(row, name) == value for name, value in fields.items())
