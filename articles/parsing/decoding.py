"""Bytes of a page source → text, or a refusal that says what is wrong and what to do."""

import codecs
import re
from dataclasses import dataclass
from functools import cache

from articles.parsing.rules import DEFAULT_RULES, Limits

REFUSALS = {
    "empty": "The file is empty. Choose the file that holds the page's text.",
    "too_large": (
        "The file has %(size)s bytes; at most %(limit)s are read. "
        "Split it into single pages and try again."
    ),
    "too_many_lines": (
        "The text has more than %(limit)s lines. Split it into single pages and try again."
    ),
    "pdf": "The file is a PDF, not a text. Upload it as a PDF or extract its text first.",
    "binary": (
        "The file is not a text: byte %(offset)s is not found in any text. "
        "Save the page as plain text (UTF-8) and try again."
    ),
    "utf16_without_bom": (
        "The file looks like UTF-16 without a byte order mark. Save it as UTF-8 and try again."
    ),
    "other_encoding": (
        "The file looks like %(encoding)s, not like UTF-8 or GB18030. "
        "Save it as UTF-8 and try again."
    ),
    "undecodable": (
        "The file is neither UTF-8 nor GB18030: it breaks at byte %(offset)s. "
        "Save it again as UTF-8 from the program that made it."
    ),
    "truncated": (
        "The text is %(encoding)s but ends inside a character at byte %(offset)s. "
        "The file was probably cut off: fetch it again."
    ),
}
# The commonest characters come first in both tables: 3,755 simplified, 5,401 traditional ones.
LAST_COMMON_ROW = {"gb2312": 0xD7, "big5": 0xC6}
RARE_SHARE = 0.2  # Chinese prose has 1-3 % of rarer characters, Big5 read as GB18030 over 50 %
RARE_IN_LINE, LEAST_IN_LINE = 0.4, 8  # a line that begins inside a character
PLAUSIBLE = 0.9  # share of common characters by which another encoding is known
SAMPLE = 20_000  # characters that are looked at
KANA = re.compile("[\u3041-\u30ff]")
PRIVATE = range(0xE000, 0xF900)
KANA_SHARE, KOREAN_LEAST = 0.25, 20
FIRST_HAN_ROW, LAST_HANGUL_ROW = 0xB0, 0xC8
SIGNATURES = (b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"Rar!")


class SourceError(ValueError):
    """A source that cannot be read. `code` names the reason, `message % params` tells it."""

    def __init__(self, code: str, **params: object):
        self.code = code
        self.message = REFUSALS[code]
        self.params = params
        super().__init__(self.message % params)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text and the name of the encoding that it was read by."""

    text: str
    encoding: str


def decode(data: bytes, limits: Limits = DEFAULT_RULES.limits) -> Decoded:
    """Read UTF-8, UTF-16 with a mark, or GB18030; raise SourceError rather than guess."""
    if not data:
        raise SourceError("empty")
    if len(data) > limits.max_bytes:
        raise SourceError("too_large", size=len(data), limit=limits.max_bytes)
    if data[:5] == b"%PDF-":
        raise SourceError("pdf")
    if data.startswith(SIGNATURES):
        raise SourceError("binary", offset=0)
    # Before UTF-16, whose mark begins the same.
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _strictly(data, "utf-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    if data.startswith(codecs.BOM_UTF8):
        return _strictly(data, "utf-8-sig")
    if _looks_like_utf16(data):
        raise SourceError("utf16_without_bom")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_chinese(data, error)
    return _short_chinese(data, text) or Decoded(text, "utf-8")


def _strictly(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise _refusal(data, error, encoding) from error


def _refusal(data: bytes, error: UnicodeDecodeError, encoding: str) -> SourceError:
    # A codec that skips a byte order mark does not count it.
    offset = error.start + len(data) - len(error.object)
    if offset + error.end - error.start >= len(data) - 1 and offset >= len(data) - 4:
        return SourceError("truncated", encoding=encoding, offset=offset)
    return SourceError("undecodable", offset=offset)


def _decode_chinese(data: bytes, utf8_error: UnicodeDecodeError) -> Decoded:
    """GB18030 when all of it is plausible; a broken UTF-8 file must not pass as Chinese."""
    mostly_utf8 = _share_of_utf8(data, utf8_error)
    if mostly_utf8:
        raise _refusal(data, utf8_error, "UTF-8") from utf8_error
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _other_encoding(data) or _refusal(data, error, "GB18030") from error
    if foreign := _japanese_or_korean(text):
        raise SourceError("other_encoding", encoding=foreign)
    strange = _first_strange(text)
    if strange is not None:
        offset = len(text[:strange].encode("gb18030"))
        raise _other_encoding(data) or SourceError("undecodable", offset=offset)
    return Decoded(text, "gb18030")


def _short_chinese(data: bytes, text: str) -> Decoded | None:
    """A few characters of GB18030 can be UTF-8 by chance, as letters of scripts far away."""
    if text.isascii() or not text.isprintable() or max(text) > "\u07ff" or max(text) < "\u0180":
        return None
    try:
        chinese = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    far = [char for char in chinese if not char.isascii()]
    return Decoded(chinese, "gb18030") if all(map(_everyday, far)) else None


def _other_encoding(data: bytes) -> SourceError | None:
    """A refusal that names the encoding, if the bytes are good Chinese in another one."""
    for encoding in ("utf-16-le", "utf-16-be", "big5"):
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            text = decoder.decode(data[:SAMPLE])
        except UnicodeDecodeError:
            continue
        far = [char for char in text if char > "\u2e7f"]
        common = sum(map(_everyday, far))
        if len(far) >= len(text) / 3 and common > PLAUSIBLE * len(far):
            if encoding == "big5":
                return SourceError("other_encoding", encoding="Big5")
            return SourceError("utf16_without_bom")
    return None


def _japanese_or_korean(text: str) -> str:
    """Kana lie at the same place in all three encodings; hangul fill one half of Chinese rows."""
    far = [char for char in text[:SAMPLE] if char > "\u2e7f"]
    if len(far) < KOREAN_LEAST:
        return ""
    if sum(KANA.match(char) is not None for char in far) > KANA_SHARE * len(far):
        return "EUC-JP"
    rows = [_row(char, "gb2312") for char in far]
    characters = [row for row in rows if row >= FIRST_HAN_ROW]
    if 0 not in rows and len(characters) >= KOREAN_LEAST and max(rows) <= LAST_HANGUL_ROW:
        return "EUC-KR"
    return ""


def _looks_like_utf16(data: bytes) -> bool:
    sample = data[:4000]
    return len(sample) >= 8 and sample.count(0) > len(sample) // 4


def _share_of_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the bytes around the fault are Chinese in UTF-8: three-byte characters."""
    text = data.decode("utf-8", errors="ignore")
    multibyte = sum(1 for char in text[:200_000] if char > "\u07ff")
    faults = data[:600_000].decode("utf-8", errors="replace").count("\ufffd")
    return multibyte > 4 * faults


def _first_strange(text: str) -> int | None:
    """Place of the first character that tells bytes of something else, None for real Chinese."""
    controls = (i for i, c in enumerate(text) if c == "\ufffd" or "\x80" <= c < "\xa0")
    place = next(controls, None)
    if place is not None:
        return place
    sample = [char for char in text[:SAMPLE] if char > "\u2e7f"]
    rare = [char for char in sample if not _everyday(char)]
    if len(rare) > RARE_SHARE * len(sample):
        return text.index(rare[0])
    return _shifted_line(text) if rare else None


def _shifted_line(text: str) -> int | None:
    """Place of a line that a lost byte has turned into other characters up to its end."""
    place = 0
    for line in text.splitlines(keepends=True):
        far = [char for char in line if char > "\u2e7f"]
        if len(far) >= LEAST_IN_LINE:
            # Two for a private-use character, which hardly comes twice in a line.
            odd = sum((not _everyday(char)) + (ord(char) in PRIVATE) for char in far)
            if odd > RARE_IN_LINE * len(far):
                return place
        place += len(line)
    return None


def _everyday(char: str) -> bool:
    """Punctuation, kana or one of the commonest characters, simplified or traditional."""
    return any(0 < _row(char, table) <= last for table, last in LAST_COMMON_ROW.items())


@cache
def _row(char: str, table: str) -> int:
    """Row of a character in a table; 0 where it has none."""
    try:
        return char.encode(table)[0]
    except UnicodeEncodeError:
        return 0
