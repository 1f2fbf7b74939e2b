"""The settings: nonsense stops the start by name, and a site on the internet passes the checks."""

import logging
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import environment as env
from tests.source import ROOT

PRODUCTION = {
    "NEWSROOM_HTTPS": "yes",
    "NEWSROOM_HOSTS": "paper.example",
    "NEWSROOM_ORIGINS": "https://paper.example",
    "NEWSROOM_SECRET_KEY": "a-long-key-of-many-different-characters-0123456789-for-this-test",
}


def test_a_fault_is_written_to_the_log(tmp_path):
    fault = "import django, logging; django.setup(); logging.getLogger('django.request').error('x')"
    names = {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "NEWSROOM_DATA_DIR": str(tmp_path)}
    command = [sys.executable, "-c", fault]
    told = subprocess.run(command, cwd=ROOT, env=os.environ | names, capture_output=True, text=True)
    assert "ERROR django.request: x" in told.stderr


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("1", True), ("NO", False), ("", True)])
def test_a_flag_is_yes_or_no(monkeypatch, word, value):
    monkeypatch.setenv("NEWSROOM_FLAG", word)
    assert env.flag("NEWSROOM_FLAG", default=True) is value


@pytest.mark.parametrize(
    "read",
    [
        lambda: env.flag("NEWSROOM_X", default=False),
        lambda: env.number("NEWSROOM_X", 1),
        lambda: env.database("NEWSROOM_X", "sqlite:///x"),
        lambda: env.choice("NEWSROOM_X", "one", ["one", "two"]),
        lambda: env.page_cache("NEWSROOM_X", "off", entries=1),
    ],
    ids=["flag", "number", "database", "choice", "page cache"],
)
def test_nonsense_is_refused_by_the_name_of_the_variable(monkeypatch, read):
    monkeypatch.setenv("NEWSROOM_X", "maybe")
    with pytest.raises(ImproperlyConfigured, match="NEWSROOM_X"):
        read()


@pytest.mark.parametrize("word", ["-1", "1.5", "٣", "0"])
def test_a_number_is_whole_and_large_enough(monkeypatch, word):
    monkeypatch.setenv("NEWSROOM_X", word)
    with pytest.raises(ImproperlyConfigured):
        env.number("NEWSROOM_X", 5, least=1)


def test_a_number_is_no_larger_than_makes_sense(monkeypatch):
    monkeypatch.setenv("NEWSROOM_X", "65536")
    with pytest.raises(ImproperlyConfigured, match="65535"):
        env.number("NEWSROOM_X", 25, most=65_535)


@pytest.mark.parametrize(
    "name", ["https://paper.example", "paper.example/", "paper.example:8000", "a b", "::1"]
)
def test_a_host_is_a_bare_name(monkeypatch, name):
    monkeypatch.setenv("NEWSROOM_X", f"localhost,{name}")
    with pytest.raises(ImproperlyConfigured, match="NEWSROOM_X"):
        env.hosts("NEWSROOM_X", "localhost")


def test_names_of_hosts_are_taken_as_they_are(monkeypatch):
    names = ["paper.example", ".paper.example", "127.0.0.1", "[::1]", "*"]
    monkeypatch.setenv("NEWSROOM_X", ",".join(names))
    assert env.hosts("NEWSROOM_X", "localhost") == names


@pytest.mark.parametrize(
    "address", ["paper.example", "ftp://paper.example", "https://", "https:/a"]
)
def test_an_address_begins_with_its_scheme(monkeypatch, address):
    monkeypatch.setenv("NEWSROOM_X", address)
    with pytest.raises(ImproperlyConfigured, match="NEWSROOM_X"):
        env.addresses("NEWSROOM_X")


def test_addresses_are_taken_without_a_last_slash(monkeypatch):
    monkeypatch.setenv(
        "NEWSROOM_X", "https://paper.example/,http://127.0.0.1:8000,https://*.a.example"
    )
    known = ["https://paper.example", "http://127.0.0.1:8000", "https://*.a.example"]
    assert env.addresses("NEWSROOM_X") == known
    monkeypatch.delenv("NEWSROOM_X")
    assert env.addresses("NEWSROOM_X") == []


@pytest.mark.parametrize(
    "url", ["postgres://", "postgres://ann@db.example:many/paper", "sqlite:", "sqlite://"]
)
def test_a_database_has_a_name_and_a_place_that_can_be(monkeypatch, url):
    """What django-environ makes of “sqlite:” is a database in memory, gone at the next start."""
    monkeypatch.setenv("NEWSROOM_X", url)
    with pytest.raises(ImproperlyConfigured, match="NEWSROOM_X"):
        env.database("NEWSROOM_X", "sqlite:///x")


def test_no_part_of_a_password_is_told(monkeypatch):
    monkeypatch.setenv("NEWSROOM_X", "postgres://ann:secret/word@db.example/paper")
    with pytest.raises(ImproperlyConfigured) as refused:
        env.database("NEWSROOM_X", "sqlite:///x")
    assert "secret" not in str(refused.value)


def test_a_data_folder_that_cannot_be_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    done = start("check", tmp_path=tmp_path / "file" / "data")
    assert done.returncode != 0
    assert "NEWSROOM_DATA_DIR" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "stages", ["first", "final,first", "final,final", "verify,final", "first,third,final", ","]
)
def test_a_track_of_reviews_keeps_its_order_and_ends_with_a_signature(monkeypatch, stages):
    monkeypatch.setenv("NEWSROOM_X", stages)
    with pytest.raises(ImproperlyConfigured, match="NEWSROOM_X"):
        env.track("NEWSROOM_X", "first,final", "first,second,final")


def test_a_track_may_leave_out_stages_before_the_signature(monkeypatch):
    monkeypatch.setenv("NEWSROOM_X", "second, final")
    assert env.track("NEWSROOM_X", "final", "first,second,final") == ["second", "final"]


def test_a_list_is_separated_by_commas(monkeypatch):
    monkeypatch.setenv("NEWSROOM_X", " a.example, b.example ,")
    assert env.words("NEWSROOM_X", "") == ["a.example", "b.example"]


def test_a_database_is_named_by_its_url(monkeypatch):
    monkeypatch.setenv("NEWSROOM_X", "postgres://ann@db.example:5433/paper")
    database = env.database("NEWSROOM_X", "sqlite:///x")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", 5433, "paper")


def test_the_secret_is_made_once_and_kept_from_others(tmp_path):
    file = tmp_path / "new" / "secret-key"
    first = env.secret("NEWSROOM_X", file)
    assert env.secret("NEWSROOM_X", file) == first
    assert len(first) > 50
    assert file.stat().st_mode & 0o077 == 0


def test_processes_that_start_together_agree_on_the_secret(tmp_path):
    code = "from newsroom.environment import secret; import sys, pathlib; " + (
        "print(secret('NEWSROOM_X', pathlib.Path(sys.argv[1]) / 'key'))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _turn in range(6)
    ]
    assert len({process.communicate()[0] for process in started}) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def start(*arguments, tmp_path, **environment):
    """A command in a process of its own, which reads the settings anew."""
    bare = {"PATH": os.environ["PATH"], "NEWSROOM_DATA_DIR": str(tmp_path), **environment}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)


def test_a_site_on_the_internet_passes_the_deployment_checks(tmp_path):
    done = start("check", "--deploy", "--fail-level=WARNING", tmp_path=tmp_path, **PRODUCTION)
    assert done.returncode == 0, done.stderr


def test_nonsense_stops_the_start(tmp_path):
    done = start("check", tmp_path=tmp_path, NEWSROOM_MAX_PAGE_BYTES="many")
    assert done.returncode != 0
    assert done.stderr.startswith("NEWSROOM_MAX_PAGE_BYTES='many': ")
    assert "Traceback" not in done.stderr


def test_a_database_that_is_away_is_a_sentence(tmp_path):
    away = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}
    done = start("publish_due", tmp_path=tmp_path, **away)
    assert done.returncode == 1
    assert done.stderr.startswith("The database: ")
    assert "Traceback" not in done.stderr
    assert "Traceback" in start("publish_due", "--traceback", tmp_path=tmp_path, **away).stderr


def test_the_demo_itself_never_shows_debug_pages(tmp_path):
    show = "from django.conf import settings; print(settings.DEBUG)"
    done = start("shell", "--no-imports", "-c", show, tmp_path=tmp_path)
    assert done.stdout.split()[-1] == "False"


def test_a_refused_request_is_one_line_of_the_log(client):
    (handler,) = [each for each in logging.getLogger().handlers if each.name == "stderr"]
    log = StringIO()
    before = handler.setStream(log)
    try:
        assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400
    finally:
        handler.setStream(before)
    assert "elsewhere.example" in log.getvalue()
    assert log.getvalue().count("\n") == 1
