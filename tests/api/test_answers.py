"""What programs are told: papers, issues, pages, articles, people and tags, all that is live."""

import json

import pytest

from articles.models import Article, Holiday, Section
from tests.builders import go, page_of
from tests.formats.test_ninjs import checked

ISSUE = "/api/publications/yanxi/issues/2026-11-20"


def of(article):
    return f"/api/publications/yanxi/articles/{article.number}"


def test_the_door_leads_to_everything(client, paper):
    for address in client.get("/api/").json().values():
        assert client.get(address).status_code == 200


def test_a_paper_tells_where_its_issues_and_articles_are(paper, ask, walk):
    [told] = walk("/api/publications/")
    assert told == ask("/api/publications/yanxi/")
    assert (told["name"], told["html_url"]) == ("砚溪日报", "http://testserver/yanxi/")
    assert [issue["date"] for issue in walk(told["issues_url"])] == ["2026-11-20", "2026-11-16"]
    assert len(walk(told["articles_url"])) == 6


def test_issues_are_asked_for_by_days(paper, walk):
    issues = "/api/publications/yanxi/issues/"
    assert [each["number"] for each in walk(issues, {"since": "2026-11-17"})] == [4321]
    assert [each["number"] for each in walk(issues, {"until": "2026-11-19"})] == [4317]
    assert walk(issues, {"since": "2026-11-17", "until": "2026-11-19"}) == []


def test_an_issue_tells_its_pages_and_what_each_of_them_prints(paper, ask):
    told = ask(f"{ISSUE}/")
    assert (told["issue"]["number"], told["issue"]["publication"]) == (4321, "yanxi")
    first, second = told["pages"]
    assert [first["label"], first["sequence"], second["label"]] == ["01", 1, "A02"]
    assert [region["number"] for region in first["regions"]] == [
        paper.lead.number,
        paper.last_of_first.number,
    ]
    assert ask(first["regions"][0]["url"])["number"] == paper.lead.number


def test_a_page_has_its_articles_whole(paper, ask):
    told = ask(f"{ISSUE}/01/")
    assert told["page"]["html_url"] == "http://testserver/yanxi/2026-11-20/01/"
    assert [each["headline"] for each in told["articles"]] == ["大桥通车", "民生headline"]
    assert told["articles"][0] == ask(of(paper.lead) + "/")


def test_an_article_is_told_whole(paper, ask):
    told = ask(of(paper.lead) + "/")
    assert (told["kicker"], told["headline"], told["deck"]) == (
        "民生kicker",
        "大桥通车",
        "民生deck",
    )
    assert told["body"][-1] == {"kind": "text", "lines": ["民生body"]}
    assert (told["printed"]["label"], told["printed"]["issue_number"]) == ("01", 4321)
    assert told["credits"][0]["html_url"].endswith(f"/people/{paper.reporter.pk}/")
    assert told["photos"][0]["image_url"].startswith("http://testserver/photos/")
    assert told["published_at"].endswith("+08:00")
    assert (told["version"], told["corrections"], told["section"]) == (1, [], None)


def test_a_person_and_a_tag_lead_to_their_articles(paper, ask, walk):
    [person], [tag] = walk("/api/people/"), walk("/api/tags/")
    assert person == ask(person["url"])
    assert tag == ask(tag["url"])
    assert len(walk("/api/articles/", {"reporter": person["id"]})) == 6
    assert len(walk("/api/articles/", {"tag": tag["name"]})) == 6
    assert walk("/api/people/", {"name": "民"}) == [person]
    assert walk("/api/tags/", {"name": "秋粮"}) == []


def test_an_article_as_ninjs_is_valid(paper, ask):
    told = checked(ask(of(paper.lead) + ".ninjs.json"))
    assert (told["pubStatus"], told["title"]) == ("usable", "大桥通车")
    whole = checked(ask(f"{ISSUE}.ninjs.json"))
    assert whole["associations"][0]["title"] == "大桥通车"


FILTERS = [
    ({"q": "大桥通车"}, 1),
    ({"q": "民生body"}, 6),
    ({"q": "民生body", "since": "2026-11-20", "until": "2026-11-20"}, 3),
    ({"since": "2026-11-20", "until": "2026-11-20"}, 3),
    ({"year": "2025"}, 0),
    ({"kind": "brief"}, 0),
    ({"kind": "news"}, 6),
    ({"tag": "民生标签", "q": "大桥通车"}, 1),
    ({"publication": "999"}, 0),
    ({"utm": "x"}, 6),
]


@pytest.mark.parametrize(("asked", "count"), FILTERS)
@pytest.mark.parametrize("where", ["/api/articles/", "/api/publications/yanxi/articles/"])
def test_articles_are_narrowed_as_readers_search(paper, walk, where, asked, count):
    assert len(walk(where, asked)) == count


def test_a_section_narrows_too(paper, walk):
    section = Section.objects.create(publication=paper.publication, name="县域")
    Article.objects.filter(pk=paper.lead.pk).update(section=section)
    [told] = walk("/api/articles/", {"section": section.pk})
    assert (told["section"]["name"], told["number"]) == ("县域", paper.lead.number)


def test_words_find_first_what_has_them_in_the_headline(paper, walk):
    found = walk("/api/articles/", {"q": "民生headline"})
    assert found[0]["headline"] == "民生headline"


def test_one_paper_s_list_has_none_of_another(paper, ask, walk):
    type(paper.publication).objects.create(name="砚溪晚报", slug="evening")
    for query in ({}, {"q": "民生"}):
        assert walk("/api/publications/evening/articles/", query) == []
    ask("/api/publications/nothing/articles/", {"q": "民生"}, status=404)


@pytest.fixture
def many(live, issue):
    for number in range(21):
        live("众", where=page_of(issue, f"{number + 10}"), headline=f"桥{number}")


@pytest.mark.parametrize("query", [{}, {"q": "众body"}, {"q": "众body", "order": "newest"}])
def test_a_long_list_goes_on_where_it_was_left_whatever_comes_out(many, live, ask, query):
    first = ask("/api/articles/", query)
    live("众", headline="又一座桥")
    second = ask(first["next"])
    numbers = [each["number"] for each in first["results"] + second["results"]]
    assert (len(first["results"]), len(numbers), len(set(numbers))) == (20, 21, 21)
    assert second["next"] is None


def test_what_is_withdrawn_between_two_pages_is_in_neither(many, cast, ask):
    first = ask("/api/articles/")
    last = Article.objects.order_by("published_at").first()
    go(last, "withdraw", cast.chen)
    assert ask(first["next"])["results"] == []


def test_one_moment_of_many_articles_parts_no_two_of_them(many, walk):
    moment = Article.objects.latest("published_at").published_at
    Article.objects.update(published_at=moment)
    assert len({each["number"] for each in walk("/api/articles/")}) == 21


def test_answers_are_read_by_anybody_and_set_no_cookie(client, paper):
    answer = client.get("/api/articles/")
    assert not answer.cookies
    assert answer["Cache-Control"] == "public, no-cache"
    assert "\\u" not in answer.text
    assert json.loads(answer.text)


def test_of_holidays_and_staff_nothing_is_told(paper, ask):
    Holiday.objects.create(publication=paper.publication, first="2026-11-17", last="2026-11-18")
    assert "孟青" not in str(ask(f"{ISSUE}/01/"))
