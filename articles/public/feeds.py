"""The newest articles as RSS, Atom and JSON Feed, with their whole text."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import formats, translation
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape, format_html_join

from articles.formats.markup import clean, html_of
from articles.models import Article, Correction
from articles.texts.body import blocks_of

ITEMS = 30
LANGUAGE, CATALOGUE = "zh-CN", "zh-hans"


class RSS(Rss201rev2Feed):
    """RSS 2.0 with the text in content:encoded."""

    def rss_attributes(self):
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["people"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("content:encoded", item["text"])


class Atom(Atom1Feed):
    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["people"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        handler.addQuickElement("content", item["text"], {"type": "html"})


class JSONFeed(SyndicationFeed):
    """JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile, encoding):
        outfile.write(json.dumps(self._feed(), ensure_ascii=False, indent=1))

    def _feed(self):
        return {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "language": self.feed["language"],
            "items": [self._item(item) for item in self.items],
        }

    def _item(self, item):
        told = {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "summary": item["summary"],
            "content_html": item["text"],
            "date_published": item["pubdate"].isoformat(),
            "date_modified": item["updateddate"].isoformat(),
            "authors": [{"name": name} for name in item["people"]],
            "tags": list(item["categories"]),
        }
        return {name: value for name, value in told.items() if value}


NAMES = (("rss", "RSS"), ("atom", "Atom"), ("json", "JSON"))
FORMATS = {"rss": RSS, "atom": Atom, "json": JSONFeed}


@dataclass(frozen=True)
class Channel:
    """What a feed is of: a name, its page for people, and the address of this one."""

    title: str
    page: str
    address: str


def written(channel: Channel, kind: str, articles: list[Article], absolute: Callable) -> tuple:
    """(content, content type) of a feed; `absolute` makes an address whole."""
    feed = FORMATS[kind](
        title=clean(channel.title),
        link=absolute(channel.page),
        description=clean(channel.title),
        language=LANGUAGE,
        feed_url=absolute(channel.address),
    )
    for article in articles:
        feed.add_item(**_item(article, absolute))
    return feed.writeString("utf-8"), feed.content_type


def newest(articles):
    """The newest of `articles` with all that a feed tells of them."""
    chosen = articles.newest_first().values("pk")[:ITEMS]
    found = Article.objects.published().filter(pk__in=chosen).newest_first()
    issued = Correction.objects.public().order_by("-closed_at", "-pk")
    return list(
        found.select_related("publication", "live_version")
        .defer("body")
        .prefetch_related("live_version__credits", "tags", Prefetch("corrections", issued, "notes"))
    )


def _item(article, absolute):
    version, zone = article.live_version, article.publication.zone
    address = absolute(article.get_absolute_url())
    people = list(dict.fromkeys(clean(credit.name) for credit in version.credits.all()))
    return {
        "title": clean(version.headline),
        "link": address,
        "unique_id": address,
        "summary": clean(version.lead),
        "description": escape(clean(version.lead)),
        "text": html_of(blocks_of(clean(version.body))) + _notes(article.notes, zone),
        # Atom asks for an author of every entry; what nobody signs is the paper's.
        "people": people or [clean(article.publication.name)],
        "categories": [clean(tag.name) for tag in article.tags.all()],
        "pubdate": article.published_at.astimezone(zone),
        # A corrected text was made after the article came out.
        "updateddate": max(article.published_at, version.made_at).astimezone(zone),
    }


def _notes(corrections, zone):
    """What was put right, as it stands under the text: who read the old one is told too."""
    with translation.override(CATALOGUE):
        told = [
            (
                each.get_kind_display(),
                formats.date_format(each.closed_at.astimezone(zone), "DATE_FORMAT"),
                clean(each.note),
            )
            for each in corrections
        ]
    return format_html_join("", "\n<p><strong>{}</strong> {} {}</p>", told)
