"""Where a page may stand: the day of its paper, its label and name, its place in the issue."""

import re
import unicodedata
from datetime import date, timedelta

from django.utils import timezone

from articles.models import Page
from articles.refusals import Refusal, Refused
from articles.sentences import sentence as _

# The oldest newspapers are a few years younger. A paper is made up days ahead, a calendar a year.
OLDEST, AHEAD = date(1600, 1, 1), timedelta(days=366)
LABEL = re.compile(r"[\w-]{1,20}")
LAST_PLACE = 9999
LONGEST_NAME = Page._meta.get_field("name").max_length


def check_day(day):
    """Refuse what no paper is of: the slip 0206 or 2062 would stand at the site's head for ever."""
    last = timezone.localdate() + AHEAD
    if not OLDEST <= day <= last:
        days = {"day": day.isoformat(), "first": OLDEST.isoformat(), "last": last.isoformat()}
        raise Refused(
            Refusal(
                rule="day",
                message=_("No paper is of %(day)s: its day lies between %(first)s and %(last)s.")
                % days,
                next_step=_("Look at the year."),
            )
        )


def clean_label(text: str) -> str:
    """A page label as it can stand in an address; raises Refused for any other."""
    label = unicodedata.normalize("NFKC", text).strip()
    if LABEL.fullmatch(label):
        return label
    raise Refused(
        Refusal(
            rule="label",
            message=_("“%(label)s” cannot be a page label.") % {"label": text[:40]},
            next_step=_("Write it as printed: letters and digits, such as 01 or A03."),
        )
    )


def clean_name(text: str) -> str:
    """A page's name, stripped; raises Refused for one that no page has room for."""
    name = text.strip()
    if len(name) > LONGEST_NAME:
        raise Refused(
            Refusal(
                rule="name",
                message=_("A page's name has at most %(most)s characters; this one has %(count)s.")
                % {"most": LONGEST_NAME, "count": len(name)},
            )
        )
    return name


def check_place(sequence: int):
    """Refuse a place that no page of an issue has."""
    if not 1 <= sequence <= LAST_PLACE:
        raise Refused(
            Refusal(
                rule="sequence",
                message=_("A page's place in the issue is a number from 1 to %(last)s.")
                % {"last": LAST_PLACE},
                next_step=_("Leave the place empty and the page comes last."),
            )
        )
