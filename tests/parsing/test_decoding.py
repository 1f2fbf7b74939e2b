"""Bytes of every encoding, whole, cut, broken: the right text or a named refusal."""

import random

import pytest

from articles.parsing import Limits, SourceError, decode
from tests.golden import DEMO

PAGE = next(iter(sorted(DEMO[0].glob("*.txt")))).read_text("utf-8")
TRADITIONAL = (
    "新聞報導：本縣舉行冬季運動會，學生踴躍參加。縣長說，今年的比賽項目很多，"
    "觀眾也比去年多了三成，場面十分熱鬧。鎮公所為長者設立學習中心，報名者絡繹不絕。\n"
)
RARE = "工会主席李䶮、教师周镕到场，𠮷田社区\ue123号楼的同志也来了。\n" + PAGE[:200]
KOREAN = "한국어 신문 기사입니다. 오늘 전국 체육 대회가 열렸다. 학생들이 많이 참가했다."
JAPANESE = "これは日本語の新聞の本文です。きのう大会が開かれ、多くの人が集まった。"

RIGHT = {
    "traditional characters in GB18030": (TRADITIONAL, "gb18030"),
    "rare and private characters": (RARE, "gb18030"),
    "two characters that might be letters": ("停水", "gb18030"),
    "UTF-32 with a mark": (PAGE, "utf-32"),
    "UTF-16 with a mark, rare": (RARE, "utf-16"),
    "accents in UTF-8": ("Café déjà vu", "utf-8"),
}


@pytest.mark.parametrize(("text", "encoding"), RIGHT.values(), ids=RIGHT)
def test_the_right_text(text, encoding):
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding) == (text, encoding)


REFUSED = {
    "Big5": (TRADITIONAL.encode("big5"), "other_encoding", "Big5"),
    "a headline in Big5": ("縣長視察鄉鎮".encode("big5"), "other_encoding", "Big5"),
    "Korean": (KOREAN.encode("euc_kr"), "other_encoding", "EUC-KR"),
    "Japanese": (JAPANESE.encode("euc_jp"), "other_encoding", "EUC-JP"),
    "Shift JIS": (JAPANESE.encode("shift_jis"), "undecodable", None),
    "UTF-16, no mark, low byte first": (PAGE.encode("utf-16-le"), "utf16_without_bom", None),
    "UTF-16, no mark, high byte first": (PAGE.encode("utf-16-be"), "utf16_without_bom", None),
    "UTF-32, no mark": (PAGE.encode("utf-32-le"), "utf16_without_bom", None),
    "a cut mark and text": (b"\xef\xbb\xbf" + PAGE.encode()[:-2], "truncated", None),
}


@pytest.mark.parametrize(("data", "code", "encoding"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_names_what_it_is(data, code, encoding):
    with pytest.raises(SourceError) as refusal:
        decode(data)
    assert refusal.value.code == code
    if encoding:
        assert refusal.value.params["encoding"] == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
@pytest.mark.parametrize(
    "source", [PAGE[:150], RARE[:60], TRADITIONAL[:60]], ids="page rare trad".split()
)
def test_cut_at_any_byte_it_is_a_beginning_or_refused(source, encoding):
    data = source.encode(encoding)
    # A handful of bytes may be anything.
    for cut in range(16, len(data)):
        text = text_or_none(data[:cut])
        assert text is None or source.startswith(text), cut


def test_two_encodings_in_one_file_are_never_read_as_one():
    one, other = PAGE[:300], TRADITIONAL * 3
    for first, second in (("utf-8", "gb18030"), ("gb18030", "utf-8"), ("gb18030", "big5")):
        assert text_or_none(one.encode(first) + other.encode(second)) is None


def test_a_broken_byte_costs_one_character_or_the_file():
    rng = random.Random(5)
    for encoding in ("utf-8", "gb18030"):
        data = PAGE.encode(encoding)
        for _try in range(300):
            text = text_or_none(broken(data, rng))
            assert text is None or differing(text, PAGE) <= 2


def broken(data, rng):
    """One byte lost, put in or changed, behind those by which an encoding is known."""
    place, copy = rng.randrange(8, len(data)), bytearray(data)
    choice = rng.randrange(3)
    if choice == 0:
        del copy[place]
    elif choice == 1:
        copy.insert(place, rng.randrange(256))
    else:
        copy[place] = rng.randrange(256)
    return bytes(copy)


def differing(text, other):
    """Characters between the common beginning and the common end."""
    most = min(len(text), len(other))
    begin = next((i for i in range(most) if text[i] != other[i]), most)
    end = next((i for i in range(most - begin) if text[-1 - i] != other[-1 - i]), most - begin)
    return max(len(text), len(other)) - begin - end


class Unread(bytes):
    """Bytes that tell their size and nothing else."""

    def __len__(self):
        return 100 * 1024 * 1024

    def decode(self, *args):
        raise AssertionError("was read")

    startswith = __getitem__ = decode


def test_a_hundred_megabytes_are_refused_by_their_size_alone():
    with pytest.raises(SourceError) as refusal:
        decode(Unread(b"x"), Limits(max_bytes=16 * 1024 * 1024))
    assert refusal.value.code == "too_large"


def text_or_none(data):
    try:
        return decode(data).text
    except SourceError:
        return None
