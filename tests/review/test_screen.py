"""The review screen: what it opens on, what can be said and decided there, and by whom."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Credit, LastLook, ProofMark, Reporter, ReviewComment
from articles.review import commenting, marking
from articles.texts.manuscripts import Spot
from articles.writing.editing import revising
from tests.builders import go, must_fix, page_of, print_article, web_article

pytestmark = pytest.mark.once

BODY = "大桥昨天通车，三千人到场。\n桥长五百米，宽二十米。\n记者在现场看到，车流平稳。"


def address(article, **asked):
    return reverse("admin:articles_article_review", args=[article.pk], query=asked or None)


def rewrite(article, by, **fields):
    article.refresh_from_db()
    with revising(article, by=by, revision=article.revision) as held:
        for name, value in fields.items():
            setattr(held, name, value)
    article.refresh_from_db()


@pytest.fixture
def edited(cast, publication):
    """Submitted by rui, returned, mended by dan and de, submitted again."""
    article = web_article(cast, publication, "returned", body=BODY)
    rewrite(article, cast.dan, body=BODY.replace("昨天", "今天"))
    rewrite(article, cast.de, body=BODY.replace("昨天", "今天").replace("三千", "五千"))
    go(article, "submit", cast.rui)
    return article


def changes(answer):
    """[(what, whose)] of every change on the sheet."""
    return [
        (("+" if segment.added else "-") + segment.text, (segment.added or segment.removed).name)
        for row in answer.context["rows"]
        for segment in row.block.segments
        if segment.added or segment.removed
    ]


def test_it_opens_on_all_changes_by_the_hands_that_made_them(enter, edited):
    answer = enter("shen").get(address(edited))
    assert changes(answer) == [("-昨", "dan"), ("+今", "dan"), ("-三", "de"), ("+五", "de")]


def test_whoever_has_read_it_sees_what_changed_since(enter, cast, publication):
    article = web_article(cast, publication, "returned", body=BODY)
    browser = enter("shen")
    browser.post(address(article), {"read": article.versions.last().number})
    rewrite(article, cast.dan, body=BODY.replace("昨天", "今天"))

    assert changes(browser.get(address(article))) == [("-昨", "dan"), ("+今", "dan")]
    browser.post(address(article), {"read": article.versions.last().number})
    assert changes(browser.get(address(article))) == []


def test_looking_alone_changes_nothing(enter, edited):
    browser = enter("shen")
    browser.get(address(edited))
    assert not LastLook.objects.exists()
    assert len(changes(browser.get(address(edited)))) == 4


def test_what_one_has_done_oneself_counts_as_seen(enter, cast, edited):
    assert changes(enter("de").get(address(edited))) == []


def test_an_older_look_never_undoes_a_newer_one(enter, edited):
    browser, newest = enter("shen"), edited.versions.last().number
    for number in (newest, 1):
        browser.post(address(edited), {"read": number})
    assert LastLook.objects.get().version.number == newest


@pytest.mark.parametrize(
    ("since", "count"), [("beginning", 4), ("1", 4), ("2", 2), ("submission", 0), ("nonsense", 4)]
)
def test_any_version_can_be_the_base(enter, edited, since, count):
    assert len(changes(enter("shen").get(address(edited, since=since)))) == count


def post_note(browser, article, **words):
    given = {"at": "body-1", "version": article.versions.last().number, "what": "must_fix"}
    return browser.post(address(article), given | {"text": "请核实。", "note": "1"} | words)


def test_a_comment_is_put_down_answered_and_resolved(enter, edited, cast):
    browser = enter("pei")
    answer = post_note(browser, edited)
    comment = ReviewComment.objects.get()
    assert answer.url.endswith(f"#comment-{comment.pk}")

    for do in ("reply", "resolve"):
        words = {"reply": "1", "comment": comment.pk, "do": do, "text": "已核。"}
        browser.post(address(edited), words)

    comment.refresh_from_db()
    assert not comment.is_open
    assert comment.replies.count() == 2


def test_a_mark_is_put_down_and_shown_in_its_place(enter, edited):
    browser = enter("pei")
    post_note(browser, edited, what="wording", words="五百", text="应为六百")
    answer = browser.get(address(edited))
    (marked,) = [
        segment.text
        for row in answer.context["rows"]
        for segment in row.block.segments
        if segment.marks
    ]
    assert marked == "五百"
    browser.post(address(edited), {"void": ProofMark.objects.get().pk, "reason": "原文无误。"})
    assert ProofMark.objects.get().is_void


@pytest.mark.parametrize(
    "words",
    [
        {"text": ""},
        {"what": "wording", "words": ""},
        {"what": "wording", "words": "没有的字"},
        {"at": "x"},
    ],
)
def test_what_was_typed_stays_when_it_is_refused(enter, edited, words):
    answer = post_note(enter("pei"), edited, **words)
    assert answer.status_code == 200
    assert not ReviewComment.objects.exists()
    assert not ProofMark.objects.exists()
    if words.get("at") is None:
        assert [row.anchor for row in answer.context["rows"] if row.form] == ["body-1"]


def test_a_comment_follows_its_paragraph_and_is_kept_when_that_is_gone(enter, cast, publication):
    article = web_article(cast, publication, "returned", body=BODY)
    version = article.versions.last()
    for place in (0, 2):
        commenting.comment(
            article, version=version, spot=Spot("body", place), by=cast.pei, text=f"第{place}段"
        )
    lines = BODY.split("\n")
    rewrite(article, cast.dan, body="\n".join(["完全另起的开头。", lines[0], lines[1]]))

    answer = enter("shen").get(address(article))

    pinned = {row.anchor: len(row.threads) for row in answer.context["rows"] if row.threads}
    assert pinned == {"body-1": 1}
    assert [each.quote for each in answer.context["adrift"]] == [lines[2]]


def test_the_decision_is_made_on_the_screen(enter, publication, cast):
    article = web_article(cast, publication, "second_review")
    browser = enter("shen")
    words = {"action": "pass_second", "opinion": "同意。", "seen": article.revision}

    answer = browser.post(address(article), words)

    article.refresh_from_db()
    assert (answer.url, article.status) == ("/admin/#todo-title", "final_review")
    assert LastLook.objects.get().version == article.versions.last()


def test_signing_and_scheduling_is_one_verb_and_its_time_is_said_back(enter, cast, publication):
    article = web_article(cast, publication, "final_review")
    browser = enter("chen")
    assert 'name="goes_out"' in browser.get(address(article)).content.decode()
    words = {"action": "sign_off", "opinion": "同意。", "seen": article.revision}

    answer = browser.post(address(article), words | {"goes_out": "2099-01-01T08:00"}, follow=True)

    article.refresh_from_db()
    assert article.status == "scheduled"
    assert [event.action for event in article.events.order_by("sequence")][-2:] == [
        "sign_off",
        "schedule",
    ]
    assert "将于 2099-01-01 08:00 自动发布" in answer.content.decode()
    assert "将于 2099-01-01 08:00 自动发布" in browser.get(address(article)).content.decode()


@pytest.mark.parametrize("time", ["2001-01-01T08:00", "soon"])
def test_a_time_that_cannot_be_signs_nothing_and_stays_in_its_field(enter, cast, publication, time):
    article = web_article(cast, publication, "final_review")
    words = {"action": "sign_off", "opinion": "同意。", "seen": article.revision}

    answer = enter("chen").post(address(article), words | {"goes_out": time})

    article.refresh_from_db()
    assert article.status == "final_review"
    assert f'value="{time}"' in answer.content.decode()


def test_who_cannot_sign_is_asked_for_no_time(enter, cast, publication):
    article = web_article(cast, publication, "final_review")
    assert 'name="goes_out"' not in enter("sun").get(address(article)).content.decode()


def test_each_decision_takes_its_own_reason(enter, cast, publication):
    article = web_article(cast, publication, "second_review")
    words = {
        "action": "return",
        "opinion": "请补采。",
        "seen": article.revision,
        "reason_return": "facts",
        "reason_decline": "thin",
    }
    enter("shen").post(address(article), words)
    assert article.events.last().reason == "facts"


@pytest.mark.parametrize(
    "words", [{"opinion": ""}, {"opinion": "请补采。", "reason_return": ""}, {"seen": "1"}]
)
def test_a_refused_decision_keeps_the_opinion(enter, cast, publication, words):
    article = web_article(cast, publication, "second_review")
    given = {"action": "return", "opinion": "请补采。", "seen": article.revision}
    given |= {"reason_return": "facts"} | words

    answer = enter("shen").post(address(article), given)

    article.refresh_from_db()
    assert article.status == "second_review"
    assert answer.context["opinion"] == given["opinion"]


def test_a_button_that_would_be_refused_says_why_and_leads_to_the_spot(enter, cast, publication):
    article = web_article(cast, publication, "final_review")
    comment = must_fix(article, cast.pei)
    answer = enter("chen").get(address(article))
    (row,) = [row for row in answer.context["closed"] if row.key == "sign_off"]
    assert row.spot_url.endswith(f"/review/#comment-{comment.pk}")
    assert row.spot_url in answer.content.decode()
    assert (
        row.spot_url
        in enter("chen")
        .get(reverse("admin:articles_article_change", args=[article.pk]))
        .content.decode()
    )


def test_each_key_belongs_to_one_button(enter, cast, publication, settings):
    settings.PROOFREADING = "separate"
    cast.sun.groups.add(*cast.pei.groups.all())
    article = web_article(cast, publication, "second_review")
    decisions = enter("sun").get(address(article)).context["decisions"]
    keys = [decision.key for decision in decisions if decision.key]
    assert len(decisions) > 3
    assert sorted(keys) == ["d", "p", "r"]


@pytest.mark.parametrize("name", ["ao", "root"])
def test_auditors_and_administrators_only_read(enter, edited, name):
    browser = enter(name)
    assert browser.get(address(edited, at="body-1")).context["may_note"] is False
    post_note(browser, edited)
    assert not ReviewComment.objects.exists()


def test_another_articles_comment_and_mark_are_out_of_reach(enter, cast, edited, publication):
    other = web_article(cast, publication, "first_review")
    version = other.versions.last()
    spot = Spot("body", 0)
    comment = commenting.comment(other, version=version, spot=spot, by=cast.pei, text="看。")
    mark = marking.mark(other, version=version, spot=spot, words="第一段", by=cast.pei, kind="fact")
    browser = enter("pei")
    for words in (
        {"reply": "1", "comment": comment.pk, "do": "resolve"},
        {"void": mark.pk, "reason": "不算。"},
    ):
        assert browser.post(address(edited), words).status_code == 403


@pytest.mark.parametrize(
    "words",
    [
        {"void": "x"},
        {"void": "9" * 30},
        {"read": "-1"},
        {"read": "x"},
        {"action": "publish"},
        {"action": "nonsense"},
        {"waive": "nonsense"},
        {"reply": "1", "comment": "x"},
        {"note": "1", "at": "body-999999999", "version": "1"},
        {"note": "1", "version": "9" * 30, "at": "body-0", "what": "note", "text": "看"},
        {},
    ],
)
def test_nonsense_breaks_nothing(enter, edited, words):
    before = Article.objects.get(pk=edited.pk).status
    assert enter("pei").post(address(edited), words).status_code in (200, 302, 403)
    assert Article.objects.get(pk=edited.pk).status == before


def test_hostile_words_are_only_words(enter, edited):
    browser = enter("pei")
    post_note(browser, edited, text="<script>alert(1)</script>")
    page = browser.get(address(edited)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def queries(browser, place):
    with CaptureQueriesContext(connection) as found:
        assert browser.get(place).status_code == 200
    return [query["sql"] for query in found.captured_queries]


def test_twenty_versions_and_comments_cost_no_more_queries_than_two(enter, cast, issue):
    ContentType.objects.get_for_models(*apps.get_models())
    article = print_article(cast, page_of(issue), body=BODY)
    browser = enter("shen")

    def add(count):
        for number in range(count):
            text = f"{article.body.split('。')[0]}{number}。\n{BODY}"
            rewrite(article, (cast.dan, cast.de)[number % 2], body=text)
            version = article.versions.last()
            place = {"version": version, "spot": Spot("body", 1), "by": cast.pei}
            made = commenting.comment(article, text="请核实。", **place)
            commenting.reply(made, by=cast.dan, text="已核。")
            marking.mark(article, words="大桥", kind="fact", **place)

    add(2)
    few = queries(browser, address(article, since="beginning"))
    add(18)
    many = queries(browser, address(article, since="beginning"))

    assert len(many) == len(few), "\n".join(many)
    assert len(many) <= 32, "\n".join(many)


def test_who_is_credited_and_the_picture_itself_stand_by_what_is_signed(enter, article_with_photo):
    for page in (
        address(article_with_photo),
        f"/admin/articles/article/{article_with_photo.pk}/move/pass_first/",
    ):
        html = enter("de").get(page).content.decode()
        assert "记者 芮宁" in html
        assert f"/admin/articles/photo/{article_with_photo.photos.get().pk}/picture/" in html
        assert "替代文字：桥上的人" in html


@pytest.fixture
def article_with_photo(cast, publication):
    made = web_article(cast, publication, body=BODY)
    person = Reporter.objects.create(name="芮宁", user=cast.rui)
    Credit.objects.create(article=made, reporter=person, role="reporter")
    picture = {"image": "photos/x.jpg", "image_width": 4, "image_height": 3}
    made.photos.create(caption="通车当天。", alt="桥上的人", **picture)
    go(made, "submit", cast.rui)
    return made
