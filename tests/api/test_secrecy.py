"""What is not published changes no list, however it is narrowed, ordered or gone through."""

import pytest

from articles.models import Article, Issue, Reporter, Section, Tag
from tests.public.test_secrecy import SECRET, _hidden, hiding  # noqa: F401


@pytest.fixture
def live_numbers(hiding):  # noqa: F811
    return set(Article.objects.published().values_list("number", flat=True))


def keys(model, **which):
    return model.objects.filter(**which).values_list("pk", flat=True)


def hidden_queries():
    """Every value by which what is hidden could be asked for."""
    yield from ({"reporter": pk} for pk in keys(Reporter, name__startswith=SECRET))
    yield from ({"section": pk} for pk in keys(Section, name__startswith=SECRET))
    yield from ({"tag": tag.name} for tag in Tag.objects.filter(name__startswith=SECRET))
    yield from ({"issue": pk} for pk in keys(Issue, date="2026-11-27"))
    yield {"since": "2026-11-27", "until": "2026-11-27", "kind": "brief"}
    yield from ({"q": word} for word in (SECRET, f"{SECRET}draftbody", f"{SECRET}note"))


@pytest.mark.parametrize("where", ["/api/articles/", "/api/publications/yanxi/articles/"])
def test_a_list_narrowed_to_what_is_hidden_is_one_of_nothing(live_numbers, client, where):
    nothing = client.get(where, {"tag": "没有这个"}).content
    found = {str(query): client.get(where, query).content for query in hidden_queries()}
    assert len(found) > 20
    assert {query for query, content in found.items() if content != nothing} == set()


def test_lists_of_all_kinds_hold_what_is_live_alone(live_numbers, walk):
    for query in (
        {},
        {"year": "2026"},
        {"kind": "news"},
        {"q": "第一段"},
        {"q": "第", "order": "newest"},
    ):
        assert {each["number"] for each in walk("/api/articles/", query)} == live_numbers
    assert [each["date"] for each in walk("/api/publications/yanxi/issues/")] == ["2026-11-20"]
    assert {each["name"] for each in walk("/api/people/")} == {"已刊甲人", "已刊乙人"}
    assert {each["name"] for each in walk("/api/tags/")} == {"已刊甲标签", "已刊乙标签"}
    assert walk("/api/people/", {"name": SECRET}) == walk("/api/tags/", {"name": SECRET}) == []


def test_a_person_or_tag_of_what_is_hidden_is_as_good_as_none(live_numbers, client):
    nothing = client.get("/api/people/999999/").content
    addresses = [f"/api/people/{pk}/" for pk in keys(Reporter, name__startswith=SECRET)]
    slugs = Tag.objects.filter(name__startswith=SECRET).values_list("slug", flat=True)
    addresses += [f"/api/tags/{slug}/" for slug in slugs]
    assert {client.get(address).content for address in addresses} == {nothing}


def test_a_hidden_page_or_issue_is_as_good_as_none(live_numbers, client):
    nothing = client.get("/api/publications/yanxi/issues/1999-01-01/").content
    for address in ("2026-11-27/", "2026-11-27/01/", "2026-11-20/02/", "2026-11-27.ninjs.json"):
        assert client.get(f"/api/publications/yanxi/issues/{address}").content == nothing


def test_no_cursor_tells_of_what_was_left_out(live_numbers, ask):
    assert ask("/api/articles/")["next"] is None
    assert ask("/api/articles/", {"q": "第一段"})["next"] is None
