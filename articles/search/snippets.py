"""The place of a text where a query is found, in pieces that a template can mark."""

import re
import unicodedata
from functools import lru_cache

from articles.search.spelling import FOLDING, plain, terms


def snippet(text: str, query: str, *, length: int = 120) -> list[tuple[str, bool]]:
    """About `length` characters around the first hit, as (piece, is a hit) from left to right.

    Without a hit it is the text's beginning. "…" stands where something was left out.
    """
    wanted = terms(query)
    first, last = _nearby(text, wanted, length)
    near = " ".join(unicodedata.normalize("NFC", plain(text[first:last])).split())
    spans = _spans(near, wanted)
    start, end = _window(near, spans, length)
    pieces = _pieces(near, spans, start, end)
    if start or first:
        pieces.insert(0, ("…", False))
    if end < len(near) or last < len(text):
        pieces.append(("…", False))
    return pieces


def _nearby(text, wanted, length):
    """The stretch of a text that has to be looked at: to fold all of it takes long."""
    # Chinese is mostly spelled as it is folded.
    found = min((place for term in wanted if (place := text.find(term)) >= 0), default=None)
    if found is None:
        return 0, len(text)
    longest = max(map(len, wanted))
    # Of what ends soon after the hit, more is shown of what stands before.
    first = max(0, min(found - length // 2, len(text) - 2 * length))
    return first, min(len(text), found + length + longest)


def _spans(text, wanted):
    """Where the terms stand in the text: (start, end), in order, none touching another."""
    folded, origin = _folded(text)
    found = sorted(
        (origin[hit.start()], origin[hit.end() - 1] + 1)
        for term in wanted
        for hit in _pattern(term).finditer(folded)
    )
    merged = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged


@lru_cache(maxsize=256)
def _pattern(term):
    # A page of hits looks for the same one forty times.
    return re.compile(re.escape(term))


def _folded(text):
    """The folded text, and for each of its characters the place it has in `text`."""
    if FOLDING.same.issuperset(text):
        return text, range(len(text))
    whole = text.translate(FOLDING)
    if FOLDING.uneven.isdisjoint(text):
        return whole, range(len(text))
    folded, origin = [], []
    for place, character in enumerate(text):
        spelled = FOLDING[ord(character)]
        folded.append(spelled)
        origin.extend([place] * len(spelled))
    return "".join(folded), origin


def _window(text, spans, length):
    if len(text) <= length or not spans:
        return 0, min(len(text), length)
    first, last = spans[0]
    start = max(0, min(first - length // 4, len(text) - length))
    return start, min(len(text), max(start + length, min(last, start + 2 * length)))


def _pieces(text, spans, start, end):
    pieces, at = [], start
    for first, last in spans:
        first, last = max(first, start), min(last, end)
        if first >= last:
            continue
        if first > at:
            pieces.append((text[at:first], False))
        pieces.append((text[first:last], True))
        at = last
    if at < end:
        pieces.append((text[at:end], False))
    return pieces
