"""What each check finds, and the ordinary wording that it leaves alone."""

import json
from datetime import date

import pytest

from articles.checks import CHECKS, SENTENCES, Severity, Term, findings
from articles.texts.manuscripts import Picture, manuscript
from tests.source import ROOT
from tests.timing import growth

DAY = date(2026, 11, 20)  # a Friday
LABELLED = (ROOT / "tests" / "corpus" / "demo").glob("*.json")
# The labelled pages are of two days; these depend on which.
OF_THE_DAY = {"weekday_wrong", "date_after_issue"}


def found(body="", *, terms=(), day=DAY, pictures=(), names=(), **fields):
    """[(code, the words)] of a text."""
    text = manuscript({"body": body, **fields}, pictures, names=names, day=day)
    return [(each.code, each.text) for each in findings(text, terms)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("他说：“水库满了。", [("unclosed", "“")]),
        ("水库满了。”他说。", [("unopened", "”")]),
        ("县里（含街道的桥都修好了。", [("unclosed", "（")]),
        ("《村志）出版了。", [("unclosed", "《"), ("unopened", "）")]),
        ("“他说“好”。", [("unclosed", "“")]),
        ("“桥要修。\n水渠也要修。”", [("unclosed", "“"), ("unopened", "”")]),
        ("他来了,她走了", [("half_width", ",")]),
        ("他来了.她走了", [("half_width", ".")]),
        ("县里(含街道)修桥", [("half_width", "("), ("half_width", ")")]),
        ('他说"好"。', [("straight_quote", '"'), ("straight_quote", '"')]),
        ("大桥的的通车", [("doubled_word", "的的")]),
        ("记者记者了解到", [("doubled_word", "记者记者")]),
        ("大力推进大力推进农业", [("doubled_word", "大力推进大力推进")]),
        ("桥通了，，人来了。", [("doubled_sign", "，，")]),
        ("桥通了。，人来了。", [("doubled_sign", "。，")]),
        ("会议在2月30日召开。", [("date_impossible", "2月30日")]),
        ("11月18日（星期四）上午，大桥合龙。", [("weekday_wrong", "11月18日（星期四）")]),
        ("同志们在接再厉。", [("homophone", "在接再厉")]),
        ("截止目前，已收粮三万吨。", [("homophone", "截止")]),
    ],
)
def test_a_fault_is_found_at_its_place(body, expected):
    assert found(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "“桥要修。\n“水渠也要修。”他说。",
        "“桥要修。\n“水渠要修。\n“路也要修。”他说（笑）。",
        "1）清淤；2）筑坝；a)验收。",
        "It’s a bridge，英文说得好。",
        "比分是3:2，用时1,280秒，均价3.5元。",
        "网址是https://example.org/a?b=c，版本1.2。",
        "他的确来了，为了了解情况，实实在在的好事，了了一桩心愿，天天向上，研究研究，讨论讨论。",
        "一步一步来，一个又一个又一个，哈哈哈哈哈哈，好！！真的？！……——",
        "2024年2月29日，大桥动工。11月20日（星期五）通车。",
        "报名截止11月30日结束。度过春节，渡过难关。",
        "1.全县修桥；2.全县修渠。",
    ],
)
def test_ordinary_wording_raises_no_alarm(body):
    assert found(body) == []


def test_a_sentence_that_comes_back_names_its_first_paragraph():
    sentence = "全县今年新修水渠三十二条。"
    body = f"{sentence}\n农户很高兴。\n据了解，{sentence}{sentence}"
    text = manuscript({"body": body}, day=DAY)

    (repeated,) = findings(text)

    assert (repeated.code, repeated.spot.paragraph) == ("repeated_sentence", 2)
    assert repeated.params == {"paragraph": 1}


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        ("全县新修水渠32条", "今年全县新修水渠三十五条。", [("figure_differs", "32条")]),
        ("全县新修水渠三十二条", "今年全县新修水渠32条。", []),
        ("募捐33万元", "现场募捐33万余元。", []),
        ("近百人参加", "98人参加。", []),
        ("全县收粮17万吨", "全县收粮170000吨。", []),
        ("第3次会议召开", "会议开了5次。", []),
        ("新修水渠32条", "水渠修好了。", []),
    ],
)
def test_figures_of_the_headline_are_looked_up_in_the_text(headline, body, expected):
    assert found(body, headline=headline) == expected


def test_a_name_that_only_the_caption_knows_is_found():
    picture = [Picture("图为村民赵青山正在晒谷。", "柏青 摄", ("柏青",))]
    assert found("村民都在晒谷。", pictures=picture) == [("unknown_name", "赵青山")]
    assert found("村民赵青山说，今年收成好。", pictures=picture) == []
    assert (
        found("村民都在晒谷。", pictures=[Picture("村民高兴地晒谷。", "柏青 摄", ("柏青",))]) == []
    )


def test_a_credit_has_to_name_somebody():
    assert found("文。", pictures=[Picture("图。", "本报记者 摄")]) == [("empty_credit", "")]
    assert found("文。", pictures=[Picture("图。")]) == [("no_credit", "")]
    assert found("文。", pictures=[Picture("图。", "资料图片"), Picture("图。", "柏青 摄")]) == []


def test_a_headline_that_cannot_be_set_is_remarked():
    assert found("文。", headline="长" * 41)[0][0] == "long_headline"
    assert found("文。", headline="长" * 40) == []


TERMS = (
    Term("残废人", "残疾人", Severity.BLOCK),
    Term("农合", "新农合", first=date(2027, 1, 1)),
    Term("县医改办", "县医保局", last=date(2026, 1, 1)),
    Term("残疾", "残疾人"),
    Term("打黑", ""),
)


def test_the_house_dictionary_is_obeyed_on_the_days_it_holds():
    text = "残废人也能参加农合，县医改办说。帮助残疾人。打黑。"
    assert found(text, terms=TERMS) == [("house_word", "残废人"), ("house_banned", "打黑")]
    assert ("house_word", "农合") in found(text, terms=TERMS, day=date(2027, 2, 1))
    assert ("house_word", "县医改办") in found(text, terms=TERMS, day=date(2025, 2, 1))


def test_only_the_dictionary_and_impossible_days_block():
    text = manuscript({"body": "残废人在2月30日来,好。"}, day=DAY)
    graves = {each.code: each.severity for each in findings(text, TERMS)}
    assert graves == {
        "house_word": Severity.BLOCK,
        "date_impossible": Severity.BLOCK,
        "half_width": Severity.WARN,
    }


def test_no_flood_of_warnings_hides_what_stops_a_text():
    text = manuscript({"body": "的的" * 500 + "2月30日" + "\n桥。" * 70_000}, day=DAY)
    codes = [each.code for each in findings(text)]
    assert len(codes) == 200 + len(["more"])
    assert "date_impossible" in codes


def test_without_a_day_only_what_no_year_has_is_wrong():
    body = "2月30日来。2月29日来。11月18日（星期四）来。2026年11月18日（星期四）来。"
    assert found(body, day=None) == [
        ("date_impossible", "2月30日"),
        ("weekday_wrong", "2026年11月18日（星期四）"),
    ]


def test_a_finding_keeps_its_key_until_its_words_change():
    def key(body):
        (one,) = findings(manuscript({"body": body}, day=DAY))
        return one.key

    assert key("他来了,她走了") == key("他来了,她走了")
    assert key("第一段。\n他来了,她走了") == key("他来了,她走了")
    assert key("他来了,她走了。") != key("他来了,她走了")


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "（",
        "1:",
        "的",
        "的的",
        ",",
        "2月30日",
        "全县",
        "村民赵",
        "记者(",
        "一" * 13,
        "渡过",
        "反应了",
        "1",
        "111,",
        "近3人",
        "2月30日\n",
    ],
)
def test_time_is_linear_in_hostile_text(piece):
    short, long = (
        manuscript({"body": piece * times, "headline": piece * 20}, day=DAY)
        for times in (1500, 6000)
    )
    assert growth(lambda: findings(short), lambda: findings(long), 12, unit=0.003) <= 12


def test_every_check_has_its_sentences_and_none_is_left_over():
    named = {code for check in CHECKS for code in check.codes}
    of_their_own = {"house_word", "house_banned", "unread", "more"}
    assert named | of_their_own == set(SENTENCES)


def test_what_was_not_read_is_said_at_the_place_where_reading_stopped():
    page = "\n".join(["桥长五百米。" * 5000] * 8)
    (each,) = [each for each in findings(manuscript({"body": page})) if each.code == "unread"]
    assert (str(each.spot), each.severity) == ("body-6", Severity.INFO)
    assert each.params == {"length": 240_000, "most": 200_000}


def test_a_text_that_is_read_to_its_end_says_nothing_of_it():
    assert found("桥。" * 100_000, headline="") == found("桥。") == []


def test_findings_that_are_left_out_are_counted():
    shown = findings(manuscript({"body": "\n".join(["大桥的的通车"] * 250)}))
    (each,) = [each for each in shown if each.code == "more"]
    assert (len(shown), each.params["count"]) == (201, 50)


def test_ordinary_pages_raise_few_alarms():
    """Of the demo's printed texts, which no fault was written into: hardly any."""
    pages = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(LABELLED)]
    texts = [
        manuscript(
            {name: article[name] or "" for name in ("kicker", "headline", "deck")}
            | {"body": "\n".join(article["paragraphs"])},
            day=DAY,
        )
        for page in pages
        for article in page["articles"]
    ]
    alarms = [each for text in texts for each in findings(text) if each.code not in OF_THE_DAY]
    assert len(texts) > 40
    assert len(alarms) <= 1, alarms
