"""The label desk's buttons: what each is called, its key, and the operation that it stands for."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from articles.admin.keys import key_of
from articles.admin.label_desk.panes import stretches_of
from articles.admin.wording import LINE_ROLES
from articles.labelling import relabelling
from articles.records import Role
from articles.refusals import Refusal, Refused
from articles.sentences import listed
from articles.texts.body import tidy_line


@dataclass(frozen=True)
class Button:
    op: str
    key: str
    label: Promise


ROLE_BUTTONS = [
    Button(f"role-{role}", key, label)
    for role, key, label in (
        (Role.KICKER, "e", LINE_ROLES[Role.KICKER]),
        (Role.HEADLINE, "h", LINE_ROLES[Role.HEADLINE]),
        (Role.DECK, "d", LINE_ROLES[Role.DECK]),
        (Role.BYLINE, "a", LINE_ROLES[Role.BYLINE]),
        (Role.BODY, "b", LINE_ROLES[Role.BODY]),
        (Role.SUBHEAD, "g", LINE_ROLES[Role.SUBHEAD]),
        (Role.CAPTION, "c", LINE_ROLES[Role.CAPTION]),
        (Role.CREDIT, "p", _lazy("photo credit")),
        (Role.JUMP, "t", LINE_ROLES[Role.JUMP]),
        (Role.FURNITURE, "f", LINE_ROLES[Role.FURNITURE]),
    )
]
LINE_BUTTONS = [
    Button("split", "s", _lazy("Split here")),
    Button("open", "o", _lazy("New paragraph")),
    Button("join", "l", _lazy("Join paragraph")),
]
PIECE_BUTTONS = [
    Button("merge-previous", "m", _lazy("Merge with previous")),
    Button("merge-next", "n", _lazy("Merge with next")),
    Button("swap", "w", _lazy("Swap kicker and headline")),
    Button("up", ",", _lazy("Piece up")),
    Button("down", ".", _lazy("Piece down")),
]
MOVE = Button("move", "v", _lazy("Move to piece"))
IGNORE = Button("ignore", "i", _lazy("Leave out"))
UNDO = Button("undo", "z", _lazy("Undo"))
REDO = Button("redo", "y", _lazy("Redo"))
AGAIN = Button("again", "r", _lazy("Parse again"))
EVERY = [*ROLE_BUTTONS, *LINE_BUTTONS, *PIECE_BUTTONS, MOVE, IGNORE, UNDO, REDO, AGAIN]
NAMES = {button.op: button.label for button in EVERY}
# Reasons that editors give most; any other may be typed.
REASONS = (
    _lazy("advertisement"),
    _lazy("printed twice"),
    _lazy("left over from the layout"),
    _lazy("unreadable"),
)
# A reason is written to every line chosen, and copied with each change that follows.
LONGEST_REASON = 200
LONGEST_PLACE = 20
# In a sentence that tells what was done; the desk shows each line with its whole reason.
MOST_STRETCHES = 6
TOLD = 40  # characters of a reason


@dataclass(frozen=True)
class Press:
    """A button pressed: which one, on which lines, and what was typed beside it."""

    op: str
    lines: list = field(default_factory=list)
    unit: int | None = None  # of a button that stands on a piece
    target: str = ""
    reason: str = ""

    @classmethod
    def of(cls, data):
        op, _colon, unit = data.get("op", "").partition(":")
        lines = [line[:LONGEST_PLACE] for line in data.getlist("line")]
        lines.sort(key=lambda line: [*map(_number, line.split("."))])
        target, reason = data.get("unit", "")[:LONGEST_PLACE], tidy_line(data.get("reason", ""))
        return cls(op, lines, key_of(unit), target, reason[:LONGEST_REASON])

    @property
    def value(self):
        return self.op if self.unit is None else f"{self.op}:{self.unit}"

    @property
    def label(self):
        return NAMES.get(self.op, self.op)

    @property
    def sentence(self):
        # The cursor's line goes along with every key; these ask nothing of it.
        lines = [] if self.op in ("undo", "redo", "again") else self.lines
        words = {"lines": lines, "unit": self.target if self.op == "move" else self.unit}
        return describe(self.op, words | {"reason": self.reason})


def _number(text):
    return key_of(text) or 0


def press(page, pressed, *, by, seen):
    """Do what the button says to the labels that the person saw; return the present run."""
    if refusal := relabelling.refusal_for(page, by):
        raise Refused(refusal)
    # Known here already: on other labels the button may mean another operation.
    if page.run_id != seen:
        raise relabelling.StaleLabels(page)
    if pressed.op == "undo":
        return relabelling.undo(page, by=by, seen=seen)
    if pressed.op == "redo":
        return relabelling.redo(page, by=by, seen=seen)
    if pressed.op == "again":
        return relabelling.parse_again(page, by=by, seen=seen)
    name, words = operation_of(pressed, page.run)
    return relabelling.operate(page, name, words, by=by, seen=seen)


def operation_of(pressed, run):
    """The operation of relabelling.OPERATIONS that a press on these labels means, and its words."""
    name, _dash, what = pressed.op.partition("-")
    if name == "role":
        return "role", {"lines": pressed.lines, "role": what}
    if name == "ignore":
        return "ignore", {"lines": pressed.lines, "reason": pressed.reason}
    if name == "move":
        return "move", {"lines": pressed.lines, "unit": pressed.target}
    if name in ("merge", "swap", "up", "down"):
        return _piece_operation(pressed, run)
    # Splitting and paragraphs concern the first line chosen.
    return name, {"lines": pressed.lines[:1]}


def _piece_operation(pressed, run):
    order = list(dict.fromkeys(row[1] for row in run.labels if row[1] is not None))
    unit = pressed.unit or _unit_of(pressed.lines, run)
    if pressed.op == "swap":
        return "swap", {"unit": unit}
    if unit not in order:
        raise _refused("no_such_unit")
    at = order.index(unit)
    backward = pressed.op in ("merge-previous", "up")
    if not 0 <= (other := at - 1 if backward else at + 1) < len(order):
        raise _refused("no_neighbour")
    # What stands below joins what stands above, and passes it.
    above, below = (order[other], unit) if backward else (unit, order[other])
    if pressed.op.startswith("merge"):
        return "merge", {"unit": below, "into": above}
    return "before", {"unit": below, "before": above}


def _unit_of(lines, run):
    if not lines:
        raise _refused("nothing_chosen")
    places = relabelling.places(lines[:1]) if _number(lines[0].partition(".")[0]) else []
    units = {(row[0], row[5]): row[1] for row in run.labels}
    if not places or places[0] not in units:
        raise _refused("no_such_line")
    if units[places[0]] is None:
        raise _refused("line_of_no_unit")
    return units[places[0]]


def _refused(code):
    message = relabelling.NONSENSE.get(code) or _("There is no piece on that side of this one.")
    return Refused(Refusal(rule=code, message=str(message)))


def describe(name, words):
    """An operation in a few words. `words` come from a form or from a stored run."""
    if sentence := _of_two_pieces(name, words):
        return sentence
    facts = {
        "lines": _lines(words.get("lines", ())),
        "piece": _("piece %(number)s") % {"number": words["unit"]} if words.get("unit") else "",
    }
    label = _operation_name(name, words)
    where = " → ".join(part for part in (facts["lines"], facts["piece"]) if part)
    return _("%(what)s: %(where)s") % {"what": label, "where": where} if where else str(label)


def _of_two_pieces(name, words):
    """Told by both numbers: the same is stored whichever of the two the button stood on."""
    if name == "merge" and words.get("into"):
        return _("piece %(unit)s merged into piece %(into)s") % words
    if name == "before" and words.get("before"):
        return _("piece %(unit)s put before piece %(before)s") % words
    return ""


def _lines(places):
    """'line 3–5、9'; of lines all over the page the first ones, and how many there are."""
    numbers = sorted({number for place in places if (number := key_of(place.split(".")[0]))})
    if not numbers:
        return ""
    told = stretches_of(numbers)
    if len(told) <= MOST_STRETCHES:
        return _("line %(numbers)s") % {"numbers": listed(told)}
    facts = {"numbers": listed(told[:MOST_STRETCHES]), "count": len(numbers)}
    return _("line %(numbers)s… (%(count)s lines in all)") % facts


def _operation_name(name, words):
    if name == "role":
        code = words.get("role", "")
        return LINE_ROLES[Role(code)] if code in set(Role) else code
    if name == "ignore" and words.get("reason"):
        reason = words["reason"]
        told = reason if len(reason) <= TOLD else f"{reason[:TOLD]}…"
        return f"{IGNORE.label}（{told}）"
    return _("Parsed") if name == "parse" else NAMES.get(name, name)
