"""A page as readers see it where no picture of the print can be shown: set again from its text."""

from dataclasses import dataclass

from articles.epaper.facsimile import Measure, set_page
from articles.models import Article, VersionPhoto
from articles.parsing.lines import width
from articles.texts.body import Block, blocks_of

# Of one article: a printed page holds some 8,000 characters.
MOST_CHARACTERS = 4_000
BOXED = {"notice", "correction"}


@dataclass(frozen=True)
class SetStory:
    """A live article in its place. Of a `continued` one only the way to the whole is shown."""

    article: Article
    size: int
    picture: str
    photo: VersionPhoto | None
    blocks: tuple[Block, ...]
    is_cut: bool
    is_boxed: bool
    is_continued: bool


@dataclass(frozen=True)
class SetStack:
    columns: int
    stories: tuple[SetStory, ...]


@dataclass(frozen=True)
class SetBand:
    stacks: tuple[SetStack, ...]


def facsimile_of(printed) -> list[SetBand]:
    """`printed` holds articles with their text, and continuations, in the order of print."""
    texts = [_text_of(each) for each in printed]
    measures = [_measure(each, blocks) for each, (blocks, _cut) in zip(printed, texts, strict=True)]
    return [
        SetBand(
            tuple(
                SetStack(
                    stack.columns,
                    tuple(
                        _story(printed[block.story], block, *texts[block.story])
                        for block in stack.blocks
                    ),
                )
                for stack in band.stacks
            )
        )
        for band in set_page(tuple(measures))
    ]


def _story(printed, block, blocks, is_cut):
    whole = getattr(printed, "whole", None)
    return SetStory(
        article=whole or printed,
        size=block.size,
        picture=block.picture,
        photo=_photo_of(printed.live_version) if block.picture else None,
        blocks=blocks,
        is_cut=is_cut,
        is_boxed=whole is None and printed.kind in BOXED,
        is_continued=whole is not None,
    )


def _text_of(printed):
    """(the first blocks of the text, whether that is not all)."""
    if not isinstance(printed, Article):
        return (), False
    shown, room = [], MOST_CHARACTERS
    blocks = blocks_of(printed.live_version.body)
    for block in blocks:
        room -= sum(map(len, block.lines))
        if room < 0 and shown:
            break
        shown.append(block)
    return tuple(shown), len(shown) < len(blocks)


def _measure(printed, blocks):
    if not isinstance(printed, Article):
        return Measure(characters=0, headline=width(printed.whole.live_version.headline) + 8)
    version = printed.live_version
    photo = _photo_of(version)
    return Measure(
        characters=round(sum(width(line) for block in blocks for line in block.lines)),
        paragraphs=sum(len(block.lines) for block in blocks),
        headline=width(version.headline),
        beside_headline=sum(map(bool, (version.kicker, version.deck, version.byline))),
        picture=photo.height / photo.width if photo else 0.0,
        caption=len(photo.caption) + len(photo.credit) if photo else 0,
        is_boxed=printed.kind in BOXED,
    )


def _photo_of(version):
    photos = (photo for photo in version.pictures if photo.image_sha256 and photo.width)
    return next(photos, None)
