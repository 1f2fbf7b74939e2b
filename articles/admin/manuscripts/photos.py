"""Photos: of an article, or waiting on their page to be given to one."""

from contextlib import ExitStack, contextmanager

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin import access, filters
from articles.admin.manuscripts.article_form import CreditRows, may_write
from articles.admin.manuscripts.photo_form import PhotoForm
from articles.admin.stored import ReadAgain
from articles.admin.widgets import KnownChoices, picture_of, tell
from articles.images import cutouts
from articles.models import Article, Photo
from articles.models.version import fingerprint
from articles.refusals import Refusal, Refused
from articles.workflow.rules import edit_refusal
from articles.writing.editing import revising


class PlacedPhotoForm(PhotoForm):
    """A photo with its place: a page, an article, or both."""

    request = None  # set by PhotoAdmin.get_form

    seen = forms.CharField(widget=forms.HiddenInput, required=False)  # the photo as it was opened
    cut = forms.TypedChoiceField(
        label=capfirst(_("picture of the page")),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Cut out of the page's PDF. The printed page at the label desk shows them."),
    )

    class Meta(PhotoForm.Meta):
        fields = ("article", "page", *PhotoForm.Meta.fields)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.owner = self.instance.article
        self.initial["seen"] = mark_of(self.instance)
        for name in ("article", "page"):
            if name in self.fields and getattr(self.instance, f"{name}_id"):
                tell(self.fields[name], getattr(self.instance, name))
        if comes_as_pdf(self.instance):
            self.fields["cut"].choices = cut_choices(self.instance)
            self.initial["cut"] = self.instance.cut_index
        else:
            del self.fields["cut"]

    def clean_cut(self):
        """Another picture of the PDF in place of the present one; an uploaded file comes first."""
        number = self.cleaned_data["cut"]
        if number not in (None, self.instance.cut_index) and self.picture is None:
            try:
                self.picture = cutouts.chosen(self.instance.page, number)
            except Refused as refused:
                raise forms.ValidationError(str(refused), code="cut_out") from refused
        return number

    def clean(self):
        data = super().clean()
        if not (data.get("article") or data.get("page") or "page" in self.errors):
            message = _("Say which page or which article the photo belongs to.")
            self.add_error("article", message)
        if data.get("seen") != self.initial["seen"]:
            message = _(
                "Somebody else saved this photo after you opened it. Open it in a second window "
                "and compare; what you typed is still here, and saving again keeps it."
            )
            self.add_error(None, forms.ValidationError(message, code="stale"))
            self.data = self.data.copy()
            self.data["seen"] = self.initial["seen"]
        for article in self.articles:
            if refusal := edit_refusal(access.standing(self.request, article)):
                self.add_error(None, f"{article.number}: {refusal}")
        return data

    def save(self, commit=True):
        if self.picture is not None:
            # An uploaded file is no picture of the PDF.
            chosen = None if "image" in self.changed_data else self.cleaned_data.get("cut")
            self.instance.cut_index = chosen
            self.instance.cut_by = None if chosen is None else self.request.user
        return super().save(commit)

    @property
    def articles(self):
        """Those whose content the form changes: the one it leaves and the one it joins."""
        found = {a.pk: a for a in (self.owner, self.cleaned_data.get("article")) if a}
        return [found[pk] for pk in sorted(found)]


def mark_of(photo):
    """Tells whether a photo is still the one that somebody opened; "" of one that is new."""
    facts = (photo.article_id, photo.page_id, photo.image_sha256, photo.position)
    words = (photo.caption, photo.alt, photo.rights, photo.rights_note)
    return fingerprint([facts, words])[:16] if photo.pk else ""


def _hold(form):
    """Hold the photo's row to the end of the transaction. Raises Refused if it reads otherwise."""
    held = Photo.objects.select_for_update(of=("self",)).filter(pk=form.instance.pk).first()
    if held is None or mark_of(held) != form.initial["seen"]:
        message = gettext("Somebody else saved this photo while you were writing.")
        raise Refused(Refusal("stale", message))


def comes_as_pdf(photo):
    return photo.page is not None and photo.page.source_file_id is not None


def cut_choices(photo):
    """The pictures of the photo's page: how large, and where they stand."""
    pictures = cutouts.pictures_of(photo.page)
    return [("", "–")] + [
        (
            picture.index,
            _("%(width)s × %(height)s pixels, %(down)s%% from the top, %(across)s%% from the left")
            % {
                "width": picture.width_px,
                "height": picture.height_px,
                "down": round(picture.box.top * 100),
                "across": round(picture.box.left * 100),
            },
        )
        for picture in pictures
    ]


class PhotoCreditInline(CreditRows):
    fk_name = "photo"


@contextmanager
def revising_all(articles, *, by):
    """Hold every article whose content changes with a photo; each gets its version."""
    with ExitStack() as stack:
        for article in articles:
            stack.enter_context(revising(article, by=by, revision=article.revision))
        yield


@admin.register(Photo)
class PhotoAdmin(ReadAgain, KnownChoices, admin.ModelAdmin):
    form = PlacedPhotoForm
    inlines = [PhotoCreditInline]
    list_display = ("__str__", "has_image", "place", "article", "taken_by")
    list_filter = (filters.PrintDay, filters.PageLabel, filters.PhotoPerson)
    search_fields = ("caption", "article__number")
    ordering = ("-pk",)
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    autocomplete_fields = ("article", "page")
    fields = (
        "article",
        "page",
        "caption",
        "image",
        "preview",
        "alt",
        "rights",
        "rights_note",
        "position",
    )
    readonly_fields = ("preview",)

    def get_queryset(self, request):
        photos = super().get_queryset(request).for_list()
        return photos.defer("page__source", "article__body")

    @admin.display(description=_("image"), boolean=True)
    def has_image(self, photo):
        return bool(photo.image)

    @admin.display(description=_("page"))
    def place(self, photo):
        return f"{photo.page.issue.date:%Y-%m-%d} {photo.page.title}" if photo.page else "–"

    @admin.display(description=_("photographer"))
    def taken_by(self, photo):
        return "、".join(credit.reporter.name for credit in photo.credits.all())

    @admin.display(description=_("as it is now"))
    def preview(self, photo):
        return picture_of(photo)

    def get_actions(self, request):
        # Each deletion is a change of its article: one by one, under its lock.
        return {}

    def get_urls(self):
        picture = self.admin_site.admin_view(self.picture_view)
        return [
            path("<int:pk>/picture/", picture, name="articles_photo_picture"),
            *super().get_urls(),
        ]

    def picture_view(self, request, pk):
        photo = access.found(self, request, pk)
        if not photo.image or not photo.image.storage.exists(photo.image.name):
            raise Http404
        headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
        return FileResponse(photo.image.open("rb"), content_type="image/jpeg", headers=headers)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.request = request
        return form

    def get_fields(self, request, obj=None):
        """The pictures of the PDF only where the page came as one."""
        fields = [*self.fields]
        if obj is not None and comes_as_pdf(obj):
            fields.insert(3, "cut")
        if obj is not None and self.has_change_permission(request, obj):
            fields.append("seen")
        elif obj is not None:
            fields.remove("image")  # the file has no address: "preview" shows it
        return fields

    def _article_is_closed(self, request, photo):
        return photo is not None and photo.article and not may_write(request, photo.article)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not self._article_is_closed(
            request, obj
        )

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not self._article_is_closed(
            request, obj
        )

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refused:
            return self._told_at_the_form(request, refused, object_id, form_url, extra_context)

    def _told_at_the_form(self, request, refused, *asked):
        """Somebody was quicker: the second reading tells so, and keeps what was typed, unless the
        photo is closed by now.
        """
        request.__dict__.pop("newsroom_standings", None)
        try:
            return super().changeform_view(request, *asked)
        except (Refused, PermissionDenied):
            self.message_user(request, str(refused), messages.ERROR)
            return redirect(request.get_full_path())

    def save_model(self, request, obj, form, change):
        """Nothing yet: photo and credits are saved together, under the article's lock."""

    def save_related(self, request, form, formsets, change):
        with revising_all(form.articles, by=request.user):
            if change:
                _hold(form)
            form.instance.save()
            for formset in formsets:
                formset.save()

    def delete_model(self, request, obj):
        articles = Article.objects.filter(pk=obj.article_id)
        with revising_all(articles, by=request.user):
            obj.delete()
