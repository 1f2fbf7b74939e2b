"""`import_page`: the plan shown, the import made, and of bad input nothing but a sentence."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Issue, Page
from tests.importing.pages import TWO_STORIES


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "A03.txt"
    path.write_text(TWO_STORIES, encoding="utf-8")
    return path


@pytest.fixture
def run(publication, cast, file, capsys):
    """A function that runs the command and returns what it printed."""

    def run(path=file, **options):
        wanted = {"publication": "yanxi", "date": "2026-11-20", "page": "A03", "by": "de"}
        words = [f"--{name}={value}" for name, value in (wanted | options).items()]
        call_command("import_page", str(path), *(word.removesuffix("=True") for word in words))
        return capsys.readouterr().out

    return run


def counts():
    return [model.objects.count() for model in (Issue, Page, Article)]


def test_a_file_becomes_an_issue_a_page_and_articles(run, cast):
    printed = run(name="民生")
    assert "青禾坪小学新操场启用" in printed
    assert counts() == [1, 1, 2]
    page = Page.objects.get()
    assert (page.label, page.name, page.source_name) == ("A03", "民生", "A03.txt")
    assert page.imported_by == cast.de


def test_a_dry_run_shows_the_same_plan_and_writes_nothing(run):
    dry = run(**{"dry-run": True})
    assert counts() == [0, 0, 0]
    assert dry.splitlines()[:3] == run().splitlines()[:3]


def test_the_second_time_it_is_unchanged(run):
    run()
    printed = run(by="dan")
    assert "没有变化" in printed
    assert counts() == [1, 1, 2]


def test_of_a_page_on_which_nothing_was_found_it_is_not_said_that_it_was_imported(run, tmp_path):
    path = tmp_path / "bare.txt"
    path.write_text("甲\n", encoding="utf-8")
    printed = run(path)
    assert "没有读出稿件或图片" in printed
    assert "没有变化" not in printed


def test_gb18030_is_recognised(run, tmp_path):
    path = tmp_path / "gb.txt"
    path.write_bytes(TWO_STORIES.encode("gb18030"))
    assert "gb18030" in run(path).lower()
    assert Article.objects.filter(headline="县图书馆晚间延时开放").exists()


def test_another_text_for_the_same_page_is_refused(run, tmp_path):
    run()
    other = tmp_path / "other.txt"
    other.write_text(TWO_STORIES.replace("操场", "球场"), encoding="utf-8")
    with pytest.raises(CommandError):
        run(other)
    assert counts() == [1, 1, 2]


BAD_FILES = {
    "empty": b"",
    "blank": b"\n \n\xe3\x80\x80\n",
    "binary": bytes(range(256)) * 20,
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
    "too large": "字".encode() * 1_000_000,
}


@pytest.mark.parametrize("data", BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_gets_a_sentence_and_writes_nothing(data, run, tmp_path):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(CommandError) as refused:
        run(path)
    assert str(refused.value).endswith("。")
    assert counts() == [0, 0, 0]


@pytest.mark.parametrize(
    "options",
    [
        {"publication": "none"},
        {"by": "nobody"},
        {"by": "rui"},
        {"by": "root"},
        {"date": "20.11.2026"},
        {"date": "2026-02-30"},
        {"page": "../../etc"},
        {"page": ""},
        {"date": "0206-11-20"},
        {"sequence": "9" * 30},
        {"path": "/nowhere/page.txt"},
        {"path": "."},
    ],
    ids=lambda options: "-".join(options.values()),
)
def test_a_wrong_word_in_the_command_writes_nothing(options, run):
    with pytest.raises(CommandError):
        run(**options)
    assert counts() == [0, 0, 0]


def test_without_by_the_only_desk_editor_imports(run, cast):
    with pytest.raises(CommandError, match="--by"):
        call_command("import_page", "x.txt", publication="yanxi", date="2026-11-20", page="1")
    cast.dan.groups.clear()
    with pytest.raises(CommandError, match=r"x\.txt"):
        call_command("import_page", "x.txt", publication="yanxi", date="2026-11-20", page="1")
