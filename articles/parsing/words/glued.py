"""A headline and the first words of another story, which a tool wrote on one line, are parted."""

import re
from collections.abc import Callable, Sequence

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import piece_of, width
from articles.parsing.words.bylines import has_role_word, read_credits
from articles.records import CreditRole, Line

GAP = re.compile(r"(?<=\S)\s+(?=\S)")
OUR = "本报"
SHORTEST = 4  # em of what stands before: a headline
WIDEST = 28  # em of both: a wider row runs over columns that were read row by row
ENDS = "。，；：、！？…（("  # of a row that goes on, or of a sentence


def part_glued(lines: Sequence[Line], rules: Rules) -> tuple[Line, ...]:
    """The lines, those that hold a headline and an opening in two segments.

    A page with columns side by side is left alone: its lines are cut already.
    """
    if any(line.segment for line in lines):
        return tuple(lines)
    out: list[Line] = []
    for line in lines:
        if " " in line.text and line.width <= WIDEST:
            out += _parted(line, rules)
        else:
            out.append(line)
    return tuple(out)


def _parted(line: Line, rules: Rules) -> tuple[Line, ...]:
    for gap in GAP.finditer(line.raw):
        before, after = line.raw[: gap.start()], line.raw[gap.end() :]
        if opens_story(after.rstrip(), rules) and _is_headline(before.strip(), rules):
            pieces = line.raw[: gap.end()], line.raw[gap.end() :]
            return tuple(piece_of(line.number, raw, place) for place, raw in enumerate(pieces))
    return (line,)


def _is_headline(text: str, rules: Rules) -> bool:
    return (
        width(text) >= SHORTEST
        and text[-1] not in ENDS
        and not has_role_word(text, rules)
        and not text.startswith(rules.staff_words)
    )


def opener(rules: Rules) -> Callable[[str], bool]:
    """Asks a text whether it opens a story."""
    return lambda text: opens_story(text, rules)


def opens_story(text: str, rules: Rules) -> bool:
    """本报讯（记者…, and a whole byline that says its paper: 本报记者 张三 李四."""
    if text.startswith(rules.desk_sources):
        source = next(filter(text.startswith, rules.desk_sources))
        return text[len(source) :].startswith(("（", "(", " "))
    if not text.startswith(OUR) or not has_role_word(text, rules):
        return False
    credits = read_credits(text, rules, CreditRole.REPORTER) or ()
    return bool(credits) and all(each.role is not CreditRole.PHOTOGRAPHER for each in credits)
