"""Verified pages as samples: given out as text and labels, and read anew to score the parser."""

import hashlib
import io
import json
import zipfile
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from articles import parsing
from articles.labelling import layouts, relabelling
from articles.models import Article, Page, Status
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.measuring import baseline
from articles.parsing.measuring.measures import Score, score

# States in which nobody has vouched for the text yet.
UNCHECKED = (Status.DRAFT, Status.IMPORTED, Status.RETURNED)


def verified_pages():
    """Pages with labels that came out as articles, all of which were verified."""
    own = Article.objects.filter(page=OuterRef("pk"))
    # A piece that another article took in is verified there.
    unchecked = Q(joined_to=None, status__in=UNCHECKED) | Q(joined_to__whole__status__in=UNCHECKED)
    pages = Page.objects.filter(Exists(own), ~Exists(own.filter(unchecked)))
    return pages.filter(run__isnull=False).select_related("run", "issue__publication")


def is_verified(page):
    return verified_pages().filter(pk=page.pk).exists()


def golden_pair(page):
    """(text, labels as JSON text) in the form of the labelled pages that tests use."""
    record = relabelling.record_of(page, page.run)
    return page.text, json.dumps(page_to_json(record), ensure_ascii=False, indent=1) + "\n"


def golden_name(page):
    """The name of both files, without the ending."""
    return f"{page.issue.publication.slug}_{page.issue.date}_{page.sequence:02}"


def golden_zip(page):
    """Both files of a golden pair as the bytes of a zip archive."""
    text, labels = golden_pair(page)
    stem = golden_name(page)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{stem}.txt", text.encode())
        archive.writestr(f"{stem}.json", labels.encode())
    return packed.getvalue()


@dataclass(frozen=True)
class Scored:
    """One verified page as the present parser reads it; `labels` tells if its truth has changed."""

    page: Page
    labels: str
    score: Score

    @property
    def name(self):
        issue = self.page.issue
        return f"{issue.publication.slug} {issue.date} {self.page.label}"

    @property
    def group(self):
        return self.page.issue.publication, f"{self.page.issue.date:%Y-%m}"


def scored(pages):
    """A Scored for each verified page, paper by paper and day by day."""
    ordered = pages.order_by("issue__publication__slug", "issue__date", "sequence")
    for page in ordered.iterator(chunk_size=20):
        truth = page_to_json(relabelling.record_of(page, page.run))
        found = page_to_json(layouts.parse(page))
        labels = hashlib.sha256(json.dumps(page.run.labels).encode()).hexdigest()[:16]
        yield Scored(page, labels, score(truth, found))


def per_month(pages):
    """{(publication, "2026-11"): Score} of what the present parser makes of verified pages."""
    scores = defaultdict(Score)
    for found in pages:
        scores[found.group] += found.score
    return dict(scores)


def kept(pages):
    """The scores as JSON text: what a later parser is compared with."""
    values = {
        found.name: {"labels": found.labels, "score": baseline.to_json(found.score)}
        for found in pages
    }
    whole = {"parser": parsing.PARSER_VERSION, "pages": values}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def comparable(pages, earlier):
    """(Scored, its earlier Score) of the pages that `earlier` (parsed JSON) has under these labels.

    Raises ValueError for what `kept` did not write.
    """
    known = earlier.get("pages") if isinstance(earlier, dict) else None
    if not isinstance(known, dict):
        raise ValueError("Not a file of scores.")
    for found in pages:
        entry = known.get(found.name)
        if entry and entry["labels"] == found.labels:
            yield found, baseline.from_json(entry["score"])
