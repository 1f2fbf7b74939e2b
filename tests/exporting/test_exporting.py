"""What is told to machines: what readers see, whole, in as many questions for one as for many."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import exporting
from articles.exporting.printed import pages_of
from articles.models import Article, Issue, JoinedPart, Region
from articles.workflow import correcting
from tests.builders import ROADS, bring, go, imported, page_of, print_article
from tests.public import furnished
from tests.workflow.test_corrections import WORDS

HIDDEN = sorted({*ROADS["print"], *furnished.LATER} - {"published"})


def corrected(article, cast):
    found = correcting.open_correction(article, by=cast.de, **WORDS | {"body": "改正后。"})
    correcting.issue(found, by=cast.chen, revision=found.revision, opinion="已核对。")


def test_an_article_is_told_with_all_that_readers_see(paper):
    told = exporting.article("yanxi", paper.lead.number)
    assert (told.kicker, told.headline, told.deck) == ("民生kicker", "大桥通车", "民生deck")
    assert [block.text for block in told.blocks][-1] == "民生body"
    assert [each.role for each in told.credits] == ["reporter", "photographer"]
    assert told.credits[0].address == f"/people/{paper.reporter.pk}/"
    [photo] = told.photos
    assert (photo.caption, photo.credit, photo.width) == ("民生说明", "民生摄", 600)
    assert photo.address == f"/photos/{photo.sha256}.jpg"
    assert [tag.name for tag in told.tags] == ["民生标签"]
    assert (told.place.date, told.place.label, told.part) == (date(2026, 11, 20), "01", "要闻")
    assert told.published_at.isoformat().endswith("+08:00")


def test_a_story_of_the_web_has_no_place_in_print(paper):
    [article] = exporting.told(Article.objects.published().filter(page=None))
    assert (article.place, article.part) == (None, "")


def test_each_change_that_readers_are_told_of_is_a_new_version(cast, live):
    article = live()
    assert exporting.article("yanxi", article.number).version == 1
    corrected(article, cast)
    told = exporting.article("yanxi", article.number)
    assert (told.version, told.corrections[0].note) == (2, WORDS["note"])
    assert told.changed_at == told.corrections[0].at
    go(Article.objects.get(pk=article.pk), "withdraw", cast.chen)
    assert exporting.withdrawn("yanxi", article.number).version == 3


def test_a_correction_that_is_not_issued_is_not_told(cast, live):
    article = live()
    correcting.open_correction(article, by=cast.de, **WORDS)
    told = exporting.article("yanxi", article.number)
    assert (told.version, told.corrections) == (1, ())


@pytest.mark.parametrize("status", HIDDEN)
def test_what_readers_do_not_see_is_not_told(cast, page, status):
    article = furnished.on_page(cast, page, status, "未刊")
    assert exporting.article("yanxi", article.number) is None
    assert exporting.told(Article.objects.all()) == []
    assert exporting.issues() == []
    taken_back = exporting.withdrawn("yanxi", article.number)
    assert bool(taken_back) == (status in ("withdrawn", "retracted"))
    assert "未刊" not in repr(taken_back)


def test_the_order_asked_for_is_kept(paper):
    live = Article.objects.published()
    newest = [each.number for each in exporting.told(live.newest_first()[:3])]
    assert newest == list(live.newest_first().values_list("number", flat=True)[:3])


def test_an_issue_has_its_pages_and_articles_in_the_order_of_print(paper, unseen_issue):
    assert {each.date for each in exporting.issues()} == {date(2026, 11, 16), date(2026, 11, 20)}
    issue = exporting.issue("yanxi", date(2026, 11, 20))
    assert (issue.number, issue.address) == (4321, "/yanxi/2026-11-20/")
    first, second = pages_of(issue)
    assert [(each.label, each.name) for each in (first, second)] == [
        ("01", "要闻"),
        ("A02", "民生"),
    ]
    assert [region.headline for region in first.regions] == ["大桥通车", "民生headline"]
    told = exporting.articles_of(issue)
    on_pages = [region.article for page in (first, second) for region in page.regions]
    assert [each.number for each in told] == on_pages


def test_a_page_without_a_picture_has_no_face_but_tells_where_its_articles_stand(paper):
    Region.objects.create(article=paper.lead, shapes=[[[0, 0], [0.5, 0], [0.5, 1]]])
    page = pages_of(exporting.issue("yanxi", date(2026, 11, 20)))[0]
    assert page.face is None
    assert page.regions[0].shapes == (((0, 0), (0.5, 0), (0.5, 1)),)


def test_a_page_tells_what_goes_on_there_once_the_whole_is_live(cast, issue, page, live):
    second = page_of(issue, "02")
    whole = imported(page, cast.de, headline="全文")
    live(where=second, position=1)
    rest = imported(second, cast.de, headline="转文", position=2)
    JoinedPart.objects.create(whole=whole, piece=rest, position=1, joined_by=cast.de)
    day = exporting.issue("yanxi", issue.date)
    assert [region.is_continued for region in pages_of(day)[-1].regions] == [False]
    bring(whole, "published", cast)
    continued = pages_of(day)[-1].regions[-1]
    assert (continued.headline, continued.is_continued) == ("全文", True)
    assert continued.article == whole.number


def questions(ask):
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def test_twenty_are_told_in_as_many_questions_as_two(cast, issue, live):
    def rows(count):
        while Article.objects.count() < count:
            live("众", where=page_of(issue, f"{issue.pages.count() + 1:02}"))
        day = exporting.issue("yanxi", issue.date)
        return [
            questions(lambda: exporting.told(Article.objects.published())),
            questions(lambda: exporting.articles_of(day)),
            questions(lambda: pages_of(day)),
            questions(lambda: exporting.issues(Issue.objects.all())),
        ]

    assert rows(2) == rows(20) == [6, 6, 4, 1]


def test_a_page_with_an_article_that_is_not_out_shows_no_face(cast, page, live):
    live()
    print_article(cast, page, "approved")
    assert pages_of(exporting.issue("yanxi", page.issue.date))[0].face is None
