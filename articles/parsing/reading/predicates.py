"""Who does what in the rows of a heading: verbs, what stands before them, and what they want."""

import re
from functools import lru_cache

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN

# Before a verb whose subject stands above: 不再发愁, 已满百年; not 不锈钢, 能源, 正月
BEFORE_VERB = re.compile(
    "(?:不(?!锈|法|动产)|未(?!来)|没(?!收)|再(?!生)|也|都(?!市)|已|正(?!月|义|能)|拟|均|仍|却|竟"
    "|才(?!艺|能|子)|就(?!业|医|诊|学|餐)|能(?!源|力|量|耗|人)|会(?!议|场|展|员|计)|需(?!求)"
    f"|应(?!急|用|届|对)|把|被(?!告|子)|让|使(?!用|馆|命)|令|将(?!军|士|领))[{HAN}“]"
)
OPENED = re.compile("(?:把|被(?!告)|将(?!军)|让|使(?!用|馆|命)|令|给|向(?!日)|对(?!口|话|外))")
TAKEN = re.compile(f"[{HAN}，]把([{HAN}]{{2,8}})$")
NAMED = re.compile(f"[”》]([{HAN}]{{2,3}})$")
NOUNS = "大总"  # 安全大检查: what is held, and not what somebody does
QUOTES = re.compile("[“”《》]")
MAKING = "把让使令"
DONE_TO = "把被将让给向为与和"
LONGEST_OPENED = 8  # characters of 把论文, 让心脏骤停老人
# 全省首例, 又一批, 三大: what is counted stands below
COUNTING = re.compile(
    "(?:首[例批个届家座条部款台支位名项]|[一这那每某][个名位批项件起份款种座条家支张群]"
    "|[两二三四五六七八九十]大|[0-9〇零一二三四五六七八九十百千万亿余多]届)$"
)
HEADCOUNT = re.compile(
    "(?<![第前0-9一二三四五六七八九十百千万])[0-9一二三四五六七八九十百千万]+[余多]?[名位]$"
)
CAUSING = re.compile("(?<![一兴雅精景极别大细标招])致$")  # 寒潮致 / 多处大棚受损
# 凶手被警方抓获: nothing follows
PASSIVE = re.compile("被[^，]{1,5}[^，予为入至作成]$|遭[^遇受，][^，]{1,5}$|的[^，]{2}$")
QUESTION = re.compile(
    "[？?]$|什么|为何|缘何|何以|何时|何在|何去|如何|怎么|怎样|几何|能否|是否|咋|该不该|[吗呢]$|哪[里儿些]"
)


class Predicates:
    """Asked about a row, or two, of a heading."""

    def __init__(self, rules: Rules):
        self.rules = rules
        self.openings = (*rules.head_verbs, *rules.head_adverbs)
        wanting = [verb for verb in rules.object_verbs if len(verb) > 1]
        self.wanting = tuple(wanting)
        verbs = {*rules.head_verbs, *rules.held_verbs, *rules.clause_verbs, *wanting}
        self.verbs = [
            (size, frozenset(verb for verb in verbs if len(verb) == size))
            for size in sorted({len(verb) for verb in verbs})
        ]

    def has_one(self, text: str) -> bool:
        """Whether a verb that headlines use stands in the row: 市民排队, not 老旧小区."""
        if text[-1] in "了着" or "了" in text[1:]:
            return True
        return not all(
            verbs.isdisjoint([text[k : k + size] for k in range(len(text) - size + 1)])
            for size, verbs in self.verbs
        )

    def lacks_subject(self, text: str) -> bool:
        """Says what somebody does, and not who: 成为新税源, 不再为取水发愁."""
        return text.startswith(self.openings) or BEFORE_VERB.match(text) is not None

    def goes_on(self, text: str) -> bool:
        """The same below a clause: 破窗救出老人; but 把车间变成课堂 may stand alone."""
        return self.lacks_subject(text) and text[0] not in MAKING

    def wants_more(self, text: str) -> bool:
        """Ends where no sentence does: 寻求适合, 全省首例, 把论文."""
        if text.endswith(self.rules.object_verbs):
            return PASSIVE.search(text) is None
        if COUNTING.search(text) or HEADCOUNT.search(text) or CAUSING.search(text):
            return True
        opened = len(text) <= LONGEST_OPENED and OPENED.match(text)
        if opened and not self.has_one(text):
            return True
        taken = TAKEN.search(text)  # 他把十二名学生
        return taken is not None and taken[1].endswith(self.rules.persons)

    def is_actor(self, text: str) -> bool:
        """九旬老党员: who does something, and not what; 医院把专家 says to whom it is done."""
        done = any(sign in text for sign in DONE_TO)
        return text.endswith(self.rules.persons) and not done and not self.has_one(text)

    def names(self, text: str) -> bool:
        """“中国好人”顾小满: by what somebody is known, and his name."""
        named = NAMED.search(text)
        return named is not None and named[1][0] in self.rules.surnames

    def wants_object(self, x: str, y: str) -> bool:
        """三部门联合检查 / 校园周边食品安全: what is done stands above, and to what below."""
        whole = QUOTES.sub("", y).isalnum() and not self.has_one(y) and not self.lacks_subject(y)
        return whole and x.endswith(self.rules.inspecting) and x[-3:-2] not in NOUNS

    def are_subject_and_verb(self, x: str, y: str) -> bool:
        """老旧小区 / 告别“蜘蛛网”: who, and what he does."""
        follows = self.lacks_subject(y) or y.startswith(self.rules.clause_followers)
        return follows and not self.has_one(x)


@lru_cache(maxsize=8)
def predicates(rules: Rules) -> Predicates:
    """Those of a house, made once."""
    return Predicates(rules)


def is_question(text: str) -> bool:
    """电价下调影响几何"""
    return QUESTION.search(text) is not None
