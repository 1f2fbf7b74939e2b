"""Plain text: an article as one would type it, to be read by people and by any program."""

from articles.formats.values import Article

RULE = "=" * 40


def text_of(article: Article, site: str) -> str:
    """A rule, where it stands, a blank line, its lines of text, a blank line.

    The address is whole if that of the `site` is known, else a path.
    """
    head = [RULE, _place(article), f"{article.number} {site}{article.address}"]
    titles = [article.kicker, article.headline, article.deck]
    told = [*titles, article.byline, article.dateline, *_body(article), *_after(article)]
    return "\n".join([*head, "", *filter(None, told), "", ""])


def _place(article):
    place = article.place
    if place is None:
        return f"{article.paper.name} {article.published_at:%Y-%m-%d}"
    return f"{article.paper.name} {place.date} {place.label} {place.name}".rstrip()


def _body(article):
    return [line for block in article.blocks for line in block.lines]


def _after(article):
    for photo in article.photos:
        if said := " ".join(filter(None, (photo.caption, photo.credit))):
            yield f"[图] {said}"
    for correction in article.corrections:
        yield f"[更正 {correction.at:%Y-%m-%d}] {correction.note}"
