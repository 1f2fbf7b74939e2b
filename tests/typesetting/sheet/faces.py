"""The type of a page: the system's Noto CJK, cut down to the corpus, or faces only named."""

import functools
import hashlib
import io
import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont

from ..sampling import load_articles, load_captions

ALWAYS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "　、。〈〉《》「」『』【】〔〕“”‘’…—·•○●□■◆▲▶△①②③④⑤①（），．：；？！％～×℃"
)
WANTED = {
    "song": "Noto Serif CJK SC:regular",
    "songbold": "Noto Serif CJK SC:bold",
    "hei": "Noto Sans CJK SC:regular",
    "heibold": "Noto Sans CJK SC:bold",
}
"""Names of faces on a page → fontconfig's names."""
LATIN = {"times": "Times-Roman", "helvetica": "Helvetica"}
"""Faces that every PDF reader has; figures and quotation marks may be set in them."""
ADVANCES = {
    "times": dict.fromkeys("0123456789", 0.5) | {"“": 0.444, "”": 0.444, ".": 0.25, "%": 0.833},
    "helvetica": dict.fromkeys("0123456789", 0.556) | {"“": 0.333, "”": 0.333, ".": 0.278},
}
"""Their widths in em; other characters are not set in them."""


@dataclass(frozen=True)
class Face:
    """An embedded face: its outlines as bare CFF, character ids and widths in em."""

    name: str
    cff: bytes
    cids: dict[str, int]
    widths: dict[str, float]
    font: TTFont = field(repr=False, compare=False)


@functools.cache
def font_file(name: str) -> tuple[str, int] | None:
    """(file, number in it) of a face of the system, if it has outlines of the kind we can cut."""
    command = ["fc-match", "-f", "%{file}\t%{index}\t%{family}", WANTED[name]]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    path, index, family = found.split("\t")
    return (path, int(index)) if "Noto" in family and "CJK" in family else None


def missing_fonts() -> str:
    """Why embedded faces cannot be had here; empty where they can."""
    if all(font_file(name) for name in WANTED):
        return ""
    return "no Noto CJK fonts (Debian: fonts-noto-cjk); type is only named, headlines not drawn"


@functools.cache
def face(name: str) -> Face:
    """A face of the system, cut down to the characters of the corpus."""
    font = TTFont(io.BytesIO(_cut_down(*font_file(name))))
    glyphs, em = font.getBestCmap(), font["head"].unitsPerEm
    return Face(
        name=name,
        cff=font.getTableData("CFF "),
        cids={chr(code): int(glyph.removeprefix("cid")) for code, glyph in glyphs.items()},
        widths={chr(code): font["hmtx"][glyph][0] / em for code, glyph in glyphs.items()},
        font=font,
    )


def _cut_down(path: str, index: int) -> bytes:
    """The cut takes seconds, so it is kept among the machine's temporary files."""
    made = f"{path} {index} {Path(path).stat().st_mtime_ns} {fontTools.version} {_characters()}"
    kept = _cupboard() / hashlib.sha256(made.encode()).hexdigest()
    if kept.exists():
        return kept.read_bytes()
    data = _cut(path, index)
    with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
        file.write(data)
    Path(file.name).replace(kept)
    return data


def _cupboard() -> Path:
    """A folder of this user's own: nobody else may put a face there."""
    folder = Path(tempfile.gettempdir()) / f"newsroom-faces-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        return Path(tempfile.mkdtemp())
    return folder


def _cut(path: str, index: int) -> bytes:
    font = TTFont(path, fontNumber=index, lazy=True, recalcTimestamp=False)
    options = subset.Options(
        layout_features=[], hinting=False, desubroutinize=True, notdef_outline=True
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vmtx", "vhea", "VORG"]
    cutter = subset.Subsetter(options)
    cutter.populate(text=_characters())
    cutter.subset(font)
    stored = io.BytesIO()
    font.save(stored)
    return stored.getvalue()


@functools.cache
def _characters() -> str:
    return "".join(sorted({*ALWAYS, *_strings([load_articles(), load_captions()]), *_printed()}))


def _strings(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = list(value.values())
    return "".join(map(_strings, value)) if isinstance(value, list) else ""


def _printed() -> str:
    """Words that the typesetter adds itself."""
    return (
        "岚汀报云岫晨报鸣溪日报汀上晚报要闻综合民生乡镇文教副刊经济新闻一二三四五六日年月星期版第"
        "责任编辑版式校对责编美编组版审读视觉本版热线投稿邮箱值班今日导读详见样报已审付印清样"
        "下转上接本报首席全媒体融媒实习特约记者通讯员摄影报道图为据讯电龙须岭索道恢复运行县域寄"
        "递网络再提速三万株银杏扮靓乡道冬日温泉季启幕梁砚秋佟小渔纪南舟苏映禾柏青许墨汪溪贺淼邬晨"
    )


def width(char: str, name: str) -> float:
    """Advance in em of a character in a face."""
    if name in ADVANCES:
        return ADVANCES[name][char]
    if name in WANTED and not missing_fonts():
        return face(name).widths.get(char, 1.0)
    return 0.5 if char.isascii() else 1.0
