"""How the house says no: by a rule's name, in a sentence, with who could and what comes next."""

from dataclasses import dataclass

from articles.roles import Role
from articles.sentences import sentence as _


@dataclass(frozen=True)
class Refusal:
    """Why a move is refused: the rule's name, the sentence, who could do it, what comes next."""

    rule: str
    message: str
    who: str = ""
    next_step: str = ""
    spot: str = ""  # where in the text it is, such as body-3

    def __str__(self):
        return " ".join(self.sentences)

    @property
    def sentences(self):
        return [part for part in (self.message, self.who, self.next_step) if part]

    @classmethod
    def role(cls, label, roles):
        return cls(
            rule="role",
            message=_("Your role does not allow “%(move)s”.") % {"move": label},
            who=who_could(roles),
            next_step=_("Ask one of them."),
        )


def who_could(roles):
    """The sentence that names the roles, or nothing where there is none."""
    names = [Role(role).label for role in sorted(roles)]
    return _("It can be done by: %(roles)s.") % {"roles": names} if names else ""


class Refused(Exception):
    """A move that the rules do not allow. `refusal` names the rule, who could, and what next."""

    def __init__(self, refusal: Refusal):
        super().__init__(str(refusal))
        self.refusal = refusal
