"""Articles that run over several pages of an issue: find the parts, and make them one."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from articles import workflow
from articles.labelling import doubts, relabelling
from articles.models import Article, Credit, Event, JoinedPart, Status
from articles.parsing.issue import IssuePage, Part, read_issue
from articles.refusals import Refusal, Refused
from articles.workflow import annotating
from articles.workflow.gates import part_refusal
from articles.workflow.rules import edit_refusal
from articles.workflow.standing import standing_of

SURE = 0.9
# What a part of an article is bound to leave open, and joining answers.
ANSWERED = ("jump_without_partner", "unfinished")
ANSWERED_OF_THE_REST = (*ANSWERED, "no_beginning", "headline_missing")
SENTENCE_ENDS = "。！？…”’）"


@dataclass(frozen=True)
class PlannedJoin:
    """`rest` goes on where `first` breaks off. `is_done` once it stands in the whole."""

    first: Article
    rest: Article
    confidence: float
    is_done: bool

    @property
    def is_sure(self):
        return self.confidence >= SURE


@dataclass(frozen=True)
class Unanswered:
    """A 下转 or 上接 that no article of the issue answers."""

    article: Article
    line: int
    text: str


@dataclass(frozen=True)
class Repeated:
    """The same article in two places of the issue."""

    one: Article
    other: Article
    share: float


@dataclass(frozen=True)
class JoinPlan:
    joins: tuple[PlannedJoin, ...]
    unanswered: tuple[Unanswered, ...]
    repeats: tuple[Repeated, ...]


def plan_joins(issue):
    """Read the issue's imported pages together. Writes nothing."""
    records = {
        page.label: relabelling.present_record(page)
        for page in issue.pages.exclude(imported_at=None).select_related("run", "issue")
    }
    reading = read_issue([IssuePage(label, record) for label, record in records.items()])
    articles = _articles_of(issue, records)
    done = set(JoinedPart.objects.filter(piece__page__issue=issue).values_list("piece", flat=True))
    # A piece that was never imported, or read otherwise since, has no article yet.
    joins = [
        join
        for join in sorted(reading.joins, key=_by_place)
        if {join.first, join.rest} <= articles.keys()
    ]
    repeats = [
        repeat for repeat in reading.repeats if {repeat.one, repeat.other} <= articles.keys()
    ]
    return JoinPlan(
        joins=tuple(
            PlannedJoin(first, rest, join.confidence, rest.pk in done)
            for join in joins
            for first, rest in [(articles[join.first], articles[join.rest])]
        ),
        unanswered=tuple(
            Unanswered(articles[marker.part], marker.line, marker.text)
            for marker in reading.unanswered
            if marker.part in articles
        ),
        repeats=tuple(
            Repeated(articles[repeat.one], articles[repeat.other], repeat.share)
            for repeat in repeats
        ),
    )


def _by_place(join):
    """In page order, so that a piece in the middle is joined before the one behind it."""
    return (join.rest, join.first)


def join_issue(issue, *, by):
    """Make all joins that are sure and that nobody's work stands against; return those made."""
    made = []
    for planned in plan_joins(issue).joins:
        if (
            planned.is_sure
            and not planned.is_done
            and not join_refusal(planned.first, planned.rest, by=by)
        ):
            made.append(apply_join(planned.first, planned.rest, by=by))
    return made


def join_refusal(first, rest, *, by):
    """Why the two may not be joined now, or None."""
    whole = whole_of(first)
    if whole.pk == rest.pk:
        return Refusal(rule="whole", message=_("An article cannot continue itself."))
    if refusal := part_refusal(rest):
        return refusal
    for article in (whole, rest):
        if refusal := edit_refusal(standing_of(article, by)) or _worked_on(article):
            return refusal
    return None


def apply_join(first, rest, *, by):
    """Put the text of `rest` behind that of `first`, and return the part, on record for both.

    `rest` keeps its own record and lines, out of the workflow. Joined already, it stays as it
    is. Raises Refused where people have worked on either, and changes nothing.
    """
    with transaction.atomic():
        whole = whole_of(first)
        whole, rest = held(whole, rest)
        if part := JoinedPart.objects.filter(piece=rest, whole=whole).first():
            return part
        if whole_of(whole).pk != whole.pk:
            raise Refused(_overtaken())
        if refusal := join_refusal(whole, rest, by=by):
            raise Refused(refusal)
        return _write(whole, rest, by=by)


def held(whole, rest):
    """Both rows locked, always in one order: two people at once wait for each other."""
    rows = Article.objects.select_for_update(of=("self",)).order_by("pk")
    locked = {row.pk: row for row in rows.filter(pk__in=[whole.pk, rest.pk])}
    return locked[whole.pk], locked[rest.pk]


def _overtaken():
    return Refusal(
        rule="stale",
        message=_("Somebody else joined these articles meanwhile."),
        next_step=_("Load this list again and look at it as it stands now."),
    )


def _write(whole, rest, *, by):
    taken = {"headline": not whole.headline, "import_sha256": rest.import_sha256}
    whole.body = _continued(whole.body, rest.body)
    whole.headline = whole.headline or rest.headline
    whole.revision += 1
    whole.save()
    # The page may be imported again: what is joined is no longer the import's to change.
    rest.import_sha256 = ""
    rest.revision += 1
    rest.save(update_fields=["import_sha256", "revision", "modified_at"])
    taken["credits"] = _take_credits(whole, rest)
    taken["photos"] = _keys_moved(rest.photos.all(), whole)
    taken |= _settle(whole, rest, by=by)
    part = JoinedPart.objects.create(
        whole=whole, piece=rest, position=whole.parts.count() + 1, joined_by=by, taken=taken
    )
    put_on_record(
        "join",
        {
            whole: (_("Continued with %(article)s from page %(page)s."), rest),
            rest: (_("Joined to %(article)s on page %(page)s."), whole),
        },
        by=by,
    )
    annotating.renew([whole])
    return part


def put_on_record(action, told, *, by):
    """One event for each article: `told` is {article: (sentence, the other article)}."""
    for article, (words, other) in told.items():
        note = words % {"article": other, "page": other.page.title}
        workflow.remark(article, action, by=by, opinion=note)


def _continued(body, more):
    """One text; a sentence that the page's end cut in two is whole again."""
    last = body.rpartition("\n")[2]
    broken = body and not last.startswith("## ") and last[-1:] not in SENTENCE_ENDS
    return body + ("" if broken or not body else "\n") + more


def _take_credits(whole, rest):
    """Name the rest's people in the whole as well; return the keys of the new credits."""
    held = set(whole.credits.values_list("reporter", "role"))
    place = (whole.credits.aggregate(last=Max("position"))["last"] or 0) + 1
    made = Credit.objects.bulk_create(
        Credit(
            article=whole,
            reporter=credit.reporter,
            role=credit.role,
            printed=credit.printed,
            position=place + step,
        )
        for step, credit in enumerate(rest.credits.select_related("reporter"))
        if (credit.reporter_id, credit.role) not in held
    )
    return [credit.pk for credit in made]


def _keys_moved(rows, whole):
    """Hand photos or doubts to the whole; return their keys."""
    keys = list(rows.values_list("pk", flat=True))
    rows.filter(pk__in=keys).update(article=whole)
    return keys


def _settle(whole, rest, *, by):
    """The join answers what the cut had left open; the rest's other doubts are the whole's now."""
    note = _("Joined: %(first)s and %(rest)s.") % {"first": whole.number, "rest": rest.number}
    answered = [
        *doubts.settle(whole, ANSWERED, by=by, resolution=note),
        *doubts.settle(rest, ANSWERED_OF_THE_REST, by=by, resolution=note),
    ]
    moved = _keys_moved(rest.doubts.filter(resolved_at__isnull=True), whole)
    return {"answered": answered, "doubts": moved}


def whole_of(article):
    """The article itself, or the one that it was joined to in the end."""
    while part := JoinedPart.objects.filter(piece=article).select_related("whole").first():
        article = part.whole
    return article


def _worked_on(article):
    """Only what the machine alone has made is joined; a person's text is a person's to change."""
    known = {article.import_sha256}
    joined = Event.objects.filter(article=article, action="join").order_by("-sequence").first()
    known |= {joined.version_sha256} if joined else set()
    fresh = Article.objects.with_latest_sha256().get(pk=article.pk)
    if fresh.status == Status.IMPORTED and fresh.latest_sha256 in known:
        return None
    return Refusal(
        rule="worked_on",
        message=_("Somebody has worked on %(article)s already.") % {"article": article},
        next_step=_("Add the other part's text by hand, in the form of the article."),
    )


def _articles_of(issue, records):
    """{Part: Article}, found by the printed lines that each was made of."""
    rows = Article.objects.filter(page__issue=issue).exclude(import_key=None)
    by_lines = {
        (row.page.label, tuple(row.source_lines)): row
        for row in rows.select_related("page__issue__publication", "joined_to").defer(
            "page__source"
        )
    }
    return {
        Part(label, record.unit): by_lines[label, record.lines]
        for label, page in records.items()
        for record in page.articles
        if (label, record.lines) in by_lines
    }
