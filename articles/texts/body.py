"""The body's form: one paragraph a line, `## ` before a subhead, `> ` before a note."""

import re
from dataclasses import dataclass, replace
from unicodedata import category

# What phones and word processors leave in a pasted text and nobody can see.
# Joiners stay: some scripts and signs are written with them.
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# Letters and signs by name, and nothing to look at.
HOLLOW = "\u115f\u1160\u2800\u3164\uffa0"
SUBHEAD = re.compile(r"^[#＃]{2,}+\s*(?=\S)")
NOTE = re.compile(r"^[>＞]\s*(?=\S)")
MARKS = (("## ", "subhead"), ("> ", "note"))
# What is no character of a text when it is measured or paid for.
UNCOUNTED = "\n \t\u3000\xa0\u200c\u200d"
SPACES = str.maketrans("", "", UNCOUNTED)


@dataclass(frozen=True)
class Block:
    """`kind` is subhead, note or text; a note holds its paragraphs in `lines`, the others one.

    `place` is the body's line at which it begins, from 0.
    """

    kind: str
    lines: tuple[str, ...]
    place: int = 0

    @property
    def text(self):
        return self.lines[0]


def is_blank(text):
    """Whether there is no sign in it that anybody could see."""
    return not any(category(sign)[0] in "LNPS" and sign not in HOLLOW for sign in text)


def tidy_line(text):
    """A headline as typed → one line; the wide spaces inside it are the writer's and stay."""
    return " ".join(UNSEEN.sub("", line).strip() for line in text.splitlines()).strip()


def tidy(text):
    """A text as typed or pasted → one paragraph a line, no indents, the line marks made exact."""
    lines = (UNSEEN.sub("", line).replace("\t", " ").strip() for line in text.splitlines())
    return "\n".join(NOTE.sub("> ", SUBHEAD.sub("## ", line)) for line in lines if line)


def seen_lines(text):
    """A text as a browser sends it → its lines as they are typed, without blank ones."""
    return "\n".join(line for line in UNSEEN.sub("", text).splitlines() if line.strip())


def length_of(body):
    """The characters of a text, without line marks and spaces, as 稿费 is counted."""
    return sum(len(_marked(line)[1].translate(SPACES)) for line in body.splitlines())


def blocks_of(body):
    """The blocks of a body in the order of print. Notes that follow each other are one."""
    blocks = []
    for place, line in enumerate(body.splitlines()):
        kind, text = _marked(line.strip())
        if not text:
            continue
        if kind == "note" and blocks and blocks[-1].kind == "note":
            blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, text))
        else:
            blocks.append(Block(kind, (text,), place))
    return blocks


def _marked(line):
    for mark, kind in MARKS:
        if line.startswith(mark):
            return kind, line[len(mark) :].strip()
    return "text", line
