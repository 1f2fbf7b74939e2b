"""台账: what is out and who wrote it, to the character; whose it is, and what spreadsheets get."""

import csv
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.bylines import ledger, namesakes
from articles.models import Article, Credit, CreditRole, Reporter
from articles.texts.body import length_of
from tests.builders import bring, go, page_of, print_article, web_draft
from tests.desk.conftest import as_, write

YEAR = 2026
BODY = "> 编者按：开栏。\n　本报讯 1 200 户。\n## 昼夜施工\n工人们\xa0轮班。"


def publish(article, cast):
    return bring(article, "published", cast)


def out(person):
    return [
        (each.month, each.role, each.pieces, each.characters)
        for each in ledger.entries(YEAR, person=person)
    ]


@pytest.fixture
def published(rui, publication, cast):
    with time_machine.travel(datetime(2026, 10, 8, 4, tzinfo=UTC)):
        return publish(write(rui, publication, body=BODY, correspondents="张小溪"), cast)


def test_characters_are_counted_as_the_house_counts_them(rui, published):
    assert out(rui.person) == [(10, "reporter", 1, length_of(published.body))]
    assert length_of(published.body) == 26


def test_a_correspondent_has_his_own(published):
    assert out(Reporter.objects.get(name="张小溪"))[0][1:3] == ("correspondent", 1)


def test_a_printed_piece_counts_on_the_day_of_its_paper(rui, cast, issue):
    issue.date = date(2026, 3, 5)
    issue.save()
    article = print_article(cast, page_of(issue))
    Credit.objects.create(article=article, reporter=rui.person, role=CreditRole.REPORTER)
    publish(article, cast)
    assert out(rui.person) == [(3, "reporter", 1, length_of(article.body))]


@pytest.mark.parametrize("status", ["draft", "first_review", "approved"])
def test_what_readers_do_not_see_is_not_counted(rui, publication, cast, status):
    bring(write(rui, publication), status, cast)
    assert out(rui.person) == []


def test_what_is_withdrawn_is_not_paid_for(rui, published, cast):
    go(published, "withdraw", cast.chen)
    assert out(rui.person) == []


def test_merged_records_are_one_persons(rui, published, cast):
    other = Reporter.objects.get(name="张小溪")
    namesakes.merge(other, into=rui.person, by=cast.de)
    assert [entry[1] for entry in out(rui.person)] == ["correspondent", "reporter"]
    assert [account.person for account in ledger.accounts(YEAR)] == [rui.person]


def test_two_merged_records_on_one_piece_in_one_role_are_paid_once(rui, publication, cast):
    with time_machine.travel(datetime(2026, 10, 8, 4, tzinfo=UTC)):
        publish(write(rui, publication, body=BODY, correspondents="张小溪、张溪"), cast)
    one, other = (Reporter.objects.get(name=name) for name in ("张小溪", "张溪"))
    assert [piece.sharers for piece in ledger.pieces(YEAR)] == [3, 3, 3]
    namesakes.merge(other, into=one, by=cast.de)
    assert out(one) == [(10, "correspondent", 1, 26)]
    (account,) = [each for each in ledger.accounts(YEAR) if each.person == one]
    assert (account.characters, account.pieces) == (26, {"correspondent": 1})
    assert [(each.characters, each.sharers) for each in ledger.pieces(YEAR)] == [(26, 2), (26, 2)]
    namesakes.part(Reporter.objects.get(pk=other.pk), by=cast.de)
    assert [out(person)[0][3] for person in (one, other)] == [26, 26]


def test_rates_are_of_what_was_first_submitted_in_the_month(rui, publication, cast):
    with time_machine.travel(datetime(2026, 9, 1, 4, tzinfo=UTC)):
        publish(write(rui, publication), cast)
        bring(write(rui, publication), "returned", cast)
        write(rui, publication)
    with time_machine.travel(datetime(2026, 10, 1, 4, tzinfo=UTC)):
        go(Article.objects.get(status="returned"), "submit", rui.user)
    (rate,) = ledger.rates(YEAR, user=rui.user)
    assert (rate.month, rate.submitted, rate.adopted, rate.returned) == (9, 2, 1, 1)
    assert (rate.adoption, rate.returning) == (50, 50)


def test_the_month_is_that_of_the_papers_clock(rui, publication, cast):
    with time_machine.travel(datetime(2026, 9, 30, 17, tzinfo=UTC)):  # in China it is October
        publish(write(rui, publication), cast)
    assert [month for month, *_rest in out(rui.person)] == [10]
    assert [rate.month for rate in ledger.rates(YEAR, user=rui.user)] == [10]


def test_and_of_the_clock_of_a_paper_elsewhere(rui, publication, cast):
    publication.time_zone = "America/New_York"
    publication.save()
    with time_machine.travel(datetime(2026, 1, 1, 2, tzinfo=UTC)):  # in New York it is 2025
        publish(write(rui, publication), cast)
    assert {piece.day for piece in ledger.pieces(YEAR - 1)} == {date(2025, 12, 31)}
    assert [rate.month for rate in ledger.rates(YEAR - 1, user=rui.user)] == [12]
    assert (out(rui.person), ledger.rates(YEAR, user=rui.user)) == ([], [])


def test_the_page_shows_ones_own(rui, published):
    page = rui.client.get(reverse("desk:ledger"), {"year": YEAR}).content.decode()
    assert "10 月" in page
    assert "26 字" in page
    assert "100%" in page


def test_nobody_sees_anothers(cast, published):
    Reporter.objects.create(name="青文", user=cast.qing)
    client = as_(cast.qing)
    for name in ("ledger", "ledger_csv"):
        answer = client.get(reverse(f"desk:{name}"), {"year": YEAR, "person": 1})
        assert published.headline not in answer.content.decode("utf-8-sig")


def rows(answer):
    return list(csv.reader(answer.content.decode("utf-8-sig").splitlines()))


def test_the_csv_has_a_row_a_credit(rui, published):
    head, row = rows(rui.client.get(reverse("desk:ledger_csv"), {"year": YEAR}))
    assert row == [
        "2026-10-08",
        published.number,
        "老城区水管换新",
        "砚溪日报",
        "",
        "芮文",
        "",
        "记者",
        "26",
        "2",
    ]
    assert len(head) == len(row)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(rui, publication, cast, sign):
    publish(write(rui, publication, headline=f"{sign}HYPERLINK(1)"), cast)
    answer = rui.client.get(reverse("desk:ledger_csv"))
    cells = [cell for row in rows(answer) for cell in row]
    assert f"'{sign}HYPERLINK(1)" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("year", ["", "abc", "99999", "0", "2026.5", "１２３４"])
def test_a_year_that_makes_no_sense_is_this_one(rui, year):
    answer = rui.client.get(reverse("desk:ledger"), {"year": year})
    assert answer.context["year"] == date.today().year


@pytest.mark.parametrize("who", ["sun", "chen"])
def test_section_heads_and_chief_editors_read_everybodys(cast, published, who):
    client = as_(getattr(cast, who))
    page = client.get(reverse("admin:ledger"), {"year": YEAR}).content.decode()
    assert "芮文" in page
    assert "张小溪" in page
    assert len(rows(client.get(reverse("admin:ledger_csv"), {"year": YEAR}))) == 3


@pytest.mark.parametrize("who", ["de", "pei", "ao", "root"])
@pytest.mark.parametrize("name", ["ledger", "ledger_csv"])
def test_nobody_else_does(cast, who, name):
    assert as_(getattr(cast, who)).get(reverse(f"admin:{name}")).status_code == 403


def test_it_asks_as_often_for_twenty_pieces_as_for_two(rui, publication, cast):
    def fill(count):
        for number in range(count):
            person = Reporter.objects.create(name=f"作者{number}")
            article = web_draft(publication, rui.user)
            Credit.objects.create(article=article, reporter=person, role="correspondent")
            publish(article, cast)

    def asked():
        counts = []
        for client, name in ((rui.client, "desk:ledger"), (as_(cast.sun), "admin:ledger")):
            with CaptureQueriesContext(connection) as captured:
                client.get(reverse(name))
            counts.append(len(captured))
        return counts

    fill(2)
    few = asked()
    fill(18)
    assert asked() == few
