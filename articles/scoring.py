"""Verified pages as samples: given out as text and labels, and read anew to score the parser."""

import io
import json
import zipfile
from collections import defaultdict

from django.db.models import Exists, OuterRef

from articles import labelling, parsing
from articles.models import Article, Page, Status
from articles.parsing.measures import Score, score
from articles.parsing.page_json import page_to_json

# States in which nobody has vouched for the text yet.
UNCHECKED = (Status.DRAFT, Status.IMPORTED, Status.RETURNED)


def verified_pages():
    """Pages with labels that came out as articles, all of which were verified."""
    own = Article.objects.filter(page=OuterRef("pk"))
    pages = Page.objects.filter(Exists(own), ~Exists(own.filter(status__in=UNCHECKED)))
    return pages.filter(run__isnull=False).select_related("run", "issue__publication")


def is_verified(page):
    return verified_pages().filter(pk=page.pk).exists()


def golden_pair(page):
    """(text, labels as JSON text) in the form of the labelled pages that tests use."""
    record = labelling.record_of(page, page.run)
    return page.text, json.dumps(page_to_json(record), ensure_ascii=False, indent=1) + "\n"


def golden_zip(page):
    """Both files of a golden pair as the bytes of a zip archive."""
    text, labels = golden_pair(page)
    stem = f"{page.issue.publication.slug}_{page.issue.date}_{page.sequence:02}"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{stem}.txt", text.encode())
        archive.writestr(f"{stem}.json", labels.encode())
    return packed.getvalue()


def score_pages(pages):
    """{(publication, "2026-11"): Score} of what the present parser makes of verified pages."""
    scores = defaultdict(Score)
    for page in pages.order_by("issue__publication__slug", "issue__date").iterator():
        month = f"{page.issue.date:%Y-%m}"
        truth = labelling.record_of(page, page.run)
        scores[page.issue.publication, month] += score(truth, parsing.parse_page(page.text))
    return dict(scores)
