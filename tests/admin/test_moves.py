"""The workflow's buttons: open or closed with the sentence, moved only by a form that was sent."""

import pytest

from articles.models import Event
from tests.builders import bring, page_of, print_article, web_article


@pytest.fixture
def article(cast, issue):
    return print_article(cast, page_of(issue), headline="桥通车了")


def address(article, action):
    return f"/admin/articles/article/{article.pk}/move/{action}/"


def form_of(article, **words):
    return {"seen": article.revision, **words}


def status_of(article):
    article.refresh_from_db()
    return article.status


def test_a_colleague_verifies_the_chief_signs_and_publishes(enter, article):
    enter("dan").post(address(article, "verify"), form_of(article))
    article.refresh_from_db()
    enter("chen").post(address(article, "sign_off"), form_of(article, opinion="同意签发。"))
    article.refresh_from_db()
    enter("chen").post(address(article, "publish"), form_of(article))

    assert status_of(article) == "published"
    assert Event.objects.get(action="sign_off").opinion == "同意签发。"


@pytest.mark.parametrize("screen", ["{}/change/", "{}/review/", "together/verify/?page={page}"])
def test_every_screen_of_an_article_leads_to_its_page(enter, article, screen):
    """Where the page's own doubts are decided, which hold its articles up."""
    where = screen.format(article.pk, page=article.page_id)
    html = enter("dan").get(f"/admin/articles/article/{where}").content.decode()
    assert f'href="/admin/articles/page/{article.page_id}/change/"' in html


def test_the_way_to_an_articles_history_is_the_way_to_its_record(enter, article):
    html = enter("dan").get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert 'href="#history-title" class="historylink"' in html
    assert 'id="history-title"' in html


def test_looking_at_a_move_moves_nothing(enter, article):
    response = enter("dan").get(address(article, "verify"))

    assert response.status_code == 200
    assert status_of(article) == "imported"


def test_a_move_without_its_token_is_refused(enter, article):
    browser = enter("dan", enforce_csrf_checks=True)

    assert browser.post(address(article, "verify"), form_of(article)).status_code == 403
    assert status_of(article) == "imported"


@pytest.mark.parametrize("name", ["de", "pei", "sun", "chen", "ao", "root"])
def test_who_may_not_verify_is_told_why_and_moves_nothing(enter, article, name, notes):
    response = enter(name).post(address(article, "verify"), form_of(article), follow=True)

    assert status_of(article) == "imported"
    assert len(notes(response)[0]) > 10


def test_a_closed_button_shows_its_sentence_as_text(enter, article):
    html = enter("de").get(f"/admin/articles/article/{article.pk}/change/").content.decode()

    assert 'disabled aria-describedby="why-verify"' in html
    assert "导入了它" in html


def test_a_move_seen_on_an_older_text_is_refused(enter, article, notes):
    stale = {"seen": article.revision - 1}

    response = enter("dan").post(address(article, "verify"), stale, follow=True)

    assert status_of(article) == "imported"
    assert "修改或流转" in notes(response)[0]


def test_a_return_asks_for_reason_and_words(enter, cast, article):
    bring(article, "final_review", cast)

    response = enter("chen").post(address(article, "return"), form_of(article, opinion=" "))

    assert set(response.context["form"].errors) == {"reason", "opinion"}
    assert status_of(article) == "final_review"


def test_the_history_tells_who_said_what(enter, cast, publication):
    article = web_article(cast, publication, "returned")

    html = enter("ao").get(f"/admin/articles/article/{article.pk}/change/").content.decode()

    assert "请核对数字。" in html
    assert "事实待核" in html


def test_an_unknown_move_is_not_found(enter, article):
    assert enter("chen").get(address(article, "explode")).status_code == 404


def together(action):
    return f"/admin/articles/article/together/{action}/"


def test_several_are_verified_in_one_batch(enter, cast, issue):
    page = page_of(issue)
    articles = [print_article(cast, page) for _ in range(3)]

    enter("dan").post(together("verify"), {"article": [f"{a.pk}:{a.revision}" for a in articles]})

    events = Event.objects.filter(action="verify")
    assert events.count() == 3
    assert len({event.batch for event in events}) == 1


def test_of_a_mixed_selection_the_refused_are_left_and_named(enter, cast, issue, notes):
    page = page_of(issue)
    good, bad = print_article(cast, page), print_article(cast, page, headline="")

    chosen = {"article": [f"{each.pk}:{each.revision}" for each in (good, bad)]}
    response = enter("dan").post(together("verify"), chosen, follow=True)

    assert (status_of(good), status_of(bad)) == ("final_review", "imported")
    assert bad.number in notes(response)[0]


def test_signing_several_needs_an_opinion(enter, cast, issue):
    article = bring(print_article(cast, page_of(issue)), "final_review", cast)

    response = enter("chen").post(together("sign_off"), {"article": [article.pk], "opinion": ""})

    assert response.context["form"].errors
    assert status_of(article) == "final_review"


@pytest.mark.parametrize("name", ["root", "de", "sun"])
def test_signing_several_obeys_the_same_rules(enter, cast, issue, name):
    article = bring(print_article(cast, page_of(issue)), "final_review", cast)
    words = {"article": [article.pk], "opinion": "同意。"}

    enter(name).post(together("sign_off"), words)

    assert status_of(article) == "final_review"


def test_looking_at_a_move_together_moves_nothing(enter, article):
    response = enter("dan").get(together("verify"), {"article": article.pk})

    assert article.number in response.content.decode()
    assert status_of(article) == "imported"


def test_the_action_of_the_list_leads_to_the_question(enter, article):
    chosen = {"action": "verify_together", "_selected_action": [article.pk]}

    response = enter("dan").post("/admin/articles/article/", chosen)

    assert response.url == f"{together('verify')}?article={article.pk}"
    assert status_of(article) == "imported"


@pytest.mark.parametrize("name", ["ao", "pei"])
def test_readers_among_staff_move_nothing_together(enter, article, name):
    assert enter(name).post(together("verify"), {"article": article.pk}).status_code == 403
