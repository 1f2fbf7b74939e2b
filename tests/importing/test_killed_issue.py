"""An issue of sixteen pages whose import is killed twenty times is the issue it would have been."""

import random

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command

from articles.models import Article, Event, Page, ParseRun, Publication, SearchPlace, Tag, Version
from articles.roles import Role, sync_roles
from tests.batches.pages import text
from tests.importing.test_processes import KILLED, start

pytestmark = pytest.mark.once

PAGES, ROUNDS, KILLS = 16, 4, 5


@pytest.fixture
def folder(transactional_db, tmp_path):
    """Sixteen pages; two papers that are to take them in."""
    sync_roles(None)
    User.objects.create_user("de").groups.add(Group.objects.get(name=Role.DESK_EDITOR.value))
    for slug in ("killed", "undisturbed"):
        Publication.objects.create(name=f"砚溪日报{slug}", slug=slug)
    for number in range(1, PAGES + 1):
        (tmp_path / f"{number:02d}.txt").write_bytes(text(number))
    return tmp_path


def words(folder, slug):
    return ["import_issue", str(folder), f"--publication={slug}", "--date=2026-11-20", "--by=de"]


def facts(slug):
    """All that an import makes, without the keys that the database gives."""
    articles = Article.objects.filter(page__issue__publication__slug=slug)
    pages = Page.objects.filter(issue__publication__slug=slug)
    ours = {"article__in": articles}
    return {
        "pages": sorted(pages.values_list("label", "sequence", "source_sha256")),
        "articles": sorted(articles.values_list("page__label", "headline", "body", "status")),
        "credits": sorted(articles.values_list("page__label", "credits__printed", "credits__role")),
        "tags": sorted(
            articles.exclude(taggings=None).values_list("page__label", "taggings__tag__name")
        ),
        "versions": Version.objects.filter(**ours).count(),
        "events": Event.objects.filter(**ours).count(),
        "runs": ParseRun.objects.filter(page__in=pages).count(),
    }


def is_whole(slug):
    """No page without its articles, no article without its version and its event."""
    found = facts(slug)
    return len(found["articles"]) == 2 * len(found["pages"]) == found["versions"] == found["events"]


def test_killed_at_twenty_moments_it_ends_as_undisturbed(folder):
    moments = random.Random(16)
    for _round in range(ROUNDS):
        fatal = ",".join(str(moments.randint(8, 60)) for _kill in range(KILLS))
        done = start("-m", "tests.importing.killed", fatal, *words(folder, "killed"))
        assert done.returncode == KILLED, done.stderr
        assert is_whole("killed"), fatal
    done = start("manage.py", *words(folder, "killed"))
    assert done.returncode == 0, done.stderr
    call_command(*words(folder, "undisturbed"))
    killed, undisturbed = facts("killed"), facts("undisturbed")
    assert len(undisturbed["pages"]) == PAGES
    assert killed == undisturbed
    assert not SearchPlace.objects.exists()  # readers find nothing of what nobody has published
    assert not Tag.objects.filter(taggings=None).exists()
