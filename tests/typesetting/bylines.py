"""Set a story's byline: before the lead, on a line of its own, or at the end."""

import datetime
import random
from dataclasses import dataclass

from .setting import Setting


@dataclass(frozen=True)
class Byline:
    """Where each printed part goes, and how it reads in print."""

    prefix: str = ""
    top: str = ""
    bottom: str = ""
    suffix: str = ""
    ignorable: tuple[str, ...] = ()

    @property
    def announces_the_story(self) -> bool:
        return bool(self.prefix or self.top)


def set_byline(article: dict, setting: Setting, rng: random.Random) -> Byline:
    place = article.get("place")
    dateline = article.get("dateline") or ""
    # A news agency's byline never leaves its dateline.
    own = dateline.startswith("本报") and article["reporters"]
    if place == "lead" and own and rng.random() < setting.bylines_move:
        place = rng.choice(("lead", "top", "bottom", "suffix"))
        article = _promoted(article, rng)
        dateline = _dated(article, rng)
    if place == "lead":
        return _lead(article, dateline, rng)
    if place in ("top", "bottom", "suffix"):
        return _apart(article, place, dateline, rng)
    return Byline(prefix=dateline and f"{dateline} ", ignorable=_known(dateline))


def _promoted(article: dict, rng: random.Random) -> dict:
    """Some papers call their reporters otherwise."""
    if article.get("rank") != "记者" or rng.random() < 0.7:
        return article
    return {**article, "rank": rng.choice(("全媒体记者", "融媒体记者", "实习记者", "特约记者"))}


def _dated(article: dict, rng: random.Random) -> str:
    """本报讯, or 本报11月12日讯 with the day before the issue."""
    if rng.random() < 0.8:
        return article["dateline"]
    day = datetime.date.fromisoformat(article["issue"]) - datetime.timedelta(days=1)
    return f"本报{day.month}月{day.day}日讯"


def _known(*parts: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in parts if part.strip())


def _lead(article: dict, dateline: str, rng: random.Random) -> Byline:
    gap = rng.choice(("", " "))
    bracket = f"（{_people(article, gap=gap, comma=rng.choice((' ', ' ', '、')))}）"
    if bracket == "（）":
        return Byline(prefix=f"{dateline} ", ignorable=_known(dateline))
    return Byline(
        prefix=dateline + bracket, ignorable=_known(dateline + bracket, bracket, dateline)
    )


def _apart(article: dict, place: str, dateline: str, rng: random.Random) -> Byline:
    """A byline away from the lead; 本报讯 may still open the story."""
    keeps_dateline = dateline and place != "top" and rng.random() < 0.6
    prefix = f"{dateline} " if keeps_dateline else ""
    if place == "suffix":
        printed = f"（{_people(article, gap=' ', comma=' ')}）"
        return Byline(prefix, suffix=printed, ignorable=_known(printed, prefix))
    printed = _line(article, place, rng)
    return Byline(prefix, **{place: printed}, ignorable=_known(printed, prefix))


def _line(article: dict, place: str, rng: random.Random) -> str:
    if article["authors"]:
        mark = rng.choice(("□ ", "□", "■", "○ ", ""))
        return mark + " ".join(article["authors"])
    mark = rng.choice(("□ ", "□", "■", "○ ", "")) if place == "top" else ""
    house = "" if article.get("rank", "").startswith(("全媒体", "融媒体")) else "本报"
    padded = _padded(article) if rng.random() < 0.5 else article
    return mark + house + _people(padded, gap=" ", comma=rng.choice((" ", " ", "、")))


def _padded(article: dict) -> dict:
    """Names of two characters are spaced out to the width of three."""
    spaced = {
        role: [" ".join(name) if len(name) == 2 else name for name in article[role]]
        for role in ("reporters", "correspondents")
    }
    return {**article, **spaced}


def _people(article: dict, *, gap: str, comma: str) -> str:
    groups = []
    if article["reporters"]:
        groups.append(article.get("rank", "记者") + gap + comma.join(article["reporters"]))
    if article["correspondents"]:
        groups.append("通讯员" + gap + comma.join(article["correspondents"]))
    return " ".join(groups) or " ".join(article["authors"])
