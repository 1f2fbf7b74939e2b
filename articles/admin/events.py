"""The record of what happened, read-only."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.records import Named, OnRecord
from articles.admin.wording import action_name, reason_name, role_used
from articles.logins import shown_name
from articles.models import Event


@admin.register(Event)
class EventAdmin(Named, OnRecord):
    list_display = ("at", "article_link", "what", "from_status", "to_status", "who", "as_role")
    list_display_links = ("at",)
    list_filter = ("to_status",)
    search_fields = ("article__number", "=actor__username")
    ordering = ("-pk",)
    fields = (
        "article_link sequence what from_status to_status who as_role round version_link"
        " version_sha256 why opinion waived_checks batch at seal_before seal"
    ).split()

    def get_queryset(self, request):
        related = ("article", "actor", "version__article")
        return super().get_queryset(request).select_related(*related).defer("article__body")

    def name_of(self, event):
        return f"{event.article.number} #{event.sequence} {action_name(event.action)}"

    @admin.display(description=_("article"), ordering="article")
    def article_link(self, event):
        address = reverse("admin:articles_article_change", args=[event.article_id])
        return format_html('<a href="{}">{}</a>', address, event.article)

    @admin.display(description=_("who"), ordering="actor")
    def who(self, event):
        return shown_name(event.actor)

    @admin.display(description=_("version"))
    def version_link(self, event):
        address = reverse("admin:articles_version_change", args=[event.version_id])
        return format_html('<a href="{}">{}</a>', address, event.version)

    @admin.display(description=_("action"), ordering="action")
    def what(self, event):
        return action_name(event.action)

    @admin.display(description=_("role used"), ordering="role")
    def as_role(self, event):
        return role_used(event)

    @admin.display(description=_("seal of the event before"))
    def seal_before(self, event):
        return event.previous_sha256 or self.get_empty_value_display()

    @admin.display(description=_("seal"))
    def seal(self, event):
        return event.sha256

    @admin.display(description=_("reason"))
    def why(self, event):
        return reason_name(event.action, event.reason) or self.get_empty_value_display()

    @admin.display(description=_("waived checks"))
    def waived_checks(self, event):
        waived = (f"{each.get('text', each['check'])}：{each['reason']}" for each in event.waived)
        return "；".join(waived) or self.get_empty_value_display()
