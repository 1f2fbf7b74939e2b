"""What a query asks of the index, as an expression that both databases can spell."""

from dataclasses import dataclass

from articles.search.spelling import PEOPLE, TITLE

ANY, AND, OR, NOT = "ANY", "AND", "OR", "NOT"


@dataclass(frozen=True)
class Term:
    """A run of folded characters, and the mark of the field that it must stand in, if of one."""

    text: str
    where: str = ""


def anywhere(terms):
    return _all((ANY, Term(term)) for term in terms)


def tiers(terms):
    """Three expressions that share no article, the weightiest first.

    All terms in the headline; the rest of those with each in the headline or among the people;
    all the others that hold them.
    """
    title = _all((ANY, Term(term, TITLE)) for term in terms)
    named = _all((OR, (ANY, Term(term, TITLE)), (ANY, Term(term, PEOPLE))) for term in terms)
    return title, (NOT, named, title), (NOT, anywhere(terms), named)


def _all(parts):
    parts = tuple(parts)
    return parts[0] if len(parts) == 1 else (AND, *parts)
