"""What goes wrong before a page is looked for is said in the reader's language."""

import pytest
from django.db import OperationalError

from articles.public import caching

ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def away(client, monkeypatch):
    """The database does not answer."""

    def fail(*_asked, **_more):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(caching, "validators_of", fail)
    client.raise_request_exception = False


@pytest.mark.parametrize(
    ("headers", "language", "sentence"),
    [({}, "zh-hans", "数据库没有响应"), (ENGLISH, "en", "The database does not answer.")],
)
def test_that_the_database_is_away(away, client, headers, language, sentence):
    answer = client.get("/yanxi/", headers=headers)
    assert (answer.status_code, answer["Retry-After"]) == (503, "300")
    assert f'<html lang="{language}">' in answer.text
    assert sentence in answer.text


def test_who_only_reads_is_not_told_that_nothing_was_saved(away, client):
    assert "saved" not in client.get("/yanxi/", headers=ENGLISH).text
    assert "保存" not in client.get("/yanxi/").text


def test_that_the_host_is_not_ours(client, db):
    answer = client.get("/yanxi/", headers=ENGLISH | {"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert '<html lang="en">' in answer.text
    assert "This request could not be understood" in answer.text
