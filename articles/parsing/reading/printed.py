"""Lines with their places in print → labels: type and position first, then words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from articles.parsing.doubts import doubt
from articles.parsing.overlap import Overlap
from articles.parsing.reading.confidence import Signs, confidence
from articles.parsing.reading.heads import read_heads
from articles.parsing.reading.row_marks import HeadRow
from articles.parsing.reading.upright import upright_layout
from articles.parsing.rules import Rules
from articles.parsing.typography.paragraphs import SUBHEAD_GOES_ON, SUBHEADS, find_openings
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.words.classify import build_rows
from articles.parsing.words.grammar import grammar
from articles.records import Doubt, Drawn, Label, Layout, Line, Place, Role

LARGEST = 0.93  # of the largest type in a head: still the headline
SURE = 9.0
BOLD = re.compile("bold|heavy|black", re.IGNORECASE)  # in the name of a face
LONGEST_TAIL = 4  # characters of a photo credit's second row
LONGEST_REST = 12  # characters of a byline's second row
ASIDE = 3.5  # em from the column's edge: further in than any paragraph opens
CENTRED = 0.8  # em by which the white beside a centred row differs
UNSURE_HEADS = 1.5
FILLED = 1.0  # squares by which rows that fill a headline's column differ
TOLD_BY_WORDS = 2.5  # rows of one size and one face are one headline, unless words say more


@dataclass(slots=True)
class _Story:
    """Rows that the geometry holds together."""

    number: int
    heads: list[int] = field(default_factory=list)
    bylines: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    credits: list[int] = field(default_factory=list)
    jumps: list[int] = field(default_factory=list)
    first: int = 0


def has_stories(layout: Layout) -> bool:
    """Whether the geometry cut the page into stories at all."""
    return any(p and p.story and p.part in ("body", "table") for p in layout.places)


def propose_printed(
    lines: Sequence[Line], layout: Layout, rules: Rules
) -> tuple[list[Label], list[Doubt]]:
    """Labels for every line of a printed page, and the doubts that go with them."""
    return _Printed(lines, upright_layout(layout), rules).run()


def _rows_by_story(lines: Sequence[Line], layout: Layout, rules: Rules) -> Iterator[Row]:
    """The rows of each story by themselves, its headline's apart: none is read on into the next."""
    places = [
        layout.places[x.number - 1] if x.number <= len(layout.places) else None for x in lines
    ]
    start = 0
    for _, group in groupby(_kept_together(place) for place in places):
        stop = start + len(list(group))
        for end in (*_lone_ends(lines, places, start, stop), stop):
            for row in build_rows(lines[start:end], rules):
                row.first, row.last = row.first + start, row.last + start
                yield row
            start = end


def _lone_ends(
    lines: Sequence[Line], places: Sequence[Place | None], start: int, stop: int
) -> list[int]:
    """Where to stop after a row of one character that is no larger than the next: no drop cap."""
    return [
        k + 1
        for k in range(start, stop - 1)
        if len(lines[k].text) == 1
        and places[k] is not None
        and places[k + 1] is not None
        and places[k].size <= 1.2 * places[k + 1].size
        and places[k].part == "body"
    ]


def _kept_together(place: Place | None) -> tuple[int, int] | None:
    """Story and piece of headline in which rows are joined where a tool tore them."""
    if place is None:
        return None
    return place.story, place.block if place.part == "head" else 0


class _Printed:
    def __init__(self, lines: Sequence[Line], layout: Layout, rules: Rules):
        self.lines, self.layout, self.rules = lines, layout, rules
        self.rows: list[Row] = list(_rows_by_story(lines, layout, rules))
        self.places: list[Place | None] = [self._place(row) for row in self.rows]
        self.labels: list[Label] = []
        self.doubts: list[Doubt] = []
        self.loose: dict[Role, list[int]] = {}

    def _place(self, row: Row) -> Place | None:
        number = self.lines[row.first].number - 1
        return self.layout.places[number] if number < len(self.layout.places) else None

    def run(self) -> tuple[list[Label], list[Doubt]]:
        stories = self._stories()
        bodies = [s.body for s in stories if s.body]
        goes_on = grammar(self.rules).jump_in.match
        continued = {r for body in bodies for r in body[1:2] if goes_on(self.rows[r].text)}
        self.opens = find_openings(self.rows, self.places, bodies, continued)
        self.overlap = Overlap(
            [self._text(s.body) for s in stories], [self._text(s.heads) for s in stories]
        )
        self.numbers = {story.number: k for k, story in enumerate(stories)}
        for unit, story in enumerate(stories, 1):
            self._label(unit, story)
        for role, rows in self.loose.items():
            self._mark(rows, None, role, 0.9, "print")
        self._label_rest()
        return self.labels, self.doubts

    def _stories(self) -> list[_Story]:
        found: dict[int, _Story] = {}
        for place, row in enumerate(self.rows):
            where = self.places[place]
            if where is None or not where.story:
                self._set_aside(place, where)
            else:
                story = found.setdefault(where.story, _Story(where.story, first=place))
                self._take(story, place, row, where)
        return [self._settled(s) for s in found.values() if self._is_piece(s)]

    def _set_aside(self, place: int, where: Place | None) -> None:
        turned = where is not None and where.part == "turned"
        role = Role.IGNORED if turned else Role.FURNITURE
        if where is None or where.part == "":
            role = Role.UNASSIGNED
        self.loose.setdefault(role, []).append(place)

    def _take(self, story: _Story, place: int, row: Row, where: Place) -> None:
        if where.part == "table":  # a roll's rows of names are no bylines
            story.body.append(place)
        elif where.part == "credit" or (where.part == "caption" and row.kind is Kind.CREDIT):
            story.credits.append(place)
        elif where.part == "caption":
            # A credit may run over two rows: 穆晓棠 摄影 / 报道.
            rest = place - 1 in story.credits and len(row.text) <= LONGEST_TAIL
            (story.credits if rest else story.captions).append(place)
        elif row.kind in (Kind.JUMP, Kind.ENTRY):
            story.jumps.append(place)
        elif row.kind is Kind.MARK:
            self.loose.setdefault(Role.FURNITURE, []).append(place)
        elif where.part == "head":
            signs = row.kind is Kind.BYLINE or self._is_rest_of_byline(story, place)
            (story.bylines if signs else story.heads).append(place)
        else:
            story.body.append(place)

    def _is_rest_of_byline(self, story: _Story, place: int) -> bool:
        """A few characters that no longer fitted into the byline's row, centred below it."""
        if place - 1 not in story.bylines or len(self.rows[place].text) > LONGEST_TAIL + 2:
            return False
        above, here = self.places[place - 1], self.places[place]
        off = above.box.left + above.box.right - here.box.left - here.box.right
        centred = abs(off) * self.layout.width <= 2 * CENTRED * here.size
        return above.block == here.block and centred

    def _is_piece(self, story: _Story) -> bool:
        """A headline over nothing waits for an editor."""
        if story.body or story.captions or story.credits:
            return True
        for place in (*story.heads, *story.bylines, *story.jumps):
            text = self.rows[place].text
            self.doubts.append(doubt("headline_unused", self._line(place), text=text))
            self.loose.setdefault(Role.UNASSIGNED, []).append(place)
        return False

    def _settled(self, story: _Story) -> _Story:
        """Take the bylines from both ends of the body."""
        body = story.body
        self._take_bare_names(story)
        while len(body) > 1 and self._signs(body[0], story.bylines[-1:]):
            story.bylines.append(body.pop(0))
        ending = []
        while len(body) > 1 and self._signs(body[-1], body[-2:-1]):
            ending.append(body.pop())
        story.bylines += reversed(ending)
        return story

    def _signs(self, place: int, above: Sequence[int]) -> bool:
        """Names on a line of their own, or their rest, centred or at the right of the next one."""
        row, where = self.rows[place], self.places[place]
        if where is None or where.part == "table":
            return False
        if row.kind in (Kind.BYLINE, Kind.CREDIT):
            return True
        rest = row.kind is Kind.TEXT and row.first == row.last and len(row.text) <= LONGEST_REST
        named = any(
            self.rows[x].kind is Kind.BYLINE and self.places[x].face == where.face for x in above
        )
        if not (named and rest) or row.weak:
            return False
        return where.indent >= ASIDE or self._is_centred(place)

    def _is_centred(self, place: int) -> bool:
        """As far from the right edge of the row below as from the column's left edge."""
        where = self.places[place]
        below = self.places[place + 1] if place + 1 < len(self.places) else None
        if below is None or below.story != where.story or where.indent < 1.0:
            return False
        if below.indent < 1.0:  # it is a paragraph's first row, and this is none
            return False
        lack = (below.box.right - where.box.right) * self.layout.width / where.size
        return abs(lack - where.indent) <= CENTRED

    def _take_bare_names(self, story: _Story) -> None:
        """Below a headline a name alone, in the body's size, is the author's."""
        while len(story.heads) > 1 and story.body:
            place = story.heads[-1]
            text = self.rows[place].text.replace(" ", "")
            size, body = self.places[place].size, self.places[story.body[0]].size
            # A pen name need not begin with a family name; two names have a face of their own.
            faces = {self.places[r].face for r in (*story.heads[:-1], story.body[0])}
            most = 3 if self.places[place].face in faces else 4
            name = 2 <= len(text) <= most and all("\u3400" <= c <= "\u9fff" for c in text)
            largest = max(self.places[r].size for r in story.heads)
            if not name or size > 1.1 * body or size >= largest:
                return
            story.bylines.append(story.heads.pop())

    def _label(self, unit: int, story: _Story) -> None:
        if not story.body:
            self._label_photo(unit, story)
            return
        roles, margin = self._head_roles(story)
        trust = confidence(self._signs_of(story, margin))
        for place in sorted([*story.heads, *story.bylines]):
            role = roles.get(place, Role.BYLINE)
            self._mark([place], unit, role, trust, "print")
        for place in story.body:
            self._label_body(unit, place, trust)
        self._mark(story.jumps, unit, Role.JUMP, trust, "jump")
        self._mark(story.captions, unit, Role.CAPTION, trust, "print")
        self._mark(story.credits, unit, Role.CREDIT, trust, "print")
        self._doubt_head(unit, story, roles, margin)

    def _label_photo(self, unit: int, story: _Story) -> None:
        self._mark(story.heads, unit, Role.CAPTION, 0.5, "print")
        self._mark(story.captions, unit, Role.CAPTION, 0.95, "print")
        self._mark([*story.credits, *story.bylines], unit, Role.CREDIT, 0.95, "print")
        self._mark(story.jumps, unit, Role.JUMP, 0.9, "jump")

    def _head_roles(self, story: _Story) -> tuple[dict[int, Role], float]:
        """What each head row is: by its size, or by its words where all are of one size."""
        if not story.heads:
            return {}, SURE
        drawn = next((d for d in self.layout.drawn if d.story == story.number), None)
        if drawn is not None:
            return self._beside_drawn(story, drawn), SURE
        sizes = [self.places[r].size for r in story.heads]
        big = [k for k, size in enumerate(sizes) if size >= LARGEST * max(sizes)]
        large = story.heads[big[0] : big[-1] + 1]
        start, stop, margin = self._among_large(large, self._text(story.body))
        return self._roles_around(story.heads, big[0] + start, big[0] + stop), margin

    def _roles_around(self, heads: Sequence[int], start: int, stop: int) -> dict[int, Role]:
        """Which rows are the headline; those above it are its kicker, those below its deck."""
        return {
            place: Role.KICKER if k < start else Role.DECK if k >= stop else Role.HEADLINE
            for k, place in enumerate(heads)
        }

    def _beside_drawn(self, story: _Story, drawn: Drawn) -> dict[int, Role]:
        """The rows above a drawn headline are its kicker, those below it its deck."""
        above = {r for r in story.heads if self.places[r].box.top < drawn.box.top}
        return {r: Role.KICKER if r in above else Role.DECK for r in story.heads}

    def _among_large(self, heads: Sequence[int], body: str) -> tuple[int, int, float]:
        """Which of the rows of the largest size are the headline, by their faces and words."""
        whole = 0, len(heads), SURE
        if len(heads) == 1:
            return whole
        bold = [k for k, r in enumerate(heads) if BOLD.search(self.places[r].face)]
        if 0 < len(bold) < len(heads) and bold[-1] - bold[0] < len(bold):
            return bold[0], bold[-1] + 1, SURE
        if self._is_filled(heads):
            return whole
        rows = [HeadRow(self.rows[r].text, self.rows[r].width, False) for r in heads]
        reading = read_heads(rows, body, self.rules)
        if len({self.places[r].face for r in heads}) == 1 and reading.margin < TOLD_BY_WORDS:
            return whole
        return reading.start, reading.stop, reading.margin

    def _is_filled(self, heads: Sequence[int]) -> bool:
        """Whether three rows or more break where their column is full, not where the sense does."""
        widths = [self.rows[r].width for r in heads]
        return len(heads) > 2 and max(widths) - min(widths[:-1]) <= FILLED

    def _signs_of(self, story: _Story, margin: float) -> Signs:
        last = self.rows[story.body[-1]]
        heads = self._text(story.heads)
        number = self.numbers[story.number]
        signed = bool(story.bylines) or last.signed
        return Signs(
            paragraph_vote=SURE,
            layout_margin=SURE,
            head_rows=len(story.heads),
            head_margin=margin,
            head_share=self.overlap.share(heads, number, number) if heads else 0.0,
            contested=False,
            subheads=0,
            finished=last.strong,
            signed=signed or self.rows[story.body[0]].kind is Kind.OPENING,
            rejoined=False,
        )

    def _doubt_head(self, unit: int, story: _Story, roles: dict[int, Role], margin: float) -> None:
        if Role.HEADLINE not in roles.values():
            if any(drawn.story == story.number for drawn in self.layout.drawn):
                self.doubts.append(doubt("headline_drawn", self._line(story.body[0]), unit))
        elif margin < UNSURE_HEADS:
            for place in story.heads:
                text = self.rows[place].text
                self.doubts.append(doubt("kicker_or_headline", self._line(place), unit, text))

    def _label_body(self, unit: int, place: int, trust: float) -> None:
        row, opens = self.rows[place], self.opens.get(place)
        role = Role.SUBHEAD if opens in SUBHEADS else Role.BODY
        for index in range(row.first, row.last + 1):
            line = self.lines[index]
            first = bool(opens) and opens != SUBHEAD_GOES_ON and index == row.first
            label = Label(line.number, unit, role, trust, "print", line.segment, first)
            self.labels.append(label)

    def _mark(self, rows, unit: int | None, role: Role, trust: float, rule: str) -> None:
        for place in rows:
            row = self.rows[place]
            for index in range(row.first, row.last + 1):
                line = self.lines[index]
                self.labels.append(Label(line.number, unit, role, trust, rule, line.segment))

    def _label_rest(self) -> None:
        labelled = {x.line for x in self.labels}
        for line in self.lines:
            if line.number not in labelled:
                role = Role.UNASSIGNED if line.text else Role.IGNORED
                self.labels.append(Label(line.number, None, role, 0.5, "empty", line.segment))

    def _text(self, rows: Sequence[int]) -> str:
        return "".join(self.rows[r].text for r in rows)

    def _line(self, place: int) -> int:
        return self.lines[self.rows[place].first].number
