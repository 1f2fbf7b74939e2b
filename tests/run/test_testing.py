"""./run test: on SQLite everything, on PostgreSQL what asks a database."""

import pytest


@pytest.fixture
def ran(run, monkeypatch):
    """What was run with which options; `ended` holds how each run ends."""
    monkeypatch.setattr(run, "ensure_environment", lambda requirements: None)
    monkeypatch.setattr(run, "find_postgresql", lambda: ("postgres://here", ""))
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    calls = {}

    def run_tests(name, url, arguments):
        calls[name] = arguments
        return ended.get(name, 0)

    ended = {}
    monkeypatch.setattr(run, "run_tests", run_tests)
    calls["ended"] = ended
    return calls


def test_the_second_database_gets_only_the_tests_that_ask_one(run, ran):
    assert run.test(["tests/dates"]) == 0
    assert ran["SQLite"] == ["tests/dates"]
    assert ran["PostgreSQL"] == ["--database-only", "tests/dates"]


def test_that_none_of_the_chosen_tests_asks_a_database_is_no_failure(run, ran):
    ran["ended"]["PostgreSQL"] = run.NO_TESTS
    assert run.test([]) == 0


@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
def test_a_failure_on_either_database_is_one(run, ran, database):
    ran["ended"][database] = 1
    assert run.test([]) == 1


def test_no_test_at_all_is_a_failure(run, ran):
    ran["ended"]["SQLite"] = run.NO_TESTS
    assert run.test([]) == 1
