"""The index holds nothing that readers may not see, and a stale index shows nothing of it."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import search
from articles.models import Article, SearchEntry
from tests.builders import behind_the_rules, go, page_of, print_article

SECRET = "秘而未宣的标题"


@pytest.fixture
def executed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_publishing_makes_it_found_and_withdrawing_takes_it_out(cast, issue, executed):
    with executed():
        article = print_article(cast, page_of(issue), "approved", headline=SECRET)
    assert not SearchEntry.objects.exists()
    with executed():
        go(article, "publish", cast.chen)
    assert search.find(SECRET).hits == (article.pk,)
    with executed():
        go(article, "withdraw", cast.chen)
    assert search.find(SECRET).total == 0
    assert not SearchEntry.objects.exists()


def test_the_working_copy_is_not_searched(live):
    article = live("已刊标题", "")
    Article.objects.filter(pk=article.pk).update(headline=SECRET)
    search.rebuild()
    assert search.find(SECRET).total == 0


def test_an_index_behind_the_times_shows_nothing_withdrawn(live):
    article = live(SECRET, "")
    behind_the_rules(pk=article.pk).update(status="withdrawn", live_version=None)
    assert search.find(SECRET) == search.Results(0, ())
    assert search.drift() == {article.pk}


def test_what_is_under_embargo_is_not_counted(live):
    article = live(SECRET, "")
    tomorrow = timezone.now() + timedelta(days=1)
    Article.objects.filter(pk=article.pk).update(embargo_until=tomorrow)
    assert search.find(SECRET).total == 0


def test_refreshing_twice_changes_nothing(live, django_assert_max_num_queries):
    article = live("通车", "")
    with django_assert_max_num_queries(4):
        search.refresh([article.pk])
    assert search.find("通车").total == 1


def test_a_new_live_version_replaces_the_old_text(live, cast):
    article = live("旧标题", "")
    version = article.versions.create(
        number=2, round=1, headline="新标题", sha256="2", made_by=cast.de
    )
    Article.objects.filter(pk=article.pk).update(live_version=version)
    search.refresh([article.pk])
    assert search.find("旧标题").total == 0
    assert search.find("新标题").hits == (article.pk,)


def test_rebuilding_mends_a_lost_index(live, capsys):
    pks = {live(f"通车{number}", "").pk for number in range(3)}
    SearchEntry.objects.all().delete()
    with pytest.raises(CommandError):
        call_command("rebuild_search", check=True)
    call_command("rebuild_search")
    call_command("rebuild_search", check=True)
    assert set(search.find("通车").hits) == pks
