"""The pictures of one's own piece: a page to add and caption them, and the files themselves."""

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from articles.bylines import people
from articles.desk import pieces
from articles.desk.gate import writers_only
from articles.desk.picture_forms import Sheet
from articles.refusals import Refused
from articles.workflow.rules import edit_refusal
from articles.workflow.standing import standing_of
from articles.writing.illustrating import add_photos, describe_photos


@require_http_methods(["GET", "HEAD", "POST"])
@writers_only
def pictures(request, number):
    """Add pictures and save what is said of each: any button sends all of it."""
    article = get_object_or_404(pieces.own_pieces(request.user), number=number)
    if refusal := edit_refusal(standing_of(article, request.user)):
        messages.warning(request, str(refusal))
        return redirect("desk:piece", number)
    if request.method != "POST":
        return _page(request, article)
    sheet = _sheet(request, article, request.POST, request.FILES)
    status = _save_words(request, sheet)
    article.refresh_from_db()
    is_added = _add(request, sheet)
    if status == 302 and is_added:
        return redirect("desk:pictures", number)
    article.refresh_from_db()
    status = 200 if status == 302 else status
    return _page(request, article, request.POST, new=None if is_added else sheet.new, status=status)


def _save_words(request, sheet):
    """The status that the answer would have if there was nothing else."""
    if not sheet.words_are_valid:
        return 200
    described, removed = sheet.described, sheet.removed
    if not described and removed is None:
        return 302
    try:
        describe_photos(
            sheet.article,
            described,
            by=request.user,
            revision=sheet.revision,
            removed=removed,
        )
    except Refused as refused:
        messages.error(request, str(refused.refusal))
        return 409
    messages.success(request, _("Saved."))
    return 302


def _add(request, sheet):
    """Whether there is nothing to be put right in the form of what is added."""
    if getattr(request, "upload_too_large", False):
        limit = filesizeformat(settings.MAX_UPLOAD_BYTES)
        note = _("All together is more than %(limit)s. Send fewer pictures at a time.")
        messages.error(request, note % {"limit": limit})
        return True
    if not sheet.new.is_valid():
        return False
    if not sheet.new.cleaned_data["files"]:
        # The Enter key presses the first button too.
        if "add" in request.POST and sheet.words_are_valid and not sheet.described:
            messages.warning(request, _("No picture was chosen."))
        return True
    pictures, sentences = sheet.new.read()
    if pictures:
        try:
            add_photos(sheet.article, pictures, by=request.user, **sheet.new.words)
        except Refused as refused:
            sentences.append(str(refused.refusal))
        else:
            count = len(pictures)
            note = ngettext("%(count)s picture is added.", "%(count)s pictures are added.", count)
            messages.success(request, note % {"count": count})
    for sentence in sentences:
        messages.error(request, sentence)
    return True


@require_safe
@writers_only
def picture_file(request, number, pk):
    photo = _own_photo(request, number, pk)
    try:
        return FileResponse(photo.image.open(), content_type="image/jpeg")
    except (FileNotFoundError, ValueError) as error:
        raise Http404 from error


def _own_photo(request, number, pk):
    article = get_object_or_404(pieces.own_pieces(request.user), number=number)
    photo = get_object_or_404(article.photos, pk=pk)
    photo.article = article
    return photo


def _sheet(request, article, data=None, files=None):
    person = people.of_user(request.user)
    return Sheet(article, person.name if person else "", data, files)


def _page(request, article, data=None, new=None, status=200):
    """`data` is what was sent and not saved, `new` a form of what is added to be put right."""
    sheet = _sheet(request, article, data)
    context = {
        "article": article,
        "form": new or _sheet(request, article).new,
        "photos": sheet.photos,
    }
    return render(request, "desk/pictures.html", context, status=status)
