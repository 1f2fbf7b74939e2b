"""The piece of text shown under a hit, with the hit marked."""

import pytest

from articles import search

LONG = "开头的话。" * 60 + "大桥今天通车了。" + "结尾的话。" * 60


def text_of(pieces):
    return "".join(piece for piece, _hit in pieces)


def test_hits_are_marked_in_their_own_spelling():
    assert search.snippet("走Ｇ３２０国道", "g320") == [
        ("走", False),
        ("Ｇ３２０", True),
        ("国道", False),
    ]


def test_a_long_text_is_cut_around_the_hit():
    pieces = search.snippet(LONG, "通车", length=60)
    assert ("通车", True) in pieces
    assert pieces[0] == pieces[-1] == ("…", False)
    assert len(text_of(pieces)) <= 62


def test_around_a_hit_all_spellings_are_marked():
    text = "开头的话。" * 60 + "大橋與大桥、ＡＢ大桥" + "结尾的话。" * 60
    marked = [piece for piece, is_hit in search.snippet(text, "大桥", length=60) if is_hit]
    assert marked == ["大橋", "大桥", "大桥"]


def test_a_hit_in_another_spelling_alone_is_found_wherever_it_stands():
    text = "开头的话。" * 60 + "大橋" + "结尾的话。" * 60
    assert ("大橋", True) in search.snippet(text, "大桥", length=60)


def test_without_a_hit_the_text_begins_at_the_beginning():
    assert text_of(search.snippet(LONG, "没有", length=10)) == LONG[:10] + "…"


def test_overlapping_words_are_one_hit():
    assert search.snippet("青禾坪镇", "青禾坪 禾坪镇") == [("青禾坪镇", True)]


def test_line_marks_and_breaks_are_left_out():
    assert text_of(search.snippet("## 小标题\n> 编者按\n正文", "按")) == "小标题 编者按 正文"


@pytest.mark.parametrize("query", ["", '"', "<b>", "ﷺ", "\x00"])
def test_no_text_is_lost_or_added(query):
    text = "a < b & <b>粗</b> ﷺ 完"
    assert text_of(search.snippet(text, query)) == text
