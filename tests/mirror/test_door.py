"""The editors' room in which an issue is taken away."""

import io
import zipfile

import pytest

from articles.exporting.choosing import Chosen
from articles.exporting.kinds import KINDS
from tests.mirror.conftest import exported


@pytest.fixture
def room(issue):
    return f"/admin/articles/issue/{issue.pk}/export/"


def test_the_issue_leads_there_and_it_says_how_much_readers_see(paper, cast, client, room, issue):
    client.force_login(cast.pei)
    assert f'href="{room}"' in client.get(f"/admin/articles/issue/{issue.pk}/change/").text
    page = client.get(room).text
    assert "3 篇" in page
    assert all(f'value="{name}"' in page for name in KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_is_a_file_to_keep(name, paper, cast, client, room, issue):
    client.force_login(cast.de)
    answer = client.post(room, {"kind": name})
    kept = f'attachment; filename="yanxi-2026-11-20{KINDS[name].suffix}"'
    assert answer.headers["Content-Disposition"] == kept
    assert b"".join(answer.streaming_content) == exported(name, Chosen.of(issue))


def test_the_mirror_is_a_whole_zip(paper, cast, client, room):
    client.force_login(cast.de)
    data = b"".join(client.post(room, {"kind": "mirror"}).streaming_content)
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_of_an_issue_that_nobody_sees_there_is_nothing_to_take(cast, client, unseen_issue):
    client.force_login(cast.de)
    address = f"/admin/articles/issue/{unseen_issue.pk}/export/"
    for answer in (client.get(address), client.post(address, {"kind": "text"})):
        assert answer.status_code == 200
        assert 'name="kind"' not in answer.text


def test_a_kind_that_there_is_not_is_not_found(paper, cast, client, room):
    client.force_login(cast.de)
    assert client.post(room, {"kind": "pdf"}).status_code == 404
