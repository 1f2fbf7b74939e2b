"""What lies on the demo reporters' desk: a draft with words not saved yet, one in review with a
picture, one that came back with a comment."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from articles import workflow
from articles.models import Article, CommentKind, Rights, Tag
from articles.review import commenting
from articles.texts.manuscripts import Spot
from articles.writing import autosaving, illustrating
from articles.writing.drafting import create_draft

PLAN = {"planned_for": date(2026, 11, 27), "planned_length": 600}
# What the reporter had typed on when the phone's battery gave out.
TYPED_ON = "气象台发布寒潮预警的当天，镇里就通知到了每一户。"
SCENE = "night"
PICTURE = {
    "caption": "北渡桥头的“暖心驿站”每晚开到10点，过路的外卖骑手可以进来歇脚。",
    "alt": "夜里的河边街道，路灯亮着，行人沿着步道走过。",
    "rights": Rights.OWN,
    "rights_note": "本报记者11月18日晚拍摄。",
}
COMMENT = "“两个月”从哪一天算起？请写明开工和完工的日期。"
DRAFT = {
    "headline": "雪前访菜农：大棚里的“保暖账”",
    "body": (
        "11月19日一早，青禾坪镇蔬菜基地的卷帘机还没停，菜农们已经在给大棚加第二层膜。\n"
        "“气象台说要降十度，棚里的番茄最怕这一下。”种植户把温度计挂到棚中间，又去检查压膜绳。\n"
        "## 还要核实\n"
        "全镇大棚总面积待县农业农村局答复；保温补贴标准待核。"
    ),
}
SUBMITTED = {
    "headline": "北渡桥头添了“暖心驿站”",
    "deck": "外卖骑手、环卫工人歇脚有了去处",
    "body": (
        "热水、微波炉、充电插座、急救药箱……11月18日，位于北渡桥头的“暖心驿站”启用，"
        "外卖骑手、环卫工人和出租车司机可以进来歇歇脚。\n"
        "驿站由桥头一间闲置门面改成，面积46平方米，每天早上6点开到晚上10点。"
        "望岚街道工会安排了12名志愿者轮流值守。\n"
        "“跑单间隙能坐下来喝口热水，心里暖和。”一位骑手说。"
        "街道工会负责人介绍，年底前还将在客运站和早市附近各建一处。"
    ),
}
RETURNED = {
    "headline": "水碓湾村的老水车又转了起来",
    "body": (
        "停了二十多年的老水车，最近在水碓湾村又吱呀吱呀地转了起来。\n"
        "村里请来七旬老木匠，用老杉木重做了轮辐和水斗，前后花了两个月。\n"
        "“听见水响，就像回到小时候。”围观的村民说。村里打算在水车旁建一处农耕体验园。"
    ),
}


def ensure_drafts(publication, draw):
    """Once: who has written anything here since keeps exactly that.

    `draw` makes {scene: Picture} of names of scenes.
    """
    users = User.objects.in_bulk(["reporter", "reporter2", "editor2"], field_name="username")
    if Article.objects.filter(owner__in=[users["reporter"], users["reporter2"]]).exists():
        return 0
    picture = draw([SCENE])[SCENE]
    with transaction.atomic():
        _type_on(_write(publication, DRAFT, "三农", plan=PLAN, by=users["reporter"]))
        submitted = _write(publication, SUBMITTED, "社区", by=users["reporter"])
        words = {"photographers": ["穆晓棠"], **PICTURE}
        illustrating.add_photos(submitted, [picture], by=users["reporter"], **words)
        submitted.refresh_from_db()
        workflow.move(submitted, "submit", by=users["reporter"])
        returned = _write(publication, RETURNED, "文化", by=users["reporter2"])
        workflow.move(returned, "submit", by=users["reporter2"])
        _return(returned, by=users["editor2"])
    return 3


def _type_on(draft):
    """Keep what was typed and not saved, as the sheet does every few seconds."""
    fields = {"headline": draft.headline, "body": f"{draft.body}\n{TYPED_ON}", "tags": "三农"}
    fields |= {name: str(getattr(draft, name)) for name in PLAN}
    autosaving.keep(fields, by=draft.owner, article=draft, upon=(draft.revision, 1))


def _return(article, *, by):
    version = article.versions.get()
    commenting.comment(
        article,
        version=version,
        spot=Spot("body", 1),
        by=by,
        text=COMMENT,
        kind=CommentKind.MUST_FIX,
    )
    workflow.move(
        article,
        "return",
        by=by,
        reason="sources",
        opinion="老木匠和村干部请写明姓名；“两个月”请再核实，最好补一张水车的照片。",
    )


def _write(publication, fields, tag, *, by, plan=None):
    tags = list(Tag.objects.filter(name=tag))
    words = {"fields": fields, "credits": {}, "tags": tags, "plan": plan}
    return create_draft(publication=publication, by=by, **words)
