"""What the demo's editors do with a page once it is imported, by the doors that all editors use."""

from django.contrib.auth.models import User
from django.db.models import Q

from articles import workflow
from articles.demo.scenario import PrintedPage
from articles.images import pictures
from articles.labelling import doubts, relabelling
from articles.models import Article, PageDoubt, Rights, Section, Tag
from articles.writing.editing import revising

HEADING = ("kicker", "headline", "deck")
MOST_TAGS = 3
RUN = 3  # characters that a caption and a text have in common
ALIKE = 0.12  # the share of a caption's runs that its article repeats
SEEN_ON_PAGE = "已对照版面原样核对，以版面为准。"


def illustrate(plan, printed: PrintedPage, drawn):
    """Give the photos of an imported page their pictures. `drawn` is {scene: Picture}."""
    for photo in plan.page.photos.all():
        for pictured in printed.photos:
            if _same_start(photo.caption, pictured.starts_with):
                pictures.attach(photo, drawn[pictured.picture])
                photo.alt = photo.caption[:100]
                photo.rights = Rights.OWN
                photo.save()


def set_the_masthead_aside(page, *, by):
    """The paper's own name in large type is no headline: as an editor says at the label desk."""
    name = page.issue.publication.name
    lines = [n for n, line in enumerate(page.text.splitlines(), 1) if line.strip() == name]
    if page.source_file_id is not None and lines:
        words = {"lines": [str(line) for line in lines], "role": "furniture"}
        seen = relabelling.begin(page, by=by)
        relabelling.operate(page, "role", words, by=by, seen=seen.pk)
        page.refresh_from_db()


def correct(plan, printed: PrintedPage, by):
    """Read the articles against the printed page; return those that are ready for the next.

    What does not stand on the page as told is left as the importer made it.
    """
    ready = []
    for article in plan.page.articles.wholes().order_by("position"):
        heading = _heading_of(article, printed)
        if heading is None:
            continue
        with revising(article, by=by, revision=article.revision) as held:
            for name in HEADING:
                setattr(held, name, getattr(heading, name))
            for photo in _photos_of(article):
                photo.article = held
                photo.save()
        doubts.settle_headline(held, by=by)
        ready.append(held)
    open_ = PageDoubt.objects.filter(page=plan.page, resolved_at=None)
    for doubt in open_.filter(Q(article=None) | Q(article__in=ready)):
        reading = "、".join(doubt.candidates[:1])
        doubts.resolve(doubt, by=by, resolution=f"{reading}　{SEEN_ON_PAGE}".strip())
    return ready


def file_under(article, *, section, keywords, by):
    """Its page's section, and the tags whose words it uses most in the heading, then the text."""
    text = article.headline + article.kicker + article.deck + article.body
    names = [name for name, words in keywords.items() if any(word in text for word in words)]
    tags = list(Tag.objects.filter(name__in=names[:MOST_TAGS]))
    section = Section.objects.get(publication=article.publication, name=section)
    workflow.describe(article, by=by, section=section, tags=tags)


def publish(articles):
    """The three signatures that the print track asks for, each by another person."""
    signatures = (
        ("verify", "editor2", "已与版面核对无误。"),
        ("sign_off", "chief", "同意签发。"),
        ("publish", "chief2", ""),
    )
    people = User.objects.in_bulk([name for _a, name, _o in signatures], field_name="username")
    for article in articles:
        for action, name, opinion in signatures:
            fresh = Article.objects.get(pk=article.pk)
            workflow.move(fresh, action, by=people[name], opinion=opinion)


def _heading_of(article, printed):
    for heading in printed.headings:
        if _same_start(article.body, heading.lead) or _packed(article.headline) == _packed(
            heading.headline
        ):
            return heading
    return None


def _same_start(text, start):
    return _packed(text.removeprefix("> ").removeprefix("## ")).startswith(_packed(start))


def _packed(text):
    return "".join(text.split())


def _photos_of(article):
    """The photos standing alone on the page whose captions tell what this article tells."""
    known = _runs(article.headline + article.body)
    photos = article.page.photos.filter(article=None)
    return [photo for photo in photos if _share(_runs(photo.caption), known) >= ALIKE]


def _runs(text):
    letters = "".join(filter(str.isalnum, text))
    return {letters[at : at + RUN] for at in range(len(letters) - RUN + 1)}


def _share(runs, known):
    return len(runs & known) / len(runs) if runs else 0
