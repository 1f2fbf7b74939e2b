"""Rows whose breaks mean something: tables, rolls of names and verse are kept as printed."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.parsing.overlap import plain, share
from articles.parsing.reading.column_names import is_framed
from articles.parsing.reading.entries import are_entries, are_persons, entry, is_member, person
from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN, as_extracted
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.typography.side_by_side import may_hold_gap
from articles.parsing.words.bylines import PEN_NAME, opens_with_family
from articles.records import Line

CELL = re.compile(r"[ \u00a0]{2,}|\t+|\u3000{2,}")  # no justification makes such a gap
NAME_GAP = re.compile(r"[ \u00a0]{2,}|[\t\u3000]+")
WORD = re.compile(r"[ \u00a0\t\u3000]+")
BLANK = re.compile("[ \u00a0\u3000]")
NAME = re.compile(f"[{HAN}·]{{1,6}}")
NAMES = re.compile(f"[{HAN}· \u00a0\t\u3000]+")  # and nothing else in the row
SENTENCE = re.compile("[，。；！？、]")
COUNTS = re.compile(r"(?:^|\s)\d{1,3}(?:\s?[∶：:比-]\s?|\s)\d{1,3}(?=\s|$)")
WIDEST_CELL = 9  # em, on average: more than that is text, two columns of it side by side
LONGEST = 120  # characters of a row that may stand in a table
LEAST_ROWS = 3
LEAST_NAMES = 4
FEW_NAMES = 3  # that all begin with a family name
NEAR = 20  # rows of the text below a poem that may repeat the words of its own heading
PAGE = 1000  # rows: no page has more above or below, and no text takes longer than its rows
HEAPED = 0.25  # of the pairs of characters of headlines in a heap; of a poem's hardly any
MOST_HEADING, ECHO = 6, 0.3  # rows; so much of one
LONGEST_TITLE = 10  # characters
WIDEST_VERSE = 20  # em
LONGEST_POEM = 80  # rows
LONG_POEM, SIGNED_POEM = 8, 5  # rows without marks; under the name of who wrote them
EVEN, RAGGED = 0.6, 0.45  # em between two rows of one length; as many may follow each other
LISTS = ((Kind.TABLE, entry, are_entries), (Kind.ROLL, person, are_persons))
MARKS = "，。、；：！？…—”"
NUMBER = re.compile("[0-9]")
UNSUNG = re.compile("[0-9（《]")  # headlines count and name works, poems hardly
METRE = (6, 8)  # em of a row with one clause of five or seven characters and its mark
METRES = frozenset((6, 8, 12, 16))  # or with two of them


def mark_kept(rows: Sequence[Row], lines: Sequence[Line], rules: Rules) -> None:
    """Give the rows of tables, rolls and poems a kind of their own."""
    _free_members(rows, rules)
    for before, run, stop in _text_runs(rows):
        stretches = _with_gaps(run, lines)
        for pairs in stretches:
            gapped, raws = zip(*pairs, strict=True)
            _mark(gapped, Kind.TABLE, list(map(_cells, gapped, raws)), _is_table)
            _mark(gapped, Kind.ROLL, [_names(raw, rules) for raw in raws], _is_roll)
            for kind, read, holds in LISTS:
                _mark(gapped, kind, [read(raw, rules) for raw in raws], holds)
            _mark_header(pairs)
        if stretches:
            _mark_notes(run, rules)
        signed = before is not None and _is_poet(before, rules)
        _mark_verse(run, stop, rows, rules, signed=signed)


def _free_members(rows: Sequence[Row], rules: Rules) -> None:
    """Rows of units and names sign nothing where several stand together."""
    for place in [k for k, row in enumerate(rows) if row.kind is Kind.BYLINE]:
        first = max(0, place - LEAST_ROWS + 1)
        windows = [rows[start : start + LEAST_ROWS] for start in range(first, place + 1)]
        whole = [window for window in windows if len(window) == LEAST_ROWS]
        if any(all(is_member(row.text, rules) for row in window) for window in whole):
            rows[place].kind = Kind.TEXT


def _mark_header(pairs: Sequence[tuple[Row, str]]) -> None:
    """品名 零售价 比上周: as many words as the first row of the table below it, and no number."""
    for (row, raw), (below, table) in pairwise(pairs):
        if row.kind is Kind.TEXT and below.kind is Kind.TABLE:
            words = WORD.split(raw)
            even = len(words) > 2 and len(words) == len(WORD.split(table))
            if even and not NUMBER.search(raw) and not SENTENCE.search(raw):
                row.kind = Kind.TABLE


def _mark_notes(run: Sequence[Row], rules: Rules) -> None:
    """单位：元/公斤 under the rows of a table is one of them."""
    for above, row in pairwise(run):
        noted = above.kind is Kind.TABLE and row.text.lstrip("（(").startswith(rules.table_notes)
        if noted and row.kind is Kind.TEXT and "。" not in row.text:
            row.kind = Kind.TABLE


def _text_runs(rows: Sequence[Row]) -> Iterator[tuple[Row | None, list[Row], int]]:
    """Neighbouring rows of text, each run with the row before it and the place after it."""
    before, run = None, []
    for place, row in enumerate(rows):
        if row.kind is Kind.TEXT and row.first == row.last and len(row.text) <= LONGEST:
            run.append(row)
            continue
        if run:
            yield before, run, place
        before, run = row, []
    if run:
        yield before, run, len(rows)


def _mark(run: Sequence[Row], kind: str, pieces: list[list[str]], holds) -> None:
    """Mark the rows with pieces that stand together, where `holds` agrees."""
    if len(pieces) - pieces.count([]) < 2:
        return
    start = 0
    for place in range(len(run) + 1):
        if place < len(run) and pieces[place] and run[place].kind is Kind.TEXT:
            continue
        if place > start and holds(pieces[start:place]):
            for row in run[start:place]:
                row.kind = kind
        start = place + 1


def _with_gaps(run: Sequence[Row], lines: Sequence[Line]) -> list[list[tuple[Row, str]]]:
    """Neighbouring rows that hold white space, each as it was extracted; few do, and not alone."""
    stretches: list[list[tuple[Row, str]]] = []
    after = 0
    raws = [as_extracted(lines[row.first]) for row in run]
    texts = [row.text for row in run]
    told = [k for k, raw in enumerate(raws) if raw is not texts[k] or " " in raw or "：" in raw]
    for place in told:
        row, raw = run[place], raws[place].strip()
        if len(raw) != len(row.text) or BLANK.search(raw) or ("：" in raw and "、" in raw):
            if place != after or not stretches:
                stretches.append([])
            stretches[-1].append((row, raw))
            after = place + 1
    return [pairs for pairs in stretches if len(pairs) > 1]


def _cells(row: Row, raw: str) -> list[str]:
    """The cells of a row that may stand in a table; none for a row of running text."""
    if not (" " in row.text or may_hold_gap(raw)):
        return _counts(raw)
    cells = CELL.split(raw)
    if len(cells) > 1:
        wide = sum(map(len, cells)) > WIDEST_CELL * len(cells)
        spaced = sum(len(cell) == 1 for cell in cells) > len(cells) / 2
        return [] if wide or (spaced and row.spaced) else cells
    words = WORD.split(raw)
    plain = " " not in row.text or row.spaced or SENTENCE.search(row.text)
    return _counts(raw) if plain or len(words) < 3 else words


def _counts(raw: str) -> list[str]:
    """白鹿队 1∶1 青峰队, 铁骑队 5 4 1 13: a result, or counts side by side."""
    if not COUNTS.search(raw) or SENTENCE.search(raw):
        return []
    words = WORD.split(raw)
    return words if len(words) > 2 else []


def _is_table(table: list[list[str]]) -> bool:
    """As many cells in most rows, and numbers or grades (C级) in the same places."""
    counts = [len(cells) for cells in table]
    usual = max(set(counts), key=lambda n: (counts.count(n), n))
    even = [cells for cells in table if len(cells) == usual]
    if len(even) < LEAST_ROWS or len(even) * 2 <= len(table):
        return False
    for column in zip(*even, strict=True):
        numbers = sum(cell[0].isascii() or any(c.isdigit() for c in cell) for cell in column)
        if numbers * 4 >= 3 * len(even):
            return True
    return False


def _names(raw: str, rules: Rules) -> list[str]:
    """The words of a row that may be a roll of names, 王 强 being one padded name."""
    if len(raw) < 2 * FEW_NAMES or not NAMES.fullmatch(raw):
        return []
    roles = rules.reporter_words + rules.correspondent_words
    if any(word in raw for word in roles):
        return []
    gaps = NAME_GAP.split(raw)
    words = [w.replace(" ", "") for w in gaps] if len(gaps) >= FEW_NAMES else WORD.split(raw)
    if not all(map(NAME.fullmatch, words)):
        return []
    single = sum(len(w) == 1 for w in words)
    whole = sum(2 <= len(w) <= 4 for w in words)
    if single % 2 or whole + single != len(words):
        return []
    enough = whole + single // 2 >= LEAST_NAMES and whole >= single / 2
    return words if enough or _are_families(words, rules) else []


def _are_families(words: list[str], rules: Rules) -> bool:
    """Three names or more, some of them padded, and each begins with a family name."""
    names, place = [], 0
    while place < len(words):
        step = 2 if len(words[place]) == 1 else 1
        names.append("".join(words[place : place + step]))
        place += step
    whole = all(1 < len(name) <= 4 and name[0] in rules.surnames for name in names)
    return whole and len(names) >= FEW_NAMES and len({len(word) for word in words}) > 1


def _is_roll(roll: list[list[str]]) -> bool:
    return len(roll) > 1


def _is_poet(row: Row, rules: Rules) -> bool:
    """A byline that may stand above a poem; no reporter signs one."""
    roles = rules.reporter_words + rules.correspondent_words
    below = row.kind is Kind.BYLINE and row.text[0] not in "（("  # a bracket ends a text
    return below and not any(word in row.text for word in roles)


def _is_named(run: list[Row], place: int, rules: Rules) -> bool:
    """A title, and below it nothing but a name: 雪夜 / 林知夏."""
    title, name = run[place].text, run[place + 1].text
    if len(title) > LONGEST_TITLE:
        return False
    unit, _, person = name.partition(" ")  # 实验中学 林知夏
    name = person if len(unit) > 3 and unit[-1] in rules.unit_ends else name.replace(" ", "")
    known = opens_with_family(name, rules) or PEN_NAME.fullmatch(name) is not None
    return known and SENTENCE.search(title + name) is None


def _mark_verse(
    run: list[Row], end: int, rows: Sequence[Row], rules: Rules, *, signed: bool
) -> None:
    """`end` is the place of the row after the run."""
    after = rows[end : end + NEAR]
    blanks: list[bool] = []
    marked: list[bool] = []
    done, told = 0, [SENTENCE.search(x.text) is not None or x.text.isascii() for x in run]
    fresh = [True, *[above.strong or row.blank for above, row in pairwise(run)]]
    for place in [k for k, row in enumerate(run) if fresh[k] or row.width in METRES]:
        if place < done:
            continue
        start, stop = place, _metre_end(run, place, signed=signed and not place)
        if stop == place and fresh[place]:
            least = SIGNED_POEM if signed and not place else LONG_POEM
            first = place
            if place + 2 < len(run) and _is_named(run, place, rules):
                least, first = SIGNED_POEM, place + 2
            named = least == SIGNED_POEM or opens_with_family(run[place].text, rules)
            blanks = blanks or _meant(run)
            marked = marked or (_marked(run) if named else [])
            start, stop = _free_verse(run, marked if named else told, blanks, first, least)
            if start < stop:
                stop = _before_named(run, stop, rules)
                stop = _before_heading(run, start, stop, after, rules)
                at = end - len(run) + start
                page = rows[max(0, at - PAGE) : at + PAGE]
                stop = start if _are_headlines(run[start:stop], page) else stop
        for verse in run[start:stop]:
            verse.kind = Kind.VERSE
        done = stop


def _marked(run: Sequence[Row]) -> list[bool]:
    """Which rows have a mark, or more than the one inner comma of signed verse, which counts
    nothing.
    """
    texts = [
        row.text if NUMBER.search(row.text) else row.text[:-1].replace("，", "", 1) + row.text[-1]
        for row in run
    ]
    return [SENTENCE.search(text) is not None or text.isascii() for text in texts]


def _before_named(run: list[Row], stop: int, rules: Rules) -> int:
    """The poem goes on to the title of the next piece, with a name below it."""
    near = range(stop, min(stop + SIGNED_POEM, len(run) - 1))
    title = next((place for place in near if _is_named(run, place, rules)), stop)
    whole = all(row.width <= WIDEST_VERSE and not row.strong for row in run[stop:title])
    return title if whole else stop


def _before_heading(
    run: list[Row], start: int, stop: int, after: Sequence[Row], rules: Rules
) -> int:
    """Where the poem ends, if rows that the next text repeats are the heading of that text.

    A row above a byline without 记者 is the title of what it signs.
    """
    text = plain("".join([row.text for row in (*run[stop : stop + NEAR], *after)]))
    for place in range(max(start + SIGNED_POEM, stop - MOST_HEADING), stop):
        if len(run[place].text) > 3 and share(run[place].text, text) >= ECHO:
            heading = "".join([row.text for row in run[place:stop]])
            if share(heading, text) >= ECHO:
                return place
    signed = stop == len(run) and bool(after) and _is_poet(after[0], rules)
    titled = signed and not run[stop - 1].blank and len(run[stop - 1].text) <= LONGEST_TITLE
    return stop - (titled and stop - start > SIGNED_POEM)


def _are_headlines(poem: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Rows of which the page's other rows repeat much: its headlines in one heap."""
    first, last = poem[0].first, poem[-1].last
    text = plain("".join([row.text for row in rows if not first <= row.first <= last]))
    return share("".join([row.text for row in poem]), text) >= HEAPED


def _metre_end(run: list[Row], start: int, *, signed: bool) -> int:
    """Where a poem of five or seven characters a clause ends; `start` where there is none."""
    size = run[start].width
    if size not in METRES:
        return start
    stop = start
    while stop < len(run) and run[stop].width == size and _is_clauses(run[stop].text, size):
        stop += 1
    clauses = (stop - start) * (1 if size in METRE else 2)
    apart = run[start].blank and (stop == len(run) or run[stop].blank)
    apart = apart or (size in METRE and (signed or _is_quatrain(run, start, stop)))
    return stop if clauses >= (4 if apart else 8 if size not in METRE else 6) else start


def _is_quatrain(run: list[Row], start: int, stop: int) -> bool:
    """Four clauses or more that close a sentence, and the rows around are of other columns."""
    around = [*run[max(0, start - 1) : start], *run[stop : stop + 1]]
    return run[stop - 1].strong and all(abs(row.width - run[start].width) > 1 for row in around)


def _is_clauses(text: str, size: float) -> bool:
    """One clause with its mark, or two of one length."""
    if size in METRE:
        return len(text) == size and text[-1] in MARKS and not SENTENCE.search(text[:-1])
    half = len(text) // 2
    return (
        text[-1] in MARKS
        and size / 2 in METRE
        and all(
            len(part) == size / 2 and part[-1] in MARKS and not SENTENCE.search(part[:-1])
            for part in (text[:half], text[half:])
        )
    )


def _meant(run: Sequence[Row]) -> list[bool]:
    """Which rows have a blank line above that the rows beside them have not all as well."""
    blanks = [*[row.blank for row in run], True]
    return [
        blank and not (place and blanks[place - 1] and blanks[place + 1])
        for place, blank in enumerate(blanks[:-1])
    ]


def _free_verse(
    run: list[Row], told: list[bool], blanks: list[bool], start: int, least: int
) -> tuple[int, int]:
    """A poem without metre: ragged rows that hardly carry a mark; the first names it."""
    if _is_told(told, blanks, start, start):
        return start, start
    stop, most = start, min(len(run), start + LONGEST_POEM)
    while stop < most and run[stop].width <= WIDEST_VERSE and not run[stop].spaced:
        if _is_told(told, blanks, start, stop) or is_framed(run[stop].text):
            break
        if run[stop].kind is not Kind.TEXT:  # of a list
            break
        stop += 1
    titled = start + (least == LONG_POEM)
    while start + 1 < stop and (blanks[start + 1] or start < titled):
        start += 1
    while stop > start and blanks[stop - 1]:
        stop -= 1
    poem = [row.width for row in run[start:stop]]
    even = sum(abs(above - below) <= EVEN for above, below in pairwise(poem))
    counted = sum(UNSUNG.search(row.text) is not None for row in run[start:stop])
    prosy = sum("，" in row.text for row in run[start:stop])
    whole = len(poem) >= least and even <= RAGGED * len(poem)
    whole = whole and counted < 2 and prosy <= RAGGED * len(poem)
    return (start, stop) if whole else (start, start)


def _is_told(told: list[bool], blanks: list[bool], start: int, place: int) -> bool:
    """Whether sentences run through the rows at this place of a supposed poem.

    What a blank line parts from them says nothing.
    """
    further = range(place + 1, min(place + SIGNED_POEM, len(told)))
    stop = next((k for k in further if blanks[k]), 0)
    if stop:
        near = told[max(start, stop - SIGNED_POEM) : stop]
    else:
        first = max(0, min(place, len(told) - SIGNED_POEM))
        near = told[first : place + SIGNED_POEM]
    return near.count(True) * 3 > len(near)
