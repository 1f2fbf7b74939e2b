"""Live words on printed lines: each word once, each in its place, and none that is not live."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.formats import printing
from articles.formats.printing import PrintedLine, blocks_of
from articles.records import Box
from articles.texts.body import blocks_of as body_of
from tests.formats import samples

pytestmark = pytest.mark.once

BODY = "十一月二十日，大桥正式通车，两岸百姓走上桥头。\n有人说：等了二十年。"
PRINTED = (
    "大桥通车",
    "十一月二十日，大桥正",
    "式通车，两岸百姓走上",
    "桥头。",
    "有人说：等了二十年。",
)


def box(row):
    return Box(0.1, row / 10, 0.5, (row + 1) / 10)


def lines(texts=PRINTED, page=1):
    return [PrintedLine(text, page, box(row)) for row, text in enumerate(texts)]


def article(body=BODY, **fields):
    bare = {"kicker": "", "deck": "", "byline": "", "photos": ()}
    return samples.article(blocks=tuple(body_of(body)), **bare | fields)


def told(blocks):
    return [(line.text, line.box) for block in blocks for line in block.lines]


def test_words_stand_on_the_lines_that_print_them():
    assert told(blocks_of(article(), lines())) == [
        (text, box(row)) for row, text in enumerate(PRINTED)
    ]


def test_paragraphs_keep_their_roles_and_places():
    blocks = blocks_of(article("## 小题\n正文四个字\n> 编者按"), lines(()))
    assert [(block.role, block.place) for block in blocks] == [
        ("headline", 0),
        ("subhead", 1),
        ("text", 2),
        ("note", 3),
    ]


def test_what_was_put_right_has_the_place_of_what_it_replaces():
    corrected = article(BODY.replace("两岸百姓走上", "东岸居民步上"))
    found = told(blocks_of(corrected, lines()))
    assert ("式通车，东岸居民步上", box(2)) in found
    assert not any("两岸百姓" in text for text, _box in found)


def test_what_was_taken_out_is_on_no_line():
    shorter = article(BODY.replace("\n有人说：等了二十年。", ""))
    assert [text for text, _box in told(blocks_of(shorter, lines()))] == list(PRINTED[:4])


def test_without_printed_lines_a_paragraph_is_one_line_without_a_place():
    found = told(blocks_of(article(), ()))
    assert found == [("大桥通车", None), *((text, None) for text in BODY.splitlines())]


def test_a_line_that_is_spaced_out_is_the_same_line():
    spaced = ("大　桥　通　车", *PRINTED[1:])
    assert told(blocks_of(article(), lines(spaced)))[0] == ("大桥通车", box(0))


def test_what_goes_on_elsewhere_stands_on_that_page():
    printed = [*lines(PRINTED[:3]), *lines(PRINTED[3:], page=4)]
    blocks = blocks_of(article(), printed)
    assert [(block.page, block.place) for block in blocks] == [(1, 0), (1, 1), (4, 1), (4, 2)]


def test_a_short_line_is_not_looked_for_far_away():
    far = article("甲乙丙丁。" * 60 + "完。", headline="题")
    blocks = blocks_of(far, [PrintedLine("完。", 1, box(9))])
    assert len(blocks[1].lines) == 1


texts = st.text("一二三四五。 \u3000a", max_size=30)


@given(st.lists(texts, max_size=6), st.lists(texts, max_size=8), st.integers(1, 3))
def test_every_word_is_told_once_and_nothing_else(paragraphs, printed, page):
    whole = article("\n".join(paragraphs), headline="题")
    found = blocks_of(whole, lines(printed, page))
    words = "".join(line.text for block in found for line in block.lines)
    live = "".join(line for block in whole.blocks for line in block.lines)
    assert printing.squeezed(words) == printing.squeezed("题" + live)
