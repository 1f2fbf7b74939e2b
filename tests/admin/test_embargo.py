"""An embargo set by one editor is not lost by another who has the article open."""

from datetime import timedelta

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
