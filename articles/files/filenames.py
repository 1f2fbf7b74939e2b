"""What the name of a page's file says: the day, the page's label, the page's name."""

import os
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath, PurePosixPath
from posixpath import splitext

# 20200417, 2020-04-17, 2020.4.17, 2020_04_17, 2020年4月17日; folders may cut it: 2020/04/17.
DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([-_./年\s]?)(\d\d)\2(\d\d)|[-_./年\s](\d{1,2})[-_./月\s](\d{1,2}))日?(?!\d)"
)
LABEL = re.compile(
    r"(?<![A-Za-z0-9])(?:第|[Pp](?:age|AGE)?[-_\s]?)?([A-Za-z]?\d{1,3})版?(?![A-Za-z0-9])"
)
HAN = re.compile(r"[㐀-鿿·]{2,12}")
NO_NAMES = re.compile(r"报$|^(?:第|[一二三四五六七八九十]|版|页|版面|日|年|月|期|正文|文字|文本)+$")
RUN_ON = re.compile(r"(?<!\d)((?:19|20)\d{6})([A-Za-z]?\d{2})(?!\d)")


@dataclass(frozen=True)
class NamedFile:
    """What a file's name tells of its page; "" and None for what it does not tell."""

    day: date | None = None
    label: str = ""
    name: str = ""


def decoded(name: bytes) -> str | None:
    """A name as it was written: in UTF-8, or as Windows does in China. None where it is neither."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def shown_path(path: PurePath) -> str:
    """A path on disk as people read it, with / between its folders; it may not open the file."""
    parts = map(os.fsencode, path.parts)
    return "/".join(decoded(part) or part.decode(errors="replace") for part in parts)


def read_name(path: str) -> NamedFile:
    """A path with / between its folders → what it says. Folders can tell the day alone."""
    path = unicodedata.normalize("NFKC", path)
    rest = PurePosixPath(DAY.sub(" ", _bare(path))).name
    label = LABEL.search(rest)
    words = HAN.findall(LABEL.sub(" ", rest))
    return NamedFile(
        day=day_of(path),
        label=label[1].upper() if label else "",
        name="·".join(word for word in words if not NO_NAMES.search(word))[:60],
    )


def day_of(path: str) -> date | None:
    """The last day that the path names, or None; what is no day of the calendar is none."""
    found = None
    for match in DAY.finditer(_bare(path)):
        year, month, day = match[1], match[3] or match[5], match[4] or match[6]
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            continue
    return found


def order_of(label: str) -> tuple:
    """Sorts labels as papers print them: 2 before 10, A12 before B01."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in re.findall(r"\d+|\D+", label)
    )


def _bare(path):
    """Without the suffix; a day that runs on into the page's number is cut from it."""
    return RUN_ON.sub(r"\1_\2", splitext(path)[0])
