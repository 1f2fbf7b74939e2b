"""Dates in hostile text: no exception, and time that grows with the text and no faster."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.parsing.dates.checks import contradictions
from articles.parsing.dates.mentions import mentions
from tests.timing import growth

ISSUE = date(2026, 11, 20)
REPEATED = (
    *("1", "月", "1、2、", "今年", "今天“", "每年", "农历二", "18日至", "11月18日、", "二〇二六年"),
    *("　", "去年前后", "2026-11-", "周一，", "第第", "年年底", "会议强调，要认真学习贯彻"),
)


@given(
    st.text(
        alphabet="0123一二三十〇年月日号前后今去明当同第至到、，。“”周末初底旬季半\n 起以来",
        max_size=80,
    )
)
def test_any_mixture_of_date_words_is_read(text):
    found = mentions(text, ISSUE)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(m.first is None or m.last is None or m.first <= m.last for m in found)


@given(st.text(), st.dates())
def test_any_text_and_any_issue_is_read(text, issue):
    contradictions(text, issue)


@pytest.mark.parametrize("unit", REPEATED)
def test_time_is_linear(unit):
    small, large = (unit * (size // len(unit)) for size in (4_000, 40_000))
    took = growth(lambda: mentions(small, ISSUE), lambda: mentions(large, ISSUE), 30, unit=0.003)
    assert took <= 30


@pytest.mark.parametrize("unit", ["　", "1", "会议强调，要认真学习贯彻", "第第"])
def test_a_million_characters_without_a_date_are_read(unit):
    assert contradictions(unit * (1_000_000 // len(unit)), ISSUE) == ()
