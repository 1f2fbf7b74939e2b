"""The demo's issues: their pages print what the truth says, their days and pictures exist."""

import datetime
import json
import re
from pathlib import Path

import pytest

from articles.demo.pictures import SCENES, draw

from .sampling import CORPUS
from .test_pages import bare, printed_pieces

DEMO = Path(__file__).resolve().parents[2] / "articles" / "demo"
ISSUES = json.loads((DEMO / "issues.json").read_text("utf-8"))["issues"]
PAGES = [page for issue in ISSUES for page in issue["pages"]]
each_page = pytest.mark.parametrize("page", PAGES, ids=[page["file"] for page in PAGES])
WEEKDAYS = "一二三四五六日"


def page_text(page: dict) -> str:
    # A page that came as PDF has its text beside it.
    return (DEMO / "pages" / page["file"]).with_suffix(".txt").read_text("utf-8")


def page_truth(page: dict) -> dict:
    return json.loads((CORPUS / "demo" / page["file"]).with_suffix(".json").read_text("utf-8"))


@each_page
def test_a_demo_page_prints_all_that_its_truth_says(page):
    printed = bare(page_text(page))
    missing = [piece for piece in printed_pieces(page_truth(page)) if bare(piece) not in printed]
    assert not missing


@each_page
def test_every_weekday_in_a_demo_page_is_right(page):
    dates = re.findall(r"(\d+)年(\d+)月(\d+)日\(?星期(.)", bare(page_text(page)))
    assert dates
    for year, month, day, weekday in dates:
        date = datetime.date(int(year), int(month), int(day))
        assert WEEKDAYS[date.weekday()] == weekday


@each_page
def test_every_photo_of_a_demo_page_has_a_caption_and_a_picture(page):
    captions = [caption["text"] for caption in page_truth(page)["captions"]]
    for photo in page["photos"]:
        assert sum(text.startswith(photo["starts_with"]) for text in captions) == 1
        assert photo["picture"] in SCENES
    assert len(page["photos"]) == len(captions)


@each_page
def test_every_article_of_a_demo_page_has_its_heading_on_record(page):
    articles = page_truth(page)["articles"]
    assert len(page["headings"]) == len(articles)
    for heading, article in zip(page["headings"], articles, strict=True):
        assert bare(heading["lead"]) in bare(article["paragraphs"][0])
        assert heading["headline"] == (article["headline"] or article["drawn_headline"])


def test_the_demo_has_thirty_articles_and_one_missing_headline():
    heads = [a["headline"] for page in PAGES for a in page_truth(page)["articles"]]
    assert len(heads) >= 30
    assert heads.count(None) == 1


def test_a_picture_is_the_same_at_every_drawing():
    assert draw("school") == draw("school")
