"""What a check finds, and the list of all checks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from articles.texts.manuscripts import Manuscript, Spot


class Severity(StrEnum):
    """`block` stops submission and signature until it is mended or waived with a reason."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True)
class Finding:
    """Characters [start:end] of a paragraph, and by `code` the sentence that is said of them."""

    code: str
    severity: Severity
    spot: Spot
    start: int
    end: int
    text: str
    params: dict = field(default_factory=dict)
    paragraph: str = ""

    @property
    def key(self) -> str:
        """The same for the same finding in the same words; a waiver is bound to it."""
        words = "\x1f".join(
            [self.code, self.spot.part, self.paragraph, str(self.start), self.text]
            + [f"{name}={value}" for name, value in sorted(self.params.items())]
        )
        return sha256(words.encode()).hexdigest()[:20]


@dataclass(frozen=True)
class Term:
    """One line of the house dictionary. An open end of its validity is None."""

    wrong: str
    right: str
    severity: Severity = Severity.WARN
    source: str = ""
    first: date | None = None
    last: date | None = None

    def holds_on(self, day: date | None) -> bool:
        if day is None:
            return self.last is None
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Hit:
    """What a check says before the registry adds severity and words."""

    code: str
    spot: Spot
    start: int
    end: int
    params: dict = field(default_factory=dict)
    severity: Severity | None = None  # None: as the registry has it


@dataclass(frozen=True)
class Check:
    """`find` looks through a manuscript in linear time; `codes` are its sentences."""

    name: str
    find: Callable[[Manuscript], Iterable[Hit]]
    codes: tuple[str, ...]
