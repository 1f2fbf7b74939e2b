"""What a page has beside its stories: boxes, tables, poems, pictures of several motifs."""

import random

from .extractors import EXTRACTORS
from .flowing import flow
from .rows import Row
from .setting import Setting
from .story import Story

BOXES = (
    ("【小贴士】", ["取暖时每隔两小时开窗换气，睡前关好炉门，一旦头晕恶心，立即到通风处。"]),
    ("■相关链接", ["鸣溪河全长86公里，流经5个乡镇，上一座跨河大桥建成于1998年。"]),
    ("延伸阅读", ["竹篾纸伞要经过号竹、做骨架、上伞面、绘花、上油等七十多道工序。",
               "2009年，这门手艺列入省级非物质文化遗产名录，全县现有传承人7名。"]),
)  # fmt: skip
TABLES = (
    ("今日菜价", ["萝卜  1.2元  城关早市", "白菜  0.8元  北渡菜场", "莲藕  3.5元  城关早市"]),
    ("公交末班车时刻", ["1路  20:40  体育馆东门", "5路  21:00  职业中专", "8路  20:30  望岚大道"]),
)  # fmt: skip
POEMS = (
    ("过渡口", "尹书言", ["船到对岸", "水还在原来的地方", "你把一句话说了一半", "剩下的交给风",
                     "樟树站了三百年", "从不问谁先走", "我等的人", "在雾的另一边", "轻轻应了一声"]),
    ("灯", "江一苇", ["夜里做饭的人", "把灯拨亮一点", "再亮一点", "照见锅沿上的白气",
                  "也照见", "二十年前那个等饭的孩子", "他抬起头", "叫了一声", "我没有听清"]),
)  # fmt: skip
GROUPS = (
    {"text": "图①：村民在晒谷场翻晒稻谷。图②：农机手驾驶收割机下田。图③：孩子们在田埂上拾稻穗。",
     "photographers": ["纪南舟", "卢望"]},
    {"text": "上图：老人在社区食堂取餐。下图：志愿者为居民送餐上门。",
     "photographers": ["罗青枝"]},
)  # fmt: skip


def draw_extras(setting: Setting, rng: random.Random) -> list[Story]:
    """Up to two of them; their titles stand above, so a page must have headlines there."""
    if setting.order == "after":
        return []
    kinds = rng.sample((_box, _table, _poem), rng.choice((1, 1, 2)))
    return [kind(setting, rng) for kind in kinds]


def draw_group(rng: random.Random) -> list[dict]:
    """One text for several pictures."""
    return [rng.choice(GROUPS)] if rng.random() < 0.4 else []


def _box(setting: Setting, rng: random.Random) -> Story:
    title, paragraphs = rng.choice(BOXES)
    digits = EXTRACTORS[setting.extractor].split_digits
    body = flow(paragraphs, {}, setting=setting, split_digits=digits, rng=rng)
    return _story(title, [*body], paragraphs)


def _table(setting: Setting, rng: random.Random) -> Story:
    title, lines = rng.choice(TABLES)
    return _story(title, _lines(lines), lines)


def _poem(setting: Setting, rng: random.Random) -> Story:
    title, author, lines = rng.choice(POEMS)
    printed = f"{rng.choice(('□ ', '○ ', ''))}{author}"
    rows = [Row(printed, "byline"), *_lines(lines)]
    return _story(title, rows, lines, authors=[author], ignorable=[printed])


def _lines(lines: list[str]) -> list[Row]:
    return [Row(line, "" if index else "paragraph") for index, line in enumerate(lines)]


def _story(title: str, rows: list[Row], paragraphs: list[str], **more) -> Story:
    truth = {
        "kicker": None, "headline": title, "deck": None, "reporters": [], "correspondents": [],
        "authors": [], "paragraphs": list(paragraphs), "subheads": [], "ignorable": [],
        "source": title, "drawn_headline": None,
    }  # fmt: skip
    return Story([Row(title, "story"), *rows], {**truth, **more})
