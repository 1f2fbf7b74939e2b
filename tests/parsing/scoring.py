"""How well a reading of a page agrees with its truth: the measures of docs/parser.md."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

GRAM = 4
FOUND_SHARE, FOREIGN_SHARE = 0.9, 0.1
SAME_CAPTION = 0.9
BOUNDARY_SLACK = 2
HEADS = ("kicker", "headline", "deck")


def plain(text: str | None) -> str:
    """What two texts are compared by: no white space, full-width forms folded."""
    return "".join(unicodedata.normalize("NFKC", text or "").split())


@dataclass
class Tally:
    """Right, too many, lacking."""

    right: int = 0
    surplus: int = 0
    lacking: int = 0

    def __iadd__(self, other: "Tally") -> "Tally":
        self.right += other.right
        self.surplus += other.surplus
        self.lacking += other.lacking
        return self

    @property
    def precision(self) -> float:
        return self._share(self.surplus, self.lacking)

    @property
    def recall(self) -> float:
        return self._share(self.lacking, self.surplus)

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def _share(self, missed: int, other: int) -> float:
        if self.right + missed:
            return self.right / (self.right + missed)
        return 0.0 if other else 1.0


@dataclass
class PageScore:
    """All that one page, or many pages together, scored."""

    articles: Tally = field(default_factory=Tally)
    headlines: Tally = field(default_factory=Tally)
    missing: Tally = field(default_factory=Tally)
    kickers: Tally = field(default_factory=Tally)
    decks: Tally = field(default_factory=Tally)
    reporters: Tally = field(default_factory=Tally)
    correspondents: Tally = field(default_factory=Tally)
    paragraphs: Tally = field(default_factory=Tally)
    subheads: Tally = field(default_factory=Tally)
    captions: Tally = field(default_factory=Tally)
    photographers: Tally = field(default_factory=Tally)
    body_right: float = 0.0
    body_size: int = 0
    invented: int = 0
    perfect: int = 0
    pages: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)  # confidence, needs no edit

    def __iadd__(self, other: "PageScore") -> "PageScore":
        for name, value in vars(other).items():
            setattr(self, name, _sum(getattr(self, name), value))
        return self

    @property
    def body_accuracy(self) -> float:
        return self.body_right / self.body_size if self.body_size else 1.0


def _sum(mine, other):
    mine += other
    return mine


def score_page(truth: dict, reading: dict) -> PageScore:
    """One page; both in the schema of labelled pages, as `page_to_json` writes it."""
    score = PageScore(pages=1)
    wanted, found = truth["articles"], reading["articles"]
    pairs = _pair(wanted, found)
    exact = [_score_article(score, a, found[pairs[k]] if k in pairs else None)
             for k, a in enumerate(wanted)]  # fmt: skip
    taken = set(pairs.values())
    for number, article in enumerate(found):
        if number not in taken:
            score.articles.surplus += 1
            score.sure.append((article.get("confidence", 0.0), False))
    ok = _score_captions(score, truth.get("captions", []), reading.get("captions", []))
    score.perfect = int(all(exact) and len(found) == len(wanted) and ok)
    return score


def _pair(wanted: list[dict], found: list[dict]) -> dict[int, int]:
    """Truth number → reading number, best overlap first, one to one."""
    options = []
    for number, article in enumerate(wanted):
        body = body_of(article, article)
        for other, reading in enumerate(found):
            theirs = body_of(reading, article)
            there, back = coverage(body, theirs), coverage(theirs, body)
            if there >= 0.05 and not (there < 0.3 and back < 0.3):
                options.append((2 * there * back / (there + back or 1), number, other))
    pairs: dict[int, int] = {}
    for _, number, other in sorted(options, key=lambda o: -o[0]):
        if number not in pairs and other not in pairs.values():
            pairs[number] = other
    return pairs


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


def paragraphs_of(article: dict, truth: dict) -> list[str]:
    """The paragraphs without the byline matter that may stand at either end."""
    matter = sorted({plain(m) for m in truth.get("ignorable") or [] if plain(m)}, key=len)[::-1]
    texts = [plain(p) for p in article.get("paragraphs") or []]
    texts = [t for t in texts if t and t not in matter]
    again = bool(matter)
    while again and texts:
        again = False
        for piece in matter:
            if texts and texts[0].startswith(piece):
                texts[0], again = texts[0][len(piece) :], True
            elif texts and texts[-1].endswith(piece):
                texts[-1], again = texts[-1][: -len(piece)], True
        texts = [t for t in texts if t]
    return texts


def body_of(article: dict, truth: dict) -> str:
    return "".join(paragraphs_of(article, truth))


def _score_article(score: PageScore, truth: dict, reading: dict | None) -> bool:
    """Whether the reading needs no edit."""
    body = body_of(truth, truth)
    score.body_size += len(body)
    if reading is None:
        score.articles.lacking += 1
        _score_heads(score, truth, {})
        return False
    theirs = body_of(reading, truth)
    _score_found(score, body, theirs)
    exact = [
        _score_heads(score, truth, reading),
        _score_names(score.reporters, truth, reading, "reporters"),
        _score_names(score.correspondents, truth, reading, "correspondents"),
        _score_texts(score.subheads, truth.get("subheads"), reading.get("subheads")),
        _score_paragraphs(score.paragraphs, truth, reading),
    ]
    score.sure.append((reading.get("confidence", 0.0), all(exact)))
    return all(exact)


def _score_found(score: PageScore, body: str, theirs: str) -> None:
    found = coverage(body, theirs) >= FOUND_SHARE and coverage(theirs, body) >= 1 - FOREIGN_SHARE
    score.articles += Tally(int(found), int(not found), int(not found))
    distance = Levenshtein.distance(body, theirs)
    score.body_right += len(body) * (1 - distance / max(1, len(body), len(theirs)))


def _score_heads(score: PageScore, truth: dict, reading: dict) -> bool:
    accepted = [truth, *(truth.get("alt_heads") or [])]
    best = max(accepted, key=lambda a: sum(plain(a.get(k)) == plain(reading.get(k)) for k in HEADS))
    want, have = plain(best.get("headline")), plain(reading.get("headline"))
    if want:
        score.headlines += Tally(
            int(want == have), int(want != have and bool(have)), int(want != have)
        )
        score.missing.surplus += int(bool(reading) and not have)
    else:
        score.missing += Tally(int(bool(reading) and not have), 0, int(bool(have) or not reading))
        score.invented += int(bool(have))
    for name, tally in (("kicker", score.kickers), ("deck", score.decks)):
        tally += _one(plain(best.get(name)), plain(reading.get(name)))
    return all(plain(best.get(k)) == plain(reading.get(k)) for k in HEADS)


def _one(want: str, have: str) -> Tally:
    if want == have:
        return Tally(right=int(bool(want)))
    return Tally(0, int(bool(have)), int(bool(want)))


def _score_names(tally: Tally, truth: dict, reading: dict, key: str) -> bool:
    free = {plain(n) for n in truth.get("authors") or []}
    names = [n for n in (reading.get(key) or []) if plain(n) not in free]
    return _score_texts(tally, truth.get(key), names)


def _score_texts(tally: Tally, wanted, found) -> bool:
    want, have = Counter(map(_text, wanted or [])), Counter(map(_text, found or []))
    right = sum((want & have).values())
    tally += Tally(right, sum(have.values()) - right, sum(want.values()) - right)
    return want == have


def _text(value) -> str:
    return plain(value["text"] if isinstance(value, dict) else value)


def _score_paragraphs(tally: Tally, truth: dict, reading: dict) -> bool:
    want, have = paragraphs_of(truth, truth), paragraphs_of(reading, truth)
    body, theirs = "".join(want), "".join(have)
    ours = _boundaries(want)
    mapped = sorted({m for m in _mapped(theirs, body, _boundaries(have)) if 0 < m < len(body)})
    right, used = 0, set()
    for place in mapped:
        near = [o for o in ours if abs(o - place) <= BOUNDARY_SLACK and o not in used]
        if near:
            used.add(min(near, key=lambda o: abs(o - place)))
            right += 1
    tally += Tally(right, len(mapped) - right, len(ours) - right)
    return want == have


def _boundaries(texts: list[str]) -> list[int]:
    ends, place = [], 0
    for text in texts[:-1]:
        place += len(text)
        ends.append(place)
    return ends


def _mapped(text: str, other: str, places: list[int]) -> list[int]:
    """Places in a text → places in the other, along their alignment."""
    if text == other:
        return places
    out, blocks = [], Levenshtein.opcodes(text, other)
    for place in places:
        for op in blocks:
            if op.src_start <= place <= op.src_end:
                inside = op.tag == "equal"
                out.append(op.dest_start + place - op.src_start if inside else op.dest_end)
                break
    return out


def _score_captions(score: PageScore, wanted: list[dict], found: list[dict]) -> bool:
    options = [
        (Levenshtein.normalized_similarity(plain(a["text"]), plain(b["text"])), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(found)
    ]
    left, right, ok = set(range(len(wanted))), set(range(len(found))), True
    for likeness, i, j in sorted(options, reverse=True):
        if i in left and j in right and likeness >= 0.5:
            left.discard(i)
            right.discard(j)
            same = likeness >= SAME_CAPTION
            score.captions += Tally(int(same), int(not same), int(not same))
            names = _score_names(score.photographers, wanted[i], found[j], "photographers")
            ok = ok and likeness == 1.0 and names
    score.captions += Tally(0, len(right), len(left))
    return ok and not left and not right
