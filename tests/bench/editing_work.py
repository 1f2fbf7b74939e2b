"""What the editors' bench does: one article's moves, thousands that wait, a list of any length."""

import random

from django.test import Client

from articles import workflow
from articles.admin.manuscripts.articles import ArticleAdmin, ByKey
from articles.models import Article, Origin, Publication
from articles.texts.differences import compare
from articles.texts.redlines import redline
from tests.bench.long_list import fill, multiply
from tests.bench.rounds import ROUNDS, WARM_UP, Target
from tests.bench.volume import text, words
from tests.builders import behind_the_rules, web_draft
from tests.conftest import gather

__all__ = ["WAITING", "Desk", "fill", "multiply"]

WAITING = 5_000
CHARACTERS = 20_000
CLAUSE = 15  # characters, the sign after them included
CHANGED = 10  # one clause in so many is changed
CALLS = 5
LIST = "/admin/articles/article/"
ROAD = (
    ("submit", "rui"),
    ("pass_first", "de"),
    ("pass_second", "sun"),
    ("sign_off", "chen"),
    ("publish", "chen"),
)


class Desk:
    """The cast at work, and a paper of their own."""

    def __init__(self):
        self.cast = gather()
        self.paper = Publication.objects.create(name="审稿报", slug="desk-bench")

    def moving_targets(self):
        """Drafts are made beforehand; only their moves are timed."""
        old, new = two_texts()
        calls = ROUNDS * CALLS + WARM_UP + 1
        drafts = [web_draft(self.paper, self.cast.rui) for _call in range(2 * calls)]
        return [
            Target(
                "one move, with its checks",
                lambda call: self._move(drafts.pop(), *ROAD[0]),
                calls=CALLS,
            ),
            Target(
                "five moves, draft to published",
                lambda call: self._publish(drafts.pop()),
                calls=CALLS,
            ),
            Target("compare two texts", lambda call: compare(old, new), calls=CALLS),
            Target("the same as 花脸稿", lambda call: _redline(old, new), calls=CALLS),
        ]

    def _publish(self, draft):
        for action, name in ROAD:
            self._move(draft, action, name)

    def _move(self, article, action, name):
        workflow.move(article, action, by=getattr(self.cast, name), opinion="已阅，同意。")

    def waiting_targets(self):
        self._let_wait()
        return [
            _page("我的待办, desk editor", self._enter("de"), "/admin/"),
            _page("我的待办, chief editor", self._enter("chen"), "/admin/"),
            _page("the whole pile as a list", self._enter("de"), f"{LIST}?todo=pass_first"),
        ]

    def _let_wait(self):
        """As many under first review: what the moves would write of each is not needed here."""
        articles = [
            Article(
                publication=self.paper,
                origin=Origin.WEB,
                owner=self.cast.rui,
                headline=f"第{number}篇来稿",
                body="第一段。\n第二段写得很短。",
            )
            for number in range(WAITING)
        ]
        for start in range(0, WAITING, 500):
            some = articles[start : start + 500]
            workflow.admit(some, "create", by=self.cast.rui)
            workflow.attest(some, "create", by=self.cast.rui)
        keys = [article.pk for article in articles]
        behind_the_rules(pk__in=keys).update(status="first_review")

    def list_targets(self):
        client = self._enter("chen")
        known = Article.objects.filter(status="published").order_by("pk")[7]
        last = -(-min(Article.objects.count(), ByKey.MOST) // ArticleAdmin.list_per_page)
        asked = {
            "first page": "",
            "last page": f"?p={last}",
            "of one state": "?status__exact=published",
            "search: a word of many headlines": "?q=大桥",
            "search: six characters of one": f"?q={known.headline[3:9]}",
            "search: a word of none": "?q=龘龘",
            "search: a number": f"?q={known.number}",
        }
        return [_page(name, client, LIST + query) for name, query in asked.items()]

    def _enter(self, name):
        client = Client()
        client.force_login(getattr(self.cast, name))
        return client


def _page(name, client, address):
    def get(call):
        answer = client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        return answer.content

    return Target(name, get, calls=CALLS)


def two_texts():
    """Prose of paragraphs, and the same with one clause in ten changed."""
    dice = random.Random(7)
    vocabulary = words(dice)
    clauses = [text(dice, vocabulary, CLAUSE - 1) + "，" for _n in range(CHARACTERS // CLAUSE)]
    mended = [
        f"{clause[:5]}改{clause[6:]}" if number % CHANGED == 0 else clause
        for number, clause in enumerate(clauses)
    ]
    return _prose(clauses), _prose(mended)


def _prose(clauses):
    return "\n".join("".join(clauses[at : at + 12]) for at in range(0, len(clauses), 12))


def _redline(old, new):
    return redline([old.split("\n"), new.split("\n")], ["one"])
