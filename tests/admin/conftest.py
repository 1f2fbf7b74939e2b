"""The editors' rooms, tried by the whole cast."""

import pytest
from django.test import Client

TWO_STORIES = """本报讯（记者陈一诺 通讯员周牧）11月
18日，岚汀县青禾坪镇中心小学新操场启
用，六百多名学生在新跑道上上了第一堂体
育课。

学校原来的操场是煤渣地，下雨就不能
用。今年夏天，县里拨款八十万元，用三个
月建成了新操场。

青禾坪小学新操场启用

本报讯（记者陈一诺）近日，岚汀县图书
馆把晚间闭馆时间推迟到九点半，方便下班
的读者借书。

图书馆馆长说，推迟闭馆以后，每天晚
上多来一百多位读者。

县图书馆晚间延时开放
"""


@pytest.fixture
def enter(cast):
    """enter("de") → a browser in which de is logged in."""

    def _enter(name, **options):
        client = Client(**options)
        client.force_login(getattr(cast, name))
        return client

    return _enter


@pytest.fixture
def notes():
    """The messages that a page shows."""

    def _notes(response):
        return [str(message) for message in response.context["messages"]]

    return _notes
