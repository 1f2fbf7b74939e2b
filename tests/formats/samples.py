"""An article, an issue and a notice as values, without a database."""

from datetime import UTC, date, datetime

from articles.formats import values
from articles.texts.body import blocks_of

PAPER = values.Paper(
    1, "yanxi", "砚溪日报", "砚溪日报社", "CN 99-0001", "99-1", "Asia/Shanghai", "/yanxi/"
)
ISSUE = values.Issue(7, PAPER, date(2026, 11, 20), 4321, "/yanxi/2026-11-20/")
PLACE = values.Place(
    ISSUE.date, 4321, ISSUE.address, 1, "01", "要闻", "/yanxi/2026-11-20/01/", position=2
)
MORNING = datetime(2026, 11, 20, 6, tzinfo=UTC)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
BODY = "十一月二十日，第一段。\n## 小标题\n> 编者按：<b>第二段</b>。\n第三段。"


def article(**fields):
    told = {
        "number": "2026-000123",
        "paper": PAPER,
        "address": "/yanxi/2026-000123/",
        "kind": "news",
        "kicker": "引题",
        "headline": "大桥通车",
        "deck": "副题",
        "byline": "本报记者 甲乙",
        "dateline": "砚溪",
        "source": "县融媒体中心",
        "lead": "十一月二十日，第一段。",
        "blocks": tuple(blocks_of(BODY)),
        "credits": (values.Credit(5, "甲乙", "reporter", "/people/5/"),),
        "photos": (
            values.Photo(1, "说明", "丙丁 摄", "桥", "a" * 64, 600, 400, f"/photos/{'a' * 64}.jpg"),
            values.Photo(2, "只有说明", "", "", "", 0, 0, ""),
        ),
        "tags": (values.Tag("大桥", "大桥", "/tags/大桥/"),),
        "section": values.Section(3, "县域", "/sections/3/"),
        "place": PLACE,
        "published_at": MORNING,
        "version": 1,
        "corrections": (),
    }
    return values.Article(**told | fields)


def taken_back(**fields):
    told = {
        "number": "2026-000123",
        "paper": PAPER,
        "address": "/yanxi/2026-000123/",
        "is_retraction": False,
        "notice": "因事实有误，本文已撤回。",
        "at": NOON,
        "version": 2,
    }
    return values.TakenBack(**told | fields)


def erratum(note="“东岸”应为“西岸”。"):
    return values.Correction("erratum", note, NOON)
