"""A page as readers see it where no picture of the print can be shown: set again from its text."""

from dataclasses import dataclass

from articles.epaper.facsimile import Measure, set_page
from articles.parsing.typography.lines import width
from articles.public.printed import Continuation, Picture, Story
from articles.texts.body import Block

# Of one article: a printed page holds some 8,000 characters.
MOST_CHARACTERS = 4_000
BOXED = {"notice", "correction"}


@dataclass(frozen=True)
class SetStory:
    """A live article in its place. Of a continued one only the way to the whole is shown.

    Its picture is in the first column, as `inside`, or else `apart` from the columns.
    """

    story: Story | Continuation
    classes: str
    apart: Picture | None
    inside: Picture | None
    blocks: tuple[Block, ...]
    is_cut: bool


@dataclass(frozen=True)
class SetStack:
    columns: int
    stories: tuple[SetStory, ...]


@dataclass(frozen=True)
class SetBand:
    stacks: tuple[SetStack, ...]


def facsimile_of(printed) -> list[SetBand]:
    """`printed` holds stories with their text, and continuations, in the order of print.

    Of either kind: those of `printed`, or those of `formats.values`.
    """
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
    where = {block.picture: printed.picture} if block.picture else {}
    is_boxed = not printed.is_continued and printed.kind in BOXED
    classes = [f"set--{block.size}", "set--boxed" * is_boxed, *(f"set--{place}" for place in where)]
    return SetStory(
        story=printed,
        classes=" ".join(filter(None, classes)),
        apart=where.get("beside") or where.get("above"),
        inside=where.get("inside"),
        blocks=blocks,
        is_cut=is_cut,
    )


def _text_of(printed):
    """(the first blocks of the text, whether that is not all)."""
    if printed.is_continued:
        return (), False
    blocks = printed.blocks
    shown, room = [], MOST_CHARACTERS
    for block in blocks:
        room -= sum(map(len, block.lines))
        if room < 0 and shown:
            break
        shown.append(block)
    return tuple(shown), len(shown) < len(blocks)


def _measure(printed, blocks):
    if printed.is_continued:
        return Measure(characters=0, headline=width(printed.headline) + 8)
    picture = printed.picture
    return Measure(
        characters=round(width("".join(line for block in blocks for line in block.lines))),
        paragraphs=sum(len(block.lines) for block in blocks),
        headline=width(printed.headline),
        beside_headline=sum(map(bool, (printed.kicker, printed.deck, printed.byline))),
        picture=picture.height / picture.width if picture else 0.0,
        caption=len(picture.caption) + len(picture.credit) if picture else 0,
        is_boxed=printed.kind in BOXED,
    )
