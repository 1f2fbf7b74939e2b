"""What an import of many pages has made: a row a page as CSV, and the sums of it as HTML."""

import csv
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.intake.archiving import Result, Row
from articles.texts.spreadsheets import ENCODING, cell

FIELDS = "day label file result articles photos doubts remark".split()
SUMS = "articles photos doubts".split()
STYLE = (
    ":root { color-scheme: light dark; font-family: sans-serif; line-height: 1.5 }"
    "body { max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem }"
    "table { border-collapse: collapse; font-variant-numeric: tabular-nums }"
    "th, td { padding: 0.2rem 0.4rem; text-align: right; border-bottom: 1px solid #8888 }"
    "th[scope=row] { white-space: nowrap }"
    "li { overflow-wrap: anywhere }"
)


class Report:
    """Rows as they come, written at once: what a kill leaves behind is true as far as it goes."""

    def __init__(self, writer, file):
        self.writer, self.file = writer, file
        self.results, self.sums, self.months = Counter(), Counter(), {}

    def add(self, row: Row):
        self.writer.writerow([cell(getattr(row, name)) for name in FIELDS])
        self.file.flush()
        self.results[row.result] += 1
        month = self.months.setdefault(row.day[:7], Counter())
        month[row.result] += 1
        for name in SUMS:
            self.sums[name] += getattr(row, name)
            month[name] += getattr(row, name)

    @property
    def pages(self):
        return sum(self.results.values())

    @property
    def failures(self):
        return self.results[Result.FAILED]


@contextmanager
def written(path: Path):
    """A Report whose CSV is at `path`; the HTML is beside it when all is done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding=ENCODING, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        report = Report(writer, file)
        try:
            yield report
        finally:
            file.flush()
            _write_html(report, path)


def _write_html(report, path):
    with path.with_suffix(".html").open("w", encoding="utf-8") as file:
        file.write(_head(report))
        file.write(_months(report))
        if report.failures:
            file.write(format_html("<h2>{}</h2>\n<ul>\n", _("Failures")))
            for row in _failures(path):
                file.write(_failure(row))
            file.write("</ul>\n")
        file.write(format_html("<p>{}</p>\n</html>\n", _("Every page: %s") % path.name))


def _head(report):
    title = _("Import report")
    sums = _(
        "%(pages)s pages: %(imported)s imported, %(known)s in already, %(failed)s failed. "
        "%(articles)s articles, %(photos)s photos, %(doubts)s doubts."
    ) % {
        "pages": report.pages,
        **{result.value: report.results[result] for result in Result},
        **{name: report.sums[name] for name in SUMS},
    }
    return format_html(
        '<!doctype html>\n<html lang="{}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        "<title>{}</title>\n<style>{}</style>\n<h1>{}</h1>\n<p>{}</p>\n",
        get_language(),
        title,
        STYLE,
        title,
        sums,
    )


def _months(report):
    names = [_("Month"), _("imported"), _("in already"), _("failed"), *_sum_names()]
    head = format_html_join("", '<th scope="col">{}</th>', ((name,) for name in names))
    rows = format_html_join(
        "",
        '<tr><th scope="row">{}</th>{}</tr>\n',
        ((month or "–", _numbers(report.months[month])) for month in sorted(report.months)),
    )
    return format_html("<table>\n<tr>{}</tr>\n{}</table>\n", head, rows)


def _sum_names():
    return [_("articles"), _("photos"), _("doubts")]


def _numbers(month):
    values = [month[result] for result in Result] + [month[name] for name in SUMS]
    return format_html_join("", "<td>{}</td>", ((value,) for value in values))


def _failures(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from (row for row in csv.DictReader(file) if row["result"] == Result.FAILED)


def _failure(row):
    where = " ".join(part for part in (row["day"], row["label"], row["file"]) if part)
    return format_html("<li>{}: {}</li>\n", where, row["remark"])
