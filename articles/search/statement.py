"""The one statement that answers a search: hits of a page, their number, and what narrows them."""

from dataclasses import dataclass
from functools import lru_cache

from articles.search.engines import engine
from articles.search.places import LAST_KEY

MOST = 1000  # hits that are counted, the weightiest first; beyond them it is "more than"
FACETS_SHOWN = 12
# What the hits share: (facet, value, name, the tables that know them, from the hits outwards).
# Of what every hit has one of, the hits are first counted together, as `alike`.
SINGLE = (
    (
        "publication",
        "b.id",
        "b.name",
        [("articles_publication", "b", "b.id = alike.publication_id")],
    ),
    ("section", "b.id", "b.name", [("articles_section", "b", "b.id = alike.section_id")]),
    ("kind", "alike.kind", "alike.kind", []),
)
# What a hit can have several of is counted by its key first: a name is then asked for once a value.
SEVERAL = (
    (
        "tag",
        "b.name",
        "b.name",
        ("articles_tagging", "t", "t.content_object_id = found.id"),
        ("t.tag_id", "COUNT(*)"),
        ("articles_tag", "b", "b.id = counted.id"),
    ),
    (
        "reporter",
        "b.id",
        "b.name",
        ("articles_versioncredit", "c", "c.version_id = found.version_id"),
        ("c.reporter_id", "COUNT(DISTINCT found.id)"),
        ("articles_reporter", "b", "b.id = counted.id"),
    ),
)


@dataclass(frozen=True)
class Statement:
    """`live` is (SQL, parameters) of the articles to choose from.

    `tiers` is what is asked, weightiest first.
    `where` and `params` narrow as well: a condition on the place `p` of an article; `span` is
    (SQL, parameters) of the lowest and the highest key to look at. `chosen` is (SQL, parameters)
    of the keys of few articles, which are `read` in those tiers.
    """

    live: tuple
    tiers: tuple
    where: str
    params: list
    span: tuple | None = None
    chosen: tuple = ("", ())
    read: frozenset = frozenset()

    def page(self, *, first, below, limit, offset):
        """(SQL, parameters): rows of what, value, name, number.

        The page begins in the tier `first`, below the key `below`. The matches stand in CTEs of
        their own: left to itself the planner goes through all articles by date, or for every
        match, which takes seconds where the index answers in milliseconds.
        """
        live, given = self.live
        span, params = self.span or ("", ())
        chosen, few = self.chosen
        params = [*params, *few, *given]
        parts = [
            *([f"span (lowest, highest) AS MATERIALIZED ({span})"] if span else ()),
            *([f"chosen (key) AS MATERIALIZED ({chosen})"] if chosen else ()),
            f"live (id, publication_id, section_id, kind, version_id)"
            f" AS NOT MATERIALIZED ({engine().live(live)})",
            *self._hits("found", params, 0, LAST_KEY, MOST + 1),
        ]
        source = "found"
        if below != LAST_KEY:
            source = "beyond"
            parts += self._hits(source, params, first, below, limit + 1)
        text, year = engine().text, engine().year
        parts.append(
            f"alike AS MATERIALIZED (SELECT publication_id, section_id, kind, {year} AS year,"
            f" COUNT(*) AS number FROM found GROUP BY publication_id, section_id, kind, {year})"
        )
        rows = f"SELECT id, key, tier FROM {source} ORDER BY tier, key DESC LIMIT %s OFFSET %s"
        selects = [
            f"SELECT 'hit' AS what, CAST(id AS {text}) AS value, CAST(key AS {text}) AS name,"
            f" tier AS number FROM ({rows}) page",
            "SELECT 'counted', '', '', COUNT(*) FROM found",
            _facets(),
        ]
        return f"WITH {', '.join(parts)} {' UNION ALL '.join(selects)}", [
            *params,
            limit + 1,
            offset,
        ]

    def _way(self, tier, below):
        if tier in self.read:
            return engine().reading(self.tiers[tier], below=below)
        has_span = self.span is not None
        return engine().matching(self.tiers[tier], below=below, has_span=has_span)

    def _hits(self, name, params, first, below, most):
        """CTEs of the hits of each tier, and one of all: the newest of the weightiest tier, then
        those of the next, until there are `most`.
        """
        tiers = []
        for tier in range(first, len(self.tiers)):
            source, asked, order = self._way(tier, below if tier == first else LAST_KEY)
            params += [*asked, *self.params]
            left = " - ".join([str(most), *(f"(SELECT COUNT(*) FROM {each})" for each, _ in tiers)])
            hits = (
                f"SELECT {tier} AS tier, p.key, p.day, live.* FROM {source}{self.where}{order}"
                f" LIMIT ({left})"
            )
            tiers.append((f"{name}{tier}", hits))
        every = " UNION ALL ".join(f"SELECT * FROM {each}" for each, _hits in tiers)
        return [f"{each} AS MATERIALIZED ({hits})" for each, hits in [*tiers, (name, every)]]


@lru_cache
def _facets():
    """What narrows the hits down: the same question after every search."""
    return " UNION ALL ".join(
        [
            *(_facet("alike", "SUM(alike.number)", *facet) for facet in SINGLE),
            *(_facet_of_several(*facet) for facet in SEVERAL),
            f"SELECT 'year', CAST(year AS {engine().text}), '', CAST(SUM(number) AS bigint)"
            " FROM alike GROUP BY year",
        ]
    )


def _facet_of_several(what, value, name, link, counted, named):
    key, number = counted
    source = (
        f"(SELECT {key} AS id, {number} AS number FROM found{engine().along(*link)}"
        f" GROUP BY {key}) counted"
    )
    return _facet(source, "SUM(counted.number)", what, value, name, [named])


def _facet(source, number, what, value, name, tables):
    # From the few hits outwards: otherwise all tags and credits that there are may be gone through.
    joined = "".join(engine().along(*table) for table in tables)
    return (
        f"SELECT * FROM (SELECT '{what}' AS what, CAST({value} AS {engine().text}) AS value,"
        f" {name} AS name, CAST({number} AS bigint) AS number FROM {source}{joined}"
        f" GROUP BY {value}, {name} ORDER BY number DESC, name LIMIT {FACETS_SHOWN}) {what}s"
    )
