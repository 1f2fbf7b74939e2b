"""An article's text as readers get it: subheads, notes and paragraphs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """`kind` is subhead, note or text; a note holds its paragraphs in `lines`, the others one."""

    kind: str
    lines: tuple[str, ...]

    @property
    def text(self):
        return self.lines[0]


def blocks_of(body):
    """The blocks of a body in the order of print. Notes that follow each other are one."""
    blocks = []
    for line in body.splitlines():
        kind, text = _marked(line.strip())
        if not text:
            continue
        if kind == "note" and blocks and blocks[-1].kind == "note":
            blocks[-1] = Block("note", (*blocks[-1].lines, text))
        else:
            blocks.append(Block(kind, (text,)))
    return blocks


def _marked(line):
    if line.startswith("## "):
        return "subhead", line[3:].strip()
    if line.startswith("> "):
        return "note", line[2:].strip()
    return "text", line
