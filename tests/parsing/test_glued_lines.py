"""A headline and the first words of another story, which a tool wrote on one line, are two."""

import pytest

from articles.parsing import assemble, ledger, lines_of, parse_page
from tests.parsing.columns import BODY, HEAD, LEAD, OTHER_HEAD, SECOND, column, story

OTHER = (
    "昨日，棠溪镇的果农在村口装车，第一批蜜柚将运往省城。镇里请来农技员，"
    "手把手教大家分级和包装，合作社统一联系车队，价钱比去年高出两成。"
)
OPENINGS = {
    "an opening that goes on below": column(f"本报讯（记者 梁砚秋 通讯员 韩松涛）{OTHER}"),
    "a byline": f"本报记者 梁砚秋 韩松涛\n{column(OTHER)}",
}
# What stands at one height in print: the headline below its own text, the next story beside it.
NEITHER = (
    "要闻 本报讯（记者 梁砚秋）",
    "昨日上午， 本报讯（记者 梁砚秋）",
    "图为棠溪镇果农装车。 本报记者 梁砚秋 摄",
    "棠溪镇果农装车忙 本报记者 梁砚秋 摄",
    "棠溪镇果农装车忙 本报记者走进果园",
    "责任编辑 韩松涛 本报记者 梁砚秋来信",
    "记者 梁砚秋 本报讯（记者 韩松涛）",
    "棠溪镇果农装车忙 本报讯员手记",
    "棠溪镇果农装车忙 本报讯（记者梁砚秋）手。竹子要选背阴坡的三年竹",
)


def glued(opening: str) -> str:
    """A story with its headline below, at whose height the next one begins."""
    return "\n".join([story(LEAD, SECOND), f"{HEAD} {opening}", OTHER_HEAD, ""])


@pytest.mark.parametrize("opening", OPENINGS.values(), ids=OPENINGS)
def test_q_a_headline_is_parted_from_the_opening_beside_it(opening):
    record = parse_page(glued(opening))
    found = [(each.headline, each.paragraphs[0].text[:2]) for each in record.articles]
    assert found == [(HEAD, BODY[:2]), (OTHER_HEAD, OTHER[:2])]
    assert {credit.name for credit in record.articles[1].credits} == {"梁砚秋", "韩松涛"}
    assert ledger(record).closed


def test_the_line_is_told_and_its_stories_are_never_sure():
    record = parse_page(glued(OPENINGS["a byline"]))
    (line,) = [line.number for line in record.lines if line.segment]
    assert [doubt.line for doubt in record.doubts if doubt.kind == "line_parted"] == [line]
    assert "columns_parted" not in [doubt.kind for doubt in record.doubts]
    assert all(article.confidence < 0.9 for article in record.articles)


def test_labels_alone_make_the_same_record_again():
    source = glued(OPENINGS["a byline"])
    record = parse_page(source)
    assert assemble(lines_of(source), record.labels).articles == record.articles


@pytest.mark.parametrize("row", NEITHER)
def test_what_is_no_headline_or_no_opening_stays_whole(row):
    lines = lines_of(f"{HEAD}\n{row}\n{OTHER}\n")
    assert [line.segment for line in lines] == [0, 0, 0]
