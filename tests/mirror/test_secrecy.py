"""What readers do not see is in nothing that is carried away."""

import io
import zipfile

import pytest

from articles.exporting.choosing import Chosen
from articles.exporting.kinds import KINDS
from articles.models import Article, Issue
from tests.mirror.conftest import exported
from tests.public.test_secrecy import SECRET, hide_between


@pytest.fixture
def hidden(cast, publication, issue):
    return hide_between(cast, publication, issue)


@pytest.fixture(params=[True, False], ids=["site known", "site unknown"])
def _site(request, settings):
    settings.SITE_ADDRESS = "https://paper.example" if request.param else ""


def unpacked(kind, data):
    if KINDS[kind].content_type != "application/zip":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return b"\n".join(
            [*(name.encode() for name in found.namelist())]
            + [found.read(name) for name in found.namelist()]
        )


@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_hidden_shows_in_an_issue(kind, hidden, issue):
    text = unpacked(kind, exported(kind, Chosen.of(issue))).decode("utf-8", "replace")
    assert "已刊甲" in text
    assert SECRET not in text
    assert [number for number in hidden if number in text] == []


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS.values() if not kind.of_one_issue])
def test_nothing_hidden_shows_in_a_whole_paper(kind, hidden, publication):
    text = exported(kind, Chosen(publication)).decode()
    assert SECRET not in text
    assert [number for number in hidden if number in text] == []


def test_a_paper_is_carried_away_by_the_issues_that_readers_see(hidden, publication, issue):
    assert [each.issue for each in Chosen(publication).each_issue()] == [issue]
    assert Issue.objects.count() == 2
    assert Article.objects.count() > Chosen(publication).articles().count() == 2
