"""Two texts of one piece brought together: what is proposed, and both as they were."""

from dataclasses import dataclass

from articles.bylines import people
from articles.desk.forms import TYPED
from articles.models import CreditRole
from articles.models.tagging import split_tags
from articles.texts.body import tidy, tidy_line
from articles.texts.merging import Stretch, clashes, merge, merge_names, merged_text
from articles.writing.drafting import credited

NAMES = {
    "colleagues": people.split_names,
    "correspondents": people.split_names,
    "authors": people.split_names,
    "tags": split_tags,
}


@dataclass(frozen=True)
class Pair:
    """One field: the form's, with what is proposed, and the two texts that it came from."""

    field: object
    mine: str
    theirs: str
    stretches: list[Stretch]

    @property
    def differs(self):
        return self.mine != self.theirs

    @property
    def clashes(self):
        """Whether both texts stand in the field one after the other."""
        return clashes(self.stretches)


@dataclass(frozen=True)
class Together:
    fields: dict[str, str]
    mine: dict[str, str]
    theirs: dict[str, str]
    stretches: list[Stretch]

    def pairs(self, form):
        return [
            Pair(
                field=form[name],
                mine=self.mine[name],
                theirs=self.theirs[name],
                stretches=self.stretches if name == "body" else [],
            )
            for name in TYPED
        ]


def bring_together(*, mine, theirs, base) -> Together:
    """`mine` and `theirs` are texts by field as typed; `base` is what both were written upon."""
    mine, theirs, base = _tidied(mine), _tidied(theirs), _tidied(base)
    stretches = merge(base["body"], mine["body"], theirs["body"])
    fields = {name: _proposed(name, mine[name], theirs[name], base[name]) for name in TYPED}
    return Together({**fields, "body": merged_text(stretches)}, mine, theirs, stretches)


def is_alike(one, other):
    return _tidied(one) == _tidied(other)


def base_of(article, number):
    """The texts and names of one of the article's versions, by field; nothing of one unknown."""
    version = article.versions.filter(number=number).first()
    if version is None:
        return {}
    texts = {name: getattr(version, name, "") for name in TYPED}
    return texts | {
        "colleagues": "、".join(credited(version, article, CreditRole.REPORTER)),
        "correspondents": "、".join(credited(version, article, CreditRole.CORRESPONDENT)),
        "authors": "、".join(credited(version, article, CreditRole.AUTHOR)),
    }


def _tidied(fields):
    return {name: _tidy(name, fields.get(name) or "") for name in TYPED}


def _tidy(name, text):
    if name in NAMES:
        return "、".join(NAMES[name](text))
    return tidy(text) if name == "body" else tidy_line(text)


def _proposed(name, mine, theirs, base):
    """Where one side alone changed a field, what it says; else mine, with theirs beside it."""
    if name not in NAMES:
        return theirs if mine == base else mine
    return "、".join(merge_names(*(NAMES[name](text) for text in (base, mine, theirs))))
