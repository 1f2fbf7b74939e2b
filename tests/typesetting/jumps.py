"""Cut an article that runs on over two pages."""

import random

PAGES = ("第二版", "第三版", "2版", "A04版", "第4版")


def with_jump(articles: list[dict], rng: random.Random) -> list[dict]:
    """One of the long articles runs on over two pages."""
    long_ones = [index for index, article in enumerate(articles) if can_jump(article)]
    articles = list(articles)
    if long_ones:
        index = rng.choice(long_ones)
        part = rng.choice((first_part, second_part))
        articles[index] = part(articles[index], rng)
    return articles


def first_part(article: dict, rng: random.Random) -> dict:
    """What stands on the first page, up to 下转."""
    cut = _cut(article)
    return {
        **article,
        "paragraphs": article["paragraphs"][:cut],
        "subheads": [head for head in article.get("subheads", []) if head["before"] < cut],
        "jump_out": f"（下转{rng.choice(PAGES)}）",
        "jump_inline": rng.random() < 0.5,
    }


def second_part(article: dict, rng: random.Random) -> dict:
    """What stands on the other page, from 上接 on; the byline stayed behind."""
    cut = _cut(article)
    subheads = [
        {"text": head["text"], "before": head["before"] - cut}
        for head in article.get("subheads", [])
        if head["before"] >= cut
    ]
    return {
        **article,
        "kicker": None,
        "deck": None,
        "dateline": "",
        "place": None,
        "reporters": [],
        "correspondents": [],
        "authors": [],
        "paragraphs": article["paragraphs"][cut:],
        "subheads": subheads,
        "jump_in": rng.choice(("（上接第一版）", "（上接1版）", "（上接A01版）")),
    }


def can_jump(article: dict) -> bool:
    return len(article["paragraphs"]) >= 4 and article.get("place") != "bottom"


def _cut(article: dict) -> int:
    return (len(article["paragraphs"]) + 1) // 2
