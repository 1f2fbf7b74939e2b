"""Who proofread which texts, and the errors that they let pass.

Where an article's proofs are signed apart, it was read by whoever signed them; else by each of its
reviewers, who proofread as they review.
"""

from collections import defaultdict
from collections.abc import Iterator

from articles.models import Event, ProofMark, Version
from articles.workflow import checking
from articles.workflow.moves import PROOFS
from articles.workflow.standing import PASSES

CONTEXT = 8  # characters on both sides by which wrong words are known again


def readers(scope) -> dict[tuple[int, int], list[Event]]:
    """{(person, article): the readings that they signed}, of the articles in scope. One query."""
    signed = Event.objects.filter(article__in=scope.order_by().values("pk"))
    signed = signed.filter(action__in=[*PROOFS, *(PASSES - {"ask_emergency"})])
    fields = ("actor_id", "article_id", "version_id", "action", "at")
    by_article = defaultdict(list)
    for event in signed.order_by().only(*fields).iterator():
        by_article[event.article_id].append(event)
    found = defaultdict(list)
    for article, events in by_article.items():
        proofs = [event for event in events if event.action in PROOFS]
        for event in proofs or events:
            found[event.actor_id, article].append(event)
    return found


def let_pass(scope, readings) -> Iterator[tuple[int, str]]:
    """(person, kind of error) of each mark, once for everyone who had signed a version with it.

    `readings` as `readers` has them. Whoever read before the words were wrong let nothing pass.
    """
    people = defaultdict(list)
    for (person, article), events in readings.items():
        people[article].append((person, events))
    marks = ProofMark.objects.filter(article__in=scope.order_by().values("pk"), voided_at=None)
    texts = _texts(marks)
    for mark in marks.order_by("pk"):
        for person, events in people[mark.article_id]:
            if any(_stood_in(event, mark, texts) for event in events):
                yield person, mark.kind


def _texts(marks):
    """{version: its text} of all that was signed or marked of the marked articles."""
    versions = Version.objects.filter(article__in=marks.order_by().values("article"))
    return {
        version.pk: checking.manuscript_of_version(version)
        for version in versions.prefetch_related("photos")
    }


def _stood_in(event, mark, texts):
    """Whether the wrong words stood in what was signed, before they were marked."""
    if event.at >= mark.at:
        return False
    if event.version_id == mark.version_id:
        return True
    paragraph = texts[mark.version_id].at(mark.spot) or ""
    left = paragraph[max(0, mark.start - CONTEXT) : mark.start]
    right = paragraph[mark.stop : mark.stop + CONTEXT]
    # One side may have been changed since; without either, anything would be alike.
    runs = [left + mark.text] * bool(left) + [mark.text + right] * bool(right)
    signed = texts[event.version_id].part(mark.part)
    return any(run in text for run in runs or [mark.text] for text in signed)
