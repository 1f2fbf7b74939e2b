"""A page drawn from its text: every word, in its columns, over nobody else's."""

from itertools import combinations
from xml.etree import ElementTree

import pytest

from articles.formats import drawing, values
from articles.public.facsimiles import facsimile_of
from articles.texts.body import blocks_of
from tests.formats import samples

pytestmark = pytest.mark.once

TEXT = "{http://www.w3.org/2000/svg}text"


def drawn(articles, title="砚溪日报"):
    return drawing.draw(facsimile_of(articles), title=title)


def words(found):
    return [each.text for each in ElementTree.fromstring(found.svg).iter(TEXT)]


def article(number, paragraphs, **fields):
    body = "\n".join(f"{number}之{place}，{'字' * 30}。" for place in range(paragraphs))
    return samples.article(number=number, blocks=tuple(blocks_of(body)), **fields)


def test_every_word_is_drawn_once_and_in_order():
    found = article("甲", 7, photos=())
    told = "".join(words(drawn([found])))
    body = "".join(f"\u3000\u3000{line}" for block in found.blocks for line in block.lines)
    assert told.endswith(body)
    assert "引题大桥通车副题" in told


def test_stories_stand_apart_within_the_drawing():
    found = drawn([article(name, 2 + place * 3) for place, name in enumerate("甲乙丙丁戊己")])
    boxes = [box for _story, box in found.places]
    assert len(boxes) == 6
    for one, other in combinations(boxes, 2):
        beside = one.left + one.width <= other.left or other.left + other.width <= one.left
        below = one.top + one.height <= other.top or other.top + other.height <= one.top
        assert beside or below
    assert all(box.left + box.width <= found.width for box in boxes)
    assert all(box.top + box.height <= found.height for box in boxes)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四五六七", ["一二三", "四五六", "七"]),
        ("一二三。四五", ["一二三。", "四五"]),
        ("一二“三四”五", ["一二", "“三四”", "五"]),
        ("一 abc 二", ["一 abc", " 二"]),
        ("abcdefgh", ["abcdef", "gh"]),
        ("", []),
    ],
)
def test_lines_break_where_print_breaks_them(text, lines):
    assert list(drawing.broken(text, 3)) == lines


def test_marks_of_xml_and_signs_that_it_has_no_place_for_do_no_harm():
    found = drawn([samples.article(headline="<桥>&\x0b\"'")], title="<报>")
    assert "<桥>&\"'" in words(found)


def test_a_long_text_is_cut_and_says_so():
    found = drawn([article("甲", 200)])
    assert "……" in words(found)
    assert sum(map(len, words(found))) < 6000


def test_what_goes_on_from_another_page_has_its_headline_alone():
    rest = values.Region("2026-000123", "大桥通车", "/yanxi/2026-000123/", 1, (), is_continued=True)
    assert words(drawn([rest])) == ["砚溪日报", "大桥通车"]
