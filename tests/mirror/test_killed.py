"""An export that is killed leaves no file under its name; the next one makes it whole."""

import pytest
from django.contrib.auth.models import Group

from articles.models import Issue, Publication
from articles.roles import Role, sync_roles
from tests.builders import page_of, print_article
from tests.conftest import gather
from tests.importing.test_processes import KILLED, start

pytestmark = pytest.mark.once


@pytest.fixture
def place(transactional_db, tmp_path):
    """Where the file goes; there is an issue of one page with two live articles."""
    sync_roles(None)
    assert Group.objects.filter(name=Role.CHIEF_EDITOR.value).exists()
    cast, paper = gather(), Publication.objects.create(name="砚溪日报", slug="yanxi")
    page = page_of(Issue.objects.create(publication=paper, date="2026-11-20"))
    for _each in range(2):
        print_article(cast, page, "published")
    return tmp_path / "out"


@pytest.mark.parametrize("kind", ["text", "mirror"])
def test_killed_at_several_moments_it_leaves_no_half_file(kind, place):
    words = ["export_issue", "yanxi", "2026-11-20", f"--as={kind}", f"--to={place}"]
    for moment in (4, 6, 8):
        done = start("-m", "tests.importing.killed", str(moment), *words)
        assert done.returncode == KILLED, done.stderr
        assert not place.exists()
    done = start("manage.py", *words)
    assert done.returncode == 0, done.stderr
    assert place.exists()
