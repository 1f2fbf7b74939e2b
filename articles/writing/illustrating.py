"""The pictures of a draft: added, captioned, taken out, each change a version like the text's."""

from django.db.models import Max

from articles.bylines import people
from articles.images.pictures import attach
from articles.models import Credit, CreditRole, Photo
from articles.writing.editing import revising

# What is said of a picture, apart from who took it. The rights are outside of versions.
WORDS = ("caption", "alt", "rights", "rights_note")


def add_photos(article, pictures, *, photographers, by, **words):
    """Put pictures behind the others. They overwrite nothing, so no revision is asked for.

    `words` are the texts of WORDS by name, the same for all.
    """
    with revising(article, by=by, revision=article.revision) as locked:
        last = locked.photos.aggregate(last=Max("position"))["last"] or 0
        for position, picture in enumerate(pictures, start=last + 1):
            photo = Photo(article=locked, position=position, **words)
            attach(photo, picture)
            photo.save()
            _credit(photo, photographers)


def hang(article, illustrations):
    """Pictures that come together with a new piece; its first version is yet to be taken."""
    for position, one in enumerate(illustrations, start=1):
        photo = Photo(article=article, caption=one.caption, position=position)
        attach(photo, one.picture)
        photo.save()
        _credit(photo, one.photographers)


def describe_photos(article, described, *, by, revision, removed=None):
    """Write down what is said of photos, and take one out; its file stays: earlier versions of
    the piece still show it.

    `described` is [(photo, {"photographers": names, text of WORDS by name})], of each photo only
    what changed. Raises Stale if the piece was saved since `revision`, Refused if it may not be
    changed.
    """
    with revising(article, by=by, revision=revision):
        for photo, words in described:
            texts = {name: text for name, text in words.items() if name in WORDS}
            for name, text in texts.items():
                setattr(photo, name, text)
            photo.save(update_fields=list(texts))
            if "photographers" in words:
                photo.credits.filter(role=CreditRole.PHOTOGRAPHER).delete()
                _credit(photo, words["photographers"])
        if removed is not None:
            removed.delete()


def photographers_of(photo):
    credits = photo.credits.filter(role=CreditRole.PHOTOGRAPHER).select_related("reporter")
    return [credit.reporter.name for credit in credits]


def _credit(photo, names):
    persons = people.known_or_new(names)
    Credit.objects.bulk_create(
        Credit(photo=photo, reporter=person, role=CreditRole.PHOTOGRAPHER, position=place)
        for place, person in enumerate(dict.fromkeys(persons[name] for name in names))
    )
