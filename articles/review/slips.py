"""稿签: what an article's printed record is made of: the marked-up text, the stages it passed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from articles.logins import shown_name
from articles.models import Article, Event, Version
from articles.texts.manuscripts import part_order
from articles.texts.redlines import Paragraph, redline
from articles.workflow import checking

SIGNS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
COLOURS = 6


@dataclass(frozen=True)
class Hand:
    """Somebody who changed the text: a colour, a sign that needs no colour, a name."""

    number: int
    name: str

    @property
    def colour(self):
        return self.number % COLOURS

    @property
    def sign(self):
        return SIGNS[self.number % len(SIGNS)]


@dataclass(frozen=True)
class Slip:
    """One article's. `parts` are (name, paragraphs), whose stretches name their hands."""

    article: Article
    version: Version
    parts: tuple[tuple[str, tuple[Paragraph, ...]], ...]
    hands: tuple[Hand, ...]
    events: tuple[Event, ...]


def slips(articles) -> list[Slip]:
    """In the order of the articles; as many queries for one as for a page of them."""
    articles = list(articles.select_related("publication", "page__issue").defer("page__source"))
    versions = Version.objects.filter(article__in=articles).order_by("article", "number")
    versions = _by_article(versions.select_related("made_by").prefetch_related("photos"))
    events = Event.objects.filter(article__in=articles).order_by("article", "sequence")
    events = _by_article(events.select_related("actor", "version").defer("version__body"))
    return [_slip(each, versions[each.pk], events[each.pk]) for each in articles]


def layers(versions: Sequence[Version]) -> list[Version]:
    """The first of them, and of each person's later versions in a row the last."""
    first, later = versions[0], versions[1:]
    kept = [one for one, next_ in pairwise(later) if one.made_by_id != next_.made_by_id]
    return [first, *kept, *later[-1:]]


def hands(versions: Sequence[Version]) -> dict[int, Hand]:
    """{user: hand} of those who changed the text since the first of the versions."""
    people = dict.fromkeys(version.made_by for version in versions[1:])
    return {person.pk: Hand(number, shown_name(person)) for number, person in enumerate(people)}


def marked_up(versions, manuscripts, hands) -> list[tuple[str, tuple[Paragraph, ...]]]:
    """(part, its paragraphs) of versions laid over each other, in the order of reading."""
    texts = [manuscripts[version.pk] for version in versions]
    makers = [hands[version.made_by_id] for version in versions[1:]]
    return [
        (name, redline([text.part(name) for text in texts], makers)) for name in part_order(texts)
    ]


def _slip(article, versions, events) -> Slip:
    kept, makers = layers(versions), hands(versions)
    texts = {each.pk: checking.manuscript_of_version(each) for each in kept}
    parts = marked_up(kept, texts, makers)
    shown = {
        hand
        for _name, paragraphs in parts
        for paragraph in paragraphs
        for stretch in paragraph.stretches
        for hand in (stretch.added, stretch.removed)
    }
    seen = tuple(hand for hand in makers.values() if hand in shown)
    return Slip(article, versions[-1], tuple(parts), seen, tuple(events))


def _by_article(rows):
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.article_id)}
