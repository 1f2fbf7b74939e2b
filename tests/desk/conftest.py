"""A writer with a byline, and a browser's hand on the desk's forms."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Reporter

TEXTS = {
    "kicker": "",
    "headline": "老城区水管换新",
    "deck": "三千户居民受益",
    "body": "本报讯　十一月二十日，工程完工。\n## 昼夜施工\n工人们轮班作业。",
    "colleagues": "",
    "correspondents": "张小溪、李文石",
    "tags": "民生、老城区",
}


def as_(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def rui(cast):
    """The reporter at the desk: logged in, with a byline."""
    person = Reporter.objects.create(name="芮文", user=cast.rui)
    return SimpleNamespace(user=cast.rui, person=person, client=as_(cast.rui))


def write(writer, publication, **changes):
    """Fill in the form of a new piece and send it; return the piece."""
    data = {"publication": publication.pk, **TEXTS, **changes}
    answer = writer.client.post(reverse("desk:new"), data)
    assert answer.status_code == 302, answer.content.decode()
    return Article.objects.latest("pk")


def save(writer, article, **changes):
    data = {**TEXTS, "filed": TEXTS["tags"], "revision": article.revision, **changes}
    return writer.client.post(reverse("desk:edit", args=[article.number]), data)


def press(writer, article, action, **changes):
    """Press a move's button as it stands on the page now."""
    article.refresh_from_db()
    data = {"revision": article.revision, **changes}
    return writer.client.post(reverse(f"desk:{action}", args=[article.number]), data, follow=True)
