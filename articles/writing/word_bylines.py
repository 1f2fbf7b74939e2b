"""The byline among a manuscript's paragraphs, read by the grammar of printed pages."""

from dataclasses import dataclass

from articles.models import CreditRole
from articles.parsing.rules import DEFAULT_RULES as RULES
from articles.parsing.words.bylines import LONGEST_BYLINE, read_credits
from articles.parsing.words.grammar import grammar
from articles.parsing.words.signed_text import split_ending
from articles.records import CreditRole as PrintedRole

NEAR_HEADLINE = 2  # paragraphs below the headline in which a byline may stand


@dataclass(frozen=True)
class Byline:
    """`credits` are names by role; `printed` the lines that named them."""

    credits: dict[CreditRole, list[str]]
    printed: tuple[str, ...] = ()


def split_byline(paragraphs):
    """(kind, text) of the text → Byline, and the paragraphs without the lines that it stood on.

    It stands near the headline, or ends the text: on a line of its own, or in brackets after the
    last sentence. Only what names people by a word such as 记者 or 作者 is taken for one.
    """
    rest, lines = list(paragraphs), []
    written = [place for place, (kind, _text) in enumerate(rest) if kind == "text"]
    for place in dict.fromkeys([*written[:NEAR_HEADLINE], *written[-1:]]):
        kind, text = rest[place]
        body, line = ("", text) if _names(text) else _ending(text)
        if line:
            lines.append(line)
            rest[place] = (kind, body)
    credits = {}
    for line in lines:
        for name, role in _names(line):
            held = credits.setdefault(role, [])
            held += [name] if name not in held else []
    return Byline(credits, tuple(lines)), [one for one in rest if one[1] or one[0] != "text"]


def _ending(text):
    """The last sentence and the bracket after it, where that names people; else no bracket."""
    body, signature = split_ending(text, RULES)
    return (body, signature) if signature and _names(signature) else (text, "")


def _names(line) -> list[tuple[str, CreditRole]]:
    """[(name, role)] of a line that is a byline and nothing else, or nothing."""
    line = line.strip()
    plain = line.strip("（）()").strip()
    if not plain or len(line) > LONGEST_BYLINE or plain in (*RULES.columns, *RULES.note_openings):
        return []
    if not grammar(RULES).role.search(plain):
        return []
    found = read_credits(plain, RULES, PrintedRole.AUTHOR) or ()
    if not all(_may_be_name(credit.name) for credit in found):
        return []
    return [(credit.name, CreditRole(credit.role.value)) for credit in found]


def _may_be_name(name):
    """By its family name: 记者手记 and 文化 are no people."""
    return name[0] in RULES.surnames or "·" in name or name.isascii()
