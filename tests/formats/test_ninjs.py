"""ninjs, against the fields that its standard has."""

import json
from pathlib import Path

import jsonschema
import pytest

from articles.formats import ninjs
from tests.formats import samples

pytestmark = pytest.mark.once

SITE = "https://yanxi.example"
SCHEMA = json.loads(Path(__file__).with_name("ninjs.schema.json").read_text(encoding="utf-8"))


def checked(told):
    """The answer as a machine reads it, valid by the schema."""
    read = json.loads(json.dumps(told, ensure_ascii=False))
    jsonschema.Draft202012Validator(SCHEMA).validate(read)
    return read


def roles(found):
    return {each["role"]: each["value"] for each in found}


def test_a_published_article_is_usable_with_all_of_its_parts():
    told = checked(ninjs.article(samples.article(), site=SITE))
    assert (told["pubStatus"], told["version"]) == ("usable", "1")
    assert told["uri"] == f"{SITE}/yanxi/2026-000123/"
    assert roles(told["headlines"]) == {"kicker": "引题", "main": "大桥通车", "deck": "副题"}
    assert [(each["name"], each["rel"]) for each in told["people"]] == [("甲乙", "reporter")]
    assert roles(told["altIds"])["page"] == "01"
    assert [each["name"] for each in told["subjects"]] == ["县域", "大桥"]
    assert told["infoSources"] == [{"name": "县融媒体中心", "role": "source"}]


def test_its_text_is_told_plain_and_with_its_form_and_nothing_in_it_is_markup():
    bodies = ninjs.article(samples.article(), site=SITE)["bodies"]
    plain, rich = (each["value"] for each in bodies)
    assert plain.splitlines()[1:3] == ["小标题", "编者按：<b>第二段</b>。"]
    assert "<h2>小标题</h2>" in rich
    assert "<blockquote><p>编者按：&lt;b&gt;第二段&lt;/b&gt;。</p></blockquote>" in rich


def test_a_photo_that_is_not_here_is_told_by_its_words_alone():
    shown, missing = checked(ninjs.article(samples.article(), site=SITE))["associations"]
    assert shown["renditions"][0]["href"] == f"{SITE}/photos/{'a' * 64}.jpg"
    assert "renditions" not in missing


def test_a_correction_is_a_new_version_with_its_note():
    told = samples.article(version=2, corrections=(samples.erratum(),))
    told = checked(ninjs.article(told, site=SITE))
    assert (told["version"], told["edNote"]) == ("2", "“东岸”应为“西岸”。")
    assert told["versionCreated"] > told["firstCreated"]


@pytest.mark.parametrize("is_retraction", [False, True])
def test_what_was_taken_back_is_canceled_and_has_no_text(is_retraction):
    told = samples.taken_back(is_retraction=is_retraction)
    told = checked(ninjs.taken_back(told, site=SITE))
    assert (told["pubStatus"], told["version"]) == ("canceled", "2")
    assert told["edNote"] == "因事实有误，本文已撤回。"
    assert not {"headlines", "bodies", "people", "title", "associations"} & told.keys()


def test_an_article_of_a_headline_alone_is_valid_too():
    bare = dict.fromkeys("kicker deck byline dateline source lead".split(), "")
    lists = dict.fromkeys("blocks credits photos tags".split(), ())
    checked(ninjs.article(samples.article(**bare, **lists, section=None, place=None), site=SITE))


def test_signs_that_no_machine_takes_are_left_out():
    told = checked(ninjs.article(samples.article(headline="大\x0b桥\ufffe"), site=SITE))
    assert told["title"] == "大桥"


def test_an_issue_is_a_composite_of_its_articles():
    articles = [samples.article(), samples.article(number="2026-000124")]
    told = checked(ninjs.issue(samples.ISSUE, articles, site=SITE))
    assert (told["type"], told["title"]) == ("composite", "砚溪日报 2026-11-20")
    assert [each["slugline"] for each in told["associations"]] == ["2026-000123", "2026-000124"]
    assert roles(told["altIds"]) == {"issue": "4321", "date": "2026-11-20"}
