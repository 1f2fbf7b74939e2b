"""Addresses of an earlier site: where they lead, and taking in a list of them."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.db import transaction
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from articles.models import Article, Issue, OldAddress, Page
from articles.models.old_address import LONGEST, TARGETS

BATCH = 500


@dataclass
class Report:
    """What a list would change, or has changed; with problems, nothing is written."""

    new: int = 0
    changed: int = 0
    same: int = 0
    problems: list[str] = field(default_factory=list)


def target_of(path: str, query: str = "") -> str | None:
    """The public address that an old one leads to; None if there is none that readers may see.

    With its query, as it came or decoded, if that is known; else what the path alone leads to:
    vendors and those who share links add parameters of their own.
    """
    asked = [f"{path}?{query}", f"{path}?{unquote(query)}", path] if query else [path]
    asked = [each for each in asked if "\x00" not in each and len(each) <= LONGEST]
    known = OldAddress.objects.filter(path__in=asked).select_related("issue__publication")
    for found in sorted(known, key=lambda row: asked.index(row.path)):
        if found.article_id:
            place = Article.objects.published().select_related("publication").defer("body")
            place = place.filter(pk=found.article_id).first()
        elif found.page_id:
            live = Article.objects.published().filter(page=found.page_id)
            place = live.select_related("page__issue__publication").defer("page__source").first()
            place = place and place.page
        else:
            place = Issue.objects.public().select_related("publication")
            place = place.filter(pk=found.issue_id).first()
        return place and place.get_absolute_url()
    return None


def take_in(lines: Iterable[str], *, write: bool) -> Report:
    """Read “old address, new address” from CSV lines; store all of them, or none.

    The new address is one of this site, with or without its name. Said twice, the later one holds.
    """
    report, batch = Report(), {}
    with transaction.atomic():
        for number, row in enumerate(csv.reader(lines), start=1):
            if not row or (number == 1 and not row[0].startswith(("/", "http"))):
                continue  # a head, or nothing
            if problem := _problem(row):
                report.problems.append(
                    _("Line %(line)s: %(problem)s") % {"line": number, "problem": problem}
                )
                continue
            batch[_path(row[0])] = (number, row[1].strip())
            if len(batch) >= BATCH:
                _store(batch, report)
                batch = {}
        _store(batch, report)
        if report.problems or not write:
            transaction.set_rollback(True)
    return report


def _problem(row):
    if len(row) < 2 or not row[1].strip():
        return _("Write an old address, a comma, and the new address.")
    try:
        old = _path(row[0])
    except ValueError:
        old = row[0]
    if not old.startswith("/") or any(sign.isspace() or sign == "\x00" for sign in old):
        return _("“%(old)s” is no address: it begins with / and has no spaces.") % {"old": old}
    if len(old) > LONGEST:
        return _("The old address is longer than %(most)s characters.") % {"most": LONGEST}
    return None


def _path(address):
    """An address without scheme and name of the site, as a request has it."""
    parts = urlsplit(address.strip())
    return unquote(parts.path) + (f"?{parts.query}" if parts.query else "")


def _store(batch, report):
    """Compare with what is known and write the difference."""
    wanted = {path: _place(new) for path, (_line, new) in batch.items()}
    found = _found(set(wanted.values()) - {None})
    known = OldAddress.objects.in_bulk(list(wanted), field_name="path")
    new, changed = [], []
    for path, place in wanted.items():
        line, address = batch[path]
        if place not in found:
            report.problems.append(
                _("Line %(line)s: %(new)s is no article, page or issue of this site.")
                % {"line": line, "new": address}
            )
            continue
        kind, key = found[place]
        row = known.get(path) or OldAddress(path=path)
        before = _target(row)
        row.article_id, row.page_id, row.issue_id = (
            key if kind == name else None for name in TARGETS
        )
        if row.pk is None:
            new.append(row)
        elif _target(row) != before:
            changed.append(row)
        else:
            report.same += 1
    OldAddress.objects.bulk_create(new)
    OldAddress.objects.bulk_update(changed, [f"{name}_id" for name in TARGETS])
    report.new += len(new)
    report.changed += len(changed)


def _target(row):
    return row.article_id, row.page_id, row.issue_id


def _place(address):
    """(kind, what finds it) of an address of this site, or None."""
    try:
        found = resolve(urlsplit(address).path)
    except (Resolver404, ValueError):
        return None
    kind = found.url_name if found.namespace == "public" else None
    if kind not in TARGETS:
        return None
    told = found.kwargs
    return kind, told["publication"], told.get("number") or told["date"], told.get("label", "")


def _found(places):
    """{place: (kind, primary key)} of those that there are, in three statements."""
    numbers = [key for kind, _slug, key, _label in places if kind == "article"]
    days = [key for kind, _slug, key, _label in places if kind != "article"]
    rows = [
        (("article", slug, number, ""), pk)
        for slug, number, pk in Article.objects.filter(number__in=numbers).values_list(
            "publication__slug", "number", "pk"
        )
    ]
    rows += [
        (("issue", slug, day, ""), pk)
        for slug, day, pk in Issue.objects.filter(date__in=days).values_list(
            "publication__slug", "date", "pk"
        )
    ]
    rows += [
        (("page", slug, day, label), pk)
        for slug, day, label, pk in Page.objects.filter(issue__date__in=days).values_list(
            "issue__publication__slug", "issue__date", "label", "pk"
        )
    ]
    return {place: (place[0], pk) for place, pk in rows if place in places}
