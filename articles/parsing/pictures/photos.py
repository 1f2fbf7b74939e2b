"""Pictures of the page: captions, credits and the titles over them taken out of the rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.parsing.overlap import plain, share
from articles.parsing.rules import Rules
from articles.parsing.typography.rows import Kind, Row
from articles.parsing.typography.runs import Block, Run

OWN, OTHERS = 0.5, 0.3  # of a title's pairs of characters: in the caption, in the texts beside it
# Characters of a caption that is news by itself, and that may be; of its title's pairs
NEWS, SHORT_NEWS, UNTOLD, ALIKE = 45, 30, 0.1, 0.15
MOST_TITLE_ROWS, LEAST = 3, 4  # rows; characters of one
FEW_ROWS, LEAST_NEWS = 2, 2  # the same of a title over news
OF_PICTURES = frozenset({Kind.CAPTION, Kind.CREDIT})
LABEL_SIGNS = "【】[]·・ "


@dataclass(slots=True)
class Photo:
    """Rows of one picture."""

    caption: list[int]
    credit: list[int]
    title: list[int] = field(default_factory=list)
    label: int = -1  # the row that says no more than that pictures follow: 图片新闻

    def rows(self) -> list[int]:
        return [*self.title, *self.caption, *self.credit]


def take_photos(
    runs: Sequence[Run], rows: Sequence[Row], rules: Rules
) -> tuple[list[Run], list[Photo]]:
    """The runs without pictures, and the pictures; a credit alone is one without a caption."""
    out: list[Run] = []
    photos: list[Photo] = []
    place = 0
    while place < len(runs):
        run = runs[place]
        if run.block not in (Block.CAPTION, Block.CREDIT):
            out.append(run)
            place += 1
            continue
        caption = _range(run) if run.block is Block.CAPTION else []
        place += run.block is Block.CAPTION
        credit = []
        if place < len(runs) and runs[place].block is Block.CREDIT:
            credit = _range(runs[place])
            place += 1
        photo = Photo(caption, credit)
        photos.append(photo)
        following = runs[place] if place < len(runs) else None
        _take_title(photo, out, following, rows, rules)
        if following is not None and following.start == following.stop:
            place += 1
    return [run for run in out if run.start < run.stop], photos


def _range(run: Run) -> list[int]:
    return list(range(run.start, run.stop))


def _take_title(
    photo: Photo, before: list[Run], after: Run | None, rows: Sequence[Row], rules: Rules
) -> None:
    """The headline above or below a caption that speaks of the picture and of nothing else."""
    if not photo.caption:
        return
    if before and before[-1].block is Block.HEAD:
        above = before[-1]
        start = _title_start(above, rows, rules)
        titled = start < above.stop
        if titled or _speaks_of(photo, above, rows) or _is_grouped(photo, above, rows):
            start = start if titled else above.start
        else:
            start = _untold(photo, above, after, rows)
        if start < above.stop:
            photo.title = list(range(start, above.stop))
            if len(photo.title) == 1 and _is_label(rows[start], rules):
                photo.label = photo.title.pop()
            above.stop = start
            return
    if after is not None and after.block is Block.HEAD and _speaks_of(photo, after, rows):
        photo.title = _range(after)
        after.start = after.stop


def _title_start(run: Run, rows: Sequence[Row], rules: Rules) -> int:
    """The row that says that pictures follow: 图片新闻; the run's end without one."""
    for place in range(run.start, run.stop):
        if _is_label(rows[place], rules):
            return place
    return run.stop


def _is_label(row: Row, rules: Rules) -> bool:
    named = row.kind is Kind.COLUMN
    return named and row.text.strip(rules.item_marks + LABEL_SIGNS) in rules.picture_columns


def _is_grouped(photo: Photo, run: Run, rows: Sequence[Row]) -> bool:
    """Whether blank lines part these rows and the picture from all else, and not from each other.

    The text above says nothing of them.
    """
    last = photo.rows()[-1] + 1
    parted = rows[run.start].blank and (last == len(rows) or rows[last].blank)
    near = [*range(run.start + 1, run.stop), *photo.caption, *photo.credit]
    if not parted or not photo.credit or any(rows[place].blank for place in near):
        return False
    title = "".join(rows[place].text for place in range(run.start, run.stop))
    above = plain("".join(row.text for row in rows[max(0, run.start - 30) : run.start]))
    return run.stop - run.start <= MOST_TITLE_ROWS and share(title, above) < OTHERS


def _untold(photo: Photo, run: Run, after: Run | None, rows: Sequence[Row]) -> int:
    """The last rows over a caption that is news by itself, if it alone has words of theirs.

    What stands above them in the run is a headline of the text above; rows alone could be that of
    a text below the picture, unless that text has not one pair of their characters.
    """
    caption = _caption_of(photo, rows)
    start, around = _last_block(run, rows), _around(photo, run, rows)
    title = plain("".join([rows[place].text for place in range(start, run.stop)]))
    if not photo.credit or len(caption) < SHORT_NEWS or len(title) < LEAST_NEWS:
        return run.stop
    told, shared = share(title, around), share(title, caption)
    own = sum(char in caption and char not in around for char in title)
    if not told and (shared > ALIKE or own > 1):
        return start
    akin = shared > UNTOLD or (own and rows[start].blank)
    if not akin or told > UNTOLD or len(caption) < NEWS:
        return run.stop
    above = "".join([rows[place].text for place in range(run.start, start)])
    if above:
        return start if share(above, around) >= OTHERS else run.stop
    return run.stop if after is not None and after.block is Block.BODY else start


def _last_block(run: Run, rows: Sequence[Row]) -> int:
    """Where the last rows begin that no blank line parts; the last row, where these are many."""
    first = next((k for k in reversed(range(run.start, run.stop)) if rows[k].blank), run.start)
    return first if run.stop - first <= FEW_ROWS else run.stop - 1


def _speaks_of(photo: Photo, run: Run, rows: Sequence[Row]) -> bool:
    """Whether these rows name what the caption tells, and not what stands around."""
    if run.stop - run.start > MOST_TITLE_ROWS:
        return False
    title = "".join(rows[place].text for place in range(run.start, run.stop))
    if len(title) < LEAST or share(title, _caption_of(photo, rows)) < OWN:
        return False
    return share(title, _around(photo, run, rows)) < OTHERS


def _caption_of(photo: Photo, rows: Sequence[Row]) -> str:
    return plain("".join([rows[place].text for place in photo.caption]))


def _around(photo: Photo, run: Run, rows: Sequence[Row]) -> str:
    """The texts on either side of the picture and the rows above or below it."""
    first, last = min(photo.caption[0], run.start), max(photo.rows()[-1] + 1, run.stop)
    around = [*rows[max(0, first - 30) : first], *rows[last : last + 30]]
    return plain("".join([row.text for row in around if row.kind not in OF_PICTURES]))
