"""The newsroom's own papers: nothing of what is written beside the articles ever reaches readers.

Every text field of every model is filled with one word, but for those that readers are meant to
read; then every public address is read for the word.
"""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, Autosave, ReviewComment, Suggestion
from tests.access.samples import make
from tests.access.test_markup import poison
from tests.public.addresses import all_addresses

WORD = "内部机密二字"
# Model.field, or Model alone: what readers read.
PUBLIC = {
    "Publication",
    "Section.name",
    "Reporter.name",
    "Reporter.unit",
    "Tag.name",
    "Page.name",
    "Page.staff",
    "Version",
    "VersionCredit",
    "VersionPhoto",
    "Article.public_notice",
    # Made from the live versions.
    "SearchEntry",
    "SearchPlace",
}


def test_no_word_beside_the_articles_reaches_readers(cast, publication, issue):
    samples = make(cast, publication, issue)
    _more_papers(cast, samples)
    taken = poison(WORD, but=PUBLIC)
    assert {name.partition(".")[0] for name in taken} >= {
        "Article",
        "Assignment",
        "AssignmentNote",
        "Correction",
        "ErrorReport",
        "Event",
        "HouseTerm",
        "ProofMark",
        "ReviewComment",
        "Suggestion",
    }
    reader, insider = Client(), Client()
    insider.force_login(cast.rui)
    found = []
    for address in all_addresses():
        if address.startswith("/reports/"):
            continue  # a receipt, for whoever wrote the report
        for client in (reader, insider):
            answer = client.get(address)
            text = "" if answer.streaming else answer.content.decode("utf-8", "replace")
            if WORD in text or WORD in str(answer.headers):
                found.append(address)
    assert found == []


def _more_papers(cast, samples):
    article = Article.objects.get(pk=samples["article"])
    made = {"mark": uuid4(), "fields": {"body": WORD}, "at": timezone.now()}
    Autosave.objects.create(writer=cast.rui, article=article, **made)
    for live in Article.objects.exclude(live_version=None):
        place = {"version": live.live_version, "part": "body", "paragraph": 0}
        ReviewComment.objects.create(article=live, by=cast.de, kind="must", text=WORD, **place)
        Suggestion.objects.create(article=live, kind="tag", text=WORD)


@pytest.mark.parametrize(
    "header", ["X-Forwarded-Host", "X-Original-URL", "X-Rewrite-URL", "Forwarded"]
)
def test_no_header_of_a_stranger_gets_into_a_page(header, client, cast, publication, issue):
    make(cast, publication, issue)
    for address in all_addresses():
        answer = client.get(address, headers={header: "evil.example"})
        if not answer.streaming:
            assert "evil.example" not in answer.content.decode("utf-8", "replace")
        assert "evil.example" not in str(answer.headers)


def test_a_site_answers_to_no_other_name(client, cast, publication, issue):
    make(cast, publication, issue)
    statuses = {
        address: client.get(address, headers={"Host": "evil.example"}).status_code
        for address in [*all_addresses(), "/nowhere/", "/login/", "/admin/"]
    }
    assert set(statuses.values()) == {400}, statuses
