"""Joining over pages: one text in order, nothing lost, nobody's work overruled, all on record."""

import pytest

from articles import workflow
from articles.intake import joining
from articles.labelling import scoring
from articles.models import Article, Credit, JoinedPart, PageDoubt, Photo, Version
from articles.refusals import Refused
from articles.writing import editing
from tests.builders import behind_the_rules, page_of
from tests.joining.conftest import take
from tests.joining.pages import BRIDGE, GROUND_ONE, GROUND_TWO, HARVEST


def counts():
    return [model.objects.count() for model in (Article, Version, Credit, JoinedPart, PageDoubt)]


def test_the_plan_names_both_parts_and_writes_nothing(pages):
    before = counts()
    (planned,) = joining.plan_joins(pages[0].issue).joins
    assert [planned.first.page.label, planned.rest.page.label] == ["01", "02"]
    assert planned.is_sure
    assert counts() == before


def test_the_whole_holds_all_paragraphs_in_order(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    whole = Article.objects.get(pk=first.pk)
    assert whole.paragraphs == first.paragraphs + rest.paragraphs


def test_a_sentence_cut_by_the_page_is_whole_again(parts, cast):
    first, rest = parts
    Article.objects.filter(pk=first.pk).update(body="校长说，孩子们盼")
    Article.objects.filter(pk=rest.pk).update(body="新操场盼了很久。\n完。")
    joining.apply_join(first, rest, by=cast.de)
    assert Article.objects.get(pk=first.pk).paragraphs[0] == "校长说，孩子们盼新操场盼了很久。"


def test_the_piece_keeps_its_own_record_and_lines(parts, cast):
    first, rest = parts
    part = joining.apply_join(first, rest, by=cast.de)
    piece = Article.objects.get(pk=rest.pk)
    assert (piece.body, piece.source_lines) == (rest.body, rest.source_lines)
    assert (part.whole_id, part.piece_id, part.position) == (first.pk, rest.pk, 1)


def test_joining_again_changes_nothing(parts, cast):
    joining.apply_join(*parts, by=cast.de)
    before = counts()
    joining.apply_join(*parts, by=cast.dan)
    assert counts() == before


def test_a_joined_pair_is_planned_as_done(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    (planned,) = joining.plan_joins(first.page.issue).joins
    assert planned.is_done


def test_both_articles_have_it_on_record(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    for article, other in ((first, rest), (rest, first)):
        event = article.events.get(action="join")
        assert event.actor == cast.de
        assert other.number in event.opinion


def test_the_joined_text_is_a_version(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    version = Version.objects.filter(article=first).latest("number")
    assert rest.paragraphs[-1] in version.body


def test_credits_and_photos_go_to_the_whole(parts, cast):
    first, rest = parts
    author = first.credits.get().reporter
    Credit.objects.create(article=rest, reporter=author, role="photographer")
    Credit.objects.create(article=rest, reporter=author, role="reporter")
    photo = Photo.objects.create(article=rest, page=rest.page, caption="新操场")
    joining.apply_join(first, rest, by=cast.de)
    assert [credit.role for credit in first.credits.all()] == ["reporter", "photographer"]
    assert list(first.photos.all()) == [photo]


def test_joining_answers_the_markers(parts, cast):
    first, rest = parts
    markers = PageDoubt.objects.filter(kind="jump_without_partner")
    assert {doubt.article_id for doubt in markers} == {first.pk, rest.pk}
    joining.apply_join(first, rest, by=cast.de)
    assert all(doubt.resolved_by == cast.de for doubt in markers.all())


def test_other_doubts_of_the_piece_are_asked_of_the_whole(parts, cast):
    first, rest = parts
    doubt = PageDoubt.objects.create(
        page=rest.page, article=rest, kind="quotes_unbalanced", line=1, message="?"
    )
    joining.apply_join(first, rest, by=cast.de)
    doubt.refresh_from_db()
    assert doubt.article_id == first.pk


def test_a_marker_without_partner_stays_a_doubt(issue, cast):
    page = page_of(issue, source=GROUND_ONE)
    (article,) = take(page, cast.de)
    plan = joining.plan_joins(issue)
    assert [marker.article for marker in plan.unanswered] == [article]
    assert article.doubts.get(kind="jump_without_partner").is_open


def test_a_piece_moves_through_the_workflow_no_more(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    rest.doubts.all().delete()
    with pytest.raises(Refused, match=first.number):
        workflow.move(rest, "verify", by=cast.dan)


def test_the_whole_goes_on_through_the_workflow(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    workflow.move(first, "verify", by=cast.dan)
    first.refresh_from_db()
    assert first.status == "final_review"


def test_what_a_person_has_worked_on_is_not_joined(parts, cast):
    first, rest = parts
    with editing.revising(rest, by=cast.dan, revision=rest.revision) as copy:
        copy.body += "\n编辑补了一段。"
    before = counts()
    with pytest.raises(Refused, match=rest.number):
        joining.apply_join(first, rest, by=cast.de)
    assert counts() == before


def test_a_reporter_joins_nothing(parts, cast):
    with pytest.raises(Refused):
        joining.apply_join(*parts, by=cast.rui)
    with pytest.raises(Refused):
        joining.apply_join(*parts, by=cast.root)


def test_no_article_is_joined_to_itself(parts, cast):
    with pytest.raises(Refused):
        joining.apply_join(parts[0], parts[0], by=cast.de)


def test_importing_the_pages_again_leaves_the_join_alone(pages, parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    before = counts()
    for page in pages:
        take(page, cast.dan)
    assert counts() == before


def test_three_pages_become_one_article(issue, cast):
    texts = (
        GROUND_ONE,
        GROUND_TWO.replace("锻炼。", "锻炼。（下转第三版）"),
        GROUND_TWO.replace("第一版", "第二版").replace("校长范之远", "副校长柯正平"),
    )
    for number, text in enumerate(texts, start=1):
        take(page_of(issue, label=f"{number:02}", source=text), cast.de)
    made = joining.join_issue(issue, by=cast.de)
    assert [part.position for part in made] == [1, 2]
    (whole,) = {part.whole for part in made}
    whole.refresh_from_db()
    assert "范之远" in whole.body
    assert whole.body.index("范之远") < whole.body.index("柯正平")


def test_a_failure_on_the_way_leaves_nothing(parts, cast, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    before = counts()
    monkeypatch.setattr(joining.workflow, "remark", fail)
    with pytest.raises(OSError, match="disk full"):
        joining.apply_join(*parts, by=cast.de)
    assert counts() == before


def test_planning_costs_no_query_an_article(issue, cast, django_assert_max_num_queries):
    for number in range(1, 5):
        take(page_of(issue, label=f"{number:02}", source=BRIDGE + "\n" + HARVEST), cast.de)
    with django_assert_max_num_queries(8):
        joining.plan_joins(issue)


def test_a_page_is_verified_once_the_article_that_took_its_piece_in_is(parts, cast):
    first, rest = parts
    joining.apply_join(first, rest, by=cast.de)
    own = behind_the_rules(page=rest.page).exclude(pk=rest.pk)
    own.update(status="final_review")
    assert not scoring.is_verified(rest.page)
    behind_the_rules(pk=first.pk).update(status="final_review")
    assert scoring.is_verified(rest.page)
