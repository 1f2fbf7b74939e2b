"""Prints the URL of a PostgreSQL where the tests can make databases; fails with the reason."""

import hashlib
import os
import sys
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
# Two checkouts on one machine must not share a test database.
NAME = "newsroom_" + hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
USUAL = {
    "the local socket": "postgres:///{name}",
    "127.0.0.1:5432 as postgres": "postgres://postgres@127.0.0.1:5432/{name}",
}
MAY_CREATE = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"


def trouble_with(url):
    """Why the tests cannot use this server, or "". Asks its database `postgres`."""
    server, _slash, _name = url.partition("?")[0].rpartition("/")
    try:
        with psycopg.connect(f"{server}/postgres", connect_timeout=3) as connection:
            (may_create,) = connection.execute(MAY_CREATE).fetchone()
    except psycopg.Error as error:
        return str(error).strip().splitlines()[0]
    return "" if may_create else "the login may not create databases"


def find():
    """(url, "") or ("", why not)."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        trouble = trouble_with(given)
        return ("", f"TEST_DATABASE_URL: {trouble}") if trouble else (given, "")
    troubles = []
    for place, pattern in USUAL.items():
        url = pattern.format(name=NAME)
        trouble = trouble_with(url)
        if not trouble:
            return url, ""
        troubles.append(f"{place}: {trouble}")
    advice = "Start one, or name it: TEST_DATABASE_URL=postgres://user:password@host:5432/name"
    return "", "\n  ".join([advice, *troubles])


if __name__ == "__main__":
    found, reason = find()
    if not found:
        sys.exit(reason)
    print(found)
