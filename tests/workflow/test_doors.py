"""Every state × action by each door: what the table does not list, none of them lets through.

The code's own door is walked by every role in test_table.py. Here each door is tried in each state
with each action by somebody whom the table allows, where there is one, and by somebody whom it
does not; who that is goes round, so that every role stands at every door.
"""

from contextlib import suppress
from io import StringIO
from itertools import cycle

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

from articles.admin.reviewing.review_posts import DECISIONS
from articles.models import Article
from articles.workflow.moves import MOVES
from tests.builders import ROADS, WORDS, moments, page_of, print_article, web_article
from tests.workflow.test_table import FRESH, STATES, allowed

# That the rules hold beside each database, the table of the code's own door says.
pytestmark = pytest.mark.once
TOGETHER = ("verify", "sign_off", "publish")


def words_of(action):
    """What a person of good will gives with a move."""
    return {"opinion": "已阅，同意。"} | WORDS.get(action, {}) | moments().get(action, {})


def at_the_admin(client, article, action, name):
    words = words_of(action)
    if moment := words.get("moment"):
        is_time = hasattr(moment, "hour")
        shown = timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M") if is_time else str(moment)
        words["moment"] = shown
    door = f"/admin/articles/article/{article.pk}/move/{action}/"
    client.post(door, {"seen": article.revision, **words})


def on_the_review_screen(client, article, action, name):
    words = words_of(action)
    words[f"reason_{action}"] = words.pop("reason", "")
    door = f"/admin/articles/article/{article.pk}/review/"
    client.post(door, {"action": action, "seen": article.revision, **words})


def in_bulk(client, article, action, name):
    door = f"/admin/articles/article/together/{action}/"
    client.post(door, {"article": f"{article.pk}:{article.revision}", "opinion": "同意。"})


def at_the_command_line(client, article, action, name):
    words = words_of(action)
    moment = words.pop("moment", None)
    options = {"by": name, "opinion": words["opinion"], "reason": words.get("reason", "")}
    options["at"] = moment and moment.isoformat()
    with suppress(CommandError):
        call_command(
            "move", article.number, action, **options, stdout=StringIO(), stderr=StringIO()
        )


def at_the_desk(client, article, action, name):
    client.post(f"/desk/{article.number}/{action}/", {"revision": article.revision})


DOORS = {
    "admin": (at_the_admin, tuple(MOVES)),
    "review": (on_the_review_screen, tuple(MOVES)),
    "bulk": (in_bulk, TOGETHER),
    "command": (at_the_command_line, tuple(MOVES)),
    "desk": (at_the_desk, ("submit", "recall")),
}
OUTSIDERS = cycle(FRESH)


def people_for(action, status, origin, used):
    """Somebody whom the table allows, if there is one, and the next whom it does not."""
    fresh = [name for name in FRESH if name not in used]
    insiders = [name for name in fresh if allowed(action, status, origin, name)]
    outsider = next(name for name in OUTSIDERS if name in fresh and name not in insiders)
    return [*insiders[:1], outsider]


def made(article, walk):
    """How many events the walk through a door made, as if it had never been."""
    before, point = article.events.count(), transaction.savepoint()
    walk()
    after = Article.objects.get(pk=article.pk).events.count()
    transaction.savepoint_rollback(point)
    return after - before


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("origin", "status"), STATES, ids=lambda value: str(value))
def test_each_door_lets_through_what_the_table_lists_and_nothing_else(
    origin, status, door, cast, publication, issue
):
    if origin == "web":
        article = web_article(cast, publication, status)
    else:
        article = print_article(cast, page_of(issue), status)
    used = set(article.events.values_list("actor__username", flat=True))
    walk, actions = DOORS[door]
    clients = {name: Client() for name in FRESH}
    for name, client in clients.items():
        client.force_login(getattr(cast, name))
    for action in actions:
        for name in people_for(action, status, origin, used):
            # At the desk nobody finds another's piece; the clock's move has no button anywhere,
            # and the review screen has those of a reviewer's day.
            is_here = door != "desk" and (door != "review" or action in DECISIONS)
            expected = allowed(action, status, origin, name) and is_here
            count = made(article, lambda: walk(clients[name], article, action, name))  # noqa: B023
            assert count == expected, (door, action, name)


def test_the_owner_s_own_moves_go_through_the_desk(cast, publication):
    client = Client()
    client.force_login(cast.rui)
    for status in ROADS["web"]:
        article = web_article(cast, publication, status)
        for action, states in (("submit", ("draft", "returned")), ("recall", ("first_review",))):
            count = made(article, lambda: at_the_desk(client, article, action, "rui"))  # noqa: B023
            assert count == (status in states), (status, action)
