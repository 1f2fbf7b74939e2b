"""Wordings that have a better one: words that sound alike, and the paper's own dictionary."""

import re
from collections.abc import Iterator, Sequence

from articles.checks.findings import Hit, Term
from articles.texts.manuscripts import Manuscript

# Written so they are wrong in nearly every sentence: wrong → right, a pair each.
CONFUSED = dict(
    pair.split("=")
    for pair in (
        "做为=作为 既使=即使 即然=既然 按装=安装 布署=部署 坐阵=坐镇 松驰=松弛 针贬=针砭"
        " 幅射=辐射 追朔=追溯 宣泻=宣泄 凑和=凑合 烩炙人口=脍炙人口 脍灸人口=脍炙人口"
        " 在接再厉=再接再厉 再接再励=再接再厉 迫不急待=迫不及待 一如继往=一如既往"
        " 不径而走=不胫而走 走头无路=走投无路 谈笑风声=谈笑风生 声名雀起=声名鹊起"
        " 默守成规=墨守成规 甘败下风=甘拜下风 变本加利=变本加厉 黄梁美梦=黄粱美梦"
        " 世外桃园=世外桃源 穿流不息=川流不息 一愁莫展=一筹莫展 名列前矛=名列前茅"
        " 人才汇萃=人才荟萃 人才挤挤=人才济济 鼎立相助=鼎力相助 蜂涌而至=蜂拥而至"
        " 各行其事=各行其是 鬼鬼崇崇=鬼鬼祟祟 汗流夹背=汗流浃背 急流勇进=激流勇进"
        " 金壁辉煌=金碧辉煌 娇揉造作=矫揉造作 竭泽而鱼=竭泽而渔 不能自己=不能自已"
        " 美仑美奂=美轮美奂 名副其时=名副其实 名符其实=名副其实 磨肩接踵=摩肩接踵"
        " 莫名奇妙=莫名其妙 披星带月=披星戴月 贫脊=贫瘠 迫在眉捷=迫在眉睫 气慨=气概"
        " 情不自尽=情不自禁 融汇贯通=融会贯通 如火如涂=如火如荼 如雷灌耳=如雷贯耳"
        " 入场卷=入场券 水笼头=水龙头 天翻地复=天翻地覆 挺而走险=铤而走险 委屈求全=委曲求全"
        " 萎糜不振=萎靡不振 喜笑言开=喜笑颜开 泄秘=泄密 兴高彩烈=兴高采烈 一股作气=一鼓作气"
        " 一诺千斤=一诺千金 一心一义=一心一意 以逸代劳=以逸待劳 有持无恐=有恃无恐"
        " 原形必露=原形毕露 再所不惜=在所不惜 责无旁待=责无旁贷 张灯节彩=张灯结彩 震憾=震撼"
        " 遗撼=遗憾 不记其数=不计其数 重蹈复辙=重蹈覆辙 出奇不意=出其不意 大展鸿图=大展宏图"
        " 防犯于未然=防患于未然 飞扬拔扈=飞扬跋扈 各抒已见=各抒己见 固步自峰=故步自封"
        " 关怀倍至=关怀备至 欢渡=欢度 精兵减政=精兵简政 克苦耐劳=刻苦耐劳 历行节约=厉行节约"
        " 励精图志=励精图治 门可落雀=门可罗雀 弥足真贵=弥足珍贵 山青水秀=山清水秀"
        " 身临奇境=身临其境 伸张正意=伸张正义 施实=实施 收益非浅=受益匪浅 受益非浅=受益匪浅"
        " 殊途同规=殊途同归 淌若=倘若 推心致腹=推心置腹 相辅相承=相辅相成 心心相映=心心相印"
        " 一幅对联=一副对联 义不容词=义不容辞 因地治宜=因地制宜 优柔寡段=优柔寡断"
        " 源源流长=源远流长 源远流常=源远流长 张惶失措=张皇失措 直接了当=直截了当"
        " 自立更生=自力更生 座无需席=座无虚席"
    ).split()
)
# Wrong only beside certain words.
DOUBTFUL = (
    (
        re.compile(
            r"截止(?=目前|今年|去年|昨|[0-9０-９]{1,4}[年月日时])(?![^，。]{0,12}(?:报名|结束))"
        ),
        "截至",
    ),
    (re.compile(r"度过(?=难关|危机|险滩)"), "渡过"),
    (
        re.compile(
            r"渡过(?=了?(?:一个)?[^，。]{0,6}(?:假期|春节|童年|晚年|一生|时光|节日|周末|夜晚))"
        ),
        "度过",
    ),
    (re.compile(r"反应(?=(?:了|出)(?:[^，。]{0,6})(?:问题|情况|现实|面貌|变化))"), "反映"),
    (re.compile(r"启示(?=栏|如下)"), "启事"),
    (re.compile(r"象(?=(?:往年|往常|平时|这样|那样)(?:一样|的))"), "像"),
    (re.compile(r"亲睐"), "青睐"),
    (re.compile(r"(?<=[一二三四五六七八九两几0-9])付(?=对联|春联|眼镜|手套)"), "副"),
    (re.compile(r"以至(?=(?:于)?(?:发生|造成|死亡|受伤))"), "以致"),
)


def homophones(manuscript: Manuscript) -> Iterator[Hit]:
    words = _Words(CONFUSED.items())
    for spot, text in manuscript.paragraphs():
        for start, end, right in words.find(text):
            yield Hit("homophone", spot, start, end, {"wrong": text[start:end], "right": right})
        for pattern, right in DOUBTFUL:
            for match in pattern.finditer(text):
                params = {"wrong": match[0], "right": right}
                yield Hit("homophone", spot, *match.span(), params)


def house_words(manuscript: Manuscript, terms: Sequence[Term]) -> Iterator[Hit]:
    """What the house dictionary writes otherwise, as far as it held on the paper's day."""
    valid = {term.wrong: term for term in terms if term.holds_on(manuscript.day)}
    words = _Words((term.wrong, term.right) for term in valid.values())
    for spot, text in manuscript.paragraphs():
        for start, end, right in words.find(text):
            term = valid[text[start:end]]
            params = {"wrong": term.wrong, "right": right, "source": term.source}
            code = "house_word" if right else "house_banned"
            yield Hit(code, spot, start, end, params, term.severity)


class _Words:
    """Looks for many words in one walk: only those that begin with the character at hand."""

    def __init__(self, pairs):
        self.rights, self.by_first = dict(pairs), {}
        for wrong in sorted(self.rights, key=len, reverse=True):
            self.by_first.setdefault(wrong[0], []).append(wrong)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        place = 0
        while place < len(text):
            wrong = self._at(text, place)
            if wrong is None:
                place += 1
                continue
            yield place, place + len(wrong), self.rights[wrong]
            place += len(wrong)

    def _at(self, text, place):
        for wrong in self.by_first.get(text[place], ()):
            if text.startswith(wrong, place) and not self._is_within_right(text, place, wrong):
                return wrong
        return None

    def _is_within_right(self, text, place, wrong):
        """残疾 → 残疾人: where the right word stands already, nothing is wrong."""
        right = self.rights[wrong]
        offset = right.find(wrong)
        while offset >= 0:
            if place >= offset and text.startswith(right, place - offset):
                return True
            offset = right.find(wrong, offset + 1)
        return False
