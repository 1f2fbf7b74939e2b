"""Rows and layout → labels: photos taken out, bodies found, headlines given to them."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise, zip_longest

from articles.parsing.doubts import doubt
from articles.parsing.pictures.captions import mark_captions
from articles.parsing.pictures.inside import mark_inside
from articles.parsing.pictures.narrow import mark_narrow
from articles.parsing.pictures.own import mark_own
from articles.parsing.pictures.photos import Photo, take_photos
from articles.parsing.reading.awards import mark_awards
from articles.parsing.reading.bodies import Body, Gathering, paragraphs_of
from articles.parsing.reading.briefs import join_briefs
from articles.parsing.reading.confidence import Signs, confidence
from articles.parsing.reading.facts import mark_facts
from articles.parsing.reading.first_subheads import opening_subhead
from articles.parsing.reading.heads import Heading, HeadReading, blank_sense
from articles.parsing.reading.hidden import ALONE, UNSIGNED, hidden_above, hidden_start
from articles.parsing.reading.kept import mark_kept
from articles.parsing.reading.numbered import mark_lists
from articles.parsing.reading.pairing import pair
from articles.parsing.reading.parts import Gap, Piece, Story
from articles.parsing.reading.prizes import mark_prizes
from articles.parsing.reading.repeats import (
    NEAR,
    is_shadowed,
    is_umbrella,
    pull_quotes,
    repeats,
)
from articles.parsing.reading.row_marks import HeadRow
from articles.parsing.reading.telling import Telling
from articles.parsing.rules import Rules
from articles.parsing.typography.close_columns import in_order
from articles.parsing.typography.columns import fit_quotes
from articles.parsing.typography.layout import Place, lay_out
from articles.parsing.typography.lines import DRAWN_TWICE, signs_apart
from articles.parsing.typography.rows import KEPT, Kind, Row, is_shadow
from articles.parsing.typography.runs import find_runs
from articles.parsing.typography.side_by_side import may_hold_gap
from articles.parsing.words.classify import build_rows
from articles.parsing.words.glued import opener, opens_story
from articles.parsing.words.grammar import grammar
from articles.parsing.words.notices import Notices
from articles.records import Doubt, Label, Line, Role, new_label

# Two columns read as one, or a table: spaces that no justification makes.
GAP = re.compile(r"\S(?:[ \u00a0]{2,}|\t+|\u3000{2,})\S")
OFTEN = 0.12  # share of a page's stories that nobody signs: their borders are told by words alone
UNFINISHED = 2  # stories of a page that stop in a sentence: its rows may be in disorder
CLOSE, MOST_CLOSE = 1.0, 0.05  # a margin between headline and text; rows that may have it
UNSURE_HEADS = 1.5  # a margin below which an editor is asked which row is the headline


def propose(lines: Sequence[Line], rules: Rules) -> tuple[list[Label], list[Doubt]]:
    """Labels for every line, and the doubts that go with them."""
    return _Proposal(lines, rules).run()


class _Proposal:
    def __init__(self, lines: Sequence[Line], rules: Rules):
        self.parted = next((x.number for x in lines if x.segment), 0)
        self.lines, self.rules = in_order(lines, opener(rules)) if self.parted else lines, rules
        self.apart = signs_apart(lines)
        self.rows: list[Row] = build_rows(self.lines, rules)
        fit_quotes(self.rows)
        mark_captions(self.rows)
        mark_narrow(self.rows)
        mark_own(self.rows)
        mark_inside(self.rows)
        mark_lists(self.rows)
        mark_awards(self.rows)
        mark_prizes(self.rows)
        mark_facts(self.rows, rules)
        mark_kept(self.rows, self.lines, rules)
        Notices(rules).find_signatures(self.rows)
        self.places: list[Place] = lay_out(self.rows)
        gapped = [
            k for k, x in enumerate(self.lines) if x.raw is not x.text and may_hold_gap(x.raw)
        ]
        self.gaps_inside = {k for k in gapped if GAP.search(self.lines[k].raw.strip())}
        self.labels: list[Label] = []
        self.photos: list[Photo] = []
        found = Gathering(self.lines, self.rows, self.places, rules)
        self.found, self.doubts = found, found.doubts
        self.told = Telling(self.rows, self.places, rules)
        self.bodies, self.gaps = found.bodies, found.gaps
        self.furniture, self.loose = found.furniture, found.loose

    def run(self) -> tuple[list[Label], list[Doubt]]:
        runs = find_runs(self.rows, self.places)
        runs, self.photos = take_photos(runs, self.rows, self.rules)
        self.found.collect(runs)
        stories: list[Story] = []
        if self.bodies:
            stories = self._pair()
            if self._split_hidden(stories):
                stories = self._pair()
            stories = list(join_briefs(stories, self.texts, self.rules))
        else:
            self.loose += [r for p in self.gaps[0].pieces for r in p.rows]
            for place in self.loose:
                text = self.rows[place].text
                self.doubts.append(doubt("headline_unused", self._line(place), text=text))
        self._label(stories)
        if self.parted:
            self._doubt_order()
        if self.apart:
            self.doubts.append(doubt("signs_apart", self.apart))
        return self.labels, self.doubts

    def _doubt_order(self) -> None:
        """Columns stand side by side on the page, or single lines hold two things."""
        pieces = [x for x in self.lines if x.segment]
        if all(opens_story(x.text, self.rules) for x in pieces):
            self.doubts += [doubt("line_parted", x.number) for x in pieces]
        else:
            self.doubts.append(doubt("columns_parted", self.parted))

    def _pair(self) -> list[Story]:
        self.paragraphs = [paragraphs_of(b, self.places) for b in self.bodies]
        self.texts = list(map(self.told.body_text, self.bodies, self.paragraphs))
        stories = pair(self.texts, self.gaps)[0]
        for story in stories:
            story.opening = opening_subhead(story, self.texts, self.rules)
        return stories

    def _split_hidden(self, stories: list[Story]) -> bool:
        """Cut a body in two where the headline after it speaks of its second half alone."""
        self._count_unsigned(stories)
        cuts = [
            cut
            for story, below in zip_longest(stories, stories[1:])
            for cut in self._hidden_starts(story, below)
        ]
        for number, paragraph in reversed(cuts):
            body = self.bodies[number]
            opening = [k for k, r in enumerate(body.rows) if not k or self.places[r].opens]
            at = opening[paragraph]
            self.bodies[number : number + 1] = [
                Body(body.rows[:at], body.announced, entry=body.entry, parted=True),
                Body(body.rows[at:], True, body.jumps, parted=True),
            ]
            self.gaps.insert(number + 1, Gap())
        return bool(cuts)

    def _hidden_starts(self, story: Story, below: Story | None) -> list[tuple[int, int]]:
        odds = UNSIGNED if self.often_unsigned else ALONE
        start = 0 if story.hidden else hidden_start(story, self.texts, odds)
        headed = any(not p.byline for p in story.before)
        if not (start or story.hidden) and headed:
            start = hidden_above(story, below, self.texts)
        return [(story.bodies[-1], start)] if start else story.hidden

    def _count_unsigned(self, stories: list[Story]) -> None:
        unsigned = [story.is_signed(self.texts) for story in stories].count(False)
        self.often_unsigned = unsigned > OFTEN * len(stories)

    def _label(self, stories: list[Story]) -> None:
        units = [(self._first_row(s), s) for s in stories]
        units += [(min(p.rows()), p) for p in self.photos]
        units.sort(key=lambda u: u[0])
        self.headings = self._headings(stories)
        self.blanks = blank_sense(self.headings.values())
        self._count_unsigned(stories)
        self.torn = self._is_torn(stories)
        for number, (_, unit) in enumerate(units, 1):
            if isinstance(unit, Photo):
                self._label_photo(number, unit)
            else:
                self._label_story(number, unit)
        self._mark(self.furniture, None, Role.FURNITURE, 0.95, "page-matter")
        self._mark(self.loose, None, Role.UNASSIGNED, 0.3, "loose")
        labelled = {x.line for x in self.labels}
        for place in [k for k, line in enumerate(self.lines) if line.number not in labelled]:
            line = self.lines[place]
            twice = place > 0 and _is_again(line.text, self.lines[place - 1].text)
            role = Role.UNASSIGNED if line.text and not twice else Role.IGNORED
            rule = DRAWN_TWICE if line.text and twice else "empty"
            self.labels.append(Label(line.number, None, role, 0.5, rule, line.segment))

    def _first_row(self, story: Story) -> int:
        places = [r for p in story.before for r in p.rows]
        places += [r for b in story.bodies for r in self.bodies[b].rows[:1]]
        return min(places)

    def _headings(self, stories: list[Story]) -> dict[int, Heading]:
        """{first body of a story: its heading}."""
        return {
            story.bodies[0]: Heading(_head_rows(heads), self._text_of(story), self.rules)
            for story in stories
            if (heads := heads_of(story))
        }

    def _text_of(self, story: Story) -> str:
        return "".join([self.texts[b].text for b in story.bodies])

    def _label_photo(self, unit: int, photo: Photo) -> None:
        if photo.label >= 0:
            self._mark([photo.label], None, Role.FURNITURE, 0.8, "picture-column")
        label = [r for r in photo.title[:-1] if self.rows[r].kind is Kind.COLUMN]
        self._mark(label, unit, Role.KICKER, 0.8, "picture-column")
        self._mark([r for r in photo.title if r not in label], unit, Role.HEADLINE, 0.8, "title")
        self._mark(photo.caption, unit, Role.CAPTION, 0.95, "before-credit")
        self._mark(photo.credit, unit, Role.CREDIT, 0.95, "credit")

    def _label_story(self, unit: int, story: Story) -> None:
        heads = heads_of(story)
        reading = self._read_heads(story, heads)
        trust = confidence(self._signs(story, heads, reading))
        self._label_heads(unit, story, heads, reading, trust)
        gapped = self._gapped(story, heads)
        if gapped:
            self.doubts.append(doubt("gapped", gapped, unit))
        own = {piece.rows for piece in heads}  # of a heap there are thousands
        for piece in (*story.before, *story.after):
            if piece is story.opening:
                self._label_inner(unit, piece, story, trust)
            elif piece.byline:
                self._mark(piece.rows, unit, Role.BYLINE, trust, "byline")
            elif piece.rows not in own and self.found.may_sign(piece):
                self._mark(piece.rows, unit, Role.BYLINE, min(trust, 0.6), "other-side")
            elif piece.rows not in own:
                self._mark(piece.rows, unit, Role.DECK, min(trust, 0.4), "other-side")
        for body in story.bodies:
            for piece in story.inner.get(body, ()):
                self._label_inner(unit, piece, story, trust)
            self._label_body(unit, body, trust)

    def _label_inner(self, unit: int, piece: Piece, story: Story, trust: float) -> None:
        """A subhead, or who signs above one; a pull quote is set aside."""
        line = self._line(piece.rows[0])
        if piece.byline:
            self._mark(piece.rows, unit, Role.BYLINE, trust, "byline")
        elif any(repeats(piece.text, self.texts[b].paragraphs) for b in story.bodies):
            self._set_aside(piece.rows, unit, piece.text)
        else:
            self._mark(piece.rows, unit, Role.SUBHEAD, trust, "subhead")
            self.doubts.append(doubt("subhead_or_headline", line, unit, piece.text))

    def _set_aside(self, rows: Sequence[int], unit: int, text: str) -> None:
        self._mark(rows, None, Role.IGNORED, 0.6, "pull-quote")
        self.doubts.append(doubt("pull_quote", self._line(rows[0]), unit, text))

    def _read_heads(self, story: Story, heads: list[Piece]) -> HeadReading | None:
        if not heads:
            return None
        heading = self.headings[story.bodies[0]]
        rows, reading = heading.rows, heading.read(self.blanks)
        alone = len(rows) > 1 and (reading.start or reading.stop == 1)
        if alone and self._is_shared(story, heads[0]):
            below = Heading(rows[1:], self._text_of(story), self.rules).read(self.blanks)
            return HeadReading(below.start + 1, below.stop + 1, below.margin)
        return reading

    def _is_shared(self, story: Story, piece: Piece) -> bool:
        """Whether the first row over a story heads the stories after it as well."""
        if piece not in story.before:
            return False
        first = story.bodies[0]
        near = [body.text for body in self.texts[first : first + NEAR]]
        shared = is_umbrella(piece.text, near)
        if shared:
            self.doubts.append(doubt("umbrella", self._line(piece.rows[0]), text=piece.text))
        return shared

    def _signs(self, story: Story, heads: list[Piece], reading: HeadReading | None) -> Signs:
        rows = [r for b in story.bodies for r in self.bodies[b].rows]
        places = [self.places[r] for r in rows]
        return Signs(
            paragraph_vote=min([p.vote for p in places]),
            layout_margin=min([p.cost for p in places if p.column], default=0.0),
            head_rows=len(heads),
            head_margin=reading.margin if reading else 0.0,
            head_share=story.share,
            contested=story.contested,
            subheads=len(story.inner),
            finished=self._is_finished(story),
            signed=story.is_signed(self.texts),
            border_margin=story.margin,
            among_unsigned=self.often_unsigned,
            rejoined=rows != sorted(rows) or any(self.bodies[b].parted for b in story.bodies),
            interrupted=self._is_interrupted(story),
            gapped=self.apart > 0 or self._gapped(story, heads) > 0,
            parted=self.parted > 0,
            heaped=story.heaped,
            torn=self.torn,
            shadowed=is_shadowed([piece.text for piece in heads], self._text_of(story)),
        )

    def _is_finished(self, story: Story) -> bool:
        """Whether its last sentence is."""
        last = story.bodies[-1]
        return self.rows[self.bodies[last].rows[-1]].strong or self.texts[last].closed

    def _is_torn(self, stories: Sequence[Story]) -> bool:
        """Whether the page's rows may be in disorder: sentences stop, or stand as subheads."""
        unfinished = [self._stops_inside(story) for story in stories].count(True)
        costs = [place.cost for place in self.places if place.column]
        close = sum(cost < CLOSE for cost in costs) >= MOST_CLOSE * max(1, len(costs))
        inner = [p for s in stories for pieces in s.inner.values() for p in pieces]
        told = any("，" in piece.text or "。" in piece.text for piece in inner)
        return unfinished >= UNFINISHED or close or told

    def _stops_inside(self, story: Story) -> bool:
        """Whether its running text does not end where a sentence does."""
        last = self.rows[self.bodies[story.bodies[-1]].rows[-1]]
        return last.kind is Kind.TEXT and not self._is_finished(story)

    def _is_interrupted(self, story: Story) -> bool:
        """Whether a picture stands inside a paragraph of the story."""
        for number in story.bodies:
            for row, below in pairwise(self.bodies[number].rows):
                if below > row + 1 and not self.places[below].opens:
                    return True
        return False

    def _gapped(self, story: Story, heads: Sequence[Piece]) -> int:
        """The first line that wide gaps run through, or a byline that a headline holds; or 0."""
        glued = grammar(self.rules).glued.search
        found = [r for p in heads if glued(p.text) for r in p.rows]
        if self.gaps_inside and not found:
            rows = [r for b in story.bodies for r in self.bodies[b].rows]
            found = [r for r in rows if self._is_gapped(self.rows[r])]
            found = found if len(found) > 1 else []
        return self._line(found[0]) if found else 0

    def _is_gapped(self, row: Row) -> bool:
        return row.first in self.gaps_inside and not row.spaced and row.kind not in KEPT

    def _label_heads(
        self,
        unit: int,
        story: Story,
        heads: list[Piece],
        reading: HeadReading | None,
        trust: float,
    ) -> None:
        if reading is None:
            return
        for place, piece in enumerate(heads):
            role = Role.HEADLINE
            role = Role.KICKER if place < reading.start else role
            role = Role.DECK if place >= reading.stop else role
            self._mark(piece.rows, unit, role, trust, "head")
            line = self._line(piece.rows[0])
            if reading.margin < UNSURE_HEADS:
                self.doubts.append(doubt("kicker_or_headline", line, unit, piece.text))
        if story.contested:
            line = self._line(heads[0].rows[0])
            self.doubts.append(doubt("headline_owner", line, unit, heads[0].text))

    def _label_body(self, unit: int, number: int, trust: float) -> None:
        body, texts = self.bodies[number], self.texts[number].paragraphs
        quotes = pull_quotes(texts)
        for at, rows in enumerate(self.paragraphs[number]):
            if at in quotes and self.rows[rows[0]].kind is Kind.TEXT:
                self._set_aside(rows, unit, texts[at])
            else:
                self._label_rows(unit, rows, trust)
        listed = (r for r in body.rows if self.rows[r].kind in (Kind.TABLE, Kind.ROLL))
        self.doubts += [doubt("table", self._line(r), unit) for r in islice(listed, 1)]
        self._mark(body.entry + body.jumps, unit, Role.JUMP, trust, "jump")

    def _label_rows(self, unit: int, rows: list[int], trust: float) -> None:
        opens, labels, role = self.places[rows[0]].opens, self.labels, Role.BODY
        for place in rows:  # none but the first opens a paragraph
            row = self.rows[place]
            rule = row.kind if row.kind in KEPT else "body"
            for line in self.lines[row.first : row.last + 1]:
                labels.append(
                    new_label((line.number, unit, role, trust, rule, line.segment, opens))
                )
                opens = False

    def _mark(self, rows, unit: int | None, role: Role, confidence: float, rule: str) -> None:
        for place in rows:
            row = self.rows[place]
            for line in self.lines[row.first : row.last + 1]:
                self.labels.append(Label(line.number, unit, role, confidence, rule, line.segment))

    def _line(self, place: int) -> int:
        return self.lines[self.rows[place].first].number


def _is_again(text: str, above: str) -> bool:
    return text == above or is_shadow(text, above)


def heads_of(story: Story) -> list[Piece]:
    """The rows of its heading: above it, or else below."""
    heads = [p for p in story.before if not p.byline and p is not story.opening]
    return heads or [p for p in story.after if not p.byline]


def _head_rows(heads: Sequence[Piece]) -> list[HeadRow]:
    return [HeadRow(p.text, p.width, p.blank) for p in heads]
