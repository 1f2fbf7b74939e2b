"""台账: what each person wrote, by month and role, and how much was adopted or came back."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    Sum,
    Value,
)
from django.db.models.functions import (
    Cast,
    Coalesce,
    Concat,
    ExtractMonth,
    Length,
    Replace,
)
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.clocks import DayThere, moments_of
from articles.models import Article, CreditRole, Event, Origin, Reporter, VersionCredit
from articles.texts.body import MARKS, UNCOUNTED
from articles.texts.spreadsheets import csv_bytes

# Those who are paid by the character; the others by the piece.
WRITERS = frozenset({CreditRole.REPORTER, CreditRole.CORRESPONDENT, CreditRole.AUTHOR})
PRINTED_OR_OUT = Coalesce(
    F("version__article__page__issue__date"),
    DayThere("version__article__published_at", "version__article__publication__time_zone"),
    output_field=DateField(),
)


@dataclass(frozen=True)
class Entry:
    """What one person has out in one month in one role."""

    person: int
    month: int
    role: CreditRole
    pieces: int
    characters: int


@dataclass(frozen=True)
class Piece:
    """One published piece as it is paid for; `sharers` are all who wrote it."""

    day: date
    number: str
    headline: str
    publication: str
    page: str
    person: str
    unit: str
    role: CreditRole
    characters: int
    sharers: int


@dataclass(frozen=True, kw_only=True)
class HandedIn:
    """Of web pieces first submitted in some time: how many went out, how many came back."""

    submitted: int
    adopted: int
    returned: int

    @property
    def adoption(self):
        return percent(self.adopted, self.submitted)

    @property
    def returning(self):
        return percent(self.returned, self.submitted)


@dataclass(frozen=True, kw_only=True)
class Rates(HandedIn):
    """One person's month."""

    user: int
    month: int


def entries(year: int, *, person=None) -> list[Entry]:
    """Of one person, or of everybody credited. One query, whatever their number."""
    rows = (
        _credits(year, person)
        .annotate(month=ExtractMonth("day"))
        .order_by()
        .values("one", "month", "role")
        .annotate(pieces=Count("version", distinct=True), characters=Sum("characters_"))
    )
    return [
        Entry(
            person=row["one"],
            month=row["month"],
            role=CreditRole(row["role"]),
            pieces=row["pieces"],
            characters=row["characters"] if row["role"] in WRITERS else 0,
        )
        for row in rows.order_by("one", "-month", "role")
    ]


def pieces(year: int, *, person=None) -> Iterable[Piece]:
    """Every credit of every published piece of the year, in the order of print."""
    # Each in each role once, however many records of theirs were merged.
    writer = Concat(Cast(_one("version__credits__"), CharField()), "version__credits__role")
    is_writer = Q(version__credits__role__in=WRITERS)
    writers = Count(writer, filter=is_writer, distinct=True)
    rows = _credits(year, person).annotate(sharers=writers).order_by("day", "version", "position")
    fields = (
        "day version__article__number version__headline version__article__publication__name"
        " version__article__page__label name reporter__unit role characters_ sharers"
    ).split()
    for row in rows.values_list(*fields).iterator(chunk_size=500):
        day, number, headline, publication, page, name, unit, role, characters, sharers = row
        is_written = role in WRITERS
        yield Piece(
            day=day,
            number=number,
            headline=headline,
            publication=publication,
            page=page or "",
            person=name,
            unit=unit,
            role=CreditRole(role),
            characters=characters if is_written else 0,
            sharers=sharers if is_written else 1,
        )


def rates(year: int, *, user=None) -> list[Rates]:
    """Of one login, or of all who submitted. One query."""
    earlier = Event.objects.filter(
        article=OuterRef("article"), action="submit", sequence__lt=OuterRef("sequence")
    )
    returned = Event.objects.filter(article=OuterRef("article"), action="return")
    days = date(year, 1, 1), date(year, 12, 31)
    submitted = Event.objects.annotate(day=DayThere("at", "article__publication__time_zone"))
    first = submitted.filter(
        ~Exists(earlier),
        action="submit",
        article__origin=Origin.WEB,
        at__range=moments_of(*days),
        day__range=days,
    )
    if user is not None:
        first = first.filter(article__owner=user)
    rows = (
        first.annotate(month=ExtractMonth("day"), came_back=Exists(returned))
        .order_by()
        .values("article__owner", "month")
        .annotate(
            submitted=Count("pk"),
            adopted=Count("pk", filter=Q(article__published_at__isnull=False)),
            returned=Count("pk", filter=Q(came_back=True)),
        )
    )
    return [
        Rates(
            user=row["article__owner"], month=row["month"], **{name: row[name] for name in COUNTS}
        )
        for row in rows.order_by("article__owner", "-month")
    ]


COUNTS = ("submitted", "adopted", "returned")


def characters_in(body: str):
    """The characters of a text as a query: without marks and spaces, as texts.body counts."""
    text = Concat(Value("\n"), F(body))
    for mark, _kind in MARKS:
        text = Replace(text, Value("\n" + mark), Value("\n"))
    for sign in UNCOUNTED:
        text = Replace(text, Value(sign), Value(""))
    return Length(text)


def _credits(year, person):
    """Credits of what readers can see now, each with its `day` and the text's `characters_`."""
    live = Article.objects.published().values("live_version")
    # Records that were merged are one person's, who is paid once for what two of them wrote.
    credits = VersionCredit.objects.annotate(one=_one())
    same = {name: OuterRef(name) for name in ("version", "role", "one")}
    earlier = credits.filter(pk__lt=OuterRef("pk"), **same)
    credits = credits.filter(~Exists(earlier), version__in=live)
    if person is not None:
        credits = credits.filter(one=person.pk)
    return credits.annotate(day=PRINTED_OR_OUT, characters_=characters_in("version__body")).filter(
        day__range=(date(year, 1, 1), date(year, 12, 31))
    )


def _one(prefix=""):
    """Whose a credit is, as a query."""
    return Coalesce(f"{prefix}reporter__merged_into", f"{prefix}reporter")


@dataclass(frozen=True)
class Month:
    """One month of one person: what is out by role, and what became of what was handed in."""

    month: int
    entries: tuple[Entry, ...]
    rates: Rates | None

    @property
    def characters(self):
        return sum(entry.characters for entry in self.entries)


def months_of(person, user, year: int) -> list[Month]:
    """The months in which there is something to say, the latest first. Two queries."""
    out, handed_in = entries(year, person=person), rates(year, user=user)
    known = {entry.month for entry in out} | {rate.month for rate in handed_in}
    return [
        Month(
            month=month,
            entries=tuple(entry for entry in out if entry.month == month),
            rates=next((rate for rate in handed_in if rate.month == month), None),
        )
        for month in sorted(known, reverse=True)
    ]


@dataclass(frozen=True, kw_only=True)
class Account(HandedIn):
    """One person's year."""

    person: Reporter
    pieces: dict[str, int]  # by role
    characters: int


def accounts(year: int) -> list[Account]:
    """Everybody of the year, who has most characters first. Three queries."""
    out, handed_in = defaultdict(list), defaultdict(list)
    for entry in entries(year):
        out[entry.person].append(entry)
    for rate in rates(year):
        handed_in[rate.user].append(rate)
    known = Reporter.objects.filter(Q(pk__in=out) | Q(user__in=handed_in))
    found = [_account(person, out[person.pk], handed_in[person.user_id]) for person in known]
    return sorted(found, key=lambda one: (-one.characters, one.person.name))


def _account(person, out, handed_in):
    pieces = Counter()
    for entry in out:
        pieces[entry.role] += entry.pieces
    return Account(
        person=person,
        pieces={role: pieces[role] for role in CreditRole if pieces[role]},
        characters=sum(entry.characters for entry in out),
        **{name: sum(getattr(rate, name) for rate in handed_in) for name in COUNTS},
    )


def percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None


def as_csv(year: int, *, person=None) -> bytes:
    """A row a credit, for 稿费; no cell can be taken for a formula."""
    head = [
        _("date"),
        _("number"),
        _("headline"),
        _("publication"),
        _("page"),
        _("name"),
        _("unit"),
        _("role"),
        _("characters"),
        _("written by how many"),
    ]
    rows = (
        [getattr(piece, name) for name in COLUMNS[:7]]
        + [piece.role.label, piece.characters, piece.sharers]
        for piece in pieces(year, person=person)
    )
    return csv_bytes(head, rows)


COLUMNS = "day number headline publication page person unit".split()


def year_of(text: str | None) -> int:
    """The year that is asked for; this one, if it is none."""
    asked = text or ""
    this = timezone.localdate().year
    return int(asked) if re.fullmatch(r"[12]\d{3}", asked) else this


def years_around(year: int) -> tuple[int | None, int | None]:
    """The year before, and the next one unless it is still to come."""
    return year - 1, year + 1 if year < timezone.localdate().year else None
