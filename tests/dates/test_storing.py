"""Resolved dates beside imported articles: written with them, renewed with their text."""

from datetime import date

import pytest

from articles.intake import importing
from articles.models import DateMention, Issue, PageDoubt, Suggestion
from articles.models.annotation import DateNote, Precision
from articles.parsing.dates import spans
from articles.workflow import annotating
from tests.builders import page_of

STORY = """砚溪日报 2026年11月20日 星期五 第4321期

本报讯（记者陈一诺）11月18日，岚汀县青禾坪镇小学新操场启
用，六百多名学生上了第一堂体育课。近日，家长也来看了。

学校明年3月底前还要建一座图书楼。11月29日举行了运动会。

青禾坪小学新操场启用
"""


def take(page, by):
    return importing.apply_import(importing.plan_import(page), by=by).articles


@pytest.fixture
def article(issue, cast):
    (article,) = take(page_of(issue, source=STORY), cast.de)
    return article


def test_dates_are_stored_where_they_stand(article):
    stored = [(found.text, found.precision) for found in article.dates.all()]
    assert stored[:3] == [("11月18日", "day"), ("近日", "open"), ("明年3月底前", "month")]
    assert all(article.body[d.start : d.end] == d.text for d in article.dates.all())
    assert article.dates.first().first == date(2026, 11, 18)


def test_the_text_itself_is_left_as_printed(article):
    assert article.body.startswith("11月18日，")


def test_a_contradiction_is_a_doubt_at_its_line(article):
    doubt = PageDoubt.objects.get(article=article, kind="date_after_issue")
    assert doubt.line == 6
    assert "11月29日" in doubt.text


def test_a_page_under_the_wrong_issue_is_doubted(publication, cast):
    issue = Issue.objects.create(publication=publication, date=date(2026, 11, 30), number=4329)
    page = page_of(issue, source=STORY)
    take(page, cast.de)
    doubts = PageDoubt.objects.filter(page=page, kind="folio_contradicts_issue")
    assert [doubt.params["text"] for doubt in doubts] == ["2026年11月20日", "星期五", "4321"]


def test_an_issue_without_a_number_takes_the_folios(publication, cast):
    issue = Issue.objects.create(publication=publication, date=date(2026, 11, 20))
    take(page_of(issue, source=STORY), cast.de)
    issue.refresh_from_db()
    assert issue.number == 4321


def test_importing_again_stores_nothing_twice(issue, article, cast):
    before = DateMention.objects.count(), Suggestion.objects.count(), PageDoubt.objects.count()
    take(article.page, cast.dan)
    after = DateMention.objects.count(), Suggestion.objects.count(), PageDoubt.objects.count()
    assert after == before


def test_dates_are_renewed_with_the_text(article):
    type(article).objects.filter(pk=article.pk).update(body="11月19日，操场启用。")
    annotating.renew([article])
    assert [found.text for found in article.dates.all()] == ["11月19日"]


def test_what_somebody_took_outlives_a_renewal(article, cast):
    taken = article.suggestions.first()
    taken.taken_by, taken.taken_at = cast.de, "2026-11-22T08:00:00Z"
    taken.save()
    annotating.renew([article])
    assert article.suggestions.filter(text=taken.text).count() == 1
    assert article.suggestions.get(text=taken.text).taken_by == cast.de


def test_models_and_parser_have_the_same_codes():
    assert set(Precision.values) == {code.value for code in spans.Precision}
    assert {"", *DateNote.values} == {code.value for code in spans.Note}


def test_queries_do_not_grow_with_the_dates(issue, cast, django_assert_max_num_queries):
    take(page_of(issue, source=STORY), cast.de)
    stories = "\n".join(STORY.replace("青禾坪", f"第{number}") for number in range(10))
    # As many as importing takes for a second page, whatever it holds.
    with django_assert_max_num_queries(57):
        take(page_of(issue, label="02", source=stories), cast.de)


def test_a_page_of_nothing_but_dates_is_bounded(issue, cast):
    source = STORY.replace("近日，家长也来看了。", "2月30日，" * 5000 + "今年" * 20_000)
    (article,) = take(page_of(issue, source=source), cast.de)
    assert article.dates.count() <= 1000
    assert PageDoubt.objects.filter(kind="date_impossible").count() <= 20
