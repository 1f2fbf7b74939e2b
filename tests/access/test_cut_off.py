"""Requests that are cut off on their way, as a server hands them on: nothing of them is kept."""

import gc
import tempfile
from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest

from articles.models import Autosave, Page
from newsroom.bodies import whole_bodies
from tests.builders import web_draft

TOKEN = "a" * 32
TEXT = "砚溪大桥今日通车，两岸百姓奔走相告。\n" * 300


@pytest.fixture
def post(db):
    """A function: (user, address, body, kind, declared length) → status, through WSGI."""
    handler = WSGIHandler()
    # Without the signals at whose sound connections of the database are closed.
    application = whole_bodies(lambda environ, _start: handler.get_response(WSGIRequest(environ)))

    def send(user, address, body, kind, length):
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "articles.roles.RosterBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": address,
            "CONTENT_TYPE": kind,
            "CONTENT_LENGTH": str(length),
            "HTTP_COOKIE": f"sessionid={session.session_key}; csrftoken={TOKEN}",
            "HTTP_X_CSRFTOKEN": TOKEN,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
        }
        return application(environ, None).status_code

    return send


def as_parts(fields):
    rows = (
        f'--X\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    return "".join([*rows, "--X--\r\n"]).encode(), "multipart/form-data; boundary=X"


def as_words(fields):
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def page_sent(publication):
    place = {"publication": publication.pk, "date": "2026-11-20", "label": "01", "name": ""}
    return {**place, "sequence": "", "text": TEXT}


ENCODINGS = pytest.mark.parametrize("encoded", [as_parts, as_words])


@ENCODINGS
def test_a_whole_page_is_taken_in(encoded, post, cast, publication):
    body, kind = encoded(page_sent(publication))
    assert post(cast.de, "/admin/articles/page/add/", body, kind, len(body)) == 302
    assert Page.objects.get().text == TEXT.rstrip("\n") + "\n"


@ENCODINGS
@pytest.mark.parametrize("part", [0.5, 0.9, 0.999])
def test_a_page_that_was_cut_off_is_not_taken_for_the_whole(encoded, part, post, cast, publication):
    body, kind = encoded(page_sent(publication))
    cut = body[: int(len(body) * part)]
    assert post(cast.de, "/admin/articles/page/add/", cut, kind, len(body)) == 400
    assert not Page.objects.exists()


def test_a_form_that_says_it_is_shorter_is_not_taken_for_the_whole(post, cast, publication):
    body, kind = as_parts(page_sent(publication))
    assert post(cast.de, "/admin/articles/page/add/", body, kind, len(body) // 2) == 400
    assert not Page.objects.exists()


@pytest.mark.parametrize("kind", ["multipart/form-data", "x; boundary", "; boundary*=utf-8''%FF"])
def test_an_odd_kind_of_content_is_no_fault(kind, post, cast):
    assert post(cast.de, "/admin/articles/page/add/", b"--X--", kind, 5) in (200, 400, 403)


@ENCODINGS
def test_what_was_kept_before_is_not_overwritten_by_half_of_it(encoded, post, cast, publication):
    article = web_draft(publication, cast.rui)
    address = f"/desk/{article.number}/keep/"
    window = "8c2a3f6e-0000-4000-8000-000000000001"
    body, kind = encoded({"window": window, "body": TEXT})
    assert post(cast.rui, address, body, kind, len(body)) == 200
    assert post(cast.rui, address, body[: len(body) // 2], kind, len(body)) == 400
    assert Autosave.objects.get().fields["body"] == TEXT


def test_a_file_that_was_cut_off_leaves_none_behind(
    post, cast, publication, settings, tmp_path, monkeypatch
):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    head = b'--X\r\nContent-Disposition: form-data; name="file"; filename="%d.txt"\r\n\r\n'
    body = b"".join(head % place + TEXT.encode() * 40 + b"\r\n" for place in range(2)) + b"--X--"
    before = set(tmp_path.iterdir())
    gc.disable()
    try:
        cut, kind = body[: int(len(body) * 0.9)], "multipart/form-data; boundary=X"
        assert post(cast.de, "/admin/articles/page/add/", cut, kind, len(body)) == 400
        assert set(tmp_path.iterdir()) == before
    finally:
        gc.enable()


@pytest.mark.parametrize("address", ["/login/", "/language/", "/admin/articles/page/add/"])
def test_files_of_strangers_are_thrown_away_as_they_come(address, client, cast):
    sent = {"file": SimpleUploadedFile("a.pdf", b"x" * 100)}
    assert not client.post(address, sent).wsgi_request.FILES
    client.force_login(cast.de)
    assert client.post(address, {"file": sent["file"]}).wsgi_request.FILES
