"""The byline and credit grammar: printed words → who did what."""

import re
from functools import lru_cache
from itertools import zip_longest

from articles.parsing.rules import Rules
from articles.parsing.typography.lines import HAN
from articles.parsing.words.grammar import SPOKEN_ON, desk_of, grammar
from articles.records import Credit, CreditRole

SEPARATORS = re.compile(r"[\s、；;：:（）()【】\[\]&＆|｜□■○●◎◇◆]+")
SLASH = re.compile(r"[/／]")
NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:[·•・.][{HAN}]{{1,8}}){{1,3}}")
LATIN_NAME = re.compile(r"[A-Z][A-Za-z.'\-]{1,20}")
BOTH = re.compile(
    r"[（(]?(?:文\s?[/／、并]?\s?图|文\s?[/／、并]\s?摄影?|图\s?[/／、]\s?文|摄影\s?[/／]?\s?报道|文字\s?[/／]\s?摄影|撰文\s?[/／]?\s?摄影)[）)]?$"
)
BOTH_FIRST = re.compile(r"(?:文\s?[/／]\s?图|图\s?[/／]\s?文)[\s：:]+")
# By Lin Zhixia and Song Nanxing
ENGLISH = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}")
# Characters that no Chinese name opens with, though they often follow 记者.
GIVEN, GIVEN_TO_WRITERS = "发", "图"  # with which names end: 金发, 宏图
NO_NAME = set("了在从对就是也将已来到走获看发今昨们的与按说采随跟再又还前表还为称当沿赶特问感注")
HAN_SIGN = re.compile(f"[{HAN}]")
UNIT = re.compile(f"[{HAN}A-Za-z]{{0,24}}")
# 实验小学五（3）班, 护理2203班, 文学院 2011级 before a name
OF_YEAR = r"(?:[（(]\d{1,2}[）)]|\d{1,4}级?|[一二三四五六七八九十])班|\s?\d{2,4}级"
CLASS = rf"[{HAN}]{{1,12}}(?:{OF_YEAR})"
OF_CLASS = re.compile(rf"^{CLASS}\s")
# 线索提供 张先生: who told the paper of it, and wrote nothing
TIP = re.compile(rf"\s?(?:线索提供|报料人?|爆料人?)\s?[：:/／]?\s?[{HAN}\s]{{1,6}}$")
LEADING_MARK = re.compile(r"^[①-⑳]\s?\d{0,2}\s?")  # ③2 张三 摄
# 《云麓日报》记者 张三, 沙河记者站记者 李四
OF_PAPER = re.compile(
    rf"(?:《[^《》]{{2,12}}》|(?:^|(?<=\s))[{HAN}]{{2,6}}(?:记者站|[日晚晨早]报|[网报台][（(][{HAN}]{{2,8}}[）)]))(?=记者|通讯员|特约)"
)
# Another paper gave the text, or some of it: 综合本报记者 张三及《云麓晨报》报道
GIVEN_BY = re.compile(
    r"《[^《》]{2,12}》\s?(?:供稿|特稿)|[及和]《[^《》]{2,12}》(?=报道)|^综合(?=本报记者)"
)
COMMA = re.compile(rf"[，,](?=[{HAN}]{{0,4}}(?:记者|通讯员))")  # 记者张三，通讯员李四
REPORTED_AT = re.compile(r"\s?\d{1,2}[日时][\d日时分早晚上下中午凌晨]{0,10}报道(?=[）)]?$)")
SPOKEN = re.compile(f"{SPOKEN_ON}$")
SENT_BY = re.compile(rf"[（(]?[{HAN}]{{2,10}}发[（(]([{HAN}\s]{{2,10}})摄[）)][）)]?")
PEN_NAME = re.compile(f"[{HAN}]{{1,4}}[·•][{HAN}]{{1,4}}")  # 周·海棠
FROM = re.compile(rf"(?<=[{HAN}])\s?[（(]([{HAN}]{{3,16}})[）)]$")  # 张三（温县一中）
# 张三 文 李四 图: each word explains the names before it
WORDS_AND_PICTURES = re.compile(
    r"(.{2,30}?)\s?(?:撰文|文)[\s/／、]+(.{2,30}?)\s?(?:摄影|摄|供图|图)"
)
GIVEN_WORDS = ("供图", "提供")
TAKEN_AT = re.compile(r"摄于[^，。！？；]{2,14}$")  # 读者 张三 摄于浦西渡口
FROM_FILES = re.compile("(?:^|本[报刊社])(?:资料照片|资料)[）)]?$")
LEADING = ("摄影", "图片")  # 记者 张三 摄影 李四
LONGEST_BYLINE = 80
SURE_UNITS = "校院局县镇乡区厂司部处矿段"  # 炼铁厂: no name ends so
MARKED_PAIR = re.compile(f"^([□■○●◎◇◆▲△★☆]\\s?[{HAN}]) ([{HAN}])$")  # □ 文 火 is one name
LEAST_UNIT = 5  # characters of a token that is hardly a name, though one may end so


@lru_cache(maxsize=64)
def read_credits(text: str, rules: Rules, fallback: CreditRole) -> tuple[Credit, ...] | None:
    """The people named in a byline, None when a part of it cannot be read.

    `fallback` is the role of a name that no word explains.
    """
    if len(text) > LONGEST_BYLINE or not has_even_brackets(text):
        return None
    opening = next((x for x in rules.english_openings if text.startswith(f"{x} ")), None)
    if opening:
        names = text.removeprefix(opening).strip().split(" and ")
        whole = all(map(ENGLISH.fullmatch, names))
        return tuple(Credit(n, fallback, text) for n in names) if whole else None
    reader = _Reader(MARKED_PAIR.sub(r"\1\2", text), rules, fallback)
    return reader.credits() if reader.read() else None


def has_even_brackets(text: str) -> bool:
    """Whether every bracket closes; one may be full and the other half wide: (记者张三）."""
    return text.count("（") + text.count("(") == text.count("）") + text.count(")")


def words_and_pictures(text: str, rules: Rules) -> re.Match | None:
    """李四文 张三摄; but 记者 王文 通讯员 张三 摄 has two who took pictures."""
    apart = WORDS_AND_PICTURES.fullmatch(text.strip("（）()"))
    roles = rules.reporter_words + rules.correspondent_words + rules.ranks
    if apart is None or apart[1][-1] == " " or not apart[2].startswith(roles):
        return apart
    return None if len(apart[1].split()[-1]) <= 2 else apart


def has_role_word(text: str, rules: Rules) -> bool:
    """Whether a word such as 记者 or 通讯员 stands in the text."""
    words = rules.reporter_words + rules.correspondent_words
    return any(word in text for word in words)


class _Reader:
    """Reads one byline token by token; the role word before a name or after it counts."""

    def __init__(self, text: str, rules: Rules, fallback: CreditRole):
        self.text, self.rules, self.fallback = text, rules, fallback
        self.names: list[tuple[str, CreditRole | None]] = []
        self.role: CreditRole | None = None
        self.pending = ""
        self.both = False

    def credits(self) -> tuple[Credit, ...]:
        out = [Credit(n, role or self.fallback, self.text) for n, role in self.names]
        if self.both:
            out += [Credit(n, CreditRole.PHOTOGRAPHER, self.text) for n, _ in self.names]
        return tuple(dict.fromkeys(out))

    def read(self) -> bool:
        text = self.text.strip(self.rules.byline_marks + " \u3000－—-*·")
        text = grammar(self.rules).agency.sub("", text)
        plain = text.replace(" ", "")
        desk = desk_of(self.rules).fullmatch(plain.strip("（）()")) or FROM_FILES.search(plain)
        if desk or plain in self.rules.anonymous_bylines:
            return True
        text = LEADING_MARK.sub("", text)
        dateline = grammar(self.rules).opening.match(text)
        text = TIP.sub("", text[dateline.end() :] if dateline else text).strip("】：")
        text = self._plain(text)
        if "发" in text and (sent := SENT_BY.fullmatch(text)):
            text = sent[1]
        if "文" in text and (apart := words_and_pictures(text, self.rules)):
            if self._read_apart(*apart.groups()):
                return True
            self.names = []  # 方杰文 文/图: a name that ends so
        if text.endswith(("）", ")")):
            text = self._without_unit(text)
        text = TAKEN_AT.sub("摄", text)
        text = OF_PAPER.sub(" ", OF_CLASS.sub("", SPOKEN.sub("", text)))
        if BOTH_FIRST.match(text):
            self.both, text = True, BOTH_FIRST.sub("", text)
        both = BOTH.search(text)
        if both:
            self.both, text = True, text[: both.start()]
        tokens = [token for token in SEPARATORS.split(text) if token]
        while len(tokens) > 1 and self._is_unit(tokens[0]):
            del tokens[0]
        if len(tokens) > 1 and self._is_unit(tokens[-1]):  # 桑梓 县妇幼保健院
            del tokens[-1]
        # 通讯员 州人民医院 曾进
        tokens[1:-1] = [t for t in tokens[1:-1] if len(t) < LEAST_UNIT or not self._is_unit(t)]
        for token, after in zip_longest(tokens, tokens[1:]):
            if token in LEADING and after and self.names and self._is_name(after):
                self.role = CreditRole.PHOTOGRAPHER
            elif not self._token(token):
                return False
        return not self.pending

    def _plain(self, text: str) -> str:
        """The names, without what else a byline may say; words that touch parted."""
        text = GIVEN_BY.sub("", REPORTED_AT.sub("", COMMA.sub(" ", text)))
        staff = grammar(self.rules).staff.search(text, LEAST_UNIT)
        if staff and has_role_word(text[: staff.start()], self.rules):  # 记者 张三 责任编辑 李四
            text = text[: staff.start()].rstrip()
        return grammar(self.rules).slashed.sub(" ", text)

    def _is_unit(self, token: str) -> bool:
        """温县一中 before the name of who comes from there; 读者 before that of who writes."""
        if token.endswith(self.rules.writers) or token.endswith(self.rules.offices):
            return True
        if len(token) < 4:
            return len(token) == 3 and token[-1] in SURE_UNITS
        unit = is_unit(token, self.rules)
        return unit and not grammar(self.rules).role.search(token)

    def _read_apart(self, words: str, pictures: str) -> bool:
        """Who wrote the words, then who took the pictures."""
        for text, role in ((words, None), (pictures, CreditRole.PHOTOGRAPHER)):
            names = read_credits(text, self.rules, role or CreditRole.AUTHOR)
            if not names:
                return False
            self.names += [(credit.name, role or credit.role) for credit in names]
        return True

    def _without_unit(self, text: str) -> str:
        """The names alone, where a bracket says where they come from."""
        unit = FROM.search(text)
        if unit is None or grammar(self.rules).role.search(unit[1]):
            return text
        return text[: unit.start()] if unit[1][-1] in self.rules.unit_ends else text

    def _token(self, token: str) -> bool:
        parts = [part for part in SLASH.split(token) if part]
        if len(parts) == 2 and parts[0] in self.rules.photographer_words:  # 图/张三
            words = self.rules.reporter_words + self.rules.correspondent_words
            word = next((word for word in words if word in parts[1]), "")
            name = parts[1].partition(word)[2] if word else parts[1]  # 图/本报记者 张三
            self.role = CreditRole.PHOTOGRAPHER
            return not name or self._names(name)
        return all(map(self._part, parts))

    def _part(self, part: str) -> bool:
        if self.pending and part == "文":  # 雷 文 摄: a name that is set to three signs
            return self._name(part)
        if part in self.rules.ranks:  # 见习 / 记者 张三
            return True
        if part.endswith(self.rules.reporting_words):
            if part in self.rules.reporting_words:
                return True
            part = next(
                part.removesuffix(w) for w in self.rules.reporting_words if part.endswith(w)
            )
        if self._after_word(part):
            return True
        words_after = grammar(self.rules).after_names
        for role, before, rest in self._leading_words(part):
            words = grammar(self.rules).role
            named = (
                role is not CreditRole.AUTHOR
                or opens_with_family(before, self.rules)
                or words.search(before)
            )
            if before and named:
                self._run_together(before)
            self.role = role
            if not rest and part.endswith(words_after):
                self.names = [(name, role) for name, _ in self.names]
            return not rest or self._after_word(rest) or self._names(rest)
        return self._names(part)

    def _run_together(self, before: str) -> None:
        """Names that letter-spacing has glued to the role word after them; a unit is none."""
        house = next((w for w in self.rules.agencies if len(before) > 4 and before.endswith(w)), "")
        before = before.removesuffix(house)  # 新华社记者张三本报记者李四
        rank = next((w for w in self.rules.ranks if before.endswith(w)), "")
        named = before.removesuffix(rank)  # 记者张三特约记者李四
        if len(named) > 1 and not named.endswith(self.rules.house_ends):
            before = named
        if grammar(self.rules).role.search(before):
            self._part(before)
        elif self.pending and len(before) <= 2:  # 何 / 宇通讯员 俞长
            self._name(before)
        elif not self.role or before.endswith(self.rules.ranks):
            return
        elif NAME.fullmatch(before) or len(before) > 4:
            self._names(before)

    def _names(self, text: str) -> bool:
        """One name, or several that lost the spaces between them."""
        if len(text) == 4 and not text.startswith(self.rules.double_surnames):
            pair = split_names(text, self.rules)
            if len(pair) == 2 and not self.pending:
                self.names += [(name, self.role) for name in pair]
                return True
        pending = self.pending
        if self._name(text):
            return True
        names = split_names(pending + text, self.rules)  # 魏 勇 / 顾梅松
        self.names += [(n, self.role) for n in names]
        return bool(names)

    def _leading_words(self, part: str):
        """Role words in the part, the last first: 首席记者张三, 通讯员李四."""
        found = list(grammar(self.rules).role.finditer(part))
        for match in reversed(found):
            role = self._role_of(match[0])
            before, rest = part[: match.start()], part[match.end() :]
            if self._is_inside_name(match[0], before, rest):
                continue
            if len(match[0]) == 1 and len(before) > 4:  # 文 of 第四届茅盾文学奖
                continue
            if UNIT.fullmatch(before) and len(rest) <= 24:
                yield role, before, rest

    def _is_inside_name(self, word: str, before: str, rest: str) -> bool:
        """李文石 and 李文 are names, and neither 石 after the word 文 nor 李 before it."""
        if before[-1:] + word in self.rules.double_surnames:  # 宇文秋
            return True
        roles = grammar(self.rules).role.finditer(before)
        own = before[max((role.end() for role in roles), default=0) :]  # 吴 of 记者吴
        family = own in self.rules.double_surnames or (len(own) == 1 and own in self.rules.surnames)
        if not own and word in self.rules.surnames:  # 文静 and 文小平, but 文王平
            return len(rest) == 1 or (len(rest) == 2 and rest[0] not in self.rules.surnames)
        full = len(own) == 2 and own[0] in self.rules.surnames and not rest  # 赵志 of 赵志文
        whole = len(rest) <= 1 or bool(split_names(own + word + rest, self.rules))  # 彭文凤严胜
        return len(word) == 1 and ((family and whole) or full)

    def _role_of(self, word: str) -> CreditRole | None:
        if word in self.rules.reporter_words:
            return CreditRole.REPORTER
        if word in self.rules.correspondent_words:
            return CreditRole.CORRESPONDENT
        if word in self.rules.photographer_words + self.rules.photographers:
            return CreditRole.PHOTOGRAPHER
        return CreditRole.AUTHOR

    def _after_word(self, part: str) -> bool:
        """A word that follows its names: 翟鹏程 摄, 张三文."""
        words = grammar(self.rules).after_names
        if not part.endswith(words):
            return False
        roles = self.rules.reporter_words + self.rules.correspondent_words
        part, self.pending = self.pending + part, ""  # 沈 果摄
        for word in words:
            if part != word and self._ends_name(word, part.startswith(roles)):  # 宋金发 took none
                continue
            if part.endswith(word) and part.startswith(roles):  # 记者方圆摄
                part = next(part.removeprefix(role) for role in roles if part.startswith(role))
            if part == word or (part.endswith(word) and self._is_name(part[: -len(word)])):
                if part != word and not self._name(part[: -len(word)]):
                    return False
                self.role = self.role if self.names else CreditRole.PHOTOGRAPHER  # 摄影：张三
                given = word in GIVEN_WORDS  # 企业供图, 材料学院供图: nobody by name
                self.names = [
                    (name, CreditRole.PHOTOGRAPHER)
                    for name, _ in self.names
                    if not given or opens_with_family(name, self.rules) or "·" in name
                ]
                return bool(self.names) or given or part == word
        return False

    def _ends_name(self, word: str, led: bool) -> bool:
        """Whether the word is a sign with which names end; `led` by the word for a writer."""
        return word in GIVEN or (word in GIVEN_TO_WRITERS and (led or self.role is not None))

    def _is_name(self, text: str) -> bool:
        plain = NAME.fullmatch(text) or LATIN_NAME.fullmatch(text)
        return bool(plain) and text[0] not in NO_NAME

    def _name(self, text: str) -> bool:
        torn = self.pending != ""
        if torn:
            text, self.pending = self.pending + text, ""
        elif len(text) == 1:
            self.pending = text
            return HAN_SIGN.match(text) is not None
        rules = self.rules
        if text in rules.nobody or text in rules.agencies or text in rules.picture_agencies:
            return True
        if text.endswith(self.rules.collective_ends):
            self.role = CreditRole.AUTHOR
            return True
        if not self._is_name(text):
            return False
        if not self._take_torn(text, torn):
            self.names.append((text, self.role))
        return True

    def _take_torn(self, text: str, spaced: bool) -> bool:
        """潘竹 / 晨 蒋 峰: a row ends inside a name, and the next one is letter-spaced.

        申涛 央金措 are two as they stand: 金 may be given.
        """
        last, role = self.names[-1] if self.names else ("", None)
        if len(last) != 2 or role is not self.role or text[0] in self.rules.surnames:
            return False
        names = split_names(last + text, self.rules)
        torn = bool(names) and (spaced or names[-1][0] in self.rules.never_given)
        if torn:
            self.names[-1:] = [(name, role) for name in names]
        return torn


def split_names(text: str, rules: Rules) -> tuple[str, ...]:
    """Names run together by letter-spacing → the names: each opens with a family name."""
    if not 4 <= len(text) <= 24 or not all(HAN_SIGN.match(c) for c in text):
        return ()
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())] + [None] * len(text)
    for end in range(2, len(text) + 1):
        for size in (2, 3):
            before = best[end - size] if end >= size else None
            name = text[end - size : end]
            if before is None or name[0] not in rules.surnames or name[0] in NO_NAME:
                continue
            score = before[0] + (1.0 if size == 3 else 0.6) + _rank(name[0], rules)
            score -= 0.5 * sum(char in rules.never_given for char in name[1:])
            if best[end] is None or score > best[end][0]:
                best[end] = (score, (*before[1], name))
    return best[-1][1] if best[-1] else ()


def _rank(char: str, rules: Rules) -> float:
    """Frequent family names stand first in the list of the hundred."""
    return 0.4 * (1 - rules.surnames.index(char) / len(rules.surnames))


def is_unit(word: str, rules: Rules) -> bool:
    """温县一中, 县农技推广中心: where somebody comes from."""
    return word[-1] in rules.unit_ends or word.endswith(rules.issuer_ends)


def opens_with_family(name: str, rules: Rules) -> bool:
    """王冰, 李知夏, 欧阳一勺: as long as a name that begins so."""
    if name.startswith(rules.double_surnames):
        return len(name) in (3, 4)
    return len(name) in (2, 3) and name[0] in rules.surnames
