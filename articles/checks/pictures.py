"""Captions and credits: who is named under a photo, and who took it."""

import re
from collections.abc import Iterator

from articles.checks.findings import Hit
from articles.parsing.rules import Rules
from articles.texts.manuscripts import CAPTION, Manuscript, Spot

HAN = "㐀-鿿"
SURNAMES = Rules().surnames
# Words after which a caption names somebody, and what may follow the name.
CALLED = (
    "村民|农户|种植户|养殖户|党员|书记|主任|县长|市长|镇长|乡长|局长|院长|校长|会长|经理|老师|教师|学生|医生"
    "|护士|民警|队员|志愿者|社员|师傅|选手|员工|工人|居民|作家|诗人|画家|老人|教授|教练|技术员|农技员|负责人"
)
NAMED = re.compile(
    rf"(?:{CALLED})(?P<name>[{SURNAMES}][{HAN}]{{1,2}}?)"
    r"(?=[（(，。、；：》]|正?在|正|向|为|与|和|给|对|把|带|展示|介绍|指导|查看|一家|（左|$)"
)
# What begins like a family name and is none.
NO_NAME = frozenset(
    (
        "安装 高兴 马上 成功 方便 全部 全家 全体 全程 家庭 家中 家里 时时 平时 金秋"
        " 满意 满脸 安全 安心 温暖 那里 熟练 经过 于是 和谐 和睦 水稻 项目 包装 包粽"
        " 包饺 都在 都忙 向往 相互 有序 常年 成群 乐呵 乐观 从容 应邀 支起 支部 连夜"
        " 连日 容易 通过 查看 查验 计划 归来 印制 谈心 谈论 卷起 解答 解说 祝福 祝贺"
        " 操作 操控 由衷 爱心 广场 广泛 文化 文艺 别样 游客 边走 边唱 干活 干劲 路过"
        " 展示 庆丰 终于 冷静"
    ).split()
)
# A photo may come from a house instead of a person.
HOUSES = re.compile(
    r"资料|供图|提供|新华社|中新社|报社|融媒体|宣传部|办公室|网络|截图|视频|主办方|电视台|公司|单位|编辑部"
    r"|通讯社|局|委|所|院|校"
)
CREDIT_WORDS = re.compile(
    r"本报|全媒体|融媒|首席|实习|见习|特约|记者|通讯员|摄影|报道|摄|文|图|编辑|图片|照片"
    r"|[/／\s（）()【】:：、,，|]"
)


def unknown_names(manuscript: Manuscript) -> Iterator[Hit]:
    """Somebody whom a caption names and the text does not."""
    told = "\n".join(
        text for spot, text in manuscript.paragraphs() if not spot.part.startswith(CAPTION)
    )
    if not manuscript.part("body"):
        return
    known = "\n".join([told, *manuscript.names])
    for spot, text in manuscript.paragraphs():
        if not spot.part.startswith(CAPTION):
            continue
        for match in NAMED.finditer(text):
            name = match["name"]
            if name in known or name[:2] in NO_NAME:
                continue
            yield Hit("unknown_name", spot, *match.span("name"), {"name": name})


def uncredited(manuscript: Manuscript) -> Iterator[Hit]:
    """A photo that nobody is credited with, or by words that name nobody."""
    for number, picture in enumerate(manuscript.pictures, 1):
        if picture.people or HOUSES.search(picture.credit):
            continue
        spot, credit = Spot(f"{CAPTION}{number}", 0), picture.credit.strip()
        if not credit:
            yield Hit("no_credit", spot, 0, 0, {"number": number})
        elif not CREDIT_WORDS.sub("", credit):
            yield Hit("empty_credit", spot, 0, 0, {"number": number, "credit": credit})
