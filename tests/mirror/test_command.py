"""export_issue: a new file, or none; what cannot be is refused in a sentence."""

import json
import zipfile

import pytest
from django.core.management import CommandError, call_command

from articles.exporting.aside import written_aside
from articles.models import Article
from tests.builders import go

pytestmark = pytest.mark.usefixtures("paper")
DAY = "2026-11-20"


@pytest.fixture
def export(tmp_path):
    """export(words…, kind="text", to="a"): the place that was named."""

    def call(*words, kind="text", to="out", **options):
        place = tmp_path / to
        call_command("export_issue", *words, f"--as={kind}", f"--to={place}", **options)
        return place

    return call


def left_in(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != "media")


def test_an_issue_as_text(export, capsys):
    place = export("yanxi", DAY)
    assert place.read_text(encoding="utf-8").count("民生body") == 3
    assert str(place) in capsys.readouterr().out


def test_an_issue_as_a_mirror(export):
    with zipfile.ZipFile(export("yanxi", DAY, kind="mirror", to="a.zip")) as found:
        assert "index.html" in found.namelist()


def test_a_whole_paper_as_lines(export):
    lines = export("yanxi", kind="jsonl").read_text(encoding="utf-8").splitlines()
    assert len([json.loads(line) for line in lines]) == 6


def test_several_days_as_mirrors_are_a_file_each_in_a_folder(export):
    place = export("yanxi", "--until=2026-11-30", kind="mirror")
    assert sorted(path.name for path in place.iterdir()) == [
        "yanxi-2026-11-16.zip",
        "yanxi-2026-11-20.zip",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere", DAY], "没有名为"),
        (["yanxi", "2026-11-21"], "2026-11-21"),
        (["yanxi", "2026-11-27"], "2026-11-27"),
        (["yanxi", DAY, "--since=2026-11-01"], "只能"),
        (["yanxi", "--until=2020-01-01"], "读者"),
    ],
)
def test_what_cannot_be_is_refused(words, told, export, unseen_issue, tmp_path):
    with pytest.raises(CommandError, match=told):
        export(*words)
    assert not (tmp_path / "out").exists()


def test_what_is_there_is_left_alone(export, tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(CommandError, match="out"):
        export("yanxi", DAY)
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_that_is_not_there_is_told_in_a_sentence(export, tmp_path):
    with pytest.raises(CommandError, match="nowhere"):
        export("yanxi", DAY, to="nowhere/out")


def test_an_issue_taken_back_as_a_whole_is_no_issue_any_more(export, cast):
    for article in Article.objects.published().filter(page__issue__date=DAY):
        go(article, "withdraw", cast.chen)
    with pytest.raises(CommandError, match=DAY):
        export("yanxi", DAY)


def test_what_goes_wrong_in_the_middle_leaves_nothing(tmp_path):
    def write():
        with written_aside(tmp_path / "out") as file:
            file.write(b"half")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        write()
    assert left_in(tmp_path) == []
