"""The pictures of one's own piece: a page to add and caption them, and the files themselves."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.bylines import people
from articles.desk import pieces
from articles.desk.forms import MoveForm
from articles.desk.gate import writers_only
from articles.desk.picture_forms import NewPictureForm, SavedPictureForm, form_of
from articles.refusals import Refused
from articles.workflow.rules import edit_refusal
from articles.workflow.standing import standing_of
from articles.writing.illustrating import add_photo, describe_photo, remove_photo


@require_http_methods(["GET", "HEAD", "POST"])
@writers_only
def pictures(request, number):
    article = get_object_or_404(pieces.own_pieces(request.user), number=number)
    if refusal := edit_refusal(standing_of(article, request.user)):
        messages.warning(request, str(refusal))
        return redirect("desk:piece", number)
    if request.method != "POST":
        return _page(request, article, _empty_form(request))
    form = NewPictureForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, article, form)
    picture = form.cleaned_data["file"]
    try:
        add_photo(article, picture=picture, by=request.user, **form.words)
    except Refused as refused:
        messages.error(request, str(refused.refusal))
        return _page(request, article, form)
    messages.success(request, _("The picture is added."))
    return redirect("desk:pictures", number)


@require_POST
@writers_only
def picture(request, number, pk):
    """Save one picture's words, or take it out: two buttons of one form."""
    photo = _own_photo(request, number, pk)
    remove = "remove" in request.POST
    form = MoveForm(request.POST) if remove else SavedPictureForm(request.POST)
    if not form.is_valid():
        return _page(request, photo.article, _empty_form(request), typed=photo)
    revision = form.cleaned_data["revision"]
    try:
        if remove:
            remove_photo(photo, by=request.user, revision=revision)
        else:
            describe_photo(photo, by=request.user, revision=revision, **form.words)
    except Refused as refused:
        messages.error(request, str(refused.refusal))
        photo.article.refresh_from_db()
        return _page(request, photo.article, _empty_form(request), typed=photo, status=409)
    messages.success(request, _("Saved."))
    return redirect("desk:pictures", number)


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


def _empty_form(request):
    person = people.of_user(request.user)
    return NewPictureForm(initial={"photographers": person.name if person else ""})


def _page(request, article, form, typed=None, status=200):
    """`typed` is the picture whose words were sent but not saved; they stay in its form."""
    forms = [
        (photo, form_of(photo, article, request.POST if photo == typed else None))
        for photo in article.photos.all()
    ]
    context = {"article": article, "form": form, "photos": forms}
    return render(request, "desk/pictures.html", context, status=status)
