"""Sentences that remember how they were put, so that a stored one is read in any language."""

from django.utils.functional import Promise
from django.utils.translation import gettext, override, pgettext


class Sentence(str):
    """The text in the language at hand; `msgid` and `params` say it in any other."""

    def __new__(cls, msgid, params=None):
        text = gettext(msgid) if msgid else ""
        if params is not None:
            text %= {name: _worded(value) for name, value in params.items()}
        sentence = super().__new__(cls, text)
        sentence.msgid, sentence.params = msgid, params
        return sentence

    def __mod__(self, params):
        return type(self)(self.msgid, params)


def sentence(msgid):
    """What gettext answers, as a Sentence; `sentence("…%(name)s") % {…}` is one as well."""
    return Sentence(msgid)


def stored(value):
    """A sentence or what fills a place of one, as JSON holds it."""
    if isinstance(value, Sentence):
        params = {name: stored(part) for name, part in (value.params or {}).items()}
        return {"msgid": value.msgid, "params": params}
    if isinstance(value, Promise):
        # English is the language of the msgids.
        with override(None):
            return {"msgid": str(value), "params": {}}
    if isinstance(value, list | tuple):
        return [stored(part) for part in value]
    return value if isinstance(value, int) else str(value)


def told(value):
    """What was stored, in the language at hand."""
    if isinstance(value, dict):
        params = {name: told(part) for name, part in value["params"].items()}
        return Sentence(value["msgid"], params or None)
    return [told(part) for part in value] if isinstance(value, list) else value


def listed(things):
    """Several things in one sentence, as the language at hand sets them apart."""
    return pgettext("between the things of a list", ", ").join(map(str, things))


def _worded(value):
    return listed(value) if isinstance(value, list | tuple) else value
