"""The machine's suggestions for an article, each marked as such, with a button that takes it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin import access
from articles.admin.keys import key_of
from articles.models import Suggestion, SuggestionKind
from articles.refusals import Refused
from articles.workflow.rules import describe_refusal, edit_refusal
from articles.writing import suggesting


@dataclass(frozen=True)
class Row:
    suggestion: Suggestion
    url: str
    may_take: bool


def rows(article, standing):
    """While the text is open: headlines if there is none, and tags."""
    if not article.is_editable:
        return []
    headline = not article.headline.strip()
    may = {
        SuggestionKind.HEADLINE: headline and edit_refusal(standing) is None,
        SuggestionKind.TAG: describe_refusal(standing) is None,
    }
    return [
        Row(
            suggestion,
            reverse("admin:articles_article_suggestion", args=[article.pk, suggestion.pk]),
            may[suggestion.kind],
        )
        for suggestion in article.suggestions.open()
        if headline or suggestion.kind == SuggestionKind.TAG
    ]


def take_view(model_admin, request, article, pk):
    """POST only: the suggestion becomes the article's own, and the editor's."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    suggestion = Suggestion.objects.filter(article=article, pk=pk).select_related("article").first()
    if suggestion is None or not access.roles(request):
        raise Http404
    revision = key_of(request.POST.get("seen", "")) or 0
    try:
        suggesting.take(suggestion, by=request.user, revision=revision)
    except Refused as refused:
        model_admin.message_user(request, str(refused), messages.ERROR)
    else:
        note = _("Taken: %(text)s") % {"text": suggestion.text}
        model_admin.message_user(request, note, messages.SUCCESS)
    return redirect("admin:articles_article_change", article)
