"""Bytes of a page source → text, or a refusal that says what is wrong and what to do."""

import codecs
from dataclasses import dataclass

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
    "undecodable": (
        "The file is neither UTF-8 nor GB18030: it breaks at byte %(offset)s. "
        "Save it again as UTF-8 from the program that made it."
    ),
    "truncated": (
        "The text is %(encoding)s but ends inside a character at byte %(offset)s. "
        "The file was probably cut off: fetch it again."
    ),
}
LAST_COMMON_ROW = 0xD7
RARE_SHARE = 0.2  # Chinese prose has 1-3 % of rarer characters, Big5 read as GB18030 over 50 %
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
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    if data.startswith(codecs.BOM_UTF8):
        return _strictly(data, "utf-8-sig")
    if _looks_like_utf16(data):
        raise SourceError("utf16_without_bom")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _decode_chinese(data, error)


def _strictly(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise _refusal(data, error, encoding) from error


def _refusal(data: bytes, error: UnicodeDecodeError, encoding: str) -> SourceError:
    if error.end >= len(data) - 1 and error.start >= len(data) - 4:
        return SourceError("truncated", encoding=encoding, offset=error.start)
    return SourceError("undecodable", offset=error.start)


def _decode_chinese(data: bytes, utf8_error: UnicodeDecodeError) -> Decoded:
    """GB18030 when all of it is plausible; a broken UTF-8 file must not pass as Chinese."""
    mostly_utf8 = _share_of_utf8(data, utf8_error)
    if mostly_utf8:
        raise _refusal(data, utf8_error, "UTF-8") from utf8_error
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _refusal(data, error, "GB18030") from error
    strange = _first_strange(text)
    if strange is not None:
        offset = len(text[:strange].encode("gb18030"))
        raise SourceError("undecodable", offset=offset)
    return Decoded(text, "gb18030")


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
    sample = [char for char in text[:20_000] if char > "\u2e7f"]
    rare = [char for char in sample if not _everyday(char)]
    if len(rare) > RARE_SHARE * len(sample):
        return text.index(rare[0])
    return None


def _everyday(char: str) -> bool:
    """Punctuation, kana or one of the 3,755 commonest characters (GB 2312, level 1)."""
    try:
        return char.encode("gb2312")[0] <= LAST_COMMON_ROW
    except UnicodeEncodeError:
        return False
