"""A page without a picture is set again from its text, as a newspaper page and for all screens."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.epaper.facsimile import COLUMNS, TYPE, Measure, set_page
from articles.models import Article
from articles.public.facsimiles import MOST_CHARACTERS
from tests.builders import go

STORY = Measure(characters=420, paragraphs=5, headline=12)
LONG = Measure(characters=1600, paragraphs=12, headline=11, beside_headline=3)
PICTURED = Measure(characters=300, paragraphs=3, headline=9, picture=0.66, caption=40)
NOTICE = Measure(characters=160, paragraphs=2, headline=8, is_boxed=True)
PAGES = {
    "one": (STORY,),
    "a lead and briefs": (LONG, STORY, PICTURED, NOTICE, STORY),
    "notices alone": (NOTICE,) * 9,
    "a picture alone": (Measure(characters=0, paragraphs=0, picture=0.7, caption=20),),
    "72": (LONG, *[STORY, PICTURED, NOTICE] * 24)[:72],
}
each_page = pytest.mark.parametrize("measures", PAGES.values(), ids=PAGES)


def blocks_of(bands):
    return [block for band in bands for stack in band.stacks for block in stack.blocks]


@each_page
def test_every_story_has_one_place_in_the_order_of_print(measures):
    assert [block.story for block in blocks_of(set_page(measures))] == list(range(len(measures)))


@each_page
def test_every_band_fills_the_width_of_the_page(measures):
    widths = {sum(stack.columns for stack in band.stacks) for band in set_page(measures)}
    assert widths == {COLUMNS}


@each_page
def test_a_picture_is_shown_where_there_is_one(measures):
    for block in blocks_of(set_page(measures)):
        assert bool(block.picture) == bool(measures[block.story].picture)


def test_an_empty_page_has_no_bands():
    assert set_page(()) == ()


def test_the_weightiest_story_has_the_largest_headline():
    blocks = blocks_of(set_page((STORY, LONG, STORY, NOTICE)))
    assert max(blocks, key=lambda block: block.size).story == 1


def test_a_headline_takes_two_lines_at_most():
    measures = tuple(Measure(characters=300, headline=width) for width in range(4, 30, 3))
    for band in set_page(measures):
        for stack in band.stacks:
            for block in stack.blocks:
                room = stack.columns * 11 + (stack.columns - 1) * 1.5
                assert (
                    block.size == 1 or measures[block.story].headline * TYPE[block.size] <= 2 * room
                )


def test_stories_side_by_side_end_at_about_one_height():
    tall, white = 0.0, 0.0
    for band in set_page(PAGES["a lead and briefs"] * 3):
        heights = [sum(block.rows for block in stack.blocks) for stack in band.stacks]
        tall += max(heights) * COLUMNS
        white += sum(
            (max(heights) - height) * stack.columns
            for height, stack in zip(heights, band.stacks, strict=True)
        )
    assert white / tall < 0.15


def test_a_page_is_set_from_the_live_text_with_every_story_a_link(paper, client):
    text = client.get(paper.pages[0].get_absolute_url()).text
    assert text.count('<article class="set ') == 2
    for article in (paper.lead, paper.last_of_first):
        link = rf'<h3 class="set__headline[^>]*><a href="{article.get_absolute_url()}">'
        assert re.search(link, text)
    assert "第二段写得很短。" in text


def test_the_working_copy_is_not_set(live, page, client):
    article = live()
    Article.objects.filter(pk=article.pk).update(body="还没审的话。", headline="还没审的题")
    text = client.get(page.get_absolute_url()).text
    assert "还没审" not in text
    assert "已刊body" in text


def test_a_story_that_is_withdrawn_leaves_no_gap(cast, live, page, client):
    live("留下")
    go(live("撤下"), "withdraw", cast.chen)
    text = client.get(page.get_absolute_url()).text
    assert text.count('<article class="set ') == 1
    assert "撤下" not in text


def test_of_a_text_longer_than_a_page_the_beginning_is_shown(live, page, client):
    body = "\n".join(f"第{row}段" + "长" * 500 for row in range(20))
    article = live(body=body)
    text = client.get(page.get_absolute_url()).text
    assert text.count("长") <= MOST_CHARACTERS
    assert "全文见稿件页" in text
    assert client.get(article.get_absolute_url()).text.count("长") >= 500 * 20


def test_a_notice_stands_in_a_box(live, page, client):
    live(kind="notice")
    assert "set--boxed" in client.get(page.get_absolute_url()).text


def test_one_article_and_seventy_two_cost_the_same_statements(live, page, client):
    live("甲")
    places = (page.get_absolute_url(), page.issue.get_absolute_url())
    few = [statements(client, place) for place in places]
    live_version = Article.objects.get().live_version
    for row in range(71):
        article = Article.objects.get(page=page, position=0, number__endswith="1")
        article.pk, article.number, article.position = None, f"2026-9{row:05}", row + 1
        article._state.adding = True
        article.live_version = live_version
        article.save()
    assert Article.objects.published().filter(page=page).count() == 72
    assert [statements(client, place) for place in places] == few == [4, 3]


def statements(client, place):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(place).status_code == 200
    return len(queries)
