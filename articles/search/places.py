"""Where in the index the articles of an issue, or of some days, stand."""

from articles.search.engines import engine

EARLIEST = "0001-01-01"
LAST_KEY = 2**63 - 1
MANY = 20_000  # places; where so many are of the days since one, the newest hits are enough


def days(year, since, until):
    """From when until when, in ISO's spelling; None where nothing is said."""
    begins, ends = [str(since)] if since else [], [str(until)] if until else []
    if year is not None:
        begins.append(f"{year:04d}-01-01")
        ends.append(f"{year:04d}-12-31")
    return max(begins, default=None), min(ends, default=None)


def condition(issue, since, until):
    """What is asked of the place `p` of an article, with its parameters."""
    asked = [("p.day >= %s", since), ("p.day <= %s", until), ("p.issue = %s", issue)]
    asked = [(each, value) for each, value in asked if value is not None]
    return "".join(f" AND {each}" for each, _value in asked), [value for _each, value in asked]


def span(issue, since, until):
    """(SQL, parameters) of the lowest and the highest key of such places; None where any key may
    be one. What is older or newer need not be looked at.
    """
    if issue is not None:
        return _both_ends("issue = %s"), [issue]
    if until is not None:
        return _both_ends("day BETWEEN %s AND %s"), [since or EARLIEST, until]
    if since is not None:
        return _lowest("day >= %s"), [since]
    return None


def _both_ends(places):
    return f"SELECT MIN(key), MAX(key) FROM ({_keys(places)}{engine().as_written}) placed"


def _lowest(places):
    lowest = f"CASE WHEN COUNT(*) = {MANY} THEN 0 ELSE MIN(key) END"
    return f"SELECT {lowest}, {LAST_KEY - 1} FROM ({_keys(places)} LIMIT {MANY}) placed"


def _keys(places):
    return f"SELECT key FROM articles_searchplace WHERE {places}"
