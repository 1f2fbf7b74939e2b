"""What reviewers pinned to a text, as its writer gets it once the piece has come back."""

from dataclasses import dataclass

from articles.models import ReviewComment, Status, Version
from articles.texts.manuscripts import Spot
from articles.texts.redlines import follow
from articles.workflow import checking


@dataclass(frozen=True)
class Received:
    """A comment; its paragraph as it read then, and where that stands now, if it still does."""

    comment: ReviewComment
    quote: str
    spot: Spot | None


def received(article) -> list[Received]:
    """The comments on a piece that was returned, in the order of the text, the gone ones last.

    Nothing while the piece is under review: what is said of it then is not finished. Replies are
    the reviewers' own talk and stay with them. A fixed number of queries.
    """
    comments = _comments(article) if article.is_with_its_writer else []
    if not comments:
        return []
    versions = Version.objects.filter(pk__in={comment.version_id for comment in comments})
    texts = {
        version.pk: checking.manuscript_of_version(version)
        for version in versions.prefetch_related("photos")
    }
    now = checking.manuscript_of(article)
    found = [_received(comment, texts[comment.version_id], now) for comment in comments]
    order = {spot: place for place, (spot, _text) in enumerate(now.paragraphs())}
    return sorted(found, key=lambda each: order.get(each.spot, len(order)))


def _comments(article):
    """All that was said up to the last return, and since then while it lies with the writer."""
    returned = article.events.filter(action="return").order_by("-sequence").first()
    if returned is None:
        return []
    comments = article.reviewcomments.select_related("by", "version").defer("version__body")
    if article.status != Status.RETURNED:
        comments = comments.filter(at__lte=returned.at)
    return list(comments)


def _received(comment, then, now):
    here = follow(then.part(comment.part), now.part(comment.part)).get(comment.paragraph)
    spot = None if here is None else Spot(comment.part, here)
    return Received(comment, then.at(comment.spot) or "", spot)
