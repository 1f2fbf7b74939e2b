"""`manage.py correct`: the command line's door to corrections, with the admin's rules."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Photo
from tests.builders import page_of, print_article


@pytest.fixture
def article(cast, issue):
    return print_article(cast, page_of(issue), "published", body="大桥全长三百米。\n明天通车。")


def correct(article, action, by, **words):
    call_command("correct", article.number, action, by=by.username, **words)
    article.refresh_from_db()


def write(article, by, **words):
    said = {"wrong": "三百米", "right": "三百二十米", "note": "全长应为三百二十米。"}
    correct(article, "write", by, **said | words)


def test_a_correction_is_written_by_one_and_issued_by_another(cast, article, capsys):
    write(article, cast.dan)
    assert "三百米" in article.live_version.body
    correct(article, "issue", cast.cui, opinion="已核对。")
    assert article.live_version.body == "大桥全长三百二十米。\n明天通车。"
    assert article.number in capsys.readouterr().out


def test_who_wrote_it_does_not_issue_it(cast, article):
    write(article, cast.cui)
    with pytest.raises(CommandError):
        correct(article, "issue", cast.cui, opinion="已核对。")
    assert article.corrections.get().is_open


@pytest.mark.parametrize("wrong", ["", "没有的字", "。"])
def test_words_that_do_not_stand_there_just_once_are_refused(cast, article, wrong):
    with pytest.raises(CommandError, match="一次"):
        write(article, cast.dan, wrong=wrong)
    assert not article.corrections.exists()


def test_a_second_writing_goes_on_with_the_open_one(cast, article):
    write(article, cast.dan)
    write(article, cast.de, wrong="明天", right="后天")
    assert article.corrections.get().body == "大桥全长三百二十米。\n后天通车。"


def test_a_dropped_one_cannot_be_issued(cast, article):
    write(article, cast.dan)
    correct(article, "drop", cast.dan)
    with pytest.raises(CommandError):
        correct(article, "issue", cast.cui, opinion="已核对。")


def test_the_words_may_stand_in_a_caption(cast, article):
    for position, caption in enumerate(("图为引桥。", "大桥长三百一十米。")):
        Photo.objects.create(article=article, position=position, caption=caption)
    write(article, cast.dan, wrong="引桥", right="匝道")
    write(article, cast.dan, wrong="三百一十米", right="三百二十米")
    correct(article, "issue", cast.cui, opinion="已核对。")
    shown = article.live_version.photos.order_by("position").values_list("caption", flat=True)
    assert list(shown) == ["图为匝道。", "大桥长三百二十米。"]
    assert "三百米" in article.live_version.body


def test_words_in_a_caption_and_in_the_text_are_refused(cast, article):
    Photo.objects.create(article=article, position=0, caption="大桥全长三百米。")
    with pytest.raises(CommandError, match="一次"):
        write(article, cast.dan)


def test_a_reporter_writes_none(cast, article):
    with pytest.raises(CommandError):
        write(article, cast.rui)
    assert not article.corrections.exists()


def test_an_article_that_is_not_there_is_named(cast):
    with pytest.raises(CommandError, match="2026-999999"):
        call_command("correct", "2026-999999", "drop", by=cast.dan.username)
