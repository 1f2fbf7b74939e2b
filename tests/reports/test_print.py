"""Print and web owe each other corrections: a task for the next issue, a 更正 read on a page."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.intake import importing
from articles.models import Credit, ErrorReport, Holiday, Issue, PrintTask
from articles.parsing import parse_page
from articles.refusals import Refused
from articles.workflow import correcting, printing
from tests.builders import page_of, print_article, web_article
from tests.workflow.test_corrections import WORDS

NOTICE = """    更　正

    本报十一月二十日01版《桥通车了》一文中，“二十日”应为“二十一日”。特此更正。
"""


@pytest.fixture
def printed(cast, issue):
    return print_article(cast, page_of(issue), "published")


@pytest.fixture
def of_last_week(cast, publication):
    day = timezone.localdate(timezone=publication.zone) - timedelta(days=7)
    return print_article(
        cast, page_of(Issue.objects.create(publication=publication, date=day)), "published"
    )


def corrected(article, cast):
    made = correcting.open_correction(article, by=cast.dan, **WORDS)
    fields = {"body": article.body.replace("第二段", "第三段")}
    correcting.write(made, by=cast.dan, revision=made.revision, **fields)
    made.refresh_from_db()
    correcting.issue(made, by=cast.cui, revision=made.revision, opinion="同意。")
    return made


def test_a_correction_of_a_printed_article_opens_a_task_for_the_next_issue(cast, printed):
    made = corrected(printed, cast)
    task = PrintTask.objects.get()
    assert task.correction == made
    assert task.due > timezone.localdate()


def test_a_correction_of_a_web_article_opens_none(cast, publication):
    corrected(web_article(cast, publication, "published"), cast)
    assert not PrintTask.objects.exists()


def test_the_next_issue_keeps_to_the_paper_s_week_and_its_holidays(publication):
    today = timezone.localdate(timezone=publication.zone)
    publication.publishing_days = str((today + timedelta(days=3)).isoweekday())
    assert printing.next_issue(publication) == today + timedelta(days=3)
    off = today + timedelta(days=3)
    Holiday.objects.create(publication=publication, first=off, last=off, name="休刊")
    assert printing.next_issue(publication) == today + timedelta(days=10)


def test_an_editor_enters_the_day_on_which_it_was_printed_once(client, cast, of_last_week):
    corrected(of_last_week, cast)
    task = PrintTask.objects.get()
    assert "/admin/articles/printtask/?printed=no" in _first_screen(client, cast.de)
    here = f"/admin/articles/printtask/{task.pk}/change/"
    assert WORDS["note"] in client.get(here).content.decode()
    client.post(here, {"on": task.due.isoformat()})
    task.refresh_from_db()
    assert (task.printed_on, task.done_by) == (task.due, cast.de)
    with pytest.raises(Refused, match="同事"):
        printing.mark_printed(task, by=cast.dan, on=task.due)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(-400, "的报纸上就有这处差错"), (-7, "的报纸上就有这处差错"), (2, "的报纸还没有印出来")],
)
def test_no_paper_but_one_after_the_error_has_printed_its_correction(
    client, cast, of_last_week, days, sentence
):
    corrected(of_last_week, cast)
    task = PrintTask.objects.get()
    PrintTask.objects.update(due=timezone.localdate())
    day = timezone.localdate() + timedelta(days=days)
    client.force_login(cast.de)
    answer = client.post(f"/admin/articles/printtask/{task.pk}/change/", {"on": day.isoformat()})
    assert sentence in answer.content.decode()
    task.refresh_from_db()
    with pytest.raises(Refused, match=sentence):
        printing.mark_printed(task, by=cast.de, on=day)
    assert PrintTask.objects.open().exists()


@pytest.mark.parametrize("days", [-6, 0, 1])
def test_any_paper_since_the_error_may_have_printed_it_tomorrow_s_as_well(cast, of_last_week, days):
    corrected(of_last_week, cast)
    task = PrintTask.objects.get()
    printing.mark_printed(task, by=cast.de, on=timezone.localdate() + timedelta(days=days))
    assert not PrintTask.objects.open().exists()


def _first_screen(client, user):
    client.force_login(user)
    return client.get("/admin/").content.decode()


@pytest.mark.parametrize("name", ["rui", "pei", "ao", "root"])
def test_only_editors_enter_what_was_printed(name, cast, printed):
    corrected(printed, cast)
    task = PrintTask.objects.get()
    with pytest.raises(Refused):
        printing.mark_printed(task, by=getattr(cast, name), on=task.due)


def take_in(publication, text, cast):
    later = Issue.objects.create(publication=publication, date=date(2026, 11, 25), number=4326)
    page = page_of(later, source=text)
    record = parse_page(text)
    importing.import_record(page, record, by=cast.de)
    return page


def test_a_printed_notice_proposes_a_correction_of_the_old_article(cast, publication, printed):
    take_in(publication, NOTICE, cast)
    report = ErrorReport.objects.get()
    assert (report.article, report.source) == (printed, "print")
    assert "应为" in report.words
    assert report.notice.page.issue.date == date(2026, 11, 25)


@pytest.mark.parametrize(
    "text",
    [
        NOTICE.replace("桥通车了", "路通车了"),
        NOTICE.replace("十一月二十日", "十一月十九日"),
        NOTICE.replace("更　正", "桥　梁"),
    ],
    ids=["another headline", "another day", "no notice"],
)
def test_what_names_no_live_article_proposes_nothing(text, cast, publication, printed):
    take_in(publication, text, cast)
    assert not ErrorReport.objects.exists()


def test_taking_the_notice_in_again_proposes_nothing_twice(cast, publication, printed):
    page = take_in(publication, NOTICE, cast)
    notice = page.articles.get()
    Credit.objects.filter(article=notice).delete()
    printing.propose_corrections([notice])
    assert ErrorReport.objects.count() == 1
