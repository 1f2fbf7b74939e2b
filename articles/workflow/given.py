"""What a person gives with a move: words, a reason, a day or time; and what is missing of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.refusals import Refusal
from articles.texts.body import is_blank


@dataclass(frozen=True)
class Given:
    """`moment` is the day until which an article is held, or the time at which it goes out.

    `waived` are the checks set aside for this move, each as {"check": code, "reason": words}.
    """

    opinion: str = ""
    reason: str = ""
    moment: date | datetime | None = None
    batch: UUID | None = None
    waived: tuple[dict, ...] = ()

    def refusal(self, move, article):
        """The first thing that the move asks for and was not given, or None."""
        return (
            self._reason_refusal(move)
            or self._opinion_refusal(move)
            or (self._moment_refusal(move, article) if move.moment else None)
        )

    def _reason_refusal(self, move):
        if not move.reasons or self.reason in move.reasons.values:
            return None
        return Refusal(
            rule="reason",
            message=_("“%(move)s” needs a reason.") % {"move": move.label},
            next_step=_("Choose one of the reasons."),
        )

    def _opinion_refusal(self, move):
        if not move.opinion or not is_blank(self.opinion):
            return None
        return Refusal(
            rule="opinion",
            message=_("“%(move)s” needs a few words for the record.") % {"move": move.label},
            next_step=_("Write them in the field beside the button."),
        )

    def _moment_refusal(self, move, article):
        if self.moment is None:
            return Refusal(
                rule="moment",
                message=_("“%(move)s” needs a date.") % {"move": move.label},
                next_step=_("Enter it in the field beside the button."),
            )
        is_time = isinstance(self.moment, datetime)
        if is_time != (move.moment == "scheduled_for"):
            return Refusal(
                rule="moment",
                message=_("“%(move)s” needs a time.") % {"move": move.label}
                if not is_time
                else _("“%(move)s” needs a day.") % {"move": move.label},
                next_step=_("Enter it in the field beside the button."),
            )
        if self.moment <= (timezone.now() if is_time else timezone.localdate()):
            return Refusal(
                rule="moment",
                message=_("The date must lie in the future."),
                next_step=_("Enter a later one."),
            )
        embargo = article.embargo_until
        if is_time and embargo is not None and self.moment < embargo:
            return Refusal(
                rule="embargo",
                message=_("The article is under embargo until %(time)s.")
                % {"time": timezone.localtime(embargo).strftime("%Y-%m-%d %H:%M")},
                next_step=_("Enter a later one."),
            )
        return None
