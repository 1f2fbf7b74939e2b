"""An embargo set by one editor is not lost by another who has the article open."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from tests.builders import page_of, print_article


def form_of(article, **changed):
    names = "kicker headline deck byline dateline source body".split()
    rows = {
        f"{prefix}-{name}": 0
        for prefix in ("credits", "photos")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    texts = {name: getattr(article, name) for name in names}
    return texts | rows | {"seen": article.revision, "tags": ""} | changed


def test_an_embargo_is_not_lost_by_who_saves_an_older_form(enter, cast, issue):
    article = print_article(cast, page_of(issue))
    here = f"/admin/articles/article/{article.pk}/change/"
    opened = form_of(article, headline="桥通车啦")
    later = timezone.localtime() + timedelta(days=3)
    enter("dan").post(here, form_of(article, embargo_until=f"{later:%Y-%m-%dT%H:%M}"))
    assert Article.objects.get().embargo_until is not None
    late = enter("de").post(here, opened)
    assert late.status_code == 200
    now = Article.objects.get()
    assert (now.embargo_until is not None, now.headline) == (True, "桥通车了")


@pytest.mark.parametrize("year", ["0001", "0026", "9999"])
def test_a_slip_in_the_year_of_an_embargo_is_told_beside_it(enter, cast, issue, year):
    article = print_article(cast, page_of(issue))
    sent = form_of(article, headline="桥通车啦", embargo_until=f"{year}-12-01T08:00")
    page = enter("de").post(f"/admin/articles/article/{article.pk}/change/", sent)
    assert year in page.context["adminform"].form.errors["embargo_until"][0]
    assert "桥通车啦" in page.content.decode()
    assert Article.objects.get().embargo_until is None
