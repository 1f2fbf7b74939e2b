"""Rules of the house that a reader of the code may rely on."""

import ast
import re

from tests.source import ROOT, files, functions, name, python_files, tree

CODE = [*python_files("articles", "newsroom", "tests"), ROOT / "run"]
PRODUCT = python_files("articles", "newsroom")
TEMPLATES = files(".html")
FILE_LINES = 400
FUNCTION_LINES = 40
# Longer on purpose: "file:function": why.
LONGER = {}

BINARY = {".png", ".webp", ".jpg", ".mo", ".ico", ".woff2", ".pdf", ".zip", ".docx"}
# Put together here, so that this file does not hold them itself.
STRANGERS = re.compile(
    "|".join(
        [
            "/" + "work/",
            "/" + "tmp/" + "team",
            "/" + r"home/\w",
            "/" + "root/",
            "/" + "opt/",
            "pypi" + r"\.org",
            "python" + "hosted",
            "npm" + r"js\.",
            "--" + "index-url",
            "find" + "-links",
        ]
    )
)


def lines_with(pattern, paths):
    """file:line of every place where the pattern is found."""
    found = []
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in re.finditer(pattern, text):
            found.append(f"{name(path)}:{text.count(chr(10), 0, match.start()) + 1}")
    return found


def test_a_file_is_not_too_long_to_read():
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in CODE}
    assert {file: lines for file, lines in lengths.items() if lines > FILE_LINES} == {}


def test_a_function_fits_on_a_screen():
    lengths = {
        f"{name(path)}:{function.name}": function.end_lineno - function.lineno + 1
        for path in CODE
        for function in functions(path)
    }
    long = {place: lines for place, lines in lengths.items() if lines > FUNCTION_LINES}
    assert long.keys() - LONGER.keys() == set()


def test_a_file_says_what_it_is():
    silent = [
        name(path)
        for path in CODE
        if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree(path))
    ]
    assert silent == []


def test_errors_are_caught_by_their_name():
    broad = [
        f"{name(path)}:{node.lineno}"
        for path in CODE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and {"bare", "Exception", "BaseException"} & set(_caught(node))
    ]
    assert broad == []


def _caught(handler):
    if handler.type is None:
        return ["bare"]
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return [getattr(kind, "id", getattr(kind, "attr", "")) for kind in kinds]


def test_nothing_is_declared_safe_html():
    """But JSON with its own escapes: HTML's would not be undone inside a script element."""
    unsafe = r"\bmark_safe\b|\bSafeString\b|@html_safe|\.extra\(|\bRawSQL\b"
    json = ROOT / "articles" / "templatetags" / "linked_data.py"
    assert lines_with(unsafe, [path for path in PRODUCT if path != json]) == []


def test_templates_leave_escaping_on():
    assert lines_with(r"\|\s*safe\b|safeseq|autoescape\s+off", TEMPLATES) == []


def test_templates_name_every_endblock():
    assert lines_with(r"{%-?\s*endblock\s*-?%}", TEMPLATES) == []


def test_templates_keep_to_the_content_security_policy():
    inline = re.compile(
        r"""<style\b | \sstyle\s*= | <script\b(?![^>]*\bsrc=) | \son[a-z]+\s*= | javascript:
        | \b(?:src|action)\s*=\s*["'](?:https?:)?//""",
        re.VERBOSE | re.IGNORECASE,
    )
    assert lines_with(inline, TEMPLATES) == []


def test_tables_for_spreadsheets_are_written_where_cells_are_guarded():
    """By csv_bytes; the report of an import writes its rows one by one, each through cell()."""
    writers = lines_with(r"csv\.(?:writer|DictWriter)\(", PRODUCT)
    assert {place.partition(":")[0] for place in writers} == {
        "articles/intake/import_report.py",
        "articles/texts/spreadsheets.py",
    }


def test_stylesheets_ask_nobody_else():
    assert lines_with(r"@import|url\(\s*[\"']?(?:https?:)?//", files(".css")) == []


def test_no_file_names_a_machine_or_a_registry():
    texts = [path for path in files() if path.suffix not in BINARY]
    assert lines_with(STRANGERS, texts) == []


def test_no_merge_was_left_half_done():
    texts = [path for path in files() if path.suffix not in BINARY]
    assert lines_with(r"(?m)^(?:<{7}|>{7}) ", texts) == []


def test_migrations_say_what_they_change():
    names = [path.stem for path in files(".py", under="articles/migrations")]
    assert [stem for stem in names if "_auto_" in stem] == []
