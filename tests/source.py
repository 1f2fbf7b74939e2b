"""The repository as text: its files, its Python as syntax trees, for tests about the house."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What work leaves behind; nobody commits it.
NOT_OURS = {".git", ".venv", "var", "build", "__pycache__", "node_modules"}
CACHES = ("_cache", ".hypothesis")


def files(*suffixes, under=""):
    """Every file of the repository, or those with one of the suffixes, in order."""
    return [
        path
        for path in sorted((ROOT / under).rglob("*"))
        if path.is_file() and _is_ours(path) and (not suffixes or path.suffix in suffixes)
    ]


def _is_ours(path):
    parts = path.relative_to(ROOT).parts
    return not any(part in NOT_OURS or part.endswith(CACHES) for part in parts)


def name(path):
    return path.relative_to(ROOT).as_posix()


def python_files(*folders):
    """Python of the given folders, migrations left out: Django writes those."""
    found = [path for folder in folders for path in files(".py", under=folder)]
    return [path for path in found if "migrations" not in path.parts]


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def module_of(path):
    """articles/models/page.py → articles.models.page"""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path):
    """The full names of all that a file imports: `from a import b` gives a.b."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            source = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{source}.{alias.name}" for alias in node.names)


def functions(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
