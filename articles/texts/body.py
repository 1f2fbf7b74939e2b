"""The body's form: one paragraph a line, `## ` before a subhead, `> ` before a note."""

import re
from dataclasses import dataclass, replace

# What phones and word processors leave in a pasted text and nobody can see.
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\ufeff]")
SUBHEAD = re.compile(r"^[#＃]{2,}+\s*(?=\S)")
NOTE = re.compile(r"^[>＞]\s*(?=\S)")
MARKS = (("## ", "subhead"), ("> ", "note"))
# What is no character of a text when it is measured or paid for.
UNCOUNTED = "\n \t\u3000\xa0"
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


def tidy_line(text):
    """A headline as typed → one line; the wide spaces inside it are the writer's and stay."""
    return " ".join(UNSEEN.sub("", line).strip() for line in text.splitlines()).strip()


def tidy(text):
    """A text as typed or pasted → one paragraph a line, no indents, the line marks made exact."""
    lines = (UNSEEN.sub("", line).replace("\t", " ").strip() for line in text.splitlines())
    return "\n".join(NOTE.sub("> ", SUBHEAD.sub("## ", line)) for line in lines if line)


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
