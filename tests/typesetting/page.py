"""Lay articles and photo captions out on one page, as a text tool would give it back."""

import random
from dataclasses import asdict

from .captions import caption_rows
from .extractors import EXTRACTORS
from .extras import draw_extras, draw_group
from .furniture import furniture_lines
from .jumps import with_jump
from .rows import Row
from .setting import Setting
from .story import Story, set_story


def lay_out(
    articles: list[dict], captions: list[dict], setting: Setting, seed: int
) -> tuple[str, dict]:
    """The page's text and its truth. Same arguments, same page."""
    rng = random.Random(seed)
    articles = with_jump(articles, rng) if setting.jump_out else list(articles)
    if setting.shuffled:
        rng.shuffle(articles)
    stories = [set_story(article, setting, rng) for article in articles]
    if setting.extras:
        own = random.Random(f"extras {seed}")  # so that all else stays as it is without them
        captions = [*captions, *draw_group(own)]
        for extra in draw_extras(setting, own):
            stories.insert(own.randint(0, len(stories)), extra)
    text, truth = put_together(stories, captions, setting, rng)
    return text, {**truth, "seed": seed}


def put_together(
    stories: list[Story], captions: list[dict], setting: Setting, rng: random.Random
) -> tuple[str, dict]:
    """The page's text and its truth."""
    tool = EXTRACTORS[setting.extractor]
    photos = [
        caption_rows(caption, setting=setting, split_digits=tool.split_digits, rng=rng)
        for caption in captions
    ]
    rows, broken = _assemble(stories, [photo for photo, _ in photos], setting, rng)
    furniture = furniture_lines(rng) if setting.furniture else []
    rows = _with_furniture(rows, furniture, setting.furniture)
    text = tool.render(rows, lead_space=setting.lead_space, rng=rng)
    return text, {
        "mode": "text",
        "extractor": tool.name,
        "order": setting.order,
        "articles": [story.truth for story in stories],
        "captions": [truth for _, truth in photos],
        "furniture": furniture,
        "broken": len(broken),
        "broken_pieces": broken,
        "style": asdict(setting),
    }


def _assemble(
    stories: list[Story], photos: list[list[Row]], setting: Setting, rng: random.Random
) -> tuple[list[Row], list[list[int]]]:
    """All rows in print order, and [article, paragraph] of what a caption interrupts."""
    runs = [story.rows for story in stories]
    broken = []
    if photos and setting.caption_inside:
        broken = _put_inside(runs, photos.pop(), rng)
    for photo in photos:
        runs.insert(rng.randint(0, len(runs)), photo)
    return [row for run in runs for row in run], broken


def _put_inside(runs: list[list[Row]], photo: list[Row], rng: random.Random) -> list[list[int]]:
    """Set a photo at a column break inside a story; without one, at the page's end."""
    breaks = [
        (story, index)
        for story, rows in enumerate(runs)
        for index, row in enumerate(rows)
        if row.starts == "column"
    ]
    if not breaks:
        runs.append(photo)
        return []
    story, index = rng.choice(breaks)
    paragraph = runs[story][index].paragraph
    runs[story] = runs[story][:index] + photo + runs[story][index:]
    return [[story, paragraph]]


def _with_furniture(rows: list[Row], lines: list[str], place: str) -> list[Row]:
    furniture = [Row(line, "furniture" if not index else "") for index, line in enumerate(lines)]
    if place == "top":
        return furniture + rows
    if place == "bottom":
        return rows + furniture
    if place == "both":
        return furniture[:-1] + rows + furniture[-1:]
    return rows
