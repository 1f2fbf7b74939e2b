"""The command line is one more thin door: the same rules, the same refusals."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.builders import page_of, print_article, web_article


def run(*words, **options):
    out, err = StringIO(), StringIO()
    try:
        call_command("move", *words, stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}"
    return out.getvalue(), err.getvalue()


def test_the_command_moves_in_the_name_of_a_login(cast, publication):
    article = web_article(cast, publication, "final_review")
    out, err = run(article.number, "sign_off", by="chen", opinion="同意。")
    assert (article.number in out, err) == (True, "")
    assert article.events.last().actor == cast.chen


@pytest.mark.parametrize(
    ("name", "opinion", "sentence"),
    [
        ("chen", "", "需要"),
        ("dan", "好。", "总编辑"),
        ("root", "好。", "总编辑"),
        ("rui", "好。", "总编辑"),
        ("nobody", "好。", "nobody"),
    ],
)
def test_the_command_refuses_what_the_rules_refuse(name, opinion, sentence, cast, publication):
    article = web_article(cast, publication, "final_review")
    _out, err = run(article.number, "sign_off", by=name, opinion=opinion)
    article.refresh_from_db()
    assert article.status == "final_review"
    assert sentence in err


def test_several_articles_go_together_and_what_was_left_is_named(cast, issue):
    page = page_of(issue)
    good, empty = print_article(cast, page), print_article(cast, page, headline="")
    out, err = run(good.number, empty.number, "verify", by="dan")
    assert good.number in out
    assert empty.number in err


def test_a_time_is_given_as_the_command_s_word(cast, publication):
    article = web_article(cast, publication, "approved")
    moment = timezone.localtime() + timedelta(hours=2)
    run(article.number, "schedule", by="chen", at=f"{moment:%Y-%m-%dT%H:%M}")
    article.refresh_from_db()
    assert article.scheduled_for == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize("at", ["morgen", "2026-13-01", "2099-01-01"])
def test_what_is_no_time_schedules_nothing(at, cast, publication):
    article = web_article(cast, publication, "approved")
    _out, err = run(article.number, "schedule", by="chen", at=at)
    article.refresh_from_db()
    assert (article.status, bool(err)) == ("approved", True)


def test_a_number_that_nobody_has_moves_nothing_at_all(cast, publication):
    article = web_article(cast, publication, "final_review")
    _out, err = run(article.number, "2026-999999", "sign_off", by="chen", opinion="同意。")
    article.refresh_from_db()
    assert article.status == "final_review"
    assert "2026-999999" in err


def test_the_clock_s_move_has_no_place_on_the_command_line(cast, publication):
    article = web_article(cast, publication, "scheduled")
    with pytest.raises(CommandError):
        call_command("move", article.number, "auto_publish", "--by=chen")


def test_signing_with_a_time_schedules_as_well(cast, publication):
    article = web_article(cast, publication, "final_review")
    run(article.number, "sign_off", by="chen", opinion="同意。", at="2099-01-01T08:00")
    article.refresh_from_db()
    assert article.status == "scheduled"


@pytest.mark.parametrize("at", ["2001-01-01T08:00", "2099-01-01"])
def test_a_time_that_cannot_be_signs_nothing(at, cast, publication):
    article = web_article(cast, publication, "final_review")
    _out, err = run(article.number, "sign_off", by="chen", opinion="同意。", at=at)
    article.refresh_from_db()
    assert (article.status, bool(err)) == ("final_review", True)


def test_a_time_that_a_move_does_not_take_is_not_passed_over(cast, publication):
    article = web_article(cast, publication, "approved")
    _out, err = run(article.number, "publish", by="chen", at="2099-01-01T08:00")
    article.refresh_from_db()
    assert (article.status, bool(err)) == ("approved", True)


@pytest.mark.parametrize(
    ("action", "reason", "told"),
    [("return", "", "facts"), ("return", "bored", "facts"), ("sign_off", "facts", "sign_off")],
)
def test_a_reason_that_a_move_does_not_take_is_answered_with_those_it_does(
    action, reason, told, cast, publication
):
    article = web_article(cast, publication, "final_review")
    _out, err = run(article.number, action, by="chen", opinion="请核。", reason=reason)
    article.refresh_from_db()
    assert (article.status, told in err) == ("final_review", True)


def test_a_whole_page_goes_by_its_place(cast, issue):
    page = page_of(issue)
    articles = [print_article(cast, page) for _each in range(2)]
    out, err = run("verify", by="dan", page="yanxi/2026-11-20/01")
    assert ([article.number in out for article in articles], err) == ([True, True], "")


@pytest.mark.parametrize("page", ["yanxi/2026-11-20/99", "yanxi", "yanxi/x/01", "", "///"])
def test_a_page_that_is_not_there_moves_nothing(cast, issue, page):
    _out, err = run("verify", by="dan", page=page)
    assert err
    assert "“”" not in err
