"""Versions of articles, as they were taken down: read-only."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.records import OnRecord
from articles.logins import shown_name
from articles.models import Version


@admin.register(Version)
class VersionAdmin(OnRecord):
    list_display = ("__str__", "headline", "round", "maker", "made_at")
    search_fields = ("=article__number",)
    ordering = ("-pk",)
    fields = (
        "article_link number round kicker headline deck byline dateline source text credit_lines"
        " photo_lines sha256 maker made_at"
    ).split()

    def get_queryset(self, request):
        versions = super().get_queryset(request).select_related("article", "made_by")
        return versions.defer("article__body")

    @admin.display(description=_("article"), ordering="article")
    def article_link(self, version):
        address = reverse("admin:articles_article_change", args=[version.article_id])
        return format_html('<a href="{}">{}</a>', address, version.article)

    @admin.display(description=_("made by"), ordering="made_by")
    def maker(self, version):
        return shown_name(version.made_by)

    @admin.display(description=_("text"))
    def text(self, version):
        rows = ((paragraph,) for paragraph in version.paragraphs)
        return format_html('<div class="prose">{}</div>', format_html_join("", "<p>{}</p>", rows))

    @admin.display(description=_("credits"))
    def credit_lines(self, version):
        return "、".join(str(credit) for credit in version.credits.all())

    @admin.display(description=_("photos"))
    def photo_lines(self, version):
        rows = ((photo.caption, photo.credit) for photo in version.photos.all())
        return format_html_join("", "<p>{} <small>{}</small></p>", rows)
