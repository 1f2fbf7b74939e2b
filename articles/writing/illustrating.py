"""The pictures of a draft: added, captioned, taken out, each change a version like the text's."""

from django.db.models import Max

from articles.bylines import people
from articles.images.pictures import attach
from articles.models import Credit, CreditRole, Photo
from articles.writing.editing import revising

# What is said of a picture, apart from who took it. The rights are outside of versions.
WORDS = ("caption", "alt", "rights", "rights_note")


def add_photo(article, *, picture, photographers, by, **words):
    """Put a picture behind the others. It overwrites nothing, so no revision is asked for.

    `words` are the texts of WORDS by name.
    """
    with revising(article, by=by, revision=article.revision) as locked:
        last = locked.photos.aggregate(last=Max("position"))["last"] or 0
        photo = Photo(article=locked, position=last + 1, **words)
        attach(photo, picture)
        photo.save()
        _credit(photo, photographers)
    return photo


def hang(article, illustrations):
    """Pictures that come together with a new piece; its first version is yet to be taken."""
    for position, one in enumerate(illustrations, start=1):
        photo = Photo(article=article, caption=one.caption, position=position)
        attach(photo, one.picture)
        photo.save()
        _credit(photo, one.photographers)


def describe_photo(photo, *, photographers, by, revision, **words):
    """`words` as for add_photo. Raises Stale if the piece was saved since `revision`, Refused if
    it may not be changed."""
    with revising(photo.article, by=by, revision=revision):
        for name, text in words.items():
            setattr(photo, name, text)
        photo.save(update_fields=list(words))
        if photographers != photographers_of(photo):
            photo.credits.filter(role=CreditRole.PHOTOGRAPHER).delete()
            _credit(photo, photographers)


def remove_photo(photo, *, by, revision):
    """The file stays: earlier versions of the piece still show it."""
    with revising(photo.article, by=by, revision=revision):
        photo.delete()


def photographers_of(photo):
    credits = photo.credits.filter(role=CreditRole.PHOTOGRAPHER).select_related("reporter")
    return [credit.reporter.name for credit in credits]


def _credit(photo, names):
    persons = people.known_or_new(names)
    Credit.objects.bulk_create(
        Credit(photo=photo, reporter=person, role=CreditRole.PHOTOGRAPHER, position=place)
        for place, person in enumerate(dict.fromkeys(persons[name] for name in names))
    )
