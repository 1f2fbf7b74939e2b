"""A page's text → its record: rows, layout, photos, stories, labels."""

from articles.parsing.assemble import assemble
from articles.parsing.reading.printed import has_stories, propose_printed
from articles.parsing.reading.stories import propose
from articles.parsing.rules import DEFAULT_RULES, Rules
from articles.parsing.traditional import folded, folding, unfolded
from articles.parsing.typography.close_columns import cut_close
from articles.parsing.typography.doubled import read_once
from articles.parsing.typography.lines import piece_of, read_lines
from articles.parsing.typography.numbering import without_numbers
from articles.parsing.words.glued import opener, part_glued
from articles.records import Layout, Line, PageRecord


def lines_of(
    source: str, rules: Rules = DEFAULT_RULES, layout: Layout | None = None
) -> tuple[Line, ...]:
    """The lines that labels are given to; one that holds two things side by side is two."""
    if layout is not None:
        return read_lines(source, layout)
    lines = part_glued(read_lines(without_numbers(source)), rules)
    if any(line.segment for line in lines):
        return lines
    once = read_once(lines)
    return cut_close(lines, opener(rules), piece_of) if once == lines else once


def parse_page(
    source: str, rules: Rules = DEFAULT_RULES, layout: Layout | None = None
) -> PageRecord:
    """Read one page. Never raises on odd text; what stays open comes back as doubts.

    `layout` is where the lines stand in print, for a page that came as a PDF.
    """
    lines = lines_of(source, rules, layout)
    signs = folding(lines)
    known = folded(lines, signs) if signs else lines
    if layout is not None and has_stories(layout):
        labels, doubts = propose_printed(known, layout, rules)
    else:
        labels, doubts = propose(known, rules)
    return assemble(lines, labels, rules, unfolded(doubts, signs) if signs else doubts)
