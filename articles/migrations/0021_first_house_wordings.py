"""A house dictionary to begin with: wordings that public standards settle. Papers add their own."""

from django.db import migrations

# source: (wrong right, …); the severity is given where it is not "warn".
VARIANTS = "第一批异形词整理表"
UNITS = "国务院关于在我国统一实行法定计量单位的命令"
PERSONS = "残疾人保障法及新闻用语惯例"
WORDS = {
    VARIANTS: (
        "车箱 车厢,定户 订户,计画 计划,刻划 刻画,摹仿 模仿,盘据 盘踞"
        ",图象 图像,想像力 想象力,源源本本 原原本本,帐号 账号,帐户 账户,帐目 账目"
        ",帐单 账单,记帐 记账,折衷 折中,指手划脚 指手画脚,装璜 装潢,百废具兴 百废俱兴,混水摸鱼 浑水摸鱼"
        ",流言飞语 流言蜚语,信口开合 信口开河,辈份 辈分,成份 成分,笔划 笔画,精采 精彩,清彻 清澈,希罕 稀罕"
        ",希奇 稀奇,画象 画像,录象 录像,渡假 度假"
    ),
    UNITS: "公尺 米,平方公尺 平方米,立方公尺 立方米,公分 厘米,华里 里,市尺 尺,英哩 英里,海哩 海里",
    PERSONS: "残废人 残疾人,聋哑人 听力言语残疾人,弱智儿童 智力障碍儿童,瞎子 盲人,精神病患 精神障碍患者",
}
BLOCKING = {"残废人"}


def terms():
    for source, pairs in WORDS.items():
        for pair in pairs.split(","):
            wrong, right = pair.split()
            severity = "block" if wrong in BLOCKING else "warn"
            yield {"wrong": wrong, "right": right, "severity": severity, "source": source}


def begin(apps, schema_editor):
    term = apps.get_model("articles", "HouseTerm")
    known = set(term.objects.values_list("wrong", flat=True))
    term.objects.bulk_create(term(**each) for each in terms() if each["wrong"] not in known)


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_review_records")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
