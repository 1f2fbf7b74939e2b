"""Runs of rows → bodies of text and what stands between them, still without an owner."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from articles.parsing.doubts import doubt
from articles.parsing.reading.column_names import is_column
from articles.parsing.reading.parts import Gap, Piece
from articles.parsing.rules import Rules
from articles.parsing.typography.layout import Place
from articles.parsing.typography.lines import HAN, as_extracted
from articles.parsing.typography.rows import KEPT, Kind, Row
from articles.parsing.typography.runs import Block, Run
from articles.parsing.words.bylines import PEN_NAME, is_unit, opens_with_family, read_credits
from articles.parsing.words.grammar import DIARY, answer_of, grammar
from articles.records import CreditRole, Doubt, Line

MOST_LEAD = 30  # rows in which a text repeats the words of its headline
LONGEST_END = 40  # characters in which a title shows
SET_APART = re.compile(rf"(?<!\S)([{HAN}])\s([{HAN}])(?!\S)")  # 余 墨
BARE_NAME = re.compile(rf"[{HAN}]{{2,3}}|{PEN_NAME.pattern}")
AFTER_STORY = frozenset({Kind.FURNITURE, Kind.CREDIT, Kind.CAPTION, Kind.COLUMN, Kind.OPENING})
SIGNED = frozenset({Kind.BYLINE, Kind.CREDIT})
COUNT = re.compile(  # 名单（30人）, 简讯三则
    r"[（(][^（）()]{1,8}[）)]$|(?<=[讯报闻])[两二三四五六七八九十]则$"
)


@dataclass(slots=True)
class Body:
    """Rows of running text that belong together."""

    rows: list[int]
    announced: bool
    jumps: list[int] = field(default_factory=list)  # out of it, after its last row
    entry: list[int] = field(default_factory=list)  # （上接第一版） before its first
    parted: bool = False  # cut off another, as a headline speaks of one half alone


class Gathering:
    """The bodies of a page in printed order and the gaps around them: one more than bodies."""

    def __init__(self, lines: Sequence[Line], rows: list[Row], places: list[Place], rules: Rules):
        self.lines, self.rows, self.places, self.rules = lines, rows, places, rules
        self.bodies: list[Body] = []
        self.gaps: list[Gap] = [Gap()]
        self.furniture: list[int] = []
        self.loose: list[int] = []
        self.doubts: list[Doubt] = []
        self.entry: list[int] = []  # （上接第一版） that waits for its text
        self.names = frozenset(rules.columns + rules.sections)
        self.titles = rules.notices + rules.corrections + rules.columns + rules.list_titles

    def collect(self, runs: Iterable[Run]) -> None:
        """Runs → bodies and what stands between them."""
        for run in runs:
            rows = list(range(run.start, run.stop))
            if run.block is Block.BODY:
                self._add_body(rows)
            elif run.block in (Block.HEAD, Block.BYLINE):
                self.gaps[-1].pieces += self._pieces(run)
                self._sign_last(run)
                self._sign_bare(run)
            elif run.block is Block.FURNITURE:
                self.furniture += rows
            elif run.block is Block.ENTRY:
                self.entry += rows
            elif run.block is Block.JUMP and self.bodies:
                self.bodies[-1].jumps += rows
            elif run.block is Block.JUMP:
                self.loose += rows
        self.loose += self.entry
        self._join_notes()
        self._rejoin()

    def _add_body(self, rows: list[int]) -> None:
        row = self.rows[rows[0]]
        announced = row.kind is Kind.OPENING or bool(self.entry) or self._notes_anew(row)
        if self.bodies and not self.gaps[-1].pieces and not (announced or row.set_off):
            last = self.rows[self.bodies[-1].rows[-1]]
            if not last.final and last.kind is not Kind.SIGN_OFF and not self.bodies[-1].jumps:
                kept = row.kind in KEPT
                self.places[rows[0]].opens = kept or (self.places[rows[0]].opens and last.weak)
                self.bodies[-1].rows += rows
                return
        self.bodies.append(Body(rows, announced, entry=self.entry))
        self.entry = []
        self.gaps.append(Gap())

    def _notes_anew(self, row: Row) -> bool:
        """编者按： below the last word of a text, with no headline between: another begins."""
        if not self.bodies or self.gaps[-1].pieces:
            return False
        above = self.rows[self.bodies[-1].rows[-1]]
        return above.strong and grammar(self.rules).leading_note.match(row.text) is not None

    def _join_notes(self) -> None:
        """An editors' note between a headline and the lead is the article's first paragraph."""
        for place in reversed(range(len(self.bodies) - 1)):
            note, body = self.bodies[place : place + 2]
            heads = [p for p in self.gaps[place].pieces if not p.byline]
            below = self.gaps[place + 1].pieces
            text = self.rows[note.rows[0]].text
            if not heads or note.jumps or not all(p.byline for p in below):
                continue
            alone = len(paragraphs_of(note, self.places)) == 1
            if alone and grammar(self.rules).leading_note.match(text):
                self.places[body.rows[0]].opens = True
                self.gaps[place].pieces += below
                rows = note.rows + body.rows
                self.bodies[place : place + 2] = [Body(rows, True, body.jumps, note.entry)]
                del self.gaps[place + 1]

    def _rejoin(self) -> None:
        """A piece that begins in mid-sentence goes to the one that stopped in mid-sentence."""
        open_ended = [b for b in self.bodies if not b.jumps and self._stops_inside(b)]
        strays = [b for k, b in enumerate(self.bodies) if self._is_stray(k)]
        if len(open_ended) != 1 or len(strays) != 1 or open_ended[0] is strays[0]:
            return
        place, piece = self.bodies.index(strays[0]), strays[0]
        self.places[piece.rows[0]].opens = False
        self.doubts.append(doubt("rejoined", self.lines[self.rows[piece.rows[0]].first].number))
        open_ended[0].rows += piece.rows
        self.gaps[place + 1].pieces[:0] = self.gaps[place].pieces
        del self.bodies[place], self.gaps[place]

    def _is_stray(self, place: int) -> bool:
        return not self.gaps[place].pieces and self._begins_inside(self.bodies[place])

    def _begins_inside(self, body: Body) -> bool:
        row, place = self.rows[body.rows[0]], self.places[body.rows[0]]
        if body.announced or body.entry or row.indent >= 1.5:
            return False
        return bool(place.column) and abs(row.width - place.column) <= 1.1

    def _stops_inside(self, body: Body) -> bool:
        row = self.rows[body.rows[-1]]
        return not row.weak and row.kind is not Kind.SIGN_OFF

    def _pieces(self, run: Run) -> list[Piece]:
        if run.block is Block.BYLINE:
            return [self._byline(rows) for rows in self._groups(run)]
        return [
            Piece(
                (r,),
                self.rows[r].text,
                False,
                self.rows[r].blank,
                self.rows[r].width,
                self._is_title(self.rows[r].text),
                is_column(self.rows[r].text, self.rules),
                self._stands_inside(self.rows[r].text),
            )
            for r in range(run.start, run.stop)
        ]

    def _stands_inside(self, text: str) -> bool:
        """记者手记 or 2月17日 阴: heads a part of its story."""
        return bool(answer_of(self.rules).fullmatch(text) or DIARY.fullmatch(text))

    def _groups(self, run: Run) -> list[tuple[int, ...]]:
        """The rows of each byline of the run."""
        groups: list[list[int]] = []
        for place in range(run.start, run.stop):
            if groups and self.rows[place].goes_on:
                groups[-1].append(place)
            else:
                groups.append([place])
        return [tuple(g) for g in groups]

    def _byline(self, rows: tuple[int, ...]) -> Piece:
        text = " ".join(self.rows[r].text for r in rows)
        return Piece(rows, text, True, self.rows[rows[0]].blank)

    def _sign_last(self, run: Run) -> None:
        """A bare name under a text that nobody signed, above the next headline: 华章."""
        first, pieces = self.rows[run.start], self.gaps[-1].pieces
        if run.block is not Block.HEAD or not self.bodies or len(pieces) != run.stop - run.start:
            return
        above = self.rows[self.bodies[-1].rows[-1]]
        below = self.rows[run.start + 1] if run.start + 1 < len(self.rows) else None
        followed = below is None or run.stop - run.start > 1 or below.kind in AFTER_STORY
        if run.stop - run.start == 2 and self._names_alone(below.text):  # 初雪 / 公孙白
            return
        apart = first.blank and below is not None and not below.blank
        if above.strong and not above.final and followed and not apart:
            names = self._names_alone(first.text)
            pieces[0].byline = bool(names) and not self._is_told(names[-1], run)

    def _names_alone(self, text: str) -> list[str]:
        """The names of a row that holds nothing else but where they come from."""
        words = SET_APART.sub(r"\1\2", text).split()
        if text in self.names or not 0 < len(words) < 4:
            return []
        units = [w for w in words if len(w) > 2 and is_unit(w, self.rules)]
        names = [w for w in words if w not in units]
        whole = all(BARE_NAME.fullmatch(w) and w[0] in self.rules.surnames for w in names[:1])
        whole = whole and all(BARE_NAME.fullmatch(w) for w in names[1:])
        return names if names and whole and len(words) - len(names) < 2 else []

    def may_sign(self, piece: Piece) -> bool:
        """汽笛 alone on the other side of a text from its headline, which no text speaks of."""
        if BARE_NAME.fullmatch(piece.text) is None:
            return False
        return [piece.text in row.text for row in self.rows].count(True) == 1

    def _is_told(self, name: str, run: Run) -> bool:
        """Whether the text on either side, not its credits, has the words of a supposed name."""
        above = self.rows[max(0, run.start - MOST_LEAD) : run.start]
        below = self.rows[run.start + 1 : run.stop + MOST_LEAD]
        texts = ([row.text for row in rows if row.kind not in SIGNED] for rows in (above, below))
        return any(name in "".join(text) for text in texts)

    def _sign_bare(self, run: Run) -> None:
        """A family name and two characters alone before a text that nobody has signed."""
        after = self.rows[run.stop] if run.stop < len(self.rows) else None
        text = self.rows[run.stop - 1].text.replace(" ", "")
        kind = after.kind if after is not None else None
        titled = kind in KEPT and len(self.gaps[-1].pieces) > 1 and len(text) in (2, 3)
        if run.block is Block.HEAD and (kind is Kind.TEXT or kind in KEPT):
            self._sign_from_afar(self.gaps[-1].pieces)
        below = self.rows[run.stop : run.stop + MOST_LEAD]
        told = "".join([row.text for row in below]).replace(f"（{text}）", "")
        short = len(text) == 3 and text[1:] not in told  # 成负担
        plain = titled or (kind is Kind.TEXT and (short or self._is_unknown(text, run)))
        plain = plain or (kind is Kind.TEXT and self._is_pen_name(text, run))
        plain = (plain and text[0] in self.rules.surnames) or self._is_double(text, run, kind)
        row = self.rows[run.stop - 1]
        several = as_extracted(self.lines[row.first]).strip() if row.spaced else row.text
        together = kind is Kind.TEXT and self._are_names(several, run)
        if run.block is Block.HEAD and (plain or together):
            printed = SET_APART.sub(r"\1\2", several) if together else text
            names = read_credits(printed, self.rules, CreditRole.AUTHOR)
            self.gaps[-1].pieces[-1].byline = names is not None

    def _are_names(self, text: str, run: Run) -> bool:
        """王平 李知秋: several names, of which the text says nothing."""
        names = self._names_alone(text)
        below = self.rows[run.stop : run.stop + MOST_LEAD]
        several = len(names) > 1 and all(opens_with_family(name, self.rules) for name in names)
        return several and not any(name in row.text for name in names for row in below)

    def _is_unknown(self, text: str, run: Run) -> bool:
        """Two characters that nothing below repeats are a name: under a title, or padded."""
        raw = as_extracted(self.lines[self.rows[run.stop - 1].first]).strip()
        padded = len(raw) > 2  # 何 田, with or without a title above
        apart = padded and self.rows[run.stop - 1].kind is Kind.TEXT  # 简 讯 is a column
        if len(text) != 2 or (run.stop - run.start < 2 and not apart):
            return False
        below = self.rows[run.stop : run.stop + MOST_LEAD]
        return not any(text in row.text for row in below)

    def _is_double(self, text: str, run: Run, below: str | None) -> bool:
        """欧阳一勺 under a title and above a text or a poem."""
        doubled = text.startswith(self.rules.double_surnames) and len(text) in (3, 4)
        return doubled and run.stop - run.start > 1 and (below is Kind.TEXT or below in KEPT)

    def _is_pen_name(self, text: str, run: Run) -> bool:
        """周·海棠 under a title."""
        return run.stop - run.start > 1 and PEN_NAME.fullmatch(text) is not None

    def _sign_from_afar(self, pieces: list[Piece]) -> None:
        """温县一中 张三 under a title: where its author comes from, and who it is."""
        if len(pieces) > 1 and pieces[-1].text.endswith(self.rules.author_groups):
            pieces[-1].byline = True
        unit, _, name = pieces[-1].text.partition(" ")
        if len(pieces) < 2 or not is_unit(unit, self.rules) or len(name) > 4:
            return
        name = name.replace(" ", "")
        if opens_with_family(name, self.rules):
            pieces[-1].byline = read_credits(name, self.rules, CreditRole.AUTHOR) is not None

    def _is_title(self, text: str) -> bool:
        """The title of a notice, a correction, a column or a note is no subhead."""
        head, colon, _ = text.partition("：")
        if colon and head in self.rules.note_openings:  # 记者手记：给转型一点耐心
            return True
        end = text[-LONGEST_END:].replace(" ", "").rstrip("】]■●◆")
        return COUNT.sub("", end).endswith(self.titles)


def paragraphs_of(body: Body, places: Sequence[Place]) -> list[list[int]]:
    """The rows of each paragraph."""
    rows = body.rows
    starts = [k for k, row in enumerate(rows) if places[row].opens or not k]
    return [rows[start:stop] for start, stop in pairwise([*starts, len(rows)])]
