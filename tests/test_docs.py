"""The documents tell the truth: every command, setting, file and package they name exists."""

import importlib.util
import re

import pytest
from django.core.management import get_commands, load_command_class

from articles.demo.logins import LOGINS
from articles.demo.scenario import read_scenario
from tests.run import front_door
from tests.source import ROOT, files, name, python_files

DOCS = [ROOT / "README.md", *files(".md", under="docs")]
VARIABLE = re.compile(r"\b(?:NEWSROOM_[A-Z_]*[A-Z]|(?:TEST_)?DATABASE_URL)\b")
each_document = pytest.mark.parametrize("path", DOCS, ids=name)


def words_in(pattern, path):
    return set(re.findall(pattern, path.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def run():
    return front_door()


@each_document
def test_every_run_command_exists(path, run):
    named = words_in(r"\./run +([a-z]+)", path)
    assert named <= {"test", *run.TOOLS}


def test_run_explains_every_command_it_has(run):
    assert set(re.findall(r"\./run ([a-z]+)", run.USAGE)) == {"test", *run.TOOLS}


@each_document
def test_every_management_command_exists(path):
    named = words_in(r"(?:\./run manage|manage\.py) +([a-z_]+)", path)
    assert named <= set(get_commands())


@each_document
def test_every_option_is_one_of_its_command(path):
    text = path.read_text(encoding="utf-8")
    for command, words in re.findall(r"(?:\./run manage|manage\.py) +([a-z_]+)([^`\n]*)", text):
        made = load_command_class(get_commands()[command], command)
        known = made.create_parser("manage.py", command)
        options = {option for action in known._actions for option in action.option_strings}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", words)) <= options, command


@each_document
def test_every_paper_and_login_of_an_example_is_there_in_the_demo(path):
    """Who tries what stands there tries it with the demo."""
    papers = words_in(r"--publication (\w+)", path) | words_in(r"--page (\w+)/", path)
    assert papers <= {read_scenario().publication["slug"], "SLUG"}
    logins = {login.username for login in LOGINS}
    assert words_in(r"--by ([\w]+)", path) <= logins | {"LOGIN", "ANOTHER"}


@each_document
def test_every_variable_is_read_somewhere(path):
    code = [*python_files("newsroom", "articles"), *files(".py", under="tests"), ROOT / "run"]
    known = set().union(*(words_in(VARIABLE, file) for file in code if file.name != "test_docs.py"))
    assert words_in(VARIABLE, path) <= known


def test_every_setting_is_explained_to_operators():
    read = words_in(VARIABLE, ROOT / "newsroom" / "settings.py")
    assert read <= words_in(VARIABLE, ROOT / "docs" / "operators.md")


@each_document
def test_every_link_and_picture_leads_to_a_file(path):
    targets = words_in(r"\]\(([^)#:]+)\)", path)
    assert {target for target in targets if not (path.parent / target).exists()} == set()


@each_document
def test_every_module_that_is_run_exists(path):
    named = words_in(r"python -m (articles[\w.]*|tests[\w.]*)", path)
    assert {module for module in named if importlib.util.find_spec(module) is None} == set()


@pytest.mark.parametrize(
    "requirements", ["requirements.txt", "requirements-dev.txt", "requirements-extras.txt"]
)
def test_every_package_is_pinned_and_has_its_reason(requirements):
    lines = [
        line
        for line in (ROOT / requirements).read_text().splitlines()
        if line and not line.startswith(("-r", "#"))
    ]
    reasons = words_in(r"\| ([\w\[\],-]+) \|", ROOT / "docs" / "dependencies.md")
    assert {line.partition("==")[0] for line in lines} <= reasons
    assert [line for line in lines if not re.fullmatch(r"[\w\[\],.-]+==[\w.]+", line)] == []
