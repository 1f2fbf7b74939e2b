"""Set one article: its rows in print order and the truth about it."""

import random
from dataclasses import dataclass, replace

from .bylines import Byline, set_byline
from .extractors import EXTRACTORS
from .flowing import flow
from .headings import heading_rows
from .rows import Row
from .setting import Setting

ANNOUNCED_BY = ("本报", "据", "汇联社")


@dataclass(frozen=True)
class Story:
    rows: list[Row]
    truth: dict


def set_story(article: dict, setting: Setting, rng: random.Random) -> Story:
    byline = set_byline(article, setting, rng)
    order = _order(byline, setting, rng)
    mark = draw_mark(rng) if setting.marks else ""
    missing = may_lose_heading(article, byline) and rng.random() < setting.missing_headlines
    printed, truth_paragraphs = printed_paragraphs(article, byline, mark, setting)
    body = _body_rows(article, byline, printed, mark, setting, rng)
    heading = [] if missing else heading_rows(article, most_lines=setting.heading_lines, rng=rng)
    rows = heading + body if order == "before" else body + heading
    rows[0] = replace(rows[0], starts="story")
    return Story(rows, truth_of(article, byline, truth_paragraphs, mark, missing))


def _order(byline: Byline, setting: Setting, rng: random.Random) -> str:
    """On a mixed page a body that does not announce itself needs its heading first: nothing
    else would part it from the story before."""
    if setting.order != "mixed":
        return setting.order
    return rng.choice(("before", "after")) if byline.announces_the_story else "before"


def draw_mark(rng: random.Random) -> str:
    return f"{rng.choice('①②③④⑤')}{rng.randint(1, 16)}"


def may_lose_heading(article: dict, byline: Byline) -> bool:
    """Without a heading only a byline or a dateline can tell where a story starts."""
    if "jump_in" in article:
        return False
    return bool(byline.top) or byline.prefix.startswith(ANNOUNCED_BY)


def printed_paragraphs(
    article: dict, byline: Byline, mark: str, setting: Setting
) -> tuple[list[str], list[str]]:
    """The paragraphs as printed, and as the truth has them (no spaces around the byline)."""
    truth = list(article["paragraphs"])
    prefix = article.get("jump_in", "") + byline.prefix
    truth[0] = prefix + truth[0]
    truth[-1] += byline.suffix + ("" if byline.bottom else mark)
    if article.get("jump_inline"):
        truth[-1] += article["jump_out"]
    printed = list(truth)
    if setting.byline_space and prefix.endswith("）"):
        spaced = prefix.replace("（", " （", 1).lstrip() + " "
        printed[0] = spaced + truth[0].removeprefix(prefix)
    return printed, truth


def _body_rows(
    article: dict,
    byline: Byline,
    paragraphs: list[str],
    mark: str,
    setting: Setting,
    rng: random.Random,
) -> list[Row]:
    tool = EXTRACTORS[setting.extractor]
    rows = [Row(byline.top, "byline")] if byline.top else []
    subheads = {head["before"]: head["text"] for head in article.get("subheads", [])}
    rows += flow(paragraphs, subheads, setting=setting, split_digits=tool.split_digits, rng=rng)
    if byline.bottom:
        rows.append(Row(f"{byline.bottom} {mark}".strip(), "bottom"))
    if "jump_out" in article and not article["jump_inline"]:
        rows.append(Row(article["jump_out"], "bottom"))
    return rows


def truth_of(
    article: dict, byline: Byline, paragraphs: list[str], mark: str, missing: bool
) -> dict:
    ignorable = list(byline.ignorable)
    if mark:
        ignorable += [mark] + ([f"{byline.bottom} {mark}"] if byline.bottom else [])
    ignorable += [article[key] for key in ("jump_in", "jump_out") if key in article]
    head = {part: None if missing else article.get(part) for part in ("kicker", "headline", "deck")}
    return {
        **head,
        "reporters": list(article["reporters"]),
        "correspondents": list(article["correspondents"]),
        "authors": list(article["authors"]),
        "paragraphs": paragraphs,
        "subheads": list(article.get("subheads", [])),
        "ignorable": ignorable,
        "source": article["slug"],
        "drawn_headline": article["headline"] if missing else None,
    }
