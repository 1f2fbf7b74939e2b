"""The dates that running text names, resolved against the issue's date and kept beside the text."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from articles.parsing.dates import feasts
from articles.parsing.dates.grammar import (
    BY,
    FROM,
    FUTURE_JUST_BEFORE,
    HOLIDAYS,
    LINK,
    MENTION,
    SENTENCE_ENDS,
    SINCE,
    WEEKDAY_AFTER,
    number_of,
    parts_of,
    speaks_of_the_future,
    year_of,
)
from articles.parsing.dates.parts import (
    WEEKDAYS,
    YEARS,
    days_in,
    decade_of,
    part_of_year,
    plan_of,
    quarter_near,
    week_of,
    years_of,
)
from articles.parsing.dates.spans import (
    OPEN,
    DateMention,
    Note,
    Precision,
    Span,
    days_from,
    days_of,
    in_year,
    joined,
    month_end,
    months_of,
    steps_from,
    third_of,
)

YEAR_OFFSET = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "后": 2}
DAY_OFFSET = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
# 十月的 is a month; 八月瓜 and 一月亭 are named after one.
NAMING = re.compile("[一二三四五六七八九十]+月")
MONTH_ENDS = re.compile(r"[\s，。、；：！？）”的至到以起前后里间来]|$")
SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
FAR_AHEAD = 183  # days; a date without a year that is farther ahead was last year
SOON = 3  # days; 19日 in a paper of the 18th is tomorrow
NEAR = 45  # days; a feast so near is that one
RECENT = 62  # days; 13日 is of the month named last, unless that is long ago


def mentions(text: str, issue_date: date, told_on: date | None = None) -> tuple[DateMention, ...]:
    """Every date in the text, in order. `told_on` is the day of a dateline, if there is one.

    A printed page tells of the past: a date without a year is the nearest past one, unless
    the words around it speak of the future. Time is linear in the text.
    """
    told = told_on or issue_date
    return tuple(_Reading(text, told).mentions()) if told.year in YEARS else ()


class _Reading:
    """One walk through a text: what was named before decides what 当天 and 13日 mean."""

    def __init__(self, text: str, told: date):
        self.text, self.told = text, told
        self.day: date | None = None  # the day named last
        self.month: tuple[int, int] | None = None  # year and month named last
        self.year: int | None = None  # the year named last, for 当年
        self.printed_year: int | None = None  # one printed with its month: it holds for the next
        self.same_sentence = False  # as the printed year
        self.period: DateMention | None = None  # 去年同期 is its like of another year
        self.quoted, self.seen = False, 0

    def mentions(self) -> Iterator[DateMention]:
        held: DateMention | None = None
        end = 0
        for match in MENTION.finditer(self.text):
            if match.start() < end:
                continue  # 11月18日 has taken its 星期三 along
            self._walk_to(match.start())
            found = self._mention(match)
            if found is None:
                continue
            end = found.end
            if held is not None and self._links(held.end, match.start()):
                yield joined(held, found, self.text)
                held = None
                continue
            if held is not None:
                yield held
            held = found
        if held is not None:
            yield held

    def _walk_to(self, place: int) -> None:
        passed = self.text[self.seen : place]
        if "\n" in passed:
            self.printed_year = None
        if any(sign in passed for sign in SENTENCE_ENDS):
            self.same_sentence = False
        opened, closed = passed.rfind("“"), passed.rfind("”")
        if opened != closed:
            self.quoted = opened > closed
        self.seen = place

    def _links(self, end: int, start: int) -> bool:
        return 0 < start - end <= 16 and LINK.fullmatch(self.text, end, start) is not None

    def _mention(self, match: re.Match) -> DateMention | None:
        if self.text[max(0, match.start() - 1)] == "《":
            return None  # 《2026年工作计划》 names itself so
        span = getattr(self, match.lastgroup)(parts_of(match), match)
        if span is None:
            return None
        self._remember(span)
        found = self._bounded(self._with_weekday(match, span))
        if found.first and found.last and found.precision is not Precision.YEAR:
            self.period = found
        return found

    def _remember(self, span: Span) -> None:
        if span.last is None:
            return
        if span.precision is Precision.DAY and span.first is not None:
            self.day = span.last
        if span.precision in (Precision.DAY, Precision.MONTH):
            self.month = (span.last.year, span.last.month)
            if span.year_printed:
                self.printed_year, self.same_sentence = span.last.year, True
        self.year = span.last.year

    def _with_weekday(self, match: re.Match, span: Span) -> DateMention:
        end, note = match.end(), span.note
        weekday = WEEKDAY_AFTER.match(self.text, end)
        if weekday and span.precision is Precision.DAY and span.first == span.last:
            end = weekday.end()
            if span.first.weekday() != WEEKDAYS[weekday[1]]:
                note = Note.WEEKDAY_WRONG
        text = self.text[match.start() : end]
        return DateMention(match.start(), end, text, span.first, span.last, span.precision, note)

    def _bounded(self, found: DateMention) -> DateMention:
        """以来, 前 and 起 leave one end open or tie it to the issue."""
        if found.first is None:
            return found
        if found.precision is Precision.DAY and HOLIDAYS.match(self.text, found.end):
            return replace(found, last=None, note=Note.SEASON)
        if suffix := SINCE.match(self.text, found.end):
            return self._grown(found, suffix, last=max(found.first, self.told))
        if suffix := BY.match(self.text, found.end):
            return self._grown(found, suffix, first=None)
        if suffix := FROM.match(self.text, found.end):
            return self._grown(found, suffix, last=None)
        return found

    def _grown(self, found: DateMention, suffix: re.Match, **ends: date | None) -> DateMention:
        text = self.text[found.start : suffix.end()]
        return replace(found, end=suffix.end(), text=text, **ends)

    def _future(self, match: re.Match) -> bool:
        return speaks_of_the_future(self.text, match.start(), match.end())

    # Each form of the grammar has a reader of its name; None for what is no date after all.

    def custom(self, parts: Mapping[str, str], match: re.Match) -> None:
        """每年4月15日 is a custom, not a day."""

    def iso(self, parts: Mapping[str, str], match: re.Match) -> Span:
        year, month, day = (int(parts[f"iso_{name}"]) for name in ("year", "month", "day"))
        return days_of(year, month, [day], year_printed=True)

    def dated(self, parts: Mapping[str, str], match: re.Match) -> Span | None:
        days = days_in(parts.get("day"), parts.get("more"))
        if near := parts.get("near_month"):
            year, month = self._near_month(near)
            note = Note.FROM_TEXT if near in "当同" and self.month else Note.NONE
        else:
            month, (year, note) = number_of(parts["month"]), self._year(parts)
        if NAMING.fullmatch(match[0]) and not MONTH_ENDS.match(self.text, match.end()):
            return None
        if not 1 <= month <= 12:
            # 13月5日 is a misprint; 50月 alone is a figure of something else.
            return replace(OPEN, note=Note.IMPOSSIBLE) if days else None
        printed = year is not None and note is Note.NONE
        if year is None:
            year, note = self._infer(month, days[0] if days else None, match), Note.YEAR_INFERRED
        if days:
            return days_of(year, month, days, note, printed)
        first, last = third_of(year, month, parts.get("third", ""))
        return Span(first, last, Precision.MONTH, note, printed)

    def _near_month(self, word: str) -> tuple[int, int]:
        if word in "当同" and self.month:
            return self.month
        return steps_from(self.told.year, self.told.month, {"上": -1, "下": 1}.get(word, 0))

    def _year(self, parts: Mapping[str, str]) -> tuple[int | None, Note]:
        """The year that the words name, or None."""
        if "year" in parts:
            return year_of(parts["year"]), Note.NONE
        near = parts.get("near_year")
        if near is None:
            return None, Note.NONE
        if near in "当同次翌" or (near == "上" and self.year):
            known = self.told.year if self.year is None else self.year
            return known + (near in "次翌") - (near == "上"), Note.FROM_TEXT
        return self.told.year + YEAR_OFFSET[near], Note.NONE

    def _infer(self, month: int, day: int | None, match: re.Match) -> int:
        """The year of a date that the text gives none."""
        told = self.told
        ahead = (month - told.month) * 31 + (day - told.day if day else 0)
        # 大桥去年3月开工。11月8日，大桥合龙: the second date is this year's.
        news = not self.same_sentence and day is not None and -31 <= ahead <= 0
        if self.printed_year is not None and not news:
            return self.printed_year
        if ahead > 0:
            far = ahead > FAR_AHEAD or (told.month <= 2 and month >= 10)
            return told.year - (far and not self._future(match))
        before = self.text[max(0, match.start() - 12) : match.start()]
        next_year = FUTURE_JUST_BEFORE.search(before) is not None
        if (told.month, month) == (12, 1):
            next_year = next_year or self._future(match)
        return told.year + (ahead < -60 and next_year)

    def months(self, parts: Mapping[str, str], match: re.Match) -> Span | None:
        first, last = number_of(parts["from_month"]), number_of(parts["to_month"])
        if not 1 <= first <= last <= 12:
            return None
        year, note = self._year_or_inferred(parts, last, match)
        return months_of(year, first, last, Precision.MONTH, note)

    def _year_or_inferred(
        self, parts: Mapping[str, str], month: int, match: re.Match
    ) -> tuple[int, Note]:
        year, note = self._year(parts)
        return (year, note) if year else (self._infer(month, None, match), Note.YEAR_INFERRED)

    def years(self, parts: Mapping[str, str], match: re.Match) -> Span | None:
        return years_of(parts)

    def plan(self, parts: Mapping[str, str], match: re.Match) -> Span:
        return plan_of(parts)

    def decade(self, parts: Mapping[str, str], match: re.Match) -> Span | None:
        return decade_of(parts, self.told)

    def parted(self, parts: Mapping[str, str], match: re.Match) -> Span | None:
        if near := parts.get("near_quarter"):
            return quarter_near(near, self.told)
        first, last, precision = part_of_year(parts)
        if not 1 <= last <= 12:
            return None
        if precision is Precision.HALF and self._year(parts)[0] is None:
            # 下半年 in spring is still to come; in January it has just been.
            past = first > 1 and self.told.month <= 2 and not self._future(match)
            return months_of(self.told.year - past, first, last, precision, Note.YEAR_INFERRED)
        year, note = self._year_or_inferred(parts, last, match)
        return months_of(year, first, last, precision, note)

    def seasonal(self, parts: Mapping[str, str], match: re.Match) -> Span:
        year, _note = self._year(parts)
        if year is None:
            year = self.told.year + YEAR_OFFSET[parts["season_year"]]
        month = SEASONS[parts.get("season") or parts["short_season"]]
        if month == 12 and self.told.month <= 2 and match[0].startswith("今"):
            year -= 1
        return Span(
            date(year, month, 1),
            month_end(*steps_from(year, month, 2)),
            Precision.QUARTER,
            Note.SEASON,
        )

    def yearly(self, parts: Mapping[str, str], match: re.Match) -> Span | None:
        year, note = self._year(parts)
        year = self.told.year if year is None else year
        if self.text.startswith("同期", match.end()) and self.period and year in YEARS:
            return in_year(self.period, year)
        if year not in YEARS or self.text.startswith(("历史", "的历史"), match.end()):
            return None
        part = parts.get("year_part") or parts.get("bare_part")
        if part is None:
            return months_of(year, 1, 12, Precision.YEAR, note)
        if "bare_part" in parts and part in "底末" and self.told.month <= 2:
            year -= not self._future(match)
        first, last = {"初": (1, 1), "中": (6, 7)}.get(part, (12, 12))
        return months_of(year, first, last, Precision.MONTH, note)

    def monthly(self, parts: Mapping[str, str], match: re.Match) -> Span:
        first, last = third_of(self.told.year, self.told.month, parts["month_part"])
        return Span(first, last, Precision.MONTH)

    def bare(self, parts: Mapping[str, str], match: re.Match) -> Span | None:
        days = days_in(parts["bare_day"], parts.get("bare_more"))
        if not 1 <= days[0] <= 31:
            return None
        year, month = self._month_of(days[0], match)
        return days_of(year, month, days, Note.YEAR_INFERRED)

    def _month_of(self, day: int, match: re.Match) -> tuple[int, int]:
        """The month of a bare 13日: that of the day named last, else of the nearest past 13th."""
        if self.day and (self.same_sentence or abs(self.told - self.day).days <= RECENT):
            return self.day.year, self.day.month
        steps = 0
        if day != self.told.day:
            future, later = self._future(match), day > self.told.day
            steps = 0 if 0 < day - self.told.day <= SOON else future - later
        return steps_from(self.told.year, self.told.month, steps)

    def word(self, parts: Mapping[str, str], match: re.Match) -> Span:
        word = match[0]
        if word[0] in "当同次翌第" or word == "前一天":
            if self.day is None:
                return replace(OPEN, note=Note.UNANCHORED)
            steps = 1 if word[0] in "次翌第" else -(word == "前一天")
            return days_from(self.day, steps, Note.FROM_TEXT)
        if self.quoted:
            return replace(OPEN, note=Note.QUOTED)
        if word.startswith("今明"):
            return Span(self.told, self.told + timedelta(1), Precision.DAY)
        if word[0] == "大":
            return days_from(self.told, 3 if word[1] == "后" else -3)
        return days_from(self.told, DAY_OFFSET[word[0]])

    def week(self, parts: Mapping[str, str], match: re.Match) -> Span:
        return week_of(parts, self.told)

    def plain_week(self, parts: Mapping[str, str], match: re.Match) -> Span:
        if self.quoted:
            return replace(OPEN, note=Note.QUOTED)
        ahead = (WEEKDAYS[parts["plain_weekday"]] - self.told.weekday()) % 7
        back = (ahead - 7) % -7
        return days_from(self.told, ahead if self._future(match) else back, Note.YEAR_INFERRED)

    def feast(self, parts: Mapping[str, str], match: re.Match) -> Span:
        feast = feasts.feast_in(parts["feast"])
        year, note = self._year(parts)
        if year is None:
            note = Note.YEAR_INFERRED
            day = self._nearest(lambda solar: feasts.feast_day(feast, solar), match)
        else:
            day = feasts.feast_day(feast, year)
        if day is None or feasts.moves(feast):
            note = Note.LUNAR
        return replace(OPEN, note=note) if day is None else Span(day, day, Precision.DAY, note)

    def lunar(self, parts: Mapping[str, str], match: re.Match) -> Span:
        month, day = feasts.lunar_numbers(parts)
        year, _note = self._year(parts)
        if day is None:
            found = None
        elif year is not None:
            found = feasts.lunar_day(year, month, day)
        else:
            found = self._nearest(lambda solar: feasts.lunar_day_in(solar, month, day), match)
        if found is None:
            return replace(OPEN, note=Note.LUNAR)
        return Span(found, found, Precision.DAY, Note.LUNAR)

    def _nearest(self, day_in: Callable[[int], date | None], match: re.Match) -> date | None:
        """The day of a feast that is near, or else of the year that a day as its own would have."""
        days = [day_in(self.told.year + years) for years in (-1, 0, 1)]
        near = [day for day in days if day and abs(self.told - day).days <= NEAR]
        if near or days[1] is None:
            return next(iter(near), None)
        return day_in(self._infer(days[1].month, days[1].day, match))

    def present(self, parts: Mapping[str, str], match: re.Match) -> Span | None:
        if self.quoted:
            return None
        first = None if match[0].startswith("截") else self.told
        return Span(first, self.told, Precision.DAY)

    def ago(self, parts: Mapping[str, str], match: re.Match) -> Span | None:
        years = number_of(parts["years_ago"].replace("两", "二"))
        if self.quoted or self.told.year - years not in YEARS:
            return None
        return months_of(self.told.year - years, 1, 12, Precision.YEAR, Note.YEAR_INFERRED)

    def republic(self, parts: Mapping[str, str], match: re.Match) -> Span:
        year = 1911 + number_of(parts["republic_year"])
        return months_of(year, 1, 12, Precision.YEAR)

    def vague(self, parts: Mapping[str, str], match: re.Match) -> Span:
        return replace(OPEN, note=Note.VAGUE)
