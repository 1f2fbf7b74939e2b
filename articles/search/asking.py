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
    titles = [(ANY, Term(term, TITLE)) for term in terms]
    people = [(ANY, Term(term, PEOPLE)) for term in terms]
    title = _all(titles)
    named = _all((OR, *each) for each in zip(titles, people, strict=True))
    # Of the second one term is among the people: said so, headlines with all are not looked at.
    credited = people[0] if len(people) == 1 else (AND, named, (OR, *people))
    return title, (NOT, credited, title), (NOT, anywhere(terms), named)


def _all(parts):
    parts = tuple(parts)
    return parts[0] if len(parts) == 1 else (AND, *parts)
