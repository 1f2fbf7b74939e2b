"""The cast: named people, one or two of each role, and the smallest paper there is."""

import shutil
from datetime import date
from types import SimpleNamespace

import pytest
from django.conf import settings as site
from django.contrib.auth.models import Group, User
from django.utils import translation

from articles.models import Issue, Publication
from articles.roles import Role

# Fixtures that pytest finds by their names here.
from tests.databases import (  # noqa: F401
    django_db_modify_db_settings,
    django_db_setup,
    ground,
    places_of,
    without_statistics,
)

CAST = {
    "rui": Role.REPORTER,
    "qing": Role.REPORTER,
    "de": Role.DESK_EDITOR,
    "dan": Role.DESK_EDITOR,
    "pei": Role.PROOFREADER,
    "sun": Role.SECTION_HEAD,
    "shen": Role.SECTION_HEAD,
    "chen": Role.CHIEF_EDITOR,
    "cui": Role.CHIEF_EDITOR,
    "ao": Role.AUDITOR,
}

# What a test that asks a database has among its fixtures. Browser walks look at scripts and style.
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_addoption(parser):
    parser.addoption(
        "--database-only",
        action="store_true",
        help="leave out what has passed beside another database and comes out the same here",
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--database-only"):
        config.hook.pytest_deselected(items=[item for item in items if not _asks_a_database(item)])
        items[:] = [item for item in items if _asks_a_database(item)]


def _asks_a_database(item):
    if any(item.get_closest_marker(name) for name in ("browser", "once")):
        return False
    return item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(item.fixturenames)


def pytest_configure():
    # The plain files, even where a site was served from this checkout and its files collected.
    site.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    # A page kept from one test would show in the next.
    site.CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    # All tests search from one network.
    site.SEARCHES_A_MINUTE = 0


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path, request):
    """No test writes where a site keeps its files."""
    if "ground" in request.fixturenames:
        shutil.copytree(request.getfixturevalue("ground").files, tmp_path, dirs_exist_ok=True)
    for name, value in places_of(tmp_path).items():
        setattr(settings, name, value)


@pytest.fixture(autouse=True)
def _own_language():
    """A request leaves its language with the thread; the next test begins in the site's own."""
    with translation.override(site.LANGUAGE_CODE):
        yield


@pytest.fixture
def cast(db):
    return gather()


def gather():
    """The cast as people in the database, by name."""
    people = {}
    for name, role in CAST.items():
        people[name] = User.objects.create_user(name, password=None, is_staff=role != Role.REPORTER)
        people[name].groups.add(Group.objects.get(name=role.value))
    people["root"] = User.objects.create_superuser("root", password=None)
    return SimpleNamespace(**people)


@pytest.fixture
def publication(db):
    return Publication.objects.create(name="砚溪日报", slug="yanxi")


@pytest.fixture
def issue(publication):
    return Issue.objects.create(publication=publication, date=date(2026, 11, 20), number=4321)


@pytest.fixture(scope="module")
def standing(ground):  # noqa: F811
    """Cast, publication and issue, built once for a module whose tests all roll back."""
    with ground.building():
        paper = Publication.objects.create(name="砚溪日报", slug="yanxi")
        day = Issue.objects.create(publication=paper, date=date(2026, 11, 20), number=4321)
        return SimpleNamespace(cast=gather(), publication=paper, issue=day)
