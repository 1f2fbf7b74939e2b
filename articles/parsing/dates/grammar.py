"""How dates are written in Chinese running text: bounded patterns, and numbers in words."""

import re

_D = "0-9０-９"
_HAN_DIGITS = "〇○零一二三四五六七八九"
_NUMBER = rf"(?:[{_D}]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})"
_GAP = r"[ \u3000]?"
_SPAN = r"(?:至|到|—|－|-|～|~|──|——)"
_TO_WEEK = "一二三四五六日天"
# A year in figures, or one counted from the issue: 今年, 去年. Half of the guards keep
# ordinary words out: 过去年均, 文明年货, 不同年龄, 80后年轻人.
_YEAR = (
    rf"(?:(?<![{_D}.])(?P<year>[1１2２][{_D}]{{3}}|[一二][{_HAN_DIGITS}]{{3}}){_GAP}年度?(?!代)"
    rf"|(?P<near_year>今|(?<![过除辞])去|(?<![年月日以之此目大{_D}])前|(?<![文光透声])明"
    rf"|(?<![{_D}零然以之此])后|(?<![应相])当|(?<!不)同|(?<![以早晚之世])上(?!年[纪岁末初底])|(?<![{_D}一二三多几数首])次|翌"
    r"|本(?=年度))年(?![龄级轮轻糕货画味夜俗均])度?)"
)
_NEAR_MONTH = (
    r"(?P<near_month>(?:(?<!以)上|(?<![线乡地])下|本|这)(?=个?月)|(?<!应)当(?=月)|同(?=月))"
    r"个?月"
)
_LIST = rf"(?:{_GAP}[、和]{_GAP}[{_D}]{{1,2}}){{0,4}}"
_DAY = rf"(?P<day>{_NUMBER})(?P<more>{_LIST}){_GAP}[日号]"
_WEEK = r"(?:周|星期|礼拜)"
_THIRD = r"(?P<third>上中旬|中下旬|上旬|中旬|下旬|初|底|末)"
# 12.5月 and 6·11 are figures, 第3月 counts; a colon is one of a time only behind a digit.
_FREE = rf"(?<![{_D}第])(?<![{_D}][.·:：/])"

_FIGURES = f"{_D}〇○一二三四五六七八九十廿卅"
_YEARS = "今去上前明后当同次翌本"
_LUNAR_MONTH = r"[正冬腊]|十[一二]?|[一二三四五六七八九]"
_LUNAR_DAY = (
    r"初[一二三四五六七八九十]|(?:[一二]?十|廿)[一二三四五六七八九]|二十|三十"
    r"|(?<=三月)三|(?<=二月)二|(?<=六月)六|(?<=七月)七|(?<=九月)九"
)
# What each form may begin with, and the form.
_FORMS = {
    # 每年4月15日, 每周三、周六, 每逢周一至周五
    "custom": (
        "每历逢",
        rf"(?:每年|每月|历年)的?(?:{_NUMBER}月)?(?:{_NUMBER}[日号])?"
        rf"|(?:每逢?|逢){_WEEK}[{_TO_WEEK}](?:[、和及至到]{_WEEK}?[{_TO_WEEK}])*",
    ),
    # 2026-11-20
    "iso": (
        "12",
        rf"(?<![{_D}.])(?P<iso_year>(?:19|20)[0-9]{{2}})(?P<sign>[-./])"
        rf"(?P<iso_month>[0-9]{{1,2}})(?P=sign)(?P<iso_day>[0-9]{{1,2}})(?![{_D}.])",
    ),
    # 农历八月十五, 腊月二十三, 三月三, 去年正月初八; 三月初 is a third of a month
    "lunar": (
        f"农阴夏古正冬腊大一二三四五六七八九十{_YEARS}1２2",
        rf"(?:{_YEAR}{_GAP}的?)?(?:"
        rf"(?:农历|阴历|夏历|古历)[^，。；\n]{{0,3}}?年?(?P<called_month>{_LUNAR_MONTH})月"
        rf"(?P<called_day>{_LUNAR_DAY})?"
        rf"|(?<![{_FIGURES}])(?P<lunar_month>{_LUNAR_MONTH})月(?P<lunar_day>{_LUNAR_DAY})"
        rf"(?![日号至到、多几余个{_FIGURES}])"
        r"|(?P<bare_month>[正腊])月|大年(?P<new_year>初[一二三四五六七八九十]|三十))",
    ),
    # 国庆节, “五一”, 2026年元旦, 去年春节
    "feast": (
        f"元国“五六三劳儿妇植教春中端清重除建七八十青腊{_FIGURES}{_YEARS}",
        rf"(?:{_YEAR}{_GAP}的?)?(?P<feast>元旦|国庆节?|“(?:五一|五四|七一|八一|十一|六一|三八)”"
        r"(?:国际|青年|劳动|儿童|妇女)*节?|(?:五一)?(?:国际)?劳动节"
        r"|(?:六一)?(?:国际)?儿童节|(?:三八)?(?:国际)?(?:劳动)?妇女节|植树节|教师节|五四青年节"
        r"|(?:七一)?建党节|(?:八一)?建军节|(?:五一|十一)(?=假期|小长假|长假|黄金周|期间|前后|前夕)"
        r"|(?<![立迎开新回青早])春节|中秋节?|端午节?|元宵节|清明(?:节|(?=假期|小长假|期间|前后|时节))"
        r"|重阳节?|七夕节?|腊八节?|除夕夜?)"
        rf"(?![{_D}一二三四五六七八九十]{{1,4}}周年)",
    ),
    # “十四五”, “十三五”末: five-year plans; without quotes only where it can be no age
    "plan": (
        "“十",
        r"“十(?P<plan>[一二三四五])五”(?:期间|时期)?(?P<plan_part>开局之年|收官之年|初|末)?"
        r"|(?<![一二三四五六七八九十百])十(?P<bare_plan>[一二三四五])五"
        r"(?:期间|时期|规划|(?=以来))(?P<bare_plan_part>开局之年|收官之年|初|末)?",
    ),
    # 20世纪80年代, 上世纪90年代初
    "decade": (
        f"上本{_D}二七八九五六",
        rf"(?:(?P<century>上个?|本|[{_D}]{{2}}|二十一?)世纪)"
        rf"(?P<decade>[{_D}]0|[一二三四五六七八九]?十)年代(?P<decade_part>初期?|中期|末期?|后期)?"
        rf"|(?<![{_D}])(?P<full_decade>(?:19|20)[0-9]0)年代"
        rf"|(?<![{_D}])(?P<bare_decade>[5-9５-９]0|[五六七八九]十)年代"
        r"(?P<bare_decade_part>初期?|中期|末期?|后期)?",
    ),
    # 2021—2024年
    "years": (
        "12",
        rf"(?<![{_D}.])(?P<from_year>(?:19|20)\d\d){_SPAN}(?P<to_year>(?:19|20)\d\d)年(?!代)",
    ),
    # 1至9月, 1月至10月, 一至五月
    "months": (
        f"{_FIGURES}{_YEARS}",
        rf"{_FREE}(?:{_YEAR}{_GAP})?(?P<from_month>{_NUMBER})月?份?{_SPAN}"
        rf"(?P<to_month>{_NUMBER})月份?(?!{_GAP}[{_FIGURES}初底末上中下])",
    ),
    # 4月13日, 去年9月底, 上月20日
    "dated": (
        f"{_FIGURES}{_YEARS}上下这",
        rf"{_FREE}(?:{_YEAR}{_GAP})?(?:{_NEAR_MONTH}|(?P<month>{_NUMBER}){_GAP}月份?)"
        rf"(?![龄嫂饼])(?:{_GAP}(?:{_DAY}|{_THIRD}))?",
    ),
    # 今年前10个月, 前三季度, 四季度, 上半年
    "parted": (
        f"{_FIGURES}{_YEARS}上下本第",
        rf"(?:{_YEAR}{_GAP})?(?:前(?P<count>{_NUMBER})个月|前(?P<quarters>[二三23])个?季度"
        r"|第?(?P<quarter>[一二三四1-4])季度|(?P<near_quarter>[本上下])个?季度"
        r"|(?P<half>[上下])半年)",
    ),
    # 今年夏天, 明春; 今年的冬修 is none
    "seasonal": (
        f"{_FIGURES}{_YEARS}",
        rf"{_YEAR}的?(?P<season>[春夏秋冬])(?:[天季]|(?![修训泳奥令储装运游耕节晚联至分]))"
        rf"|(?P<season_year>[今去明])(?P<short_season>[春夏秋冬])(?![{_D}节晚至分])",
    ),
    # 2021年年底, 今年, 年初
    "yearly": (
        f"{_FIGURES}{_YEARS}年",
        rf"{_YEAR}年?(?P<year_part>初|底|末|中(?![国央心]))?"
        rf"|(?<![每今去明后前同当次{_D}半多几周成青少童老中晚百千万十新拜过])年"
        r"(?P<bare_part>初(?![一二三四五六七八九十])|底|末)",
    ),
    # 月底
    "monthly": ("月", r"(?<![每一二三四五六七八九十个满])月(?P<month_part>初|底|末)"),
    # 13日, but not 为期3日 or 7日内
    "bare": (
        _D,
        rf"(?<![{_D}第近续期前后共时达约超满月])(?<![{_D}][.·:：/])(?P<bare_day>[{_D}]{{1,2}})"
        rf"(?P<bare_more>{_LIST}){_GAP}日(?![内游龄均元常])",
    ),
    "word": (
        "今昨前明后当同次翌第大",
        r"大前天|大后天|今明两[天日]|今(?=起)|今天|今日|今晨|今早|今晚|昨天|昨日|昨晚|昨夜|(?<![目之以此])前天"
        r"|(?<![好的福丽向往])明(?:天|日)|(?<![先天然之以此])后天(?![性努培])"
        r"|(?<![应相])当(?:天|日|晚)|同日|次日|翌日|第二天|前一天",
    ),
    # 下周一, 上周, 本周末
    "week": (
        "上下本这",
        rf"(?<![每第])(?P<which>上|下|本|这)个?{_WEEK}(?P<weekday>[{_TO_WEEK}末])?"
        r"(?![年岁])",
    ),
    # 周三上午, but not 周一至周五上午
    "plain_week": (
        "周星礼",
        rf"(?<![第至到]){_WEEK}(?P<plain_weekday>[{_TO_WEEK}])"
        r"(?=[上下中早晚清凌傍夜，。、起将])",
    ),
    # 截至目前, 即日起
    "present": ("截即", r"截[至止]到?(?:目前|今[天日]|发稿时?|记者发稿时?)|即日(?=起)"),
    # 三年前, 10年前
    "ago": (
        f"{_D}一二两三四五六七八九十",
        rf"(?<![{_FIGURES}几多数百半])(?P<years_ago>[{_D}]{{1,2}}|[一二两三四五六七八九十]{{1,3}})年前"
        r"(?![夕后往来的]|[一二三四五六七八九十两\d])",
    ),
    # 民国二十六年
    "republic": ("民", rf"民国(?P<republic_year>{_NUMBER})年"),
    "vague": (
        "近日连最前不",
        r"(?<![临接附靠])近日(?![落出])"
        r"|(?<![节生假周平休当今昨明次每同前后数多几整夏冬])日前(?!夕)"
        r"|近期|近来|连日来?|最近|前不久|不久前",
    ),
}


def _named_apart(name: str, form: str) -> str:
    """A name may stand once in a pattern: each form gets its own copies, year__dated."""
    return re.sub(r"\(\?P([<=])(\w+)([>)])", rf"(?P\1\2__{name}\3", form)


_ANY = "|".join(
    f"(?=[{first}])(?P<{name}>{_named_apart(name, form)})" for name, (first, form) in _FORMS.items()
)
_FIRST = "".join(first for first, _form in _FORMS.values())
MENTION = re.compile(f"(?=[{_FIRST}])(?:{_ANY})")
_PARTS = {
    form: [
        (name.partition("__")[0], name) for name in MENTION.groupindex if name.endswith(f"__{form}")
    ]
    for form in _FORMS
}


def parts_of(match: re.Match) -> dict[str, str]:
    """What a match of MENTION found, by the names of its form's groups."""
    return {part: match[name] for part, name in _PARTS[match.lastgroup] if match[name]}


WEEKDAY_AFTER = re.compile(
    rf"{_GAP}[（(]?{_GAP}(?:星期|周|礼拜)([{_TO_WEEK}])(?![{_TO_WEEK}至到])[）)]?"
)
# What may stand between the two ends of a span: 22时至, 夜间到, 起至.
LINK = re.compile(
    r"(?:上午|下午|中午|晚上?|夜间|夜里|凌晨|清晨|早上?|起"
    rf"|[（(](?:周|星期)[{_TO_WEEK}][）)])?"
    rf"(?:[{_D}]{{1,2}}(?:时|点|[:：][{_D}]{{2}})(?:[{_D}]{{1,2}}分)?)?{_SPAN}"
)
SINCE = re.compile(r"以来|至今(?![年天日晚])|迄今")
BY = re.compile(r"之?前(?![往来去夕后进台排锋沿列任三十期途景面身程两二几多者线])|以前|为止|前夕")
FROM = re.compile(
    r"起(?!来|义|诉|步|点|伏|草|源|到)|开始|之后|以后|后(?![勤续备方台来人期果])(?=[，。、；）])"
)
HOLIDAYS = re.compile(r"(?:小长假|长假|假期|黄金周)?期间|小?长假|假期|黄金周")
FUTURE = re.compile(
    r"将(?![军士领近帅才官])|拟(?!人)|预计|计划|定于|力争|确保|有望|即将|届时|截止|截至|期限|打算"
    r"|预报|预测|预定|争取|规划|准备|目标|为止|待|敬请|请于|要在|到(?=20|明年|后年|[今本]?年底)"
)
FUTURE_JUST_BEFORE = re.compile(
    r"(?:将|拟|预计|计划|定|力争|确保|有望|争取|届时|要)[于在到]?[^，。；：]{0,4}$"
)
SENTENCE_ENDS = "。！？\n"


def speaks_of_the_future(text: str, start: int, end: int) -> bool:
    """Whether the words around [start:end], in the same sentence, look ahead."""
    if BY.match(text, end) or FROM.match(text, end):
        return True
    before = text[max(0, start - 30) : start]
    cut = max(before.rfind(sign) for sign in SENTENCE_ENDS) + 1
    # With the first characters of the date itself: 到2030年 looks ahead, 到 alone does not.
    before = before[cut:] + text[start : start + 3]
    return any(FUTURE.search(part) for part in (before, rest_of_sentence(text, end, 40)))


def rest_of_sentence(text: str, start: int, limit: int) -> str:
    """What follows in the same sentence, at most `limit` characters."""
    rest = text[start : start + limit]
    return rest[: min((rest.find(sign) for sign in SENTENCE_ENDS if sign in rest), default=limit)]


_HAN_VALUES = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}


def number_of(text: str) -> int:
    """31, ３１, 三十一, 十, 廿一 → an int; 0 for what is no number below 100."""
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    if not ten:
        return _HAN_VALUES.get(text, 0)
    if (tens or "一") not in _HAN_VALUES or (ones or "一") not in _HAN_VALUES:
        return 0
    return _HAN_VALUES.get(tens, 1) * 10 + _HAN_VALUES.get(ones, 0)


def year_of(text: str) -> int:
    """2026, 二〇二六, 一九四九 → an int."""
    return int(
        "".join(str(max(0, _HAN_DIGITS.find(c) - 2)) if c in _HAN_DIGITS else c for c in text)
    )
