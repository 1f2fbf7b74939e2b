"""Signs that a font's table calls radicals or dingbats, read as the characters that print shows.

A font has one sign for 见 and for the radical ⻅; programs that look up a character by its sign
(Chromium, Word's printing) may write down either. Unicode has the pairs: Kangxi radicals and
compatibility ideographs are decomposed, those of the supplement stand in
EquivalentUnifiedIdeograph.txt; only the ones that are characters of their own are listed here.
"""

import unicodedata

FIRST_RADICAL = 0x2780
KANGXI = range(0x2F00, 0x2FD6)
COMPATIBLE = range(0xF900, 0xFB00)
SUPPLEMENT = dict(
    zip(
        "⺁⺊⺎⺒⺓⺝⺟⺠⺧⺩⺬⺮⺶⺻⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂卜兀巳幺月母民牛王示竹羊聿肉虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
DIGITS = dict(zip("➀➁➂➃➄➅➆➇➈➉", "①②③④⑤⑥⑦⑧⑨⑩", strict=True))  # fonts have one sign for both
OTHERS = SUPPLEMENT | DIGITS
HOUSE = "\u2f3e", "户"  # its decomposition is 戶, which simplified fonts draw as 户


def as_character(char: str) -> str:
    """The character that is printed, for a single character of a font's table."""
    code = ord(char)
    if code in KANGXI or code in COMPATIBLE:
        return HOUSE[1] if char == HOUSE[0] else unicodedata.normalize("NFKC", char)
    return OTHERS.get(char, char)
