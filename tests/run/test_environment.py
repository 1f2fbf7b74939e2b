"""./run makes its environment once, notices what changed, and repairs what is broken."""

import threading

import pytest


@pytest.fixture
def without_ensurepip(run, monkeypatch):
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)


def test_a_half_made_environment_is_repaired_and_then_left_alone(run, monkeypatch):
    run.PYTHON.parent.mkdir(parents=True)
    run.PYTHON.symlink_to("nowhere")
    run.ensure_environment(run.REQUIREMENTS)
    assert run.is_usable()
    monkeypatch.setattr(run, "install", pytest.fail)
    run.ensure_environment(run.REQUIREMENTS)


def test_changed_requirements_are_installed(run, monkeypatch):
    installed = []
    monkeypatch.setattr(run, "is_usable", lambda: True)
    monkeypatch.setattr(run, "install", lambda name: not installed.append(name))
    run.PYTHON.parent.mkdir(parents=True)
    run.PYTHON.touch()
    run.ensure_environment(run.REQUIREMENTS)
    (run.ROOT / run.REQUIREMENTS).write_text("# something\n")
    run.ensure_environment(run.REQUIREMENTS)
    run.ensure_environment(run.REQUIREMENTS)
    assert len(installed) == 2


def test_the_test_set_covers_the_running_set(run, monkeypatch):
    installed = []
    monkeypatch.setattr(run, "is_usable", lambda: True)
    monkeypatch.setattr(run, "install", lambda name: not installed.append(name))
    run.PYTHON.parent.mkdir(parents=True)
    run.PYTHON.touch()
    run.ensure_environment(run.DEV_REQUIREMENTS)
    run.ensure_environment(run.REQUIREMENTS)
    assert installed == [run.DEV_REQUIREMENTS]


def test_a_failed_installation_is_tried_once_more_in_a_new_environment(run, monkeypatch):
    made = []
    monkeypatch.setattr(run, "make_venv", lambda: made.append("made"))
    monkeypatch.setattr(run, "install", lambda name: False)
    with pytest.raises(SystemExit, match="pip"):
        run.ensure_environment(run.REQUIREMENTS)
    assert made == ["made", "made"]
    assert not run.stamp(run.REQUIREMENTS).exists()


@pytest.mark.usefixtures("without_ensurepip")
def test_without_venv_a_user_is_told_the_line_to_type(run, fake, monkeypatch):
    fake("apt-get")
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="sudo apt-get install -y python3-venv"):
        run.ensure_venv_module()
    assert fake.calls() == []


@pytest.mark.usefixtures("without_ensurepip")
def test_without_venv_root_installs_it(run, fake, monkeypatch):
    fake("apt-get")
    monkeypatch.setattr(run.os, "geteuid", lambda: 0)
    run.ensure_venv_module()
    (call,) = fake.calls()
    assert call.endswith("python3-venv")


@pytest.mark.usefixtures("without_ensurepip")
def test_an_image_without_package_lists_fetches_them(run, fake, monkeypatch):
    fake("apt-get", code=1)
    monkeypatch.setattr(run.os, "geteuid", lambda: 0)
    with pytest.raises(SystemExit, match="could not install"):
        run.ensure_venv_module()
    assert any("update" in call for call in fake.calls())


@pytest.mark.usefixtures("without_ensurepip")
def test_without_venv_and_apt_the_lack_is_named(run, fake):
    with pytest.raises(SystemExit, match="ensurepip"):
        run.ensure_venv_module()


def test_uv_is_used_where_it_is_found(run, fake):
    fake("uv")
    assert run.install(run.REQUIREMENTS)
    assert "pip install" in fake.calls()[0]


def test_two_at_once_take_turns(run):
    order = []

    def second():
        with run.one_at_a_time():
            order.append("second")

    with run.one_at_a_time():
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(timeout=0.3)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 6, 0)])
def test_an_old_python_is_told_what_is_needed(run, monkeypatch, version):
    monkeypatch.setattr(run.sys, "version_info", version)
    with pytest.raises(SystemExit, match=r"needs Python 3\.11"):
        run.main(["test"])


def test_an_unknown_command_is_answered_with_the_known_ones(run):
    with pytest.raises(SystemExit, match="bench"):
        run.main(["tset"])


def test_the_environment_is_named_by_python_and_packages(run, monkeypatch):
    before = run.fingerprint(run.REQUIREMENTS)
    monkeypatch.setattr(run.sys, "version", "3.99")
    assert run.fingerprint(run.REQUIREMENTS) != before


@pytest.mark.parametrize("answer", ["exit 1", "echo 3 7"], ids=["no pip", "another Python"])
def test_an_environment_that_cannot_install_is_useless(run, answer):
    run.PYTHON.parent.mkdir(parents=True)
    run.PYTHON.write_text(f"#!/bin/sh\n{answer}\n")
    run.PYTHON.chmod(0o755)
    assert not run.is_usable()
