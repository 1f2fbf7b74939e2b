"""Plan, then apply: what is new is made, what a human touched is left alone, nothing twice."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from articles import workflow
from articles.intake import importing
from articles.intake.importing import Change
from articles.labelling import relabelling
from articles.models import Alias, Article, Credit, Event, PageDoubt, Photo, Reporter, Version
from articles.refusals import Refused
from articles.writing import editing
from tests.builders import go, page_of
from tests.importing.pages import TWO_STORIES


@pytest.fixture
def page(issue):
    return page_of(issue, source=TWO_STORIES)


def take(page, by):
    return importing.apply_import(importing.plan_import(page), by=by)


def counts():
    models = (Article, Version, Event, Credit, Reporter, Photo, PageDoubt)
    return [model.objects.count() for model in models]


def test_plan_writes_nothing(page):
    plan = importing.plan_import(page)
    assert [item.change for item in plan.articles] == [Change.NEW, Change.NEW]
    assert counts() == [0] * 7


def test_articles_come_in_with_headlines_credits_and_number(page, cast):
    outcome = take(page, cast.de)
    headlines = [article.headline for article in outcome.articles]
    assert headlines == ["青禾坪小学新操场启用", "县图书馆晚间延时开放"]
    article = Article.objects.get(headline="青禾坪小学新操场启用")
    assert article.status == "imported"
    assert [(c.role, c.reporter.name) for c in article.credits.all()] == [
        ("reporter", "陈一诺"),
        ("correspondent", "周牧"),
    ]


def test_byline_is_kept_apart_from_the_text(page, cast):
    article = take(page, cast.de).articles[0]
    assert article.byline == "本报讯（记者陈一诺 通讯员周牧）"
    assert article.body.splitlines()[0].startswith("11月18日，岚汀县青禾坪镇")


def test_importing_twice_changes_nothing(page, cast):
    take(page, cast.de)
    before = counts()
    second = take(page, cast.dan)
    assert second.articles == ()
    assert counts() == before


def test_an_old_plan_applied_late_makes_nothing_twice(page, cast):
    plan = importing.plan_import(page)
    importing.apply_import(plan, by=cast.de)
    before = counts()
    importing.apply_import(plan, by=cast.dan)
    assert counts() == before


def test_plan_after_import_knows_what_a_human_edited(page, cast):
    article = take(page, cast.de).articles[0]
    with editing.revising(article, by=cast.de, revision=article.revision) as copy:
        copy.headline = "新操场启用"
    changes = [item.change for item in importing.plan_import(page).articles]
    assert changes == [Change.EDITED, Change.SAME]


def test_reporter_is_found_by_another_name(page, cast):
    known = Reporter.objects.create(name="陈诺")
    Alias.objects.create(reporter=known, name="陈一诺")
    take(page, cast.de)
    assert not Reporter.objects.filter(name="陈一诺").exists()
    assert known.credits.count() == 2


def test_one_reporter_of_two_articles_is_one_record(page, cast):
    take(page, cast.de)
    assert Reporter.objects.get(name="陈一诺").credits.count() == 2


def test_plan_for_another_source_is_refused(page, cast):
    plan = importing.plan_import(page)
    page.set_source("换过的原文。".encode(), encoding="utf-8")
    page.save()
    with pytest.raises(importing.SourceChanged):
        importing.apply_import(plan, by=cast.de)


def test_failure_on_the_way_leaves_nothing(page, cast, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(importing.workflow, "attest", fail)
    with pytest.raises(OSError, match="disk full"):
        take(page, cast.de)
    assert counts() == [0] * 7


def test_root_without_a_role_imports_nothing(page, cast):
    with pytest.raises(Refused):
        take(page, cast.root)


def test_queries_do_not_grow_with_the_articles(issue, cast, django_assert_max_num_queries):
    first = page_of(issue, source=TWO_STORIES)
    stories = "\n".join(
        TWO_STORIES.replace("青禾坪", f"第{number}").replace("图书馆", f"馆{number}")
        for number in range(10)
    )
    second = page_of(issue, label="02", source=stories)
    with django_assert_max_num_queries(49):
        take(first, cast.de)
    # Eight more, since from the second page on an issue's pages are read together.
    with django_assert_max_num_queries(57):
        assert len(take(second, cast.de).articles) > 10


@pytest.mark.parametrize("odd", ["\x00\x01乱码\x7f", "，。！", "A" * 5000, "\n" * 300])
def test_odd_text_is_stored_or_makes_nothing(odd, issue, cast):
    outcome = take(page_of(issue, source=odd), cast.de)
    assert Version.objects.count() == len(outcome.articles)


DEMO = Path(settings.BASE_DIR) / "articles" / "demo" / "pages"


@pytest.mark.parametrize("path", sorted(DEMO.glob("*.txt")), ids=lambda path: path.stem)
def test_demo_pages_go_in_whole(path, issue, cast):
    page = page_of(issue, source=path.read_text(encoding="utf-8"))
    outcome = take(page, cast.de)
    assert len(outcome.articles) >= 2
    assert counts()[1] == len(outcome.articles)


def split_first_story(page, by):
    """At the label desk: the second paragraph becomes a piece of its own."""
    run = relabelling.begin(page, by=by)
    line = next(n for n, text in enumerate(page.text.splitlines(), 1) if "学校原来" in text)
    relabelling.operate(page, "split", {"lines": [str(line)]}, by=by, seen=run.pk)
    page.refresh_from_db()


def test_untouched_articles_follow_the_label_desk(page, cast):
    take(page, cast.de)
    split_first_story(page, cast.de)
    plan = importing.plan_import(page)
    assert [item.change for item in plan.articles].count(Change.DIFFERENT) == 1
    outcome = importing.apply_import(plan, by=cast.de)
    assert (len(outcome.articles), len(outcome.updated)) == (1, 1)
    assert importing.plan_import(page).changes_nothing


def test_what_a_human_edited_is_left_alone_by_the_label_desk(page, cast):
    article = take(page, cast.de).articles[0]
    with editing.revising(article, by=cast.de, revision=article.revision) as copy:
        copy.headline = "新操场启用"
    split_first_story(page, cast.de)
    take(page, cast.de)
    article.refresh_from_db()
    assert article.headline == "新操场启用"
    assert "煤渣地" in article.body


def test_untouched_piece_that_was_merged_away_is_taken_away(page, cast):
    take(page, cast.de)
    split_first_story(page, cast.de)
    take(page, cast.de)
    page.refresh_from_db()
    relabelling.undo(page, by=cast.de, seen=page.run_id)
    page.refresh_from_db()
    outcome = take(page, cast.de)
    assert outcome.removed == 1
    assert Article.objects.count() == 2


def test_an_article_under_review_is_never_taken_away(page, cast):
    take(page, cast.de)
    split_first_story(page, cast.de)
    (extra,) = take(page, cast.de).articles
    with editing.revising(extra, by=cast.de, revision=extra.revision) as copy:
        copy.headline = "煤渣地成了往事"
    extra.doubts.update(resolved_at=timezone.now(), resolved_by=cast.de)
    go(extra, "verify", cast.dan)
    page.refresh_from_db()
    relabelling.undo(page, by=cast.de, seen=page.run_id)
    page.refresh_from_db()
    plan = importing.plan_import(page)
    assert Change.KEPT in [item.change for item in plan.articles]
    assert importing.apply_import(plan, by=cast.de).removed == 0


def left_out(page, lines, by):
    """The page after its labels were changed: these lines belong to nothing now."""
    words = {"lines": [str(line) for line in lines], "reason": "误排"}
    relabelling.operate(page, "ignore", words, by=by, seen=page.run_id)
    page.refresh_from_db()


def filed(article, cast):
    workflow.describe(article, by=cast.dan, tags=["图书馆"])


def returned(article, cast):
    go(article, "verify", cast.dan)
    go(article, "return", cast.chen)


@pytest.mark.parametrize("record", [filed, returned])
def test_what_has_a_record_of_its_own_stays_and_holds_up_no_import(page, cast, record):
    article = take(page, cast.de).articles[1]
    page.refresh_from_db()
    record(article, cast)
    left_out(page, article.source_lines, cast.de)
    assert Change.KEPT in [item.change for item in importing.plan_import(page).articles]
    assert take(page, cast.de).removed == 0
    assert Article.objects.filter(pk=article.pk).exists()


def test_a_returned_text_that_is_read_otherwise_is_reviewed_anew(page, cast):
    article = take(page, cast.de).articles[1]
    page.refresh_from_db()
    returned(article, cast)
    left_out(page, article.source_lines[-3:-1], cast.de)
    assert take(page, cast.de).updated
    article.refresh_from_db()
    assert (article.round, article.versions.last().round) == (2, 2)
    go(article, "verify", cast.dan)  # who saw the other text


def test_a_plan_made_on_other_labels_is_refused(page, cast):
    relabelling.begin(page, by=cast.de)
    page.refresh_from_db()
    plan = importing.plan_import(page)
    split_first_story(page, cast.de)
    with pytest.raises(importing.SourceChanged):
        importing.apply_import(plan, by=cast.de)
