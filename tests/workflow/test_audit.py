"""The audit finds what was changed behind the record's back, and nothing else."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Article, Event, Version
from articles.workflow import auditing
from tests.builders import ROADS, behind_the_rules, page_of, print_article, web_article


@pytest.fixture
def unguarded(db):
    """Change a record as somebody could who owns the database: the guards taken down first."""

    def change(model, field, value, **which):
        table, rows = model._meta.db_table, model.objects.filter(**which)
        keys = list(rows.values_list("pk", flat=True))
        with connection.cursor() as cursor:
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_stays{on}")
            for key in keys:
                cursor.execute(f"UPDATE {table} SET {field} = %s WHERE id = %s", [value, key])

    return change


def messages():
    return [finding.message for finding in auditing.audit()]


def test_every_state_that_moves_make_passes_the_audit(cast, publication, issue):
    for status in ROADS["web"]:
        web_article(cast, publication, status)
    for number, status in enumerate(ROADS["print"], start=1):
        print_article(cast, page_of(issue, f"{number:02d}"), status)
    assert messages() == []


@pytest.mark.parametrize(
    ("model", "field", "value", "which"),
    [
        (Event, "opinion", "我从没这么说过。", {"action": "sign_off"}),
        (Event, "role", "auditor", {"action": "pass_first"}),
        (Event, "previous_sha256", "0" * 64, {"sequence": 3}),
        (Version, "body", "另一篇文字。", {"number": 1}),
        (Version, "sha256", "0" * 64, {"number": 1}),
    ],
)
def test_a_record_changed_behind_its_back_is_found(
    model, field, value, which, cast, publication, unguarded
):
    web_article(cast, publication, "published")
    unguarded(model, field, value, **which)
    assert messages()


def test_a_live_text_that_nobody_signed_is_found(cast, publication):
    article = web_article(cast, publication, "published")
    Article.objects.filter(pk=article.pk).update(body="有人绕过了规则。")
    assert len(messages()) == 1


def test_a_state_that_no_event_made_is_found(cast, publication):
    article = web_article(cast, publication, "first_review")
    behind_the_rules(pk=article.pk).update(status="final_review")
    assert len(messages()) == 1


def test_command_names_the_article_and_fails(cast, publication):
    article = web_article(cast, publication, "published")
    call_command("audit", stdout=StringIO())
    Article.objects.filter(pk=article.pk).update(body="有人绕过了规则。")
    output = StringIO()
    with pytest.raises(CommandError):
        call_command("audit", stdout=output)
    assert article.number in output.getvalue()
