"""Page text → numbered lines: width in em, letter-spacing and stray spaces taken out, raw kept."""

import re
from collections import Counter
from collections.abc import Sequence

from articles.parsing.typography.radicals import as_character
from articles.parsing.typography.side_by_side import cut, may_hold_gap
from articles.records import CleanUp, Layout, Line, new_clean_up, new_line

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
CHARACTERS = HAN.removeprefix("\u2e80-\u2fdf")  # HAN without the radicals
OPEN_SIGNS = "，。、；：？！…—～·《〈【〔「『（）】％“‘"
CLOSE_SIGNS = "，。、；：？！…—～·《》〈〉【】〔〕「」『』（）％”’"
MOST_APART, APART = 60, 0.7  # lines of a sign or two that a page may have; of all its lines
SPACED = 0.875  # of the tokens of a row set wide are single signs or numbers
NUMBER = re.compile("[0-9][0-9.,:%/+-]*")  # 1.5, 0000-5550166
SPACES = re.compile(r"[^\S\n]+")
ODD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\xa0\xad\u061c\u115f\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u22ef\u2e3a\u2e80-\u2fdf\u3000\ufe00-\ufe0f\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ud800-\udfff\ufff9-\ufffd]"
)
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff\ufff9-\ufffc]"
)
# What a font's table or a tool calls a sign by another name: ⻓ for 长, ⸺ for ——, ⋯ for ….
RENAMED = re.compile("[\u22ef\u2780-\u2789\u2e3a\u2e80-\u2fdf]")
JOINED = {"\u22ef": "…", "\u2e3a": "——"}
FULL_WIDTH_SIGN = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
FULL_WIDTH = {0xFF10 + i: 0x30 + i for i in range(10)}
FULL_WIDTH |= {0xFF21 + i: 0x41 + i for i in range(26)} | {0xFF41 + i: 0x61 + i for i in range(26)}
# Nothing but Han and full-width signs, or those with numbers and words: nearly every line, and
# nothing in it is to be cleaned.
PLAIN = re.compile(f"[{CHARACTERS}，。、；：？！“”（）《》…]+")
MIXED = re.compile(
    f"[{CHARACTERS}，。、；：？！“”‘’（）《》【】〔〕…—·～％①-⑳㎡℃A-Za-z0-9.%+/\\-]+"
)
# The patterns below begin with the sign itself, because a search for a sign is quick;
# what stands before the sign is looked at afterwards.
# A space is real only between two Han characters, two words or two numbers.
STRAY = re.compile(
    rf" (?:(?<=[{OPEN_SIGNS}] )|(?=[{CLOSE_SIGNS}])|(?<=[。！？…，][”’] )"
    rf"|(?<=[{HAN}] )(?=[0-9A-Za-z+\-#$¥(])|(?<=[0-9A-Za-z%℃°.+\-)] )(?=[{HAN}“‘]))"
)
PAIR = re.compile(f"[{HAN}] [{HAN}](?: [{HAN}])?")  # two or three characters: 记 者, 进 田 间
SPLIT_NUMBER = re.compile(r"[0-9.,%](?<![0-9A-Za-z.][0-9.,%])(?: [0-9.,%])+(?![0-9A-Za-z])")
QUOTE_GAP = re.compile(r" (?:(?<=[“‘] )|(?=[”’])|(?<=[”’] )(?=[，。、；：？！（）《》]))")
CLOSING_GAP = re.compile(r" (?<=[”’》] )")
DRAWN_TWICE = "drawn-twice"
LEAST_TWICE = 4  # characters of a text that is hardly printed twice on end
# A tool folded the full-width signs of Chinese text to ASCII.
HALF_SIGN = re.compile(
    rf"[,;:!?().](?:(?<=[{HAN}”》）][,;:!?])(?![0-9A-Za-z])|(?<=[{HAN}”》）] [,;:!?])(?= |$)"
    rf"|(?<=[{HAN}0-9A-Za-z%][,;:!?])(?=[{HAN}“《（])"
    rf"|(?<=\()(?= ?[{HAN}])|(?<=[{HAN}]\()|(?<=[{HAN}”》。]\))|(?<=\))(?=[{HAN}，。、；])"
    rf"|(?<=[{HAN}”》。] \))(?= |$)"
    rf"|(?<=\.)\.{{5}})"
)
MAY_BE_ODD = re.compile(f"{ODD.pattern[:-1]},;:!?().]")
FULL_SIGNS = dict(zip(",;:!?()", "，；：！？（）", strict=True)) | {"......": "……"}


def read_lines(source: str, layout: Layout | None = None) -> tuple[Line, ...]:
    """The lines that hold something, numbered as in the source; blank ones only count."""
    lines = whole_lines(source)
    if layout is None:
        return cut(lines, piece_of) if may_hold_gap(source) else lines
    return tuple(_placed(line, layout) for line in lines)


def whole_lines(source: str) -> tuple[Line, ...]:
    """The lines as they stand, none of them cut."""
    return tuple(_lines(source))


def _placed(line: Line, layout: Layout) -> Line:
    place = layout.places[line.number - 1] if line.number <= len(layout.places) else None
    return line if place is None else line._replace(box=place.box, size=place.size)


def piece_of(number: int, raw: str, segment: int) -> Line:
    """A piece of a line that holds two things or more, side by side."""
    (line,) = _lines(raw)
    return line._replace(number=number, segment=segment)


def _lines(source: str):
    plain, mixed = PLAIN.fullmatch, MIXED.fullmatch
    for number, raw in enumerate(source.splitlines(), 1):
        bare = raw.strip()
        if (single := once(bare)) is not bare:
            yield Line(number, raw, single, width(single))
        elif plain(bare):
            yield new_line((number, raw, bare, float(len(bare)), 0, None, None))
        elif mixed(bare) and "......" not in bare:
            size = len(bare) - len(bare.encode("ascii", "ignore")) / 2
            yield new_line((number, raw, bare, size, 0, None, None))
        elif bare:  # a blank line only counts
            signs, done = _plain_signs(raw) if _is_odd(bare) else (bare, ())
            text = _despace(signs.strip())
            if text:
                yield Line(number, raw, text, width(signs) if not done else width(_plain(raw)))
            elif INVISIBLE.search(raw):
                yield Line(number, raw, "", 0.0)


def signs_apart(lines: Sequence[Line]) -> int:
    """Number of the first line of one sign or two, where most of the page are so; else 0.

    Tools write so a page that lies on its side.
    """
    short = [line.number for line in lines if 0 < len(line.text) <= 2]
    if len(short) <= MOST_APART:
        return 0
    told = sum([line.text != "" for line in lines])
    return short[0] if len(short) > APART * told else 0


def once(text: str) -> str:
    """志志愿愿者者, 志愿者志愿者: a text drawn twice, for a shadow or a bold face, as it is meant.

    Any other text as it is.
    """
    half = len(text) // 2
    if half < LEAST_TWICE or (text[0] != text[1] and text[0] != text[-half]):
        return text
    if len(set(text)) <= 3:
        return text
    odd = len(text) % 2
    if text[:half] == text[-half:] and (not odd or text[half] == " "):
        letters = sum([sign.isalnum() for sign in text[:half]])
        return text[:half] if letters >= LEAST_TWICE else text  # “快跑！”“快跑！”
    return text[::2] if not odd and text[::2] == text[1::2] else text


def _is_odd(raw: str) -> bool:
    """Whether the line holds a sign that is to be replaced or dropped."""
    if MAY_BE_ODD.search(raw) is None:
        return False
    return ODD.search(raw) is not None or HALF_SIGN.search(raw) is not None


def _plain(raw: str) -> str:
    """The line with ordinary spaces and full-width signs, without what has no width."""
    bare = RENAMED.sub(_by_name, INVISIBLE.sub("", raw))
    return HALF_SIGN.sub(_full_sign, SPACES.sub(" ", bare))


def width(raw: str) -> float:
    """Em of the line's characters: Han 1, ASCII ½. Spaces hold slack, so they count 0."""
    text = raw.strip()
    size = len(text)
    if text.isascii():
        return size / 2
    narrow = len(text.encode("ascii", "ignore"))
    if not narrow:
        return float(size)
    spaces = text.count(" ")
    return size - spaces - (narrow - spaces) / 2


def is_spaced(text: str) -> bool:
    """Letter-spaced by justification: seven in eight tokens are one character or one number."""
    spaces = text.count(" ")
    if spaces < 3 or spaces * 6 < len(text) - 2:
        return False
    tokens = text.split()
    if len(tokens) < 4:
        return False
    long = [t for t in tokens if len(t) > 1]
    numbers = [t for t in long if t[0].isdigit() and NUMBER.fullmatch(t)]
    if spaces * 3 < len(text) - 2 - len("".join(numbers)) + len(numbers):
        return False
    return len(tokens) - len(long) + len(numbers) >= SPACED * len(tokens)


def clean(raw: str) -> str:
    """The line's text without what the setting put in."""
    bare = raw.strip()
    if (single := once(bare)) is not bare:
        return single
    return _despace(_plain_signs(raw)[0].strip() if _is_odd(bare) else bare)


def as_printed(raw: str) -> str:
    """A row of a table or a roll with its gaps, each wide one as two spaces."""
    bare = RENAMED.sub(_by_name, INVISIBLE.sub("", raw))
    text = _unfold(_fold(bare, []), []).strip()
    return SPACES.sub(lambda gap: "  " if len(gap[0]) > 1 or gap[0] in "\t\u3000" else " ", text)


def clean_ups(line: Line) -> tuple[CleanUp, ...]:
    """What `clean` took out of a line, by rule."""
    bare, number = line.raw.strip(), line.number
    if bare == line.text:
        return (new_clean_up(("margin", number, " " if line.raw[0].isspace() else "", "")),)
    if (single := once(bare)) is not bare and single == line.text:
        return (CleanUp(DRAWN_TWICE, number, single),)
    if _is_odd(bare):
        text, pairs = _plain_signs(line.raw)
        done = [CleanUp(rule, number, out, put) for rule, out, put in pairs]
        bare = text.strip()
    else:
        text, done = line.raw, []
    if len(bare) != len(text):
        done.append(CleanUp("margin", number, " " if text[0].isspace() else ""))
    if "  " in bare:
        bare = SPACES.sub(" ", bare)
    if bare.replace(" ", "") != line.text.replace(" ", ""):
        return (*done, _moved(number, bare, line.text))
    if len(bare) != len(line.text):
        rule = "letter-spacing" if is_spaced(bare) or PAIR.fullmatch(bare) else "stray-space"
        done.append(CleanUp(rule, number, " " * (len(bare) - len(line.text))))
    return tuple(done)


def as_extracted(line: Line) -> str:
    """The line with its gaps, as a tool wrote it; as it is read where it is drawn twice."""
    if line.raw is line.text or "".join(line.raw.split()) == line.text.replace(" ", ""):
        return line.raw
    twice = any(done.rule == DRAWN_TWICE for done in clean_ups(line))
    return line.text if twice else line.raw


def _moved(number: int, bare: str, text: str) -> CleanUp:
    """Text drawn twice, of which the line has less, or what stands in the lines around it."""
    had, has = Counter(bare), Counter(text)
    out, put = ("".join(more.elements()) for more in (had - has, has - had))
    return CleanUp(DRAWN_TWICE, number, out, put)


def _plain_signs(raw: str) -> tuple[str, list[tuple[str, str, str]]]:
    """Ordinary spaces, digits and signs; nothing without width. Also what was changed."""
    done: list[tuple[str, str, str]] = []
    text = INVISIBLE.sub("", raw)
    if text != raw:
        done.append(("invisible", "".join(INVISIBLE.findall(raw)), ""))
    if found := RENAMED.findall(text):
        text = RENAMED.sub(_by_name, text)
        done.append(("renamed", "".join(found), "".join(map(_named, found))))
    text = _unfold(_fold(text, done), done)
    return SPACES.sub(" ", text), done


def _despace(text: str) -> str:
    """Take out letter-spacing, or the stray spaces at signs and numbers."""
    if " " not in text:
        return text
    if "  " in text:
        text = SPACES.sub(" ", text)
    if is_spaced(text) or PAIR.fullmatch(text):
        return text.replace(" ", "")
    text = STRAY.sub("", text) if not QUOTE_GAP.search(text) else _close_quotes(text)
    return SPLIT_NUMBER.sub(lambda m: m[0].replace(" ", ""), text) if " " in text else text


def _close_quotes(text: str) -> str:
    """In a line whose quotes carry a gap, the space after a closing quote is one as well."""
    return CLOSING_GAP.sub("", STRAY.sub("", QUOTE_GAP.sub("", text)))


def _fold(text: str, done: list) -> str:
    wide = FULL_WIDTH_SIGN.findall(text)
    if wide:
        removed = "".join(wide)
        done.append(("full-width", removed, removed.translate(FULL_WIDTH)))
        text = text.translate(FULL_WIDTH)
    return text


def _unfold(text: str, done: list) -> str:
    """Give Chinese text its own signs back: ，（……"""
    found = HALF_SIGN.findall(text)
    if found:
        text = HALF_SIGN.sub(_full_sign, text)
        done.append(("half-width", "".join(found), "".join(map(FULL_SIGNS.__getitem__, found))))
    return text


def _by_name(match: re.Match) -> str:
    return _named(match[0])


def _named(sign: str) -> str:
    """The sign that print shows."""
    return JOINED.get(sign) or as_character(sign)


def _full_sign(match: re.Match) -> str:
    return FULL_SIGNS[match[0]]
