"""./run as a module, at home in an empty folder."""

import pytest

from tests.run import front_door


@pytest.fixture
def run(tmp_path, monkeypatch):
    module = front_door()
    home = tmp_path / "checkout"
    home.mkdir()
    (home / "requirements.txt").write_text("# nothing\n")
    (home / "requirements-dev.txt").write_text("-r requirements.txt\n")
    monkeypatch.setattr(module, "ROOT", home)
    monkeypatch.setattr(module, "VENV", home / ".venv")
    monkeypatch.setattr(module, "PYTHON", home / ".venv" / "bin" / "python")
    return module


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Put a command on the PATH that writes its arguments down and ends as told."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    log = tmp_path / "calls"

    def make(name, code=0):
        command = folder / name
        command.write_text(f'#!/bin/sh\necho "{name} $*" >> {log}\nexit {code}\n')
        command.chmod(0o755)

    make.calls = lambda: log.read_text().splitlines() if log.exists() else []
    return make
