"""Whatever a file holds: no exception, nothing lost, and a sentence where it is refused."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.parsing import (
    DEFAULT_RULES,
    Limits,
    SourceError,
    assemble,
    decode,
    labels_from_json,
    labels_to_json,
    ledger,
    parse_page,
)
from articles.parsing.typography.breaks import Place
from articles.parsing.typography.lines import read_lines
from articles.parsing.typography.rows import join_rows
from articles.parsing.typography.siblings import mark_siblings
from articles.parsing.words.grammar import grammar
from tests.parsing.columns import HEAD, LEAD, SECOND, page, story
from tests.timing import growth, least

PRINTED = page(HEAD, story(LEAD, SECOND), "本报记者 陆小舟 摄")
WORDS = "本报讯（记者林知夏） （ ） “ ” 。 ， 通讯员 摄 图为 2026年11月5日 第3版 ① ● 云麓镇 a 1"
SIGNS = ["\n", "\n\n", " ", "　", "\t", "\r", "\f", "\0", "\u200b", "\ufeff", "\u202e", "\ud800"]
PIECES = st.sampled_from([*WORDS.split(), *SIGNS, "记者 林知夏", "\ue123", "𠮷"])


@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=120).map("".join)))
@settings(max_examples=120, deadline=None)
def test_nothing_raises_and_nothing_is_lost(source):
    record = parse_page(source)
    report = ledger(record)
    assert report.closed, report


@given(st.lists(PIECES, max_size=80).map("".join))
@settings(max_examples=60, deadline=None)
def test_stored_labels_make_the_same_record(source):
    record = parse_page(source)
    again = assemble(record.lines, labels_from_json(labels_to_json(record.labels)))
    assert [a.paragraphs for a in again.articles] == [a.paragraphs for a in record.articles]
    assert ledger(again).closed


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 3), st.integers(0, 11)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_labels_at_all_lose_nothing(choices):
    record = parse_page(PRINTED)
    codes = "khdybscpjfiu"
    rows = [[line, unit or None, codes[role], 1.0, "by-hand", 0, 0] for line, unit, role in choices]
    assert ledger(assemble(record.lines, labels_from_json(rows))).closed


@pytest.mark.parametrize("row", [[], [1, 2], [1, 1, "?", 1, "x", 0, 0], None, "kkkkkkk", 5])
def test_nonsense_is_no_label(row):
    with pytest.raises(ValueError, match="Not a stored label"):
        labels_from_json([row])


ENDLESS = {
    "one line of a million characters": "中" * 1_000_000,
    "a million empty lines": "\n" * 1_000_000,
    "brackets": "（" * 100_000,
    "quotes": "“" * 100_000,
    "role words": "记者" * 20_000,
    "jump words": "下转" * 20_000,
    "spaces": "中" + " " * 100_000 + "中",
    "digits apart": "1 " * 100_000,
    "marks": "■" * 100_000,
}


@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS)
def test_endless_input_ends(source):
    records = []
    assert least(lambda: records.append(parse_page(source)), 20) <= 20
    assert ledger(records[0]).closed


REPEATED = {
    "sentence ends": "。\n",
    "openings": "本报讯\n",
    "headlines": "示范区召开会议\n",
    "letters": "中\n",
    "credits": "林知夏 摄\n",
    "bylines": "本报记者 林知夏\n",
    "pages": PRINTED,
}


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_time_grows_with_the_input_and_no_faster(piece):
    short, long = (piece * (size // len(piece)) for size in (6_000, 24_000))
    assert growth(lambda: parse_page(short), lambda: parse_page(long), 12, unit=0.04) <= 12


CHINESE = PRINTED.encode("utf-8")
READABLE = {
    "utf-8": (CHINESE, "utf-8"),
    "utf-8 with a mark": (b"\xef\xbb\xbf" + CHINESE, "utf-8-sig"),
    "utf-16": (PRINTED.encode("utf-16"), "utf-16"),
    "gb18030": (PRINTED.encode("gb18030"), "gb18030"),
    "gb18030, a rare character": (PRINTED.replace("夏", "䶮").encode("gb18030"), "gb18030"),
}


@pytest.mark.parametrize(("data", "encoding"), READABLE.values(), ids=READABLE)
def test_what_can_be_read(data, encoding):
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert "棠溪县" in decoded.text


REFUSED = {
    "empty": (b"", "empty"),
    "a PDF": (b"%PDF-1.7 ...", "pdf"),
    "a zip": (b"PK\x03\x04rest", "binary"),
    "a picture": (b"\x89PNG\r\n", "binary"),
    "cut off in a character": (CHINESE.rstrip()[:-1], "truncated"),
    "one bad byte": (CHINESE[:90] + b"\xff" + CHINESE[90:], "undecodable"),
    "UTF-8 and then GB18030": (CHINESE + PRINTED.encode("gb18030"), "undecodable"),
    "GB18030 and then UTF-8": (PRINTED.encode("gb18030") + CHINESE, "undecodable"),
    "Big5": ("新聞報導：本縣舉行冬季運動會，學生踴躍參加。".encode("big5"), "other_encoding"),
    "UTF-16 without a mark": ("page 1 of 3\n".encode("utf-16-le") * 9, "utf16_without_bom"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_with_a_sentence(data, code):
    with pytest.raises(SourceError) as refusal:
        decode(data)
    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")


def test_a_large_file_is_refused_before_it_is_read():
    with pytest.raises(SourceError) as refusal:
        decode(b"a" * 11, Limits(max_bytes=10))
    assert (refusal.value.code, refusal.value.params["limit"]) == ("too_large", 10)


@pytest.mark.parametrize("cut", range(1, len(CHINESE), 61))
def test_no_cut_ever_becomes_other_text(cut):
    # None: refused with a sentence, which is as good.
    text = _decoded(CHINESE[:cut])
    assert text is None or PRINTED.startswith(text)


def _decoded(data: bytes) -> str | None:
    try:
        return decode(data).text
    except SourceError:
        return None


def test_every_way_of_the_hint_begins_with_a_fixed_character():
    """Else the engine tries all of them at every character, for ten times the time."""
    ways = re.split(r"\|(?![^()]*\))", grammar(DEFAULT_RULES).hint.pattern)
    assert len(ways) > 100
    assert [way for way in ways if re.match(r"[\[(.]|\\\w", way)] == []


def test_subheads_are_compared_by_their_form_and_not_each_with_each():
    def mark(count):
        source = (
            "水库开始蓄水了。\n村里建起图书馆\n它在老槐树的旁边。\n谁来管好图书\n大家轮流看着。\n"
        )
        rows = join_rows(read_lines(source * count))
        places = [Place() for _ in rows]
        for place in places[1::5]:
            place.head = True
        mark_siblings(rows, places)

    assert growth(lambda: mark(500), lambda: mark(4000), enough=16, unit=0.005) <= 16
