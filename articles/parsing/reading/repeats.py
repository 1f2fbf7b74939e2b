"""Words that a page prints twice: pull quotes, captions, a headline over several articles."""

import re
from collections.abc import Iterable, Sequence

from articles.parsing.overlap import share

LEAST, MOST = 8, 80  # characters of a pull quote
MOST_PARAGRAPHS = 200  # of one story; no printed one has more
OUTSIDE = "“”‘’。！？…—， "  # what a pull quote may have around its words, or have lost
SPOKEN_OF, PACKAGE = 0.5, 3  # so much of a headline, in so many articles
NEAR = 9  # articles after a headline that it may stand over
# ““书香云麓书香云麓””: a shadow that a tool wrote down in parts
SHADOW = re.compile(r"““|””|([^\d\s]{3,12})\1")
DOUBLED = re.compile(r"([^\d\s])\1")
MOST_DOUBLED = 1  # signs of a headline that stand there twice, as in 天天
SENTENCE = re.compile("[^。！？]+")


def pull_quotes(paragraphs: Sequence[str]) -> set[int]:
    """Numbers of the paragraphs that only repeat words of a longer one."""
    if len(paragraphs) > MOST_PARAGRAPHS:
        return set()
    whole = "\n".join(paragraphs)
    return {
        number
        for number, text in enumerate(paragraphs)
        if LEAST <= len(_core(text)) <= MOST
        and whole.count(_core(text)) > 1
        and any(len(other) > len(text) and _core(text) in other for other in paragraphs)
    }


def repeats(text: str, paragraphs: Sequence[str]) -> bool:
    """Whether the rows between two paragraphs only repeat words of the text."""
    core = _core(text)
    return LEAST <= len(core) <= MOST and core in "\n".join(paragraphs)


def _core(text: str) -> str:
    return text.strip(OUTSIDE)


def is_umbrella(text: str, bodies: Sequence[str]) -> bool:
    """Whether the first row over a story speaks of the stories after it as well, NEAR in all."""
    if len(bodies) < PACKAGE or len(text) < LEAST // 2:
        return False
    return sum(share(text, body) >= SPOKEN_OF for body in bodies) >= PACKAGE


def sentences(texts: Iterable[str]) -> set[str]:
    """The sentences of some length, without what ends them."""
    return {s for text in texts for s in SENTENCE.findall(text) if len(s) >= LEAST}


def is_shadowed(heads: Sequence[str], text: str) -> bool:
    """Whether parts of a heading stand in it twice, one right behind the other, or rows begin or
    end with a sign twice that the text has not so, as a shadow leaves them: 新高高.
    """
    headline = "".join(heads)
    if len(DOUBLED.findall(headline)) > MOST_DOUBLED or SHADOW.search(headline):
        return True
    edges = [edge for head in heads for edge in (head[:2], head[-2:]) if len(edge) == 2]
    return any(edge[0] == edge[1] and edge.isalpha() and edge not in text for edge in edges)
