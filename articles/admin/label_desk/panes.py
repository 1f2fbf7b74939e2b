"""What the label desk shows: the page's lines as labelled, and the manuscript they make."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.label_desk.prints import print_of
from articles.admin.label_desk.rows import Drawing, key_of
from articles.models import CreditRole
from articles.parsing.mending.surgery import PAGE_ROLES
from articles.records import PhotoRecord, Role
from articles.sentences import listed

MOST_LINES = 3000  # shown at once; a page longer than that is leafed through
HUES, WEAVES = 7, 4
WORDS = 12  # characters by which a piece is known in a list


@dataclass(frozen=True)
class Stretch:
    """Neighbouring lines that come to stand in one place of the manuscript.

    `lines` are (number, line, label), without the last two for a blank line.
    """

    place: str
    look: str
    first: str
    drawing: Drawing
    lines: list

    @cached_property
    def print(self):
        notes = [self.drawing.notes(*line) for line in self.lines]
        return print_of(self.place, self.look, self.first, self.lines, notes)

    @property
    def rows(self):
        """The lines as HTML; nothing is drawn before it is asked for."""
        return [self.drawing.row(*line) for line in self.lines]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the manuscript, with the lines that it was made from."""

    place: str
    role: str
    text: str
    anchor: str
    lines: str


@dataclass(frozen=True)
class Piece:
    """An article or a photo of the manuscript."""

    unit: str
    look: str
    blocks: list
    people: list
    percent: str
    is_photo: bool
    is_first: bool
    is_last: bool

    @cached_property
    def print(self):
        return print_of(self)

    @property
    def is_headless(self):
        return not self.is_photo and all(block.role != "headline" for block in self.blocks)


@dataclass(frozen=True)
class Asked:
    line: int
    text: str
    way: str


def look_of(unit):
    """The class names of a unit's colour and weave; neighbours differ in both."""
    return "" if unit is None else f"hue-{unit % HUES} weave-{unit % WEAVES}"


def span_of(numbers):
    """[3, 4, 5, 9] → '3–5、9'"""
    return listed(stretches_of(numbers))


def stretches_of(numbers):
    """[3, 4, 5, 9] → ['3–5', '9']"""
    parts, first, last = [], None, None
    for number in [*sorted(set(numbers)), None]:
        if last is not None and number == last + 1:
            last = number
            continue
        if first is not None:
            parts.append(str(first) if first == last else f"{first}–{last}")
        first = last = number
    return parts


def way_to(number, key, *, shown_from):
    """An address of a line: on the leaf that is shown, or on the one that shows it."""
    if shown_from <= number < shown_from + MOST_LINES:
        return f"#L{key}"
    return f"?from={(number - 1) // MOST_LINES * MOST_LINES + 1}#L{key}"


class Panes:
    """A record laid out for the desk, from line `first` on.

    `decided` are doubts, as (kind, line), that somebody has answered: they are not shown again.
    `shown` are prints of what the browser has already: of that the print alone is sent.
    """

    def __init__(self, source, record, *, first=1, chosen=(), decided=(), shown=()):
        self.lines, self.decided = source.splitlines(), frozenset(decided)
        self.shown = frozenset(shown)
        self.record, self.chosen, self.first = record, frozenset(chosen), first
        self.labels = {(label.line, label.segment): label for label in record.labels}
        self.paragraphs = {
            (article.unit, number): place
            for article in record.articles
            for place, paragraph in reversed(list(enumerate(article.paragraphs)))
            for number in paragraph.lines
        }

    @property
    def last(self):
        return min(len(self.lines), self.first + MOST_LINES - 1)

    @property
    def earlier(self):
        return max(1, self.first - MOST_LINES) if self.first > 1 else None

    @property
    def later(self):
        return self.last + 1 if self.last < len(self.lines) else None

    @property
    def leaf(self):
        """Which lines of a long page are shown, in a sentence; "" for a page shown whole."""
        if self.earlier is None and self.later is None:
            return ""
        return _(
            "Lines %(first)s–%(last)s of %(total)s are shown, and lines are chosen among these. "
            "Pieces may reach over: merging and moving work for those of other leaves too."
        ) % {"first": self.first, "last": self.last, "total": len(self.lines)}

    @cached_property
    def unassigned(self):
        """Lines that belong to nothing yet."""
        texts = {(line.number, line.segment): line.text for line in self.record.lines}
        return [
            self._asked(label.line, texts[label.line, label.segment])
            for label in self.record.labels
            if label.role is Role.UNASSIGNED
        ]

    def _asked(self, line, text):
        return Asked(line, text, way_to(line, str(line), shown_from=self.first))

    @property
    def coverage(self):
        total = len(self.record.labels)
        return ngettext("%(done)s / %(total)s line", "%(done)s / %(total)s lines", total) % {
            "done": total - len(self.unassigned),
            "total": total,
        }

    @cached_property
    def doubts(self):
        return [
            self._asked(doubt.line, _(doubt.message) % dict(doubt.params))
            for doubt in sorted(self.record.doubts, key=lambda doubt: doubt.line)
            if (doubt.kind, doubt.line) not in self.decided
        ]

    @property
    def left_out(self):
        """Lines set aside, with the reason that was given."""
        texts = {(line.number, line.segment): line.text for line in self.record.lines}
        return [
            (
                self._asked(label.line, texts[label.line, label.segment]),
                label.rule.partition(": ")[2],
            )
            for label in self.record.labels
            if label.role is Role.IGNORED and texts[label.line, label.segment]
        ]

    @cached_property
    def units(self):
        """In reading order."""
        return list(dict.fromkeys(x.unit for x in self.record.labels if x.unit is not None))

    @property
    def targets(self):
        """(piece, the words by which one knows it), of all pieces that lines may go to."""
        words = {
            x.unit: x.headline or (x.paragraphs[0].text if x.paragraphs else "")
            for x in self.record.articles
        }
        captions = {x.unit: x.caption for x in self.record.photos}
        return [(unit, (words.get(unit) or captions.get(unit, ""))[:WORDS]) for unit in self.units]

    @cached_property
    def stretches(self):
        drawing = Drawing(self.place_of, {doubt.line for doubt in self.doubts}, self.chosen)
        found = []
        for number, line, label in self._lines():
            place = label and self.place_of(label)
            if not found or (place is not None and place != found[-1].place):
                first = key_of(number, line.segment) if line else f"{number}"
                look = look_of(label and label.unit)
                found.append(Stretch(place or "", look, first, drawing, []))
            found[-1].lines.append((number, line, label))
        return found

    def _lines(self):
        """(number, line, label) of the lines shown, without the last two for a blank line."""
        known = defaultdict(list)
        for line in self.record.lines:
            known[line.number].append(line)
        for number in range(self.first, self.last + 1):
            for line in known.get(number, ()):
                yield number, line, self.labels[line.number, line.segment]
            if number not in known:
                yield number, None, None

    def place_of(self, label):
        """Names the part of the manuscript where a label's line comes to stand."""
        if label.unit is None or label.role in PAGE_ROLES:
            return label.role.value
        if label.role not in (Role.BODY, Role.SUBHEAD):
            return f"{label.unit}-{label.role}"
        paragraph = self.paragraphs.get((label.unit, label.line))
        return f"{label.unit}-byline" if paragraph is None else f"{label.unit}-p{paragraph + 1}"

    @cached_property
    def numbers(self):
        """{place: its line numbers in reading order}"""
        found = defaultdict(list)
        for label in self.record.labels:
            found[self.place_of(label)].append(label)
        return found

    @property
    def pieces(self):
        """Those that have a line among those shown."""
        made = defaultdict(list)
        for record in (*self.record.articles, *self.record.photos):
            made[record.unit].append(record)
        for unit in self.units:
            for record in made[unit]:
                if any(self.first <= line <= self.last for line in record.lines):
                    yield self._piece(record)

    def _piece(self, record):
        is_photo = isinstance(record, PhotoRecord)
        return Piece(
            unit=str(record.unit),
            look=look_of(record.unit),
            blocks=list(self._photo_blocks(record) if is_photo else self._blocks(record)),
            people=[f"{CreditRole(x.role).label} {x.name}" for x in record.credits],
            percent=f"{record.confidence:.0%}",
            is_photo=is_photo,
            is_first=record.unit == self.units[0],
            is_last=record.unit == self.units[-1],
        )

    def _blocks(self, article):
        for role in ("kicker", "headline", "deck"):
            if text := getattr(article, role):
                yield self._block(article.unit, role, role, text)
        if article.byline:
            yield self._block(article.unit, "byline", "byline", article.byline)
        for place, paragraph in enumerate(article.paragraphs, 1):
            yield self._block(article.unit, f"p{place}", paragraph.kind.value, paragraph.text)
        if article.jumps:
            yield self._block(article.unit, "jump", "jump", " ".join(article.jumps))

    def _photo_blocks(self, photo):
        if photo.caption:
            yield self._block(photo.unit, "caption", "caption", photo.caption)
        if photo.credit:
            yield self._block(photo.unit, "credit", "credit", photo.credit)

    def _block(self, unit, part, role, text):
        place = f"{unit}-{part}"
        # A byline that runs into the lead has no line of its own.
        labels = self.numbers.get(place) or self.numbers.get(f"{unit}-p1", [])
        first = key_of(labels[0].line, labels[0].segment) if labels else ""
        return Block(place, role, text, f"s{first}", span_of(label.line for label in labels))
