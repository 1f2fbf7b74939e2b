"""Published text changes only by a correction, written by one and signed by another."""

import pytest

from articles.models import Article, Correction, Credit, Photo, Reporter
from articles.refusals import Refused
from articles.workflow import auditing, correcting
from articles.workflow.standing import standing_of
from tests.builders import bring, go, web_article, web_draft

WORDS = {
    "kind": "correction",
    "wrong": "把“西岸”写成“东岸”。",
    "right": "应为“西岸”。",
    "note": "本文第二段“东岸”应为“西岸”，特此更正。",
}


def rule_of(refused):
    return refused.value.refusal.rule


@pytest.fixture
def article(cast, publication):
    return web_article(cast, publication, "published")


def opened(article, by, **fields):
    return correcting.open_correction(article, by=by, **WORDS | {"body": "改正后的正文。"} | fields)


def issued(correction, by, opinion="已核对。"):
    return correcting.issue(correction, by=by, revision=correction.revision, opinion=opinion)


def test_readers_get_the_corrected_text_only_once_it_is_issued(cast, article):
    before = article.live_version
    correction = opened(article, cast.dan)
    article.refresh_from_db()
    assert (article.live_version, article.body) == (before, before.body)
    event = issued(correction, cast.cui)
    article.refresh_from_db()
    assert article.live_version.body == article.body == "改正后的正文。"
    assert article.signed_version == article.live_version == event.version
    assert (event.action, event.from_status, event.to_status) == ("correct",) + ("published",) * 2


def test_both_versions_stay(cast, article):
    before = article.live_version
    issued(opened(article, cast.dan), cast.cui)
    assert article.versions.filter(pk=before.pk).exists()
    assert article.versions.count() == 2


@pytest.mark.parametrize("part", ["headline", "body"])
def test_a_correction_takes_neither_headline_nor_text_away(cast, article, part):
    with pytest.raises(Refused) as refused:
        opened(article, cast.dan, **{part: " \u3000"})
    assert rule_of(refused) == "words"
    correction = opened(article, cast.dan)
    with pytest.raises(Refused) as refused:
        correcting.write(correction, by=cast.dan, revision=1, **{part: ""})
    assert rule_of(refused) == "words"


def test_the_writer_does_not_sign(cast, article):
    correction = opened(article, cast.cui)
    with pytest.raises(Refused) as refused:
        issued(correction, cast.cui)
    assert rule_of(refused) == "separation"


def test_whoever_changed_it_last_does_not_sign_either(cast, article):
    correction = opened(article, cast.dan)
    changed = correcting.write(correction, by=cast.cui, revision=1, body="又改了一处。")
    with pytest.raises(Refused) as refused:
        issued(changed, cast.cui)
    assert rule_of(refused) == "separation"
    issued(changed, cast.chen)


def test_who_took_its_photo_does_not_sign_either(cast, publication):
    draft = web_draft(publication, cast.rui)
    person = Reporter.objects.create(name="崔远", user=cast.cui)
    photo = Photo.objects.create(article=draft, caption="大桥。")
    Credit.objects.create(photo=photo, reporter=person, role="photographer")
    article = bring(draft, "published", cast)
    with pytest.raises(Refused) as refused:
        issued(opened(article, cast.dan), cast.cui)
    assert rule_of(refused) == "separation"


@pytest.mark.parametrize(
    ("kind", "signers"),
    [
        ("erratum", {"shen", "cui"}),
        ("correction", {"cui"}),
        ("clarification", {"cui"}),
        ("update", {"cui"}),
    ],
)
def test_each_kind_has_its_signers(kind, signers, cast, article):
    correction = opened(article, cast.dan, kind=kind)
    able = {
        name
        for name in ("rui", "de", "pei", "shen", "cui", "ao", "root")
        if correcting.issue_refusal(correction, standing_of(article, getattr(cast, name))) is None
    }
    assert able == signers


@pytest.mark.parametrize("name", ["rui", "pei", "ao", "root"])
def test_only_editors_write_corrections(name, cast, article):
    with pytest.raises(Refused) as refused:
        opened(article, getattr(cast, name))
    assert rule_of(refused) == "role"


@pytest.mark.parametrize("missing", ["wrong", "right", "note"])
def test_it_says_what_was_wrong_what_is_right_and_what_readers_are_told(missing, cast, article):
    with pytest.raises(Refused) as refused:
        opened(article, cast.dan, **{missing: "  "})
    assert rule_of(refused) == "words"


def test_only_one_is_open_at_a_time(cast, article):
    opened(article, cast.dan)
    with pytest.raises(Refused) as refused:
        opened(article, cast.de)
    assert rule_of(refused) == "open_correction"


def test_a_dropped_one_makes_room_and_stays_on_record(cast, article):
    correction = opened(article, cast.dan)
    correcting.drop(correction, by=cast.dan, revision=1)
    opened(article, cast.de)
    assert Correction.objects.filter(state="dropped").count() == 1


def test_two_who_write_at_once_are_told(cast, article):
    correction = opened(article, cast.dan)
    correcting.write(correction, by=cast.de, revision=1, body="甲")
    with pytest.raises(Refused) as refused:
        correcting.write(correction, by=cast.dan, revision=1, body="乙")
    assert rule_of(refused) == "stale"


def test_an_unchanged_text_is_not_issued(cast, article):
    correction = opened(article, cast.dan, body=article.body)
    with pytest.raises(Refused) as refused:
        issued(correction, cast.cui)
    assert rule_of(refused) == "unchanged"


def test_signing_needs_an_opinion(cast, article):
    with pytest.raises(Refused) as refused:
        issued(opened(article, cast.dan), cast.cui, opinion=" ")
    assert rule_of(refused) == "opinion"


def test_a_withdrawn_article_is_not_corrected(cast, article):
    correction = opened(article, cast.dan)
    go(article, "withdraw", cast.chen)
    with pytest.raises(Refused) as refused:
        issued(correction, cast.cui)
    assert rule_of(refused) == "state"
    assert not Article.objects.published().exists()


def test_the_correction_of_an_article_withdrawn_meanwhile_can_be_given_up(cast, article):
    correction = opened(article, cast.dan)
    go(article, "withdraw", cast.chen)
    with pytest.raises(Refused):
        correcting.drop(correction, by=cast.rui, revision=correction.revision)
    correcting.drop(correction, by=cast.dan, revision=correction.revision)
    correction.refresh_from_db()
    assert not correction.is_open


def test_a_corrected_article_passes_the_audit(cast, article):
    issued(opened(article, cast.dan), cast.cui)
    assert list(auditing.audit()) == []
