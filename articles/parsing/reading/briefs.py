"""Columns of briefs whose items have titles of their own: one article, the titles its subheads."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.parsing.reading.parts import BodyText, Piece, Story
from articles.parsing.rules import Rules

LONGEST_NAME, LONGEST_TITLE, LONGEST = 8, 24, 220  # characters: column, title, text
SIGNS = "【】[]〔〕■●◆▲★·・ "
LEAST = 2  # items


def join_briefs(
    stories: Sequence[Story], texts: Sequence[BodyText], rules: Rules
) -> Iterator[Story]:
    """The stories, those of such a column made one."""
    place = 0
    while place < len(stories):
        stop = _end(stories, texts, place, rules) if _is_column(stories[place], rules) else place
        items = stories[place:stop]
        if sum(len(item.bodies) for item in items) < LEAST:
            yield stories[place]
            place += 1
        else:
            yield _joined(items)
            place = stop


def _is_column(story: Story, rules: Rules) -> bool:
    """县区短波 above the title of its first item."""
    if len(story.before) != 2:
        return False
    name = story.before[0].text.replace(" ", "").strip(SIGNS)
    return len(name) <= LONGEST_NAME and name.endswith(rules.briefs_columns)


def _end(stories: Sequence[Story], texts: Sequence[BodyText], start: int, rules: Rules) -> int:
    """The story after the last item: each is a title in one row and a short text, and where one
    title has a colon, all have. A text that begins with 本报讯（记者…） is a story.
    """
    colon = "：" in stories[start].before[1].text
    for place in range(start, len(stories)):
        story = stories[place]
        titles = [story.before[place == start :], *story.inner.values()]
        alone = len(titles) == len(story.bodies) and all(len(pieces) == 1 for pieces in titles)
        if not alone or not all(_is_title(pieces[0], colon=colon) for pieces in titles):
            return place
        signed_apart = all(piece.byline for piece in story.after) and story.opening is None
        if not signed_apart or not all(_is_brief(texts[body], rules) for body in story.bodies):
            return place
    return len(stories)


def _is_title(piece: Piece, *, colon: bool) -> bool:
    short = len(piece.text) <= LONGEST_TITLE and not piece.title and not piece.label
    return short and not piece.byline and ("：" in piece.text) == colon


def _is_brief(body: BodyText, rules: Rules) -> bool:
    reported = any(word in body.text[:LONGEST_TITLE] for word in rules.reporter_words)
    return len(body.text) <= LONGEST and not body.kept and not reported


def _joined(items: Sequence[Story]) -> Story:
    first, *others = items
    inner = {body: pieces for item in items for body, pieces in item.inner.items()}
    return replace(
        first,
        bodies=[body for item in items for body in item.bodies],
        inner=inner | {item.bodies[0]: list(item.before) for item in others},
        after=[piece for item in items for piece in item.after],
        opening=first.before[1],
        margin=min(item.margin for item in items),
        contested=any(item.contested for item in items),
    )
