"""Gunicorn with two workers over a database of any size, and the load that is put on it."""

import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, perf_counter, sleep

from django.db import connection

from tests.source import ROOT

WORKERS = 2
CLIENTS = 4
PATIENCE = 60  # seconds


@dataclass
class Server:
    port: int
    process: subprocess.Popen

    def get(self, address, headers=None):
        """(status, headers) of one request, its body read."""
        asking = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            asking.request("GET", address, headers=headers or {})
            answer = asking.getresponse()
            answer.read()
            return answer.status, dict(answer.getheaders())
        finally:
            asking.close()

    def cpu(self):
        """Seconds that the workers, and the database's own processes, have worked so far."""
        return sum(map(_seconds, [*_children(self.process.pid), *_backends()]))


@contextmanager
def serving(**environment):
    """A server that answers, with the bench's addresses beside the site's."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "gunicorn", "tests.bench.wsgi", "--workers", str(WORKERS),
        "--bind", f"127.0.0.1:{port}", "--log-level", "warning",
    ]  # fmt: skip
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment)
    server = Server(port, process)
    try:
        end = monotonic() + PATIENCE
        while not _answers(server):
            if monotonic() > end or process.poll() is not None:
                raise SystemExit("gunicorn does not answer")
            sleep(0.2)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def load(server, addresses, requests, headers=None, status=200):
    """(CPU ms a request, requests a second, [ms, …] each took), the addresses in turn."""

    def one(number):
        start = perf_counter()
        found, _headers = server.get(addresses[number % len(addresses)], headers)
        assert found == status, f"{addresses[number % len(addresses)]}: {found}"
        return (perf_counter() - start) * 1000

    cpu, wall = server.cpu(), perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        took = sorted(clients.map(one, range(requests)))
    wall = perf_counter() - wall
    return (server.cpu() - cpu) * 1000 / requests, requests / wall, took


def _answers(server):
    try:
        return server.get("/floor/bare/")[0] == 200
    except OSError:
        return False


def _stat(pid):
    """(name, fields after it) of a process, or None once it is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return None
    name, _bracket, rest = text.partition("(")[2].rpartition(")")
    return name, rest.split()


def _seconds(pid):
    """The processor's time of a process, which has one thread, to the nanosecond."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
    except FileNotFoundError:
        return 0


def _children(parent):
    return [pid for pid in _pids() if (found := _stat(pid)) and found[1][1] == str(parent)]


def _backends():
    """PostgreSQL's processes that work for this database."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
        return [pid for (pid,) in cursor.fetchall()]


def _pids():
    return [entry.name for entry in Path("/proc").iterdir() if entry.name.isdigit()]
