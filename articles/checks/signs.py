"""Signs and words at the wrong place: half-width punctuation in Chinese, things said twice."""

import re
from collections.abc import Iterator

from articles.checks.findings import Hit
from articles.texts.manuscripts import Manuscript

HAN = "㐀-鿿"
FULL_WIDTH = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    ".": "。",
    "(": "（",
    ")": "）",
}
# A sign counts as one of the Chinese sentence by what stands before it, or else behind it.
HALF_WIDTH = re.compile(
    rf"(?<=[{HAN}”’》）])[,;:?!]+(?!//)|(?<=[A-Za-z])[,;?!](?=[{HAN}])"
    rf"|(?<=[{HAN}”》）])\.(?=[{HAN}“《]|$)"
    rf"|\((?=[{HAN}])|(?<=[{HAN}])\)|(?<=[{HAN}])\((?=[^)]{{0,40}}[{HAN}])"
)
STRAIGHT = re.compile(rf'(?<=[{HAN}，。：；！？、])"|"(?=[{HAN}])')
DOUBLED_SIGN = re.compile(
    r"([，、；：。])\1+|[，、；：][。，、；：]|。[，、；：]|[！？][，。、；：]"
)

# Words that Chinese never doubles, and what stands around them where it only seems so.
DOUBLED = re.compile(
    r"的的(?!确|士)|(?<!真)是是(?!非)|了了(?![解断却结然无一])|(?<![实存现正所内外好潜自])在在|与与|被被"
    r"|以以|于于|而而|及及|并并(?!不)|也也(?!是)|为为(?!什|了|人|何|民)|这这(?!么)|使使|让让(?!步)"
    r"|地地(?![道里面方区])|得得"
)
DOUBLED_WORD = re.compile(
    r"(记者|我们|他们|她们|全县|全市|全省|以及|同时|目前|其中|通过|因为|所以|但是|如果|进行|已经|可以"
    r"|自己|工作|问题|群众|单位|公司|部门|村民)\1"
)
REPEATED = re.compile(rf"([{HAN}]{{3,12}})\1")
# 又一个又一个, 一步一步: said twice on purpose.
ON_PURPOSE = re.compile(r"^[又再一越边]|^(.)\1+$")
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?”?")
LEAST = 12  # characters of a sentence that nobody says twice by chance


def half_width(manuscript: Manuscript) -> Iterator[Hit]:
    for spot, text in manuscript.paragraphs():
        for match in HALF_WIDTH.finditer(text):
            right = "".join(FULL_WIDTH[sign] for sign in match[0])
            yield Hit("half_width", spot, *match.span(), {"wrong": match[0], "right": right})
        for match in STRAIGHT.finditer(text):
            yield Hit("straight_quote", spot, *match.span())


def doubled(manuscript: Manuscript) -> Iterator[Hit]:
    for spot, text in manuscript.paragraphs():
        for match in DOUBLED_SIGN.finditer(text):
            yield Hit("doubled_sign", spot, *match.span(), {"text": match[0]})
        for pattern in (DOUBLED, DOUBLED_WORD):
            for match in pattern.finditer(text):
                yield Hit("doubled_word", spot, *match.span(), {"text": match[0]})
        for match in REPEATED.finditer(text):
            if not ON_PURPOSE.search(match[1]):
                yield Hit("doubled_word", spot, *match.span(), {"text": match[0]})


def repeated_sentences(manuscript: Manuscript) -> Iterator[Hit]:
    """A sentence of some length that stands in the text a second time."""
    seen = {}
    for spot, text in manuscript.paragraphs():
        if spot.part != "body":
            continue
        for match in SENTENCE.finditer(text):
            words = match[0].strip(" \u3000“”")
            if len(words) < LEAST:
                continue
            if words in seen:
                place = {"paragraph": seen[words] + 1}
                yield Hit("repeated_sentence", spot, *match.span(), place)
            seen.setdefault(words, spot.paragraph)
