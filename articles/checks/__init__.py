"""The checks of a text before people sign it: pure functions, linear in its length.

A new check is a function from a manuscript to hits, a row in CHECKS and its sentences in SENTENCES.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from articles.checks import days, figures, heads, pairs, pictures, signs, wording
from articles.checks.findings import Check, Finding, Hit, Severity, Term
from articles.texts.manuscripts import Manuscript

__all__ = ["SENTENCES", "Check", "Finding", "Hit", "Severity", "Term", "findings"]

MOST = 200  # findings of one text; nobody reads more
READ = 200_000  # characters of a text that are looked at

# What each finding says: the message to be translated, and how grave it is.
SENTENCES = {
    "unclosed": (Severity.WARN, "Opened, but never closed."),
    "unopened": (Severity.WARN, "Closed, but never opened."),
    "half_width": (Severity.WARN, "Half-width %(wrong)s in Chinese text; it should be %(right)s"),
    "straight_quote": (Severity.WARN, "A straight quotation mark in Chinese text."),
    "doubled_sign": (Severity.WARN, "Punctuation marks that do not follow each other: %(text)s"),
    "doubled_word": (Severity.WARN, "Written twice in a row: “%(text)s”."),
    "repeated_sentence": (
        Severity.WARN,
        "The same sentence stands in paragraph %(paragraph)s already.",
    ),
    "date_impossible": (Severity.BLOCK, "There is no such day: %(text)s"),
    "weekday_wrong": (Severity.WARN, "That day is not this day of the week: %(text)s"),
    "date_after_issue": (
        Severity.WARN,
        "%(text)s lies after the paper's own date, but is told as past.",
    ),
    "figure_differs": (
        Severity.WARN,
        "The heading says %(figure)s, the text counts %(others)s.",
    ),
    "unknown_name": (Severity.WARN, "The caption names %(name)s; the text does not."),
    "no_credit": (Severity.WARN, "Nobody is credited with photo %(number)s."),
    "empty_credit": (
        Severity.WARN,
        "The credit of photo %(number)s names nobody: “%(credit)s”.",
    ),
    "long_headline": (
        Severity.INFO,
        "The headline has %(length)s characters; over %(most)s it is hard to set.",
    ),
    "unread": (
        Severity.INFO,
        "The text has %(length)s characters; only the first %(most)s are checked.",
    ),
    "more": (
        Severity.INFO,
        "%(count)s more findings are not shown. Mend these, then the next ones show.",
    ),
    "homophone": (Severity.WARN, "“%(wrong)s” is probably “%(right)s”."),
    "house_word": (Severity.WARN, "House style: not “%(wrong)s” but “%(right)s”. %(source)s"),
    "house_banned": (Severity.WARN, "House style: “%(wrong)s” is not used. %(source)s"),
}

CHECKS = (
    Check("pairs", pairs.unbalanced, ("unclosed", "unopened")),
    Check("signs", signs.half_width, ("half_width", "straight_quote")),
    Check("doubled", signs.doubled, ("doubled_sign", "doubled_word")),
    Check("sentences", signs.repeated_sentences, ("repeated_sentence",)),
    Check("days", days.wrong_days, ("date_impossible", "weekday_wrong", "date_after_issue")),
    Check("figures", figures.differing_figures, ("figure_differs",)),
    Check("names", pictures.unknown_names, ("unknown_name",)),
    Check("credits", pictures.uncredited, ("no_credit", "empty_credit")),
    Check("headline", heads.long_headline, ("long_headline",)),
    Check("homophones", wording.homophones, ("homophone",)),
)


def findings(manuscript: Manuscript, terms: Sequence[Term] = ()) -> tuple[Finding, ...]:
    """What all checks find, in the order of the text. `terms` are the house dictionary."""
    whole, manuscript = manuscript, _readable(manuscript)
    house = Check(
        "house", partial(wording.house_words, terms=terms), ("house_word", "house_banned")
    )
    found = [
        _finding(manuscript, hit) for check in (*CHECKS, house) for hit in check.find(manuscript)
    ]
    # What stops a text is never among what is left out.
    found.sort(key=lambda each: each.severity is not Severity.BLOCK)
    shown = [*found[:MOST], *_left_unsaid(whole, manuscript, found)]
    order = {part.name: place for place, part in enumerate(manuscript.parts)}
    return tuple(
        sorted(
            shown,
            key=lambda each: (
                order.get(each.spot.part, len(order)),
                each.spot.paragraph,
                each.start,
            ),
        )
    )


def blocking(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(each for each in found if each.severity is Severity.BLOCK)


def _finding(manuscript: Manuscript, hit: Hit) -> Finding:
    paragraph = manuscript.at(hit.spot) or ""
    return Finding(
        code=hit.code,
        severity=hit.severity or SENTENCES[hit.code][0],
        spot=hit.spot,
        start=hit.start,
        end=hit.end,
        text=paragraph[hit.start : hit.end],
        params=hit.params,
        paragraph=paragraph,
    )


def _left_unsaid(whole, read, found):
    """That a text was not read to its end, or that more was found than is shown."""
    length, most = _length(whole), _length(read)
    if length > most:
        spot = next(spot for spot, text in whole.paragraphs() if read.at(spot) != text)
        yield _finding(read, Hit("unread", spot, 0, 0, {"length": length, "most": most}))
    if len(found) > MOST:
        last = max(found[:MOST], key=lambda each: (each.spot.paragraph, each.start))
        count = {"count": len(found) - MOST}
        yield _finding(read, Hit("more", last.spot, last.start, last.start, count))


def _length(manuscript):
    return sum(len(text) for _spot, text in manuscript.paragraphs())


def _readable(manuscript: Manuscript) -> Manuscript:
    """The first READ characters of it; what stands in them keeps its place."""
    parts, left = [], READ
    for part in manuscript.parts:
        kept = []
        for text in part.paragraphs:
            if left <= 0:
                break
            kept.append(text[:left])
            left -= len(text)
        parts.append(replace(part, paragraphs=tuple(kept)))
    return replace(manuscript, parts=tuple(parts))
