"""What reviewers pinned to a text, as its writer gets it once the piece has come back."""

from dataclasses import dataclass

from django.db.models import Prefetch

from articles.models import CommentReply, ProofMark, ReviewComment, Status, Version
from articles.texts.manuscripts import Spot
from articles.texts.redlines import follow
from articles.workflow import checking


@dataclass(frozen=True)
class Received:
    """A comment or a proof mark; its paragraph as it read then, and where that stands now.

    `spot` is None where the paragraph has gone.
    """

    said: ReviewComment | ProofMark
    quote: str
    spot: Spot | None

    @property
    def answers(self) -> list[CommentReply]:
        """What the writer has answered to a comment."""
        return getattr(self.said, "answers", [])


def received(article) -> list[Received]:
    """What was said of a piece that was returned, in the order of the text, the gone ones last.

    Nothing while the piece is under review: what is said of it then is not finished. Of the replies
    only the writer's own: the rest is reviewers' talk. A fixed number of queries.
    """
    pinned = _pinned(article) if article.is_with_its_writer else []
    if not pinned:
        return []
    versions = Version.objects.filter(pk__in={each.version_id for each in pinned})
    texts = {
        version.pk: checking.manuscript_of_version(version)
        for version in versions.prefetch_related("photos")
    }
    now = checking.manuscript_of(article)
    found = [_received(each, texts[each.version_id], now) for each in pinned]
    order = {spot: place for place, (spot, _text) in enumerate(now.paragraphs())}
    return sorted(found, key=lambda each: order.get(each.spot, len(order)))


def _pinned(article):
    """All that was said up to the last return, and since then while it lies with the writer."""
    returned = article.events.filter(action="return").order_by("-sequence").first()
    if returned is None:
        return []
    found = []
    own = Prefetch("replies", CommentReply.objects.filter(by=article.owner_id), to_attr="answers")
    comments = article.reviewcomments.prefetch_related(own)
    for rows in (comments, article.proofmarks.filter(voided_at=None)):
        rows = rows.select_related("by").order_by("pk")
        if article.status != Status.RETURNED:
            rows = rows.filter(at__lte=returned.at)
        found += rows
    return found


def _received(said, then, now):
    here = follow(then.part(said.part), now.part(said.part)).get(said.paragraph)
    spot = None if here is None else Spot(said.part, here)
    return Received(said, then.at(said.spot) or "", spot)
