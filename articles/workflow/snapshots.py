"""Versions: the whole content of a working copy, taken down so that it can be signed."""

from django.db.models import Max

from articles.models import Article, Credit, CreditRole, Photo, Version, VersionCredit, VersionPhoto
from articles.models.version import TEXT_FIELDS, fingerprint
from articles.search import headlines

LEAD = 120
BRACKETS = {
    "（": "）",
    "(": ")",
    "《": "》",
    "“": "”",
    "‘": "’",
    "【": "】",
    "「": "」",
    "〔": "〕",
}
# The body's line marks; what they mean is told in docs/editors.
MARKS = ("## ", "> ", "[")


def with_content(articles):
    """The articles again, with credits and photos at hand for snapshots."""
    return (
        Article.objects.filter(pk__in=[article.pk for article in articles])
        .prefetch_related("credits__reporter", "photos__credits__reporter")
        .order_by("pk")
    )


def content_of(article):
    """What a version holds and its hash covers, as plain values."""
    content = {name: getattr(article, name) for name in TEXT_FIELDS}
    content["credits"] = [[credit.role, credit.reporter.name] for credit in _people_of(article)]
    content["photos"] = [
        [photo.image_sha256, photo.caption, photo_credit(photo), photo.alt]
        for photo in article.photos.all()
    ]
    return content


def content_of_version(version):
    """The same of what was taken down: its hash must come out again."""
    content = {name: getattr(version, name) for name in TEXT_FIELDS}
    content["credits"] = [[credit.role, credit.name] for credit in version.credits.all()]
    content["photos"] = [
        [photo.image_sha256, photo.caption, photo.credit, photo.alt]
        for photo in version.photos.all()
    ]
    return content


def photo_credit(photo):
    """The credit line under a photo: the printed wording, else the names."""
    credits = list(photo.credits.all())
    printed = dict.fromkeys(credit.printed for credit in credits if credit.printed)
    return " ".join(printed) or " ".join(credit.reporter.name for credit in credits)


def lead_of(body):
    """The first words of the running text, for lists."""
    for line in body.splitlines():
        if not line.startswith(MARKS):
            return line if len(line) <= LEAD else _cut(line[: LEAD - 1]) + "…"
    return ""


def _cut(words):
    """Without a bracket that is opened late and not closed: what it holds would break off."""
    still_open = []
    for place, character in enumerate(words):
        if character in BRACKETS:
            still_open.append((place, BRACKETS[character]))
        elif still_open and character == still_open[-1][1]:
            still_open.pop()
    late = next((place for place, _end in still_open if place >= LEAD // 2), len(words))
    return words[:late].rstrip("，、；：—")


def take(articles, *, by):
    """Make sure that each article's present content is a version; return {article pk: version}.

    An unchanged text makes no new version. Call it inside a transaction that holds the rows.
    """
    articles = list(with_content(articles))
    latest = latest_versions(articles)
    versions, fresh = {}, []
    for article in articles:
        digest = fingerprint(content_of(article))
        last = latest.get(article.pk)
        if last is not None and last.sha256 == digest:
            versions[article.pk] = last
        else:
            fresh.append((article, _version(article, digest, last, by)))
    return versions | _put(fresh)


def take_anew(article, last, *, by):
    """The next version of an article as `with_content` gives it, after `last`."""
    return _put([(article, _version(article, fingerprint(content_of(article)), last, by))])


def names_the_same(article, version):
    """Whether the people credited are those of the version. Two people may share a name, and the
    hash knows names alone.
    """
    people = {(credit.reporter_id, credit.role) for credit in _people_of(article)}
    return people == set(version.credits.order_by().values_list("reporter", "role"))


def _put(fresh):
    """Store [(article, its new version), …]; return {article pk: version}."""
    headlines.put(Version.objects.bulk_create(version for _article, version in fresh))
    VersionCredit.objects.bulk_create(
        credit for article, version in fresh for credit in _credits(article, version)
    )
    VersionPhoto.objects.bulk_create(
        photo for article, version in fresh for photo in _photos(article, version)
    )
    return {article.pk: version for article, version in fresh}


def latest_versions(articles):
    newest = (
        Version.objects.filter(article__in=articles)
        .values("article")
        .annotate(newest=Max("pk"))
        .values("newest")
    )
    return {
        version.article_id: version
        for version in Version.objects.filter(pk__in=newest).defer("body")
    }


def is_current(article, version):
    """Whether the working copy still says what `version` says, to the letter."""
    (fresh,) = with_content([article])
    return fingerprint(content_of(fresh)) == version.sha256


def _version(article, digest, last, by):
    return Version(
        article=article,
        number=last.number + 1 if last else 1,
        round=article.round,
        lead=lead_of(article.body),
        sha256=digest,
        made_by=by,
        **{name: getattr(article, name) for name in TEXT_FIELDS},
    )


def _credits(article, version):
    for position, credit in enumerate(_people_of(article), start=1):
        yield _credit(credit, version, position=position)


def _people_of(article):
    """Whoever is credited, once for each role; photographers count as people of the article."""
    photographers = [credit for photo in article.photos.all() for credit in photo.credits.all()]
    credits = [*article.credits.all(), *photographers]
    first = {}
    for credit in credits:
        first.setdefault((credit.reporter_id, credit.role), credit)
    return first.values()


def _credit(credit: Credit, version, *, position):
    return VersionCredit(
        version=version,
        reporter=credit.reporter,
        name=credit.reporter.name,
        role=CreditRole(credit.role),
        printed=credit.printed,
        position=position,
    )


def _photos(article, version):
    for position, photo in enumerate(article.photos.all(), start=1):
        yield _photo(photo, version, position=position)


def _photo(photo: Photo, version, *, position):
    return VersionPhoto(
        version=version,
        caption=photo.caption,
        credit=photo_credit(photo),
        alt=photo.alt,
        image=photo.image.name,
        image_sha256=photo.image_sha256,
        width=photo.image_width,
        height=photo.image_height,
        position=position,
    )
