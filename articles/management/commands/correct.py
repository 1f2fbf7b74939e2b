"""Corrections from the command line: one writes, another issues, by the rules of the admin."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.management.arguments import login_named
from articles.models import Article, Correction, CorrectionKind, CorrectionState, Severity
from articles.models.version import TEXT_FIELDS
from articles.refusals import Refused
from articles.workflow import correcting


class Command(BaseCommand):
    help = "Correct a published article: write the correction, issue it, or give it up."

    def add_arguments(self, parser):
        parser.add_argument("number", metavar="NUMBER", help="such as 2026-000123")
        parser.add_argument("action", choices=["write", "issue", "drop"])
        parser.add_argument("--by", required=True, metavar="LOGIN", help="who does it")
        parser.add_argument("--wrong", default="", help="write: the words as they stand, once")
        parser.add_argument("--right", default="", help="write: the words that take their place")
        parser.add_argument("--note", default="", help="write: what readers are told")
        parser.add_argument(
            "--kind", choices=CorrectionKind.values, default=CorrectionKind.CORRECTION
        )
        parser.add_argument("--severity", choices=Severity.values, default=Severity.MINOR)
        parser.add_argument("--opinion", default="", help="issue: words for the record")

    def handle(self, *, number, action, by, opinion, wrong, right, **words):
        article = Article.objects.filter(number=number).first()
        if article is None:
            raise CommandError(_("There is no article %(number)s.") % {"number": number})
        person = login_named(by)
        try:
            if action == "write":
                fields = {name: words[name] for name in ("kind", "severity", "note")}
                _write(article, person, wrong=wrong, right=right, **fields)
            elif action == "issue":
                held = _open_of(article)
                correcting.issue(held, by=person, revision=held.revision, opinion=opinion)
            else:
                held = _open_of(article)
                correcting.drop(held, by=person, revision=held.revision)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        newest = article.corrections.order_by("-pk")[0]
        self.stdout.write(f"{newest}: {newest.get_state_display()}")


def _write(article, person, *, wrong, right, **fields):
    """Open a correction, or go on with the one that is open; its words take the others' place."""
    held = article.corrections.filter(state=CorrectionState.OPEN).first()
    text = _replaced(article, held, wrong, right)
    fields |= {"wrong": wrong, "right": right, **text}
    if held is None:
        return correcting.open_correction(article, by=person, **fields)
    return correcting.write(held, by=person, revision=held.revision, **fields)


def _open_of(article) -> Correction:
    held = article.corrections.filter(state=CorrectionState.OPEN).first()
    if held is None:
        note = _("No correction of %(number)s is open. Write one first.")
        raise CommandError(note % {"number": article.number})
    return held


def _replaced(article, held, wrong, right):
    """The fields with the words replaced; they must stand in text and captions just once."""
    texts = {name: getattr(held or article, name) for name in TEXT_FIELDS}
    captions = (held.captions if held else []) or correcting.captions_of(article)
    places = [*texts.items(), *enumerate(captions)]
    found = [(place, text) for place, text in places if wrong and wrong in text]
    if len(found) != 1 or found[0][1].count(wrong) != 1:
        note = _("“%(words)s” must stand in the article just once. Give more of the words around.")
        raise CommandError(note % {"words": wrong})
    ((place, text),) = found
    put_right = text.replace(wrong, right)
    if place in texts:
        return {place: put_right}
    return {"captions": [*captions[:place], put_right, *captions[place + 1 :]]}
