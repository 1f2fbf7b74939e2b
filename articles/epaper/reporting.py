"""报错: from a reader's form or a notice in print into a queue, and out of it by an editor."""

import secrets
from contextlib import contextmanager
from datetime import timedelta
from ipaddress import ip_address, ip_network

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from articles.models import Article, CorrectionState, ErrorReport, ReportSource, ReportState
from articles.refusals import Refusal, Refused
from articles.roles import EDITORS, roles_of
from articles.texts.body import is_blank
from articles.workflow import correcting

MOST_IN_AN_HOUR = 5
HOUR = timedelta(hours=1)


class TooMany(Exception):
    """This network has sent enough for an hour."""


def report(article, *, passage, words, address) -> ErrorReport:
    """Put what a reader says of a live article into the queue. Raises TooMany.

    The address is kept only as a hash that changes every day.
    """
    sender, now = _sender(address), timezone.now()
    with transaction.atomic():
        # The row of the article is the lock: a burst of presses is counted one by one.
        Article.objects.select_for_update(of=("self",)).only("pk").get(pk=article.pk)
        sent = ErrorReport.objects.filter(sender=sender, at__gt=now - HOUR).count()
        if sent >= MOST_IN_AN_HOUR:
            raise TooMany
        return ErrorReport.objects.create(
            article=article,
            version=article.live_version,
            source=ReportSource.READER,
            passage=passage,
            words=words,
            sender=sender,
            token=secrets.token_hex(32),
            at=now,
        )


def _sender(address):
    """A day's name for the network that an address belongs to."""
    ip = ip_address(address)
    network = ip_network((ip, 64 if ip.version == 6 else 32), strict=False)
    day = timezone.localdate().isoformat()
    return salted_hmac("articles.report", f"{day} {network}", algorithm="sha256").hexdigest()


def accept(held, *, by, **fields):
    """Open a correction of the article for what was reported. Raises Refused."""
    with _handling(held, by) as report:
        report.correction = correcting.open_correction(report.article, by=by, **fields)
        report.state = ReportState.ACCEPTED
    return report.correction


def attach(held, *, by):
    """Let the correction that is being written already take up the report. Raises Refused."""
    with _handling(held, by) as report:
        report.correction = report.article.corrections.filter(state=CorrectionState.OPEN).first()
        if report.correction is None:
            raise Refused(
                Refusal(
                    rule="state",
                    message=_("No correction of this article is being written."),
                    next_step=_("Open one from the report."),
                )
            )
        report.state = ReportState.ACCEPTED
    return report.correction


def answer(held, *, by, words):
    """Tell the reader what there is to say where nothing has to be corrected. Raises Refused."""
    _close(held, ReportState.ANSWERED, by=by, words=words)


def decline(held, *, by, words):
    """Close a report that nothing comes of, with the reason. Raises Refused."""
    _close(held, ReportState.DECLINED, by=by, words=words)


def _close(held, state, *, by, words):
    if is_blank(words):
        raise Refused(
            Refusal(
                rule="opinion",
                message=_("The reader is told why."),
                next_step=_("Write a few words in the field above the buttons."),
            )
        )
    with _handling(held, by) as report:
        report.state, report.answer = state, words.strip()


@contextmanager
def _handling(held, by):
    """Hold a new report while an editor decides it; what `held` says follows when it is done."""
    if refusal := handle_refusal(roles_of(by)):
        raise Refused(refusal)
    with transaction.atomic():
        report = ErrorReport.objects.select_for_update(of=("self",)).get(pk=held.pk)
        if not report.is_new:
            raise Refused(
                Refusal(
                    rule="stale",
                    message=_("A colleague has handled this report meanwhile."),
                    next_step=_("Open it again to see how."),
                )
            )
        yield report
        report.handled_by, report.handled_at = by, timezone.now()
        report.save()
    held.refresh_from_db()


def handle_refusal(roles):
    """Why a person of these roles may not decide reports, or None."""
    return None if roles & EDITORS else Refusal.role(_("Handle reports of errors"), EDITORS)
