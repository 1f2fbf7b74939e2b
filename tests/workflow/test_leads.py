"""The first words of a text, as lists show them."""

import pytest

from articles.workflow.snapshots import LEAD, lead_of

LONG = "全县三十二万亩秋粮收获基本结束。" * 9


def test_a_short_paragraph_stays_whole():
    assert lead_of("## 小标题\n（记者 张三）短短一段。\n第二段。") == "（记者 张三）短短一段。"


@pytest.mark.parametrize(("start", "end"), ["（）", "《》", "“”", "()"])
def test_no_bracket_is_left_open_at_the_cut(start, end):
    text = LONG[:100] + f"，据介绍{start}" + "这里说得很长" * 9 + f"{end}。"
    lead = lead_of(text)
    assert lead == LONG[:100] + "，据介绍…"


def test_closed_brackets_stay():
    text = LONG[:90] + "（见图）。" + LONG
    assert "（见图）" in lead_of(text)


def test_what_is_one_long_quotation_is_cut_all_the_same():
    lead = lead_of("“" + LONG + "”")
    assert len(lead) > LEAD // 2
    assert lead.endswith("…")
