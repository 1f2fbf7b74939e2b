"""Import in two steps: the preview writes nothing, the confirmation writes once."""

import pytest

from articles.admin.paper import imports
from articles.intake import importing
from articles.labelling import relabelling
from articles.models import Article, Event, PageDoubt, ParseRun, Photo, Reporter
from tests.builders import page_of
from tests.importing.pages import TWO_STORIES

IMPORT = "/admin/articles/page/import/"
TABLES = (Article, Event, PageDoubt, ParseRun, Photo, Reporter)


def rows():
    return {model: set(model.objects.values_list("pk", flat=True)) for model in TABLES}


@pytest.fixture
def page(issue):
    return page_of(issue, source=TWO_STORIES)


def test_the_preview_shows_what_will_be_made_and_writes_nothing(enter, page):
    before = rows()

    html = enter("de").get(IMPORT, {"page": page.pk}).content.decode()

    assert "青禾坪小学新操场启用" in html
    assert "县图书馆晚间延时开放" in html
    assert rows() == before


def test_the_action_leads_to_the_preview(enter, page):
    chosen = {"action": "import_pages", "_selected_action": [page.pk]}

    response = enter("de").post("/admin/articles/page/", chosen)

    assert response.url == f"{IMPORT}?page={page.pk}"


def test_more_pages_than_are_imported_together_are_not_left_out_silently(
    enter, issue, page, monkeypatch, notes
):
    monkeypatch.setattr(imports, "MOST_PAGES", 1)
    other = page_of(issue, "02", source=TWO_STORIES)
    chosen = {"action": "import_pages", "_selected_action": [page.pk, other.pk]}
    response = enter("de").post("/admin/articles/page/", chosen, follow=True)
    assert notes(response) == ["一次最多导入 1 个版面，请少选一些。"]
    assert response.request["PATH_INFO"] == "/admin/articles/page/"


def test_confirming_makes_the_articles(enter, page):
    enter("de").post(IMPORT, {"page": page.pk})

    headlines = set(Article.objects.values_list("headline", "status"))
    assert headlines == {
        ("青禾坪小学新操场启用", "imported"),
        ("县图书馆晚间延时开放", "imported"),
    }


def test_confirming_twice_changes_nothing_and_says_so(enter, page, notes):
    browser = enter("de")
    browser.post(IMPORT, {"page": page.pk})
    before = rows()

    response = browser.post(IMPORT, {"page": page.pk}, follow=True)

    assert rows() == before
    assert any("没有任何改动" in note for note in notes(response))


def test_a_preview_after_the_import_offers_nothing_new(enter, page):
    browser = enter("de")
    browser.post(IMPORT, {"page": page.pk})

    response = browser.get(IMPORT, {"page": page.pk})

    assert response.context["new_articles"] == 0
    assert {found.change for found in response.context["previews"][0].articles} == {"same"}


@pytest.mark.parametrize("name", ["sun", "chen", "root"])
def test_who_is_no_desk_editor_is_refused_with_the_sentence(enter, page, name, notes):
    response = enter(name).post(IMPORT, {"page": page.pk}, follow=True)

    assert "责任编辑" in notes(response)[0]
    assert not Article.objects.exists()


@pytest.mark.parametrize("name", ["ao", "pei"])
def test_who_only_reads_sees_no_preview(enter, page, name):
    assert enter(name).get(IMPORT, {"page": page.pk}).status_code == 403


def test_a_confirmation_without_its_token_is_refused(enter, page):
    response = enter("de", enforce_csrf_checks=True).post(IMPORT, {"page": page.pk})

    assert response.status_code == 403
    assert not Article.objects.exists()


def test_one_page_that_fails_does_not_stop_the_others(enter, issue, page, monkeypatch, notes):
    other = page_of(issue, label="02", source=TWO_STORIES)
    apply_import = importing.apply_import

    def failing(plan, *, by):
        if plan.page == page:
            raise importing.SourceChanged(page)
        return apply_import(plan, by=by)

    monkeypatch.setattr(importing, "apply_import", failing)
    response = enter("de").post(IMPORT, {"page": [page.pk, other.pk]}, follow=True)

    assert set(Article.objects.values_list("page", flat=True)) == {other.pk}
    assert "没有导入" in notes(response)[0]


def test_page_text_is_escaped_in_the_preview(enter, issue):
    page = page_of(issue, source=TWO_STORIES.replace("陈一诺", "<script>x</script>"))

    html = enter("de").get(IMPORT, {"page": page.pk}).content.decode()

    assert "<script>x" not in html


@pytest.mark.parametrize("chosen", [{}, {"page": "abc"}, {"page": "99999999999999999999999"}])
def test_nonsense_in_the_address_is_no_crash(enter, chosen, db):
    assert enter("de").get(IMPORT, chosen).status_code == 302


def test_of_a_page_on_which_nothing_was_found_it_is_not_said_that_it_was_imported(
    enter, issue, notes
):
    page = page_of(issue, source="甲\n")
    shown = enter("de").get(IMPORT, {"page": page.pk}).content.decode()
    assert "这里没有读出稿件或图片" in shown
    response = enter("de").post(IMPORT, {"page": page.pk}, follow=True)
    (note,) = notes(response)
    assert "没有读出稿件或图片" in note


def split_off(page, cast):
    """A colleague makes a piece of its own of the first story's end."""
    run = relabelling.begin(page, by=cast.dan)
    relabelling.operate(page, "split", {"lines": ["4"]}, by=cast.dan, seen=run.pk)


def seen_in(response, page):
    return {"page": page.pk, f"seen-{page.pk}": response.context["previews"][0].plan.fingerprint}


def test_what_no_preview_has_shown_is_not_imported(enter, cast, page, notes):
    browser = enter("de")
    seen = seen_in(browser.get(IMPORT, {"page": page.pk}), page)
    split_off(page, cast)

    response = browser.post(IMPORT, seen, follow=True)

    assert not Article.objects.exists()
    assert any("标注在预览之后有改动" in note for note in notes(response))
    assert response.redirect_chain == [(f"{IMPORT}?page={page.pk}", 302)]


def test_a_confirmation_sent_twice_is_no_change_of_labels(enter, page, notes):
    browser = enter("de")
    seen = seen_in(browser.get(IMPORT, {"page": page.pk}), page)
    browser.post(IMPORT, seen)
    response = browser.post(IMPORT, seen, follow=True)
    assert any("没有任何改动" in note for note in notes(response))


def test_the_preview_tells_what_gets_another_place(enter, cast, page):
    browser = enter("de")
    browser.post(IMPORT, {"page": page.pk})
    run = relabelling.begin(page, by=cast.dan)
    words = {"unit": 2, "before": 1}
    relabelling.operate(page, "before", words, by=cast.dan, seen=run.pk)

    html = browser.get(IMPORT, {"page": page.pk}).content.decode()

    assert "现排在本版第 2 篇" in html
    assert "换位置 2 项" in html
    assert "更新已导入的稿件" in html


def test_what_is_decided_is_not_announced_as_to_be_decided(enter, cast, issue):
    page = page_of(issue, source=TWO_STORIES.replace("青禾坪小学新操场启用\n", ""))
    browser = enter("de")
    assert browser.get(IMPORT, {"page": page.pk}).context["previews"][0].doubts
    browser.post(IMPORT, {"page": page.pk})
    assert not browser.get(IMPORT, {"page": page.pk}).context["previews"][0].doubts


def test_a_page_that_says_another_day_or_label_is_told_before_it_is_imported(enter, issue):
    source = f"A11 副刊 2026年8月1日 星期六\n\n{TWO_STORIES}"
    page = page_of(issue, "01", source=source)
    preview = enter("de").get(IMPORT, {"page": page.pk}).context["previews"][0]
    told = " ".join(asked.text for asked in preview.doubts)
    assert all(word in told for word in ("2026年8月1日", "星期六", "A11"))
    answer = enter("de").post(IMPORT, {"page": page.pk}, follow=True)
    assert (
        f'<a href="/admin/articles/page/{page.pk}/change/#doubts">版面表单</a>'
        in answer.content.decode()
    )
    chosen = {"article": [article.pk for article in page.articles.all()]}
    refused = enter("dan").get("/admin/articles/article/together/verify/", chosen)
    assert f'<a href="/admin/articles/page/{page.pk}/change/"' in refused.content.decode()
