"""What the words of a headline's row say: a clause of its own, a place, an occasion, or a part."""

import re
from collections.abc import Iterator

from articles.parsing.overlap import plain, share
from articles.parsing.reading.predicates import predicates
from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN

PERSONS = "她他我咱"  # with which a clause of its own begins
HANGING = "为的在和与被将对向至到把及让使从以当是之于"
ROUND = re.compile(
    "(?:小组赛|(?:半|八分之一|四分之一)?决赛)?"
    "(?:第[一二三四五六七八九十\\d]{1,3}(?:轮|场|站|天|比赛日|回合)|[首次]回合|[首末]轮)?$"
)
ROUND_ENDS = frozenset("赛轮场站天日合")  # with which such a word ends
NAME = re.compile("[“《][^，。！？”》]{2,10}[”》]")  # an award, a title: what a verb above it wants
ENDED = "了吗呢吧？！?!"  # with which a sentence ends
AFTER_EVENT = tuple("在将于开昨今明")
SHORT, TWICE = 5, 1.6  # characters of a place or a column over a row so many times as long
LONGEST_TIME = 8  # characters of 国庆假期
TOLD = 0.3  # of a label's pairs of characters: more, and the text speaks of it
LONGEST_PART = 12
LEAST_TORN = 5  # characters
# Of a place, and without a word that tells what was done: 鸣溪县建成图书馆
INSTITUTION = re.compile(
    f"(?![我全本各])[{HAN}]{{1,3}}[省市州县区镇乡](?:(?![建成开启新首座个家入进到获迎出])[{HAN}]){{2,8}}"
)
LONGEST_MANY = 6  # characters of 七百名学子, less its marks
MANY = re.compile("[一两二三四五六七八九十百千万\\d]+[多余]?[名位个只棵条张群对双家座所盏辆头]")
AMOUNT = re.compile(f"[〇零一二两三四五六七八九十百千万亿\\d.]+[{HAN}]{{1,3}}")  # 两万八千元
# 今年前十月, 前10个月, 去年8月, 未来一周
TIME = re.compile(
    "(?:[今去明]年)?(?:未来[一两三五七十\\d]{1,2}[天周]"
    "|[前头近][一二两三四五六七八九十\\d]{1,2}个?[月年天周]|[一二两三四五六七八九十\\d]{1,2}月份?)"
)
VISIT = re.compile(f"(?:走进|探访|寻访|探秘|探营|直击)[{HAN}]{{3,12}}")
# 连续16年, 第三次: a verb goes on
DURATION = re.compile("(?:连续|第)[一二三四五六七八九十两\\d]{1,3}个?[年月周天届次季]度?$")
TALE = re.compile("[^，]{4}的[一二两三四五六七八九十百\\d]{1,4}(?:天|年|个春秋)$")  # 护林员的三十年
OCCURRED = re.compile("在[^，]{4,14}[会式场赛讲坛]上")  # 在全市招商大会上
PREDICATE = re.compile(f"[{HAN}][成出进上走起入到来满遍破]")  # 跑进, 捧回: a subject stands before

# Of `breaks`, those of a row that is no clause of its own
CUTS = frozenset(
    {
        "a quotation open",
        "unended",
        "hanging",
        "a verb torn",
        "words torn",
        "a word torn",
        "a pair torn",
        "many",
        "how long",
        "an office below",
        "a time above",
        "an adverb above",
        "published below",
        "an amount below",
        "a wanting verb below",
        "an object below",
        "more wanted",
        "somebody above",
        "subject and verb",
        "a predicate below",
        "a part above",
        "held below",
    }
)


class Clauses:
    """Asked about the rows of a heading; knows the text that they head."""

    def __init__(self, body: str, rules: Rules):
        self.body, self.rules = body.replace(" ", ""), rules
        self.plain = plain(self.body)
        self.predicates = predicates(rules)
        self.held = (*rules.held_verbs, *AFTER_EVENT)

    def breaks(self, x: str, y: str, z: str = "") -> Iterator[str]:
        """Signs of row x above row y, and that one above row z: of one clause, or of two."""
        if x.count("“") > x.count("”") or x.count("《") > x.count("》"):
            yield "a quotation open"
        said = self.is_said(x, y)
        if x[-1] in "，、；：" and not said:
            yield "unended"
        yield from self._wanted(x, y)
        yield from self._torn(x, y, z)
        if said:
            yield "said"
        place, occasion = self.is_place(x, y), self.is_occasion(x, y)
        if occasion:
            yield "an occasion above"
        if self.is_part(x) and not place and not occasion:
            yield "a part above"
        if self._lacks_event(x) and y.endswith(self.rules.events):
            yield "held below"
        long = len(y) >= 2 * len(x) or y[0] in PERSONS
        label = len(x) <= SHORT and long and share(x, self.plain) < TOLD  # 有此一说
        label = label and not self.predicates.wants_more(x)
        if label:
            yield "a label above"
        if min(len(x), len(y)) <= 4 and not (place or label):
            yield "a few signs"

    def _torn(self, x: str, y: str, z: str) -> Iterator[str]:
        """Signs that words of the text are parted between the rows."""
        if x[-1] in HANGING:
            yield "hanging"
        if NAME.fullmatch(y) and x[-1] not in "”》" and not self.goes_on(z):
            yield "a name below"
        whole = x[-1] not in ENDED and x[-2:] + y[:2] in self.body
        if x[-1] + y[0] in self.rules.object_verbs:
            yield "a verb torn"
        if whole:
            yield "words torn"
        elif self._is_word(x[-2:] + y[0]) or self._is_word(x[-1] + y[:2]):
            yield "a word torn"
        elif x[-1] + y[0] in self.body and x[-1] not in f"”》{ENDED}" and y[0] not in "“《":
            yield "a pair torn"

    def _wanted(self, x: str, y: str) -> Iterator[str]:
        """Signs that row x is the subject or the time of what row y tells."""
        if self.is_visited(x, y):
            return
        if MANY.match(x) and len(plain(x)) <= LONGEST_MANY:
            yield "many"
        if DURATION.search(x):
            yield "how long"
        if y.startswith(self.rules.offices) and x.endswith(self.rules.institution_ends):
            yield "an office below"  # 市图书馆 / 馆长张三一行…
        timed = len(x) <= LONGEST_TIME and x.endswith(self.rules.time_ends)
        if timed or TIME.fullmatch(x) is not None:
            yield "a time above"
        if x.endswith(self.rules.adverbs) and y[0] not in "“《":
            yield "an adverb above"
        if x.endswith(self.rules.publishing) and y.endswith(self.rules.published):
            yield "published below"
        amount = AMOUNT.fullmatch(y.partition(" ")[0])  # “村BA”鏖战 / 三昼夜 云脚村队捧杯
        if amount and " " not in x:
            yield "an amount below"
        if y.startswith(self.predicates.wanting):  # 助学活动现场 / 募捐33万元
            yield "a wanting verb below"
        if self.predicates.wants_object(x, y):
            yield "an object below"
        if self.predicates.wants_more(x):
            yield "more wanted"
        if self.predicates.is_actor(x) or self.predicates.names(x):
            yield "somebody above"
        if self.predicates.are_subject_and_verb(x, y):
            yield "subject and verb"
        if PREDICATE.match(y) and not y.startswith(self.rules.kicker_openings):
            yield "a predicate below"

    def is_torn(self, text: str) -> bool:
        """寄宿制学校、幼儿园 安全出口禁上锁: two rows of large type that were written as one."""
        first, gap, second = text.partition(" ")
        if not gap or " " in second or len(first) == len(second):  # 稻谷归仓 颗粒皆甜: a couplet
            return False
        if min(len(first), len(second)) < LEAST_TORN:  # a name, or a column's
            return False
        return self.is_cut(first, second)

    def is_cut(self, x: str, y: str) -> bool:
        """Whether row x is no clause of its own, above row y."""
        return not self.is_held(x) and not CUTS.isdisjoint(self.breaks(x, y))

    def goes_on(self, text: str) -> bool:
        """迎来首批候鸟: says what somebody does, and not who."""
        if text.startswith(self.rules.clause_followers) or PREDICATE.match(text) is not None:
            return True
        return self.predicates.lacks_subject(text)

    def _is_word(self, letters: str) -> bool:
        """Three characters of the body, with no sign between them."""
        return letters.isalnum() and letters in self.body

    def _lacks_event(self, text: str) -> bool:
        """…召开 without the meeting that was held."""
        verb = next((v for v in self.rules.held_verbs if text.endswith(v)), None)
        return verb is not None and not text.removesuffix(verb).endswith(self.rules.events)

    def is_held(self, text: str) -> bool:
        """…召开第二十次会议, …工作会议召开: an event and that it was held are all there."""
        if text.endswith(self.rules.events):
            return any(verb in text[2:] for verb in self.rules.held_verbs)
        verb = next((v for v in self.rules.held_verbs if text.endswith(v)), None)
        return verb is not None and text.removesuffix(verb).endswith(self.rules.events)

    def is_part(self, text: str) -> bool:
        """A row that the body has word for word, and goes on from: a name, not a clause."""
        place = self.body.find(text)
        if place < 0 or len(text) > LONGEST_PART or text.startswith(self.rules.kicker_openings):
            return False
        if text.endswith(self.rules.kicker_ends):
            return False
        after = self.body[place + len(text) : place + len(text) + 1]
        return after not in "，。；：！？”’"

    def is_said(self, x: str, y: str) -> bool:
        """Whether row x names who says what row y tells: 市气象台提醒, not …发布 / …预警."""
        if not x.rstrip("：").endswith(self.rules.kicker_ends):
            return TALE.search(x) is not None or OCCURRED.fullmatch(x) is not None
        return not (x.endswith("发布") and y.endswith(self.rules.published))

    def is_visited(self, x: str, y: str) -> bool:
        """走进城南旧货市场 / 旧物里的新生意: where the paper has been, above what it found."""
        return VISIT.fullmatch(x) is not None and not self.predicates.lacks_subject(y)

    def is_issued(self, text: str) -> bool:
        """我市出台办法: that something was issued, and not what it says."""
        issue = next((x for x in self.rules.published if text.endswith(x)), "")
        return bool(issue) and text.removesuffix(issue).endswith(self.rules.publishing)

    def is_place(self, text: str, following: str) -> bool:
        """石桥镇 over a row so much longer that it is no half of it."""
        uneven = len(text) <= SHORT and len(following) >= TWICE * len(text)
        return uneven and text.endswith(self.rules.place_ends)

    def is_institution(self, text: str) -> bool:
        """鸣溪县检察院: who did it, and not yet what."""
        place = self.rules.institution_ends if len(text) <= LONGEST_PART else ()
        return text.endswith(place) and INSTITUTION.fullmatch(text) is not None

    def is_occasion(self, text: str, following: str) -> bool:
        """市青少年乒乓球锦标赛第二轮 above what happened there; not above 在…举行."""
        occasion = ROUND.sub("", text) if text[-1] in ROUND_ENDS else text
        return occasion.endswith(self.rules.occasions) and not following.startswith(self.held)
