"""What kind of piece an article is, told by its own words."""

from collections.abc import Sequence

from articles.parsing.rules import Rules
from articles.records import Paragraph


def column_of(headline: str, rules: Rules) -> str:
    """The column label that the headline is, "" for an ordinary headline."""
    return headline if headline in rules.columns else ""


def kind_of(headline: str, paragraphs: Sequence[Paragraph], rules: Rules) -> str:
    """news, brief, index, notice, correction or note."""
    opening = paragraphs[0].text[:12] if paragraphs else ""
    headline = headline.replace(" ", "")
    if headline in rules.index_columns:
        return "index"
    if headline.endswith(rules.briefs_columns) and len(headline) <= 8:
        return "brief"
    if headline.endswith(rules.corrections) or opening.startswith(rules.corrections):
        return "correction"
    if headline.endswith(rules.notices) or opening.startswith(("遗失声明", "遗失启事")):
        return "notice"
    if headline.startswith(rules.note_openings) or opening.startswith(rules.note_openings):
        return "note"
    return "news"
