"""Articles that an issue prints twice, as in two editions: each asked about once, as a doubt."""

from django.db import transaction

from articles.intake import joining
from articles.models import PageDoubt, Status
from articles.parsing.doubts import doubt

TWICE = "printed_twice"


def ask_about_repeats(issue):
    """Bring the doubts about what is printed twice up to date with the issue's imported pages.

    What somebody has decided is not asked again; what is no longer twice is asked no longer.
    """
    imported = issue.pages.exclude(imported_at=None).order_by("pk")
    if imported.count() < 2:
        return
    with transaction.atomic():
        # In one order, and as an import holds them: pages that come in together take turns.
        list(imported.select_for_update(of=("self",)).values_list("pk", flat=True))
        found = _repeats(issue)
        known = PageDoubt.objects.filter(page__issue=issue, kind=TWICE)
        for asked in known:
            if (asked.article_id, asked.params.get("text")) in found:
                del found[asked.article_id, asked.params["text"]]
            elif asked.is_open:
                asked.delete()
        PageDoubt.objects.bulk_create(found.values())


def _repeats(issue):
    """{(article, what names the other one): doubt}"""
    found = {}
    for repeat in joining.plan_joins(issue).repeats:
        if pair := _asked_of(repeat):
            asked, other = pair
            raised = doubt(TWICE, asked.source_lines[0], text=f"{other.page.title} {other.number}")
            found[asked.pk, dict(raised.params)["text"]] = PageDoubt(
                page=asked.page,
                article=asked,
                kind=raised.kind,
                line=raised.line,
                message=raised.message,
                params=dict(raised.params),
            )
    return found


def _asked_of(repeat):
    """(The later one on which something can still be decided, the other), or None."""
    pair = [repeat.other, repeat.one]
    for asked, other in (pair, pair[::-1]):
        if asked.status == Status.IMPORTED and not hasattr(asked, "joined_to"):
            return asked, other
    return None
