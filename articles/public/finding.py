"""A search's answer: hits with the words lit up, how many there are, and what narrows them."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from articles import search
from articles.models import Article, Issue
from articles.public.paging import LINE, PER_PAGE, Line
from articles.questions import NOW, Given, Question
from articles.search.filters import KINDS

KIND_NAMES = dict(KINDS)
WHOLE = 1000  # characters: longer than any headline
GROUPS = {
    "publication": _("Publication"),
    "year": _("Year"),
    "section": _("Section"),
    "kind": _("Kind"),
    "reporter": _("Person"),
    "tag": _("Tag"),
}
# In the language of the page, or in digits.
TRANSLATED = ("kind", "year")


@dataclass(frozen=True)
class Hit:
    """Headline and snippet are cut into (piece, is what was asked for)."""

    line: Line
    headline: list[tuple[str, bool]]
    snippet: list[tuple[str, bool]]


@dataclass(frozen=True)
class Choice:
    """A way to narrow down, or, where it is taken, to widen again; `query` leads there.

    `name` is in Chinese, or `is_translated`.
    """

    name: str
    is_translated: bool
    count: int
    query: str
    is_taken: bool


@dataclass(frozen=True)
class Answer:
    """`groups` are [(label, [Choice, …], whether one is taken), …].

    `more` is the query of what follows, or "".
    """

    hits: list[Hit]
    total: int
    is_exact: bool
    groups: list[tuple[str, list[Choice], bool]]
    more: str


def answer(asked, after):
    """What readers find who ask for `asked`: words, and perhaps a publication and so on."""
    narrowed = {name: value for name, value in asked.items() if name != "q"}
    found = search.find(asked["q"], **narrowed, limit=PER_PAGE, after=after)
    return Answer(
        hits=_hits(found.hits, asked["q"]),
        total=found.total,
        is_exact=found.is_exact,
        groups=_groups(found.facets, asked),
        more=urlencode(asked | {"after": found.after}) if found.after else "",
    )


def issue_chosen(asked):
    """(the public issue that is searched in, the query that leads out of it), or None."""
    if "issue" not in asked:
        return None
    public = Issue.objects.public().filter(pk=asked["issue"]).select_related("publication")
    issue = public.first()
    wider = urlencode({name: value for name, value in asked.items() if name != "issue"})
    return (issue, wider) if issue else None


def _groups(facets, asked):
    """Only what can make a difference: two values or more, or one that was chosen."""
    return [
        (label, _choices(name, facets[name], asked), name in asked)
        for name, label in GROUPS.items()
        if name in facets and (len(facets[name]) > 1 or name in asked)
    ]


def _choices(name, facets, asked):
    taken = str(asked.get(name, ""))
    wider = urlencode({key: value for key, value in asked.items() if key != name})
    return [
        Choice(
            name=KIND_NAMES.get(facet.name, facet.name) if name == "kind" else _name(facet),
            is_translated=name in TRANSLATED,
            count=facet.count,
            query=wider if facet.value == taken else f"{wider}&{name}={quote_plus(facet.value)}",
            is_taken=facet.value == taken,
        )
        for facet in _ordered(name, facets)
    ]


def _name(facet):
    return facet.name or facet.value


def _ordered(name, facets):
    """Years from the newest on, all else by how many there are."""
    if name == "year":
        return sorted(facets, key=lambda facet: -int(facet.value))
    return sorted(facets, key=lambda facet: (-facet.count, facet.name))


def _hits(pks, words):
    if not pks:
        return []
    given = {f"hit{place}": pk for place, pk in enumerate(pks)}
    found = {pk: hit for pk, *hit in _found(len(pks)).ask(**given)}
    return [_hit(words, *found[pk]) for pk in pks if pk in found]


@lru_cache(maxsize=PER_PAGE)
def _found(hits):
    """So many articles: (primary key, text, line)."""
    chosen = [Given(f"hit{place}") for place in range(hits)]
    live = Article.objects.published(NOW).filter(pk__in=chosen).order_by()
    return Question(
        lambda: live.values_list("pk", "live_version__body", *LINE),
        lambda pk, body, *line: (pk, body, Line(*line)),
    )


def _hit(words, body, line):
    return Hit(
        line,
        search.snippet(line.headline, words, length=WHOLE),
        search.snippet(body, words),
    )
