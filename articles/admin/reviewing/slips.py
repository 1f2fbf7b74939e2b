"""稿签 on the screen, on paper and as a PDF: of one article, or of a printed page's articles."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import logins
from articles.admin import access
from articles.admin.wording import action_name, reason_name, role_name
from articles.models import Article
from articles.review import slip_pdf
from articles.review.slip_pdf import NoFont, Run, Sheet
from articles.review.slips import Slip, slips
from articles.workflow import checking

HASH = 16  # characters of a hash that are printed beside a stage; the last one stands in full


@dataclass(frozen=True)
class Stage:
    """One event in words, a row of the slip."""

    what: str
    reason: str
    who: str
    role: str
    at: str
    opinion: str
    version: int
    sha256: str


@dataclass(frozen=True)
class Shown:
    """A slip in words."""

    slip: Slip
    title: str
    facts: list
    parts: list
    stages: list
    notes: list


def article_slip(model_admin, request, pk, form):
    """`form` is html or pdf."""
    article = access.found(model_admin, request, pk)
    shown = _all_shown(slips(Article.objects.filter(pk=article.pk)))
    back = reverse("admin:articles_article_review", args=[pk])
    return _answer(model_admin, request, shown, article, form, back)


def page_slip(model_admin, request, pk, form):
    """The slips of all articles of a page, in their order."""
    page = access.found(model_admin, request, pk)
    articles = Article.objects.wholes().on_page(page)
    shown = _all_shown(slips(articles))
    back = reverse("admin:articles_page_change", args=[pk])
    return _answer(model_admin, request, shown, page, form, back)


def _answer(model_admin, request, shown, original, form, back):
    if form == "pdf":
        return _file(model_admin, request, shown, original, back)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Slip"),
        "opts": model_admin.opts,
        "original": original,
        "slips": shown,
        "back": back,
    }
    return TemplateResponse(request, "admin/articles/slip.html", context)


def _file(model_admin, request, shown, original, back):
    try:
        data = slip_pdf.draw([_sheet(each) for each in shown], settings.PDF_FONT)
    except NoFont:
        note = _(
            "No Chinese font was found on this machine, so no PDF can be drawn. Print the slip "
            "from the browser, or ask the administrator to install one (NEWSROOM_PDF_FONT)."
        )
        model_admin.message_user(request, note, messages.ERROR)
        return redirect(back)
    name = original.number if isinstance(original, Article) else f"page-{original.pk}"
    return HttpResponse(
        data,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="slip-{name}.pdf"'},
    )


def _all_shown(found) -> list[Shown]:
    waived = [each for slip in found for event in slip.events for each in event.waived]
    names = logins.shown_names({each["by"] for each in waived if "by" in each})
    return [_shown(slip, names) for slip in found]


def _shown(slip, names) -> Shown:
    article = slip.article
    return Shown(
        slip,
        article.headline or _("(no headline)"),
        [(capfirst(label), value) for label, value in _facts(slip)],
        [(capfirst(checking.part_name(name)), paragraphs) for name, paragraphs in slip.parts],
        [_stage(event) for event in slip.events],
        _notes(slip, names),
    )


def _facts(slip):
    article = slip.article
    place = str(article.get_origin_display())
    if article.page is not None:
        place = f"{article.page.issue.date:%Y-%m-%d} {article.page.title}"
    return [
        (_("number"), article.number),
        (_("publication"), article.publication.name),
        (_("page"), place),
        (_("status"), str(article.get_status_display())),
        (_("version"), str(slip.version.number)),
        (_("hash of the text"), slip.version.sha256),
        (_("printed at"), _time(timezone.now())),
    ]


def _notes(slip, names):
    """What was let pass; `names` are those of the logins on record."""
    waived = [each for event in slip.events for each in event.waived]
    return [
        _("Check waived: “%(text)s”, %(reason)s (%(by)s)")
        % {
            "text": each.get("text", each["check"]),
            "reason": each["reason"],
            "by": names.get(each.get("by"), each.get("by", "")),
        }
        for each in waived
    ]


def _stage(event) -> Stage:
    return Stage(
        str(action_name(event.action)),
        str(reason_name(event.action, event.reason)),
        logins.shown_name(event.actor),
        str(role_name(event.role)),
        _time(event.at),
        event.opinion,
        event.version.number,
        event.version_sha256[:HASH],
    )


def _time(moment):
    return date_format(timezone.localtime(moment), "Y-m-d H:i")


def _sheet(shown) -> Sheet:
    """The same for the one who draws it."""
    legend = [Run(f"{hand.sign}{hand.name}　", hand.number) for hand in shown.slip.hands]
    return Sheet(
        title=shown.title,
        facts=tuple(shown.facts),
        legend=tuple(legend),
        parts=tuple(
            (label, tuple(tuple(_runs(paragraph)) for paragraph in paragraphs))
            for label, paragraphs in shown.parts
        ),
        columns=(_("stage"), _("who"), _("when"), _("opinion"), _("version and hash")),
        stages=tuple(
            (
                stage.what,
                f"{stage.who} {stage.role}",
                stage.at,
                "　".join(part for part in (stage.reason, stage.opinion) if part),
                f"{stage.version} {stage.sha256}",
            )
            for stage in shown.stages
        ),
        notes=tuple(shown.notes),
    )


def _runs(paragraph):
    for stretch in paragraph.stretches:
        if stretch.removed is not None:
            yield Run(stretch.text, stretch.removed.number, True, stretch.removed.sign)
        elif stretch.added is not None:
            yield Run(stretch.text, stretch.added.number, False, stretch.added.sign)
        else:
            yield Run(stretch.text)
