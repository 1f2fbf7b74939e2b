"""How well a reading of a page agrees with its truth: the measures of docs/parser.md.

Both are plain values in the schema of `page_to_json`. White space and the width of a form never
count. A truth may name `ignorable` byline matter, `authors` that may stand under any role, and
`alt_heads`, further readings of a heading that are as right.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from articles.parsing.measuring.alignment import distance, mapped, similarity

GRAM = 4  # characters in a row by which two texts are found alike
FOUND, FOREIGN = 0.9, 0.1  # share of its characters that a found article holds; of strange ones
SEEN, ALIKE = 0.05, 0.3  # below these shares two articles are no pair
SAME_CAPTION, LIKE_CAPTION = 0.9, 0.5
SLACK = 2  # characters by which a paragraph's border may be off
HEADS = {"kicker": "kickers", "headline": "headlines", "deck": "decks"}
PEOPLE = ("reporters", "correspondents")
NO_WIDTH = dict.fromkeys(map(ord, "\u200b\ufeff"))


@dataclass(frozen=True, slots=True)
class Tally:
    """Right, too many, missed."""

    right: int = 0
    surplus: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.surplus + other.surplus, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        """1.0 where there was nothing to find and nothing was found."""
        return _share(self.right, self.surplus, self.missed)

    @property
    def recall(self) -> float:
        return _share(self.right, self.missed, self.surplus)

    @property
    def f1(self) -> float:
        whole = 2 * self.right + self.surplus + self.missed
        return 2 * self.right / whole if whole else 1.0


def _share(right: int, wrong: int, otherwise: int) -> float:
    if right + wrong:
        return right / (right + wrong)
    return 0.0 if otherwise else 1.0


@dataclass(frozen=True, slots=True)
class Fault:
    """What of which article was read otherwise than it should."""

    article: str
    field: str
    wanted: str
    found: str


@dataclass(frozen=True, slots=True)
class Score:
    """Of one page or of many: scores add up."""

    pages: int = 0
    perfect: int = 0
    articles: Tally = Tally()
    headlines: Tally = Tally()
    missing: Tally = Tally()  # headlines that the page does not print
    kickers: Tally = Tally()
    decks: Tally = Tally()
    reporters: Tally = Tally()
    correspondents: Tally = Tally()
    paragraphs: Tally = Tally()  # borders between them
    subheads: Tally = Tally()
    captions: Tally = Tally()
    photographers: Tally = Tally()
    body_right: float = 0.0
    body_size: int = 0
    invented: int = 0  # headlines where the page prints none
    sure: tuple[tuple[float, bool], ...] = ()  # confidence, needs no edit
    faults: tuple[Fault, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        names = [field.name for field in fields(self)]
        return Score(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def headline_rate(self) -> float:
        """Share of the printed headlines that were read exactly."""
        return self.headlines.recall

    @property
    def body_accuracy(self) -> float:
        return self.body_right / self.body_size if self.body_size else 1.0


def score(truth: dict, reading: dict) -> Score:
    """One page."""
    wanted, found = _articles(truth), _articles(reading)
    pairs = _pairs(wanted, found)
    marking = _Marking()
    for number, article in enumerate(wanted):
        _score_article(marking, article, pairs.get(number))
    met = {id(other) for other in pairs.values()}
    for other in found:
        if id(other) not in met:
            _score_surplus(marking, other)
    _score_captions(marking, _captions(truth), _captions(reading))
    return marking.score()


def plain(text: str | None) -> str:
    """What two texts are compared by: no white space, full-width forms folded."""
    folded = unicodedata.normalize("NFKC", text or "").translate(NO_WIDTH)
    return "".join(folded.split())


class _Article:
    """An article of the schema in the forms that are compared."""

    def __init__(self, source: dict):
        self.heads = [_heads(source), *map(_heads, source.get("alt_heads") or [])]
        self.texts = [text for text in map(plain, source.get("paragraphs") or []) if text]
        self.names = {role: _names(source.get(role)) for role in (*PEOPLE, "authors")}
        self.subheads = _names(source.get("subheads"))
        self.ignorable = _longest_first(source.get("ignorable"))
        self.confidence = source.get("confidence", 0.0)
        self.paragraphs = without(self.texts, self.ignorable)
        self.body = "".join(self.paragraphs)

    @property
    def name(self) -> str:
        return self.heads[0]["headline"] or f"{self.body[:14]}…"


class _Marking:
    """One page while it is scored."""

    def __init__(self):
        self.tallies: dict[str, Tally] = {}
        self.faults: list[Fault] = []
        self.sure: list[tuple[float, bool]] = []
        self.body_right, self.body_size, self.invented = 0.0, 0, 0

    def count(self, key: str, right: int, surplus: int, missed: int) -> None:
        self.tallies[key] = self.tallies.get(key, Tally()) + Tally(right, surplus, missed)

    def fault(self, article: str, field: str, wanted: str = "", found: str = "") -> None:
        self.faults.append(Fault(article, field, wanted, found))

    def count_alike(self, key: str, article: str, want: Sequence[str], have: Sequence[str]) -> None:
        """Names or texts whose order says nothing."""
        wanted, had = Counter(want), Counter(have)
        right = sum((wanted & had).values())
        self.count(key, right, len(have) - right, len(want) - right)
        if wanted != had:
            self.fault(article, key, "、".join(want), "、".join(have))

    def score(self) -> Score:
        return Score(
            pages=1,
            perfect=int(not self.faults),
            body_right=self.body_right,
            body_size=self.body_size,
            invented=self.invented,
            sure=tuple(self.sure),
            faults=tuple(self.faults),
            **self.tallies,
        )


def _articles(page: dict) -> list[_Article]:
    return [_Article(article) for article in page.get("articles") or []]


def _heads(source: dict) -> dict[str, str]:
    return {role: plain(source.get(role)) for role in HEADS}


def _names(values: Iterable | None) -> list[str]:
    texts = (value["text"] if isinstance(value, dict) else value for value in values or ())
    return [text for text in map(plain, texts) if text]


def _longest_first(values: Iterable[str] | None) -> list[str]:
    return sorted({text for text in map(plain, values or ()) if text}, key=lambda t: (-len(t), t))


def without(texts: Sequence[str], matter: Sequence[str]) -> list[str]:
    """The paragraphs without the byline matter that may stand at either end of the whole."""
    left = [text for text in texts if text not in matter]
    while left and _strip_once(left, matter):
        left = [text for text in left if text]
    return left


def _strip_once(texts: list[str], matter: Sequence[str]) -> bool:
    for piece in matter:
        if texts[0].startswith(piece):
            texts[0] = texts[0][len(piece) :]
            return True
        if texts[-1].endswith(piece):
            texts[-1] = texts[-1][: -len(piece)]
            return True
    return False


def _pairs(wanted: Sequence[_Article], found: Sequence[_Article]) -> dict[int, _Article]:
    """Number of the truth → the article read, best overlap first, one to one."""
    options = []
    for number, article in enumerate(wanted):
        for place, other in enumerate(found):
            body = "".join(without(other.texts, article.ignorable))
            there, back = coverage(article.body, body), coverage(body, article.body)
            if there >= SEEN and (there >= ALIKE or back >= ALIKE):
                options.append((-2 * there * back / (there + back or 1), number, place))
    pairs: dict[int, int] = {}
    for _worth, number, place in sorted(options):
        if number not in pairs and place not in pairs.values():
            pairs[number] = place
    return {number: found[place] for number, place in pairs.items()}


def coverage(text: str, other: str) -> float:
    """Share of the text's characters that lie in a 4-gram of the other text."""
    if not text:
        return 0.0 if other else 1.0
    size = min(GRAM, len(text))
    pool = Counter(other[i : i + size] for i in range(len(other) - size + 1))
    covered = bytearray(len(text))
    for start in range(len(text) - size + 1):
        gram = text[start : start + size]
        if pool[gram] > 0:
            pool[gram] -= 1
            covered[start : start + size] = b"\1" * size
    return sum(covered) / len(text)


def _score_article(marking: _Marking, truth: _Article, other: _Article | None) -> None:
    marking.body_size += max(1, len(truth.body))
    if other is None:
        _score_missed(marking, truth)
        return
    before = len(marking.faults)
    paragraphs = without(other.texts, truth.ignorable)
    _score_body(marking, truth, "".join(paragraphs))
    _score_heads(marking, truth, other)
    free = set(truth.names["authors"])
    for role in PEOPLE:
        have = [name for name in other.names[role] if name not in free]
        marking.count_alike(role, truth.name, truth.names[role], have)
    marking.count_alike("subheads", truth.name, truth.subheads, other.subheads)
    _score_paragraphs(marking, truth, paragraphs)
    marking.sure.append((other.confidence, len(marking.faults) == before))


def _score_missed(marking: _Marking, truth: _Article) -> None:
    marking.count("articles", 0, 0, 1)
    marking.fault(truth.name, "articles", truth.name)
    heads = truth.heads[0]
    for role, key in HEADS.items():
        marking.count(key, 0, 0, int(bool(heads[role])))
    marking.count("missing", 0, 0, int(not heads["headline"]))
    for role in PEOPLE:
        marking.count(role, 0, 0, len(truth.names[role]))
    marking.count("paragraphs", 0, 0, max(0, len(truth.paragraphs) - 1))
    marking.count("subheads", 0, 0, len(truth.subheads))


def _score_surplus(marking: _Marking, other: _Article) -> None:
    marking.count("articles", 0, 1, 0)
    marking.fault(other.name, "articles", found=other.name)
    marking.sure.append((other.confidence, False))
    for role in ("kicker", "deck"):
        marking.count(HEADS[role], 0, int(bool(other.heads[0][role])), 0)
    for role in PEOPLE:
        marking.count(role, 0, len(other.names[role]), 0)
    marking.count("paragraphs", 0, max(0, len(other.texts) - 1), 0)
    marking.count("subheads", 0, len(other.subheads), 0)


def _score_body(marking: _Marking, truth: _Article, body: str) -> None:
    found = coverage(truth.body, body) >= FOUND and 1 - coverage(body, truth.body) <= FOREIGN
    marking.count("articles", int(found), int(not found), int(not found))
    longest = max(1, len(truth.body), len(body))
    right = 1 - distance(truth.body, body) / longest
    marking.body_right += max(1, len(truth.body)) * right
    if body != truth.body:
        marking.fault(truth.name, "body", *_around(truth.body, body))


def _around(wanted: str, found: str) -> tuple[str, str]:
    """Both where they first differ."""
    pairs = enumerate(zip(wanted, found, strict=False))
    start = next((i for i, (a, b) in pairs if a != b), min(len(wanted), len(found)))
    start = max(0, start - 6)
    return wanted[start : start + 24], found[start : start + 24]


def _score_heads(marking: _Marking, truth: _Article, other: _Article) -> None:
    have = other.heads[0]
    want = max(truth.heads, key=lambda heads: sum(heads[role] == have[role] for role in HEADS))
    for role, key in HEADS.items():
        same = want[role] == have[role]
        lone = int(not same)
        marking.count(
            key, int(same and bool(want[role])), lone * bool(have[role]), lone * bool(want[role])
        )
        if not same:
            marking.fault(truth.name, key, want[role], have[role])
    if want["headline"]:
        marking.count("missing", 0, int(not have["headline"]), 0)
    else:
        marking.count("missing", int(not have["headline"]), 0, int(bool(have["headline"])))
        marking.invented += int(bool(have["headline"]))


def _score_paragraphs(marking: _Marking, truth: _Article, paragraphs: Sequence[str]) -> None:
    body, theirs = truth.body, "".join(paragraphs)
    ours = _borders(truth.paragraphs)
    places = {p for p in mapped(theirs, body, _borders(paragraphs)) if 0 < p < len(body)}
    free, right = set(ours), 0
    for place in sorted(places):
        near = [o for o in ours if o in free and abs(o - place) <= SLACK]
        if near:
            free.discard(min(near, key=lambda o: abs(o - place)))
            right += 1
    marking.count("paragraphs", right, len(places) - right, len(ours) - right)
    if body == theirs and truth.paragraphs != list(paragraphs):
        marking.fault(truth.name, "paragraphs", *_beginnings(truth.paragraphs, paragraphs))


def _beginnings(wanted: Sequence[str], found: Sequence[str]) -> tuple[str, str]:
    """How the paragraphs begin that only one side has."""
    one, other = ({text[:10] for text in texts} for texts in (wanted, found))
    return " ".join(sorted(one - other)), " ".join(sorted(other - one))


def _borders(texts: Sequence[str]) -> list[int]:
    places, place = [], 0
    for text in texts[:-1]:
        place += len(text)
        places.append(place)
    return places


def _captions(page: dict) -> list[tuple[str, list[str], list[str]]]:
    """(text, ignorable, photographers)"""
    return [
        (plain(x.get("text")), _longest_first(x.get("ignorable")), _names(x.get("photographers")))
        for x in page.get("captions") or []
    ]


def _score_captions(marking: _Marking, wanted: Sequence, found: Sequence) -> None:
    options = []
    for i, (text, matter, _people) in enumerate(wanted):
        text = "".join(without([text], matter))
        for j, (other, _matter, _others) in enumerate(found):
            options.append((-similarity(text, "".join(without([other], matter))), i, j))
    left, right = set(range(len(wanted))), set(range(len(found)))
    for unlike, i, j in sorted(options):
        if i in left and j in right and -unlike >= LIKE_CAPTION:
            left.discard(i)
            right.discard(j)
            same = int(-unlike >= SAME_CAPTION)
            marking.count("captions", same, 1 - same, 1 - same)
            text, _matter, people = wanted[i]
            marking.count_alike("photographers", f"{text[:14]}…", people, found[j][2])
            if unlike != -1.0:
                marking.fault(f"{text[:14]}…", "captions", *_around(text, found[j][0]))
    for texts, numbers in ((wanted, left), (found, right)):
        for number in numbers:
            text, _matter, people = texts[number]
            missed = int(texts is wanted)
            marking.count("captions", 0, 1 - missed, missed)
            marking.count("photographers", 0, len(people) * (1 - missed), len(people) * missed)
            marking.fault(f"{text[:14]}…", "captions", text * missed, text * (1 - missed))
