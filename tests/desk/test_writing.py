"""A piece from the first line to the signature, as its writer sees it."""

import pytest
from django.urls import reverse

from articles.models import Article, Credit, Reporter, Status
from tests.builders import go
from tests.desk.conftest import TEXTS, press, save, write

pytestmark = pytest.mark.once


def page(writer, article):
    return writer.client.get(reverse("desk:piece", args=[article.number])).content.decode()


def test_a_reporter_writes_a_draft(rui, publication):
    article = write(rui, publication)
    assert (article.status, article.owner, article.origin) == (Status.DRAFT, rui.user, "web")
    assert article.body == TEXTS["body"]
    assert sorted(article.tags.names()) == ["民生", "老城区"]


def test_the_writer_is_credited_unasked_and_correspondents_by_name(rui, publication):
    article = write(rui, publication)
    credits = article.credits.values_list("role", "reporter__name")
    assert list(credits) == [
        ("reporter", "芮文"),
        ("correspondent", "张小溪"),
        ("correspondent", "李文石"),
    ]


def test_the_first_version_holds_text_and_credits(rui, publication):
    version = write(rui, publication).versions.get()
    assert version.headline == TEXTS["headline"]
    assert [credit.name for credit in version.credits.all()] == ["芮文", "张小溪", "李文石"]


def test_a_correspondent_known_by_another_name_is_the_same_person(rui, publication):
    known = Reporter.objects.create(name="张溪")
    known.aliases.create(name="张小溪")
    article = write(rui, publication, correspondents="张小溪")
    assert article.credits.get(role="correspondent").reporter == known


def test_a_draft_needs_a_headline_and_keeps_the_text(rui, publication):
    data = {"publication": publication.pk, **TEXTS, "headline": " 　 "}
    answer = rui.client.post(reverse("desk:new"), data)
    assert not Article.objects.exists()
    assert "工人们轮班作业" in answer.content.decode()


def test_pasted_text_is_made_one_paragraph_a_line(rui, publication):
    body = "　　第一段。\r\n\r\n##小标题\r\n＞按语\r\n\t第二段。\u200b\r\n"
    assert write(rui, publication, body=body).body == "第一段。\n## 小标题\n> 按语\n第二段。"


def test_writing_and_submitting_are_one_button(rui, publication):
    assert write(rui, publication, submit="yes").status == Status.FIRST_REVIEW


def test_a_submission_that_is_refused_still_saves(rui, publication):
    article = write(rui, publication, body="", submit="yes")
    assert article.status == Status.DRAFT
    assert "稿件没有正文" in page(rui, article)


def test_submitted_returned_mended_and_submitted_again(rui, publication, cast):
    article = write(rui, publication)
    press(rui, article, "submit")
    go(article, "return", cast.de, reason="facts", opinion="请核对户数。")
    shown = page(rui, article)
    assert "请核对户数。" in shown
    assert "事实待核" in shown
    save(rui, article, deck="二千户居民受益")
    press(rui, article, "submit")
    article.refresh_from_db()
    assert (article.status, article.round) == (Status.FIRST_REVIEW, 2)


def test_the_list_shows_why_a_piece_came_back(rui, publication, cast):
    article = write(rui, publication, submit="yes")
    go(article, "return", cast.de, reason="facts", opinion="请核对户数。")
    shown = rui.client.get(reverse("desk:home")).content.decode()
    assert "请核对户数。" in shown
    assert "责任编辑" in shown


def test_tags_changed_after_the_return_do_not_hide_its_reason(rui, publication, cast):
    article = write(rui, publication, submit="yes")
    go(article, "return", cast.de, reason="facts", opinion="请核对户数。")
    save(rui, article, tags="供水")
    assert list(article.tags.names()) == ["供水"]
    assert "请核对户数。" in rui.client.get(reverse("desk:home")).content.decode()


def test_opinions_of_those_who_passed_it_are_shown(rui, publication, cast):
    article = write(rui, publication, submit="yes")
    go(article, "pass_first", cast.de, opinion="条理清楚。")
    shown = page(rui, article)
    assert "条理清楚。" in shown
    assert "责任编辑" in shown


def test_nobodys_login_is_shown(rui, publication, cast):
    cast.de.username = "login-of-the-editor"
    cast.de.save()
    article = write(rui, publication, submit="yes")
    go(article, "pass_first", cast.de)
    assert "login-of-the-editor" not in page(rui, article)


def test_a_published_piece_links_to_its_public_page(rui, publication, cast):
    article = write(rui, publication, submit="yes")
    for action, name in [
        ("pass_first", "de"),
        ("pass_second", "sun"),
        ("sign_off", "chen"),
        ("publish", "chen"),
    ]:
        go(article, action, getattr(cast, name))
    link = f'href="{article.get_absolute_url()}"'
    assert link in page(rui, article)
    assert link in rui.client.get(reverse("desk:home")).content.decode()


def test_the_submitter_recalls_before_the_first_review(rui, publication):
    article = write(rui, publication, submit="yes")
    press(rui, article, "recall")
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_after_the_first_review_nothing_can_be_recalled(rui, publication, cast):
    article = write(rui, publication, submit="yes")
    go(article, "pass_first", cast.de)
    answer = press(rui, article, "recall")
    article.refresh_from_db()
    assert article.status == Status.SECOND_REVIEW
    assert "不能" in answer.content.decode()


def test_what_an_editor_submitted_the_writer_cannot_recall(rui, publication, cast):
    article = write(rui, publication)
    go(article, "submit", cast.de)
    shown = page(rui, article)
    press(rui, article, "recall")
    article.refresh_from_db()
    assert article.status == Status.FIRST_REVIEW
    assert "disabled" in shown
    assert "只有送审人" in shown


@pytest.mark.parametrize("status", ["first_review", "second_review", "final_review", "approved"])
def test_the_writer_cannot_write_on_after_submitting(rui, publication, cast, status):
    article = write(rui, publication, submit="yes")
    road = {"second_review": 1, "final_review": 2, "approved": 3}.get(status, 0)
    for action, name in [("pass_first", "de"), ("pass_second", "sun"), ("sign_off", "chen")][:road]:
        go(article, action, getattr(cast, name))
    answer = save(rui, article, body="偷偷改过的正文。")
    article.refresh_from_db()
    assert (answer.status_code, article.status) == (409, status)
    assert article.body == TEXTS["body"]
    assert "偷偷改过的正文。" in answer.content.decode()


def test_the_form_does_not_open_while_others_review(rui, publication):
    article = write(rui, publication, submit="yes")
    answer = rui.client.get(reverse("desk:edit", args=[article.number]))
    assert answer.status_code == 302


def test_saving_without_a_change_makes_no_version(rui, publication):
    article = write(rui, publication)
    save(rui, article)
    assert (article.versions.count(), article.events.count()) == (1, 1)


def test_credits_can_be_changed_and_the_writer_stays(rui, publication):
    article = write(rui, publication)
    save(rui, article, colleagues="王 芳", correspondents="李文石")
    names = list(article.credits.values_list("role", "reporter__name"))
    assert names == [("reporter", "芮文"), ("reporter", "王芳"), ("correspondent", "李文石")]


def test_a_credited_namesake_stays_the_same_person(rui, publication):
    article = write(rui, publication, correspondents="")
    Reporter.objects.create(name="张伟", unit="城关镇")
    second = Reporter.objects.create(name="张伟", unit="溪东镇")
    Credit.objects.create(article=article, reporter=second, role="correspondent", position=100)
    save(rui, article, correspondents="张伟、李文石")
    assert article.credits.filter(reporter=second).exists()


def test_a_credit_that_the_form_does_not_show_is_left_alone(rui, publication):
    article = write(rui, publication)
    editor = Reporter.objects.create(name="任编")
    Credit.objects.create(article=article, reporter=editor, role="editor", position=400)
    save(rui, article, correspondents="")
    roles = article.credits.values_list("role", flat=True)
    assert list(roles) == ["reporter", "editor"]


def test_a_locked_piece_tells_its_writer_what_the_writer_can_do(rui, publication, cast):
    article = write(rui, publication, submit="yes")
    page = rui.client.get(reverse("desk:piece", args=[article.number])).content.decode()
    assert "请先撤回送审，然后接着写。" in page
    go(article, "pass_first", cast.de)
    page = rui.client.get(reverse("desk:piece", args=[article.number])).content.decode()
    assert "请编辑退回，退回后才能修改。" in page
