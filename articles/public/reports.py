"""报错: a reader's form on each live article, and the receipt on which the answer is found."""

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles.entrance import address_of
from articles.epaper import reporting
from articles.models import Article, ErrorReport, ReportSource


class ReportForm(forms.Form):
    passage = forms.CharField(
        label=_("The passage"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2, "lang": "zh-Hans"}),
    )
    words = forms.CharField(
        label=_("What is wrong, and what is right"),
        max_length=2000,
        widget=forms.Textarea({"rows": 5, "lang": "zh-Hans"}),
    )
    # People do not see it; programs that fill in every field betray themselves.
    website = forms.CharField(
        required=False, widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"})
    )

    @property
    def is_trapped(self):
        return bool(self.cleaned_data["website"])

    @property
    def seen_fields(self):
        return [self["passage"], self["words"]]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report(request, publication, number):
    """GET shows the form; POST puts what it says into the newsroom's queue."""
    live = Article.objects.published().for_index()
    article = get_object_or_404(live, publication__slug=publication, number=number)
    form = ReportForm(request.POST or None)
    context = {"publication": article.publication, "article": article, "form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "public/report.html", context)
    if form.is_trapped:
        return render(request, "public/reported.html", context)
    words = {name: form.cleaned_data[name] for name in ("passage", "words")}
    try:
        made = reporting.report(article, address=address_of(request), **words)
    except reporting.TooMany:
        form.add_error(None, _("You have sent several reports within an hour. Please go on later."))
        return render(request, "public/report.html", context, status=429)
    return redirect("public:reported", made.token)


@require_safe
@never_cache
def reported(request, token):
    """The receipt: what became of a report, for whoever holds its address."""
    reports = ErrorReport.objects.select_related("article__publication", "correction")
    made = get_object_or_404(reports, token=token, source=ReportSource.READER)
    if not Article.objects.published().filter(pk=made.article_id).exists():
        raise Http404
    context = {"publication": made.article.publication, "article": made.article, "report": made}
    return render(request, "public/reported.html", context)
