"""Golden pages torn to pieces, by seed: python -m tests.parsing.fuzzing [--seconds N] [--seed N]

One number makes one case, so a failure is replayed by --seed. What must hold for every case is in
`trouble`: no exception, nothing lost, one label for each line, and a bounded time per character.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cache

from articles.parsing import DEFAULT_RULES, SourceError, decode, ledger, parse_page
from articles.parsing.dates.checks import contradictions
from articles.parsing.offers.keywords import tags
from articles.parsing.offers.suggestions import headlines
from articles.records import PageRecord
from tests.golden import DEMO, PAGES
from tests.timing import least

LONGEST = 30_000  # characters of a case
REPEATS = 100_000
PER_CHARACTER, AT_ONCE = 100e-6, 0.5  # seconds of CPU; ordinary pages take 3e-6 to 8e-6
SIGNS = (
    "（）()“”‘’\"'《》〈〉【】〔〕「」『』[]{}<>—…·、，。：；？！ 　\t\r\f\v\0■□●▲◆①⑳１%"
    "\u0301\u061c\u1680\u180e\u2028\u2029\u0085\u200b\u200d\u200e\u202a\u202e\u2066\u2069\ufe0f"
    "\ufeff\ufffd\ufffe\ud800\udfff\ue123\uf8ff镕䶮\U00020bb7\U000f0001\U0010ffff😀🏿אع१"
)
HTML = ("<p>", "</p>", "<br/>", "&nbsp;", "&#x4e00;", "<script>alert(1)</script>", "<!--", "]]>")
ENDS = ("\n", "\r\n", "\r", "\f", "\u2028", "\n\n", "\v")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-le", "big5", "utf-32")

Mutation = Callable[[str, random.Random], str]


@dataclass(frozen=True)
class Case:
    seed: int
    kind: str
    text: str


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.parsing.fuzzing", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, help="one case, with what is wrong in it")
    options = parser.parse_args(argv)
    if options.seed is not None:
        case = case_of(options.seed)
        print(f"{case.kind}, {len(case.text)} characters\n{case.text[:400]!r}")
        found = trouble(case)
        print(found or "nothing is wrong")
        return int(bool(found))
    failed = list(run(options.seconds, random.SystemRandom().randrange(10**9)))
    for case, what in failed:
        print(f"--seed {case.seed} ({case.kind}): {what}")
    return int(bool(failed))


def run(seconds: float, first: int) -> Iterator[tuple[Case, str]]:
    """Cases from seed `first` on, until the time is up; those with something wrong."""
    until, seed, kinds = time.monotonic() + seconds, first, Counter()
    while time.monotonic() < until:
        case = case_of(seed)
        kinds[case.kind] += 1
        with replayable(case):
            what = trouble(case)
        if what:
            yield case, what
        seed += 1
    print(f"{seed - first} cases from seed {first}: {dict(kinds.most_common())}")


@contextmanager
def replayable(case: Case):
    """Say how to see the case again, if it ends in an exception."""
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            print(f"{case.kind}: python -m tests.parsing.fuzzing --seed {case.seed}")


def case_of(seed: int) -> Case:
    rng = random.Random(seed)
    if rng.random() < 0.05:
        return Case(seed, "repeated", _repeated(rng))
    text, names = rng.choice(_sources()), []
    for _step in range(rng.choice((1, 1, 2, 3, 6))):
        name = rng.choice(list(MUTATIONS))
        text = MUTATIONS[name](text, rng)[:LONGEST]
        names.append(name)
    return Case(seed, "+".join(sorted(set(names))) if len(names) == 1 else "several", text)


def trouble(case: Case) -> str:
    """What is wrong with the reading of a case; "" when nothing is."""
    records, allowed = [], AT_ONCE + PER_CHARACTER * len(case.text)
    spent = least(lambda: records.append(parse_page(case.text)), allowed)
    record = records[0]
    _read_on(record, case.seed)
    slow = "" if spent <= allowed else f"{len(case.text)} characters took {spent:.1f} s"
    return _lost(record) or _mislabelled(record) or slow


def _read_on(record: PageRecord, seed: int) -> None:
    """What an import does with the articles next."""
    issue = date(2026, 1, 1) + timedelta(seed % 400)
    for article in record.articles[:20]:
        texts = [paragraph.text for paragraph in article.paragraphs]
        headlines(texts)
        tags("\n".join(texts))
        contradictions("\n".join(texts), issue)


def _lost(record: PageRecord) -> str:
    report = ledger(record)
    return "" if report.closed else f"the ledger does not close: {report}"


def _mislabelled(record: PageRecord) -> str:
    lines = [(line.number, line.segment) for line in record.lines]
    labels = Counter((label.line, label.segment) for label in record.labels)
    if labels == Counter(lines):
        return ""
    wrong = [place for place in {*lines, *labels} if labels[place] != 1]
    return f"not one label for each line: {wrong[:5]}"


@cache
def _sources() -> list[str]:
    paths = [*sorted(PAGES.glob("*.txt")), *sorted(DEMO[0].glob("*.txt"))]
    return [decode(path.read_bytes()).text for path in paths]


@cache
def words() -> list[str]:
    """Every word that the parser's rules wait for."""
    found = {*HTML}
    for field in fields(DEFAULT_RULES):
        value = getattr(DEFAULT_RULES, field.name)
        if isinstance(value, tuple):
            found |= {word for word in value if isinstance(word, str)}
    return sorted(found)


def _repeated(rng: random.Random) -> str:
    unit = "".join(
        rng.choice([*SIGNS, *words(), "中", "1", "a"]) for _ in range(rng.choice((1, 2)))
    )
    unit += rng.choice(("", "", "\n", " ", "\n\n"))
    return unit * (REPEATS // len(unit) // rng.choice((1, 4)))


# Mutations: text and chance → text.


def _shuffle(text: str, rng: random.Random) -> str:
    lines = text.splitlines()
    rng.shuffle(lines)
    return "\n".join(lines)


def _drop(text: str, rng: random.Random) -> str:
    share = rng.random() * 0.5
    return "\n".join(line for line in text.splitlines() if rng.random() > share)


def _double(text: str, rng: random.Random) -> str:
    lines = text.splitlines() or [""]
    place = rng.randrange(len(lines))
    stop = place + rng.randint(1, 12)
    return "\n".join([*lines[:stop], *lines[place:stop] * rng.randint(1, 5), *lines[stop:]])


def _swap_ends(text: str, rng: random.Random) -> str:
    return "".join(f"{line}{rng.choice(ENDS)}" for line in text.splitlines())


def _glue(text: str, rng: random.Random) -> str:
    share = rng.choice((0.05, 0.5, 1.0))
    return "".join(line + ("" if rng.random() < share else "\n") for line in text.splitlines())


def _cut(text: str, rng: random.Random) -> str:
    """Every line in pieces: narrow columns, down to vertical text."""
    size = rng.randint(1, 9)
    lines = text.splitlines()
    return "\n".join(line[i : i + size] for line in lines for i in range(0, len(line), size))


def _sprinkle(text: str, rng: random.Random) -> str:
    """Odd characters, and words of the rules, anywhere."""
    out = list(text)
    for _spot in range(rng.choice((1, 10, 200))):
        piece = rng.choice(SIGNS) if rng.random() < 0.8 else rng.choice(words())
        out.insert(rng.randrange(len(out) + 1), piece)
    return "".join(out)


def _replace(text: str, rng: random.Random) -> str:
    out = list(text)
    for _spot in range(rng.choice((1, 10, 200))):
        if out:
            out[rng.randrange(len(out))] = rng.choice((*SIGNS, chr(rng.randrange(0x110000))))
    return "".join(out)


def _stutter(text: str, rng: random.Random) -> str:
    place = rng.randrange(len(text) + 1)
    return text[:place] + text[place : place + rng.randint(1, 4)] * 2000 + text[place:]


def _space(text: str, rng: random.Random) -> str:
    share = rng.choice((0.02, 0.3, 1.0))
    return "".join(c + (" " if rng.random() < share else "") for c in text)


def _splice(text: str, rng: random.Random) -> str:
    other = rng.choice(_sources())
    return text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other)) :]


def _columns(text: str, rng: random.Random) -> str:
    """Two halves side by side on one line, as a layout-keeping tool has them."""
    lines = text.splitlines()
    half = len(lines) // 2
    return "\n".join(f"{a}{' ' * 4}{b}" for a, b in zip(lines[:half], lines[half:], strict=False))


def _recode(text: str, rng: random.Random) -> str:
    """Through an encoding, cut and broken; what is refused is refused with its sentence."""
    encoding = rng.choice(ENCODINGS)
    data = bytearray(text[:3000].encode(encoding, "ignore"))
    for _spot in range(rng.choice((0, 1, 3))):
        if data:
            data[rng.randrange(len(data))] = rng.randrange(256)
    try:
        return decode(bytes(data[: rng.randrange(len(data) + 1)])).text
    except SourceError as refusal:
        return str(refusal)


MUTATIONS: dict[str, Mutation] = {
    "shuffled": _shuffle,
    "dropped": _drop,
    "doubled": _double,
    "line ends": _swap_ends,
    "glued": _glue,
    "cut": _cut,
    "sprinkled": _sprinkle,
    "replaced": _replace,
    "stuttered": _stutter,
    "spaced": _space,
    "spliced": _splice,
    "columns": _columns,
    "recoded": _recode,
}


if __name__ == "__main__":
    raise SystemExit(main())
