"""Folio, staff and hotline lines: what stands on a page and belongs to no article."""

import datetime
import random

WEEKDAYS = "一二三四五六日"
PAPERS = ("岚汀报", "云岫晨报", "鸣溪日报", "汀上晚报")
PAGES = ("要闻", "综合", "民生", "乡镇", "文教", "副刊", "经济·新闻")
STAFF = ("梁砚秋", "佟小渔", "纪南舟", "苏映禾", "柏青", "许墨", "汪溪", "贺淼", "邬晨")
STAFF_FORMS = (
    "责任编辑：{0} 版式：{1} 校对：{2}",
    "责编 {0} 版式 {1} 校对 {2}",
    "编辑：{0} 美编：{1} 组版：{2}",
    "本版责编：{0} 视觉：{1} 审读：{2}",
)
EXTRAS = ("新闻热线：0000-5550123", "投稿邮箱：tougao@lanting.example", "值班热线 0000-5550188")
POINTERS = (
    "龙须岭索道恢复运行 详见2版",
    "县域寄递网络再提速 ▶02版",
    "三万株银杏扮靓乡道（详见3版）",
    "冬日温泉季启幕 >>A04",
)


def furniture_lines(rng: random.Random) -> list[str]:
    day = datetime.date(2026, 1, 1) + datetime.timedelta(days=rng.randrange(365))
    date = f"{day.year}年{day.month}月{day.day}日 星期{WEEKDAYS[day.weekday()]}"
    number = rng.randint(1, 12)
    label = rng.choice((f"{number:02d}", f"A{number:02d}", f"第{number:02d}版", f"第{number}版"))
    page = rng.choice(PAGES)
    staff = rng.choice(STAFF_FORMS).format(*rng.sample(STAFF, 3))
    folio = rng.choice(
        (
            [rng.choice(PAPERS), f"{label} {page}", date],
            [f"{page} {label}", date],
            [date, page, label],
            [f"{date} {page} {label}"],
            [f"{label} {page} {date} {staff}"],
            [f"{date} {staff}"],
        )
    )
    if staff not in folio[-1]:
        folio = [*folio, staff]
    if rng.random() < 0.1:
        folio = [*folio, "今日导读", *rng.sample(POINTERS, 2)]
    return [*folio, rng.choice(EXTRAS)] if rng.random() < 0.3 else folio
