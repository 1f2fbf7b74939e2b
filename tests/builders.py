"""Articles in any state, brought there by the people and moves that bring them there in life."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from articles import workflow
from articles.models import Article, Origin, Page
from articles.review import commenting
from articles.texts.manuscripts import Spot

BODY = "十一月二十日，第一段。\n第二段写得很短。"

# How each state is reached: (action, who of the cast).
ROADS = {
    Origin.WEB: {
        "draft": [],
        "first_review": [("submit", "rui")],
        "second_review": [("submit", "rui"), ("pass_first", "de")],
        "final_review": [("submit", "rui"), ("pass_first", "de"), ("pass_second", "sun")],
        "returned": [("submit", "rui"), ("return", "de")],
    },
    Origin.PRINT: {
        "imported": [],
        "final_review": [("verify", "dan")],
    },
}
for road in ROADS.values():
    road["held"] = [*road["final_review"], ("hold", "sun")]
    road["rejected"] = [*road["final_review"], ("decline", "chen")]
    road["approved"] = [*road["final_review"], ("sign_off", "chen")]
    road["scheduled"] = [*road["approved"], ("schedule", "chen")]
    road["published"] = [*road["approved"], ("publish", "chen")]
    road["withdrawn"] = [*road["published"], ("withdraw", "chen")]
    road["retracted"] = [*road["published"], ("ask_retract", "chen"), ("retract", "cui")]

WORDS = {
    "decline": {"reason": "thin", "opinion": "内容单薄。"},
    "hold": {"reason": "timing", "opinion": "等到通车那天再用。"},
    "ask_emergency": {"reason": "breaking", "opinion": "洪水预警，须立即发布。"},
    "emergency_sign": {"reason": "breaking", "opinion": "同意紧急签发。"},
    "ask_retract": {"reason": "factual_error", "opinion": "本文严重失实，现予撤销。"},
    "retract": {"reason": "factual_error", "opinion": "本文严重失实，现予撤销。"},
    "return": {"reason": "facts", "opinion": "请核对数字。"},
    "withdraw": {"reason": "factual_error", "opinion": "因事实有误，本文已撤回。"},
}


def behind_the_rules(**which):
    """Articles as bare rows, for what nobody is allowed: to change a status in bulk."""
    return QuerySet(Article).filter(**which)


def page_of(issue, label="01", source="第一版的原文。", **fields):
    page = Page(
        issue=issue, label=label, sequence=fields.pop("sequence", int(label[-2:])), **fields
    )
    page.set_source(source.encode(), encoding="utf-8")
    page.save()
    return page


def web_draft(publication, by, **fields):
    fields = {"headline": "桥通车了", "body": BODY, "owner": by} | fields
    article = Article(publication=publication, origin=Origin.WEB, **fields)
    workflow.admit([article], "create", by=by)
    workflow.attest([article], "create", by=by)
    return article


def imported(page, by, **fields):
    fields = {"headline": "桥通车了", "body": BODY} | fields
    article = Article(publication=page.issue.publication, page=page, origin=Origin.PRINT, **fields)
    workflow.admit([article], "import", by=by)
    workflow.attest([article], "import", by=by)
    return article


def moments():
    """The days and times that moves ask for, as seen from now."""
    return {
        "hold": {"moment": timezone.localdate() + timedelta(days=3)},
        "schedule": {"moment": timezone.now() + timedelta(hours=2)},
    }


def go(article, action, by, **words):
    """Make a move, with words and a moment where the move asks for them."""
    asked = WORDS.get(action, {}) | moments().get(action, {})
    words = {"opinion": "已阅，同意。"} | asked | words
    event = workflow.move(article, action, by=by, **words)
    article.refresh_from_db()
    return event


def bring(article, status, cast):
    for action, name in ROADS[article.origin][status]:
        go(article, action, getattr(cast, name))
    return article


def web_article(cast, publication, status="draft", **fields):
    return bring(web_draft(publication, cast.rui, **fields), status, cast)


def print_article(cast, page, status="imported", **fields):
    return bring(imported(page, cast.de, **fields), status, cast)


def must_fix(article, by):
    """A comment on the first paragraph that has to be met before the article is signed."""
    place = {"version": article.versions.last(), "spot": Spot("body", 0)}
    return commenting.comment(article, **place, by=by, text="请核实。", kind="must_fix")
