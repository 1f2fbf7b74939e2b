"""A page says where the rest of an article stands on it, once readers may read the whole."""

import pytest

from articles.models import Article, JoinedPart
from tests.builders import bring, imported, page_of


@pytest.fixture
def parts(cast, issue, page, live):
    """(first, rest): an article of page 01 that goes on between two stories of page 02."""
    second = page_of(issue, "02")
    first = imported(page, cast.de, headline="青禾坪小学新操场启用")
    live(where=second, headline="秋粮总产再创新高", position=1)
    rest = imported(second, cast.de, headline="新操场启用转文", position=2)
    live(where=second, headline="县图书馆晚间延时开放", position=3)
    JoinedPart.objects.create(whole=first, piece=rest, position=1, joined_by=cast.de)
    return first, rest


def published(article, cast):
    bring(article, "published", cast)
    return Article.objects.get(pk=article.pk)


def test_a_page_leads_to_the_whole_where_its_rest_is_printed(parts, cast, read):
    whole = published(parts[0], cast)
    _status, html = read(parts[1].page.get_absolute_url())
    html = html[html.index("<main") :]
    line = html.index("上接第01版")
    assert html.index("秋粮总产再创新高") < line < html.index("县图书馆晚间延时开放")
    assert f'<a href="{whole.get_absolute_url()}"' in html[line:]
    assert "上接第01版</span>" in html
    assert "《青禾坪小学新操场启用》" in html[line:]
    assert "新操场启用转文" not in html


def test_of_a_whole_that_is_not_live_a_page_says_nothing(parts, read):
    _status, html = read(parts[1].page.get_absolute_url())
    assert "上接" not in html
    assert "新操场" not in html


def test_what_is_withdrawn_leaves_no_word_on_the_page_of_its_rest(parts, cast, read):
    bring(parts[0], "withdrawn", cast)
    _status, html = read(parts[1].page.get_absolute_url())
    assert "上接" not in html


def test_the_page_of_the_whole_does_not_lead_to_itself(parts, cast, read):
    whole = published(parts[0], cast)
    assert "上接" not in read(whole.page.get_absolute_url())[1]
