"""Readers' pages: each opens the gate, asks for what is live, and answers."""

from django.core.files.storage import default_storage, storages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from articles import exporting
from articles.gate import public_page, public_picture, site_of
from articles.images.renditions import WIDTHS, rendition_path
from articles.models import Article, Publication, Section
from articles.pace import at_walking_pace
from articles.public import finding, fronts, lists, opened, printed, reading
from articles.public.calendar import months_of
from articles.public.faces import face_of, public_face
from articles.public.facsimiles import facsimile_of
from articles.public.linked_data import news_article
from articles.public.narrowing import narrowings
from articles.public.paging import existing, page_number, paged
from articles.public.pauses import pauses_around, pauses_in
from articles.public.pictures import picture_response
from articles.search.filters import KEPT, SearchFilter, asked_in, form_of, narrows
from articles.texts.body import blocks_of


@public_page
def home(request):
    context = {"fronts": fronts.fronts(), "lines": lists.web_stories()}
    return render(request, "public/home.html", context)


@public_page
def publication(request, publication):
    paper = get_object_or_404(Publication, slug=publication)
    issues = reading.public_issues(publication)
    dates = issues.values_list("date", flat=True).order_by("date")
    first, newest = dates.first(), dates.last()
    year = _year(request.GET, newest)
    days = list(dates.filter(date__year=year))
    context = {
        "publication": paper,
        "year": year,
        # Other years than that of the bare address have one of their own, where they have issues.
        "year_shown": f"{year}" if days and year != newest.year else "",
        "months": months_of(days, pauses=pauses_in(paper, days)),
        "years": range(newest.year, first.year - 1, -1) if newest else (),
        "lines": lists.web_stories_in(paper),
    }
    return render(request, "public/publication.html", context)


def _year(query, newest):
    """The year asked for, else that of the newest issue."""
    text = query.get("year", "")
    if not text:
        return (newest or timezone.localdate()).year
    if not (text.isascii() and text.isdigit() and len(text) == 4 and "1000" <= text < "9999"):
        raise Http404
    return int(text)


@require_safe
def latest(request, publication):
    newest = reading.public_issues(publication).select_related("publication").order_by("-date")
    issue = newest.first()
    if issue is None:
        raise Http404
    response = redirect(issue)
    response["Cache-Control"] = "public, no-cache"
    return response


@public_page
def issue(request, publication, date):
    found, sheets = printed.issue_with_sheets(publication, date)
    if found is None:
        return _day_without_issue(request, publication, date)
    front = sheets[0]
    begun = printed.continuations_on(front.page) if front.page.face else []
    before, after = pauses_around(
        found.publication, found.previous_date, date, found.next_date, found.holidays
    )
    context = {
        "publication": found.publication,
        "issue": found,
        "sheets": sheets[1:],
        "pages": [sheet.page for sheet in sheets],
        "nameplate": True,
        "pauses_before": before,
        "pauses_after": after,
        **_opened(front.page, front.stories, begun),
    }
    return render(request, "public/issue.html", context)


def _day_without_issue(request, publication, day):
    """What came out on the web alone."""
    paper = get_object_or_404(Publication, slug=publication)
    found = existing(paged(reading.web_stories_of(paper, day), page_number(request.GET)))
    return render(request, "public/day.html", {"publication": paper, "day": day, "listing": found})


@public_page
def page(request, publication, date, label):
    found = printed.pages_of(publication, date, label)
    if found is None:
        raise Http404
    issue, pages, here = found
    page = pages[here]
    context = {
        "publication": issue.publication,
        "issue": issue,
        "pages": pages,
        "nameplate": here == 0,
        "previous": pages[here - 1] if here else None,
        "next": pages[here + 1] if here + 1 < len(pages) else None,
        **_opened(page, printed.stories_of(page), printed.continuations_on(page)),
    }
    return render(request, "public/page.html", context)


def _opened(page, stories, continuations):
    """A page lying open: its picture where readers may see it, else the page set again."""
    in_place = printed.in_place(page, stories, continuations)
    picture = face_of(page, [*stories, *continuations])
    return {
        "page": page,
        "titles": in_place,
        "staff": printed.staff_of(page),
        "print": picture,
        "bands": None if picture else facsimile_of(in_place),
    }


@public_page
def article(request, publication, number):
    found = opened.live_article(publication, number)
    if found is None:
        return _taken_back(request, publication, number)
    article, site = found.article, site_of(request)
    corrections = list(opened.corrections_of(article)) if found.is_corrected else []
    context = {
        "publication": article.publication,
        "article": article,
        "version": article.live_version,
        "blocks": blocks_of(article.live_version.body),
        "credits": opened.credits_by_role(found.credits),
        "pictures": found.pictures,
        "tags": found.tags,
        "corrections": corrections,
        "place": opened.place_of(article),
        "site": site,
        "here": site + article.get_absolute_url(),
        "data": news_article(found, corrections=corrections, site=site),
    }
    if article.page:
        context |= {
            "page": article.page,
            "issue": article.page.issue,
            "staff": printed.staff_of(article.page),
        }
    else:
        context["day"] = opened.day_of(article)
    return render(request, "public/article.html", context)


@public_page
def article_photo(request, publication, number, place):
    found = opened.live_article(publication, number)
    photos = found.shown if found else {}
    if place not in photos:
        raise Http404
    article, places = found.article, list(photos)
    here = places.index(place)
    context = {
        "publication": article.publication,
        "issue": article.page.issue if article.page else None,
        "article": article,
        "day": opened.day_of(article),
        "photo": photos[place],
        "place": place,
        "previous": places[here - 1] if here else None,
        "next": places[here + 1] if here + 1 < len(places) else None,
    }
    return render(request, "public/photo.html", context)


def _taken_back(request, publication, number):
    """Withdrawn: gone, with a notice. Retracted: the address stays, with the statement."""
    found = exporting.withdrawn(publication, number)
    if found is None:
        raise Http404
    paper = Publication.objects.get(slug=publication)
    context = {"publication": paper, "notice": found.notice}
    if found.is_retraction:
        return render(request, "public/retracted.html", context)
    return render(request, "410.html", context, status=410)


@public_page
def corrections(request, publication):
    paper = get_object_or_404(Publication, slug=publication)
    log = reading.correction_log(paper, page_number(request.GET))
    if log.number > 1 and not log.lines:
        raise Http404
    context = {
        "publication": paper,
        "listing": log,
        "retractions": reading.retractions_of(paper) if log.number == 1 else [],
    }
    return render(request, "public/corrections.html", context)


@public_page
def about(request, publication):
    paper = get_object_or_404(Publication, slug=publication)
    context = {"publication": paper, "sections": reading.sections_of(paper)}
    return render(request, "public/about.html", context)


@public_page
def photos(request, publication):
    paper = get_object_or_404(Publication, slug=publication)
    found = paged(reading.pictured(paper), page_number(request.GET))
    if found.number > 1 and not found.lines:
        raise Http404
    context = {"publication": paper, "listing": found, "album": reading.album_of(found)}
    return render(request, "public/photos.html", context)


@public_page
def section(request, pk):
    found = get_object_or_404(Section.objects.select_related("publication"), pk=pk)
    context = {
        "publication": found.publication,
        "section": found,
        "listing": lists.of_section(found, page_number(request.GET)),
    }
    return render(request, "public/section.html", context)


@public_page
def reporter(request, pk):
    person = lists.reporter_of(pk)
    if person.merged_into_id:
        # Not a word of it where readers see nothing of the person.
        lists.by(lists.reporter_of(person.merged_into_id), 1)
        return redirect("public:reporter", person.merged_into_id)
    found = lists.by(person, page_number(request.GET))
    return render(request, "public/reporter.html", {"reporter": person, "listing": found})


@public_page
def tag(request, slug):
    found = lists.tag_of(slug)
    context = {
        "tag": found,
        "listing": lists.tagged(found, page_number(request.GET)),
    }
    return render(request, "public/tag.html", context)


@at_walking_pace
@public_page
def search(request):
    form = form_of(request.GET)
    given = {name: request.GET.get(name, "") for name in ("q", "since", "until", "order")}
    context = {"form": form, "given": given}
    if not form.is_valid():
        # What is wrong stands in a field that readers see, or in the address alone.
        context["amiss"] = form.errors.keys() & given.keys()
        return render(request, "public/search.html", context, status=400)
    asked = asked_in(form)
    context |= {
        "words": asked.get("q"),
        "narrows": narrows(asked),
        "query": urlencode(asked),
        "kept": {name: value for name, value in asked.items() if name in KEPT},
        "is_later": "after" in request.GET,
        "within": finding.issue_chosen(asked),
    }
    if "q" in asked:
        context["answer"] = finding.answer(asked, request.GET.get("after", ""))
    elif context["narrows"]:
        found = SearchFilter(request.GET, Article.objects.published()).qs
        context["listing"] = paged(found, page_number(request.GET), context["query"])
    if context["narrows"] and not ("answer" in context and context["answer"].total):
        context["narrowings"] = narrowings(asked)
    return render(request, "public/search.html", context)


@public_picture
def photo(request, sha256):
    name = reading.live_photo(sha256)
    if name is None:
        raise Http404
    return picture_response(name)


@public_picture
def rendition(request, sha256, width):
    if width not in WIDTHS or reading.live_photo(sha256) is None:
        raise Http404
    name = rendition_path(sha256, width)
    if not default_storage.exists(name):
        # The worker makes it a moment after the upload.
        return redirect("public:photo", sha256)
    return picture_response(name)


@public_picture
def face(request, face, width):
    found = public_face(face)
    if found is None or width not in found.widths:
        raise Http404
    return picture_response(found.webp(width), storages["private"])


@public_picture
def face_jpeg(request, face):
    found = public_face(face)
    if found is None:
        raise Http404
    return picture_response(found.jpeg, storages["private"])
