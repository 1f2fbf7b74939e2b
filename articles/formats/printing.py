"""The words of a live article, line by line as its page prints them, where that can be told."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from articles.formats import values
from articles.records import Box

SURE = 4  # characters of a line that may stand anywhere in a text
NEAR = 80  # characters within which a shorter one is looked for


@dataclass(frozen=True)
class PrintedLine:
    """A line of a page; `page` is the page's place in the issue."""

    text: str
    page: int
    box: Box | None = None


@dataclass(frozen=True)
class Line:
    text: str
    box: Box | None


@dataclass(frozen=True)
class Block:
    """A paragraph, or what of it stands on one page. `place` counts the article's paragraphs."""

    role: str  # kicker, headline, deck, byline, text, subhead, note, caption
    place: int
    page: int
    lines: tuple[Line, ...]


def blocks_of(article: values.Article, printed: Iterable[PrintedLine]) -> list[Block]:
    """Every word of the live text and no other, in lines where `printed` has them so.

    What was put right since it was printed has no line of its own: it has those that it took the
    place of, or none.
    """
    paragraphs = list(_paragraphs(article))
    text = _Text([text for _role, text in paragraphs])
    printed = list(printed)
    owners = _owners(text, printed)
    blocks, home = [], article.place.sequence
    for place, (role, words) in enumerate(paragraphs):
        lines = text.lines(place, owners)
        for page, found in _by_page(lines, words, printed, home):
            blocks.append(Block(role, place, page, tuple(found)))
            home = page
    return blocks


def _paragraphs(article):
    for role in ("kicker", "headline", "deck", "byline"):
        yield from ((role, line) for line in getattr(article, role).splitlines())
    for block in article.blocks:
        yield from ((block.kind, line) for line in block.lines)
    for photo in article.photos:
        told = f"{photo.caption} {photo.credit}".strip()
        yield from (("caption", line) for line in told.splitlines())


def squeezed(text):
    return "".join(text.split())


class _Text:
    """Paragraphs without their spaces, one after the other."""

    def __init__(self, paragraphs):
        self.paragraphs = paragraphs
        self.signs = [
            [place for place, sign in enumerate(text) if not sign.isspace()] for text in paragraphs
        ]
        self.all = "".join(map(squeezed, paragraphs))
        self.starts = [0]
        for signs in self.signs:
            self.starts.append(self.starts[-1] + len(signs))

    def paragraph_at(self, place):
        return bisect_right(self.starts, place) - 1

    def lines(self, paragraph, owners):
        """[(start, end, owner), …] of a paragraph: stretches of one owner."""
        found, signs = [], self.signs[paragraph]
        first = self.starts[paragraph]
        for at, sign in enumerate(signs):
            owner = owners[first + at]
            if found and found[-1][2] == owner:
                found[-1][1] = sign + 1
            else:
                found.append([sign, sign + 1, owner])
        return found


def _owners(text, printed):
    """For each sign of the text, the printed lines that it may stand on: a range of `printed`."""
    owners, here = [None] * len(text.all), 0
    for number, line in enumerate(printed):
        words = squeezed(line.text)
        at = _found(text, words, here, owners)
        if at is not None:
            owners[at : at + len(words)] = [range(number, number + 1)] * len(words)
            here = at + len(words)
    return _filled(text, owners, len(printed))


def _found(text, words, here, owners):
    """Where the words stand next, within one paragraph and on no other line, or None."""
    if not words:
        return None
    starts = [(here, here + NEAR + len(words))]
    if len(words) >= SURE:
        starts = [(here, None), (0, None)]
    for start, end in starts:
        at = text.all.find(words, start, end)
        last = at + len(words)
        is_whole = text.paragraph_at(at) == text.paragraph_at(last - 1)
        if at >= 0 and is_whole and not any(owners[at:last]):
            return at
    return None


def _filled(text, owners, count):
    """What no line was found for stands on the lines between those of its neighbours."""
    filled, before = list(owners), -1
    place = 0
    while place < len(owners):
        if owners[place] is not None:
            before, place = owners[place].start, place + 1
            continue
        end = place
        while end < len(owners) and owners[end] is None:
            end += 1
        after = owners[end].start if end < len(owners) else count
        filled[place:end] = [range(before + 1, max(after, before + 1))] * (end - place)
        place = end
    return filled


def _by_page(lines, words, printed, home):
    """[(page, [Line, …]), …]"""
    found = []
    for start, end, owner in lines:
        on = [printed[number] for number in owner or ()]
        page = on[0].page if on else home
        boxes = [line.box for line in on if line.box and line.page == page]
        line = Line(words[start:end], Box.around(boxes) if boxes else None)
        if found and found[-1][0] == page:
            found[-1][1].append(line)
        else:
            found.append((page, [line]))
        home = page
    return found
