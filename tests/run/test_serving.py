"""./run serves on one port, stops what it started, and says what went wrong."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from tests.source import ROOT

PATIENCE = 180  # seconds


@pytest.fixture
def taken():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield door.getsockname()[1]


@pytest.fixture
def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def test_a_taken_port_is_said_before_anything_is_done(run, taken):
    with pytest.raises(SystemExit, match="--port"):
        run.main(["--port", str(taken)])
    assert not run.VENV.exists()


@pytest.mark.parametrize("port", ["99999", "-5", "0"])
def test_a_port_that_cannot_be_is_refused(run, port):
    with pytest.raises(SystemExit, match="cannot be used"):
        run.main([f"--port={port}"])


def test_children_are_stopped(run):
    children = {"one": run.start([sys.executable, "-c", "import time; time.sleep(60)"])}
    run.stop(children)
    assert children["one"].returncode == -signal.SIGTERM


def test_a_child_that_ends_by_itself_ends_the_site(run):
    child = run.start([sys.executable, "-c", "raise SystemExit(3)"])
    child.wait()
    with pytest.raises(SystemExit, match=r"worker has stopped by itself \(3\)"):
        run.check_alive({"worker": child})


def test_a_worker_that_was_killed_is_followed_by_another(run, monkeypatch):
    class FollowedError(Exception):
        pass

    def follow():
        raise FollowedError

    monkeypatch.setattr(run, "start_worker", follow)
    killed = run.start([sys.executable, "-c", ""])
    killed.wait()
    with pytest.raises(SystemExit):  # it died at once
        run.watch({"worker": killed})
    monkeypatch.setattr(run, "WORKER_LIVES", -1)
    with pytest.raises(FollowedError):
        run.watch({"worker": killed})


@pytest.mark.sweep
@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="its demo is on SQLite, tried once")
def test_the_demo_starts_answers_and_stops(tmp_path, free_port):
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "NEWSROOM_DATA_DIR": str(tmp_path / "data"),
    }
    site = subprocess.Popen(
        [sys.executable, ROOT / "run", "--port", str(free_port)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        said = _read_until(site, "Ctrl-C")
        (address,) = re.findall(r"newspaper: +(http\S+)", said)
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert answer.status == 200
        assert len(_children(site.pid)) == 2
    finally:
        children = _children(site.pid)
        site.send_signal(signal.SIGTERM)
        assert site.wait(timeout=30) == 0
    assert not any(os.path.exists(f"/proc/{pid}") for pid in children)


def _read_until(site, word):
    said, deadline = "", time.monotonic() + PATIENCE
    while word not in said and time.monotonic() < deadline:
        line = site.stdout.readline()
        if not line:
            break
        said += line
    return said


def _children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        return children.read().split()
