"""Tags that a text offers: the names and terms it keeps coming back to, found by counting."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

READ = 20_000  # characters of a text that are looked at
LONGEST = 8  # characters of a term that no quotation marks hold together
RUN = re.compile(r"[\u4e00-\u9fff]+")
TITLE = re.compile(r"《([^》\n]{2,16})》")
QUOTED = re.compile(r"“([\u4e00-\u9fffA-Za-z0-9+·]{2,8})”")
_PLACES = (
    "委员会|研究院|研究所|幼儿园|博物馆|图书馆|体育馆|文化馆|美术馆|纪念馆|卫生院|办事处|合作社|开发区|示范区|高新区"
    "|街道|社区|小区|小学|中学|大学|学院|医院|公司|集团|协会|公园|广场|大桥|水库|灌区|湿地|中心|大道|剧院"
    "|县|镇|乡|村|湖|河|岭|山|路"
)
PLACE = re.compile(rf"^[\u4e00-\u9fff]{{2,6}}(?:{_PLACES})$")
# No term begins or ends with these; they are grammar, or count something.
GRAMMAR = set(
    "的了在和是与将为等也都有对从到把被及并而就这那我你他她它们不一二三四五六七八九十个上下以于其之或由向让使要能会可"
    "已还又很更最再着过得地所给跟比但因如若则却只才便即曾正各每某另该此些里内外前后中时年月日号元米人名次条家户万亿千百多余"
    "项来去说道吗呢吧啊呀件座间张份台岁位届批"
)
# Words so common in any local paper that they tell nothing.
COMMON = frozenset(
    (
        "工作 活动 会议 开展 进行 群众 全县 全市 全省 全国 全区 记者 通讯员 本报 我们 他们 自己"
        " 进一步 推进 加强 建设 发展 实现 提高 提升 完成 组织 参加 介绍 表示 目前 今年 去年"
        " 近年 以来 通过 问题 情况 要求 强调 指出 部门 单位 负责 负责人 相关 有关 重点 服务"
        " 管理 现场 时间 方面 地区 项目 增长 其中 同时 期间 下午 上午 晚上 左右 以上 以下 超过"
        " 达到 需要 可以 没有 一个 这个 那个 大家 老人 孩子 市民 居民 村民 干部 党员 书记 主任"
        " 县长 镇长 局长 领导 人员 公里 平方米 万元 亿元 公斤 同比 分别 共有 累计 投入 举行"
        " 召开 举办 启动 方式 作用 能力 水平 质量 安排 部署 落实 措施 积极 全面 深入 继续 不断"
        " 坚持 认真 严格 确保 力度 机制 体系 责任 任务 目标 意识 推动 促进 打造 县委 县政府"
        " 市委 市政府 城区 老城 生活 家里 家庭 地方 东西 时候 起来 出来 下来 上去 看到 告诉"
        " 了解 获悉 据悉 知道 觉得 开始 结束 准备 今天 昨天 明天 笑着 研究 分钟 当天 什么 怎么"
        " 出现 据了解 相关部门 广大群众 活动现场 加快推进 精神 困难 数据 身体 家门口 回头 照样"
        " 出名 突出 基础 强化 构建 加快 关闭 缩短 满意 技术 生产 收入 讲话 主题 内容 成果 成效"
        " 经验 特色 优势 条件 环境 标准 计划 发布 办理 代表 传承 发现 推行 意见 开行 随手 队员 儿子"
        " 女儿 爷爷 奶奶 爸爸 妈妈 孙子 馆长 交易 开通 支持 支队 施工 集团 当年 一度 最难 记者 签约"
        " 接待 申请 审理 判决 购买 应付 出来 提醒 表演 队长 门口 墙上 师傅 老师 同事 邻居"
    ).split()
)


def tags(
    text: str,
    limit: int = 8,
    known: Iterable[str] = (),
    share: Callable[[str], float] | None = None,
) -> tuple[str, ...]:
    """Up to `limit` tags found in the text, best first; `known` ones of the site go before.

    `share` tells which part of the archive holds a term: what many articles hold tells little.
    Every tag is a run of the text itself. Machine-made until an editor takes it.
    """
    text = text[:READ]
    worth = _terms(text)
    if share:
        worth = {term: value / (1 + 4 * share(term) ** 1.5) for term, value in worth.items()}
    familiar = sorted(
        {tag for tag in known if len(tag) >= 2 and tag in text},
        key=lambda tag: (-text.count(tag) * len(tag), tag),
    )
    ranked = sorted(worth, key=lambda term: (-worth[term], term))
    return tuple(_unlike([*familiar, *ranked], limit))


def _terms(text: str) -> dict[str, float]:
    """Terms and their worth."""
    worth: dict[str, float] = {}
    for term, count in _repeated(text):
        worth[term] = math.log2(1 + count) * math.sqrt(len(term)) * (1 + 0.4 * _is_place(term))
    for pattern, base in ((TITLE, 3.0), (QUOTED, 2.2)):
        for term, count in Counter(pattern.findall(text)).items():
            if term not in COMMON and not set(term) & set("我你他她"):
                worth[term] = max(
                    worth.get(term, 0), base + math.log2(count) * math.sqrt(len(term))
                )
    opening = text[:200]
    return {term: value * (1.25 if term in opening else 1) for term, value in worth.items()}


def _is_place(term: str) -> bool:
    return PLACE.match(term) is not None


def _repeated(text: str) -> Iterator[tuple[str, int]]:
    """Runs of characters that come at least twice, with different neighbours on both sides."""
    counts: Counter[str] = Counter()
    before: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    for run in RUN.finditer(text):
        for start, end in _windows(run[0]):
            term = run[0][start:end]
            counts[term] += 1
            before.setdefault(term, set()).add(run[0][start - 1] if start else f"<{run.start()}")
            after.setdefault(term, set()).add(run[0][end] if end < len(run[0]) else f">{run.end()}")
    for term, count in counts.items():
        if count >= 2 and len(before[term]) >= 2 and len(after[term]) >= 2 and term not in COMMON:
            yield term, count


def _windows(run: str) -> Iterator[tuple[int, int]]:
    for start, first in enumerate(run):
        if first in GRAMMAR:
            continue
        for end in range(start + 2, min(start + LONGEST, len(run)) + 1):
            if run[end - 1] == "的":
                break
            if run[end - 1] not in GRAMMAR:
                yield start, end


def _unlike(terms: Iterable[str], limit: int) -> Iterator[str]:
    """The first of them of which none is part of another."""
    taken: list[str] = []
    for term in terms:
        if len(taken) == limit:
            return
        if not any(term in other or other in term for other in taken):
            taken.append(term)
            yield term
