"""The form of an article: what may be changed when, and that nobody's words are lost."""

import pytest

from articles.models import Article, Credit, Event, Reporter, Section, Version
from tests.builders import bring, page_of, print_article, web_article


def form_of(article, **changed):
    """What a browser sends back: every field as it was shown, and what the person changed."""
    fields = {
        name: getattr(article, name)
        for name in ("kicker", "headline", "deck", "byline", "dateline", "source", "body")
    }
    return {
        **fields,
        "body": article.body.replace("\n", "\r\n"),
        "seen": article.revision,
        "section": article.section_id or "",
        "tags": "",
        "embargo_until": "",
        "credits-TOTAL_FORMS": 0,
        "credits-INITIAL_FORMS": 0,
        "photos-TOTAL_FORMS": 0,
        "photos-INITIAL_FORMS": 0,
    } | changed


def filing(**fields):
    """The form of a locked text: only what can still be filed."""
    counts = {
        f"{name}-{kind}_FORMS": 0 for name in ("credits", "photos") for kind in ("TOTAL", "INITIAL")
    }
    return counts | {"section": "", "tags": ""} | fields


def address(article):
    return f"/admin/articles/article/{article.pk}/change/"


@pytest.fixture
def article(cast, issue):
    return print_article(cast, page_of(issue))


def test_an_editor_saves_the_working_copy_as_a_new_version(enter, article):
    enter("de").post(address(article), form_of(article, headline="新桥通车"))

    article.refresh_from_db()
    assert (article.headline, article.versions.count()) == ("新桥通车", 2)


def test_saving_without_a_change_makes_no_version(enter, article):
    response = enter("de").post(address(article), form_of(article))

    assert response.status_code == 302
    assert Version.objects.count() == 1


def test_a_stale_save_is_refused_and_both_texts_stay(enter, article):
    old = form_of(article, body="我写的一段。")
    enter("dan").post(address(article), form_of(article, body="别人先存的一段。"))

    response = enter("de").post(address(article), old)
    html = response.content.decode()

    article.refresh_from_db()
    assert article.body == "别人先存的一段。"
    assert html.count("我写的一段。") == 2
    assert "别人先存的一段。" in html


def test_saving_again_with_both_texts_in_view_is_a_decision(enter, article):
    old = form_of(article, body="我写的一段。")
    browser = enter("de")
    enter("dan").post(address(article), form_of(article, body="别人先存的一段。"))
    shown = browser.post(address(article), old).context["adminform"].form

    browser.post(address(article), old | {"seen": shown["seen"].value()})

    article.refresh_from_db()
    assert article.body == "我写的一段。"


def test_a_text_that_went_into_review_meanwhile_is_not_saved_and_not_lost(enter, cast, article):
    old = form_of(article, body="我写的一段。")
    bring(article, "final_review", cast)

    html = enter("de").post(address(article), old).content.decode()

    article.refresh_from_db()
    assert article.body != "我写的一段。"
    assert "我写的一段。" in html
    assert "不能改动文字" in html


def test_forged_fields_are_ignored(enter, cast, article):
    forged = {
        "status": "published",
        "live_version": Version.objects.get().pk,
        "number": "2020-000001",
        "owner": cast.de.pk,
        "publication": 99,
        "revision": 77,
        "round": 9,
    }

    enter("de").post(address(article), form_of(article, headline="新桥", **forged))

    stored = Article.objects.get()
    kept = ("status", "live_version_id", "number", "owner_id", "publication_id", "round")
    assert [getattr(stored, name) for name in kept] == [getattr(article, name) for name in kept]
    assert stored.revision == article.revision + 1


@pytest.mark.parametrize("name", ["ao", "pei"])
def test_readers_among_staff_change_nothing(enter, article, name):
    response = enter(name).post(address(article), form_of(article, headline="改"))

    assert response.status_code == 403


def test_an_administrator_without_a_role_changes_nothing(enter, article):
    html = enter("root").post(address(article), form_of(article, headline="改")).content.decode()

    article.refresh_from_db()
    assert article.headline == "桥通车了"
    assert "责任编辑" in html


def test_section_and_tags_are_filed_in_any_state(enter, cast, article, publication):
    bring(article, "published", cast)
    section = Section.objects.create(publication=publication, name="要闻")

    enter("de").post(address(article), filing(section=section.pk, tags="交通，三区 三城"))

    article.refresh_from_db()
    assert article.section == section
    assert set(article.tags.names()) == {"交通", "三区 三城"}
    assert Event.objects.latest("pk").action == "describe"


def test_a_locked_text_shows_why(enter, cast, article):
    bring(article, "approved", cast)

    html = enter("chen").get(address(article)).content.decode()

    assert "不能改动文字" in html
    assert 'name="headline"' not in html


def test_credits_are_saved_with_the_text_under_one_version(enter, article):
    person = Reporter.objects.create(name="周牧")
    credit = {
        "credits-TOTAL_FORMS": 1,
        "credits-0-role": "correspondent",
        "credits-0-reporter": person.pk,
        "credits-0-printed": "通讯员周牧",
        "credits-0-position": 0,
    }

    enter("de").post(address(article), form_of(article, **credit))

    assert Credit.objects.get().article == article
    assert article.versions.latest("number").credits.get().name == "周牧"


def test_credits_of_a_locked_article_cannot_be_forged(enter, cast, article):
    bring(article, "approved", cast)
    person = Reporter.objects.create(name="周牧")
    credit = {
        "credits-TOTAL_FORMS": 1,
        "credits-0-role": "correspondent",
        "credits-0-reporter": person.pk,
        "credits-0-position": 0,
    }

    enter("de").post(address(article), form_of(article, **credit))
    enter("de").post(address(article), filing(**credit))

    assert not Credit.objects.exists()


def test_an_editor_deletes_what_was_only_imported(enter, article):
    enter("de").post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})

    assert not Article.objects.exists()


@pytest.mark.parametrize("name", ["chen", "ao", "root"])
def test_what_was_under_review_is_never_deleted(enter, cast, article, name, notes):
    bring(article, "final_review", cast)

    response = enter(name).post(
        f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"}, follow=True
    )

    assert Article.objects.exists()
    assert "没有删除" in notes(response)[0]


@pytest.mark.parametrize("name", ["ao", "pei", "root"])
def test_who_is_no_editor_deletes_nothing(enter, article, name):
    enter(name).post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})

    assert Article.objects.exists()


def test_articles_are_not_made_by_hand_here(enter):
    assert enter("de").get("/admin/articles/article/add/").status_code == 403


def test_a_headline_with_markup_is_escaped_everywhere(enter, cast, publication):
    article = web_article(cast, publication, headline="<script>alert(1)</script>")
    browser = enter("de")

    pages = [
        address(article),
        "/admin/articles/article/",
        "/admin/",
        f"{address(article)[:-7]}history/",
    ]

    assert not [p for p in pages if "<script>alert" in browser.get(p).content.decode()]


def test_a_number_is_found_by_its_beginning(enter, article):
    response = enter("de").get("/admin/articles/article/", {"q": article.number[:9]})

    assert [found.pk for found in response.context["cl"].result_list] == [article.pk]


@pytest.mark.parametrize("page", [1, 2, 3])
def test_pages_of_the_list_run_from_the_newest_to_the_oldest(enter, cast, issue, page):
    paper = page_of(issue)
    keys = [print_article(cast, paper).pk for _ in range(110)][::-1]

    response = enter("de").get("/admin/articles/article/", {"p": page})

    shown = [found.pk for found in response.context["cl"].result_list]
    assert shown == keys[(page - 1) * 50 : page * 50]


@pytest.mark.parametrize(("name", "may"), [("de", True), ("pei", False), ("chen", False)])
def test_the_list_leads_those_who_write_to_the_desk(enter, name, may):
    shown = enter(name).get("/admin/articles/article/").content.decode()
    assert ('href="/desk/new/"' in shown) == may


@pytest.mark.parametrize("length", [51, 60_000])
def test_a_tag_as_long_as_a_sentence_is_told_beside_its_field(enter, article, length):
    page = enter("de").post(address(article), form_of(article, tags="桥" * length))
    assert "50" in page.context["adminform"].form.errors["tags"][0]
