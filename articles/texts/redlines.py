"""花脸稿: a text with everything that a row of versions has put in and taken out, and who did."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace

from articles.texts.differences import align, opcodes


@dataclass(frozen=True)
class Stretch:
    """A run of characters; `added` and `removed` are the hands that did it, or None."""

    text: str
    added: Hashable = None
    removed: Hashable = None

    @property
    def is_kept(self):
        return self.added is None and self.removed is None


@dataclass(frozen=True)
class Paragraph:
    """`place` is its place in the newest version, None once it is gone from it."""

    stretches: tuple[Stretch, ...]
    place: int | None

    @property
    def is_changed(self):
        return not all(stretch.is_kept for stretch in self.stretches)

    @property
    def text(self):
        """As it reads now."""
        return "".join(each.text for each in self.stretches if each.removed is None)


@dataclass
class _Draft:
    """A paragraph while versions are laid over it."""

    stretches: list[Stretch] = field(default_factory=list)
    is_gone: bool = False

    @property
    def text(self):
        return "".join(each.text for each in self.stretches if each.removed is None)


def redline(versions: Sequence[Sequence[str]], hands: Sequence[Hashable]) -> tuple[Paragraph, ...]:
    """Lay versions over each other, the oldest first. `hands` made the second and all later ones.

    What somebody has put in and taken out again by the same hand is nobody's business.
    """
    drafts = [_Draft([Stretch(text)]) for text in (versions[0] if versions else ())]
    for lines, hand in zip(versions[1:], hands, strict=True):
        drafts = _laid_over(drafts, lines, hand)
    return tuple(_finished(drafts))


def follow(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """{place in the old version: place in the new one} of the paragraphs still recognised."""
    return {place: now for place, now in align(old, new) if place is not None and now is not None}


def _laid_over(drafts, lines, hand):
    alive = [draft for draft in drafts if not draft.is_gone]
    found = []
    waiting = iter(drafts)
    for place, now in align([draft.text for draft in alive], lines):
        if place is None:
            found.append(_Draft([Stretch(lines[now], added=hand)]))
            continue
        # Those that are gone already keep their place before the next one that lives.
        for draft in waiting:
            found.append(draft)
            if draft is alive[place]:
                break
        if now is None:
            _strike(alive[place], hand)
        else:
            _rewrite(alive[place], lines[now], hand)
    return [*found, *waiting]


def _strike(draft, hand):
    draft.is_gone = True
    draft.stretches = [
        each if each.removed is not None else replace(each, removed=hand)
        for each in draft.stretches
    ]


def _rewrite(draft, text, hand):
    before = draft.text
    if before == text:
        return
    source = _Source(draft.stretches)
    found = []
    for _tag, i, j, k, m in opcodes(before, text):
        kept = _tag == "equal"
        found += source.take(j - i, None if kept else hand)
        if not kept and m > k:
            found.append(Stretch(text[k:m], added=hand))
    draft.stretches = [*found, *source.rest()]


class _Source:
    """Hands out the living characters of a paragraph in turn, and the dead ones with them."""

    def __init__(self, stretches):
        self.waiting = list(reversed(stretches))

    def take(self, count, removed):
        """The stretches of the next `count` living characters, struck out by `removed`."""
        found = []
        while count:
            each = self.waiting.pop()
            if each.removed is not None:
                found.append(each)
                continue
            if len(each.text) > count:
                self.waiting.append(replace(each, text=each.text[count:]))
                each = replace(each, text=each.text[:count])
            count -= len(each.text)
            found.append(each if removed is None else replace(each, removed=removed))
        return found

    def rest(self):
        return reversed(self.waiting)


def _finished(drafts):
    place = 0
    for draft in drafts:
        stretches = tuple(_joined(draft.stretches))
        if draft.is_gone and not stretches:
            continue
        yield Paragraph(stretches, None if draft.is_gone else place)
        place += not draft.is_gone


def _joined(stretches):
    """Neighbours of one kind as one, without what a hand has taken back itself."""
    held = None
    for each in stretches:
        if not each.text or (each.added is not None and each.added == each.removed):
            continue
        if held is not None and (held.added, held.removed) == (each.added, each.removed):
            held = replace(held, text=held.text + each.text)
            continue
        if held is not None:
            yield held
        held = each
    if held is not None:
        yield held
