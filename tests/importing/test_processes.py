"""Imports by processes of their own: killed at any moment, or two at once, nothing is half-done."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connection

from articles.models import (
    Article,
    Credit,
    Event,
    Issue,
    Page,
    ParseRun,
    Publication,
    Reporter,
    Version,
)
from articles.roles import Role, sync_roles
from tests.importing.pages import TWO_STORIES

MODELS = (Issue, Page, ParseRun, Article, Version, Event, Credit, Reporter)
KILLED = -9


@pytest.fixture
def arguments(transactional_db, tmp_path):
    """The words of an import_page that would succeed."""
    sync_roles(None)
    Publication.objects.create(name="砚溪日报", slug="yanxi")
    editor = User.objects.create_user("de")
    editor.groups.add(Group.objects.get(name=Role.DESK_EDITOR.value))
    file = tmp_path / "page.txt"
    file.write_text(TWO_STORIES, encoding="utf-8")
    return [str(file), "--publication=yanxi", "--date=2026-11-20", "--page=01", "--by=de"]


def environment():
    """The variables of a process that has the test database for its own."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{database['NAME']}"
    else:
        url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
    return os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "newsroom.settings"}


def start(*words):
    return subprocess.run(
        [sys.executable, *words],
        cwd=settings.BASE_DIR,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )


def counts():
    return [model.objects.count() for model in MODELS]


def undisturbed(arguments):
    done = start("manage.py", "import_page", *arguments)
    assert done.returncode == 0, done.stderr
    return counts()


def test_an_import_killed_at_any_moment_leaves_nothing(arguments):
    codes = []
    for statement in (3, 8, 12, 16, 20, 24, 28, 32, 36, 40):
        done = start("-m", "tests.importing.killed", str(statement), "import_page", *arguments)
        codes.append(done.returncode)
        if done.returncode == KILLED:
            assert counts() == [0] * len(MODELS), statement
    # The last moments lie behind the end, so the others went through the whole of it.
    assert KILLED in codes
    whole = counts() if 0 in codes else undisturbed(arguments)
    assert whole[:4] == [1, 1, 1, 2]


def test_after_a_kill_the_same_import_makes_what_an_undisturbed_one_makes(arguments):
    done = start("-m", "tests.importing.killed", "25", "import_page", *arguments)
    assert done.returncode == KILLED
    assert undisturbed(arguments)[3] == 2
    assert sorted(Article.objects.values_list("number", flat=True))[0].endswith("-000001")


def test_two_imports_of_one_page_at_once_make_one_set_of_articles(arguments):
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(start, "manage.py", "import_page", *arguments) for _twice in range(2)]
        done = [job.result() for job in jobs]
    assert [process.returncode for process in done] == [0, 0], [p.stderr for p in done]
    assert counts()[:4] == [1, 1, 1, 2]
    assert sum("没有变化" in process.stdout for process in done) == 1
