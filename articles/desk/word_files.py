"""What was written in a word processor comes to the desk: as a .docx, or pasted into the sheet."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.bylines import people
from articles.desk.gate import writers_only
from articles.desk.views import page_with_form
from articles.desk.word_forms import WordFileForm
from articles.models import CreditRole, Publication
from articles.texts.pasted import TooDeep, read_html
from articles.writing.drafting import create_draft
from articles.writing.editing import Stale
from articles.writing.word_files import body_of, sentences_of

LONGEST_PASTE = 4_000_000
# Whom the sheet names; photographers are named with their pictures.
BY_NAME = (CreditRole.REPORTER, CreditRole.CORRESPONDENT, CreditRole.AUTHOR)
DROPPED = "dropped"  # marks the messages that belong into one list


@page_with_form
@writers_only
def upload(request):
    """A .docx becomes a draft; what it has that the draft has not is named."""
    if people.of_user(request.user) is None:
        return redirect("desk:name")
    form = WordFileForm(
        request.POST or None,
        request.FILES or None,
        initial={"publication": Publication.objects.first()},
    )
    if request.method != "POST" or not form.is_valid():
        return render(request, "desk/upload.html", {"form": form})
    sheet = {name: form.cleaned_data[name] for name in ("publication", "token")}
    read = form.cleaned_data["file"]
    try:
        article = create_draft(
            by=request.user,
            fields={"headline": read.headline, "body": read.body},
            credits=_credits(read.byline, people.of_user(request.user)),
            illustrations=read.illustrations,
            **sheet,
        )
    except Stale as stale:
        return redirect("desk:edit", stale.article.number)
    for line in read.byline.printed:
        messages.info(request, _("“%(line)s” was read as the byline.") % {"line": line})
    for sentence in _left(read):
        messages.warning(request, sentence, extra_tags=DROPPED)
    return redirect("desk:edit", article.number)


def _credits(byline, writer):
    """The names of the byline by role; whoever brings the file is credited already."""
    return {
        role: [name for name in byline.credits.get(role, ()) if name != writer.name]
        for role in BY_NAME
    }


def _left(read):
    """What is not in the piece, or not as it was."""
    photographers = read.byline.credits.get(CreditRole.PHOTOGRAPHER, ())
    if photographers and not read.illustrations:
        names = "、".join(photographers)
        yield _("Photographer: %(names)s. Name them under “Pictures”.") % {"names": names}
    yield from read.left


@require_POST
@writers_only
def paste(request):
    """Text as a word processor puts it on the clipboard → the house's plain paragraphs."""
    html = request.POST.get("html", "")
    if len(html) > LONGEST_PASTE:
        return JsonResponse({}, status=413)
    try:
        found = read_html(html)
    except TooDeep:
        return JsonResponse({}, status=413)
    paragraphs = [(one.kind, one.text) for one in found.paragraphs]
    return JsonResponse({"text": body_of(paragraphs), "left": sentences_of(found.left)})
