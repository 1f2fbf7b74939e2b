"""Traditional characters: a page that is set in them is read as if it were in simplified ones."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from articles.records import Line

# Those of the words that pages are read by; each stands for one character, so a text keeps its
# length. The signs in which Taiwan and Hong Kong quote are read as those of the mainland.
TRADITIONAL = (
    "萬與醜專業東兩嚴個豐臨爲麗舉麼義烏樂喬習鄉書爭於雲產畝親億僅從儀們價衆優會傳體餘側儲兒黨關養內寫軍農馮決況準減幾鳳劃劉則創別劇辦務動勞勢區醫華協單賣盧衛卻廠廳歷"
    "厲壓厙縣參雙發變臺葉號籲後呂嗎噸聽啓吳員諮鹹團園圍國圖圓場堅壇牆聲處備頭夾奪奮獎奧婦婁娛孫學寧實審憲宮對尋導壽將堯層屆屬歲嶺嶽鞏帥師帶並廣莊慶庫應龐廢開張強歸當"
    "徹徵憶懷總戰戶執掃揚護報擬攔揮據攝數斬斷無時顯晉曉術機雜權條來楊極構標欄樹樣欒橋檢橫歡歐殘畢氣匯湯沒測濟塗溫遊溼滿點煙熱愛獨獻環現電畫盞監蓋盤礦碼礎確禮祿離種祕"
    "積稱竇筆籌籤簡緊紅約級紀納縱紛線練組織終紹經結繞繪給絡統繼續維綜緱緩編縮繆網羅羣聶職聯臘藝節蒼蘇範荊榮藥獲營蕭蔣藍薊藺裝見觀規視覽覺譽計訃認讓訓議訊記講許論設訪"
    "證評識訴試話詢該詳語說請諸讀課調談諶謝謹譚譙貝負貢財責貨質貧貫賁貼費賀賈資賞賴賽趙趕踐躋蹤車軒轉輪輕載輔輛輯轅輾辭邊達過邁運還這進連遲選遞遺鄧鄔郵鄒鬱郟鄭酈採釋"
    "裏鍾欽鈕錢銀鋪鏈銷鋒錦鎮鐮長門閆閉問閏間閔聞閭閱閻闕闞隊陽陰陣際陸陳隨難霧韋韓項順須顧頒預領頻題顓顏風饒餅館馬駟駐駱驗魚魯鮑鮮鳴麥黃齊齡龍龔遠漢為眾衞啟濕説裡閲"
    "峯佔「」『』"
)
SIMPLIFIED = (
    "万与丑专业东两严个丰临为丽举么义乌乐乔习乡书争于云产亩亲亿仅从仪们价众优会传体余侧储儿党关养内写军农冯决况准减几凤划刘则创别剧办务动劳势区医华协单卖卢卫却厂厅历"
    "厉压厍县参双发变台叶号吁后吕吗吨听启吴员咨咸团园围国图圆场坚坛墙声处备头夹夺奋奖奥妇娄娱孙学宁实审宪宫对寻导寿将尧层届属岁岭岳巩帅师带并广庄庆库应庞废开张强归当"
    "彻征忆怀总战户执扫扬护报拟拦挥据摄数斩断无时显晋晓术机杂权条来杨极构标栏树样栾桥检横欢欧残毕气汇汤没测济涂温游湿满点烟热爱独献环现电画盏监盖盘矿码础确礼禄离种秘"
    "积称窦笔筹签简紧红约级纪纳纵纷线练组织终绍经结绕绘给络统继续维综缑缓编缩缪网罗群聂职联腊艺节苍苏范荆荣药获营萧蒋蓝蓟蔺装见观规视览觉誉计讣认让训议讯记讲许论设访"
    "证评识诉试话询该详语说请诸读课调谈谌谢谨谭谯贝负贡财责货质贫贯贲贴费贺贾资赏赖赛赵赶践跻踪车轩转轮轻载辅辆辑辕辗辞边达过迈运还这进连迟选递遗邓邬邮邹郁郏郑郦采释"
    "里钟钦钮钱银铺链销锋锦镇镰长门闫闭问闰间闵闻闾阅阎阙阚队阳阴阵际陆陈随难雾韦韩项顺须顾颁预领频题颛颜风饶饼馆马驷驻骆验鱼鲁鲍鲜鸣麦黄齐龄龙龚远汉为众卫启湿说里阅"
    "峰占“”‘’"
)
FOLDED = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
LETTERS = frozenset(TRADITIONAL) - frozenset("「」『』")
LOOKED_AT, FEWEST, OFTEN = 24, 8, 0.02  # lines; traditional characters; of all characters


def folding(lines: Sequence[Line]) -> dict[int, int]:
    """{character: what it is read as}; empty for a page in simplified characters.

    One that the page has in both forms, or that two of its characters are read as, stays.
    """
    head = "".join([line.text for line in lines[:LOOKED_AT]])
    if LETTERS.isdisjoint(head):
        return {}
    if sum(map(LETTERS.__contains__, head)) < max(FEWEST, OFTEN * len(head)):
        return {}
    known = set("".join([line.raw for line in lines]))
    found = {sign: FOLDED[sign] for sign in known & FOLDED.keys()}
    taken = Counter(found.values())
    return {
        ord(sign): ord(simple)
        for sign, simple in found.items()
        if simple not in known and taken[simple] == 1
    }


def folded(lines: Sequence[Line], signs: dict[int, int]) -> tuple[Line, ...]:
    """The lines as they are read."""
    return tuple(
        line._replace(
            raw=(raw := line.raw.translate(signs)),
            text=raw if line.text is line.raw else line.text.translate(signs),
        )
        for line in lines
    )


def unfolded(value: Any, signs: dict[int, int]) -> Any:
    """A record, or any value in one, in the characters of the page."""
    back = {simple: sign for sign, simple in signs.items()}
    return _translated(value, back)


def _translated(value: Any, back: dict[int, int]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value.translate(back)
    if isinstance(value, tuple):
        parts = [_translated(part, back) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
        return replace(value, **{name: _translated(getattr(value, name), back) for name in names})
    return value
