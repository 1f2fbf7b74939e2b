"""Set sentences of this project's own as newspaper columns, for tables of small pages."""

from articles.parsing import ledger, parse_page
from articles.parsing.exchange.page_json import page_to_json

NO_START = "，。、；：？！）》”’"


def column(text: str, width: int = 14, indent: int = 2) -> str:
    """One paragraph in lines of so many em, the first one shorter by the indent."""
    lines, room = [""], width - indent
    for char in text:
        used = sum(0.5 if c.isascii() else 1 for c in lines[-1])
        if used + (0.5 if char.isascii() else 1) > room and char not in NO_START:
            lines.append("")
            room = width
        lines[-1] += char
    return "\n".join(lines)


def story(*paragraphs: str, width: int = 14) -> str:
    return "\n\n".join(column(p, width) for p in paragraphs)


def page(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def read(source: str) -> dict:
    """The page as plain values; whatever is read, nothing may have been lost."""
    record = parse_page(source)
    assert ledger(record).closed
    return page_to_json(record)


def articles(source: str) -> list[dict]:
    return read(source)["articles"]


LEAD = (
    "本报讯（记者林知夏）11月3日，棠溪县组织志愿者走进青石桥社区，为独居老人检修水电线路，"
    "更换老化插座八十余个，受到居民欢迎。"
)
SECOND = "志愿者还给老人讲解了冬季取暖常识，留下服务电话，约定每月上门一次，有事随叫随到。"
HEAD = "志愿者上门检修水电线路"
OTHER_LEAD = (
    "本报讯（记者宋南星）11月4日，云麓镇万亩油菜开始机播，二十台播种机同时下田，"
    "当天完成播种一千二百亩。"
)
OTHER_SECOND = "镇农技站派出六名技术员分片指导，确保播种深浅一致、出苗整齐，月底前全部种完。"
OTHER_HEAD = "云麓镇万亩油菜机播忙"
BODY = LEAD.removeprefix("本报讯（记者林知夏）")
OTHER_BODY = OTHER_LEAD.removeprefix("本报讯（记者宋南星）")
FIRST, OTHER = story(LEAD, SECOND), story(OTHER_LEAD, OTHER_SECOND)
