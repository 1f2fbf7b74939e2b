"""Workers killed at any moment, and several at once: a page comes in once or not at all."""

import random
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User

from articles.intake import batches
from articles.models import Article, Event, ImportBatch, ImportText, Page, Publication, Version
from articles.roles import Role, sync_roles
from tests.batches.pages import DAY, NAMES, files, incoming
from tests.importing.test_processes import KILLED, environment, start


@pytest.fixture
def editor(transactional_db):
    sync_roles(None)
    user = User.objects.create_user("de")
    user.groups.add(Group.objects.get(name=Role.DESK_EDITOR.value))
    return user


@pytest.fixture
def batch(editor):
    paper = Publication.objects.create(name="砚溪日报", slug="yanxi")
    made = batches.open_batch(paper, DAY, files=incoming(files(*NAMES)), by=editor)
    return ImportBatch.objects.get(pk=made.pk)


def states(batch):
    return list(batch.items.values_list("state", flat=True))


def work():
    done = start("manage.py", "work", "--once")
    assert done.returncode == 0, done.stderr


def is_sound(batch):
    """Every page is in with all that belongs to it, or not there at all."""
    imported = states(batch).count("imported")
    rows = [model.objects.count() for model in (Page, Article, Version, Event)]
    return rows == [imported, *[imported * 2] * 3]


def finish(batch, editor):
    """What a person would do after the worker's deaths: start one, try again what failed."""
    for _round in range(3):
        work()
        batches.retry(batch, by=editor)
        if "read" in states(batch):
            batches.let_in(batch, by=editor)
    assert states(batch) == ["imported"] * 3
    assert is_sound(batch)
    assert not ImportText.objects.exists()
    assert list(Page.objects.values_list("sequence", flat=True)) == [1, 2, 3]


def test_workers_killed_before_any_statement_import_each_page_once(batch, editor):
    work()
    batches.let_in(batch, by=editor)
    deaths = 0
    for statement in (6, 14, 20, 29, 37, 44, 52, 60, 66):
        done = start("-m", "tests.importing.killed", str(statement), "work", "--once")
        deaths += done.returncode == KILLED
        assert is_sound(batch), statement
    assert deaths >= 3
    finish(batch, editor)


def test_workers_killed_at_random_moments_import_each_page_once(batch, editor):
    moments = random.Random(4)
    for _kill in range(4):
        process = subprocess.Popen(
            [sys.executable, "manage.py", "work"],
            cwd=settings.BASE_DIR,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0.8, 2.5))
        process.kill()
        process.wait()
        if "read" in states(batch) and not {"waiting", "reading"} & set(states(batch)):
            batches.let_in(batch, by=editor)
        assert is_sound(batch)
    finish(batch, editor)


def test_two_workers_at_once_import_each_page_once(batch, editor):
    workers = [
        subprocess.Popen(
            [sys.executable, "manage.py", "work", "--once"],
            cwd=settings.BASE_DIR,
            env=environment(),
        )
        for _twice in range(2)
    ]
    assert [worker.wait(timeout=120) for worker in workers] == [0, 0]
    assert states(batch) == ["read"] * 3
    finish(batch, editor)
