"""Closed buttons brought together by why they are closed, so that each reason is said once."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Row:
    """One open button, or those that one sentence closes.

    `names` asks to say of each button who could press it.
    """

    buttons: list
    why: str = ""
    spot_url: str = ""
    names: bool = False

    @property
    def key(self):
        return self.buttons[0].action


def by_reason(buttons):
    """[Row]: the open buttons, then the closed ones, each in their order."""
    groups = {}
    for button in sorted(buttons, key=lambda button: button.refusal is not None):
        groups.setdefault(_reason(button), []).append(button)
    return [_row(alike) for alike in groups.values()]


def _reason(button):
    if button.refusal is None:
        return button.action
    # Their sentences differ only in the names of the move and of who could.
    return "role" if button.refusal.rule == "role" else (str(button.refusal), button.spot_url)


def _row(alike):
    refusal = alike[0].refusal
    if refusal is None:
        return Row(alike)
    if refusal.rule == "role" and len(alike) > 1:
        return Row(alike, _("Your role allows none of these. Ask whoever stands there."), "", True)
    return Row(alike, str(refusal), alike[0].spot_url)
