"""Set kicker, headline and deck as the lines of a heading."""

import random
import re

from .rows import Row
from .wrapping import NO_END, NO_START, em, tokenize, width_of


def heading_rows(article: dict, *, most_lines: int, rng: random.Random) -> list[Row]:
    lines = [article["kicker"]] if article["kicker"] else []
    lines += _headline_lines(article, most_lines, rng)
    if article["deck"]:
        lines += _lines(article["deck"], min(most_lines, 2) if " " in article["deck"] else 1, rng)
    return [Row(line, "part" if index else "head") for index, line in enumerate(lines)]


def _headline_lines(article: dict, most: int, rng: random.Random) -> list[str]:
    """The corpus says where its editors would break a headline; a break cuts no word."""
    chosen = article.get("headline_lines")
    if chosen and most > 1 and rng.random() < 0.6:
        return chosen
    lines = _lines(article["headline"], 1 if chosen else most, rng)
    if len(article["headline"]) <= 4 and rng.random() < 0.3:
        return [rng.choice((" ", "\u3000")).join(line) for line in lines]
    return lines


def _lines(text: str, most: int, rng: random.Random) -> list[str]:
    wanted = min(rng.randint(1, most), 1 + int(width_of(tokenize(text)) // 8))
    if wanted < 2:
        return [text]
    if " " in text and rng.random() < 0.8:
        return re.split(" ", text, maxsplit=wanted - 1)
    return balanced(tokenize(text), wanted)


def balanced(tokens: list[str], wanted: int) -> list[str]:
    """Lines of about one length; a break never parts a bracket or a comma from its word."""
    target = width_of(tokens) / wanted
    lines, line = [], []
    for index, token in enumerate(tokens):
        line.append(token)
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        full = sum(map(em, line)) >= target and len(lines) < wanted - 1
        if full and following and following not in NO_START and token not in NO_END:
            lines.append("".join(line).strip())
            line = []
    return [*lines, "".join(line).strip()]
