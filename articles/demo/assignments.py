"""选题 of the demo: one proposed, one assigned and late, one accepted, one being written."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.models import Assignment, Section
from articles.writing import assigning

# (title, brief, section, whose, days until it is due, characters, how far it has come)
SUBJECTS = (
    (
        "冬修水利：三条干渠清淤进度",
        "去青禾坪、望岚两处工地，问清长度、土方和完工时间；补一张施工照片。",
        "综合",
        "reporter",
        2,
        900,
        ("assign", "accept"),
    ),
    (
        "客运站新开早班车，赶早市的人怎么说",
        "早上五点半到站，采访司机和两三位乘客。",
        "民生",
        "reporter",
        -1,
        600,
        ("assign",),
    ),
    (
        "老年食堂一顿饭多少钱",
        "四个社区各看一家，列清价格和补贴。",
        "民生",
        "reporter2",
        3,
        800,
        ("assign", "accept", "write"),
    ),
    (
        "县图书馆周末故事会",
        "每周六上午，家长排队报名。可以配图。",
        "副刊",
        "reporter2",
        5,
        500,
        (),
    ),
)


def ensure_assignments(publication):
    """Once: what people do with them afterwards stays as they did it."""
    if Assignment.objects.exists():
        return
    names = ["head", "reporter", "reporter2"]
    people = User.objects.in_bulk(names, field_name="username")
    evening = timezone.localtime().replace(hour=18, minute=0, second=0, microsecond=0)
    for title, brief, section, reporter, days, length, steps in SUBJECTS:
        with transaction.atomic():
            fields = {
                "publication": publication,
                "title": title,
                "brief": brief,
                "section": Section.objects.filter(publication=publication, name=section).first(),
                "due": evening + timedelta(days=days),
                "planned_for": (evening + timedelta(days=days + 1)).date(),
                "planned_length": length,
            }
            made = assigning.propose(fields, by=people[reporter])
            for step in steps:
                _take(made, step, people["head" if step == "assign" else reporter])


def _take(assignment, step, by):
    if step == "write":
        assigning.write(assignment, by=by)
    else:
        assigning.take(assignment, step, by=by)
