"""The site served over many articles: each page beside a bare view and the least view of the same.

python -m tests.bench.served --articles 20000
"""

import argparse
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlsplit

import django
from django.conf import settings
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from tests.bench.noise import describe
from tests.bench.serving import load, serving

ROUNDS = 5
PER_ROUND = 60
SAMPLES = 12  # different addresses of a kind
BARE = "bare view"
NOT_MODIFIED = ", not modified"
HEADS = (
    "page",
    "CPU ms",
    "× least view",
    "× made anew",
    "requests/s",
    "× bare",
    "p50 ms",
    "most ms",
    "SQL",
)
AGAIN = ("home", "issue", "page", "article", "tag")  # pages that readers come back to
UNHURRIED = {"NEWSROOM_SEARCHES_A_MINUTE": "0"}


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, default=20_000)
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked = asked.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    with tempfile.TemporaryDirectory(prefix="newsroom-served-") as folder:
        database = settings.DATABASES["default"]
        if database["ENGINE"].endswith("sqlite3"):
            database["TEST"]["NAME"] = str(Path(folder) / "served.sqlite3")
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
        try:
            # Models can be imported only after setup.
            import_module("tests.bench.volume").fill(asked.articles)
            measure(asked, url_of(connection.settings_dict))
        finally:
            teardown_databases(made, verbosity=0)
    return 0


def url_of(database):
    """The address of the database for those who are told by the environment."""
    if database["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{database['NAME']}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database['NAME']}").geturl()


def measure(asked, url):
    pages = addresses()
    print(describe(), f"\n{asked.articles} live articles, gunicorn with 2 workers\n", flush=True)
    with serving(DATABASE_URL=url, NEWSROOM_PAGE_CACHE="off", **UNHURRIED) as server:
        report("No cache", server, pages, asked.rounds, conditional=True)
    with serving(DATABASE_URL=url, NEWSROOM_PAGE_CACHE="memory", **UNHURRIED) as server:
        own = {name: found for name, found in pages.items() if ", least" not in name}
        report("With the page cache", server, own, asked.rounds)


def addresses():
    """{name: [address, …]}: the bare view, then each page and the least view of the same."""
    models, spelling = import_module("articles.models"), import_module("django.urls")
    live = models.Article.objects.published()
    keys = list(live.order_by("pk").values_list("pk", flat=True))
    keys = keys[:: max(len(keys) // SAMPLES, 1)][:SAMPLES]
    some = list(live.filter(pk__in=keys).select_related("page__issue", "publication"))
    issues = [article.page.issue for article in some]
    tags = list(models.Tag.objects.values_list("slug", flat=True))[:SAMPLES]
    body = [article.body for article in some]
    search = spelling.reverse("public:search")
    found = {BARE: ["/floor/bare/"], "home": ["/"], "home, least": ["/floor/home/"]}
    found["issue"] = [issue.get_absolute_url() for issue in issues]
    found["issue, least"] = [f"/floor/issue/{issue.date}/" for issue in issues]
    found["page"] = [article.page.get_absolute_url() for article in some]
    found["page, least"] = [f"/floor/page/{a.page.issue.date}/{a.page.label}/" for a in some]
    found["article"] = [article.get_absolute_url() for article in some]
    found["article, least"] = [f"/floor/article/{article.number}/" for article in some]
    found["tag"] = [spelling.reverse("public:tag", args=[slug]) for slug in tags]
    found["tag, least"] = [f"/floor/tag/{quote(slug)}/" for slug in tags]
    for length in (2, 4):
        words = [quote(text[7 : 7 + length].replace("\n", "，")) for text in body]
        found[f"search, {length} characters"] = [f"{search}?q={word}" for word in words]
        found[f"search, {length} characters, least"] = [f"/floor/search/?q={w}" for w in words]
    return _of_a_size(found)


def _of_a_size(found):
    """Every least page is as long as the page beside it."""
    client = import_module("django.test").Client(headers={"host": "localhost"})
    for name in [name for name in found if name.endswith(", least")]:
        pages = found[name.removesuffix(", least")]
        lengths = [len(client.get(page).content) for page in pages]
        found[name] = [
            f"{least}{'&' if '?' in least else '?'}bytes={length}"
            for least, length in zip(found[name], lengths, strict=True)
        ]
    return found


def statements(addresses):
    """The most that one of the addresses asks of the database."""
    client = import_module("django.test").Client(headers={"host": "localhost"})
    capture = import_module("django.test.utils").CaptureQueriesContext
    counts = []
    for address in addresses:
        import_module("django.core.cache").caches["pages"].clear()
        with capture(connection) as queries:
            client.get(address)
        counts.append(len(queries))
    return max(counts)


def report(title, server, pages, rounds, *, conditional=False):
    """One table: medians of the rounds, and of the ratios within each round."""
    rows = {name: (found, None, 200) for name, found in pages.items()}
    if conditional:
        for name in AGAIN:
            address = pages[name][0]
            tag = server.get(address)[1]["ETag"]
            rows[name + NOT_MODIFIED] = ([address], {"If-None-Match": tag}, 304)
    for found, headers, status in rows.values():
        load(server, found, len(found) * 4, headers, status)
    results = {name: [] for name in rows}
    order = list(rows)
    for turn in range(rounds):
        start = turn * 5 % len(order)
        for name in order[start:] + order[:start]:
            found, headers, status = rows[name]
            results[name].append(load(server, found, PER_ROUND, headers, status))
    print(f"**{title}**, {rounds} rounds of {PER_ROUND} requests, in turn\n")
    print(f"| {' | '.join(HEADS)} |\n|{' --- |' * len(HEADS)}")
    for name, found in results.items():
        is_counted = name != BARE and ", least" not in name and NOT_MODIFIED not in name
        print(_row(name, found, results, statements(rows[name][0]) if is_counted else ""))
    print(flush=True)


def _row(name, found, results, sql):
    anew = results[name.removesuffix(NOT_MODIFIED)] if NOT_MODIFIED in name else None
    took = sorted(ms for _cpu, _pace, all_took in found for ms in all_took)
    cells = [
        name,
        f"{median(cpu for cpu, *_rest in found):.2f}",
        _ratio(found, results.get(f"{name}, least"), 0),
        _ratio(found, anew, 0),
        f"{median(pace for _cpu, pace, _took in found):.0f}",
        _ratio(found, results[BARE], 1),
        f"{median(took):.1f}",
        f"{took[-1]:.0f}",
        str(sql),
    ]
    return f"| {' | '.join(cells)} |"


def _ratio(mine, others, place):
    if others is None:
        return ""
    ratios = [one[place] / max(other[place], 1e-6) for one, other in zip(mine, others, strict=True)]
    return f"{median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


if __name__ == "__main__":
    sys.exit(main())
