"""Corrections at the editors' door: typed text is never lost, closed buttons say why."""

import pytest
from django.urls import reverse

from articles.models import Correction
from articles.models.version import TEXT_FIELDS
from articles.refusals import Refused
from articles.workflow import auditing, correcting
from tests.builders import bring, web_article
from tests.workflow.test_corrections import WORDS


@pytest.fixture
def article(cast, publication):
    return web_article(cast, publication, "published")


def new_address(article):
    return reverse("admin:articles_article_correct", args=[article.pk])


def address_of(correction):
    return reverse("admin:articles_article_correction", args=[correction.article_id, correction.pk])


def typed(article, **fields):
    texts = {name: getattr(article, name) for name in TEXT_FIELDS}
    return {"seen": 1, "severity": "minor", **texts, **WORDS, **fields}


def test_one_writes_and_another_issues(client, cast, article):
    client.force_login(cast.dan)
    client.post(new_address(article), typed(article, seen=article.revision, body="改正后的正文。"))
    correction = Correction.objects.get()
    page = client.get(address_of(correction)).content.decode()
    assert "<del>" in page
    client.force_login(cast.cui)
    client.post(address_of(correction), {"issue": "1", "seen": 1, "opinion": "已核对。"})
    article.refresh_from_db()
    assert article.live_version.body == "改正后的正文。"


def as_browsers_send(text):
    return text.replace("\n", "\r\n")


def test_a_form_that_comes_back_as_it_was_changes_nothing(client, cast, publication):
    article = web_article(cast, publication)
    article.photos.create(caption="桥头。\n剪彩。")
    bring(article, "published", cast)
    assert "\n" in article.body
    client.force_login(cast.dan)
    sent = typed(article, seen=article.revision, body=as_browsers_send(article.body))
    client.post(new_address(article), sent | {"caption1": "桥头。\r\n剪彩。"})
    correction = Correction.objects.get()
    assert correction.body == article.body
    assert correction.captions == ["桥头。\n剪彩。"]


def test_the_text_is_cleaned_as_in_the_article_s_own_form(client, cast, article):
    client.force_login(cast.dan)
    body = "改\u200b正后的正文。\r\n\r\n第二段。\r\n"
    client.post(new_address(article), typed(article, seen=article.revision, body=body))
    assert Correction.objects.get().body == "改正后的正文。\n第二段。"


def test_the_writer_is_told_why_the_button_is_missing(client, cast, article):
    correction = correcting.open_correction(article, by=cast.cui, **WORDS, body="改。")
    client.force_login(cast.cui)
    page = client.get(address_of(correction))
    assert page.context["issue_refusal"].rule == "separation"
    client.post(address_of(correction), {"issue": "1", "seen": 1, "opinion": "我自己签。"})
    article.refresh_from_db()
    assert article.live_version.body != "改。"


def test_a_stale_form_keeps_what_was_typed(client, cast, article):
    correction = correcting.open_correction(article, by=cast.dan, **WORDS, body="甲。")
    correcting.write(correction, by=cast.de, revision=1, body="乙。")
    client.force_login(cast.dan)
    page = client.post(address_of(correction), typed(article, body="丙。")).content.decode()
    assert "丙。" in page
    correction.refresh_from_db()
    assert correction.body == "乙。"


def test_a_reader_of_the_record_sees_it_and_changes_nothing(client, cast, article):
    correction = correcting.open_correction(article, by=cast.dan, **WORDS, body="甲。")
    client.force_login(cast.ao)
    assert client.get(address_of(correction)).status_code == 200
    client.post(address_of(correction), typed(article, body="丙。"))
    client.post(address_of(correction), {"drop": "1", "seen": 1})
    correction.refresh_from_db()
    assert (correction.body, correction.state) == ("甲。", "open")


def test_a_correction_of_another_article_is_not_found_under_this_one(
    client, cast, publication, article
):
    other = web_article(cast, publication, "published")
    correction = correcting.open_correction(other, by=cast.dan, **WORDS, body="甲。")
    client.force_login(cast.dan)
    wrong = reverse("admin:articles_article_correction", args=[article.pk, correction.pk])
    assert client.get(wrong).status_code == 404


def test_a_caption_is_corrected_like_the_text(client, cast, publication):
    article = web_article(cast, publication)
    for caption in ("图为张三。", "图为大桥。"):
        article.photos.create(caption=caption)
    bring(article, "published", cast)
    before = article.live_version
    client.force_login(cast.dan)
    assert "图为张三。" in client.get(new_address(article)).content.decode()
    captions = {"caption1": "图为张山。", "caption2": "图为大桥。"}
    client.post(new_address(article), typed(article, seen=article.revision) | captions)
    correction = Correction.objects.get()
    page = client.get(address_of(correction))
    assert [label for label, _rows in page.context["changes"]] == ["图片说明 1"]
    assert "图为张三。" in client.get(article.get_absolute_url()).content.decode()
    client.force_login(cast.cui)
    client.post(address_of(correction), {"issue": "1", "seen": 1, "opinion": "已核对。"})
    shown = client.get(article.get_absolute_url()).content.decode()
    assert "图为张山。" in shown
    assert "图为张三。" not in shown
    assert before.photos.first().caption == "图为张三。"
    assert list(auditing.audit()) == []


def test_a_correction_that_changes_neither_text_nor_caption_is_not_issued(cast, publication):
    article = web_article(cast, publication)
    article.photos.create(caption="图为大桥。")
    bring(article, "published", cast)
    made = correcting.open_correction(article, by=cast.dan, **WORDS)
    with pytest.raises(Refused) as refused:
        correcting.issue(made, by=cast.cui, revision=made.revision, opinion="同意。")
    assert refused.value.refusal.rule == "unchanged"
