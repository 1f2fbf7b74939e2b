"""The truth of every typeset page is exact: all of it is printed, in order, and nothing else is."""

import random
import unicodedata

import pytest

from . import draw_setting, lay_out, pages
from .sampling import load_articles, load_captions
from .written import hands, written_pages

COUNT = 40


def bare(text: str) -> str:
    """The characters alone: no white space, full-width forms folded."""
    return "".join(unicodedata.normalize("NFKC", text).split()).strip("\ufeff")


@pytest.fixture(scope="module")
def sample() -> list[tuple[str, str, dict]]:
    own = [*pages(COUNT, seed=11), *pages(COUNT // 2, seed=12, extras=True)]
    others = [page for articles in hands().values() for page in written_pages(articles, 8, seed=13)]
    return own + others


def printed_pieces(truth: dict) -> list[str]:
    """Every piece of text that the truth says is on the page, byline lines included."""
    pieces = list(truth["furniture"])
    for article in truth["articles"]:
        pieces += [article[part] for part in ("kicker", "headline", "deck") if article[part]]
        pieces += article["paragraphs"] + [head["text"] for head in article["subheads"]]
        pieces += article["ignorable"]
    for caption in truth["captions"]:
        pieces += [caption["text"], *caption["ignorable"]]
    return pieces


def broken_texts(truth: dict) -> set[str]:
    return {
        truth["articles"][article]["paragraphs"][paragraph]
        for article, paragraph in truth["broken_pieces"]
    }


def test_every_piece_of_the_truth_is_printed_unbroken(sample):
    for page_id, text, truth in sample:
        printed = bare(text)
        whole = [piece for piece in printed_pieces(truth) if piece not in broken_texts(truth)]
        missing = [piece for piece in whole if bare(piece) not in printed]
        assert not missing, (page_id, missing)


def test_an_interrupted_paragraph_is_printed_in_order(sample):
    for page_id, text, truth in sample:
        for paragraph in broken_texts(truth):
            letters = iter(bare(text))
            assert all(letter in letters for letter in bare(paragraph)), page_id


def test_nothing_is_printed_that_the_truth_does_not_know(sample):
    for page_id, text, truth in sample:
        left = bare(text)
        pieces = sorted(printed_pieces(truth), key=len, reverse=True)
        for piece in (piece for piece in pieces if piece not in broken_texts(truth)):
            left = left.replace(bare(piece), "", 1)
        allowed = sum(len(bare(paragraph)) for paragraph in broken_texts(truth))
        assert len(left) <= allowed, (page_id, left)


def test_the_paragraphs_of_an_article_follow_each_other(sample):
    for page_id, text, truth in sample:
        printed = bare(text)
        for article in truth["articles"]:
            place = 0
            for paragraph in article["paragraphs"]:
                if paragraph not in broken_texts(truth):
                    place = printed.find(bare(paragraph), place)
                    assert place >= 0, (page_id, paragraph)


def test_a_story_without_a_heading_announces_itself(sample):
    for page_id, _text, truth in sample:
        for article in truth["articles"]:
            if article["headline"] is None:
                announced = article["paragraphs"][0].startswith(("本报", "据", "汇联社"))
                assert announced or article["ignorable"], (page_id, article["source"])


def test_the_same_seed_gives_the_same_pages():
    assert list(pages(5, seed=3)) == list(pages(5, seed=3))


def test_another_seed_gives_other_pages():
    assert [text for _, text, _ in pages(3, seed=3)] != [text for _, text, _ in pages(3, seed=4)]


def test_pages_of_every_tool_and_order_occur():
    truths = [truth for _, _, truth in pages(120, seed=5)]
    assert len({truth["extractor"] for truth in truths}) == 8
    assert {truth["order"] for truth in truths} == {"before", "after", "mixed"}
    assert any(article["headline"] is None for truth in truths for article in truth["articles"])
    assert any(truth["broken"] for truth in truths)


def test_extras_stand_beside_the_same_stories():
    for (_, _, plain), (_, _, more) in zip(
        pages(9, seed=3), pages(9, seed=3, extras=True), strict=True
    ):
        kept = [article for article in more["articles"] if article in plain["articles"]]
        assert kept == plain["articles"]


def test_laying_out_leaves_the_articles_as_they_were():
    articles, captions = load_articles()[:4], load_captions()[:2]
    lay_out(articles, captions, draw_setting(random.Random(1)), 1)
    assert articles == load_articles()[:4]
