"""What is not published is nowhere: every public address is read, looking for its words."""

import re
from datetime import date, timedelta
from itertools import product
from urllib.parse import quote, unquote

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles.models import Article, Issue, OldAddress, Publication, Reporter, Section, Tag
from articles.workflow import correcting
from tests.builders import ROADS, WORDS, page_of
from tests.public.addresses import FORMS, MACHINES, all_addresses, names
from tests.public.conftest import kept_in, stamp_at_once, text_of
from tests.public.furnished import LATER, on_page, on_the_web
from tests.workflow.test_corrections import WORDS as CORRECTION

SECRET = "秘而未宣"
PRINT = [*ROADS["print"], *LATER]
WEB = [*ROADS["web"], *LATER]
HIDDEN = {"print": set(PRINT) - {"published"}, "web": set(WEB) - {"published"}}


@pytest.fixture
def hiding(db, _hidden):
    """{number: state}: one of every state between two live articles, some on pages of their own."""
    return _hidden


@pytest.fixture(scope="module")
def _hidden(ground, standing):
    with ground.building():
        stamp_at_once()
        return hide_between(standing.cast, standing.publication, standing.issue)


@pytest.fixture(scope="module")
def walked(ground, _hidden):
    """{address: (status, text, headers)} of every public address, as a reader gets them."""
    with ground.building():
        answers = {address: Client().get(address) for address in all_addresses()}
        return {
            address: (answer.status_code, text_of(answer), answer.headers)
            for address, answer in answers.items()
        }


def hide_between(cast, publication, issue):
    page = page_of(issue, "01", name="要闻")
    corrected = on_page(cast, page, "published", "已刊甲")
    words = {name: f"{SECRET}{name}" for name in ("wrong", "right", "note", "body")}
    correcting.open_correction(corrected, by=cast.dan, **CORRECTION | words)
    hidden = {}
    unseen_issue = Issue.objects.create(
        publication=publication, date=date(2026, 11, 27), number=4322
    )
    unseen_page = page_of(issue, "02", name=f"{SECRET}版")
    unseen_day = page_of(unseen_issue, "01", name=f"{SECRET}版")
    places = [(page, status) for status in sorted(HIDDEN["print"])]
    places += product((unseen_page, unseen_day), ("imported", "approved", "future"))
    for where, status in places:
        article = on_page(cast, where, status, f"{SECRET}{status}{where.pk}")
        hidden[article.number] = status
    for status in sorted(HIDDEN["web"]):
        hidden[on_the_web(cast, publication, status, f"{SECRET}{status}").number] = status
    on_page(cast, page, "published", "已刊乙")
    file_away(publication, hidden)
    return hidden


def file_away(publication, hidden):
    """Everything has a section and an old address; the hidden ones' section is a secret too."""
    sections = {
        is_hidden: Section.objects.create(publication=publication, name=name)
        for is_hidden, name in ((False, "已刊栏"), (True, f"{SECRET}栏"))
    }
    for article in Article.objects.all():
        section = sections[article.number in hidden]
        Article.objects.filter(pk=article.pk).update(section=section)
        OldAddress.objects.create(path=f"/old/{article.number}.htm", article=article)


def test_every_kind_of_address_is_walked():
    assert names() == {
        "home", "search", "reporter", "tag", "photo", "rendition", "face", "face_jpeg",
        "publication", "latest", "corrections", "issue", "page", "article", "article_photo",
        "stylesheets", "about", "photos", "section", "feeds", *MACHINES, *FORMS,
    }  # fmt: skip


def test_no_public_address_knows_what_is_unpublished(hiding, walked):
    assert [address for address, (_status, text, _) in walked.items() if SECRET in text] == []
    told = [
        (address, status)
        for address, (_status, text, _headers) in walked.items()
        for number, status in hiding.items()
        # What was canceled is named to who has it.
        if number in text and not address.endswith(f"{number}.ninjs.json")
    ]
    # Its statement stays, and leads to it.
    assert set(told) <= {("/yanxi/corrections/", "retracted")}


def test_the_walk_finds_what_is_published(walked):
    found = {address for address, (_, text, _) in walked.items() if "已刊乙headline" in text}
    kinds = [
        r"/feeds/yanxi\.(rss|atom|json)",
        r"/feeds/tags/.*",
        "/sitemap-news.xml",
        r"/",
        r"/\w+/[\d-]{10}/",
        r"/\w+/[\d-]{10}/01/",
        r"/\w+/[\d-]{11}/",
        r"/tags/.*",
        r"/api/articles/",
        r"/api/publications/yanxi/articles/[\d-]{11}/",
        r"/api/publications/yanxi/articles/[\d-]{11}\.ninjs\.json",
        r"/api/publications/yanxi/issues/[\d-]{10}/",
        r"/api/publications/yanxi/issues/[\d-]{10}/01/",
        r"/api/publications/yanxi/issues/[\d-]{10}\.ninjs\.json",
    ]
    missed = [kind for kind in kinds if not any(re.fullmatch(kind, each) for each in found)]
    assert missed == []


def test_readers_get_the_live_articles_and_nothing_else(hiding, walked):
    open_ones, gone = answered(walked, r"/yanxi/([\d-]{11})/")
    retracted = {number for number, status in hiding.items() if status == "retracted"}
    live = set(Article.objects.published().values_list("number", flat=True))
    assert open_ones == live | retracted
    assert gone == {number for number, status in hiding.items() if status == "withdrawn"}


def test_programs_get_the_live_articles_and_nothing_else(hiding, walked):
    live = set(Article.objects.published().values_list("number", flat=True))
    taken_back = {n for n, status in hiding.items() if status in ("withdrawn", "retracted")}
    for form in ("/", r"\.ninjs\.json"):
        found = answered(walked, rf"/api/publications/yanxi/articles/([\d-]{{11}}){form}")
        assert found == (live, taken_back)


def answered(walked, pattern):
    """(numbers of the articles that are there, of those that are gone)"""
    numbers = {
        found[1]: status
        for address, (status, _text, _headers) in walked.items()
        if (found := re.fullmatch(pattern, address))
    }
    return tuple({n for n, met in numbers.items() if met == status} for status in (200, 410))


def test_an_old_address_leads_to_what_is_live_alone(hiding, read, client):
    nothing = read("/old/none.htm")
    answers = {number: read(f"/old/{number}.htm") for number in hiding}
    assert [number for number, answer in answers.items() if answer != nothing] == []
    for number in Article.objects.published().values_list("number", flat=True):
        assert client.get(f"/old/{number}.htm").status_code == 301


def test_no_header_knows_what_is_unpublished(hiding, walked):
    told = [*hiding, SECRET, quote(SECRET)]
    found = [
        (address, name)
        for address, (_status, _text, headers) in walked.items()
        for name, value in headers.items()
        if any(word in value for word in told)
    ]
    assert found == []


def test_a_search_for_it_is_a_search_for_nothing(hiding, read):
    for data in ({"q": "{}"}, {"tag": "{}标签"}, {"q": "已刊", "tag": "{}标签"}):
        answers = [
            read("/search/", {name: text.format(word) for name, text in data.items()})
            for word in (f"{SECRET}draft", "无此一词abcde")
        ]
        plain = {
            (status, re.sub(f"{SECRET}draft|无此一词abcde", "", text)) for status, text in answers
        }
        assert len(plain) == 1


def test_counts_and_filters_are_those_of_the_live_ones(hiding, client):
    assert client.get("/search/", {"q": "第一段"}).context["answer"].total == 2
    listed = client.get("/search/", {"year": "2026"}).context["listing"]
    assert len(listed.lines) == 2


def test_neighbours_skip_it(hiding, client):
    first, last = Article.objects.published().order_by("pk")
    address = first.get_absolute_url()
    place = client.get(address).context["place"]
    assert (place.previous, place.next.number) == (None, last.number)
    assert [entry.number for entry in place.same_page] == [first.number, last.number]


def test_a_person_or_tag_without_live_articles_is_as_good_as_none(hiding, read):
    person = Reporter.objects.get(name=f"{SECRET}draft人")
    tag = Tag.objects.get(name=f"{SECRET}draft标签")
    nothing = read("/people/999999/")
    assert nothing[0] == 404
    assert read(person.get_absolute_url()) == read(tag.get_absolute_url()) == nothing
    assert read("/tags/没有这个/") == nothing


def test_unknown_unpublished_and_foreign_numbers_look_the_same(hiding, read):
    other = Publication.objects.create(name="砚溪晚报", slug="evening")
    article = Article.objects.published().first()
    nothing = read("/yanxi/2026-999999/")
    assert nothing[0] == 404
    assert read(f"/{other.slug}/{article.number}/") == nothing
    told = {"withdrawn", "retracted"}
    drafts = {number for number, status in hiding.items() if status not in told}
    assert {read(f"/yanxi/{number}/") for number in drafts} == {nothing}


def test_an_unpublished_issue_or_page_is_as_good_as_none(hiding, read):
    nothing = read("/yanxi/1999-01-01/")
    assert nothing[0] == 404
    for address in ("2026-11-27/", "2026-11-27/01/", "2026-11-20/02/", "2026-11-20/99/"):
        assert read(f"/yanxi/{address}") == nothing


def test_a_withdrawn_article_leaves_its_notice_alone(hiding, read):
    number = next(number for number, status in hiding.items() if status == "withdrawn")
    status, text = read(f"/yanxi/{number}/")
    assert status == 410
    assert WORDS["withdraw"]["opinion"] in text
    assert "/yanxi/about/" in text
    assert SECRET not in text


def test_a_retracted_article_keeps_its_address_and_its_statement_alone(hiding, read):
    number = next(number for number, status in hiding.items() if status == "retracted")
    status, text = read(f"/yanxi/{number}/")
    assert status == 200
    assert WORDS["retract"]["opinion"] in text
    assert "/yanxi/about/" in text
    assert SECRET not in text


def test_what_was_withdrawn_before_its_hour_was_never_there(hiding, read):
    withdrawn = Article.objects.filter(status="withdrawn")
    withdrawn.update(published_at=timezone.now() + timedelta(days=1))
    answers = {read(article.get_absolute_url()) for article in withdrawn}
    assert answers == {read("/yanxi/2026-999999/")}


def test_what_was_withdrawn_under_embargo_was_never_there(hiding, read):
    taken_back = Article.objects.filter(status__in=("withdrawn", "retracted"))
    taken_back.update(embargo_until=timezone.now() + timedelta(days=1))
    answers = {read(article.get_absolute_url()) for article in taken_back}
    assert answers == {read("/yanxi/2026-999999/")}
    log = read("/yanxi/corrections/")[1]
    assert not any(article.number in log for article in taken_back)


def test_what_was_withdrawn_under_embargo_is_not_told_when_its_hour_comes(hiding, read):
    """It would be the first word of it: nobody outside had seen it before it was taken back."""
    taken_back = Article.objects.filter(status__in=("withdrawn", "retracted"))
    taken_back.update(embargo_until=timezone.now() + timedelta(days=1))
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        answers = {read(article.get_absolute_url()) for article in taken_back}
        assert answers == {read("/yanxi/2026-999999/")}
        log = read("/yanxi/corrections/")[1]
    assert not any(article.number in log for article in taken_back)


def test_a_reader_who_is_logged_in_sees_no_more(hiding, walked, standing, client):
    client.force_login(standing.cast.chen)
    found = {address: client.get(address).status_code for address in walked}
    assert found == {address: status for address, (status, _text, _headers) in walked.items()}


def test_no_kept_page_knows_what_is_unpublished(hiding, walked, standing, cached):
    """Whoever filled the cache: somebody at work, or a stranger."""
    at_work, stranger = Client(), Client()
    at_work.force_login(standing.cast.chen)
    for client in (at_work, stranger, stranger):
        answers = {address: client.get(address) for address in steady(walked)}
    kept = [f"{unquote(page.decode())} {headers}" for page, headers in kept_in(cached).values()]
    assert len(kept) > 20
    assert [text for text in kept if SECRET in text] == []
    told = {status for number, status in hiding.items() if any(number in text for text in kept)}
    assert told == {"retracted"}
    texts = {address: (each.status_code, text_of(each)) for address, each in answers.items()}
    assert texts == {address: walked[address][:2] for address in texts}


def steady(walked):
    """But for forms: each has a token of its own."""
    return [address for address in walked if not address.endswith("/report/")]
