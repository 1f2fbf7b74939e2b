"""The floors of the house: what may import what, read from the syntax trees."""

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter

import pytest

from tests.source import ROOT, functions, imports, module_of, name, python_files, tree

# The most precise prefix counts. A new module must be given its floor here.
FLOORS = {
    "articles": 0,
    "articles.records": 0,
    "articles.parsing": 1,
    "articles.formats": 1,
    "articles.texts": 1,
    "articles.checks": 1,
    "articles.epaper.facsimile": 1,
    "articles.files.filenames": 1,
    "articles.files.zips": 1,
    "articles.sandbox.docx_errors": 1,
    "articles.sandbox.docx_work": 1,
    "articles.sandbox.ocr_work": 1,
    "articles.sandbox.pdf_work": 1,
    "articles.logins": 2,
    "articles.models": 2,
    "articles.clocks": 2,
    "articles.converters": 2,
    "articles.questions": 2,
    "articles.faults": 2,
    "articles.turns": 2,
    "articles.refusals": 2,
    "articles.roles": 2,
    "articles.sentences": 2,
    "articles.triggers": 2,
    "articles.years": 2,
    "articles.attempts": 3,
    "articles.handovers": 3,
    "articles.bylines": 3,
    "articles.demo": 3,
    "articles.exporting": 3,
    "articles.epaper": 3,
    "articles.files": 3,
    "articles.images": 3,
    "articles.intake": 3,
    "articles.jobs": 3,
    "articles.labelling": 3,
    "articles.review": 3,
    "articles.sandbox": 3,
    "articles.search": 3,
    "articles.workflow": 3,
    "articles.writing": 3,
    "articles.entrance": 4,
    "articles.gate": 4,
    "articles.pace": 4,
    "articles.admin": 4,
    "articles.api": 4,
    "articles.desk": 4,
    "articles.public": 4,
    "articles.management": 4,
    "articles.templatetags": 4,
    "articles.apps": 4,
    "newsroom": 5,
    "newsroom.sqlite3": 5,
}
PURE = tuple(
    f"articles.{name}"
    for name in ("records parsing formats texts checks files.filenames files.zips").split()
)
DOORS = (
    "articles.admin",
    "articles.desk",
    "articles.public",
    "articles.api",
    "articles.management",
)
# Rooms of one floor that have no door between them.
APART = [("articles.parsing", "articles.formats"), ("articles.models", "articles.parsing")]
STATUS_WRITER = "articles/workflow/moving.py"

CODE = python_files("articles", "newsroom")


def is_in(module, room):
    return module == room or module.startswith(f"{room}.")


def room_of(module, rooms):
    found = [room for room in rooms if is_in(module, room)]
    return max(found, key=len, default=None)


def ours(path):
    return [
        module for module in imports(path) if module.partition(".")[0] in ("articles", "newsroom")
    ]


def test_every_module_of_the_app_has_its_floor():
    rooms = set(FLOORS) - {"articles"}
    homeless = [name(path) for path in CODE if not room_of(module_of(path), rooms)]
    assert homeless == ["articles/__init__.py"]


def test_imports_go_downward():
    upward = [
        f"{name(path)}: {module}"
        for path in CODE
        for module in ours(path)
        if FLOORS[room_of(module, FLOORS)] > FLOORS[room_of(module_of(path), FLOORS)]
    ]
    assert upward == []


def test_doors_do_not_import_each_other():
    others = [
        f"{name(path)}: {module}"
        for path in CODE
        if (home := room_of(module_of(path), DOORS))
        for module in ours(path)
        if room_of(module, DOORS) not in (home, None)
    ]
    assert others == []


@pytest.mark.parametrize(("one", "other"), [*APART, *[pair[::-1] for pair in APART]])
def test_rooms_that_stand_apart(one, other):
    between = [
        (name(path), module)
        for path in CODE
        if is_in(module_of(path), one)
        for module in ours(path)
        if is_in(module, other)
    ]
    assert between == []


def test_pure_code_knows_no_framework():
    known = {*sys.stdlib_module_names, "articles", "borax", "nh3", "pypdfium2"}
    foreign = [
        f"{name(path)}: {module}"
        for path in CODE
        if room_of(module_of(path), PURE)
        for module in imports(path)
        if module.partition(".")[0] not in known
    ]
    assert foreign == []


def test_the_parser_runs_without_django():
    check = (
        "import sys; import articles.parsing.__main__; "
        "sys.exit(any(name.partition('.')[0] == 'django' for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, env={}, check=False)
    assert done.returncode == 0


def test_the_app_itself_is_empty():
    assert (ROOT / "articles" / "__init__.py").read_bytes() == b""


def test_imports_stand_at_the_top_of_the_file():
    inner = [
        f"{name(path)}:{node.lineno}"
        for path in CODE
        for function in functions(path)
        # An app config is loaded before the models may be.
        if (path.name, function.name) != ("apps.py", "ready")
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inner == []


def test_status_is_written_in_the_workflow_alone():
    written = {
        name(path)
        for path in CODE
        for node in ast.walk(tree(path))
        if _assigns_status(node) or _passes_status(node)
    }
    assert written == {STATUS_WRITER}


def _assigns_status(node):
    if isinstance(node, ast.Attribute):
        return node.attr == "status" and isinstance(node.ctx, ast.Store)
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "setattr"
        and "status" in [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
    )


def _passes_status(node):
    """Article(status=…), .create(status=…), .update(status=…) and their like."""
    if not isinstance(node, ast.Call):
        return False
    called = (
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    )
    writers = {"Article", "create", "update", "get_or_create", "update_or_create", "bulk_update"}
    return called in writers and any(keyword.arg == "status" for keyword in node.keywords)


def test_the_plan_of_the_house_names_every_room_with_its_floor():
    plan = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d) \| `([\w/]+)/` \|", plan, re.MULTILINE)
    shown = {room: int(floor) for floor, room in rows}
    rooms = {name(path.parent) for path in CODE if path.name == "__init__.py"}
    rooms = {room for room in rooms if room.count("/") == 1} | {"newsroom"}
    assert shown == {room: FLOORS[room.replace("/", ".")] for room in rooms}


def _leanings(house):
    """{room: the rooms beside it in the same house that its files import}."""
    rooms = {module_of(path.parent) for path in CODE if path.name == "__init__.py"}
    beside = [room for room in rooms if room.rpartition(".")[0] == house]
    leanings = {room: set() for room in beside}
    for path in CODE:
        if home := room_of(module_of(path), beside):
            leanings[home] |= {room_of(module, beside) for module in ours(path)} - {home, None}
    return leanings


@pytest.mark.parametrize("house", ["articles", "articles.parsing", "articles.admin"])
def test_rooms_beside_each_other_lean_one_way(house):
    TopologicalSorter(_leanings(house)).prepare()
