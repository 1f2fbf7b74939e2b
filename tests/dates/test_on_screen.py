"""Resolved dates where editors work: beside the text, each with the days it stands for."""

import pytest

from articles.admin.reviewing import dated
from articles.intake import importing
from tests.admin.conftest import enter  # noqa: F401
from tests.builders import page_of, web_article

STORY = """岚汀日报 2026年11月20日 星期五

本报讯（记者陈一诺）11月18日，岚汀县青禾坪镇小学新操场启
用，六百多名学生上了第一堂体育课。近日，家长也来看了。

学校去年动工，2025年3月1日至5月20日停课。9月底前还要建楼。

青禾坪小学新操场启用
"""


@pytest.fixture
def article(issue, cast):
    page = page_of(issue, source=STORY)
    (article,) = importing.apply_import(importing.plan_import(page), by=cast.de).articles
    return article


def test_each_date_stands_with_its_days_and_its_paragraph(article):
    rows = {row.text: (row.days, str(row.spot)) for row in dated.rows(article)}
    assert rows["11月18日"] == ("2026-11-18", "body-0")
    assert rows["去年"] == ("2025-01-01 至 2025-12-31", "body-1")


def test_a_date_that_names_no_day_says_so(article):
    (vague,) = [row for row in dated.rows(article) if row.text == "近日"]
    assert (vague.days, vague.note) == ("未推定", "未指明日期")


def test_a_wording_that_comes_twice_is_listed_once(article, issue, cast):
    twice = STORY.replace("近日，家长", "11月18日，家长")
    page = page_of(issue, label="02", source=twice)
    (other,) = importing.apply_import(importing.plan_import(page), by=cast.de).articles
    assert [row.text for row in dated.rows(other)].count("11月18日") == 1


@pytest.mark.parametrize("screen", ["change", "review"])
def test_editors_see_the_dates_beside_the_text(enter, article, screen):  # noqa: F811
    html = enter("dan").get(f"/admin/articles/article/{article.pk}/{screen}/").content.decode()
    assert "文中日期" in html
    assert "2025-01-01 至 2025-12-31" in html
    assert f'/admin/articles/article/{article.pk}/review/#body-1"' in html


def test_an_article_without_dates_shows_no_empty_list(enter, cast, publication):  # noqa: F811
    article = web_article(cast, publication, "first_review")
    html = enter("dan").get(f"/admin/articles/article/{article.pk}/review/").content.decode()
    assert "文中日期" not in html
