"""No golden page may be read worse than it once was."""

import json

import pytest

from articles.parsing.measuring.measures import Score, score
from tests.golden import BASELINE, complaint, note, noted, pairs, read
from tests.golden.__main__ import main

PAIRS = list(pairs())
NOTED = noted()
RAISE = "python -m tests.golden --raise"


@pytest.mark.parametrize(("name", "text", "truth"), PAIRS, ids=[name for name, *_ in PAIRS])
def test_a_golden_page_is_read_as_well_as_ever(name, text, truth):
    assert name in NOTED, f"{name} is new: note its score by {RAISE}"
    told = complaint(name, NOTED[name], read(text, truth))
    assert not told, f"{told}\nIf that is meant: python -m tests.golden --accept {name}"


def test_every_noted_page_is_there():
    assert set(NOTED) == {name for name, *_ in PAIRS}


def test_the_notes_are_written_as_they_are_read(tmp_path):
    note(NOTED, tmp_path / "notes.json")
    assert (tmp_path / "notes.json").read_bytes() == BASELINE.read_bytes()


def test_golden_pages_are_of_every_extractor_and_order():
    truths = [json.loads(truth.read_text("utf-8")) for _name, _text, truth in PAIRS]
    assert {truth.get("order") for truth in truths} >= {"before", "after", "mixed"}
    assert len({truth.get("extractor") for truth in truths}) >= 8


def test_a_complaint_names_article_and_field():
    _name, _text, path = PAIRS[0]
    truth = json.loads(path.read_text("utf-8"))
    first = next(article for article in truth["articles"] if article["headline"])
    others = [article for article in truth["articles"] if article is not first]
    wrong = {**truth, "articles": [{**first, "headline": "别的标题"}, *others]}
    before, now = score(truth, truth), score(truth, wrong)
    assert complaint("page", before, before) == ""
    told = complaint("page", before, now)
    assert f"{first['headline']}: headlines" in told
    assert "is read “别的标题”" in told


def test_raising_never_notes_a_lower_score(capsys, tmp_path, monkeypatch):
    high = {name: found + Score(invented=-5) for name, found in NOTED.items()}
    monkeypatch.setattr("tests.golden.__main__.noted", lambda: high)
    monkeypatch.setattr("tests.golden.__main__.note", pytest.fail)
    assert main(["--raise"]) == 1
    assert "is read worse than before" in capsys.readouterr().out
