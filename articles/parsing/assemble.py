"""Labelled lines → records: the one deterministic way, for the parser and for an editor."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from articles.parsing.checking import check
from articles.parsing.doubts import doubt
from articles.parsing.pictures.credits import split_credit
from articles.parsing.pictures.relating import relate
from articles.parsing.rules import DEFAULT_RULES, Rules
from articles.parsing.shadows import without_shadows
from articles.parsing.traditional import folded, folding, unfolded
from articles.parsing.typography.joining import join_head, join_lines
from articles.parsing.typography.lines import HAN, as_extracted, as_printed, clean_ups
from articles.parsing.typography.rows import DESK_MARK, FOLDED_MARK, LONE_MARK, LONGEST_MARK, Kind
from articles.parsing.version import PARSER_VERSION
from articles.parsing.words.bylines import read_credits
from articles.parsing.words.folio import read_folio, read_staff
from articles.parsing.words.grammar import LONGEST_JUMP, grammar
from articles.parsing.words.items import item_signatures
from articles.parsing.words.kinds import column_of, kind_of
from articles.parsing.words.signed_text import (
    is_source_note,
    split_bare_ending,
    split_ending,
    split_opening,
)
from articles.records import (
    ArticleRecord,
    BlockKind,
    CleanUp,
    Credit,
    CreditRole,
    Doubt,
    Label,
    Line,
    PageRecord,
    Paragraph,
    PhotoRecord,
    Role,
)


@dataclass(slots=True)
class _Unit:
    """The labelled lines of one unit in reading order, as runs of one role."""

    number: int
    runs: list[tuple[Role, list[tuple[Label, Line]]]] = field(default_factory=list)
    roles: dict[Role, list[Line]] = field(default_factory=dict)

    def add(self, role: Role, run: list[tuple[Label, Line]]) -> None:
        self.runs.append((role, run))
        self.roles.setdefault(role, []).extend([line for _, line in run])

    def of(self, role: Role) -> list[Line]:
        return self.roles.get(role, [])

    def numbers(self) -> tuple[int, ...]:
        return tuple([line.number for _, run in self.runs for _, line in run])

    def confidence(self) -> float:
        return round(min([label.confidence for _, run in self.runs for label, _ in run]), 3)


def assemble(
    lines: Sequence[Line],
    labels: Sequence[Label],
    rules: Rules = DEFAULT_RULES,
    doubts: Sequence[Doubt] = (),
) -> PageRecord:
    """The record that these labels mean. Lines without a label come out as unassigned."""
    if signs := folding(lines):
        return unfolded(_Assembly(folded(lines, signs), labels, rules).record(doubts), signs)
    return _Assembly(lines, labels, rules).record(doubts)


class _Assembly:
    def __init__(self, lines: Sequence[Line], labels: Sequence[Label], rules: Rules):
        self.lines, self.rules = tuple(lines), rules
        self.name_words = rules.reporter_words + rules.correspondent_words + rules.author_words
        self.cleanups: list[CleanUp] = [c for x in lines if x.text != x.raw for c in clean_ups(x)]
        self.doubts: list[Doubt] = []
        self.placed, removed = without_shadows(self._place(labels))
        self.cleanups += removed
        self.units: dict[int, _Unit] = {}
        self.loose: dict[Role, list[Line]] = {}
        self._gather()

    def _place(self, labels: Sequence[Label]) -> list[tuple[Label, Line]]:
        """Every line with its label: the first that it was given, else unassigned."""
        left = dict(zip(map(LINE_PLACE, self.lines), self.lines, strict=True))
        # Lines that an older parser did not cut: their label holds for all of them.
        whole = {x.number for x in self.lines if x.segment}
        if whole:
            whole -= {x.line for x in labels if x.segment}
        placed = []
        for place, label in zip(map(LABEL_PLACE, labels), labels, strict=True):
            line = left.pop(place, None)
            if line is None:
                continue
            placed.append((label, line))
            while whole and label.line in whole:
                label = label._replace(segment=label.segment + 1, opens=False)
                line = left.pop(LABEL_PLACE(label), None)
                if line is None:
                    break
                placed.append((label, line))
        for (number, segment), line in left.items():
            label = Label(number, None, Role.UNASSIGNED, 0.0, "unlabelled", segment)
            placed.append((label, line))
        return placed

    def _gather(self) -> None:
        owners = [UNIT_AND_ROLE(label) for label, _ in self.placed]
        for (unit, role), run in groupby(zip(owners, self.placed, strict=True), itemgetter(0)):
            placed = [each for _, each in run]
            if unit is None or role in LOOSE_ROLES:
                loose = self.loose.setdefault(_page_role(role), [])
                loose += [line for _, line in placed]
            else:
                self.units.setdefault(unit, _Unit(unit)).add(role, placed)

    def record(self, doubts: Sequence[Doubt]) -> PageRecord:
        articles, photos = [], []
        for unit in self.units.values():
            is_article = not ARTICLE_ROLES.isdisjoint(unit.roles)
            if unit.of(Role.CAPTION) or not is_article:
                photos.append(self._photo(unit))
            if is_article:
                articles.append(self._article(unit))
        furniture = self.loose.get(Role.FURNITURE, [])
        photos = _signed_for_all(photos, furniture, self.rules)
        texts = {role: tuple(x.text for x in lines) for role, lines in self.loose.items()}
        return PageRecord(
            lines=self.lines,
            labels=tuple([label for label, _ in self.placed]),
            articles=tuple(articles),
            photos=relate(photos, articles),
            furniture=texts.get(Role.FURNITURE, ()),
            cleanups=tuple(self.cleanups),
            doubts=(
                *doubts,
                *_without_headline(articles, doubts),
                *self.doubts,
                *check(self.lines, articles, photos),
            ),
            parser_version=PARSER_VERSION,
            staff=read_staff([x.text for x in furniture], self.rules),
            folio=read_folio([x.text for x in furniture], self.rules),
            ignored=texts.get(Role.IGNORED, ()),
            unassigned=texts.get(Role.UNASSIGNED, ()),
        )

    def _photo(self, unit: _Unit) -> PhotoRecord:
        caption_lines, credit_lines = unit.of(Role.CAPTION), unit.of(Role.CREDIT)
        caption, printed = split_credit(
            _joined(caption_lines), _joined_names(credit_lines), self.rules
        )
        credits = read_credits(printed, self.rules, CreditRole.PHOTOGRAPHER) if printed else None
        return PhotoRecord(
            unit=unit.number,
            caption=caption,
            credits=_photographers(credits or ()),
            lines=unit.numbers(),
            confidence=unit.confidence(),
            credit=printed,
        )

    def _article(self, unit: _Unit) -> ArticleRecord:
        paragraphs, jumps = self._jumps(self._paragraphs(unit))
        printed, source, paragraphs = self._byline(unit, paragraphs)
        headline = join_head([x.text for x in unit.of(Role.HEADLINE)])
        column = column_of(headline, self.rules)
        return ArticleRecord(
            unit=unit.number,
            kicker=join_head([x.text for x in unit.of(Role.KICKER)]) or None,
            headline=headline or None,
            deck=join_head([x.text for x in unit.of(Role.DECK)]) or None,
            byline=" ".join(printed),
            source=source,
            paragraphs=tuple(paragraphs),
            credits=self._credits(unit, printed + self._items(paragraphs), source),
            lines=unit.numbers(),
            confidence=unit.confidence(),
            kind=kind_of(headline, paragraphs, self.rules),
            column=column,
            jumps=(*jumps, *(x.text for x in unit.of(Role.JUMP))),
        )

    def _paragraphs(self, unit: _Unit) -> list[Paragraph]:
        out: list[Paragraph] = []
        group: list[Line] = []
        kind = BlockKind.TEXT
        for role, run in unit.runs:
            this = BLOCKS.get(role)
            if this is None:
                continue
            for label, line in run:
                here = KEPT_BLOCKS.get(label.rule, this)
                if group and (label.opens or here is not kind):
                    out.append(self._paragraph(group, kind))
                    group = []
                group.append(line)
                kind = here
        if group:
            out.append(self._paragraph(group, kind))
        return self._without_desk_marks(out)

    def _paragraph(self, lines: list[Line], kind: BlockKind) -> Paragraph:
        if kind is BlockKind.TABLE:
            text = "  ".join([as_printed(as_extracted(x)) for x in lines])
            return Paragraph(text, tuple(x.number for x in lines), kind)
        text = join_lines([x.text for x in lines], [x.width for x in lines], self.name_words)
        numbers = tuple(dict.fromkeys([x.number for x in lines]))
        return Paragraph(QUOTE_GAP.sub("", text) if " " in text else text, numbers, kind)

    def _without_desk_marks(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        """A desk's ②16 after the last word is an instruction to the setter, not text."""
        if not paragraphs:
            return paragraphs
        last = paragraphs[-1]
        end = max(0, len(last.text) - LONGEST_MARK)
        mark = DESK_MARK.search(last.text, end) or FOLDED_MARK.search(last.text, end)
        if mark is None:
            return paragraphs
        self.cleanups.append(CleanUp("desk-mark", last.lines[-1], mark[0]))
        kept = Paragraph(last.text[: mark.start()].rstrip(), last.lines, last.kind)
        return [*paragraphs[:-1], kept]

    def _jumps(self, paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[str]]:
        """Take （上接第一版） off the first words and （下转第三版） off the last."""
        patterns, jumps = grammar(self.rules), []
        if paragraphs:
            first = paragraphs[0]
            match = patterns.jump_in.match(first.text)
            if match:
                jumps.append(match[0])
                paragraphs = _replaced(paragraphs, first, first.text[match.end() :].lstrip())
        if paragraphs:
            last = paragraphs[-1]
            end = max(0, len(last.text) - LONGEST_JUMP)
            match = patterns.jump_out.search(last.text, end)
            if match:
                jumps.append(match[0].strip())
                paragraphs = _replaced(paragraphs, last, last.text[: match.start()].rstrip())
                paragraphs = self._without_desk_marks(paragraphs)
        return paragraphs, jumps

    def _byline(self, unit: _Unit, paragraphs: list[Paragraph]) -> tuple[list[str], str, list]:
        """Byline as printed, source, and the paragraphs without them."""
        printed, source = [], ""
        own = _joined_names(unit.of(Role.BYLINE))
        text = [p for p in paragraphs if p.kind is BlockKind.TEXT]
        if len(text) > 1 and grammar(self.rules).leading_note.match(text[0].text):
            del text[0]
        if text:
            opening, source, rest = split_opening(text[0].text, self.rules)
            if opening:
                printed.append(opening)
                self._clean_colon(text[0], opening, rest)
                paragraphs = _replaced(paragraphs, text[0], rest)
        if own:
            mark = LONE_MARK.search(own)
            if mark:
                self.cleanups.append(CleanUp("desk-mark", unit.of(Role.BYLINE)[-1].number, mark[0]))
                own = own[: mark.start()]
            printed.append(own)
        if not unit.of(Role.CAPTION):
            printed += [line.text for line in unit.of(Role.CREDIT)]
        paragraphs = self._without_mark_behind_names(paragraphs)
        if paragraphs and paragraphs[-1].kind is BlockKind.TEXT and not self._items(paragraphs):
            rest, ending = split_ending(paragraphs[-1].text, self.rules)
            if ending and not is_source_note(ending.strip("（）()"), self.rules):
                printed.append(ending)
                paragraphs = _replaced(paragraphs, paragraphs[-1], rest)
        return printed, source, paragraphs

    def _items(self, paragraphs: Sequence[Paragraph]) -> list[str]:
        return item_signatures([p.text for p in paragraphs], self.rules)

    def _without_mark_behind_names(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        """…随叫随到。本报记者张三②16: the mark of a desk behind a signature without brackets."""
        last = paragraphs[-1] if paragraphs else None
        mark = LONE_MARK.search(last.text, max(0, len(last.text) - LONGEST_MARK)) if last else None
        if mark is None or not split_bare_ending(last.text[: mark.start()], self.rules)[1]:
            return paragraphs
        self.cleanups.append(CleanUp("desk-mark", last.lines[-1], mark[0]))
        return _replaced(paragraphs, last, last.text[: mark.start()])

    def _clean_colon(self, paragraph: Paragraph, opening: str, rest: str) -> None:
        """本报讯（记者张三）：… needs its colon no more once byline and text stand apart."""
        colon = paragraph.text.removesuffix(rest).strip()[len(opening) :].strip()
        if colon:
            self.cleanups.append(CleanUp("byline-colon", paragraph.lines[0], colon))

    def _credits(self, unit: _Unit, printed: Iterable[str], source: str) -> tuple[Credit, ...]:
        found: dict[tuple[str, CreditRole], Credit] = {}  # who signs twice is named once
        for text in printed:
            names = text.replace(source, "", 1) if source else text
            if not names.strip():
                continue
            credits = read_credits(names, self.rules, CreditRole.AUTHOR)
            if credits is None:
                self.doubts.append(doubt("byline_unread", unit.numbers()[0], unit.number, text))
            for credit in credits or ():
                found.setdefault((credit.name, credit.role), credit)
        return tuple(found.values())


ARTICLE_ROLES = frozenset(
    {
        Role.BODY,
        Role.SUBHEAD,
        Role.HEADLINE,
        Role.KICKER,
        Role.DECK,
        Role.BYLINE,
        Role.JUMP,
    }
)
LOOSE_ROLES = (Role.FURNITURE, Role.IGNORED, Role.UNASSIGNED)
LINE_PLACE = itemgetter(*map(Line._fields.index, ("number", "segment")))
LABEL_PLACE = itemgetter(*map(Label._fields.index, ("line", "segment")))
UNIT_AND_ROLE = itemgetter(*map(Label._fields.index, ("unit", "role")))
BLOCKS = {Role.BODY: BlockKind.TEXT, Role.SUBHEAD: BlockKind.SUBHEAD}
# By the rule of its label: the rows of a roll of names stand like those of a table.
KEPT_BLOCKS = {
    Kind.TABLE: BlockKind.TABLE,
    Kind.ROLL: BlockKind.TABLE,
    Kind.VERSE: BlockKind.VERSE,
}


def _signed_for_all(
    photos: list[PhotoRecord], furniture: list[Line], rules: Rules
) -> list[PhotoRecord]:
    """本版图片均由本报记者 张三 摄: whose picture names nobody is his."""
    found = [grammar(rules).page_picture.fullmatch(line.text) for line in furniture]
    printed = next((match for match in found if match), None)
    if printed is None or not photos:
        return photos
    credits = _photographers(read_credits(printed[1], rules, CreditRole.PHOTOGRAPHER) or ())
    return [photo if photo.credit else replace(photo, credits=credits) for photo in photos]


def _without_headline(
    articles: Sequence[ArticleRecord], doubts: Sequence[Doubt]
) -> Iterator[Doubt]:
    """Each article without a headline, where nobody has told yet that it is drawn."""
    drawn = {doubt.unit for doubt in doubts if doubt.kind == "headline_drawn"}
    for article in articles:
        if article.headline is None and article.unit not in drawn:
            begins = article.paragraphs[0] if article.paragraphs else article
            yield doubt("headline_missing", begins.lines[0], article.unit)


def _page_role(role: Role) -> Role:
    return role if role in (Role.FURNITURE, Role.IGNORED) else Role.UNASSIGNED


QUOTE_GAP = re.compile(f" (?<=[”’》] )(?=[{HAN}])")


def _joined(lines: list[Line]) -> str:
    return join_lines([x.text for x in lines], [x.width for x in lines])


def _joined_names(lines: list[Line]) -> str:
    """Names broken over lines: a role word begins anew, a name goes on."""
    out = ""
    for line in lines:
        fresh = line.text.startswith(("记者", "通讯员", "本报")) or out.endswith(("记者", "通讯员"))
        fresh = fresh and not out.endswith(("本报", "媒体", "首席", "见习", "实习", "特约"))
        out += (" " if out and fresh else "") + line.text
    return out


def _replaced(paragraphs: list[Paragraph], old: Paragraph, text: str) -> list[Paragraph]:
    new = [Paragraph(text, old.lines, old.kind)] if text else []
    place = paragraphs.index(old)
    return [*paragraphs[:place], *new, *paragraphs[place + 1 :]]


def _photographers(credits: Iterable[Credit]) -> tuple[Credit, ...]:
    """Under a picture every name is who took it, except for who wrote the words."""
    kept = [c for c in credits if c.role is not CreditRole.AUTHOR]
    return tuple(dict.fromkeys(Credit(c.name, CreditRole.PHOTOGRAPHER, c.printed) for c in kept))
