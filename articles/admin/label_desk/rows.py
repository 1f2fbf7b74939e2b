"""One line of the label desk as HTML.

A page has thousands of lines, and the template engine takes most of a second for two thousand.
"""

from django.utils.html import escape, format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from articles.admin.wording import LINE_ROLES
from articles.parsing.mending.surgery import BY_HAND, PAGE_ROLES
from articles.records import Role

SURE = 0.9
# One sign a line, as an editor would pencil it in the margin.
MARKS = {
    Role.KICKER: pgettext_lazy("mark", "K"),
    Role.HEADLINE: pgettext_lazy("mark", "H"),
    Role.DECK: pgettext_lazy("mark", "D"),
    Role.BYLINE: pgettext_lazy("mark", "B"),
    Role.BODY: pgettext_lazy("mark", "T"),
    Role.SUBHEAD: pgettext_lazy("mark", "S"),
    Role.CAPTION: pgettext_lazy("mark", "C"),
    Role.CREDIT: pgettext_lazy("mark", "P"),
    Role.JUMP: pgettext_lazy("mark", "J"),
    Role.FURNITURE: pgettext_lazy("mark", "F"),
    Role.IGNORED: pgettext_lazy("mark", "X"),
    Role.UNASSIGNED: pgettext_lazy("mark", "?"),
}
# What is a sign or a number to the eye is a word to a screen reader.
SIGN = '<span class="{}" role="img" aria-label="{}" title="{}">{}</span>'
BLANK = '<li class="row blank" id="L{0}"><span class="number">{0}</span></li>'
# Numbers and words of our own (in angle quotes) go in first; the page's are escaped by format_html.
LINE = (
    (
        '<li class="row is-«role»«same»«doubted»" id="L«key»">'
        '<a class="number" href="#m-«place»">«number»</a><span class="raw">{raw}«flag»</span>'
        '<input type="checkbox" name="line" value="«key»" id="c«key»"«checked»«asked»>'
        '<label for="c«key»"><span class="unit" role="img" aria-label="«name»">«unit»</span>«mark»'
        '«opens»<span class="text">{text}</span>«sure»</label></li>'
    )
    .replace("«", "%(")
    .replace("»", ")s")
)


def key_of(line, segment):
    return f"{line}.{segment}" if segment else str(line)


class Drawing:
    """Draws lines in one language, knowing which are doubted and which are chosen."""

    def __init__(self, place_of, doubted, chosen):
        self.place_of, self.doubted, self.chosen = place_of, doubted, chosen
        self.marks = {
            role: format_html(SIGN, "mark", LINE_ROLES[role], LINE_ROLES[role], mark)
            for role, mark in MARKS.items()
        }
        begins, by_hand = _("a paragraph begins"), _("set by hand")
        self.opens = format_html(SIGN, "opens", begins, begins, "¶")
        self.by_hand = format_html(SIGN, "sure", by_hand, by_hand, "✎")
        self.flag = format_html(' <span class="flag" id="f%s">{}</span>', _("doubt"))
        self.name = escape(_("line %(line)s"))
        self.name_in_piece = escape(_("line %(line)s, piece %(unit)s"))

    def notes(self, number, line, _label):
        """What is drawn of a line besides its label: whether it is doubted, and chosen."""
        key = line and key_of(number, line.segment)
        return number in self.doubted, key in self.chosen

    def row(self, number, line, label):
        if line is None:
            return format_html(BLANK, number)
        return format_html(LINE % self._own(line, label), raw=line.raw, text=line.text)

    def _own(self, line, label):
        key = key_of(line.number, line.segment)
        is_doubted = line.number in self.doubted
        opens = label.opens and label.role not in PAGE_ROLES
        return {
            "role": label.role.value,
            "same": " same" if line.raw == line.text else "",
            "doubted": " doubted" if is_doubted else "",
            "flag": self.flag % key if is_doubted else "",
            "asked": f' aria-describedby="f{key}"' if is_doubted else "",
            "key": key,
            "place": self.place_of(label),
            "number": line.number,
            "checked": " checked" if key in self.chosen else "",
            "unit": "" if label.unit is None else int(label.unit),
            "name": self._name(line, label),
            "mark": self.marks[label.role],
            "opens": self.opens if opens else '<span class="opens"></span>',
            "sure": self._sure(label),
        }

    def _name(self, line, label):
        name = self.name if label.unit is None else self.name_in_piece
        return name % {"line": line.number, "unit": label.unit}

    def _sure(self, label):
        """Nothing where the parser is sure."""
        if label.rule.startswith(BY_HAND):
            return self.by_hand
        if label.confidence >= SURE:
            return ""
        return f'<span class="sure">{label.confidence:.0%}</span>'
