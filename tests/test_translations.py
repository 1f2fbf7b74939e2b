"""The Chinese catalogue: complete, compiled, and in step with what the code says."""

import ast
import gettext
import re
from pathlib import Path

import django
import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation.template import templatize

from articles.checks import SENTENCES
from articles.parsing import decoding
from articles.parsing.doubts import DOUBTS
from articles.parsing.pdf import errors
from articles.sandbox import docx_errors
from newsroom import wording
from tests.source import ROOT, files, name, python_files, tree

CATALOGUE = ROOT / "newsroom" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
OF_DJANGO = [
    each._kw["singular"] if hasattr(each, "_kw") else each
    for each in (*wording.ROOMS_SAY, *wording.FORMS_SAY, *wording.LOGINS_SAY)
]
# Which arguments of each call are words to translate, and which one the context.
CALLS = {
    "_": ([0], None),
    "gettext": ([0], None),
    "gettext_lazy": ([0], None),
    "gettext_noop": ([0], None),
    "ngettext": ([0, 1], None),
    "ngettext_lazy": ([0, 1], None),
    "pgettext": ([1], 0),
    "pgettext_lazy": ([1], 0),
    "npgettext": ([1, 2], 0),
    "npgettext_lazy": ([1, 2], 0),
}
LITERAL = r"""u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*\""""
CALL = re.compile(rf"\b(n?p?gettext)\(\s*({LITERAL})(?:\s*,\s*({LITERAL}))?(?:\s*,\s*({LITERAL}))?")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def entries(catalogue=CATALOGUE):
    """{(context, msgid): (msgid_plural, [translations], flags)}, read from the .po file."""
    found = {}
    for block in catalogue.read_text(encoding="utf-8").split("\n\n"):
        fields, flags = _fields(block)
        if fields.get("msgid"):
            texts = [text for field, text in fields.items() if field.startswith("msgstr")]
            key = (fields.get("msgctxt"), fields["msgid"])
            found[key] = (fields.get("msgid_plural"), texts, flags)
    return found


def _fields(block):
    fields, flags, field = {}, set(), ""
    for line in block.splitlines():
        if line.startswith("#,"):
            flags |= {flag.strip() for flag in line[2:].split(",")}
        elif match := re.match(r'(msg\w+(?:\[\d\])?) (".*")$', line):
            field = match[1]
            fields[field] = ast.literal_eval(match[2])
        elif line.startswith('"'):
            fields[field] += ast.literal_eval(line)
    return fields, flags


def in_python(path):
    """(context, msgid) of every marked string of a Python file."""
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called in CALLS and node.args:
            places, context = CALLS[called]
            word = node.args[places[0]]
            # A name or attribute stands for a string that is marked where it is written.
            if isinstance(word, ast.Constant):
                yield None if context is None else node.args[context].value, word.value


def in_template(path):
    """(context, msgid) of every marked string of a template."""
    for call, *words in CALL.findall(templatize(path.read_text(encoding="utf-8"))):
        words = [ast.literal_eval(word) for word in words if word]
        context = words.pop(0) if "p" in call.removesuffix("gettext") else None
        yield context, words[0]


@pytest.fixture(scope="module")
def catalogue():
    return entries()


def test_every_string_of_the_code_is_in_the_catalogue(catalogue):
    code = python_files("articles", "newsroom")
    strings = {(name(path), *key) for path in code for key in in_python(path)}
    assert {string for string in strings if string[1:] not in catalogue} == set()


def test_every_doubt_and_refusal_of_the_parser_is_in_the_catalogue(catalogue):
    sentences = [*DOUBTS.values(), *decoding.REFUSALS.values(), *errors.REFUSALS.values()]
    sentences += docx_errors.REFUSALS.values()
    assert {sentence for sentence in sentences if (None, sentence) not in catalogue} == set()


def test_every_finding_of_the_checks_is_in_the_catalogue(catalogue):
    sentences = {sentence for _severity, sentence in SENTENCES.values()}
    assert {sentence for sentence in sentences if (None, sentence) not in catalogue} == set()


def test_every_string_of_the_templates_is_in_the_catalogue(catalogue):
    templates = files(".html", ".txt", under="templates")
    strings = {(name(path), *key) for path in templates for key in in_template(path)}
    unknown = {string for string in strings if string[1:] not in catalogue}
    assert {string for string in unknown if not _is_djangos(*string[1:])} == set()


def _is_djangos(context, msgid):
    """Templates that extend the admin's share its words, translated by Django."""
    with translation.override("zh-hans"):
        found = translation.pgettext(context, msgid) if context else translation.gettext(msgid)
    return found != msgid


def test_every_string_has_its_translation(catalogue):
    missing = [key for key, (_plural, texts, _flags) in catalogue.items() if not all(texts)]
    assert missing == []


def test_no_translation_is_a_guess(catalogue):
    assert [key for key, (*_rest, flags) in catalogue.items() if "fuzzy" in flags] == []


def test_placeholders_survive_translation(catalogue):
    lost = [
        key
        for key, (plural, texts, _flags) in catalogue.items()
        for text in texts
        if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(plural or key[1]))
    ]
    assert lost == []


def test_the_compiled_catalogue_is_in_step(catalogue):
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = [
        (context, msgid)
        for (context, msgid), (plural, texts, _flags) in catalogue.items()
        if _compiled(compiled, context, msgid, plural) != texts[0]
    ]
    assert stale == []


def _compiled(compiled, context, msgid, plural):
    if plural:
        return compiled.ngettext(msgid, plural, 1)
    return compiled.pgettext(context, msgid) if context else compiled.gettext(msgid)


def test_words_of_django_that_the_catalogue_says_are_still_words_of_django():
    home = Path(django.__file__).parent
    places = [home / "conf", *(home / "contrib" / name for name in ("admin", "auth"))]
    known = {key for place in places for key in entries(place / "locale/en/LC_MESSAGES/django.po")}
    assert {(None, word) for word in OF_DJANGO if (None, word) not in known} == set()


def test_django_speaks_as_the_house_does():
    """Politely, and without the words of programmers."""
    with translation.override("zh-hans"):
        told = {word: translation.ngettext(word, word, 2) for word in OF_DJANGO}
        with pytest.raises(ValidationError) as refused:
            forms.CharField(max_length=3).clean("四个汉字")
    assert refused.value.messages == ["最多 3 个字，现有 4 个。"]
    assert {word: text for word, text in told.items() if re.search("你|变量|字段", text)} == {}


def test_a_login_is_called_by_one_word(catalogue):
    """账号, in rooms and guides, as the trade's own systems call it."""
    others = re.compile("用户名|登录名|登录账号|[帐账]户|帐号")
    texts = [text for _plural, texts, _flags in catalogue.values() for text in texts]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.zh.md")]
    assert [text for text in texts if others.search(text)] == []


def test_the_templates_reader_finds_all_kinds(tmp_path):
    template = tmp_path / "sample.html"
    template.write_text(
        '{% load i18n %}{% translate "One" %}{% translate "May" context "month" %}'
        "{% blocktranslate count n=n %}{{ n }} page{% plural %}{{ n }} pages{% endblocktranslate %}"
    )
    assert set(in_template(template)) == {(None, "One"), ("month", "May"), (None, "%(n)s page")}
