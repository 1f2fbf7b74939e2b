"""Articles with everything on them that readers could see: names, tags, photos, all lines."""

from datetime import timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from articles.images import renditions
from articles.images.pictures import attach, read_picture
from articles.models import Article, Credit, Photo, Reporter
from tests.builders import BODY, bring, imported, web_draft

LINES = ("kicker", "headline", "deck", "byline", "dateline", "source")
# States that no move makes: they are reached by the clock.
LATER = {"embargoed": "embargo_until", "future": "published_at"}


def words(word):
    """The fields of an article, each with the word in it."""
    return {name: f"{word}{name}" for name in LINES} | {"body": f"{BODY}\n{word}body"}


def on_page(cast, page, status, word, **fields):
    return settled(imported(page, cast.de, **words(word) | fields), cast, status, word)


def on_the_web(cast, publication, status, word, **fields):
    return settled(web_draft(publication, cast.rui, **words(word) | fields), cast, status, word)


def settled(article, cast, status, word):
    """The article with its furniture, in `status`."""
    furnish(article, word)
    bring(article, "published" if status in LATER else status, cast)
    if status in LATER:
        # A second is as good as a year, but the test should not depend on its own speed.
        tomorrow = timezone.now() + timedelta(days=1)
        Article.objects.filter(pk=article.pk).update(**{LATER[status]: tomorrow})
    return article


def furnish(article, word):
    person, _new = Reporter.objects.get_or_create(name=f"{word}人")
    Credit.objects.create(article=article, reporter=person, role="reporter")
    article.tags.add(f"{word}标签")
    photo = Photo(article=article, page=article.page, caption=f"{word}说明", alt=f"{word}图")
    attach(photo, read_picture(picture_of(word)))
    photo.save()
    Credit.objects.create(photo=photo, reporter=person, role="photographer", printed=f"{word}摄")
    # The worker's business, done here: the file's name would let it be fetched.
    name = renditions.rendition_path(photo.image_sha256, 480)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(b"RIFF"))


def picture_of(word):
    """A picture that only this word has."""
    data = BytesIO()
    colour = tuple(word.encode()[-3:])
    Image.new("RGB", (600, 400), colour).save(data, "PNG")
    return data.getvalue()
