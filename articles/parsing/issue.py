"""The pages of one issue read together: parts that jump, pieces printed twice, what folios say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.parsing.dates.grammar import number_of
from articles.parsing.doubts import doubt
from articles.parsing.overlap import bigrams
from articles.records import ArticleRecord, Doubt, PageRecord, Role

ONWARD = re.compile(r"下转|紧转|转至|(?<!版)转第|转(?=[A-Z]?\d{1,2}\s?版)")
BACK = re.compile(r"上接|紧接|续接|(?<!转)接第|(?<!转)接(?=[A-Z]?\d{1,2}\s?版)")
POINTER = re.compile(
    r"第?\s?(?:(?P<letter>[A-Za-zＡ-Ｚ])\s?)?"
    r"(?P<number>[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s?(?:版|$|[）)】▶►●\s·《“])"
)
INDEX = re.compile("[①-⑳]")
JUMP_DOUBT = "jump_without_partner"
SHINGLE = 5  # characters
READ = 4000  # characters of a body that are compared
SHORT = 60  # characters; shorter pieces are alike by chance
SAME = 0.8  # share of shingles
MOST = 100  # articles of a page that are looked for a marker on a line of its own
# Confidence of a join: both markers and one subject, both markers, a headline alone.
SURE, MARKED, HEADED = 0.97, 0.75, 0.7


@dataclass(frozen=True, slots=True)
class IssuePage:
    """A page of the issue under the label that it is filed under."""

    label: str
    record: PageRecord


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One article of one page."""

    page: str
    unit: int


@dataclass(frozen=True, slots=True)
class Join:
    """`rest` goes on where `first` breaks off."""

    first: Part
    rest: Part
    confidence: float


@dataclass(frozen=True, slots=True)
class Marker:
    """A 下转 or 上接 that no other page answers."""

    part: Part
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same article in two places: two editions, or twice by mistake."""

    one: Part
    other: Part
    share: float


@dataclass(frozen=True, slots=True)
class IssueReading:
    joins: tuple[Join, ...]
    unanswered: tuple[Marker, ...]
    repeats: tuple[Repeat, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """An article with what its markers say."""

    part: Part
    article: ArticleRecord
    body: str
    onward: str | None  # page that it goes on to, "" for one that no page is named by
    back: str | None
    index: str  # ① of （下转2版①）
    marker: str
    line: int


def read_issue(pages: Sequence[IssuePage]) -> IssueReading:
    """Pair what jumps, and find what is printed twice."""
    pieces = [piece for page in pages for piece in _pieces(page)]
    joins = tuple(_joins(pieces))
    answered = {part for join in joins for part in (join.first, join.rest)}
    unanswered = tuple(
        Marker(piece.part, piece.line, piece.marker)
        for piece in pieces
        if piece.marker and piece.part not in answered
    )
    return IssueReading(joins, unanswered, tuple(_repeats(pieces)))


def page_key(label: str) -> str:
    """A02, A2, 第二版, 2 → A2, A2, 2, 2; "" for what is no page label."""
    found = POINTER.search(f"{label.strip()} ")
    if found is None:
        return ""
    letter = (found["letter"] or "").upper().translate(_HALF_WIDTH)
    number = number_of(found["number"]) if len(found["number"]) < 3 else int(found["number"])
    return f"{letter}{number}" if number else ""


_HALF_WIDTH = {0xFF21 + place: chr(65 + place) for place in range(26)}


def same_page(one: str, other: str) -> bool:
    """Whether two labels can mean one page; a letter that only one of them has is no objection."""
    one, other = page_key(one), page_key(other)
    if not one or not other:
        return False
    if one[0].isalpha() == other[0].isalpha():
        return one == other
    return one.lstrip(_LETTERS) == other.lstrip(_LETTERS)


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _pieces(page: IssuePage) -> Iterator[_Piece]:
    found = _markers(page.record)
    for article in page.record.articles:
        markers = found.get(article.unit, ())
        onward = next((m for m in markers if _points_onward(m.text, page.label)), None)
        back = next((m for m in markers if m is not onward and BACK.search(m.text)), None)
        marker = onward or back
        yield _Piece(
            part=Part(page.label, article.unit),
            article=article,
            body="".join(paragraph.text for paragraph in article.paragraphs)[:READ],
            onward=None if onward is None else page_key(onward.text),
            back=None if back is None else page_key(back.text),
            index=next(iter(INDEX.findall(marker.text)), "") if marker else "",
            marker=marker.text if marker else "",
            line=marker.line if marker else article.lines[0],
        )


def _points_onward(marker: str, page: str) -> bool:
    """下转; also 紧接 where it names a later page than that on which it stands."""
    if ONWARD.search(marker) or not BACK.search(marker) or "上接" in marker:
        return ONWARD.search(marker) is not None
    there, here = (page_key(label).lstrip(_LETTERS) for label in (marker, page))
    return bool(there and here) and int(there) > int(here)


@dataclass(frozen=True, slots=True)
class _Found:
    """A marker as printed, and the line where it begins."""

    text: str
    line: int


def at_their_markers(record: PageRecord) -> PageRecord:
    """The record with the doubts of 下转 and 上接 on the markers' own lines, loose ones too."""
    others = tuple(known for known in record.doubts if known.kind != JUMP_DOUBT)
    raised = tuple(
        doubt(JUMP_DOUBT, marker.line, unit, marker.text)
        for unit, markers in _markers(record).items()
        for marker in markers
    )
    return replace(record, doubts=(*others, *raised))


def _markers(record: PageRecord) -> dict[int, list[_Found]]:
    """{unit: its markers}: those that the articles have taken, then the loose ones."""
    texts: dict[int, str] = {}
    for line in record.lines:
        texts[line.number] = texts.get(line.number, "") + "".join(line.text.split())
    found = {
        article.unit: [_Found(jump, _line_of(article, texts, jump)) for jump in article.jumps]
        for article in record.articles
        if article.jumps
    }
    for unit, markers in _loose_markers(record).items():
        found.setdefault(unit, []).extend(markers)
    return found


def _line_of(article: ArticleRecord, texts: dict[int, str], marker: str) -> int:
    """Where a marker begins; it may run on over a line's end. The first line if nowhere."""
    numbers = sorted(set(article.lines))
    place = "".join(texts[number] for number in numbers).find("".join(marker.split()))
    if place < 0:
        return article.lines[0]
    for number in numbers:
        if place < len(texts[number]):
            return number
        place -= len(texts[number])
    return article.lines[0]


def _loose_markers(record: PageRecord) -> dict[int, list[_Found]]:
    """Markers that no article has taken: 上接 is of the article that begins nearest to it, 下转
    of the one that ends nearest."""
    starts = [(article.lines[0], article.unit) for article in record.articles]
    ends = [(max(article.lines), article.unit) for article in record.articles]
    texts = {line.number: line.text for line in record.lines}
    loose: dict[int, list[_Found]] = {}
    for label in record.labels:
        if label.unit is not None or label.role not in (Role.UNASSIGNED, Role.FURNITURE):
            continue
        if len(loose) >= MOST:
            break
        text = texts[label.line]
        places = ends if ONWARD.search(text) else starts if BACK.search(text) else []
        if places and len(text) <= 40 and page_key(text):
            _distance, unit = min((abs(place - label.line), unit) for place, unit in places)
            loose.setdefault(unit, []).append(_Found(text, label.line))
    return loose


def _joins(pieces: Sequence[_Piece]) -> Iterator[Join]:
    """One partner each, the surest pairs first."""
    rarity = _Rarity(pieces)
    scored = [
        (-confidence, first.part, rest.part)
        for first in pieces
        if first.onward is not None
        for rest in pieces
        if (confidence := _confidence(first, rest, rarity)) >= HEADED
    ]
    beginnings: set[Part] = set()
    endings: set[Part] = set()
    for confidence, first, rest in sorted(scored):
        if first not in beginnings and rest not in endings:
            beginnings.add(first)
            endings.add(rest)
            yield Join(first, rest, -confidence)


class _Rarity:
    """The bodies' bigrams, and how many bodies have each."""

    def __init__(self, pieces: Sequence[_Piece]):
        self.pairs = {piece.part: bigrams(piece.body) for piece in pieces}
        self.counts = Counter(pair for pairs in self.pairs.values() for pair in pairs)

    def shared(self, one: Part, other: Part) -> float:
        """How many pairs of characters these two alone have in common, commoner ones less."""
        common = self.pairs[one] & self.pairs[other]
        return sum(1.0 / (self.counts[pair] - 1) for pair in common)


def _confidence(first: _Piece, rest: _Piece, rarity: _Rarity) -> float:
    """0 for parts that do not answer each other."""
    if first.part.page == rest.part.page or (rest.onward is not None and rest.back is None):
        return 0.0
    if first.index and rest.index and first.index != rest.index:
        return 0.0
    there = not first.onward or same_page(first.onward, rest.part.page)
    here = not rest.back or same_page(rest.back, first.part.page)
    pointed = bool(first.onward) + bool(rest.back)
    if not there or not here or not pointed:
        return 0.0
    if rest.back is None:
        # No 上接: only a headline that says the same makes it the other part.
        return HEADED if _likeness_of_heads(first, rest) >= 0.6 else 0.0
    likeness = max(
        _likeness_of_heads(first, rest),
        _share(first.article.headline, rarity.pairs[rest.part]),
        min(rarity.shared(first.part, rest.part) / 20, 0.6),
    )
    base = MARKED if pointed == 2 else 0.5
    return round(base + (SURE - MARKED) * likeness, 3)


def _likeness_of_heads(first: _Piece, rest: _Piece) -> float:
    """Of the shorter headline, how much the other says as well."""
    heads = sorted((first.article.headline or "", rest.article.headline or ""), key=len)
    return _share(heads[0], bigrams(heads[1]))


def _share(text: str | None, pairs: set[str]) -> float:
    own = bigrams(text or "")
    return len(own & pairs) / len(own) if own else 0.0


def _repeats(pieces: Sequence[_Piece]) -> Iterator[Repeat]:
    prints = [_shingles(piece.body) if len(piece.body) >= SHORT else set() for piece in pieces]
    holders: dict[str, list[int]] = {}
    for place, shingles in enumerate(prints):
        for shingle in shingles:
            holders.setdefault(shingle, []).append(place)
    shared = Counter(
        (one, other)
        for places in holders.values()
        # What everybody prints is no sign of a repeat, and comparing all with all would be slow.
        if len(places) <= 12
        for at, one in enumerate(places)
        for other in places[at + 1 :]
    )
    for (one, other), count in sorted(shared.items()):
        share = count / min(len(prints[one]), len(prints[other]))
        if share >= SAME:
            yield Repeat(pieces[one].part, pieces[other].part, round(share, 3))


def _shingles(text: str) -> set[str]:
    plain = "".join(text.split())
    return {plain[place : place + SHINGLE] for place in range(len(plain) - SHINGLE + 1)}


WEEKDAYS = "一二三四五六日"


def folio_doubts(
    record: PageRecord, *, day: date, label: str, number: int | None = None
) -> tuple[Doubt, ...]:
    """What the folio says against the issue that the page is filed under."""
    folio = record.folio
    weekday = folio.weekday[-1:].replace("天", "日")
    contradictions = [
        (folio.date, folio.date != day.isoformat(), _day_as_printed(folio.date)),
        (weekday, weekday != WEEKDAYS[day.weekday()], folio.weekday),
        (folio.label, not same_page(folio.label, label), folio.label),
        (folio.number and number, folio.number != str(number), folio.number),
    ]
    return tuple(
        doubt("folio_contradicts_issue", _line_with(record, shown), None, shown)
        for said, differs, shown in contradictions
        if said and differs
    )


def _day_as_printed(iso: str) -> str:
    year, month, day = (int(part) for part in iso.split("-")) if iso else (0, 0, 0)
    return f"{year}年{month}月{day}日"


def _line_with(record: PageRecord, text: str) -> int:
    """The furniture line that says so, else the page's first."""
    furniture = {label.line for label in record.labels if label.role is Role.FURNITURE}
    wanted = "".join(text.split())
    printed: Iterable[int] = (
        line.number
        for line in record.lines
        if line.number in furniture and wanted in "".join(line.text.split())
    )
    return next(iter(printed), min(furniture, default=1))
