"""What an editor should look at in a finished record: doubts drawn from the text alone."""

import re
from collections.abc import Iterator, Sequence

from articles.parsing.doubts import doubt
from articles.parsing.reading.repeats import sentences
from articles.parsing.typography.cut_numbers import cut_numbers
from articles.records import ArticleRecord, BlockKind, Doubt, Line, PhotoRecord

PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
SAME = 0.6  # share of its paragraphs that make a piece one printed twice
LEAST = 30  # characters below which two paragraphs may be alike by chance
ENDS = "。！？…”’）》!?.)"


def check(
    lines: Sequence[Line], articles: Sequence[ArticleRecord], photos: Sequence[PhotoRecord]
) -> tuple[Doubt, ...]:
    """Doubts about the page as a whole and each of its pieces."""
    found = [*_private_characters(lines), *_repeated(articles), *cut_numbers(lines, articles)]
    for article in articles:
        found += _article_doubts(article)
    told = sentences(p.text for a in articles for p in a.paragraphs) if photos else set()
    for photo in photos:
        if told and (own := sentences([photo.caption])) and own <= told:
            found.append(doubt("caption_repeated", photo.lines[0], photo.unit))
        if photo.caption and not photo.credit:
            found.append(doubt("photo_credit_missing", photo.lines[0], photo.unit))
        if not photo.caption:
            found.append(doubt("caption_missing", photo.lines[0], photo.unit))
    return tuple(found)


def _private_characters(lines: Sequence[Line]) -> Iterator[Doubt]:
    if not PRIVATE.search("".join([line.text for line in lines])):
        return
    for line in lines:
        if PRIVATE.search(line.text):
            yield doubt("private_characters", line.number, text=line.text)


def _repeated(articles: Sequence[ArticleRecord]) -> Iterator[Doubt]:
    """Two editions of one article on one page: most of its paragraphs stood there before."""
    seen: set[str] = set()
    for article in articles:
        long = {p.text for p in article.paragraphs if len(p.text) >= LEAST}
        if long and len(long & seen) >= SAME * len(long):
            yield doubt("repeated", article.lines[0], article.unit)
        seen |= long


def _article_doubts(article: ArticleRecord) -> Iterator[Doubt]:
    text = "".join(p.text for p in article.paragraphs)
    if text.count("“") != text.count("”"):
        yield doubt("quotes_unbalanced", article.lines[0], article.unit)
    plain = [p for p in article.paragraphs if p.kind is BlockKind.TEXT]
    if plain and not plain[-1].text.endswith(tuple(ENDS)) and not article.jumps and _is_prose(text):
        yield doubt("unfinished", plain[-1].lines[-1], article.unit)
    for jump in article.jumps:
        yield doubt("jump_without_partner", article.lines[0], article.unit, jump)


def _is_prose(text: str) -> bool:
    """Sentences, not a list or the signature of a notice."""
    return text.count("。") >= 1 and not text[-1:].isdigit() and text[-1:] != "日"
