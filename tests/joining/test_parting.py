"""Undoing a join: everything goes back where it was, on record, until review has begun."""

import threading
from contextlib import closing, suppress

import pytest
from django.db import connection

from articles import workflow
from articles.intake import importing, joining, parting
from articles.models import Article, Credit, Event, JoinedPart, PageDoubt, Photo
from articles.refusals import Refused
from articles.writing import editing
from tests.builders import page_of
from tests.joining.conftest import take
from tests.joining.pages import GROUND_ONE, GROUND_TWO

LIKE_BEFORE = ("headline", "body", "kicker", "byline", "status", "source_lines", "import_sha256")


def facts(*articles):
    rows = Article.objects.filter(pk__in=[article.pk for article in articles]).order_by("pk")
    return [
        (
            [getattr(row, name) for name in LIKE_BEFORE],
            list(row.credits.values_list("reporter", "role")),
            list(row.photos.values_list("pk", flat=True)),
            list(row.doubts.order_by("pk").values_list("pk", "resolved_at", "resolution")),
        )
        for row in rows
    ]


def test_both_are_as_they_were(parts, cast):
    first, rest = parts
    Photo.objects.create(article=rest, page=rest.page, caption="新操场")
    PageDoubt.objects.create(
        page=rest.page, article=rest, kind="quotes_unbalanced", line=1, message="?"
    )
    before = facts(first, rest)
    joining.apply_join(first, rest, by=cast.de)
    assert facts(first, rest) != before
    parting.undo_join(rest, by=cast.dan)
    assert facts(first, rest) == before
    assert not JoinedPart.objects.exists()


def test_people_named_by_the_piece_alone_leave_the_whole(parts, cast):
    first, rest = parts
    reporter = first.credits.get().reporter
    Credit.objects.create(article=rest, reporter=reporter, role="photographer")
    joining.apply_join(first, rest, by=cast.de)
    parting.undo_join(rest, by=cast.de)
    assert [credit.role for credit in first.credits.all()] == ["reporter"]


def test_each_has_one_event_that_names_the_other(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    parting.undo_join(rest, by=cast.dan)
    for article, other in ((first, rest), (rest, first)):
        event = article.events.get(action="part")
        assert event.actor == cast.dan
        assert other.number in event.opinion


def test_undoing_twice_does_nothing_more(parts, cast):
    joining.apply_join(*parts, by=cast.de)
    parting.undo_join(parts[1], by=cast.de)
    events = Event.objects.count()
    parting.undo_join(parts[1], by=cast.dan)
    assert Event.objects.count() == events


def test_what_was_parted_can_be_joined_again(parts, cast):
    joining.apply_join(*parts, by=cast.de)
    parting.undo_join(parts[1], by=cast.de)
    joining.apply_join(*parts, by=cast.dan)
    assert JoinedPart.objects.get().joined_by == cast.dan


def test_an_import_follows_the_parted_pieces_again(pages, parts, cast):
    joining.apply_join(*parts, by=cast.de)
    parting.undo_join(parts[1], by=cast.de)
    for page in pages:
        changes = {item.change for item in importing.plan_import(page).articles}
        assert changes == {importing.Change.SAME}


def test_once_in_review_it_is_refused_with_a_sentence(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    workflow.move(first, "verify", by=cast.dan)
    with pytest.raises(Refused, match="终审"):
        parting.undo_join(rest, by=cast.de)
    assert JoinedPart.objects.exists()


def test_a_headline_typed_since_stays(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    whole = Article.objects.get(pk=first.pk)
    with editing.revising(whole, by=cast.dan, revision=whole.revision) as copy:
        copy.headline = "编辑改过的标题"
    parting.undo_join(rest, by=cast.de)
    whole.refresh_from_db()
    assert (whole.headline, whole.body) == ("编辑改过的标题", first.body)


def test_text_of_the_piece_that_was_changed_since_is_not_thrown_away(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    whole = Article.objects.get(pk=first.pk)
    with editing.revising(whole, by=cast.dan, revision=whole.revision) as copy:
        copy.body += "\n编辑补了一段。"
    with pytest.raises(Refused, match=first.number):
        parting.undo_join(rest, by=cast.de)
    whole.refresh_from_db()
    assert whole.body.endswith("编辑补了一段。")


def test_a_joined_piece_is_not_edited_apart_from_its_whole(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    rest.refresh_from_db()
    with (
        pytest.raises(Refused, match=first.number),
        editing.revising(rest, by=cast.dan, revision=rest.revision),
    ):
        pass


@pytest.mark.parametrize("name", ["rui", "pei", "root"])
def test_only_editors_undo(name, parts, cast):
    joining.apply_join(*parts, by=cast.de)
    with pytest.raises(Refused):
        parting.undo_join(parts[1], by=getattr(cast, name))
    assert JoinedPart.objects.exists()


def test_of_three_parts_the_last_goes_first(issue, cast):
    texts = (
        GROUND_ONE,
        GROUND_TWO.replace("锻炼。", "锻炼。（下转第三版）"),
        GROUND_TWO.replace("第一版", "第二版").replace("校长范之远", "副校长柯正平"),
    )
    for number, text in enumerate(texts, start=1):
        take(page_of(issue, label=f"{number:02}", source=text), cast.de)
    second, third = joining.join_issue(issue, by=cast.de)
    with pytest.raises(Refused, match=third.piece.number):
        parting.undo_join(second.piece, by=cast.de)
    parting.undo_join(third.piece, by=cast.de)
    parting.undo_join(second.piece, by=cast.de)
    assert Article.objects.wholes().count() == 3


@pytest.mark.django_db(transaction=True)
def test_undoing_and_verifying_at_once_leave_no_half(parts, cast):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    tries = [
        lambda: parting.undo_join(rest, by=cast.de),
        lambda: workflow.move(first, "verify", by=cast.dan),
        lambda: parting.undo_join(rest, by=cast.dan),
    ]
    _all_at_once(tries)
    whole = Article.objects.get(pk=first.pk)
    joined = JoinedPart.objects.exists()
    assert joined == whole.body.endswith(rest.body)
    assert first.events.filter(action="part").count() == (0 if joined else 1)


def _all_at_once(tries):
    gate = threading.Barrier(len(tries))

    def run(attempt):
        gate.wait()
        with closing(connection), suppress(Refused):
            attempt()

    threads = [threading.Thread(target=run, args=[attempt]) for attempt in tries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
