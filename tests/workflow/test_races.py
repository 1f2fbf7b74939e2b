"""Two at the same moment, with connections of their own: one wins, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from io import StringIO
from threading import Barrier

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import OuterRef
from django.utils import timezone

from articles import workflow
from articles.models import Article, Claim, Event, Issue
from articles.refusals import Refused
from articles.roles import sync_roles
from articles.workflow import claiming, scheduling, together
from articles.writing import editing
from tests.builders import BODY, behind_the_rules, go, imported, page_of, print_article, web_article
from tests.conftest import gather

ROUNDS = 5
# SQLite lets one writer in at a time; the crowd is for PostgreSQL.
DUE = 200 if connection.vendor == "postgresql" else 20


@pytest.fixture
def people(transactional_db):
    sync_roles(None)
    return gather()


@pytest.fixture
def paper(people, publication):
    return publication


def at_once(*works):
    """Start all at the same moment; what each returned, or the rule that refused it."""
    ready = Barrier(len(works))

    def run(work):
        try:
            ready.wait(timeout=30)
            return work()
        except Refused as refused:
            return refused.refusal.rule
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def refused(results):
    return [result for result in results if isinstance(result, str)]


def moving(article, action, by):
    """The move as something to start later, on the article as it stands then."""
    return lambda: go(Article.objects.get(pk=article.pk), action, by)


def test_two_sign_offs_make_one_event(people, paper):
    for _round in range(ROUNDS):
        article = web_article(people, paper, "final_review")
        results = at_once(
            moving(article, "sign_off", people.chen), moving(article, "sign_off", people.cui)
        )
        assert refused(results) == ["state"]
        assert article.events.filter(action="sign_off").count() == 1


def test_signing_and_returning_at_once_does_one_of_them(people, paper):
    for _round in range(ROUNDS):
        article = web_article(people, paper, "final_review")
        results = at_once(
            moving(article, "sign_off", people.chen), moving(article, "return", people.cui)
        )
        assert refused(results) == ["state"]


def test_an_edit_against_a_submission_never_submits_an_unseen_text(people, paper):
    for _round in range(ROUNDS):
        article = web_article(people, paper)
        seen = article.revision

        def edit(article=article, seen=seen):
            with editing.revising(article, by=people.rui, revision=seen) as copy:
                copy.body += "\n补写一段。"

        def submit(article=article, seen=seen):
            return workflow.move(article, "submit", by=people.rui, revision=seen)

        assert len(refused(at_once(edit, submit))) == 1


def all_due(people, page):
    """Many scheduled articles whose time has come, made at once and not one by one."""
    fields = {"publication": page.issue.publication, "page": page, "origin": "print"}
    articles = [Article(headline=f"第{n}篇", body=BODY, **fields) for n in range(DUE)]
    with transaction.atomic():
        made = workflow.admit(articles, "import", by=people.de)
        entries = workflow.attest(made, "import", by=people.de)
        orders = [scheduling_of(entry, people.chen) for entry in entries]
        Event.objects.bulk_create(orders)
        bare = behind_the_rules(pk__in=[article.pk for article in made])
        bare.update(
            status="scheduled",
            scheduled_for=timezone.now() - timedelta(minutes=1),
            signed_version=bare.filter(pk=OuterRef("pk")).values("versions")[:1],
        )
    return made


def scheduling_of(entry, by):
    """The event by which an article was scheduled, following its first."""
    order = Event(
        article=entry.article,
        sequence=2,
        action="schedule",
        from_status="imported",
        to_status="scheduled",
        actor=by,
        role="chief_editor",
        round=1,
        version=entry.version,
        version_sha256=entry.version_sha256,
        at=entry.at + timedelta(seconds=1),
        previous_sha256=entry.sha256,
    )
    order.sha256 = order.seal()
    return order


def test_two_schedulers_publish_each_due_article_once(people, paper):
    page = page_of(Issue.objects.create(publication=paper, date=date(2026, 11, 20)))
    articles = all_due(people, page)
    summaries = at_once(scheduling.publish_due, scheduling.publish_due)
    published = [number for summary in summaries for number in summary.published]
    assert sorted(published) == sorted(article.number for article in articles)
    assert [summary.refused for summary in summaries] == [(), ()]
    assert Event.objects.filter(action="auto_publish").count() == DUE
    assert Article.objects.published().count() == DUE


def test_an_edit_against_a_verification_never_verifies_an_unseen_text(people, paper):
    page = page_of(Issue.objects.create(publication=paper, date=date(2026, 11, 20)))
    for _round in range(ROUNDS):
        article = imported(page, people.de)
        seen = article.revision

        def edit(article=article, seen=seen):
            with editing.revising(article, by=people.sun, revision=seen) as copy:
                copy.body += "\n补写一段。"

        def verify(article=article, seen=seen):
            return workflow.move(article, "verify", by=people.dan, revision=seen)

        assert len(refused(at_once(edit, verify))) == 1


def test_an_edit_against_a_sign_off_changes_nothing_that_is_signed(people, paper):
    for _round in range(ROUNDS):
        article = web_article(people, paper, "final_review")
        seen = article.revision

        def edit(article=article, seen=seen):
            with editing.revising(article, by=people.dan, revision=seen) as copy:
                copy.body += "\n补写一段。"

        results = at_once(edit, moving(article, "sign_off", people.chen))
        assert refused(results) in (["state"], ["stale"])
        article.refresh_from_db()
        assert article.signed_version.body == article.body


def test_two_take_overs_leave_one_holder_and_one_line_on_record_each(people, paper):
    for _round in range(ROUNDS):
        article = web_article(people, paper, "second_review")
        people.dan.groups.set(people.sun.groups.all())
        claiming.claim(article, by=people.sun)

        def take(person, article=article):
            return lambda: claiming.claim(Article.objects.get(pk=article.pk), by=person).holder

        holders = at_once(take(people.shen), take(people.dan))
        assert set(holders) == {people.shen, people.dan}
        assert Claim.objects.filter(article=article).count() == 1
        assert article.events.filter(action="take_over").count() == 2


def test_a_page_signed_by_two_chiefs_at_once_is_signed_once_each(people, paper):
    page = page_of(Issue.objects.create(publication=paper, date=date(2026, 11, 20)))
    articles = [print_article(people, page, "final_review") for _each in range(4)]

    def sign(person):
        return lambda: together.move_page(page, "sign_off", by=person, opinion="同意。")

    outcomes = at_once(sign(people.chen), sign(people.cui))
    assert sum(len(outcome.events) for outcome in outcomes) == len(articles)
    assert sum(len(outcome.skipped) for outcome in outcomes) == len(articles)


def test_two_digests_mail_a_person_once(people, paper, settings):
    settings.EMAIL_HOST = "mail.example"
    people.rui.email = "rui@paper.example"
    people.rui.save()

    def digest():
        call_command("send_digest", stdout=StringIO())

    for sent in range(1, ROUNDS + 1):
        go(web_article(people, paper, "first_review"), "return", people.de)
        at_once(digest, digest)
        assert len(mail.outbox) == sent
