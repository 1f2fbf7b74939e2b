"""The measures: what counts as right, and that the published scorer of labelled pages agrees."""

import importlib.util
import json
import os
import random
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from articles.parsing import parse_page
from articles.parsing.exchange.page_json import page_to_json
from articles.parsing.measuring.alignment import distance, mapped, similarity
from articles.parsing.measuring.measures import Score, Tally, score
from tests.parsing.samples import ROOT, read_folder
from tests.typesetting import pages as typeset

SHARED = os.environ.get("NEWSROOM_SHARED") or ROOT.parent / "shared"
SCORER = ROOT.joinpath(SHARED) / "pages" / "score.py"
LETTERS = st.text(alphabet="甲乙丙，", max_size=40)


@given(LETTERS, LETTERS)
def test_the_distance_is_levenshteins(text, other):
    assert distance(text, other) == Levenshtein.distance(text, other)
    assert similarity(text, other) == pytest.approx(Levenshtein.normalized_similarity(text, other))


@given(LETTERS, LETTERS)
def test_places_stay_in_order_and_inside_the_other_text(text, other):
    found = mapped(text, other, range(len(text) + 1))
    assert found == sorted(found)
    assert all(0 <= place <= len(other) for place in found)


def test_a_place_is_found_again_behind_what_was_put_in():
    assert mapped("上午开会。下午散会。", "上午在县城开会。下午散会。", [5]) == [8]


ONE = {
    "kicker": "冬日将至",
    "headline": "志愿者上门检修水电",
    "deck": None,
    "reporters": ["林知夏"],
    "paragraphs": ["县里组织志愿者走进社区，为独居老人检修水电线路。", "志愿者还讲解了取暖常识。"],
}
TWO = {
    "headline": None,
    "paragraphs": ["云麓镇万亩油菜开始机播，二十台播种机同时下田作业，进度喜人。"],
}
PHOTO = {"text": "图为志愿者在检修线路。", "photographers": ["陆小舟"]}
TRUTH = {"articles": [ONE, TWO], "captions": [PHOTO]}


def read_as(change):
    reading = deepcopy(TRUTH)
    change(reading)
    return score(TRUTH, reading)


def fields_of(found):
    return {fault.field for fault in found.faults}


def test_a_reading_without_a_fault_is_perfect():
    found = score(TRUTH, TRUTH)
    assert (found.perfect, found.faults, found.articles) == (1, (), Tally(2))


def test_white_space_and_width_never_count():
    found = read_as(lambda page: page["articles"][0].update(headline="志愿者 上门检修水电\u200b"))
    assert found.perfect == 1


# What a parser may do wrong | the fields that the faults name.
FAULTS = {
    "headline": lambda page: page["articles"][0].update(headline="志愿者上门"),
    "invented": lambda page: page["articles"][1].update(headline="油菜机播忙"),
    "kicker as headline": lambda page: page["articles"][0].update(kicker=None, headline="冬日将至"),
    "reporter": lambda page: page["articles"][0].update(reporters=["林知秋"]),
    "paragraph": lambda page: page["articles"][0].update(
        paragraphs=["".join(ONE["paragraphs"])]
    ),
    "body": lambda page: page["articles"][1].update(paragraphs=[TWO["paragraphs"][0][:-1]]),
    "lost": lambda page: page["articles"].pop(),
    "surplus": lambda page: page["articles"].append({"paragraphs": ["全是别的字词句。"]}),
    "caption": lambda page: page["captions"].clear(),
    "photographer": lambda page: page["captions"][0].update(photographers=[]),
}  # fmt: skip
NAMED = {
    "headline": {"headlines"},
    "invented": {"headlines"},
    "kicker as headline": {"kickers", "headlines"},
    "reporter": {"reporters"},
    "paragraph": {"paragraphs"},
    "body": {"body"},
    "lost": {"articles"},
    "surplus": {"articles"},
    "caption": {"captions"},
    "photographer": {"photographers"},
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_by_its_field(name):
    found = read_as(FAULTS[name])
    assert (found.perfect, fields_of(found)) == (0, NAMED[name])


def test_a_fault_tells_the_article_and_both_readings():
    (fault,) = read_as(FAULTS["headline"]).faults
    assert (fault.article, fault.wanted) == ("志愿者上门检修水电", "志愿者上门检修水电")
    assert fault.found == "志愿者上门"


def test_an_invented_headline_is_counted_as_such():
    found = read_as(FAULTS["invented"])
    assert (found.invented, found.missing) == (1, Tally(0, 0, 1))


def test_scores_add_up():
    both = read_as(FAULTS["headline"]) + read_as(FAULTS["lost"])
    assert (both.pages, both.headlines, both.articles) == (2, Tally(1, 1, 1), Tally(3, 0, 1))
    assert Score() + both == both


needs_shared = pytest.mark.skipif(not SCORER.exists(), reason="no labelled pages beside this")
SAME = {
    "article": "articles",
    "missing": "missing",
    "kicker": "kickers",
    "deck": "decks",
    "reporters": "reporters",
    "correspondents": "correspondents",
    "paragraphs": "paragraphs",
    "subheads": "subheads",
    "caption": "captions",
    "photographer": "photographers",
}


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("published_scorer", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def assert_agreed(scorer, truth, reading):
    theirs, ours = scorer.score_page(truth, reading), score(truth, reading)
    counts = {key: Tally(*theirs["counts"][key]) for key in SAME}
    assert {key: getattr(ours, name) for key, name in SAME.items()} == counts
    assert (ours.headlines.right, ours.headlines.right + ours.headlines.missed) == (
        theirs["headline_ok"],
        theirs["headline_n"],
    )
    assert (ours.body_right, ours.body_size) == pytest.approx(
        (theirs["acc_num"], theirs["acc_den"])
    )
    assert ours.perfect == theirs["perfect"]


def damaged(reading, rng):
    """A reading with every kind of fault, at random."""
    broken = json.loads(json.dumps(reading))
    articles = broken["articles"]
    for article in articles:
        kind = rng.randrange(9)
        if kind == 0:
            article["kicker"], article["headline"] = article["headline"], article["kicker"]
        elif kind == 1:
            article["paragraphs"] = ["".join(article["paragraphs"])]
        elif kind == 2:
            article["paragraphs"] = article["paragraphs"][1:]
        elif kind == 3:
            article["reporters"] = [*article["reporters"], "路人甲"]
        elif kind == 4:
            article["paragraphs"] = [text[::2] + text[:9] for text in article["paragraphs"]]
    if len(articles) > 2 and rng.random() < 0.5:
        lost = articles.pop(rng.randrange(len(articles)))
        articles[0]["paragraphs"] += lost["paragraphs"]
    for caption in broken["captions"]:
        caption["text"] = caption["text"][: rng.randrange(1, 40)]
    return broken


@needs_shared
def test_the_published_scorer_agrees_on_the_labelled_pages(scorer):
    for page in read_folder(SCORER.parent):
        assert_agreed(scorer, page.truth, page_to_json(parse_page(page.text)))


@needs_shared
def test_the_published_scorer_agrees_on_bad_readings_of_typeset_pages(scorer):
    rng = random.Random(3)
    for _name, text, truth in typeset(12, 5):
        assert_agreed(scorer, truth, damaged(page_to_json(parse_page(text)), rng))
