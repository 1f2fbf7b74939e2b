"""An archive import that is killed, stopped or divided ends as an undisturbed one does."""

import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User

from articles.models import Article, Event, Issue, Page, Publication, Reporter, Version
from articles.roles import Role, sync_roles
from tests.archives.test_archives import LAYOUT, write
from tests.importing.test_processes import KILLED, environment, start

pytestmark = pytest.mark.once

MODELS = (Issue, Page, Article, Version, Event, Reporter)


@pytest.fixture
def words(transactional_db, tmp_path):
    sync_roles(None)
    Publication.objects.create(name="砚溪日报", slug="yanxi")
    User.objects.create_user("de").groups.add(Group.objects.get(name=Role.DESK_EDITOR.value))
    folder = write(tmp_path / "archive", LAYOUT)
    report = f"--report={tmp_path / 'report.csv'}"
    return ["import_archive", str(folder), "--publication=yanxi", "--by=de", report]


def facts():
    texts = Version.objects.order_by("sha256").values_list("sha256", flat=True)
    places = Page.objects.values_list("issue__date", "label", "sequence")
    return [model.objects.count() for model in MODELS], list(texts), sorted(places)


def is_sound():
    """Every page has its two articles, each with its version and event."""
    pages = Page.objects.filter(imported_at__isnull=False).count()
    found = [model.objects.count() for model in (Article, Version, Event)]
    return Page.objects.count() == pages and found == [pages * 2] * 3


def test_killed_again_and_again_it_ends_as_undisturbed(words):
    for statement in (9, 30, 47, 60, 75, 90):
        done = start("-m", "tests.importing.killed", str(statement), *words)
        assert done.returncode == KILLED, done.stderr
        assert is_sound()
    assert start("manage.py", *words).returncode == 0
    counts, texts, places = facts()
    assert counts[:4] == [4, 6, 12, 12]
    assert [place[1:] for place in places][-2:] == [("A01", 1), ("A03", 2)]
    assert len(set(texts)) == 12


def test_several_processes_make_what_one_makes(words):
    done = start("manage.py", *words, "--processes=3")
    assert done.returncode == 0, done.stderr
    assert facts()[0][:4] == [4, 6, 12, 12]
    assert is_sound()
    again = start("manage.py", *words, "--processes=2")
    assert again.returncode == 0, again.stderr
    assert facts()[0][:4] == [4, 6, 12, 12]


def test_a_report_that_cannot_be_written_stops_all_processes_with_a_sentence(words):
    done = start("manage.py", *words[:-1], "--processes=2", "--report=/dev/full")
    assert done.returncode == 1
    assert "磁盘已满" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert is_sound()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("processes", [1, 2])
def test_it_stops_when_asked_and_goes_on(words, number, processes):
    process = subprocess.Popen(
        [sys.executable, "manage.py", *words, f"--processes={processes}"],
        cwd=settings.BASE_DIR,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(1.5)
    process.send_signal(number)
    assert process.wait(timeout=60) in (0, 1, -number)
    assert is_sound()
    done = start("manage.py", *words)
    assert done.returncode == 0, done.stderr
    assert facts()[0][:4] == [4, 6, 12, 12]
